"""Whether-questions that tell a day or a month, against the day that a clause sets."""

from __future__ import annotations

import re

from assistant.answering.grounds.finding import Finding
from assistant.answering.grounds.locate import Found
from assistant.answering.grounds.polarity import finding, mode
from assistant.answering.grounds.proof import tells
from assistant.answering.grounds.scene import Scene, days_in
from assistant.answering.sentences.spans import around
from assistant.answering.whether.hedging import crossed
from assistant.guideline.patterns import regex
from assistant.guideline.values import Day

_ON_ITS_WAY = regex(r"寄|邮|才到|收到|送达|在路上")
_OF_TIME = frozenset({"deadline", "submit"})
_UNTIL = regex(r"(?:[至到]|截止(?:日期|时间)?[为是：:]?|截至|不[晚迟]于)\s*$")
_LATER = ("次年", "第二年", "下一年", "明年", "下年")
_MOVED = regex(r"延(?:期|长|后|到|至)|截止|推迟|改到|改成|改为|deadline|extended|postponed")
_DONE_THEN = regex(r"(?:份|底|初|上旬|中旬|下旬)?(?:之?后)?(?:再|才|完成|提交|上?交|上?报|补)")
_PAST = regex(r"(?:晚于|迟于|过了?|超过|错过|误了|拖过|晚过|\b(?:after|past|later than))\s*$")
_FROM_THEN = regex(r"(?:之后|以后|过后|后(?=再|才|报|交|递|补|提))")


def dated(scene: Scene, least: float) -> Finding | None:
    """What the days and months that the question tells come to against the day of the sentence that speaks of it; None
    where it tells none, or no sentence sets one."""
    moved = _MOVED.search(scene.frame.masked)
    given = [d for d in scene.frame.days if d.day or moved or _DONE_THEN.match(scene.frame.masked, d.end)]
    if not given:
        return None
    for found in scene.found[:8]:
        told = given[-1]
        held = [d for d in days_in(found.passage.text) if isinstance(d, Day) and (d.day or not told.day)]
        if found.coverage < min(least, 0.35) or not held:
            continue
        if other := crossed(scene, found, mode(scene)):
            return other
        rule = _day_of(scene, found.passage.text, held)
        if rule is None:
            continue
        if not told.day:  # only a month is told: another one is not the same time, the same one may be
            quote = around(found.passage, rule.start, rule.end, scene.words(found))
            next_year = any(w in scene.frame.masked and w not in found.passage.text for w in _LATER)
            elsewhen = next_year or (told.month > rule.month if not moved else told.month != rule.month)
            return finding(scene, found, "no", "contrary", quote) if elsewhen else None
        same = (told.month, told.day) == (rule.month, rule.day) and (
            not told.year or not rule.year or told.year == rule.year
        )
        late = (told.year or rule.year or 0, told.month, told.day or 0) > (
            rule.year or told.year or 0,
            rule.month,
            rule.day or 0,
        )
        if _after(scene, told) and (told.month, told.day) != (rule.month, rule.day):
            continue  # what is asked to happen after a day is ruled by the clause that sets that day
        if any(w in scene.frame.masked and w not in found.passage.text for w in _LATER) or _after(scene, told):
            same, late = False, True
        years = set(re.findall(r"20\d\d", scene.frame.masked))
        if years and rule.year and str(rule.year) not in years:
            same, late = False, True
        quote = around(found.passage, rule.start, rule.end, scene.words(found))
        before = rule.before or "前" in found.passage.text[rule.end : rule.end + 2]
        before = before or bool(_UNTIL.search(found.passage.text[: rule.start]))
        asserts = bool(re.search(r"延|截止|改到|推迟|是.{0,6}吗|deadline", scene.frame.masked))
        good = same or before and not late and not asserts
        if good and not (tells(scene, found) or _a_deadline(scene, found, rule, told)):
            return None
        over = rule.full()
        if good and not told.year and mode(scene) == "permission" and over and over < scene.today:
            return finding(scene, found, "no", "passed", quote, date=over.isoformat())  # 11月10日寄 of years later
        return finding(scene, found, "yes" if good else "no", "must" if good else "contrary", quote)
    return None


def _a_deadline(scene: Scene, found: Found, rule: Day, told: Day) -> bool:
    """Whether the day is the last one to apply, and the sentence speaks of all else that the question speaks of; where
    that is nothing, whether no other deadline is earlier than the day told."""
    due = [s.value for s in scene.statements if s.attribute == "deadline" and isinstance(s.value, Day)]
    said = [i for i, t in enumerate(scene.frame.terms) if t.weight >= 1.0 and not _OF_TIME & set(t.concepts)]
    if not any((d.month, d.day) == (rule.month, rule.day) for d in due) or not all(i in found.own for i in said):
        return False
    if len(scene.frame.days) > 1 or _ON_ITS_WAY.search(scene.frame.masked):
        return False  # sent on one day and there on another: which one counts is for the clause to say
    return bool(said) or all((told.month, told.day or 0) <= (d.month, d.day or 0) for d in due)


def _day_of(scene: Scene, text: str, held: list[Day]) -> Day | None:
    """The day that the sentence sets for those of whom the question asks: its first, but where it sets one each for
    several ("高校于4月10日前、企业于4月20日前") the one before which most of the question's words stand, None where no
    word of it does."""
    if len(held) < 2:
        return held[0]
    ends = [0, *(d.end for d in held)]
    words = {a for t in scene.frame.terms if t.kind in ("unit", "word", "concept") for a in (t.words, *t.also)}
    shares = [sum(len(w) for w in words if w in text[a : d.start]) for a, d in zip(ends, held, strict=False)]
    apart = re.search(r"[、，,；;]\s*[一-鿿]{2,8}于?\s*$", text[held[0].end : held[1].start])
    if apart and not any(shares):
        return None
    return held[shares.index(max(shares))] if apart else held[0]


def _after(scene: Scene, told: Day) -> bool:
    """Whether the question is about the time after the day that it tells ("晚于5月15日", "5月15日以后再报")."""
    asked = scene.frame.masked
    return bool(_PAST.search(asked[: told.start]) or _FROM_THEN.match(asked, told.end))
