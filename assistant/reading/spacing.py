"""White space inside lines: stray spaces in Chinese words go, spaces between Latin words stay."""

from __future__ import annotations

import re

from assistant.reading.mapped import Mapped

_SPACE = re.compile(r"(?:\s|</?[a-zA-Z][^<>]{0,80}>)+")
_KEPT_LABEL = re.compile(
    r"^(?:第[一二三四五六七八九十百零〇\d]+(?:[章节条编篇]|部分)|表[一二三四五六七八九十\d]{1,2}|\d+(?:\.\d+)+)$"
)
_NUMBER = re.compile(r"[\d-]{7,}")
_HAN = re.compile("[\u4e00-\u9fff]")
_SPLIT_WORD = re.compile("(?<=[\u4e00-\u9fff，、。]) (?=[\u4e00-\u9fff，、。])")
_POINT = re.compile(r"\d{1,2}\.\d{1,2}\s")
_POINT_END = re.compile(r"(?:^|\s)\d{1,2}\.\d{1,2}$")
_ADDRESS = re.compile(r"[\w.+-]+(?:@|://|\.)[\w./-]*$", re.ASCII)
_SPLIT_DAY = re.compile(r"[年月]\s?\d\s\d\s?[月日]")
_OPENING = "([{（《“‘〔【"
_CLOSING = ")]}）》”’〕】,.;:!?，。；：！？、%"
_EDGE = re.compile(r"^(?:\s|</?[a-zA-Z][^<>]{0,80}>)+|(?:\s|</?[a-zA-Z][^<>]{0,80}>)+$")


def scattered(text: str) -> bool:
    """Whether stray spaces stand all over the text, as character recognition leaves them."""
    han = len(_HAN.findall(text))
    return han > 50 and len(_SPLIT_WORD.findall(text)) > han * 0.05


def tidy(mapped: Mapped, wide: bool = True, points: bool = False) -> Mapped:
    """The line without stray spaces.

    `wide` keeps one space for a gap of two or more between Chinese characters: a column, not a slip.
    It is off for scattered texts. `points` keeps the space around "3.4" inside a cell of indicators.
    """
    mapped = mapped.without(_EDGE)
    text = mapped.text
    kept: list[int] = []
    spaces: set[int] = set()
    at = 0
    for gap in _SPACE.finditer(text):
        kept.extend(range(at, gap.start()))
        at = gap.end()
        if _stays(text, gap.start(), gap.end(), wide) or (points and _beside_point(text, gap.start(), gap.end())):
            spaces.add(len(kept))
            kept.append(gap.start())
    kept.extend(range(at, len(text)))
    picked = mapped.pick(kept)
    return picked.spelled("".join(" " if i in spaces else char for i, char in enumerate(picked.text)))


def glue(left: str, right: str) -> str:
    """What stands between two lines of one paragraph; a number or an address torn by the line end is whole again."""
    torn = left[-1:].isdigit() and right[:1].isdigit()
    latin = left[-1:].isascii() and left[-1:].isalnum() and right[:1].isascii() and right[:1].isalnum()
    return " " if latin and not torn and not _ADDRESS.search(left) else ""


def _beside_point(text: str, start: int, end: int) -> bool:
    return _POINT.match(text, end) is not None or _POINT_END.search(text[max(0, start - 8) : start]) is not None


def _stays(text: str, start: int, end: int, wide: bool) -> bool:
    left, right = text[start - 1], text[end]
    if "<" in text[start:end] or (left in "年月" and right in "月日"):
        return True
    if (
        left in _OPENING
        or right in _CLOSING
        or (left.isdigit() and _SPLIT_DAY.search(text, max(0, start - 4), end + 3))
    ):
        return False
    if right == "□" or "_" in (left, right) or (left == "）" and "__" in text[max(0, start - 60) : end + 60]):
        return True
    if left.isascii() and right.isascii():
        return True
    if (start < 24 and _KEPT_LABEL.match(text[:start])) or _NUMBER.match(text, end):
        return True
    return wide and end - start > 1 and left.isalpha() and right.isalpha()
