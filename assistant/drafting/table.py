"""A table of a form as a full grid of cells, so that it can be drawn again with its merged boxes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from assistant.drafting.field import Field, Remark
from assistant.guideline.quote import Quote


@dataclass(frozen=True, slots=True)
class Printed:
    """Words that the form prints as they are: labels, declarations, captions. `mark` is the footnote mark after them
    (¹); `declares` where who signs the form says them."""

    quote: Quote
    mark: str = ""
    declares: bool = False


@dataclass(frozen=True, slots=True)
class RowNumber:
    """The running number of a row (序号), from 1; nobody fills it in."""


Item = Printed | Field | RowNumber
"""What stands in a cell or on a line. A field there shows its value and a unit beside it, or its boxes, or room for
ink; its label is shown by the Printed before it, or by another cell."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line outside a table: 推荐单位：_____（公章） 填报人及联系方式：_____"""

    items: tuple[Item, ...]

    def fields(self) -> Iterator[Field]:
        """Its fields in order."""
        return (item for item in self.items if isinstance(item, Field))


@dataclass(frozen=True, slots=True)
class Cell:
    """A box of a table at `row`, `column` (from 0) over `rows` x `columns`; `items` from top to bottom, () for an
    empty box. `heading` for labels, which are set apart from what is filled in."""

    row: int
    column: int
    rows: int
    columns: int
    items: tuple[Item, ...]
    heading: bool = False


@dataclass(frozen=True, slots=True)
class Repeat:
    """Rows that hold one record each. Grid row `row`, with the `rows` - 1 after it, is the pattern of them, `printed`
    how many records the form has room for; `quote` are the words that let more be added, None where the form says
    nothing of it. The field "list.name" of the n-th record of `path` "list" is addressed "list.n.name", n from 1."""

    path: str
    label: Quote
    row: int
    rows: int
    printed: int
    quote: Quote | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """A table as a full grid: every box of `height` x `width` is covered by one cell exactly once.

    `widths` are shares of the page width by column; the first `head` rows are repeated on every page.
    """

    id: str
    height: int
    width: int
    widths: tuple[int, ...]
    cells: tuple[Cell, ...]
    head: int = 0
    repeats: tuple[Repeat, ...] = ()
    remarks: tuple[Remark, ...] = ()

    def fields(self) -> Iterator[Field]:
        """Its fields in reading order."""
        return (item for cell in self.cells for item in cell.items if isinstance(item, Field))
