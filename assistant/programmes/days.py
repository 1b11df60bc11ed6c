"""Dates, months and quarters that a text names."""

from __future__ import annotations

import re
from dataclasses import dataclass

from assistant.guideline.patterns import regex
from assistant.guideline.values import Day
from assistant.programmes.numerals import half_width, number

_CN = "零〇○一二三四五六七八九十"
_MONTHS = "january february march april may june july august september october november december".split()
_EN = "|".join(f"{m[:3]}(?:{m[3:]})?" if m[3:] else m for m in _MONTHS)
_CLOCK = (
    r"(?:\s*\(?(?:周|星期)[一二三四五六日天]\)?)?(?:\s*(?:上午|下午|晚上?)?\d{1,2}\s*(?:[:时点]\s*(?:\d{1,2}\s*分?)?))?"
)
_ZH = regex(
    rf"(?:(?P<y>(?:19|20)\d\d|[一二]?[零〇○一二三四五六七八九]{{4}})\s*年\s*)?"
    rf"(?<![\d个]{{1}})(?P<m>\d{{1,2}}|[{_CN}]{{1,3}})\s*月(?!\w*\d*个月)(?:份)?"
    rf"(?:\s*(?P<d>\d\s?\d?|[{_CN}]{{1,3}})\s*[日号])?(?P<rest>[底末初]|[上中下]旬)?"
    rf"{_CLOCK}(?P<before>\s*(?:\(?(?:含|不含)\)?)?(?:之前|以前|前(?!后|期|沿|提(?![交出供请报]))|截止|止))?"
)
_ISO = regex(
    r"(?<![\d.-])(?P<y>(?:19|20)\d\d)(?P<sep>[-/.])(?P<m>\d{1,2})(?P=sep)(?P<d>\d{1,2})(?![\d.-]|[/-]\d)"
    rf"{_CLOCK}(?P<before>\s*(?:之前|以前|前|截止|止))?"
)
_LATIN = regex(
    rf"\b(?:(?P<d1>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?)?(?P<mon>{_EN})\b\.?"
    rf"(?:\s+(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?(?!\d))?(?:,?\s+(?P<y>(?:19|20)\d\d))?",
    re.IGNORECASE,
)
_LETTERS = regex(r"[A-Za-z]{3}")
_BY = regex(
    r"(?:\bby|\bbefore|\buntil|\bno later than|截至|截止到|截止(?:时间|日期)?(?:为|:)?|不晚于)\s*$", re.IGNORECASE
)
_ON = regex(r"\b(?:by|on|before|until|till|from|since|after|of|to|between|and|is|was|than)\s*$", re.IGNORECASE)
_SO_MANY = regex(r"may \d{1,2} [a-z]", re.IGNORECASE)
_JOIN = regex(r"^\s*(?:至|到|-|—|–|~)+\s*$")
_QUARTER = regex(
    r"第\s*(?P<zh>[一二三四1-4])\s*季度|\b(?:the )?(?P<en>first|second|third|fourth) quarter\b|\bQ(?P<q>[1-4])\b"
)
_ORDINAL = {"first": 1, "second": 2, "third": 3, "fourth": 4}


@dataclass(frozen=True, slots=True)
class Quarter:
    """A quarter of the year (1 to 4) at text[start:end]; `yearly` where 每年 / every year stands before it."""

    number: int
    start: int
    end: int
    yearly: bool


def find_days(text: str) -> tuple[Day, ...]:
    """Every date or month named, in order. A second date joined by 至 takes the year of the first."""
    found: list[Day] = []
    flat = half_width(text)
    if "月" in flat:
        found += _chinese(flat)
    found += [_day(flat, m, m["y"], m["m"], m["d"]) for m in _ISO.finditer(flat)]
    if _LETTERS.search(flat):
        found += _latin(flat)
    real = [d for d in found if 1 <= d.month <= 12 and (d.day is None or 1 <= d.day <= 31)]
    return tuple(sorted(real, key=lambda d: d.start))


def find_quarters(text: str) -> tuple[Quarter, ...]:
    """Every quarter named, in order ("每年第一季度")."""
    out: list[Quarter] = []
    if "季" not in text and "Q" not in text and "uarter" not in text:
        return ()
    for match in _QUARTER.finditer(half_width(text)):
        value = _ORDINAL.get(match["en"] or "") or number(match["zh"] or match["q"] or "") or 0
        yearly = bool(re.search(r"(?:每年(?:度)?|every year|each year)(?:的|\s|,|in)*$", text[: match.start()][-20:]))
        out.append(Quarter(int(value), match.start(), match.end(), yearly))
    return tuple(out)


def _chinese(flat: str) -> list[Day]:
    out: list[Day] = []
    for match in _ZH.finditer(flat):
        year = match["y"]
        if not year and flat[max(0, match.start() - 1) : match.start()] in tuple(_CN + "两个"):
            continue
        day = _day(flat, match, year, match["m"], match["d"])
        if day.year is None and out and _JOIN.match(flat[out[-1].end : day.start]):
            day = Day(out[-1].year, day.month, day.day, day.start, day.end, day.before)
        out.append(day)
    return out


def _latin(flat: str) -> list[Day]:
    out = []
    for match in _LATIN.finditer(flat):
        day = match["d1"] or match["d2"]
        if not day and not match["y"] and match["mon"][0].islower():
            continue  # the verb "may"
        leave = not day or _SO_MANY.match(flat, match.start()) and not _ON.search(flat[: match.start()])
        if match["mon"].lower() == "may" and not match["y"] and leave:
            continue  # "may 5 people attend" asks leave
        month = next(i for i, m in enumerate(_MONTHS, 1) if m.startswith(match["mon"].lower()[:3]))
        out.append(_day(flat, match, match["y"], str(month), day))
    return out


def _day(flat: str, match: re.Match[str], year: str | None, month: str, day: str | None) -> Day:
    before = bool(match.groupdict().get("before")) or bool(_BY.search(flat[max(0, match.start() - 16) : match.start()]))
    return Day(
        int(number(year) or 0) if year else None,
        int(number(month) or 0),
        int(number(day) or 0) if day else None,
        match.start(),
        match.end(),
        before,
    )
