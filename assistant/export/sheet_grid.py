"""Grids of a form as tables of Word: spans, widths, rows that are shown again or stay together."""

from __future__ import annotations

from typing import Any

from assistant.export.sheet import Box, Grid, placed
from assistant.export.sheet_lines import Marks, paragraphs
from assistant.export.sheet_styles import CELL
from assistant.export.wordxml import element, of_centimetres

_SIDES = ("top", "left", "bottom", "right", "insideH", "insideV")


def table(grid: Grid, width: float, marks: Marks) -> Any:
    """The table, `width` centimetres wide. ValueError where boxes overlap or leave the grid."""
    sizes = shares(grid.widths, of_centimetres(width))
    border = {"val": "single", "sz": 6, "space": 0, "color": "000000"} if grid.bordered else {"val": "nil"}
    margins = [element(side, w=of_centimetres(size), type="dxa") for side, size in CELL.items()]
    made = element(
        "tbl",
        element(
            "tblPr",
            element("tblW", w=sum(sizes), type="dxa"),
            element("jc", val="center"),
            element("tblBorders", *(element(side, **border) for side in _SIDES)),
            element("tblLayout", type="fixed"),
            element("tblCellMar", *margins),
        ),
        element("tblGrid", *(element("gridCol", w=size) for size in sizes)),
    )
    places = placed(grid)
    heights = dict(grid.tall)
    for row in range(grid.rows):
        made.append(_row(grid, row, places, sizes, marks, heights.get(row, grid.height)))
    return made


def shares(widths: tuple[float, ...], whole: int) -> list[int]:
    """Whole twentieths of a point that add up to the whole."""
    ends = [round(whole * sum(widths[: at + 1]) / sum(widths)) for at in range(len(widths))]
    return [end - start for start, end in zip([0, *ends], ends, strict=False)]


def _row(
    grid: Grid, row: int, places: dict[tuple[int, int], Box], sizes: list[int], marks: Marks, height: float
) -> Any:
    made = element(
        "tr",
        element(
            "trPr",
            None if row in grid.splits else element("cantSplit"),
            element("trHeight", val=of_centimetres(height), hRule="atLeast"),
            element("tblHeader") if row < grid.header else None,
            element("jc", val="center"),
        ),
    )
    column = 0
    while column < len(sizes):
        box = places[row, column]
        made.append(_cell(box, row, sum(sizes[column : column + box.columns]), marks, grid.bordered))
        column += box.columns
    return made


def _cell(box: Box, row: int, size: int, marks: Marks, bordered: bool) -> Any:
    begins = row == box.row
    merged = None if box.rows == 1 else element("vMerge", val="restart") if begins else element("vMerge")
    line = element("tcBorders", element("bottom", val="single", sz=6, space=0, color="000000"))
    properties = element(
        "tcPr",
        element("tcW", w=size, type="dxa"),
        element("gridSpan", val=box.columns) if box.columns > 1 else None,
        merged,
        line if box.ruled and not bordered else None,
        element("vAlign", val="center" if bordered else "bottom"),
    )
    held = paragraphs(box.lines, marks) if begins else []
    return element("tc", properties, *(held or [element("p", element("pPr", element("pStyle", val="FormCell")))]))
