"""字数 of each field and of the whole text."""

from __future__ import annotations

from collections.abc import Iterator

from assistant.drafting.count import words
from assistant.drafting.field import Limit
from assistant.drafting.within import whole_count
from assistant.paper.places import Place
from assistant.precheck.filing import Filing
from assistant.precheck.report import Point


def found(filing: Filing) -> Iterator[Point]:
    """Each text against its limit, then all of them together against that of the whole."""
    for place in filing.mine():
        if place.field.limit is not None and place.text.strip() and not place.field.options:
            yield _of(filing, place, place.field.limit)
    whole = filing.known.whole
    held = [place for place in filing.prose() if not place.field.repeat]
    if whole is not None and held and not filing.paper.unread:
        count = whole_count((place.field.label.text, place.text) for place in held)
        key, outcome = ("whole_over", "fail") if count > whole.most else ("whole_within", "pass")
        values = (("count", str(count)), ("most", str(whole.most)), ("over", str(max(0, count - whole.most))))
        yield Point("whole_limit", "fail" if outcome == "fail" else "pass", key, values, (), whole.quote)


def _of(filing: Filing, place: Place, limit: Limit) -> Point:
    count = words(place.text)
    values = (
        ("about", filing.spot(place.path).label),
        ("count", str(count)),
        ("most", str(limit.most)),
        ("over", str(max(0, count - limit.most))),
    )
    spots = filing.spots((place.path,))
    if count <= limit.most:
        return Point("limit", "pass", "limit_within", values, spots, limit.quote)
    key = "limit_over_same" if limit.inherited_from else "limit_over_strict" if limit.remark else "limit_over"
    return Point("limit", "fail", key, values, spots, limit.quote)
