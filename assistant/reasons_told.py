"""Reasons, cures, questions and options of the self-check in words."""

from __future__ import annotations

import re
from collections.abc import Mapping
from fractions import Fraction
from types import MappingProxyType

from assistant.guideline.values import Interval, Unit
from assistant.programmes.rulings import Amount, Reason, Value
from assistant.programmes.units import taxonomy
from assistant.words import words

_COUNTED = MappingProxyType({"年": "year", "家": "unit", "所": "school", "个": "item", "名": "person", "项": "project"})
_NAMED = 6
_MARKS = re.compile(r"[“”\"‘’]")
_WIDE = {ord("("): "（", ord(")"): "）"}
_ABOUT_JOINT = frozenset({"count_in", "count_under", "count_over", "count_open", "add", "reduce"})


def told(reason: Reason, section: str, language: str) -> str:
    """A reason in words; `section` is the part of the wording it belongs to: why, cure, asks or option."""
    say = words(language)
    empty = say["check.joint" if reason.key in _ABOUT_JOINT else "check.concerned"]
    shown = {name: _value(value, say, language, empty) for name, value in reason.values}
    return say[f"{section}.{reason.key}"].format(**shown)


def _value(value: Value, say: Mapping[str, str], language: str, empty: str) -> str:
    if isinstance(value, Amount):
        return amount_told(value, language)
    if isinstance(value, tuple):
        names = tuple(dict.fromkeys(unit_name(unit, language) for unit in value))
        more = say["check.more"] if len(names) > _NAMED else ""
        return say["check.or"].join(names[:_NAMED]) + more if names else empty
    return str(value)


def amount_told(amount: Amount, language: str) -> str:
    """不少于2年; at least 2 year(s)."""
    say = words(language)
    unit = say[f"counted.{_COUNTED[amount.unit]}"] if amount.unit in _COUNTED else amount.unit.removeprefix("比例")
    low, high = (_number(end, amount.unit) for end in (amount.interval.low, amount.interval.high))
    return say[f"amount.{_shape(amount.interval)}"].format(low=low, high=high, unit=unit)


def unit_name(unit: Unit, language: str) -> str:
    """A unit by the words it was read from, or by the names of the taxonomy where those are of another language."""
    own = unit.words.strip('“”" ')
    if own.count("“") != own.count("”"):
        own = own.replace("“", "").replace("”", "")
    if own and own.isascii() == (language == "en"):
        return own
    say, names = words(language), taxonomy()
    held = dict(unit.features)
    wanted = tuple(f for f in unit.features if f[0] not in ("region", "condition", "place", "role", "level_min"))
    name = names.called(unit.kind, wanted, language)
    if not name:
        plain = tuple(f for f in wanted if f[0] == "designation")
        name = names.called(unit.kind, plain, language) or names.labels[unit.kind][language == "en"]
        before = [names.prefix(n, v, language) for n, v in wanted if n != "designation"]
        name = (" " if language == "en" else "").join([*(b for b in before if b), name])
    if "level_min" in held:
        level = names.prefix("level", held["level_min"], language)
        name += say["check.at_least"].format(level=level)
    return name + (say["check.conditions"] if "condition" in held else "")


def _shape(interval: Interval) -> str:
    if interval.low is not None and interval.low == interval.high:
        return "exactly"
    if interval.high is None:
        return "any" if interval.low is None else "over" if interval.low_open else "least"
    if not interval.low:
        return "under" if interval.high_open else "most"
    return "between"


def _number(number: Fraction | None, unit: str) -> str:
    if number is None or number.denominator == 1 and unit != "比例":
        return "" if number is None else str(number)
    if unit == "比例":
        return f"{number * 100}%" if 100 % number.denominator == 0 else str(number)
    return f"{float(number):.4g}"
