"""The words that asides are made of, and rows of such words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from assistant.guideline.tables import table

MARKS = " \t\r\n，,。；;！!？?：:、.…~～-–—\"“”'"
_FAR = 16  # no word of asides is longer


@dataclass(frozen=True, slots=True)
class AsideWords:
    """`heads` make a row of words an aside however it is put, `told` only where it asks nothing, `words` make none of
    themselves. `leads` lead into a question without a mark, `tails` stand behind it; of `idle` nothing is asked."""

    heads: frozenset[str]
    told: frozenset[str]
    words: frozenset[str]
    leads: frozenset[str]
    tails: frozenset[str]
    units: frozenset[str]
    idle: frozenset[str]

    @property
    def all(self) -> frozenset[str]:
        """Every word that may stand in an aside."""
        return self.heads | self.told | self.words


def on_from(text: str, at: int, words: frozenset[str]) -> Iterable[int]:
    """Where the words that begin there end."""
    return (to for to in range(at + 1, min(at + _FAR, len(text)) + 1) if text[at:to] in words)


def row(text: str, words: frozenset[str], heads: frozenset[str] = frozenset()) -> bool | None:
    """Whether one of `heads` is among the words that the text is a row of; None where it is no row of `words`."""
    reached: list[set[bool]] = [{False}, *(set() for _ in text)]
    for at, char in enumerate(text):
        if char in MARKS:
            reached[at + 1] |= reached[at]
        for to in on_from(text, at, words) if reached[at] else ():
            reached[to] |= {headed or text[at:to] in heads for headed in reached[at]}
    return any(reached[-1]) if reached[-1] else None


@cache
def aside_words(language: str) -> AsideWords:
    """The words that ship with the package, for "zh" or "en"."""
    held = table(Path(__file__).parents[1] / "data" / "asides.toml")[language]
    lists = (frozenset(" ".join(held.get(name, ())).split()) for name in AsideWords.__slots__)
    return AsideWords(*lists)
