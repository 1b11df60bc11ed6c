"""Intervals held against each other, exactly: 以上 and 不超过 include the bound (Civil Code, article 1259)."""

from __future__ import annotations

from fractions import Fraction

from assistant.guideline.values import Interval, Quantity
from assistant.programmes.units import Relation

_PER_YEAR = {"年": 1, "月": 12}


def held(told: Interval, bound: Interval) -> Relation:
    """Whether every number told lies within the bound, none does, or it depends."""
    if _past(told.high, told.high_open, bound.low, bound.low_open) or _past(
        bound.high, bound.high_open, told.low, told.low_open
    ):
        return "outside"
    above = bound.low is None or (
        told.low is not None
        and (told.low > bound.low or told.low == bound.low and (told.low_open or not bound.low_open))
    )
    below = bound.high is None or (
        told.high is not None
        and (told.high < bound.high or told.high == bound.high and (told.high_open or not bound.high_open))
    )
    return "inside" if above and below else "overlap"


def in_years(quantity: Quantity) -> Interval:
    """A bound of years or months, in years."""
    per, interval = _PER_YEAR[quantity.unit], quantity.interval
    low, high = interval.low, interval.high
    return Interval(
        None if low is None else low / per, None if high is None else high / per, interval.low_open, interval.high_open
    )


def exactly(number: int | Fraction) -> Interval:
    """The interval of one number."""
    return Interval(Fraction(number), Fraction(number))


def _past(high: Fraction | None, high_open: bool, low: Fraction | None, low_open: bool) -> bool:
    """Whether an upper end lies under a lower end."""
    return high is not None and low is not None and (high < low or high == low and (high_open or low_open))
