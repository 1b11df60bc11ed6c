"""A text in parts of whole sentences, which can be shortened without cutting one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from assistant.drafting.draft import placeholder
from assistant.drafting.pieces import Piece


@dataclass(frozen=True, slots=True)
class Part:
    """A paragraph: a heading, sentences, and what is missing where none of them tells it ("" where nothing must)."""

    heading: str
    pieces: tuple[Piece, ...]
    missing: str = ""
    element: str = ""

    @property
    def text(self) -> str:
        """The paragraph; "" where there is nothing to tell and nothing missing."""
        told = "".join(piece.text for piece in self.pieces)
        open_point = placeholder(self.missing) if self.missing and not any(p.tells for p in self.pieces) else ""
        return f"{self.heading}{told}{open_point}" if told or open_point else ""


@dataclass(frozen=True, slots=True)
class Shortened:
    """Parts that fit, and the sentences that had to go."""

    parts: tuple[Part, ...]
    dropped: tuple[str, ...]


def rendered(parts: tuple[Part, ...]) -> str:
    """The paragraphs as a text."""
    return "\n".join(text for part in parts if (text := part.text))


def shortened(parts: tuple[Part, ...], fits: Callable[[tuple[Part, ...]], bool]) -> Shortened:
    """The parts without as many whole sentences as it takes to fit.

    First goes what alone does not fit, then what counts least, from the part that holds most; a part loses its only
    sentence when every other has but one; then a mark of what is missing stands there. Headings go last.
    """
    dropped: list[str] = []
    for at, part in enumerate(parts):
        alone = [piece for piece in part.pieces if not fits((Part("", (piece,)),))]
        if alone:
            dropped += [piece.text for piece in alone]
            left = tuple(piece for piece in part.pieces if piece not in alone)
            parts = (*parts[:at], replace(part, pieces=left), *parts[at + 1 :])
    while not fits(parts) and any(piece.text for part in parts for piece in part.pieces):
        at, n = _least(parts)
        piece = parts[at].pieces[n]
        dropped.append(piece.text)
        left = (*parts[at].pieces[:n], *parts[at].pieces[n + 1 :])
        parts = (*parts[:at], replace(parts[at], pieces=left), *parts[at + 1 :])
    if not fits(parts):
        parts = tuple(replace(part, heading="") for part in parts)
    while not fits(parts) and len([part for part in parts if part.text]) > 1:
        parts = parts[:-1]
    return Shortened(parts, tuple(dropped))


def _least(parts: tuple[Part, ...]) -> tuple[int, int]:
    """The place of the sentence that goes next."""
    places = [(at, n) for at, part in enumerate(parts) for n, piece in enumerate(part.pieces) if piece.text]

    def worth(place: tuple[int, int]) -> tuple[bool, int, int, int, int]:
        at, n = place
        told = [piece for piece in parts[at].pieces if piece.text]
        alone = len(told) == 1 and bool(parts[at].missing)
        return (alone, parts[at].pieces[n].keep, -len(parts[at].text), -at, -n)

    return min(places, key=worth)
