"""What stands between the printed words of a form, in a text that may have been typed over."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from assistant.export.sheet import Line


@dataclass(frozen=True, slots=True)
class Printed:
    """Words of the form. `alone` where they are a whole line, `passing` where they stand only while nothing is
    filled in."""

    text: str
    alone: bool = False
    passing: bool = False


@dataclass(frozen=True, slots=True)
class Place:
    """Where the value of a field stands."""

    path: str


Token = Printed | Place


def tokens(lines: Iterable[Line]) -> list[Token]:
    """The printed words and places of lines in order; the pieces of one field are one place."""
    made: list[Token] = []
    for line in lines:
        alone = not any(piece.field for piece in line.pieces)
        if alone:
            faint = any(piece.faint for piece in line.pieces)
            if line.text.strip():
                made.append(Printed(line.text.strip(), True, faint))
            continue
        for piece in line.pieces:
            if piece.field:
                if Place(piece.field) not in made:
                    made.append(Place(piece.field))
            elif piece.text.strip():
                made.append(Printed(piece.text.strip(), False, piece.faint))
    return made


def segmented(order: Sequence[Token], text: str, held: Sequence[bool]) -> dict[str, str]:
    """The value of every place, without white space at its ends. `held` marks characters that are known to be filled
    in: printed words are never looked for there. Printed words that are gone are passed over.

    Whole lines of print are looked for first, so that what is missing between two of them changes nothing beyond.
    """
    for token in order:
        if isinstance(token, Printed) and token.passing and (start := _find(token, text, held, 0, False)) >= 0:
            text = text[:start] + " " * len(token.text) + text[start + len(token.text) :]
    found: dict[str, str] = {}
    part: list[Token] = []
    at = 0
    for token in order:
        if isinstance(token, Place) or not token.alone:
            part.append(token)
        elif not token.passing and (start := _find(token, text, held, at, False)) >= 0:
            found |= _between(part, text[at:start], held[at:start])
            part, at = [], start + len(token.text)
    return found | _between(part, text[at:], held[at:])


def _between(order: Sequence[Token], text: str, held: Sequence[bool]) -> dict[str, str]:
    """The values between two lines of print."""
    found: dict[str, str] = {}
    at, waiting = 0, ""
    for number, token in enumerate(order):
        if isinstance(token, Place):
            if waiting:
                found[waiting] = ""
            waiting = token.path
            continue
        last = not any(isinstance(later, Place) for later in order[number:])
        start = -1 if token.passing else _find(token, text, held, at, last)
        if start < 0:
            continue
        if waiting:
            found[waiting] = text[at:start].strip()
            waiting = ""
        at = start + len(token.text)
    if waiting:
        found[waiting] = text[at:].strip()
    return found


def _find(token: Printed, text: str, held: Sequence[bool], at: int, backwards: bool) -> int:
    """Where the printed words stand from `at` on, the last place if `backwards`; -1 where they do not."""
    best = -1
    start = text.find(token.text, at)
    while start >= 0:
        end = start + len(token.text)
        free = not (held[start] or held[end - 1])
        whole = not token.alone or (_blank(text, start, -1) and _blank(text, end, 1))
        if free and whole:
            if not backwards:
                return start
            best = start
        start = text.find(token.text, start + 1)
    return best


def _blank(text: str, at: int, step: int) -> bool:
    """Whether nothing but spaces stands from `at` to the end of the line, or to its beginning if `step` is -1."""
    at = at if step > 0 else at - 1
    while 0 <= at < len(text) and text[at] != "\n":
        if not text[at].isspace():
            return False
        at += step
    return True
