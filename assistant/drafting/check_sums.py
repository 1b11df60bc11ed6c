"""Numbers of one sentence against each other: a whole and its parts, a list and its sum, shares of one thing."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from assistant.drafting.case import Case
from assistant.drafting.draft import Flag
from assistant.drafting.values import shown
from assistant.guideline.patterns import regex
from assistant.programmes.numerals import half_width

_NUMBER = r"\d+(?:,\d{3})*(?:\.\d+)?"
_WHOLE = regex(
    rf"(?P<whole>{_NUMBER})(?P<unit>[^\d\W]{{1,3}}?)"
    r"(?P<gap>[，,]?其中[:：]?|。?[^。；;\d]{0,8}(?:来源|构成|组成)(?:分别)?(?:为|是|包括)[:：]?)"
)
_BROKEN = regex(r"分[^，,。；;\d]{1,6}看[，,]")
_SUMMED = regex(
    r"(?P<list>[^。；;]*?)[，,](?P<n>[一二两三四五六七八九十\d]{1,2}[年项个家类])?"
    rf"(?:合计|共计|总计)(?:为|达)?(?P<whole>{_NUMBER})(?P<unit>[^\d\W]{{1,3}})"
)
_PART = regex(rf"(?P<label>[^\d]*?(?:20\d\d年)?[^\d]*?)(?P<number>{_NUMBER})(?P<unit>[^\d]*)")
_YEAR = regex(r"\s*20\d\d年[^\d]{0,6}")
_REST = regex(r"其[他它余]")
_BETWEEN = regex(r"[、，,]|(?<=[^\d])[和及](?=[^\d]*\d)")
_SHARE = regex(rf"占(?:比)?(?:为|达|约)?(?P<share>{_NUMBER})%")
_RATE = regex(
    rf"(?P<about>[^，,。；;、\d]{{0,12}}(?:率|占比|比例|比重|占))(?:为|达到|达|是|约|稳定在|保持在|超过|高于|不低于)*(?P<share>{_NUMBER})%"
)
_MORE = regex(r"增长|增幅|完成|达成|提高|提升|负债|周转|毛利|同比|覆盖倍")
_OF_ONE = regex(r"分布|结构|构成|组成|分别")
_APART = regex(r"均|每|增|率|其中")
"""What makes a number no part of a whole."""
_NEARLY = Decimal("0.9")
_MOST = Decimal("100.5")


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a whole: what it is of, and how much."""

    label: str
    number: Decimal


def found(case: Case) -> Iterator[tuple[str, Flag]]:
    """Every sum of a sentence that does not hold, and every share over 100."""
    for path, text in case.texts.items():
        for paragraph in half_width(text).split("\n"):
            yield from ((path, flag) for flag in _of(paragraph))


def _of(paragraph: str) -> Iterator[Flag]:
    for said in _WHOLE.finditer(paragraph):
        rest = re.split("[。；;]", paragraph[said.end() :], maxsplit=1)[0]
        parts = _parts(rest, said["unit"])
        yield from _sum(said["whole"], said["unit"], parts, "其中" not in said["gap"], paragraph)
    for said in _BROKEN.finditer(paragraph):
        rest = re.split("[。；;]", paragraph[said.end() :], maxsplit=1)[0]
        first = re.match(rf"[^\d]*{_NUMBER}([^\d\W]{{1,3}})", rest)
        wholes = re.findall(rf"({_NUMBER}){first[1]}", paragraph[: said.start()]) if first else []
        if first is not None and wholes:
            yield from _sum(wholes[-1], first[1], _parts(rest, first[1]), False, paragraph)
    for said in _SUMMED.finditer(paragraph):
        listed = re.findall(rf"({_NUMBER}){re.escape(said['unit'])}", re.split("[，,]", said["list"])[-1])
        if len(listed) > 1 and ("分别" in said["list"] or said["n"]):
            parts = [Part("", _number(one)) for one in listed]
            yield from _sum(said["whole"], said["unit"], parts, "分别" in said["list"], paragraph)
    yield from _shares(paragraph)


def _sum(whole: str, unit: str, parts: Sequence[Part], complete: bool, paragraph: str) -> Iterator[Flag]:
    if len(parts) < 2:
        return
    told, added = _number(whole), sum((part.number for part in parts), Decimal(0))
    if told == added:
        return
    years = all(_YEAR.fullmatch(part.label) for part in parts)
    every = complete or years or any(_REST.search(part.label) for part in parts)
    near = told > 0 and _NEARLY <= added / told <= 2 - _NEARLY
    if not every and not near:
        return
    terms = "＋".join(shown(part.number) for part in parts)
    values = (("total", f"{shown(told)}{unit}"), ("sum", f"{shown(added)}{unit}"), ("terms", terms))
    yield Flag("sum_prose", values, sure=every)


def _shares(paragraph: str) -> Iterator[Flag]:
    for sentence in re.split("[。；;]", paragraph):
        shares = [_number(found) for found in _SHARE.findall(sentence)]
        if len(shares) > 2 and sum(shares) > _MOST and _OF_ONE.search(sentence):
            yield Flag("share_sum", (("about", sentence[:30]), ("sum", shown(sum(shares, Decimal(0))))))
        for said in _RATE.finditer(sentence):
            if _number(said["share"]) > 100 and not _MORE.search(said["about"]):
                yield Flag("share", (("about", said["about"].strip()), ("value", said["share"])))


def _parts(words: str, unit: str) -> list[Part]:
    """The parts of one unit that stand first in a list; the list ends where another sort of thing is told."""
    made: list[Part] = []
    for piece in _BETWEEN.split(words):
        found = _PART.fullmatch(piece.strip())
        if found is None or not found["unit"].startswith(unit) or _APART.search(found["label"]):
            break
        made.append(Part(found["label"], _number(found["number"])))
    return made


def _number(written: str) -> Decimal:
    return Decimal(written.replace(",", ""))
