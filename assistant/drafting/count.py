"""字数 as Microsoft Word counts it, and the two counts that stand beside it.

字数 is the number of Chinese characters and Chinese punctuation marks, each one, plus the number of maximal runs of
other characters, each one: 98.6% is one, 2024-2026 is one, 1,200人 is two. White space only separates.

Which character is Chinese (or Japanese or Korean) is told from Unicode: East_Asian_Width W or F, or H in the block
Halfwidth and Fullwidth Forms (UAX #11, EastAsianWidth.txt), which are the characters that Word always sets in the East
Asian font (ECMA-376-1, 17.3.2.26, table of rFonts); full-width digits and letters are among them, each one. Word asks
the font of a few more, which a Chinese input method enters: the marks of GB/T 15834 “ ” ‘ ’ — … · ‧ ― and the enclosed
numbers ①…⓿. They count as Chinese, but for ’ between two letters, as in don’t.

Decided where no source says: combining marks, variation selectors, skin tones and invisible format characters belong to
what stands before them and count nothing; an emoji is one, also several bound by zero-width joiners; control characters
are white space; a lone surrogate is another character of its run.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

_Kind = Literal["space", "belongs", "chinese", "other"]

_MARKS = frozenset("“”‘’—…·‧―")
_APOSTROPHE = "’"
_JOINER = "\u200d"
_WAVE = "～"


@dataclass(frozen=True, slots=True)
class Count:
    """`words` is 字数; `unpunctuated` the same without punctuation marks (不计标点); `characters` are code points
    without white space, `spaced` with it, line breaks left out in both (字符数)."""

    words: int
    unpunctuated: int
    characters: int
    spaced: int


def count(text: str) -> Count:
    """All counts of a text; any string can be counted."""
    words = unpunctuated = 0
    running = told = False
    for char, kind in _kinds(text):
        if kind == "other":
            words += not running
            told = running and told
            if not told and not _punctuates(char):
                unpunctuated += 1
                told = True
            running = True
        elif kind == "chinese":
            words += 1
            unpunctuated += not _punctuates(char)
            running = False
        elif kind == "space":
            running = False
    shown = sum(not _blank(char) for char in text)
    return Count(words, unpunctuated, shown, sum(1 for char in text if char not in "\r\n\v\f\x85\u2028\u2029"))


def words(text: str) -> int:
    """字数 alone."""
    made, running = 0, False
    for _, kind in _kinds(text):
        if kind == "other":
            made += not running
            running = True
        elif kind == "chinese":
            made += 1
            running = False
        elif kind == "space":
            running = False
    return made


def _kinds(text: str) -> list[tuple[str, _Kind]]:
    """Every character with what it is where it stands."""
    kinds = [(char, _kind(char)) for char in text]
    if _APOSTROPHE in text:
        for at in range(1, len(kinds) - 1):
            if kinds[at][0] == _APOSTROPHE and all(
                kinds[side][1] == "other" and kinds[side][0].isalnum() for side in (at - 1, at + 1)
            ):
                kinds[at] = (_APOSTROPHE, "other")
    if _JOINER in text:
        _bind(kinds)
    return kinds


def _bind(kinds: list[tuple[str, _Kind]]) -> None:
    """Emoji that a joiner binds are one; it binds nothing else, or it could hide characters from the count."""
    bearer = ""
    for at in range(len(kinds) - 1):
        char, kind = kinds[at]
        if kind != "belongs" or _pictures(char):
            bearer = char
        if char == _JOINER and _pictures(bearer) and _pictures(kinds[at + 1][0]):
            kinds[at + 1] = (kinds[at + 1][0], "belongs")


@lru_cache(maxsize=4096)
def _kind(char: str) -> _Kind:
    if _blank(char):
        return "space"
    category = unicodedata.category(char)
    if category[0] == "M" or category == "Cf" or "\U0001f3fb" <= char <= "\U0001f3ff":
        return "belongs"
    return "chinese" if _chinese(char) else "other"


def _chinese(char: str) -> bool:
    if char in _MARKS or "\u2460" <= char <= "\u24ff" or "\U00020000" <= char <= "\U0003fffd":
        return True
    width = unicodedata.east_asian_width(char)
    return width in ("W", "F") or (width == "H" and char >= "\uff00")


def _blank(char: str) -> bool:
    return char.isspace() or unicodedata.category(char) == "Cc"


def _pictures(char: str) -> bool:
    return char != "" and unicodedata.category(char) == "So"


def _punctuates(char: str) -> bool:
    return char == _WAVE or unicodedata.category(char)[0] == "P"
