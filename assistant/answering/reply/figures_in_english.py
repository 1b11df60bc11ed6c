"""Figures and dates of a clause told in English, beside the Chinese words that are quoted."""

from __future__ import annotations

from fractions import Fraction

from assistant.guideline.patterns import regex
from assistant.guideline.values import Day, Quantity
from assistant.programmes.days import find_days
from assistant.programmes.quantities import find_quantities

_UNITS = {
    "年": "year", "月": "month", "周": "week", "天": "day", "工作日": "working day", "小时": "hour", "分钟": "minute",
    "季度": "quarter", "学期": "term", "字": "character", "页": "page", "份": "copy", "册": "volume", "学时": "class hour",
    "学分": "credit", "公里": "kilometre", "分": "point", "套": "set", "篇": "piece",
}  # fmt: skip
_PLAIN = {
    "平方米": "m²",
    "亩": "mu",
    "元": "yuan",
    "MB": "MB",
    "岁": "years of age",
    "人次": "person-times",
    "倍": "times",
}
_PLURALS = {"copy": "copies"}
_MONTHS = "January February March April May June July August September October November December".split()
_MOST = 4  # figures worth telling
_CLOCK = regex(r"(\d{1,2})[:：](\d{2})")
_LETTER = regex("[A-Za-z]")


def in_english(words: str) -> str:
    """The one figure or date that the words tell ("不超过5年"), in English; English words with the dates in them so."""
    if _LETTER.search(words):
        for day in reversed(find_days(words)):
            words = f"{words[: day.start]}{_day(day, words)}{words[day.end :]}"
        return words.strip()
    told = _told(words)
    return told[0] if len(told) == 1 else words


def figures(text: str) -> str:
    """The figures and dates of the clause in English, "" where it has none or so many that they help nobody."""
    told = list(dict.fromkeys(_told(text)))
    return "; ".join(told) if 0 < len(told) <= _MOST else ""


def _told(text: str) -> list[str]:
    days = [(d.start, _day(d, text)) for d in find_days(text)]
    spans = [(d.start, d.end) for d in find_days(text)]
    apart = (q for q in find_quantities(text) if not any(s < q.end and q.start < e for s, e in spans))
    counts = [(q.start, told) for q in apart if (told := _quantity(q)) != "1"]  # 一次性 is no figure
    return [told for _, told in sorted((*days, *counts)) if told]


def _day(day: Day, text: str) -> str:
    told = " ".join(filter(None, (str(day.day or ""), _MONTHS[day.month - 1], str(day.year or ""))))
    clock = _CLOCK.search(text, day.start, day.end + 5)
    told += f", {clock[1]}:{clock[2]}" if clock else ""
    return f"by {told}" if day.before else told


def _quantity(quantity: Quantity) -> str:
    low, high = quantity.interval.low, quantity.interval.high
    unit = "元" if quantity.dimension == "money" else quantity.unit
    if low is not None and low == high:
        return _number(low, unit)
    if low is None and high is not None:
        return f"{'less than' if quantity.interval.high_open else 'at most'} {_number(high, unit)}"
    if high is None and low is not None:
        return f"{'more than' if quantity.interval.low_open else 'at least'} {_number(low, unit)}"
    if low is None or high is None:
        return ""
    return f"{_number(low, unit).split(' ')[0]} to {_number(high, unit)}"


def _number(value: Fraction, unit: str) -> str:
    if unit == "比例":
        whole = value * 100
        if value == 1:
            return "1:1"
        return f"{_plain(whole)}%" if 100 % whole.denominator == 0 else f"{value.numerator}/{value.denominator}"
    if unit == "元" and value >= 10**6 and (value / 10**6).denominator <= 100:
        return f"{_plain(value / 10**6)} million yuan"
    if unit in _PLAIN:
        return f"{_plain(value)} {_PLAIN[unit]}"
    name = _UNITS.get(unit, "")
    if not name:
        return _plain(value)
    return f"{_plain(value)} {name if value == 1 else _PLURALS.get(name, name + 's')}"


def _plain(value: Fraction) -> str:
    return f"{value.numerator:,}" if value.denominator == 1 else f"{float(value):g}"
