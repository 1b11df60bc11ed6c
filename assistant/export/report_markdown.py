"""A report as Markdown: a heading and a table for each table, the quotes as a numbered list."""

from __future__ import annotations

from assistant.export.fitting import bounded
from assistant.export.report import Cell, Report, Source, Table, shown
from assistant.export.sheet_markdown import escaped


def markdown(report: Report) -> str:
    """The text of the report; InputError where it is too long for one file."""
    bounded(report)
    parts = [f"# {_line(report.title)}", *(_line(line) for line in report.lines)]
    for table in report.tables:
        parts += [f"## {_line(table.title)}"] if table.title else []
        parts.append(_table(table))
    if report.sources:
        parts += [f"## {_line(report.source_title)}", "\n".join(_source(source, report) for source in report.sources)]
    return "\n\n".join([*parts, _line(report.closing)]) + "\n"


def _table(table: Table) -> str:
    rows = [_row([_line(words) for words in table.header]), "|" + " --- |" * len(table.header)]
    rows += [_row([_cell(cell) for cell in row]) for row in table.rows]
    return "\n".join(rows)


def _row(cells: list[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _cell(cell: Cell) -> str:
    return "<br>".join(_line(shown(text)) for text in cell)


def _source(source: Source, report: Report) -> str:
    page = report.page.format(page=source.page) if source.page else ""
    place = " · ".join(part for part in (source.title, source.place, page) if part)
    return f"- \\[{source.n}\\] {_line(place)}：“{_line(source.quote)}”"


def _line(words: str) -> str:
    return escaped(" ".join(words.split()))
