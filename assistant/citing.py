"""Quotes numbered as sources: each once, in the order in which they are told."""

from __future__ import annotations

from collections.abc import Iterable

from assistant.answering.answer import Citation
from assistant.guideline.document import Guideline
from assistant.guideline.quote import Quote


class Citations:
    """Numbers quotes from 1; `documents` are those that they stand in."""

    def __init__(self, documents: Iterable[Guideline]) -> None:
        self._documents = {guideline.id: guideline for guideline in documents}
        self._held: dict[tuple[str, str, int, int], Citation] = {}

    def number(self, quote: Quote, programme: str) -> int:
        """The number of the quote; the programme that it is first told of stays with it."""
        key = (quote.clause.document, quote.clause.id, quote.start, quote.end)
        if key not in self._held:
            self._held[key] = self._cited(len(self._held) + 1, quote, programme)
        return self._held[key].n

    def numbers(self, quotes: Iterable[Quote], programme: str) -> list[int]:
        """The numbers of several quotes, in order."""
        return [self.number(quote, programme) for quote in quotes]

    @property
    def all(self) -> tuple[Citation, ...]:
        """Every quote numbered so far, in order."""
        return tuple(self._held.values())

    def _cited(self, n: int, quote: Quote, programme: str) -> Citation:
        document = self._documents[quote.clause.document]
        start, end = quote.source_span
        title = document.entry.title or document.entry.file
        return Citation(
            n, programme, document.id, title, quote.clause.id, quote.clause.place,
            quote.clause.page, quote.text, document.source[start:end], start, end,
        )  # fmt: skip
