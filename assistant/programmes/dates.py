"""The dates of a card: days, yearly days, windows of the year; what has no date stays words."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from assistant.guideline.card import Card, Facet, Point
from assistant.guideline.patterns import regex
from assistant.guideline.values import Day
from assistant.programmes.days import find_quarters

DATED: tuple[Facet, ...] = ("deadline", "in_force", "public_notice", "yearly", "validity")
DateKind = Literal["day", "yearly", "window", "words"]
"""`day`: one day. `yearly`: a last day in each year. `window`: from a first to a last day in each year. `words`: how
long something takes, or a time without a year: no day follows from it."""

_MONTH_END = regex(r"月份?\s*[底末]")
_PART = regex(r"初|旬|前|止")
_SEARCHED = 9


@dataclass(frozen=True, slots=True)
class Dated:
    """A point about time. `first` and `last` are its days, for yearly ones the next that has not gone by; `month_end`
    says that it is the last day of a month whatever its number. `passed` is never true of what comes every year;
    `replaced` is a deadline in whose place a later notice set another."""

    facet: Facet
    point: Point
    kind: DateKind
    first: date | None = None
    last: date | None = None
    month_end: bool = False
    passed: bool = False
    replaced: bool = False


def dated(card: Card, today: date, amended: date | None = None) -> tuple[Dated, ...]:
    """Every point of the card about time, in the order of DATED; `amended` is the deadline that a later notice set."""
    # Papers that are due every year stand beside the duty itself, in the same words.
    points = [(facet, p) for facet in DATED for p in card.of(facet) if p.statement.attribute != "material"]
    found = (_dated(facet, point, today) for facet, point in points)
    return tuple(replace(d, replaced=_replaced(d, amended)) for d in found)


def last_day(point: Point) -> date | None:
    """The one day that the point names; of a month named to its end the last; None where the year is not named."""
    day = point.statement.value
    if not isinstance(day, Day) or day.year is None or not 1 <= day.year <= 9998:
        return None
    if day.day is None and _ends_month(point, day):
        return date(day.year, day.month, monthrange(day.year, day.month)[1])
    return day.full()


def _dated(facet: Facet, point: Point, today: date) -> Dated:
    said = point.statement
    if facet == "yearly" and said.attribute == "yearly":
        return _yearly(facet, point, today)
    if facet in ("deadline", "in_force") and said.attribute in ("deadline", "in_force", "issued"):
        day = last_day(point)
        if day is not None:
            return Dated(facet, point, "day", day, day, passed=day < today)
    return Dated(facet, point, "words")


def _replaced(held: Dated, amended: date | None) -> bool:
    return held.facet == "deadline" and held.kind == "day" and amended is not None and held.last != amended


def _yearly(facet: Facet, point: Point, today: date) -> Dated:
    value = point.statement.value
    if isinstance(value, str):
        quarters = find_quarters(value)
        return _window(facet, point, quarters[0].number * 3 - 2, 3, today) if quarters else Dated(facet, point, "words")
    if not isinstance(value, Day):
        return Dated(facet, point, "words")
    if value.day is None and not _ends_month(point, value):
        # 每年6月 is the month; 每年6月前, 6月初 and 6月上旬 name no day.
        vague = _PART.search(_words(point, value)) or value.before
        return Dated(facet, point, "words") if vague else _window(facet, point, value.month, 1, today)
    month_end = value.day is None
    for year in range(today.year, today.year + _SEARCHED):
        day = _on(year, value.month, value.day)
        if day is not None and day >= today:
            return Dated(facet, point, "yearly", day, day, month_end)
    return Dated(facet, point, "words")


def _window(facet: Facet, point: Point, month: int, months: int, today: date) -> Dated:
    ending = month + months - 1
    for year in (today.year, today.year + 1):
        last = _on(year, ending, None)
        if last is not None and last >= today:
            return Dated(facet, point, "window", date(year, month, 1), last)
    return Dated(facet, point, "words")


def _on(year: int, month: int, day: int | None) -> date | None:
    try:
        return date(year, month, day or monthrange(year, month)[1])
    except ValueError:
        return None


def _words(point: Point, day: Day) -> str:
    return point.statement.quote.clause.text[day.start : day.end]


def _ends_month(point: Point, day: Day) -> bool:
    return _MONTH_END.search(_words(point, day)) is not None
