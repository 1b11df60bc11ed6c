"""The second part of a question told by what the same clause goes on to say ("有效期多长？到期前什么时候复核？")."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from assistant.answering.grounds.finding import Finding
from assistant.answering.grounds.scene import quantities_in
from assistant.answering.question.asked_units import asked_unit
from assistant.answering.question.term import Term
from assistant.guideline.patterns import regex
from assistant.guideline.quote import span

_LONGEST = 300
_LEAST = 0.3
_EITHER = regex(r"还是|\bor\b")


def goes_on(first: Finding, more: Finding | None, part: str, terms: tuple[Term, ...]) -> Finding | None:
    """The first finding widened to its whole clause, where the rest of the clause speaks at least as much of the
    further part of the question (its words and `terms`) as what was found for it, or counts in the unit that it asks
    for; None otherwise."""
    if first.silent or first.verdict or len(first.quotes) != 1:
        return None
    quote = first.quotes[0]
    clause = quote.clause
    rest = clause.text[: quote.start] + clause.text[quote.end :]
    on = _more_of_it(terms, quote.text, rest)
    told = 1.0 if on or _counts(part, rest) else _share(terms, (rest,))
    elsewhere = _share(terms, (q.text for q in more.quotes)) if more and not on else 0.0
    same = [q for q in more.quotes if q.clause is clause and q.text not in quote.text] if more and not on else []
    within = more and not on and all(q.text in quote.text for q in more.quotes)
    if told < _LEAST or told < elsewhere or same or within and told == elsewhere and not _EITHER.search(part):
        return None
    whole = span(clause, 0, len(clause.text))
    return replace(first, quotes=(whole,), said=whole.text)


def _counts(part: str, text: str) -> bool:
    """Whether the part asks for a number of something ("几套") that the text counts."""
    unit, _ = asked_unit(part) or ("", "")
    return bool(unit) and any(q.unit == unit for q in quantities_in(text))


def _more_of_it(terms: tuple[Term, ...], told: str, rest: str) -> bool:
    """Whether the part only asks what comes then ("后面还有没有"), and the text goes on with values of the kind told."""
    kinds = {q.dimension for q in quantities_in(told)} - {"other"}
    return sum(t.weight for t in terms) < 1.0 and any(q.dimension in kinds for q in quantities_in(rest))


def _share(terms: tuple[Term, ...], texts: Iterable[str]) -> float:
    """How much of the terms' weight the texts speak of, 0..1."""
    low = " ".join(texts).lower()
    total = sum(t.weight for t in terms)
    return sum(t.weight for t in terms if any(a in low for a, _ in t.alternatives)) / total if total else 0.0
