"""The numbering that headings and items begin with."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

Style = Literal[
    "part",
    "sheet",
    "chapter",
    "section",
    "article",
    "han",
    "bracket_han",
    "arabic",
    "levels",
    "bracket",
    "half",
    "circle",
]

_DIGITS = {c: i for i, c in enumerate("〇一二三四五六七八九")} | {"零": 0, "两": 2}
_HAN = "一二三四五六七八九十百零〇"
_CIRCLES = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"

_HEADING = (
    "(?:总则|附则|[一-鿿]{0,4}(?:目的|原则|范围|对象|条件|材料|程序|流程|要求|标准|政策|方式|方法|职责|义务|时间|安排|"
    "管理|监督|考核|补助|支持|评审|退出))"
)

_PATTERNS: tuple[tuple[Style, re.Pattern[str]], ...] = (
    ("part", re.compile(rf"第\s*([{_HAN}\d]+)\s*(?:部\s*分|[编篇](?![制写排外幅章]))")),
    ("sheet", re.compile(rf"表\s?([{_HAN}\d]{{1,2}})(?=[\s:：、.．])")),
    ("chapter", re.compile(rf"第\s*([{_HAN}\d]+)\s*章")),
    ("section", re.compile(rf"第\s*([{_HAN}\d]+)\s*节")),
    ("article", re.compile(rf"第\s*([{_HAN}\d]+)\s*条(?![例款件])")),
    ("han", re.compile(rf"([{_HAN}]{{1,4}})\s*[、．.](?!\d)")),
    ("bracket_han", re.compile(rf"[（(〈<]\s*([{_HAN}]{{1,4}})\s*[)）〉>]")),
    (
        "levels",
        re.compile(r"(\d{1,2}(?:\s?[.．]\s?\d{1,2}){1,3})(?:[.．、]|\s|(?=[^\d\s%.．,，、年月日个家万亿元倍天]))"),
    ),
    ("arabic", re.compile(r"(\d{1,2})\s*[.．、](?:(?!\d)|(?=20\d\d\s*年))")),
    # A bare number is one only before a heading that is the whole line ("2 申报条件"): 10 of 10个工作日 is none.
    ("arabic", re.compile(rf"(\d{{1,2}})\s*(?={_HEADING}$)")),
    ("bracket", re.compile(r"[（(]\s*(\d{1,2})\s*[)）]")),
    ("half", re.compile(r"(\d{1,2})[)）]")),
    ("circle", re.compile(rf"([{_CIRCLES}])")),
)
RANK: dict[Style, float] = {
    "part": 0.8,
    "chapter": 1,
    "section": 2,
    "sheet": 2.95,
    "han": 3,
    "article": 4,
    "bracket_han": 5,
    "arabic": 6,
    "levels": 6.5,
    "bracket": 7,
    "half": 7.5,
    "circle": 8,
}


@dataclass(frozen=True, slots=True)
class Label:
    """A numbering at the start of a line: text[:end] is the label, `numbers` its value."""

    style: Style
    numbers: tuple[int, ...]
    end: int


def number(text: str) -> int:
    """The value of an Arabic or Chinese numeral below a thousand."""
    if text.isdigit():
        return int(text)
    total = digit = 0
    for char in text:
        if char in "十百":
            total += (digit or 1) * (10 if char == "十" else 100)
            digit = 0
        else:
            digit = _DIGITS[char]
    return total + digit


def label_of(text: str) -> Label | None:
    """The label that the line begins with, or None."""
    for style, pattern in _PATTERNS:
        match = pattern.match(text)
        if not match:
            continue
        body = match.group(1)
        if style == "circle":
            numbers: tuple[int, ...] = (_CIRCLES.index(body) + 1,)
        elif style == "levels":
            numbers = tuple(int(part) for part in re.split(r"\s?[.．]\s?", body))
        else:
            numbers = (number(body),)
        if 0 in numbers:
            return None
        return Label(style, numbers, match.end())
    return None


def unified(text: str) -> str:
    """The label with brackets that recognition bent straightened: 〈一〉 is （一）."""
    straight = text.translate(str.maketrans("〈〉<>", "（）（）"))
    if ("(" in straight) != (")" in straight):
        straight = straight.translate(str.maketrans("()", "（）"))
    return straight
