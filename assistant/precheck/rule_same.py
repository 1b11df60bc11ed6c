"""What is told twice: the same fact in two places of the form, and a number in prose beside that of its table."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from decimal import Decimal

from assistant.drafting.days import day_in
from assistant.drafting.field import Field
from assistant.drafting.values import bare
from assistant.guideline.patterns import regex
from assistant.paper.places import Place
from assistant.precheck.filing import Filing, shown
from assistant.precheck.flagged import Flagged, points_of
from assistant.precheck.report import Point

_MARKS = regex(r"[\s“”\"'‘’（）()《》,，、.。:：;；-]")
_FOUNDED = ".founded"
_BORN = regex(
    r"[^。；，]{0,12}?(?:成立|组建|创建|设立)于?[^\d。；]{0,4}(?P<after>20\d\d)年"
    r"|[^。；，\d]{0,6}(?:于|在)?(?P<before>20\d\d)年[^。；，\d]{0,8}(?:成立|组建|创建|设立)"
)


def found(filing: Filing, flags: tuple[Flagged, ...]) -> Iterator[Point]:
    """Each pair that differs, and one pass for the facts that stand twice and agree."""
    agreed: list[str] = []
    for fact, places in _told_twice(filing).items():
        kinds = {_plain(place.field, place) for place in places}
        if len(kinds) == 1:
            agreed += [place.path for place in places]
            continue
        yield _differs(fact, places, kinds, filing)
    prose = tuple(points_of(flags, "same_figure", filing))
    yield from prose
    born = tuple(_born(filing))
    yield from born
    if agreed:
        yield Point("same_figure", "pass", "same_told", (("n", str(len(agreed))),), filing.spots(agreed))
    if not prose and not born and filing.numbers and any(filing.prose()):
        yield Point("same_figure", "pass", "same_prose", ())


def _told_twice(filing: Filing) -> dict[tuple[str, int | None], list[Place]]:
    held: dict[tuple[str, int | None], list[Place]] = {}
    for place in filing.mine():
        if place.field.fact and not place.field.repeat and place.value is not None and place.text.strip():
            held.setdefault((place.field.fact, place.field.year), []).append(place)
    return {fact: places for fact, places in held.items() if len(places) > 1}


def _plain(field: Field, place: Place) -> str:
    if field.kind == "number" and isinstance(place.value, Decimal):
        return format(place.value.normalize(), "f")
    day = day_in(place.text) if field.kind in ("date", "text") else None
    return day or _MARKS.sub("", unicodedata.normalize("NFKC", place.text)).casefold()


def _differs(fact: tuple[str, int | None], places: Sequence[Place], kinds: set[str], filing: Filing) -> Point:
    """Contradicting for sure, unless one only says more than the other (a name with its post, a day with its month)."""
    shortest = min(kinds, key=len)
    within = all(shortest in other for other in kinds)
    labels = "、".join(dict.fromkeys(filing.known.labels[place.path] for place in places))
    told = " ≠ ".join(dict.fromkeys(shown(place.text)[:30] for place in places))
    spots = filing.spots(place.path for place in places)
    values = (("about", labels), ("told", told))
    if within:
        return Point("same_figure", "unknown", "same_more", values, spots, places[0].field.label)
    return Point("same_figure", "fail", "same_differs", values, spots, places[0].field.label)


def _born(filing: Filing) -> Iterator[Point]:
    """The year in which prose says that what applies was founded, against that of its box."""
    for field in filing.known.fields.values():
        told = dict(filing.paper.filled.values).get(field.path)
        whose = field.fact.removesuffix(_FOUNDED)
        if not field.fact.endswith(_FOUNDED) or not isinstance(told, str) or (day := day_in(told)) is None:
            continue
        names = {p.text.strip() for p in filing.mine() if p.field.fact == f"{whose}.name" and len(p.text.strip()) > 3}
        for place in filing.prose():
            for name in names:
                at = place.text.find(name)
                said = _BORN.match(place.text, at + len(name)) if at >= 0 else None
                year = (said["after"] or said["before"]) if said is not None else None
                if year is not None and year != day[:4]:
                    values = (("about", bare(field.label.text)), ("given", f"{year}年"), ("told", told))
                    yield Point(
                        "same_figure", "fail", "same_year", values, filing.spots((field.path, place.path)), field.label
                    )
