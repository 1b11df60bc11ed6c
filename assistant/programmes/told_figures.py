"""Years, shares, counts and days of founding as people write them in a profile, as exact intervals."""

from __future__ import annotations

from calendar import monthrange
from datetime import date
from fractions import Fraction

from assistant.errors import InputError
from assistant.guideline.patterns import regex
from assistant.guideline.values import Interval, Quantity
from assistant.programmes.numerals import half_width
from assistant.programmes.profile import Founded
from assistant.programmes.quantities import find_quantities
from assistant.programmes.told_units import text_of

_MOST_YEARS, _MOST_UNITS = 1000, 1000
_PER_YEAR = {"年": Fraction(1), "月": Fraction(12)}
_DAY = regex(
    r"((?:19|20)\d\d)(?:\s?[年/.-]\s?(1[0-2]|0?[1-9])(?:\s?[月/.-]\s?(3[01]|[12]\d|0?[1-9])\s?[日号]?|\s?月)?|\s?年)?"
)
_RELATIVE = (("前年", -2), ("去年", -1), ("今年", 0), ("last year", -1), ("this year", 0))
_PLAIN = regex(r"\d{1,4}(?:\.\d{1,4})?")
_NEGATIVE = regex(r"^\s*[-－负]\s?\d")


def years_of(value: object, field: str) -> Interval:
    """Years, as a number or in words: 2, "1年半", "18个月", "不到两年", "3年以上", "3-5年"."""
    plain = _number(value, field)
    if plain is not None:
        if not 0 <= plain <= _MOST_YEARS:
            raise _bad(value, field, "须是不小于 0 的年数", "must be years, not below 0")
        return Interval(plain, plain)
    words = half_width(text_of(value, field))
    read = [q for q in find_quantities(words) if q.dimension == "duration" and q.unit in _PER_YEAR]
    if len(read) != 1 or _NEGATIVE.search(words):
        raise _bad(
            value, field, "须写明年数，如“1年半”“不到两年”“3年以上”", 'must say how many years, such as "1.5 years"'
        )
    return _widened(read[0], _PER_YEAR[read[0].unit])


def share_of(value: object, field: str) -> Interval:
    """A share, as a number from 0 to 1 or in words: 0.4, "40%", "1/3", "三分之一", "超过三成"."""
    plain = _number(value, field)
    if plain is None:
        words = half_width(text_of(value, field))
        read = [q for q in find_quantities(words) if q.unit == "比例"]
        interval = _widened(read[0], Fraction(1)) if len(read) == 1 and not _NEGATIVE.search(words) else None
    else:
        interval = Interval(plain, plain)
    bounds = [b for b in (interval.low, interval.high) if b is not None] if interval else []
    if interval is None or not all(0 <= b <= 1 for b in bounds):
        raise _bad(
            value, field, "须是 0 到 1 之间的比例，如“1/3”“40%”", 'must be a share from 0 to 1, such as "1/3" or "40%"'
        )
    return Interval(interval.low or Fraction(0), interval.high, interval.low_open, interval.high_open)


def count_of(value: object, field: str) -> int:
    """A whole number from 1 to 1000, as a number or in words ("2家")."""
    plain = _number(value, field)
    if plain is None:
        words = half_width(text_of(value, field))
        read = [q for q in find_quantities(words) if q.dimension == "count" and q.interval.exact and q.exact]
        plain = read[0].interval.low if len(read) == 1 and not _NEGATIVE.search(words) else None
    if plain is None or plain.denominator != 1 or not 1 <= plain <= _MOST_UNITS:
        raise _bad(value, field, f"须是 1 到 {_MOST_UNITS} 的整数", f"must be a whole number from 1 to {_MOST_UNITS}")
    return int(plain)


def founded_of(value: object, field: str, today: date) -> Founded:
    """When something was founded: 2024, "2024年5月", "2024-05-20", "去年"; not after `today`."""
    words = str(value) if isinstance(value, int) and not isinstance(value, bool) else text_of(value, field)
    low = half_width(words).lower()
    found = _DAY.findall(low)
    relative = [years for name, years in _RELATIVE if name in low]
    try:
        if len(found) == 1 and not relative:
            year, month, day = (int(part) if part else 0 for part in found[0])
            first = date(year, month or 1, day or 1)
            last = date(year, month or 12, day or monthrange(year, month or 12)[1])
        elif not found and len(relative) == 1:
            year = today.year + relative[0]
            first, last = date(year, 1, 1), date(year, 12, 31)
        else:
            raise ValueError
    except ValueError:
        raise _bad(
            value, field, "须写明成立的年份或日期，如“2024年5月”", 'must be a year or a date, such as "2024-05"'
        ) from None
    if first > today:
        raise _bad(value, field, f"晚于核对日期 {today.isoformat()}", f"is after {today.isoformat()}")
    return Founded(first, min(last, today))


def _number(value: object, field: str) -> Fraction | None:
    """The number that stands there by itself, exactly as it was written; None for words."""
    if isinstance(value, bool) or value is None or not isinstance(value, int | float | str):
        raise _bad(value, field, "须是数字或文字", "must be a number or words")
    text = half_width(value.strip()) if isinstance(value, str) else str(value)
    if isinstance(value, str) and not _PLAIN.fullmatch(text):
        return None
    try:
        return Fraction(text)
    except (ValueError, OverflowError):
        raise _bad(value, field, "须是数字或文字", "must be a number or words") from None


def _widened(quantity: Quantity, per: Fraction) -> Interval:
    """The interval in the wanted unit, from 0 up; 约2年 may be a half more or less."""
    held = quantity.interval
    low = Fraction(0) if held.low is None else held.low
    high = held.high
    if not quantity.exact:
        low, high = low / 2, None if high is None else high * Fraction(3, 2)
    return Interval(low / per, None if high is None else high / per, held.low_open, held.high_open)


def _bad(value: object, field: str, zh: str, en: str) -> InputError:
    shown = str(value)[:30]
    return InputError(f"{field}“{shown}”{zh}。", f'{field} "{shown}" {en}.')
