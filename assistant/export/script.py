"""What stands in a file, row by row, whatever the file is: paragraphs and rows of tables, their text and its look."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Setting:
    """How a character is set: the font for Chinese, "" where none is named; points; the fixed distance of its line in
    points, None where that is not fixed."""

    font: str = ""
    size: float = 0
    pitch: float | None = None


PLAIN = Setting()


@dataclass(frozen=True, slots=True)
class Told:
    """Text with, for each character, the name of the field's bookmark that it stands in ("" for none) and how it is
    set. `marks` are the bookmarks of fields that begin in it, of empty ones too."""

    text: str
    held: tuple[str, ...]
    settings: tuple[Setting, ...]
    marks: frozenset[str] = frozenset()


NOTHING = Told("", (), ())


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell from `column` on, over `columns` of its table's grid. `below` is one that only goes on with the cell above
    it, `tall` one that others may go on with."""

    column: int
    columns: int
    told: Told
    below: bool = False
    tall: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """A row of the table of that number, or a paragraph as one cell where `table` is -1. `over` are the texts of cells
    that began in a row above and reach down to it."""

    table: int
    cells: tuple[Cell, ...]
    over: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Script:
    """A file in reading order. `width` and `height` are those of its first page in centimetres, 0 where none is told;
    `mirrored` says that its margins are. `hidden` are words that are not shown; `tracked` whether there are changes
    that nobody accepted or refused."""

    rows: tuple[Row, ...]
    width: float = 0
    height: float = 0
    mirrored: bool = False
    hidden: tuple[str, ...] = ()
    tracked: bool = False

    @property
    def text(self) -> str:
        """All of it, one line a paragraph and one a row, the cells of which tabs part."""
        return "\n".join("\t".join(cell.told.text for cell in row.cells) for row in self.rows)


def joined(parts: Iterable[Told], between: str = "\n") -> Told:
    """Several texts as one; what parts two that stand in one bookmark stands in it as well."""
    text: list[str] = []
    held: list[str] = []
    settings: list[Setting] = []
    marks: frozenset[str] = frozenset()
    for number, part in enumerate(parts):
        if number:
            inside = held[-1] if held and part.held and held[-1] == part.held[0] else ""
            text.append(between)
            held += [inside] * len(between)
            settings += [PLAIN] * len(between)
        text.append(part.text)
        held += part.held
        settings += part.settings
        marks |= part.marks
    return Told("".join(text), tuple(held), tuple(settings), marks)
