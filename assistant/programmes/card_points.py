"""A reviewer's point held against the document: the quote must stand there and the value in the quote."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from typing import Any

from assistant.guideline.document import Guideline
from assistant.guideline.quote import Quote, QuoteNotFound, locate
from assistant.guideline.statement import Statement
from assistant.guideline.values import Contact, Day, Interval, Quantity, Unit
from assistant.programmes.card_files import Draft, Place
from assistant.programmes.counts import operator_of
from assistant.programmes.days import find_days
from assistant.programmes.facets import attribute_of
from assistant.programmes.modality import exceptions_of, modality_of
from assistant.programmes.numerals import half_width
from assistant.programmes.quantities import find_quantities
from assistant.programmes.unit_lists import read_units


class Unfit(ValueError):
    """A point does not fit its document: quote not found, or value not in the quote. The text, English, says which."""


def placed(place: Place, own: Guideline, guidelines: dict[str, Guideline]) -> Quote:
    """The quote of a place; Unfit where the words stand in no clause, or in several and none is named."""
    guideline = guidelines.get(place.document) if place.document else own
    if guideline is None:
        raise Unfit(f"there is no document {place.document}")
    clauses = [c for c in guideline.clauses if place.quote in c.text and place.clause in ("", c.id)]
    if not clauses:
        raise Unfit("the quote is not found")
    if len(clauses) > 1:
        raise Unfit(f"the quote stands in {len(clauses)} clauses; name one of {', '.join(c.id for c in clauses)}")
    try:
        return locate(clauses[0], place.quote)
    except QuoteNotFound as error:
        raise Unfit(str(error)) from None


def stated(draft: Draft, programme: str, own: Guideline, guidelines: dict[str, Guideline]) -> Statement:
    """The statement of a point; Unfit where it does not fit its document."""
    quote = placed(draft.place, own, guidelines)
    words = half_width(quote.text)
    value = _value(draft, quote, words)
    units = tuple(u for w in draft.units for u in _units(w, words))
    usual = operator_of(value) if isinstance(value, Quantity) else "is" if draft.closed or not units else "includes"
    return Statement(
        (programme,),
        draft.attribute or attribute_of(draft.facet),
        draft.role,
        units,
        draft.subject,
        draft.operator or usual,
        value,
        draft.modality or modality_of(words),
        draft.closed,
        exceptions_of(words) if draft.exceptions is None else draft.exceptions,
        quote,
    )


def _value(draft: Draft, quote: Quote, words: str) -> Quantity | Day | Contact | str | None:
    if draft.number is not None:
        return _quantity(draft.number, quote, words)
    if draft.day:
        return _day(draft.day, quote, words)
    if draft.contact:
        # Several telephones of one contact are joined by 、, whatever parts them in the document.
        missing = [v for joined in draft.contact.values() for v in joined.split("、") if half_width(v) not in words]
        if missing:
            raise Unfit(f"{missing[0]!r} does not stand in the quote")
        return Contact(**draft.contact)
    if draft.text and half_width(draft.text) not in words:
        raise Unfit(f"{draft.text!r} does not stand in the quote")
    return draft.text or None


def _quantity(number: dict[str, Any], quote: Quote, words: str) -> Quantity:
    low, high = number.get("min", number.get("over")), number.get("max", number.get("under"))
    wanted = Interval(_fraction(low), _fraction(high), "over" in number, "under" in number)
    read = [q for q in find_quantities(words) if q.unit == number.get("unit")]
    held = {bound for q in read for bound in (q.interval.low, q.interval.high)}
    bounds = {b for b in (wanted.low, wanted.high) if b is not None}
    if not bounds or not bounds <= held:
        raise Unfit(f"the quote does not hold {number}")
    best = min(read, key=lambda q: (q.interval != wanted, not bounds & {q.interval.low, q.interval.high}))
    return replace(best, interval=wanted, start=best.start + quote.start, end=best.end + quote.start)


def _fraction(bound: Any) -> Fraction | None:
    try:
        return None if bound is None else Fraction(str(bound))
    except (ValueError, ZeroDivisionError):
        raise Unfit(f"{bound!r} is no number") from None


def _day(day: str, quote: Quote, words: str) -> Day:
    parts = [int(p) for p in day.split("-") if p.isdecimal()]
    year = parts.pop(0) if parts and parts[0] > 12 else None
    month, number = parts[0] if parts else 0, parts[1] if len(parts) > 1 else None
    for found in find_days(words):
        if (found.year, found.month, found.day) == (year, month, number):
            return replace(found, start=found.start + quote.start, end=found.end + quote.start)
    raise Unfit(f"the quote does not hold the date {day}")


def _units(names: str, words: str) -> tuple[Unit, ...]:
    """The kinds that the words name; a list is given whole where its items share a region (市内的企业、学校)."""
    if half_width(names) not in words:
        raise Unfit(f"the unit {names!r} does not stand in the quote")
    listed = read_units(half_width(names))
    if not listed.units or not listed.whole:
        raise Unfit(f"{names!r} is not one kind of unit, nor a list of them")
    return listed.units
