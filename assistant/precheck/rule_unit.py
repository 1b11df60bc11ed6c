"""Boxes of numbers: what stands there is a number, in the unit that the form counts in."""

from __future__ import annotations

from collections.abc import Iterator

from assistant.drafting.values import bare
from assistant.precheck.amounts import amount_of, other_unit, tells_number
from assistant.precheck.filing import Filing
from assistant.precheck.flagged import Flagged, points_of
from assistant.precheck.report import Point


def found(filing: Filing, flags: tuple[Flagged, ...]) -> Iterator[Point]:
    """Each number in another unit, each that cannot be read or is only about so much, and one pass for the others."""
    points = list(points_of(flags, "unit", filing))
    right = 0
    for place in filing.mine():
        if place.field.kind != "number" or place.value is None or not place.text.strip():
            continue
        amount = amount_of(place.value)
        wanted = place.field.unit.text if place.field.unit is not None else ""
        quote = place.field.unit or place.field.label
        values = (("about", bare(filing.spot(place.path).label)), ("told", place.text[:30]), ("wanted", wanted))
        spots = filing.spots((place.path,))
        if amount is None and not tells_number(place.text):
            points.append(Point("unit", "fail", "number_none", values, spots, quote))
        elif amount is None:
            points.append(Point("unit", "unknown", "number_unread", values, spots, quote))
        elif other_unit(amount.unit, wanted):
            points.append(Point("unit", "fail", "number_unit", values, spots, quote))
        elif not amount.exact:
            points.append(Point("unit", "unknown", "number_about", values, spots, quote))
        else:
            right += 1
    yield from points
    if right and not points:
        yield Point("unit", "pass", "numbers_read", (("n", str(right)),))
