"""Figures against bounds: whether two measure the same sort of thing, in which unit, and how they compare."""

from __future__ import annotations

from fractions import Fraction
from typing import Literal

from assistant.guideline.values import Interval, Quantity

Compared = Literal["meets", "under", "over", "unsure", "same"]
_DAYS = {"天": 1, "日": 1, "周": 7, "星期": 7, "月": 30, "个月": 30, "年": 365}


def against(given: Interval, bound: Interval) -> Compared:
    """Inside yes, outside no, crossing the bound unsure. An exact figure in the clause is the figure itself."""
    if (
        bound.low is not None
        and given.high is not None
        and (given.high < bound.low or given.high == bound.low and (bound.low_open or given.high_open))
    ):
        return "under"
    if (
        bound.high is not None
        and given.low is not None
        and (given.low > bound.high or given.low == bound.high and (bound.high_open or given.low_open))
    ):
        return "over"
    ends = [e for e in (given.low, given.high) if e is not None]
    if len(ends) == 2 and all(bound.contains(e) for e in ends):
        return "meets"
    if given.low is not None and given.high is None and bound.high is None and bound.contains(given.low):
        return "meets"
    if given.high is not None and given.low is None and bound.low is None and bound.contains(given.high):
        return "meets"
    return "unsure"


def comparable(q: Quantity, bound: Quantity) -> bool:
    """Whether two figures measure the same sort of thing in units that convert."""
    if q.dimension == bound.dimension == "duration":
        if "工作日" in q.unit and bound.unit in ("周", "天", "日"):
            return True
        if "工作日" in bound.unit and "工作日" not in q.unit:
            return q.unit in _DAYS
        return ("工作日" in q.unit) == ("工作日" in bound.unit) and (q.unit in _DAYS) == (bound.unit in _DAYS)
    if q.dimension == bound.dimension and q.dimension in ("copies", "area"):
        return q.unit == bound.unit
    if {q.dimension, bound.dimension} <= {"count"}:
        alike = ({"家", "个", "所", "项"}, {"人", "名", "位", "个"}, {"张", "个"}, {"台", "套"}, {"头", "只"})
        return q.unit == bound.unit or any({q.unit, bound.unit} <= units for units in alike)
    return q.dimension == bound.dimension and (q.dimension != "other" or q.unit == bound.unit)


def scaled(q: Quantity, unit: str) -> Interval:
    """The figure in another unit of time."""
    if q.unit == unit or q.unit not in _DAYS or unit not in _DAYS:
        return q.interval
    if {q.unit, unit} <= {"年", "月", "个月"}:
        factor = Fraction(12) if q.unit == "年" else Fraction(1, 12)
    else:
        factor = Fraction(_DAYS[q.unit], _DAYS[unit])
    low, high = q.interval.low, q.interval.high
    return Interval(
        low * factor if low is not None else None,
        high * factor if high is not None else None,
        q.interval.low_open,
        q.interval.high_open,
    )


def on_the_calendar(workdays: Interval) -> Interval:
    """The days of the calendar that so many working days can take: two more for each week begun."""
    low, high = workdays.low, workdays.high
    longest = high + 2 * (high // 5 + 1) if high is not None else None
    return Interval(low, longest, workdays.low_open, workdays.high_open)


def in_days(workdays: Interval, unit: str) -> Interval:
    """Working days as days of the calendar at least, in the unit of the clause."""
    per = _DAYS[unit]
    low, high = workdays.low, workdays.high
    least = (low + 2 * ((low - 1) // 5)) / per if low is not None else None
    most = (high + 2 * (high // 5 + 1)) / per if high is not None else None
    return Interval(least, most)


def brief(q: Quantity) -> bool:
    """Whether the figure is a time told in days or weeks."""
    return _DAYS.get(q.unit, 1 if "工作日" in q.unit else 30) < 30
