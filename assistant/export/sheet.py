"""A form as it lies on paper: lines, grids of cells that span rows and columns, places to be filled. It knows neither
guidelines nor facts; Word and Markdown are written from it, and filled forms are read by it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

Align = Literal["left", "center", "right", "both", "spread"]
Role = Literal["annex", "title", "cover", "heading", "subheading", "caption", "body", "cell", "mark", "note"]


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of a line. `field` is the path of the field whose value they are, empty for the form's own words.

    `faint` words are guidance that stands only while nothing is filled in; `marked` ones are highlighted; `size` is
    another than that of the role, in points; `note` is the number of a footnote that hangs on them, 0 for none.
    """

    text: str
    field: str = ""
    bold: bool = False
    faint: bool = False
    marked: bool = False
    size: float = 0
    note: int = 0


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph. `keep` holds it on the page of what follows, `page` begins a new one; `before` is space above it in
    points; `indent` begins its first line two characters further in, which the body does anyway; `room` is what stays
    free at its right in centimetres."""

    pieces: tuple[Piece, ...] = ()
    role: Role = "body"
    align: Align | None = None
    keep: bool = False
    page: bool = False
    before: float = 0
    indent: bool = False
    room: float = 0

    @property
    def text(self) -> str:
        """The words of all pieces."""
        return "".join(piece.text for piece in self.pieces)


@dataclass(frozen=True, slots=True)
class Box:
    """A cell of a grid: the place of its upper left corner, how far it spans, what stands in it."""

    row: int
    column: int
    lines: tuple[Line, ...] = ()
    rows: int = 1
    columns: int = 1
    ruled: bool = False
    """Underlined as a blank of a cover is, where the grid has no borders."""


@dataclass(frozen=True, slots=True)
class Again:
    """Rows of a grid that hold one record each: from row `first`, `count` records of `rows` rows; the fields of the
    n-th, from 1, have paths that begin with "path.n."."""

    path: str
    first: int
    count: int
    rows: int


@dataclass(frozen=True, slots=True)
class Grid:
    """A table of `rows` rows. `widths` are the shares of its columns, `header` the rows shown again on each page,
    `height` the least height of a row in centimetres, `splits` the rows that may go on on the next page."""

    rows: int
    widths: tuple[float, ...]
    boxes: tuple[Box, ...]
    header: int = 0
    height: float = 0.8
    bordered: bool = True
    splits: frozenset[int] = frozenset()
    tall: tuple[tuple[int, float], ...] = ()
    again: tuple[Again, ...] = ()


Block = Line | Grid


@dataclass(frozen=True, slots=True)
class Setup:
    """The page, in centimetres and points. `pitch` is the fixed distance of lines, None where the form states none;
    `mirrored` pages are bound at the inner margin; `gutter` is the room for binding at the left or inside."""

    font: str = "仿宋"
    size: float = 12
    pitch: float | None = None
    mirrored: bool = False
    gutter: float = 0
    landscape: bool = False


@dataclass(frozen=True, slots=True)
class Sheet:
    """A whole form. `cover` says that the first page shows no page number; `notes` are its footnotes in order, numbered
    anew on each page."""

    title: str
    as_of: date
    blocks: tuple[Block, ...]
    setup: Setup = field(default_factory=Setup)
    notes: tuple[str, ...] = ()
    cover: bool = False


def lines_of(sheet: Sheet) -> Iterator[Line]:
    """All lines in reading order, those of cells row by row."""
    for block in sheet.blocks:
        if isinstance(block, Line):
            yield block
        elif isinstance(block, Grid):
            for box in sorted(block.boxes, key=lambda box: (box.row, box.column)):
                yield from box.lines


def values(sheet: Sheet) -> dict[str, str]:
    """What every field holds, by path: the words of its pieces, a line break between its lines."""
    held: dict[str, list[str]] = {}
    for line in lines_of(sheet):
        said: dict[str, str] = {}
        for piece in line.pieces:
            if piece.field:
                said[piece.field] = said.get(piece.field, "") + piece.text
        for path, text in said.items():
            held.setdefault(path, []).append(text)
    return {path: "\n".join(texts) for path, texts in held.items()}


def placed(grid: Grid) -> dict[tuple[int, int], Box]:
    """The box of every place of the grid; a place that no box takes has an empty one of its own."""
    taken: dict[tuple[int, int], Box] = {}
    for box in grid.boxes:
        for row in range(box.row, box.row + box.rows):
            for column in range(box.column, box.column + box.columns):
                if (row, column) in taken or row >= grid.rows or column >= len(grid.widths):
                    raise ValueError(f"row {row}, column {column} of a grid is taken twice or lies outside")
                taken[row, column] = box
    for row in range(grid.rows):
        for column in range(len(grid.widths)):
            taken.setdefault((row, column), Box(row, column))
    return taken
