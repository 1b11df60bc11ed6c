"""A quote: words of a clause, never typed, always located."""

from __future__ import annotations

from dataclasses import dataclass

from assistant.guideline.clause import Clause


class QuoteNotFound(ValueError):
    """The words do not stand in the clause."""


@dataclass(frozen=True, slots=True)
class Quote:
    """`clause.text[start:end]`. Make one with `locate` or `span`, which check it."""

    clause: Clause
    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end <= len(self.clause.text):
            raise QuoteNotFound(f"[{self.start}:{self.end}] is no span of clause {self.clause.id}")

    @property
    def text(self) -> str:
        """The words, in repaired text."""
        return self.clause.text[self.start : self.end]

    @property
    def source_span(self) -> tuple[int, int]:
        """Code-point offsets of the one contiguous run of the source behind the words."""
        return self.clause.offsets.span(self.start, self.end)


def locate(clause: Clause, words: str) -> Quote:
    """The first place where exactly `words` stand in the clause; QuoteNotFound otherwise."""
    start = clause.text.find(words) if words else -1
    if start < 0:
        raise QuoteNotFound(f"the words do not stand in clause {clause.id}")
    return Quote(clause, start, start + len(words))


def span(clause: Clause, start: int, end: int) -> Quote:
    """The quote of clause.text[start:end] without white space at its ends."""
    while start < end and clause.text[start].isspace():
        start += 1
    while end > start and clause.text[end - 1].isspace():
        end -= 1
    return Quote(clause, start, end)
