"""Years and days inside what the form asks for."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from assistant.drafting.check_rules import done_year
from assistant.drafting.days import day_in
from assistant.guideline.patterns import regex
from assistant.paper.places import Place
from assistant.precheck.amounts import NOTHING
from assistant.precheck.filing import Filing
from assistant.precheck.flagged import Flagged, points_of
from assistant.precheck.last_days import Last, on
from assistant.precheck.report import Point

_YEAR = regex(r"(?<!\d)20\d\d(?=年|[—–\-~至到]\s*20\d\d年)")
_SPAN = regex(r"(20\d\d)年?\s*[—–\-~～至到]+\s*(20\d\d)年")
_EACH = regex(r"每年|逐年|各年|历年|分年度|年度均|三年|年均")
_DAY = regex(r"\d{4}\s*[-年./]\s*\d{1,2}\s*(?:[-月./]\s*(?:\d{1,2}\s*日?)?)?")
_FROM, _TO = regex(r"起始|开始|起止"), regex(r"结束|截止|终止")


def found(filing: Filing, flags: tuple[Flagged, ...]) -> Iterator[Point]:
    """Years that the form does not ask for or that are told as done, years left out, days that cannot be."""
    points = [*points_of(flags, "year", filing), *_left_out(filing), *_days(filing), *_dated(filing), *_turned(filing)]
    told = {spot.field for point in points if point.key == "year_done" for spot in point.spots}
    points += (point for point in _to_come(filing) if point.spots[0].field not in told)
    yield from points
    rule = filing.known.form.rule("years_promised") or filing.known.form.rule("years_held")
    said = any(_YEAR.search(place.text) for place in filing.prose())
    asked = rule is not None or any(field.years for field in filing.known.fields.values())
    if asked and said and not points:
        yield Point("year", "pass", "years_held", (), (), rule.quote if rule is not None else "")


def _to_come(filing: Filing) -> Iterator[Point]:
    """Years told as done that had not begun when the form was filled in."""
    for path, sentences in filing.case.told.items():
        for sentence in sentences:
            year = done_year(sentence)
            if year is not None and year > filing.written.year:
                values = (("about", sentence[:40]), ("year", str(year)), ("day", filing.written.isoformat()))
                yield Point("year", "fail", "year_to_come", values, filing.spots((path,)))


def _left_out(filing: Filing) -> Iterator[Point]:
    """Years that a text is to be parted by and does not speak of."""
    for place in filing.prose():
        named = {int(year) for year in _YEAR.findall(place.text)}
        told = named.copy()
        for first, last in _SPAN.findall(place.text):
            told |= set(range(int(first), int(last) + 1))
        lacking = [year for year in place.field.years if year not in told]
        if not lacking:
            continue
        years = "、".join(f"{year}年" for year in lacking)
        values = (("about", filing.spot(place.path).label), ("years", years))
        quote = place.field.guidance[0] if place.field.guidance else ""
        if _EACH.search(place.text) and not named & set(place.field.years):
            yield Point("year", "unknown", "year_open", values, filing.spots((place.path,)), quote)
        else:
            yield Point("year", "fail", "year_missing", values, filing.spots((place.path,)), quote)


def _days(filing: Filing) -> Iterator[Point]:
    """Days that are none, and words where a day should stand."""
    for place in filing.places:
        words = place.text.strip()
        if place.field.filled_by != filing.known.form.filled_by or not words or day_in(words) is not None:
            continue
        values = (("about", filing.spot(place.path).label), ("told", words[:30]))
        spots = filing.spots((place.path,))
        if place.field.kind in ("date", "text") and _DAY.fullmatch(words):
            yield Point("year", "fail", "no_day", values, spots, place.field.label)
        elif place.field.kind == "date" and place.path not in filing.paper.unread and words not in NOTHING:
            yield Point("year", "unknown", "day_unread", values, spots, place.field.label)


def _dated(filing: Filing) -> Iterator[Point]:
    """The days that the form is dated: after its last day, or still to come."""
    last = filing.known.last
    dates = [p for p in filing.places if p.field.kind == "date" and not p.field.repeat]
    for place in dates:
        day = _date(place)
        if day is None or place.field.filled_by != filing.known.form.filled_by:
            continue
        due = last.day or _yearly(last, day.year) if last is not None else None
        spots = filing.spots((place.path,))
        if last is not None and due is not None and day > due:
            values = (("day", day.isoformat()), ("last", due.isoformat()))
            yield Point("year", "fail", "dated_late", values, spots, last.quote)
        elif day > filing.today:
            yield Point("year", "unknown", "dated_ahead", (("day", day.isoformat()),), spots)


def _yearly(last: Last, year: int) -> date | None:
    """The last day of a year, where the document names one and no span that may be put off."""
    return on(year, last.last) if not last.first else None


def _turned(filing: Filing) -> Iterator[Point]:
    """Records that end before they begin."""
    records: dict[str, list[Place]] = {}
    for place in filing.mine():
        if place.field.repeat and place.field.kind == "date":
            records.setdefault(place.path.rpartition(".")[0], []).append(place)
    for held in records.values():
        first = next((p for p in held if _FROM.search(p.field.label.text)), None)
        last = next((p for p in held if _TO.search(p.field.label.text)), None)
        begins, ends = (_date(p) for p in (first, last))
        if first is not None and last is not None and begins and ends and ends < begins:
            values = (("first", begins.isoformat()), ("last", ends.isoformat()))
            yield Point("year", "fail", "turned", values, filing.spots((first.path, last.path)), last.field.label)


def _date(place: Place | None) -> date | None:
    day = day_in(place.text) if place is not None else None
    return date.fromisoformat(day) if day is not None and len(day) == 10 else None
