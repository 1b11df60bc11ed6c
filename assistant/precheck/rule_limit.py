"""字数 of each field and of the whole text."""

from __future__ import annotations

from collections.abc import Iterator

from assistant.drafting.count import words
from assistant.drafting.field import Field, Limit
from assistant.drafting.within import whole_count
from assistant.guideline.patterns import regex
from assistant.paper.places import Place
from assistant.precheck.filing import Filing
from assistant.precheck.report import Point

_YEAR = regex(r"^[^\w\n]{0,3}(?:[（(]?[一二三四五六七八九\d]{1,2}[)）、.．])?\s*(20\d\d)年")


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
    if limit.remark is not None and _each_within(place.text, place.field, limit.most):
        return Point("limit", "unknown", "limit_by_year", values, spots, limit.quote)
    key = "limit_over_same" if limit.inherited_from else "limit_over"
    return Point("limit", "fail", key, values, spots, limit.quote)


def _each_within(text: str, field: Field, most: int) -> bool:
    """Whether a text that is parted by all the years wanted holds to the limit in each, where the words of the limit
    may mean that."""
    parts: dict[int, list[str]] = {}
    year = None
    for line in text.split("\n"):
        head = _YEAR.match(line)
        year = int(head[1]) if head is not None else year
        if year is None:
            return False
        parts.setdefault(year, []).append(line)
    if not field.years or not set(field.years) <= set(parts):
        return False
    return all(words("\n".join(lines)) <= most for lines in parts.values())
