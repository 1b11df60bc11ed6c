"""Forms whose table fell apart in recognition: cells on lines of their own, labels down the side."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from assistant.reading.fields import is_guidance
from assistant.reading.filled import width
from assistant.reading.lines import Line
from assistant.reading.mapped import EMPTY, Mapped
from assistant.reading.spacing import tidy

_FRAGMENT = re.compile("[\u4e00-\u9fff]{1,2}")
_NOISE = re.compile(r"[()（）|｜\W_]{1,2}")
_FOOTNOTE = re.compile("[¹²³]")


@dataclass(frozen=True, slots=True)
class Piece:
    """One cell or line, and how many blank lines stand before it."""

    text: Mapped
    gap: int
    page: int | None
    same_line: bool


@dataclass(frozen=True, slots=True)
class Loose:
    """A clause of a scrambled form: a side label ("heading"), a field with its label, or a note."""

    kind: Literal["heading", "field", "note"]
    text: Mapped
    name: str
    page: int | None


def is_scrambled(lines: Sequence[Line]) -> bool:
    """Whether the lines are the debris of a table rather than text."""
    if len(lines) < 30:
        return False
    narrow = sum(1 for line in lines if width(line.words) <= 8)
    labelled = sum(1 for line in lines if re.match("[一二三四五六七八九十]、", line.words))
    return narrow * 2 > len(lines) and labelled < 2


def loose_of(lines: Sequence[Line], wide: bool) -> tuple[Loose, ...]:
    """The form as best it can be read: every guidance with its label, every group of options."""
    pieces, sides = _pieces(lines, wide)
    found: list[tuple[int, Loose]] = list(sides)
    at = 0
    while at < len(pieces):
        end, loose = _take(pieces, at)
        found.append((loose.text.starts[0], loose))
        at = end
    return tuple(loose for _, loose in sorted(found, key=lambda pair: pair[0]))


def _take(pieces: Sequence[Piece], at: int) -> tuple[int, Loose]:
    piece = pieces[at]
    words = piece.text.text
    after = pieces[at + 1] if at + 1 < len(pieces) else None
    if _FOOTNOTE.match(words):
        text, end = piece.text, at + 1
        while end < len(pieces) and pieces[end].same_line:
            text, end = text.then(pieces[end].text, " "), end + 1
        return end, Loose("note", text, "", piece.page)
    if is_guidance(words):
        if after and _names(after) and not (at + 2 < len(pieces) and _directly(pieces, at + 1)):
            return at + 2, Loose("field", piece.text.then(after.text, " "), after.text.text, piece.page)
        return at + 1, Loose("field", piece.text, "", piece.page)
    if after is not None and _directly(pieces, at):
        return at + 2, Loose("field", piece.text.then(after.text, " "), words, piece.page)
    text, end = piece.text, at + 1
    options = "□" in words
    name = pieces[at - 1].text.text if options and at and piece.gap == 0 and _names(pieces[at - 1]) else ""
    while end < len(pieces) and _joins(pieces, end, options, text.text):
        text, end = text.then(pieces[end].text, _between(text.text, pieces[end].text.text)), end + 1
    if end == at + 1 and _names(piece):
        name = words
    return end, Loose("field", text, name, piece.page)


def _joins(pieces: Sequence[Piece], at: int, options: bool, words: str) -> bool:
    piece = pieces[at]
    if is_guidance(piece.text.text) or _FOOTNOTE.match(piece.text.text):
        return False
    if options:
        return words.endswith("□") or ("□" in piece.text.text and not words.endswith("□其他"))
    return not words.endswith("。") and not _directly(pieces, at) and piece.gap < 2 and "□" not in piece.text.text


def _between(left: str, right: str) -> str:
    return "" if left.endswith(("、", "，")) or (width(left) > 20 and right.endswith("。")) else " "


def _directly(pieces: Sequence[Piece], at: int) -> bool:
    """Whether guidance follows this label on the same or the very next line."""
    if at + 1 >= len(pieces) or not is_guidance(pieces[at + 1].text.text):
        return False
    return pieces[at + 1].gap == 0 and _names(pieces[at])


def _names(piece: Piece) -> bool:
    words = piece.text.text
    return 2 <= len(words) <= 24 and "□" not in words and not is_guidance(words) and words[-1] not in "。：:"


def _pieces(lines: Sequence[Line], wide: bool) -> tuple[list[Piece], list[tuple[int, Loose]]]:
    """The cells in order without the labels that run down the side, and those labels whole."""
    pieces: list[Piece] = []
    sides: list[tuple[int, Loose]] = []
    side, missed, apart = EMPTY, 0, 0
    page = lines[0].page if lines else None

    def close() -> None:
        nonlocal side
        if len(side) >= 4:
            sides.append((side.starts[0], Loose("heading", side, side.text, page)))
        elif side.text:
            pieces.append(Piece(side, 2, page, False))
        side = EMPTY

    for line in lines:
        cells = [cell for cell in _cells(line, wide) if not _NOISE.fullmatch(cell.text)]
        if cells and _FRAGMENT.fullmatch(cells[0].text) and "年" not in cells[0].text:
            side, missed = side.then(cells[0]), 0
            cells, apart = cells[1:], 1
        elif side.text:
            missed += 1
            if missed > 1:
                close()
        for i, cell in enumerate(cells):
            pieces.append(Piece(cell, max(line.gap, apart) if i == 0 else 0, line.page, i > 0))
            apart = 0
    close()
    pieces.sort(key=lambda piece: piece.text.starts[0])
    return pieces, sides


def _cells(line: Line, wide: bool) -> list[Mapped]:
    cells, at = [], 0
    for piece in line.raw.text.split("\t"):
        cells.append(tidy(line.raw.cut(at, at + len(piece)), wide))
        at += len(piece) + 1
    return [cell for cell in cells if cell.text]
