"""A form pasted as text: lines, and rows of tables whose cells tabs part."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.export.folding import folded
from assistant.export.script import PLAIN, Cell, Row, Script, Told

_COLUMNLESS = 0
"""Text has no grid: a cell knows only which one of its row it is."""
_GAP = re.compile(r"[ \u3000\xa0]{2,}")
_HEADED = 3
"""Cells of a row that heads records."""


def script_of_text(text: str, printed: frozenset[str] = frozenset()) -> Script:
    """The lines in order, those with tabs as rows of a table, another one behind each line of print.

    `printed` is what forms print, as it is compared: a label on two lines is known by it, and the head of records, by
    which lines that are a record only together are put together.
    """
    rows: list[Row] = []
    table, within = 0, False
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    for line in _mended(lines if "\t" in text else [_tabbed(one, printed) for one in lines], printed):
        if len(line) == 1:
            rows.append(Row(-1, (Cell(0, 1, _told(line[0])),)))
            within = within and folded(line[0]) not in printed
            continue
        table += not within
        within = True
        rows.append(Row(table, tuple(Cell(at, _COLUMNLESS, _told(words)) for at, words in enumerate(line))))
    return Script(tuple(rows))


def _tabbed(line: str, printed: frozenset[str]) -> str:
    """A line whose cells wide gaps part, where one of them is print, in a text that has lost its tabs."""
    cells = _GAP.split(line.strip())
    return "\t".join(cells) if any(folded(cell) in printed for cell in cells) else line


def _mended(lines: list[str], printed: frozenset[str]) -> Iterator[list[str]]:
    """The cells of each row."""
    at, headed = 0, 0
    while at < len(lines):
        cells, end = lines[at].split("\t"), at + 1
        if len(cells) == 1 and end < len(lines) and "\t" in lines[end]:
            first, *rest = lines[end].split("\t")
            if folded(cells[0] + first) in printed and folded(cells[0]) not in printed:
                cells, end = [f"{cells[0]}\n{first}", *rest], end + 1
        told = [folded(cell) in printed for cell in cells]
        if len(cells) >= _HEADED and all(told):
            headed = len(cells)
        elif any(told):
            headed = 0
        elif 1 < len(cells) < headed:
            cells, end = _together(lines, at, headed, printed)
        yield cells
        at = end


def _together(lines: list[str], at: int, count: int, printed: frozenset[str]) -> tuple[list[str], int]:
    """The lines that have so many cells only together, and where the next begins; the first alone if none have."""
    cells, end = lines[at].split("\t"), at + 1
    alone = cells, end
    while len(cells) < count and end < len(lines) and lines[end].strip():
        first, *rest = lines[end].split("\t")
        if any(folded(cell) in printed for cell in (first, *rest)):
            return alone
        cells = [*cells[:-1], f"{cells[-1]}\n{first}", *rest]
        end += 1
    return (cells, end) if len(cells) == count else alone


def _told(words: str) -> Told:
    return Told(words, ("",) * len(words), (PLAIN,) * len(words))
