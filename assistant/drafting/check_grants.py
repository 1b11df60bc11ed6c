"""Rates, levies and counts that sentences claim, against what the programme's clauses grant and bound."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from assistant.drafting.case import Case
from assistant.drafting.draft import Flag
from assistant.drafting.grants import forgone_in
from assistant.drafting.matching import pairs
from assistant.guideline.card import Point
from assistant.guideline.clause import Clause
from assistant.guideline.quote import Quote, span
from assistant.guideline.sentences import sentences
from assistant.guideline.values import Quantity
from assistant.programmes.criteria import FACETS
from assistant.programmes.quantities import find_quantities

ALIKE = 0.5
"""How much of the sentence a clause must share to speak of the same rate."""
_BOUNDED = frozenset(FACETS)


def found(case: Case) -> Iterator[tuple[str, Flag]]:
    """Every sentence whose rate, levy or count a clause does not bear out."""
    rates = _points(case, "ratio")
    counts = [p for p in _points(case, "count") if p.facet in _BOUNDED]
    granted = _granted(case)
    for path, sentence in case.sentences():
        yield from ((path, flag) for flag in _rates(sentence, rates))
        yield from ((path, flag) for flag in _levies(sentence, granted))
        yield from ((path, flag) for flag in _counts(sentence, counts))


def _rates(sentence: str, rates: list[Point]) -> Iterator[Flag]:
    told = [q for q in find_quantities(sentence) if q.dimension == "ratio"]
    alike = [(share, n) for n, p in enumerate(rates) if (share := _shared(sentence, p.statement.quote)) >= ALIKE]
    if not told or not alike:
        return
    point = rates[max(alike, key=lambda pair: (pair[0], -pair[1]))[1]]
    bound = point.statement.value
    for quantity in told:
        ends = [end for end in (quantity.interval.low, quantity.interval.high) if end is not None]
        if isinstance(bound, Quantity) and any(not bound.interval.contains(end) for end in ends):
            yield Flag("rate", (("rate", sentence[quantity.start : quantity.end]),), point.statement.quote)


def _levies(sentence: str, granted: dict[str, Quote]) -> Iterator[Flag]:
    for levy in sorted(forgone_in(sentence) - granted.keys()):
        nearest = next(iter(granted.values()), None)
        yield Flag("levy" if nearest else "levy_unknown", (("levy", levy),), nearest or sentence)


def _counts(sentence: str, points: list[Point]) -> Iterator[Flag]:
    for quantity in find_quantities(sentence):
        number = quantity.interval.low
        if quantity.dimension != "count" or number is None or not quantity.interval.exact:
            continue
        for point in points:
            bound = point.statement.value
            if isinstance(bound, Quantity) and _same(quantity, bound, sentence) and _past(number, bound):
                yield Flag("count", (("given", sentence[quantity.start : quantity.end]),), point.statement.quote)
                break


def _same(quantity: Quantity, bound: Quantity, sentence: str) -> bool:
    """Whether both count the same: the clause's noun stands right beside the sentence's number."""
    noun = bound.head.strip("“”")
    near = sentence[max(0, quantity.start - len(noun) - 6) : quantity.end + len(noun) + 4]
    return bool(noun) and quantity.unit == bound.unit and noun in near.replace("“", "").replace("”", "")


def _past(number: Fraction, bound: Quantity) -> bool:
    """Whether the number is over the most that the clause allows; what is under the least may only be a part."""
    return bound.interval.high is not None and not bound.interval.contains(number) and number >= bound.interval.high


def _points(case: Case, attribute: str) -> list[Point]:
    """The points of that attribute on all cards of the form, each quote once."""
    found: dict[tuple[str, str, int], Point] = {}
    for card in case.cards_of():
        for point in card.points:
            said = point.statement
            if said.attribute == attribute and point.replaced is None and isinstance(said.value, Quantity):
                found.setdefault((said.quote.clause.document, said.quote.clause.id, said.quote.start), point)
    return list(found.values())


def _granted(case: Case) -> dict[str, Quote]:
    """Every levy that the form's document forgoes, with the sentence that does."""
    granted: dict[str, Quote] = {}
    guideline = case.guideline()
    for clause in guideline.clauses if guideline is not None else ():
        for quote in _sentences(clause):
            for levy in sorted(forgone_in(quote.text)):
                granted.setdefault(levy, quote)
    return granted


def _sentences(clause: Clause) -> Iterator[Quote]:
    if any(char in clause.text for char in "税费附加"):
        for start, end in sentences(clause.text):
            yield span(clause, start, end)


def _shared(sentence: str, quote: Quote) -> float:
    mine = {pair for pair in pairs(sentence) if not any(char.isdigit() for char in pair)}
    return len(mine & pairs(quote.text)) / len(mine) if mine else 0.0
