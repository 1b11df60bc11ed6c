"""A grid as a table of Typst: spans, widths, rows that come again or stay on one page."""

from __future__ import annotations

from collections.abc import Callable
from math import ceil

from assistant.export.sheet import Box, Grid, Line, Setup, placed
from assistant.export.sheet_styles import CELL, text_width

_HIGH = 10.0
"""About how high a row may be, in centimetres, to be kept on one page whatever the grid wants."""
_STROKE = "0.75pt"


def table(grid: Grid, setup: Setup, told: Callable[[Line, float], str]) -> str:
    """The call for the table; `told` gives that for a line of a cell so many centimetres wide."""
    places, heights = placed(grid), dict(grid.tall)
    whole = text_width(setup)
    widths = [whole * share / sum(grid.widths) for share in grid.widths]
    inset = ", ".join(f"{side}: {size:g}cm" for side, size in CELL.items())
    loose = {row for row in range(grid.rows) if row in grid.splits or _height(grid, row, widths, setup) > _HIGH}
    cells: list[list[str]] = []
    for row in range(grid.rows):
        least = heights.get(row, grid.height) - CELL["top"] - CELL["bottom"]
        made = []
        for column in range(len(grid.widths)):
            box = places[row, column]
            if (box.row, box.column) != (row, column):
                continue
            wide = sum(widths[column : column + box.columns]) - CELL["left"] - CELL["right"]
            body = "{ " + "; ".join(told(line, wide) for line in box.lines) + " }"
            if box.rows == 1 and least > 0:
                body = f"high({least:g}cm, {_place(grid)}, {body})"
                least = 0
            made.append(_cell(box, grid, box.rows > 1 or row in loose, body))
        cells.append(made)
    head = ", ".join(cell for row in cells[: grid.header] for cell in row)
    parts = [
        f"columns: ({''.join(f'{width:.3f}cm, ' for width in widths)})",
        f"stroke: {_STROKE if grid.bordered else 'none'}",
        f"inset: ({inset})",
        f"align: {_place(grid)}",
        *([f"table.header({head})"] if head else []),
        *(cell for row in cells[grid.header :] for cell in row),
    ]
    return f"table({', '.join(parts)})"


def _cell(box: Box, grid: Grid, breakable: bool, body: str) -> str:
    looks = [f"x: {box.column}", f"y: {box.row}"]
    looks += [f"colspan: {box.columns}"] if box.columns > 1 else []
    looks += [f"rowspan: {box.rows}"] if box.rows > 1 else []
    looks += [f"stroke: (bottom: {_STROKE})"] if box.ruled and not grid.bordered else []
    looks += [f"breakable: {'true' if breakable else 'false'}"]
    return f"table.cell({', '.join(looks)}, {body})"


def _place(grid: Grid) -> str:
    return "horizon" if grid.bordered else "bottom"


def _height(grid: Grid, row: int, widths: list[float], setup: Setup) -> float:
    """About how high the words of a row stand, in centimetres."""
    em = setup.size * 2.54 / 72
    return max((_words(box, widths, em) for box in grid.boxes if box.row == row and box.rows == 1), default=0.0)


def _words(box: Box, widths: list[float], em: float) -> float:
    wide = sum(widths[box.column : box.column + box.columns]) - CELL["left"] - CELL["right"]
    parts = (part for line in box.lines for part in line.text.split("\n"))
    return sum(max(1, ceil((len(part) + 2) * em / max(wide, em))) for part in parts) * em * 1.6
