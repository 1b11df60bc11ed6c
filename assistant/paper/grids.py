"""Tables, covers and lines of blanks of a form as grids on paper."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from math import ceil

from assistant.drafting.field import Field
from assistant.drafting.table import Cell, Item, Printed, Repeat, Table
from assistant.export.sheet import Again, Box, Grid, Line, Piece
from assistant.paper.cells import INK, Filling, cell_lines, field_pieces, item_pieces
from assistant.paper.text import BETWEEN

_BLANK, _SIGNED = 2.4, 4.2
"""Least heights in centimetres of a row for prose and of one that is signed."""
_COVER, _LETTER = 1.25, 0.57
"""Height of a row of the cover and width of a character on it."""
_WIDTH = 15.6
"""About the width of a page's text in centimetres."""
_FIGURE, _PAIR, _PROSE, _SPARED = 2.2, 4.0, 3.6, 2.4
_NARROW, _CHARACTER = 7.0, 0.43
_SPLITS, _PITCH = 4.0, 0.57
"""Height of a text from which its row may go on on the next page, and about that of one line."""


def grid_of(table: Table, filling: Filling, records: Callable[[str], int]) -> Grid:
    """The table, with as many records of every repeated row as there are, at least those that the form prints."""
    counts = {repeat.path: max(repeat.printed, records(repeat.path)) for repeat in table.repeats}

    def moved(row: int) -> int:
        """Where a row lies once every record has rows of its own."""
        return row + sum((counts[one.path] - 1) * one.rows for one in table.repeats if row >= one.row + one.rows)

    boxes: list[Box] = []
    for cell in table.cells:
        repeat = _repeat_of(table, cell)
        if repeat is None:
            start = moved(cell.row)
            lines = _fitted(cell_lines(cell, filling, lambda field: field.path), cell, table)
            boxes.append(Box(start, cell.column, lines, moved(cell.row + cell.rows) - start, cell.columns))
            continue
        for number in range(1, counts[repeat.path] + 1):
            start = moved(cell.row) + (number - 1) * repeat.rows
            here = replace(filling, row=number, notes=filling.notes if number == 1 else {})
            lines = _fitted(cell_lines(cell, here, _path(repeat, number)), cell, table)
            boxes.append(Box(start, cell.column, lines, cell.rows, cell.columns))
    widths = _widths(table)
    return Grid(
        moved(table.height),
        widths,
        tuple(boxes),
        table.head,
        splits=frozenset(
            row for box in boxes if _high(box, widths) > _SPLITS for row in range(box.row, box.row + box.rows)
        ),
        tall=tuple((moved(cell.row), _height(cell)) for cell in table.cells if cell.rows == 1 and _height(cell)),
        again=tuple(Again(one.path, moved(one.row), counts[one.path], one.rows) for one in table.repeats),
    )


def _high(box: Box, widths: tuple[float, ...]) -> float:
    """About how high the prose of a box stands, in centimetres; boxes to tick are none and stay together."""
    wide = sum(widths[box.column : box.column + box.columns]) - 0.3
    return sum(ceil(len(line.text) * _CHARACTER / wide) for line in box.lines if line.indent) * _PITCH


def _widths(table: Table) -> tuple[float, ...]:
    """The widths of the columns in centimetres; those of figures and of prose get what they
    need at the cost of the others."""
    wide = [_WIDTH * share / sum(table.widths) for share in table.widths]
    least = [0.0] * len(wide)
    for cell in table.cells:
        if cell.columns == 1:
            least[cell.column] = max(least[cell.column], _least(cell))
    lacking = sum(max(0.0, low - width) for low, width in zip(least, wide, strict=True))
    spare = [max(0.0, width - max(low, _SPARED)) for low, width in zip(least, wide, strict=True)]
    if lacking >= sum(spare):
        return tuple(wide)
    part = lacking / sum(spare) if lacking else 0.0
    return tuple(max(low, width - more * part) for low, width, more in zip(least, wide, spare, strict=True))


def _least(cell: Cell) -> float:
    """How wide a cell must be for what is filled in not to be broken, or to run over pages."""
    fields = [item for item in cell.items if isinstance(item, Field) and not item.repeat]
    figures = sum(field.kind == "number" for field in fields)
    prose = any(field.kind == "narrative" for field in fields)
    return _PROSE if prose else {0: 0.0, 1: _FIGURE}.get(figures, _PAIR)


def _fitted(lines: tuple[Line, ...], cell: Cell, table: Table) -> tuple[Line, ...]:
    """Boxes to tick one below the other where the cell is too narrow for all of them in a row."""
    wide = _WIDTH * sum(table.widths[cell.column : cell.column + cell.columns]) / sum(table.widths)
    if not any(isinstance(item, Field) and item.options for item in cell.items):
        return lines
    made: list[Line] = []
    for line in lines:
        boxes = line.text.split(BETWEEN)
        apart = len(boxes) > 1 and wide < min(_NARROW, len(line.text) * _CHARACTER)
        path = line.pieces[0].field if line.pieces else ""
        made += [replace(line, pieces=(Piece(box, path),)) for box in boxes] if apart else [line]
    return tuple(made)


def _repeat_of(table: Table, cell: Cell) -> Repeat | None:
    """The repeated rows that a cell comes again with. The heading of rows that hold one record each spans them all."""
    for repeat in table.repeats:
        if repeat.row <= cell.row and cell.row + cell.rows <= repeat.row + repeat.rows:
            return None if cell.heading and repeat.rows == 1 else repeat
    return None


def cover_grid(rows: list[tuple[Item, ...]], filling: Filling) -> Grid:
    """The blanks of a cover, one a row: label, ruled blank, what is printed behind it."""
    behind = max((len(_behind(row)) for row in rows), default=0)
    boxes: list[Box] = []
    longest = 1
    for at, items in enumerate(rows):
        named, field = _label(items), next(item for item in items if isinstance(item, Field))
        longest = max(longest, len(named.strip()))
        colon = named.rstrip().endswith((":", "："))
        boxes.append(Box(at, 0, (Line((Piece(named.strip()),), "cover", "left" if colon else "spread"),)))
        lines = (Line(field_pieces(field, filling, field.path), "cover", "left" if field.options else "center"),)
        boxes.append(Box(at, 1, lines, ruled=not field.options))
        if behind:
            boxes.append(Box(at, 2, (Line((Piece(_behind(items)),), "cover"),)))
    label, rest = longest * _LETTER + 0.5, behind * _LETTER + 0.3 if behind else 0.0
    widths = (label, max(5.0, _WIDTH - 1 - label - rest), *((rest,) if behind else ()))
    return Grid(len(rows), widths, tuple(boxes), height=_COVER, bordered=False)


def blanks_grid(items: tuple[Item, ...], filling: Filling) -> Grid:
    """One line of several blanks: 推荐单位：_____（公章） 填报人及联系方式：_____"""
    boxes: list[Box] = []
    widths: list[float] = []
    for item in items:
        if isinstance(item, Field) and item.kind in INK:
            continue
        blank = isinstance(item, Field)
        line = Line(item_pieces(item, filling), "cell", "center" if blank else "left")
        boxes.append(Box(0, len(widths), (line,), ruled=blank))
        widths.append(0.0 if blank else len(line.text.strip()) * 0.44 + 0.4)
    rest = max(2.0, (_WIDTH - sum(widths)) / max(1, widths.count(0.0)))
    return Grid(1, tuple(width or rest for width in widths), tuple(boxes), height=1.0, bordered=False)


def _path(repeat: Repeat, number: int) -> Callable[[Field], str]:
    return lambda field: f"{repeat.path}.{number}.{_key(field, repeat)}"


def _key(field: Field, repeat: Repeat) -> str:
    return field.path.removeprefix(f"{repeat.path}.")


def _height(cell: Cell) -> float:
    fields = [item for item in cell.items if isinstance(item, Field)]
    if any(field.kind in INK for field in fields):
        return _SIGNED
    return _BLANK if any(field.kind == "narrative" and field.filled_by == "applicant" for field in fields) else 0.0


def _label(items: tuple[Item, ...]) -> str:
    first = items[0]
    return first.quote.text if isinstance(first, Printed) else first.label.text if isinstance(first, Field) else ""


def _behind(items: tuple[Item, ...]) -> str:
    at = next(number for number, item in enumerate(items) if isinstance(item, Field))
    return "".join(item.quote.text for item in items[at + 1 :] if isinstance(item, Printed))
