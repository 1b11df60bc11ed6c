"""Times that a sentence lets be put off, and whether they may be."""

from __future__ import annotations

import re

from assistant.answering.grounds.finding import Finding
from assistant.answering.grounds.locate import Found
from assistant.answering.grounds.polarity import finding
from assistant.answering.grounds.scene import Scene
from assistant.answering.sentences.spans import around
from assistant.guideline.patterns import regex

_TO_THE_DAY = regex(
    r"(?:[晚迟拖]|延后|推迟|超)(?:了|过)?(?:一|半)[天日刻]都?[^，,。]{0,4}不|(?:一|半)[天日刻](?:都|也)(?:不|别)[^，,。？?]{0,4}[晚迟拖延超]"
    r"|卡死|死线|雷打不动|(?<![能可得准许])不[能得许准](?:再)?(?:延|拖|晚|迟|推后|往后)"
    r"|\bnot (?:a|one|even a) (?:single )?day late|\bno (?:extension|delay)s?\b"
    r"|\bcannot be (?:extended|postponed|delayed|put off)\b"
)
_PUT_OFF = regex(
    r"(?P<when>[^，。；（(]{0,16}?)可以?(?:适当|酌情|视情|相应)?(?:延迟|延期|推迟|延后|顺延|延长|后延)(?!至\s?\d)"
)
_IN_A_CASE = regex(r"因|如|若|确|经|特殊|情况|的$")
_YEAR = regex(r"20\d\d")
_LATER = regex(
    r"拖|推迟|延[迟期后长到至]|往后(?:推|放|挪|拖|延|一)|晚(?:点|些|几|一)|缓一|宽限|余地|通融|来不及|赶不|[交报做弄写]不(?:了|出|完|上)"
    r"|\b(?:later|delay|postpone|put off|extend|extension)\b"
)
_ABOUT_TIME = frozenset({"deadline", "date", "process"})
_TIME = regex(r"(?:每年|次年|当年)?\s?(?P<when>第[一二三四]季度|\d{1,2}\s?月|[上下]半年|年[初底末])")
_WHEN = regex(r"\d|季度|月|^每?[年周]$")
# When something else was so: 2024年成立的 is no time of what is to be put off.
_OF_AN_EVENT = regex(
    r"20\d\d年?(?:\d{1,2}月)?[^，,。；;？?]{0,6}(?:成立|认定|立项|评上|入选|获批|建成|挂牌|加入|注册|签)"
)
_THIS_YEAR = regex(r"今年(?!是)|明年|去年")
_SHIFT = {"去年": -1, "今年": 0, "明年": 1}
_LOOKED_AT, _STRANGE = 12, 0.5


def put_off(scene: Scene) -> Finding | None:
    """Whether what has a time in the programme may be done later, where the sentence that sets the time lets it be put
    off in one year ("第一季度（2024年可适当延迟）"): in that year it may be, in another one not, and it depends where the
    question tells no year, or not of what. None where it asks for no delay, or no such sentence speaks of all that it
    asks about."""
    asked = scene.frame.masked
    if not scene.chosen or not _LATER.search(asked) or _TO_THE_DAY.search(asked) or scene.frame.denies:
        return None
    if any(d.day for d in scene.frame.days):
        return None  # a day that is told is held against the day of its clause
    strange = (t for t in scene.frame.terms if not t.grounded and t.weight >= _STRANGE)
    if any(not _LATER.search(t.words) for t in strange):
        return None
    things = {
        i
        for i, t in enumerate(scene.frame.terms)
        if t.grounded and t.kind in ("word", "concept") and t.weight >= 1.0
        and not _LATER.search(t.words) and not _WHEN.search(t.words) and not _ABOUT_TIME & set(t.concepts)
    }  # fmt: skip
    for found in scene.found[:_LOOKED_AT]:
        later = _PUT_OFF.search(found.passage.text)
        years = set(_YEAR.findall(later["when"])) if later else set()
        if later is None or not years or not found.own:
            continue
        start, end = _part(later)
        text = found.passage.text.lower()
        if things and not _all_in(scene, things, text[start:end]):
            if any(_all_in(scene, things, rest) for rest in (text[:start], text[end:])):
                return finding(scene, found, "no", "contrary")  # what has a time of its own in the sentence
            continue
        quote = around(found.passage, later.start(), later.end(), scene.words(found))
        told, timed = _years(scene), any(m["when"] in asked for m in _TIME.finditer(text[start:end]))
        if not told or not (things or timed):
            return finding(scene, found, "conditional", "case", quote)
        return finding(scene, found, "yes" if told <= years else "no", "" if told <= years else "contrary", quote)
    return None


def _years(scene: Scene) -> set[str]:
    """The years that the question tells as the time of what it is about."""
    asked = _OF_AN_EVENT.sub("", scene.frame.masked)
    named = {str(scene.today.year + _SHIFT[m.group()]) for m in _THIS_YEAR.finditer(asked)}
    return named | set(_YEAR.findall(asked))


def _part(later: re.Match[str]) -> tuple[int, int]:
    """From where to where the sentence is of the time that may be put off: up to the next time that it tells."""
    text = later.string
    another = _TIME.search(text, later.end())
    return max(text.rfind(mark, 0, later.start()) for mark in "，；。") + 1, another.start() if another else len(text)


def _all_in(scene: Scene, things: set[int], part: str) -> bool:
    return all(any(a in part for a, _ in scene.frame.terms[i].alternatives) for i in things)


def never_later(scene: Scene, found: Found) -> Finding | None:
    """A time is said to leave no day over where the sentence lets it be put off: a no, nothing
    where that is let only in some case, or in another year than the one asked about."""
    asked, text = scene.frame.masked, found.passage.text
    later = _PUT_OFF.search(text)
    if not later or not _TO_THE_DAY.search(asked) or found.coverage < 0.5 or not found.own:
        return None
    years = _YEAR.findall(later["when"])
    if years and not set(years) & set(_YEAR.findall(asked)):
        return None
    before = text[: later.start()].rstrip("，,")
    case = re.split(r"[，。；]", before)[-1] if before != text[: later.start()] else ""
    if _IN_A_CASE.search(case + later["when"]):
        return None
    return finding(
        scene, found, "no", "contrary", around(found.passage, later.start(), later.end(), scene.words(found))
    )
