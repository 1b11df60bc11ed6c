"""A Word file as a script: what counts of its text, and how it is set.

What is inserted and not yet accepted counts, what is deleted does not; hidden words and hints of content controls do
not; text boxes stand behind the paragraph that they hang on.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import Any

from assistant.export.refusals import too_much
from assistant.export.script import NOTHING, Cell, Row, Script, Told, joined
from assistant.export.word_parts import Parts
from assistant.export.word_runs import Writing
from assistant.export.word_styles import Styles
from assistant.export.wordnames import name

MAX_ROWS = 5_000
_P, _TBL, _TR, _TC, _SDT = map(name, ("p", "tbl", "tr", "tc", "sdt"))
_OUT = frozenset(map(name, ("del", "moveFrom", "sectPr", "tblPr", "tblGrid", "trPr", "tcPr", "sdtPr", "sdtEndPr")))
_CENTIMETRES = 1440 / 2.54


def script_of(data: bytes) -> Script:
    """What a Word file says; BadFile where it is none, may not be opened, or has too many rows."""
    parts = Parts(data)
    root = parts.document()
    if sum(1 for _ in root.iter(_TR, _P)) > 10 * MAX_ROWS or sum(1 for _ in root.iter(_TR)) > MAX_ROWS:
        raise too_much()
    settings = parts.beside("settings")
    body = root.find(name("body"))
    maker = _Maker(Styles(parts.beside("styles"), parts.beside("theme")))
    rows = tuple(maker.rows(body)) if body is not None else ()
    width, height = _page(root)
    mirrored = settings is not None and settings.find(name("mirrorMargins")) is not None
    return Script(rows, width, height, mirrored, tuple(maker.writing.hidden), maker.writing.tracked)


class _Maker:
    def __init__(self, styles: Styles) -> None:
        self.writing = Writing(styles)
        self._tables = 0

    def rows(self, container: Any) -> Iterator[Row]:
        """Paragraphs and the rows of tables in order."""
        with self.writing.within(container):
            yield from self._rows(container)

    def _rows(self, container: Any) -> Iterator[Row]:
        pending: Told | None = None
        for block in _blocks(container):
            if block.tag == _TBL:
                yield from self._table(block)
                continue
            told, boxes, goes_on = self.writing.paragraph(block, "")
            told = joined((pending, told), "") if pending is not None else told
            pending = told if goes_on else None
            if not goes_on:
                yield Row(-1, (Cell(0, 1, told),))
            for box in boxes:
                yield from self._rows(box)
        if pending is not None:
            yield Row(-1, (Cell(0, 1, pending),))

    def _table(self, table: Any) -> Iterator[Row]:
        """Its rows; a single cell with several lines is only a frame, and what stands in it stands by itself."""
        self._tables += 1
        number, style = self._tables, _value(table.find(f"{name('tblPr')}/{name('tblStyle')}"))
        reaching: dict[int, tuple[int, str]] = {}
        for line in _of(table, _TR):
            cells: list[Cell] = []
            column = _count(line.find(f"{name('trPr')}/{name('gridBefore')}"), 0)
            if line.find(f"{name('trPr')}/{name('del')}") is not None:
                continue
            held = list(_of(line, _TC))
            if len(held) == 1 and sum(1 for _ in islice(held[0].iter(_P), 2)) > 1:
                yield from self._rows(held[0])
                continue
            for box in held:
                columns, merged = (
                    _count(box.find(f"{name('tcPr')}/{name('gridSpan')}"), 1),
                    box.find(f"{name('tcPr')}/{name('vMerge')}"),
                )
                below = merged is not None and merged.get(name("val"), "continue") != "restart"
                told = self._cell(box, style)
                if not below:
                    reaching.pop(column, None)
                    if merged is not None:
                        reaching[column] = (columns, told.text)
                cells.append(Cell(column, columns, told, below, merged is not None and not below))
                column += columns
            over = tuple(reaching[cell.column][1] for cell in cells if cell.below and cell.column in reaching)
            yield Row(number, tuple(cells), over)

    def _cell(self, box: Any, style: str) -> Told:
        """All that stands in a cell as one text, tables in it too."""
        with self.writing.within(box):
            lines = list(self._lines(box, style))
        return joined(lines) if lines else NOTHING

    def _lines(self, container: Any, style: str) -> Iterator[Told]:
        pending: Told | None = None
        for block in _blocks(container):
            if block.tag == _TBL:
                for line in _of(block, _TR):
                    for box in _of(line, _TC):
                        yield from self._lines(box, style)
                continue
            told, boxes, goes_on = self.writing.paragraph(block, style)
            told = joined((pending, told), "") if pending is not None else told
            pending = told if goes_on else None
            if not goes_on:
                yield told
            for box in boxes:
                yield from self._lines(box, style)
        if pending is not None:
            yield pending


def _blocks(container: Any) -> Iterator[Any]:
    """The paragraphs and tables right in it, whatever wraps them."""
    for child in container:
        if child.tag in (_P, _TBL):
            yield child
        elif isinstance(child.tag, str) and child.tag not in _OUT:
            yield from _blocks(child)


def _of(container: Any, kind: str) -> Iterator[Any]:
    """The rows of a table or the cells of a row, whatever wraps them."""
    for child in container:
        if child.tag == kind:
            yield child
        elif isinstance(child.tag, str) and child.tag not in _OUT and child.tag not in (_P, _TBL, _TC):
            yield from _of(child, kind)


def _page(root: Any) -> tuple[float, float]:
    """Width and height of the first section's page in centimetres, 0 where none is told."""
    size = next(root.iter(name("pgSz")), None)
    wide, high = (_count(size, 0, key) for key in ("w", "h"))
    return round(wide / _CENTIMETRES, 2), round(high / _CENTIMETRES, 2)


def _value(element: Any) -> str:
    return element.get(name("val"), "") if element is not None else ""


def _count(element: Any, usual: int, key: str = "val") -> int:
    words = element.get(name(key), "") if element is not None else ""
    return min(int(words), 100_000) if words.isascii() and words.isdigit() and len(words) < 8 else usual
