"""A form pasted as text: lines, and rows of tables whose cells tabs part."""

from __future__ import annotations

from assistant.export.script import PLAIN, Cell, Row, Script, Told

_COLUMNLESS = 0
"""Text has no grid: a cell knows only which one of its row it is."""


def script_of_text(text: str) -> Script:
    """The lines in order, those with tabs as rows of a table. Tables that other lines part are different ones."""
    rows: list[Row] = []
    table, within = 0, False
    for line in text.replace("\r\n", "\n").replace("\r", "\n").split("\n"):
        parted = "\t" in line.strip("\n")
        if not parted:
            rows.append(Row(-1, (Cell(0, 1, _told(line)),)))
            within = within and not line.strip()
            continue
        table += not within
        within = True
        rows.append(Row(table, tuple(Cell(at, _COLUMNLESS, _told(words)) for at, words in enumerate(line.split("\t")))))
    return Script(tuple(rows))


def _told(words: str) -> Told:
    return Told(words, ("",) * len(words), (PLAIN,) * len(words))
