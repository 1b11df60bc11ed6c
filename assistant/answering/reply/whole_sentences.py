"""A short sentence is told whole: its second half carries the condition, the other duty or the day from which it
counts, and costs a reader less than a call. The value that was asked for stays in front, and alone of its kind."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import replace

from assistant.answering.grounds.finding import Finding
from assistant.answering.grounds.scene import days_in, quantities_in
from assistant.guideline.card import Card, Facet
from assistant.guideline.quote import Quote, span
from assistant.guideline.sentences import sentences

_SHORT = 90  # characters of a sentence that is told whole
_EARLY = 40  # characters in which a value stands (the contract)
_HELD = ("paragraph", "item", "note")  # a row or a field has no sentences
_NUMBER = re.compile(r"\d{3,5}-?\d{4,8}|\d{7,}")  # by which somebody is called
_OPENING = "“‘「《（("
# Who has one of these duties has the other that the sentence tells.
_DUTIES: frozenset[Facet] = frozenset({"task", "yearly", "material", "submission", "copies", "seal"})


def in_whole_sentences(finding: Finding, card: Card | None = None) -> Finding:
    """The finding of an open question, each quote that breaks off inside a short sentence grown to all of it. What the
    card tells as a point of its own is not told with another point."""
    if finding.silent or finding.verdict:
        return finding
    reviewed = [p for p in card.points if p.reviewed] if card else []
    told = {p.facet for p in reviewed if p.statement.quote in finding.quotes}
    if told - _DUTIES:
        return finding
    points = [p.statement.quote for p in reviewed if told and p.facet not in _DUTIES]
    said = finding.said
    quotes: list[Quote] = []
    for quote in finding.quotes:
        grown = _grown(quote, points)
        if grown is not quote and quote.text in said and grown.text not in said:
            value = "" if said.startswith(f"{_value(quote.text)}：") else _value(quote.text)
            late = bool(value) and grown.text.find(value) + len(value) > _EARLY and not quotes
            said = said.replace(quote.text, f"{value}：{grown.text}" if late else grown.text, 1)
        quotes.append(grown if grown.text in said else quote)
    return replace(finding, said=said, quotes=tuple(quotes))


def _grown(quote: Quote, others: Collection[Quote]) -> Quote:
    """The sentence that holds the quote, where it is short; without a half of it that tells another value of the
    quote's kind, or another point. The quote itself where words are cited in the sentence."""
    clause = quote.clause
    if clause.kind not in _HELD or clause.text[: quote.start].endswith(tuple(_OPENING)):
        return quote
    whole = next(((a, b) for a, b in sentences(clause.text) if a <= quote.start and quote.end <= b), None)
    if whole is None or whole[1] - whole[0] > _SHORT:
        return quote
    text = clause.text[whole[0] : whole[1]]
    start = whole[0] + len(text) - len(text.lstrip())
    end = whole[0] + len(re.sub(r"[，,；;：:。、\s]+$", "", text))
    if _of_its_own(quote, start, quote.start, others):
        start = quote.start
    if _of_its_own(quote, quote.end, end, others):
        end = quote.end
    return (
        quote
        if end <= quote.end and start >= quote.start
        else span(clause, min(start, quote.start), max(end, quote.end))
    )


def _of_its_own(quote: Quote, start: int, end: int, others: Collection[Quote]) -> bool:
    """Whether clause.text[start:end] tells a value of a kind that the quote has told, or another point."""
    if any(o.clause == quote.clause and o.start < end and start < o.end for o in others):
        return True
    return bool(_kinds(quote.text) & _kinds(quote.clause.text[start:end]))


def _kinds(text: str) -> set[str]:
    """The kinds of value in the text."""
    called = {"number"} if _NUMBER.search(text) else set()
    return called | {q.dimension for q in quantities_in(text)} | {"day" for _ in days_in(text)}


def _value(text: str) -> str:
    """The first figure or day of the text, "" where it has none."""
    spots = [(v.start, v.end) for v in (*quantities_in(text), *days_in(text))]
    start, end = min(spots, default=(0, 0))
    return text[start:end]
