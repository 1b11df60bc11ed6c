"""How far a programme's name reaches to the left of the short name found: what stands there in its full name too, a
character of it mistyped, only says which programme is meant ("学徒制示范点" of 现代学徒制示范专业点)."""

from __future__ import annotations

from collections.abc import Iterable

from assistant.guideline.patterns import regex

_LEAST = 2  # characters that agree
_BEGUN = 2  # characters with which the short name stands in the full one
_ROUND_BEHIND = regex(r"的?[（(]?(?P<round>第[一二三四五六七八九十\d]{1,3}[批届轮期])[）)]?")
_ROUND = regex(r"(?:20\d\d年度?|第[一二三四五六七八九十\d]{1,3}[批届轮期])的?$")


def with_round(text: str, start: int, titles: Iterable[str]) -> int:
    """Where the name begins with the year or the batch right before it ("2026年度", "第三批"), where a title of its
    document tells the same one; else `start`."""
    told = _ROUND.search(text[:start])
    return told.start() if told and any(told.group().rstrip("的") in title for title in titles) else start


def round_behind(text: str, end: int, titles: Iterable[str]) -> int:
    """Where the name ends with the batch right behind it ("规划教材第三批"), on the same terms; else `end`."""
    told = _ROUND_BEHIND.match(text, end)
    return told.end() if told and any(told["round"] in title for title in titles) else end


def part_of_one(text: str, start: int, ends: Iterable[int]) -> bool:
    """Whether the name at `start` belongs to another that ends right before it ("灯塔基地的联合体"): it is what that
    programme's own text calls so, no programme of its own."""
    return any(text[end:start] == "的" for end in ends if end < start)


def reaches(text: str, start: int, end: int, full: Iterable[str]) -> int:
    """Where the name at text[start:end] begins, the words of one of its `full` names right before it counted in;
    `start` where none stands there."""
    return min((_aligned(text, start, text[start:end], name) for name in full), default=start)


def _aligned(text: str, start: int, short: str, full: str) -> int:
    """The same for one full name: from where the short name begins in it, character by character to the left, one
    that differs let pass where two more agree behind it."""
    at = next((full.find(short[:n]) for n in range(len(short), _BEGUN - 1, -1) if short[:n] in full), -1)
    back = agreed = reached = mistyped = 0
    while at - back - 1 >= 0 and start - back - 1 >= 0:
        mine, theirs = text[start - back - 1], full[at - back - 1]
        if mine == theirs:
            agreed, reached = agreed + 1, back + 1
        elif mistyped or not _goes_on(text[: start - back - 1], full[: at - back - 1]):
            break
        else:
            mistyped = 1
        back += 1
    return start - reached if agreed >= _LEAST else start


def _goes_on(text: str, full: str) -> bool:
    """Whether both end alike."""
    return len(text) >= _LEAST and len(full) >= _LEAST and text[-_LEAST:] == full[-_LEAST:]
