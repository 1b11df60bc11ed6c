"""A report as a Word document on A4: tables, the quotes as a numbered list, the number of the page at its foot."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, time
from io import BytesIO
from typing import Any

import docx
from docx.document import Document
from docx.shared import Cm

from assistant.export.fitting import bounded, fit
from assistant.export.packing import repacked
from assistant.export.report import Cell, Report, Source, Table, shown
from assistant.export.typesetting import (
    CELL,
    NOTE,
    SOURCE,
    add_paging,
    number_sources,
    repeat_on_every_page,
    set_fonts,
    set_page,
    shade,
)

_COLUMNS = 4
"""Columns beside the first that fit on a page; a wider table goes on in another one."""


def word(report: Report) -> bytes:
    """The bytes of the document; the same for the same report. InputError where it is too long."""
    bounded(report)
    document = docx.Document()
    width = set_page(document, any(len(table.header) > 3 for table in report.tables))
    set_fonts(document, report.language)
    number_sources(document)
    say = report.language
    document.add_heading(fit(report.title, say), 0)
    for line in report.lines:
        document.add_paragraph(fit(line, say))
    for table in report.tables:
        for part in _narrow(table):
            _add_table(document, part, width, say)
    if report.sources:
        document.add_heading(fit(report.source_title, say), 1)
    for number, source in enumerate(report.sources, start=1):
        if source.n != number:
            raise ValueError(f"source {source.n} stands at place {number}")
        _add_source(document, source, report)
    foot = document.sections[0].footer.paragraphs[0]
    add_paging(foot, f"{fit(report.closing, say)}    {fit(report.lines[0], say) if report.lines else ''}    ")
    add_paging(foot, report.paging)
    return _saved(document, report)


def _narrow(table: Table) -> Iterator[Table]:
    """The table, or several of about the same width with the first column in each."""
    wide = len(table.header) - 1
    parts = max(1, -(-wide // _COLUMNS))
    step = max(1, -(-wide // parts))
    for start in range(1, wide + 1, step):
        kept = (0, *range(start, min(start + step, wide + 1)))
        yield Table(
            table.title if start == 1 else "",
            tuple(table.header[i] for i in kept),
            tuple(tuple(row[i] for i in kept) for row in table.rows),
            tuple(table.widths[i] for i in kept),
        )


def _add_table(document: Document, table: Table, width: float, language: str) -> None:
    if table.title:
        document.add_heading(fit(table.title, language), 1)
    made: Any = document.add_table(rows=1 + len(table.rows), cols=len(table.header), style="Table Grid")
    made.autofit = False
    widths = [Cm(round(width * share / sum(table.widths), 2)) for share in table.widths]
    for column, size in zip(made.columns, widths, strict=True):
        column.width = size
    rows = iter(made.rows)
    head = next(rows)
    repeat_on_every_page(head)
    for cell, name, size in zip(head.cells, table.header, widths, strict=True):
        cell.width = size
        cell.paragraphs[0].add_run(fit(name, language)).bold = True
        shade(cell, "E6ECF5")
    for row, values in zip(rows, table.rows, strict=True):
        for cell, value, size in zip(row.cells, values, widths, strict=True):
            cell.width = size
            _fill(cell, value, language)
    document.add_paragraph()


def _fill(cell: Any, value: Cell, language: str) -> None:
    for number, text in enumerate(value):
        paragraph = cell.add_paragraph() if number else cell.paragraphs[0]
        paragraph.style = NOTE if text.kind == "note" else CELL
        paragraph.add_run(fit(shown(text), language))


def _add_source(document: Document, source: Source, report: Report) -> None:
    paragraph = document.add_paragraph(style=SOURCE)
    paragraph.add_run("“")
    paragraph.add_run(fit(source.quote, report.language))
    paragraph.add_run("”")
    page = report.page.format(page=source.page) if source.page else ""
    place = " · ".join(part for part in (source.title, source.place, page) if part)
    document.add_paragraph(fit(place, report.language), style=NOTE).paragraph_format.left_indent = Cm(1)


def _saved(document: Document, report: Report) -> bytes:
    moment = datetime.combine(report.as_of, time())
    properties = document.core_properties
    properties.title, properties.author = fit(report.title, report.language)[:200], ""
    properties.last_modified_by = properties.comments = ""
    properties.created = properties.modified = moment
    made = BytesIO()
    document.save(made)
    return repacked(made.getvalue(), report.as_of)
