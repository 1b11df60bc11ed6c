"""Figures of a source that can be changed: a number with its unit, in whatever script it is written."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from assistant.programmes.numerals import number
from evals.text import mentions

_UNITS = "个工作日|工作日|个月|家|个|年|月|日|天|份|%|％|字|名|项|所|人|倍|周|万元|亿元|元|小时|学时|平方米|分|张|套|轮|次|门|亿|万"
_NUMBER = r"\d[\d,，]*(?:\.\d+)?|[一二两三四五六七八九十百千]+"
_FIGURE = re.compile(rf"(?<![\d.第〔(（-])(?P<number>{_NUMBER})(?P<space>\s*)(?P<unit>{_UNITS})")
_DIGITS = "零一二三四五六七八九"
_ROUND = (500, 300, 200, 100, 50)


@dataclass(frozen=True, slots=True)
class Figure:
    """A number at text[start:end] as it is written, its value and the unit after it."""

    start: int
    end: int
    written: str
    value: Fraction
    unit: str

    def told_in(self, text: str) -> bool:
        """Whether the text mentions the figure, in digits or in Chinese, blanks aside."""
        return any(mentions(text, words + self.unit) >= 0 for words in {self.written, *spellings(self.value)})


def figures(text: str) -> Iterator[Figure]:
    """The figures of a text in order; years of the calendar are none."""
    for match in _FIGURE.finditer(text):
        value = number(match["number"].replace("，", ","))
        calendar = match["unit"] == "年" and re.fullmatch(r"(?:19|20)\d\d", match["number"])
        if value is not None and not calendar:
            yield Figure(match.start("number"), match.end("number"), match["number"], value, match["unit"])


def spellings(value: Fraction) -> tuple[str, ...]:
    """A whole number in digits and, up to 99, in Chinese."""
    if value.denominator != 1:
        return (str(float(value)),)
    return (str(value), *_chinese(int(value)))


def other(figure: Figure) -> Fraction:
    """Another value that may stand there: days of a month stay days, shares stay shares."""
    value = figure.value
    if figure.unit == "日":
        return value + 5 if value <= 23 else value - 5
    if figure.unit == "月":
        return value + 2 if value <= 10 else value - 2
    if figure.unit in "%％":
        return value + 10 if value <= 85 else value - 10
    if value >= 50:
        return value + next(step for step in _ROUND if step <= value)
    return value + 3


def rewritten(figure: Figure, value: Fraction) -> str:
    """The value in the script of the figure."""
    if figure.written[0].isascii() or not _chinese(int(value)):
        return spellings(value)[0]
    return _chinese(int(value))[-1 if "两" in figure.written else 0]


def _chinese(value: int) -> tuple[str, ...]:
    if not 0 < value < 100:
        return ()
    tens, ones = divmod(value, 10)
    plain = (_DIGITS[tens] if tens > 1 else "") + ("十" if tens else "") + (_DIGITS[ones] if ones else "")
    return (plain, "两") if value == 2 else (plain,)
