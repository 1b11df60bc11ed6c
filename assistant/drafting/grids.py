"""The rows of a table as they are written down, put together to a full grid."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from assistant.drafting.field import Field
from assistant.drafting.fields import Surroundings, remarks_of
from assistant.drafting.items import items_of
from assistant.drafting.places import ANYWHERE, Spot
from assistant.drafting.rows import Misfit, Row
from assistant.drafting.table import Cell, Item, Printed, Repeat, Table
from assistant.guideline.quote import Quote


@dataclass(eq=False, slots=True)
class _Grid:
    """A table in the making; `earlier` are the fields of the form so far, those of this table added as they come."""

    around: Surroundings
    earlier: dict[str, Field]
    years: tuple[int, ...]
    cells: list[Cell]
    repeats: list[Repeat]


def table_of(row: Row, around: Surroundings, earlier: dict[str, Field]) -> Table:
    """The table of a block; Misfit where its cells leave a hole or overlap."""
    what = row.words("table")
    grid = _Grid(around, earlier, row.numbers("years"), [], [])
    rows = row.rows("row", f"a row of table {what}")
    widths = row.numbers("widths")
    head = row.whole("head", 0)
    made_remarks = remarks_of(row)
    row.done()
    if not rows or not widths or any(width < 1 for width in widths):
        raise Misfit(f"table {what} has no rows, or no widths")
    for number, one in enumerate(rows):
        _place(grid, one, number)
    _whole(grid.cells, len(rows), len(widths), what)
    return Table(
        f"{around.prefix}.{what}", len(rows), len(widths), widths, tuple(grid.cells), min(head, len(rows)),
        tuple(grid.repeats), made_remarks,
    )  # fmt: skip


def _place(grid: _Grid, row: Row, number: int) -> None:
    around = replace(
        grid.around,
        prefix=row.words("part", grid.around.prefix or " ").strip(),
        spot=Spot(row.words("clause", " ").strip()),
    )
    repeat = row.words("repeat", " ").strip()
    if repeat:
        around = replace(around, repeat=f"{around.prefix}.{repeat}")
    label: Quote | None = None
    column = 0
    for held in row.rows("cells", f"a cell of row {number + 1} of {row.what}"):
        wide, tall, plain = held.whole("wide", 1, 1), held.whole("tall", 1, 1), held.flag("plain")
        for at, year in enumerate(_years(grid, held), 1):
            while any(_covers(cell, number, column) for cell in grid.cells):
                column += 1
            here = replace(
                around,
                spot=Spot(around.spot.clause, at),
                label=label or _label_left(grid, number, column),
                under=(*_above(grid, number, column), *_named(repeat, label), *_head(grid, year, number)),
                year=year,
                earlier=grid.earlier,
            )
            items = items_of(held, here)
            _note(grid, items)
            heading = bool(items) and all(isinstance(item, Printed) for item in items) and not plain
            grid.cells.append(Cell(number, column, tall, wide, items, heading))
            column += wide
            if heading and isinstance(items[-1], Printed):
                label = items[-1].quote
        held.done()
    if repeat:
        _repeat(grid, row, around, number, label)
    row.done()


def _repeat(grid: _Grid, row: Row, around: Surroundings, number: int, label: Quote | None) -> None:
    said = row.raw("label")
    named = around.pages.quote(said, around.spot, "label of a repeated row") if said is not None else label
    more = row.raw("more")
    quote = around.pages.quote(more, ANYWHERE, "more of a repeated row") if more is not None else None
    printed = row.whole("printed", 1, 1)
    if grid.repeats and (last := grid.repeats[-1]).path == around.repeat:
        grid.repeats[-1] = replace(last, rows=number - last.row + 1)
        return
    if named is None:
        raise Misfit(f"the rows {around.repeat} have no label")
    if any(known.path == around.repeat for known in grid.repeats):
        raise Misfit(f"two kinds of rows have the path {around.repeat}")
    grid.repeats.append(Repeat(around.repeat, named, number, 1, printed, quote))


def _years(grid: _Grid, held: Row) -> Sequence[int | None]:
    years = held.raw("years")
    if years is None:
        return (None,)
    if years is True and grid.years:
        return grid.years
    raise Misfit(f"years of {held.what} must be true, in a table that has years")


def _note(grid: _Grid, items: tuple[Item, ...]) -> None:
    for item in items:
        if isinstance(item, Field):
            grid.earlier[item.path] = item


def _covers(cell: Cell, row: int, column: int) -> bool:
    return cell.row <= row < cell.row + cell.rows and cell.column <= column < cell.column + cell.columns


def _tall(grid: _Grid, row: int, column: int) -> Iterator[Cell]:
    """The headings over several rows that stand left of a place, outermost first."""
    left = (c for c in grid.cells if c.heading and c.rows > 1 and c.row <= row < c.row + c.rows and c.column < column)
    return iter(sorted(left, key=lambda c: c.column))


def _above(grid: _Grid, row: int, column: int) -> tuple[Quote, ...]:
    return tuple(i.quote for cell in _tall(grid, row, column) for i in cell.items if isinstance(i, Printed))


def _label_left(grid: _Grid, row: int, column: int) -> Quote | None:
    above = _above(grid, row, column)
    return above[-1] if above else None


def _named(repeat: str, label: Quote | None) -> tuple[Quote, ...]:
    """What the row of a record is called, where it prints that: 科研机构 before 单位名称."""
    return (label,) if repeat and label else ()


def _head(grid: _Grid, year: int | None, row: int) -> tuple[Quote, ...]:
    """The last heading above that prints the year."""
    if year is None:
        return ()
    heads = [
        item.quote
        for cell in grid.cells
        if cell.heading and cell.row < row
        for item in cell.items
        if isinstance(item, Printed) and item.quote.text.startswith(f"{year}年")
    ]
    if not heads:
        raise Misfit(f"no heading above prints {year}年")
    return (heads[-1],)


def _whole(cells: list[Cell], height: int, width: int, what: str) -> None:
    taken: set[tuple[int, int]] = set()
    for cell in cells:
        rows, columns = range(cell.row, cell.row + cell.rows), range(cell.column, cell.column + cell.columns)
        for place in ((r, c) for r in rows for c in columns):
            if place in taken or place[0] >= height or place[1] >= width:
                raise Misfit(f"table {what}: the cell at row {cell.row + 1} overlaps another or leaves the table")
            taken.add(place)
    if len(taken) < height * width:
        row, column = min((r, c) for r in range(height) for c in range(width) if (r, c) not in taken)
        raise Misfit(f"table {what} has a hole at row {row + 1}, column {column + 1}")
