"""A form row by row, as it is looked for in a file: what each row prints, its places, what reaches into it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from assistant.export.folding import folded
from assistant.export.searching import Printed
from assistant.export.segments import Place, Token, tokens
from assistant.export.sheet import Again, Block, Box, Grid, Line, Sheet
from assistant.export.wordnames import bookmark

_WEIGHTY = 8
_TOLD = ("title", "heading", "subheading", "caption", "cover", "mark")
"""Roles of lines whose absence is told; the number of the annex and instructions may be left out."""


@dataclass(frozen=True, slots=True)
class Label:
    """Words by which a row is known: as printed and as compared. `whole` where they fill a cell or line; `told` where
    it is told if they stand nowhere."""

    text: str
    key: str
    whole: bool
    told: bool

    @property
    def weight(self) -> float:
        """How much it says that they are found."""
        return 1 + min(len(self.key), _WEIGHTY) / 4


@dataclass(frozen=True, slots=True)
class Spot:
    """A cell of a row, or the whole of a line. `counts` where it holds nothing but the number of a record."""

    column: int
    columns: int
    tokens: tuple[Token, ...]
    labels: tuple[Label, ...]
    paths: tuple[str, ...]
    counts: bool = False

    @property
    def label(self) -> Label | None:
        """What it prints, where it is a label and nothing else."""
        return self.labels[0] if self.labels and not self.paths else None


@dataclass(frozen=True, slots=True)
class FormRow:
    """`grid` is the number of the grid that it belongs to, -1 for a line; `over` is what is printed in boxes that began
    above and reach down to it, as compared, with column and columns; `again` the records whose pattern it is part of.
    `prose` is a place that stands on lines or in a box of its own."""

    grid: int
    spots: tuple[Spot, ...]
    over: tuple[tuple[str, int, int], ...] = ()
    again: Again | None = None
    prose: bool = False

    @property
    def labels(self) -> tuple[Label, ...]:
        """All that it prints."""
        return tuple(label for spot in self.spots for label in spot.labels)

    @property
    def paths(self) -> tuple[str, ...]:
        """All its places."""
        return tuple(path for spot in self.spots for path in spot.paths)

    @property
    def tokens(self) -> tuple[Token, ...]:
        """Its print and places in order."""
        return tuple(token for spot in self.spots for token in spot.tokens)

    @property
    def shared(self) -> bool:
        """Whether what it prints is printed once for all records, which have a row each."""
        return self.again is not None and self.again.rows == 1

    def marks(self) -> frozenset[str]:
        """The bookmarks of its places."""
        return frozenset(map(bookmark, self.paths))


def form_rows(sheet: Sheet) -> tuple[FormRow, ...]:
    """The rows of a form in reading order, of records the first alone."""
    made: list[FormRow] = []
    for number, block in enumerate(sheet.blocks):
        if isinstance(block, Line):
            if block.pieces:
                made.append(_line(block))
        else:
            made += _rows(block, number)
    return tuple(made)


def guidance(sheet: Sheet) -> frozenset[str]:
    """What stands only while nothing is filled in, as compared."""
    return frozenset(
        folded(line.text) for line in _lines(sheet.blocks) if any(piece.faint for piece in line.pieces) and line.text
    )


def _lines(blocks: tuple[Block, ...]) -> Iterator[Line]:
    for block in blocks:
        if isinstance(block, Line):
            yield block
        else:
            for box in block.boxes:
                yield from box.lines


def _line(line: Line) -> FormRow:
    told = (line.role in _TOLD and not (line.role == "heading" and line.align == "center")) or line.keep
    spot = _spot(0, 1, (line,), told)
    return FormRow(-1, (spot,), prose=bool(spot.paths) and not spot.labels)


def _rows(grid: Grid, number: int) -> Iterator[FormRow]:
    dropped = {
        row for again in grid.again for row in range(again.first + again.rows, again.first + again.count * again.rows)
    }
    for row in range(grid.rows):
        if row in dropped:
            continue
        again = next((one for one in grid.again if one.first <= row < one.first + one.rows), None)
        here = sorted((box for box in grid.boxes if box.row == row), key=lambda box: box.column)
        over = tuple(
            (folded("".join(line.text for line in box.lines)), box.column, box.columns)
            for box in grid.boxes
            if box.row < row < box.row + box.rows and not _placed(box)
        )
        spots = tuple(_box(box, again) for box in here)
        prose = len(spots) == 1 and not over and again is None and bool(spots[0].paths) and not spots[0].labels
        yield FormRow(number, spots, over, again, prose)


def _box(box: Box, again: Again | None) -> Spot:
    made = _spot(box.column, box.columns, box.lines, True)
    if again is not None and made.label is not None and made.label.key.isdigit():
        return replace(made, labels=(), counts=True)
    return made


def _placed(box: Box) -> bool:
    return any(piece.field for line in box.lines for piece in line.pieces)


def _spot(column: int, columns: int, lines: tuple[Line, ...], told: bool) -> Spot:
    order = tuple(tokens(lines))
    paths = tuple(token.path for token in order if isinstance(token, Place))
    return Spot(column, columns, order, tuple(_labels(lines, order, told, bool(paths))), paths)


def _labels(lines: tuple[Line, ...], order: tuple[Token, ...], told: bool, placed: bool) -> Iterator[Label]:
    """What is printed, but for guidance and for units behind a blank. A cell of labels alone is one."""
    if not placed:
        texts = [line.text.strip() for line in lines if not any(piece.faint for piece in line.pieces)]
        signed = len(texts) > 2
        for text in texts if signed else ["".join(texts)]:
            if _says(key := folded(text)):
                yield Label(text, key, not signed, told)
        return
    before: Token | None = None
    for token in order:
        if isinstance(token, Printed) and not token.passing and (token.alone or not isinstance(before, Place)):
            if _says(token.key):
                yield Label(token.text, token.key, False, True)
        before = token


def _says(key: str) -> bool:
    """Whether words are any by which one knows a place; those of a day to be filled in are none."""
    return sum(sign.isalnum() for sign in key) >= 2 and key != "年月日" or (key.isdigit() and bool(key))
