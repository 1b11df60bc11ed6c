"""What a text says was so before: the old words of "将“A”修改为“B”" and the old value of "由5家调整为8家"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from assistant.guideline.patterns import regex
from assistant.programmes.numerals import half_width

_OPEN, _CLOSE = "“‘「『", "”’」』"
_TURNED = r"(?:统一|相应|均|一并)?(?:修改|调整|变更|更改|修订|更正|替换|改)(?:为|成)"
_TURN = regex(rf"{_TURNED}\s*:?\s*")
_DROP = regex(r"删去|删除|取消")
_WHERE = regex(r"[^,;。“”]{1,24}(?:[中里内]的?|的)(?=“)")
_DROP_AT = regex(
    r"(?:删去|删除|废止)(?:原)?(?P<place>(?:附件\s?[\d一二三四五六七八九十]*)?第[^,;。“”]{1,24}?[条款项点])(?=[,;。]|$)"
)
_RULE = regex(r"(?:这一|的)?(?:规定|要求|限制|条款)")
_ADD = regex(r"增加(?:[^,;。“”]{0,12})[:,]?\s*(?=“)")
_ABOUT = regex(r"\s*(?:等?(?:一[句项款条词]|字样|的?(?:规定|要求|内容|表述|条款)))?,?\s*(?:予以|一并|均)?\s*")
_PLACED = regex(r"第[^,;。:“”]{1,24}?[条款项部分点段]\s*$")
_HAS_ANY = regex(r"(?:修改|调整|变更|更改|修订|更正|替换|改)(?:为|成)|删去|删除|取消|废止|增加|[到至延]|原[定为规来要]")
_GREW = r"(?:(?:增加|扩大|提高|提升|减少|降低|延长|推迟|放宽|缩短|压缩|提前|顺延|上调|下调|延期|压减)(?:到|至|为)|增至|降至|延至|增到|降到)"
_FROM = regex(
    rf"[由从](?:原来?的?|原定的?)?(?P<old>[^,;。由从]{{1,40}}?)(?P<link>{_TURNED}|{_GREW})(?=(?P<new>[^,;。]{{1,40}}))"
)
_TO = regex(rf"{_TURNED}(?=[^,;。\d]{{0,6}}[\d一二两三四五六七八九十]+\s?[家所个名项份字年月天页人万%])")
_ORIGINAL = regex(
    r"原(?:定|为|规定|要求|来)(?:于|的|为|是)?(?P<old>[^,;。()]{1,20}?)(?=的|[,;。)]|$|延|推|顺|提前|调|改|修)"
)
_FIGURE = regex(r"[\d一二两三四五六七八九十百]+\s?(?:[家所个名项份字年月天页人次万元%]|工作日)")
_DATED = regex(r"\d\s*[日号]|\d\s*月")


@dataclass(frozen=True, slots=True)
class Edit:
    """An order to change words: `old` are the words that go, () where only their place is given; `new` those that
    come, () where none do; both as offsets into the text. `place` is what stands before ("第三条中的")."""

    kind: Literal["replace", "delete", "insert"]
    old: tuple[int, int] | None
    new: tuple[int, int] | None
    place: str
    start: int
    end: int


def edits(text: str) -> tuple[Edit, ...]:
    """The orders to change words that a text gives, in order."""
    flat = half_width(text)
    if not _HAS_ANY.search(flat):
        return ()
    return tuple(sorted(_edits(flat), key=lambda e: e.start))


def as_amended(text: str) -> str:
    """The half-width text without what was so before; each later word keeps its place.

    Old words give way to stops, so that nothing is read across them. The old value of 由…调整为… gives way to
    blanks at the left, so that what it is about stands right before the new one.
    """
    flat = half_width(text)
    if not _HAS_ANY.search(flat):
        return flat
    chars = list(flat)
    for edit in edits(text):
        keep = edit.new or (edit.end, edit.end)
        for i in (*range(edit.start, keep[0]), *range(keep[1], edit.end)):
            chars[i] = ";"
    flat = "".join(chars)
    for pattern in (_FROM, _TO):
        for match in reversed(list(pattern.finditer(flat))):
            if pattern is _TO or _alike(match["old"], match["new"]):
                flat = _moved(flat, match)
    for match in reversed(list(_ORIGINAL.finditer(flat))):
        if _FIGURE.search(match["old"]) or _DATED.search(match["old"]):
            flat = flat[: match.start()] + " " * len(match[0]) + flat[match.end() :]
    return flat


def old_values(text: str) -> tuple[str, ...]:
    """The values that a half-width text says were so before."""
    found = [m["old"] for m in _FROM.finditer(text) if _alike(m["old"], m["new"])]
    held = (*found, *(m["old"] for m in _ORIGINAL.finditer(text)))
    return tuple(old for old in held if _FIGURE.search(old) or _DATED.search(old))


def _moved(flat: str, match: re.Match[str]) -> str:
    """The words before the old value brought up to the new one; 为 of a unit and 至 of a day stay between."""
    old = match.groupdict().get("old") or ""
    kept = "" if _FIGURE.search(old) and not _DATED.search(old) or not old else match[0][-1]
    start = max(flat.rfind(c, 0, match.start()) for c in ",;。:!?()") + 1
    words = flat[start : match.start()] + kept
    return flat[:start] + words.rjust(match.end() - start) + flat[match.end() :]


def _alike(old: str, new: str) -> bool:
    """Whether both are values of one sort: dates, figures, or words without any."""
    if _DATED.search(old) or _DATED.search(new):
        return bool(_DATED.search(old) and _DATED.search(new))
    if _FIGURE.search(old) or _FIGURE.search(new):
        return bool(_FIGURE.search(old) and _FIGURE.search(new))
    return _named(old) and _named(new)


def _named(words: str) -> bool:
    from assistant.programmes.unit_lists import read_units

    return read_units(words).whole


def _edits(flat: str) -> Iterator[Edit]:
    for match in _TURN.finditer(flat):
        old = _quoted_before(flat, match.start())
        placed = _PLACED.search(flat[: match.start()])
        if old is None and not (placed and re.search("[:“]", flat[match.start() : match.end() + 1])):
            continue
        new = _quoted_at(flat, match.end()) or _rest(flat, match.end(), whole=old is None)
        start = old[0] - 1 if old else match.start()
        end = new[1] + 1 if new and flat[new[1] : new[1] + 1] in tuple(_CLOSE) else new[1] if new else match.end()
        yield Edit("replace", old, new, _place(flat, start), start, end)
    for match in _DROP.finditer(flat):
        where = _WHERE.match(flat, match.end())
        old = _quoted_at(flat, where.end() if where else match.end()) or _quoted_before(flat, match.start())
        # A rule is cancelled; 取消“示范基地”称号 takes away a title.
        if old is not None and (match[0] != "取消" or _RULE.match(flat, old[1] + 1)):
            start, end = min(match.start(), old[0] - 1), max(match.end(), old[1] + 1)
            yield Edit("delete", old, None, where[0] if where else _place(flat, start), start, end)
    for match in _DROP_AT.finditer(flat):
        yield Edit("delete", None, None, match["place"], *match.span())
    for match in _ADD.finditer(flat):
        if new := _quoted_at(flat, match.end()):
            yield Edit("insert", None, new, _place(flat, match.start()), match.start(), new[1] + 1)


def _place(flat: str, until: int) -> str:
    return re.split(r"[,;。“”]", flat[:until])[-1]


def _quoted_at(flat: str, at: int) -> tuple[int, int] | None:
    """The words in the quotation marks that open at a place."""
    if flat[at : at + 1] not in tuple(_OPEN):
        return None
    depth = 0
    for i in range(at, len(flat)):
        depth += (flat[i] in _OPEN) - (flat[i] in _CLOSE)
        if depth == 0:
            return (at + 1, i) if i > at + 1 else None
    return None


def _quoted_before(flat: str, at: int) -> tuple[int, int] | None:
    """The words in the quotation marks that close right before a place."""
    end = next((i for i in range(at, max(0, at - 14), -1) if flat[i - 1] in _CLOSE), 0)
    if not end or not _ABOUT.fullmatch(flat[end:at]):
        return None
    depth = 0
    for i in range(end - 1, -1, -1):
        depth += (flat[i] in _CLOSE) - (flat[i] in _OPEN)
        if depth == 0:
            return (i + 1, end - 1) if end - 1 > i + 1 else None
    return None


def _rest(flat: str, at: int, whole: bool) -> tuple[int, int] | None:
    """The words from a place to the end of the segment, or of the text."""
    stop = len(flat) if whole else next((i for i in range(at, len(flat)) if flat[i] in ",;。"), len(flat))
    while stop > at and flat[stop - 1] in " \n":
        stop -= 1
    return (at, stop) if stop > at else None
