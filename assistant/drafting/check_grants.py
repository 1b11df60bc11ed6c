"""Rates, levies and counts that sentences claim, against what the programme's clauses grant and bound."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction

from assistant.drafting.case import Case
from assistant.drafting.draft import Flag
from assistant.drafting.grants import forgone_in
from assistant.drafting.grounds import Grounds
from assistant.drafting.matching import pairs
from assistant.guideline.card import Point
from assistant.guideline.patterns import regex
from assistant.guideline.quote import Quote
from assistant.guideline.values import Quantity
from assistant.programmes.quantities import find_quantities

_SHARE, _MARKS = regex(r"[%％‰]|分之|[一二三四五六七八九十两几]成"), regex(r"[“”]")
ALIKE = 0.5
"""How much of the sentence a clause must share to speak of the same rate."""


def found(case: Case) -> Iterator[tuple[str, Flag]]:
    """Every sentence whose rate, levy or count a clause does not bear out."""
    grounds = case.grounds
    for path, sentence in case.sentences():
        quantities = find_quantities(sentence) if _bounded(sentence, grounds) else ()
        yield from ((path, flag) for flag in _rates(sentence, quantities, grounds.rates))
        yield from ((path, flag) for flag in _levies(sentence, grounds.granted))
        yield from ((path, flag) for flag in _counts(sentence, quantities, grounds.counts))


def _bounded(sentence: str, grounds: Grounds) -> bool:
    """Whether a clause may bound a number of the sentence: one of its shares, or one beside the noun that it counts."""
    if grounds.rates and _SHARE.search(sentence):
        return True
    plain = _MARKS.sub("", sentence)
    return any(noun in plain for noun in map(_noun, grounds.counts))


def _noun(point: Point) -> str:
    bound = point.statement.value
    return _MARKS.sub("", bound.head) if isinstance(bound, Quantity) and bound.head else "\n"


def _rates(sentence: str, quantities: Sequence[Quantity], rates: Sequence[Point]) -> Iterator[Flag]:
    told = [q for q in quantities if q.dimension == "ratio"]
    if not told:
        return
    alike = [(share, n) for n, p in enumerate(rates) if (share := _shared(sentence, p.statement.quote)) >= ALIKE]
    if not alike:
        return
    point = rates[max(alike, key=lambda pair: (pair[0], -pair[1]))[1]]
    bound = point.statement.value
    for quantity in told:
        ends = [end for end in (quantity.interval.low, quantity.interval.high) if end is not None]
        if isinstance(bound, Quantity) and any(not bound.interval.contains(end) for end in ends):
            yield Flag("rate", (("rate", sentence[quantity.start : quantity.end]),), point.statement.quote)


def _levies(sentence: str, granted: Mapping[str, Quote]) -> Iterator[Flag]:
    for levy in sorted(forgone_in(sentence) - granted.keys()):
        nearest = next(iter(granted.values()), None)
        yield Flag("levy" if nearest else "levy_unknown", (("levy", levy),), nearest or sentence)


def _counts(sentence: str, quantities: Sequence[Quantity], points: Sequence[Point]) -> Iterator[Flag]:
    for quantity in quantities:
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


def _shared(sentence: str, quote: Quote) -> float:
    mine = {pair for pair in pairs(sentence) if not any(char.isdigit() for char in pair)}
    return len(mine & pairs(quote.text)) / len(mine) if mine else 0.0
