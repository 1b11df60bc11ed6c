"""Whether-questions about rules, duties and facts: the sentence that speaks of them, and how firmly."""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.answering.answer import Verdict
from assistant.answering.figures.bounds import Comparison, turns_on
from assistant.answering.figures.by_definition import defines_another
from assistant.answering.figures.lengths import length, share_untold
from assistant.answering.figures.one_respect import all_told, in_one_respect
from assistant.answering.figures.quotas import asks_over
from assistant.answering.figures.relaxed import measured
from assistant.answering.figures.shares import all_of_it
from assistant.answering.grounds.figured import out_of_order
from assistant.answering.grounds.finding import Finding
from assistant.answering.grounds.locate import Found
from assistant.answering.grounds.polarity import (
    blank_form,
    contrary_polarity,
    core,
    denied_in_it,
    finding,
    mode,
    no_such_rule,
)
from assistant.answering.grounds.proof import LOSS, contrast, proves, tells
from assistant.answering.grounds.scene import Scene, days_in, purposive, spoken
from assistant.answering.roles.addressed import addressed
from assistant.answering.sentences.spans import around
from assistant.answering.whether.affirming import affirm, enough, nothing_done
from assistant.answering.whether.aligned import aligned
from assistant.answering.whether.checks import CHECKS, abroad, addressee, defined
from assistant.answering.whether.confirming import confirmed
from assistant.answering.whether.consequences import consequence, of_another_case
from assistant.answering.whether.hedging import another_time, another_window, crossed, never_later
from assistant.answering.whether.lasting import lasting
from assistant.answering.whether.leaving_out import WAIVES, denied_there, waived
from assistant.answering.whether.of_one_year import of_one_year
from assistant.answering.whether.on_conditions import lessened, on_conditions
from assistant.answering.whether.other_office import by_oneself, other_office, sent_elsewhere
from assistant.answering.whether.other_way import another_way
from assistant.answering.whether.parallel_kinds import both_kinds, listed_for_others
from assistant.answering.whether.posts import another_holder, in_person
from assistant.answering.whether.reversed_order import despite, put_apart, reversed_order
from assistant.answering.whether.undone import undone
from assistant.guideline.patterns import regex
from assistant.guideline.values import Day

_RULE_TOLD = regex(
    r"才(?:算|行|能|可以|可|够)|(?:标准|要求|门槛|上限|下限|规定)(?:就?是|为)|"
    r"(?:文件|指南|通知|办法)(?:里|上|中)?(?:说|写|要求|规定)|写着|写的是|有没有.{1,20}(?:要求|规定)"
)
_ON_ITS_WAY = regex(r"寄|邮|才到|收到|送达|在路上")
_OF_TIME = frozenset({"deadline", "submit"})
_UNTIL = regex(r"(?:[至到]|截止(?:日期|时间)?[为是：:]?|截至|不[晚迟]于)\s*$")
_LATER = ("次年", "第二年", "下一年", "明年", "下年")
_MOVED = regex(r"延(?:期|长|后|到|至)|截止|推迟|改到|改成|改为|deadline|extended|postponed")
_DONE_THEN = regex(r"(?:份|底|初|上旬|中旬|下旬)?(?:之?后)?(?:再|才|完成|提交|上?交|上?报|补)")
_PAST = regex(r"(?:晚于|迟于|过了?|超过|错过|误了|拖过|晚过|\b(?:after|past|later than))\s*$")
_FROM_THEN = regex(r"(?:之后|以后|过后|后(?=再|才|报|交|递|补|提))")
_LEFT_OUT = regex(
    r"可以不|能不(?!能)|(?:可以|能)(?:给)?(?:免|省|跳过|绕过|略过)|[免省](?:了|掉|去)?(?:行|可以|成|吗)|\b(?:skip|omit|waive)"
)
_NOT_NEEDED = regex(r"不(?!超|少|低|得)|无需|(?<!抵)免|自愿")
_PREFERS = regex(
    r"^[^，。；]{0,12}(?:同等条件下|择优)?[，,]?优先(?:推荐|支持|考虑|遴选)[^。；]*[。；]?$"
)  # it lets nobody in and shuts nobody out
# A figure is to be confirmed as one that breaks the bound: that it keeps it is no yes.
_OUTSIDE = regex(
    r"\b(?:over|above|exceed\w*|beyond|below|short of) (?:the |our |your )?"
    r"(?:limit|maximum|max|cap|quota|minimum|threshold)\b"
    r"|\btoo (?:many|much|few|little|old|young|long|short|small|large|late)\b|\bnot enough\b"
)
_UNDOING = regex(r"暂停|停止|中止|终止|取消|追回|收回|不再")


def judge(scene: Scene, least: float) -> Finding | None:
    """The first check that decides, tried on the sentences that explain the question best."""
    kind = mode(scene)
    least = least if scene.chosen else max(least, 0.75)
    if made := lasting(scene) or length(scene) or all_of_it(scene) or share_untold(scene):
        return made
    if made := consequence(scene, kind) or lessened(scene, kind) or listed_for_others(scene, kind):
        return made
    if made := of_one_year(scene, kind):
        return made
    figured = _measured(scene, least)
    if figured and (figured.verdict != "yes" or not figured.reason or in_one_respect(scene)):
        return figured  # 必须3年以上吗 of 3年以上 has no reason but the words
    dated = _dated(scene, least)
    if dated:
        return dated
    if made := aligned(scene, kind):
        return made
    if scene.frame.only_abroad:
        for found in scene.found[:60]:
            if made := abroad(scene, found):
                return made
    if elsewhere := addressee(scene) or sent_elsewhere(scene) or addressed(scene, kind):
        return elsewhere
    for found in scene.found[:6]:
        if not spoken(found.passage) or purposive(found.passage.text) or not found.own or blank_form(scene, found):
            continue
        if found.coverage >= 0.25 and (meaning := defined(scene, found)):
            return meaning
        if found.coverage >= 0.35 and contrast(scene, found):
            return _contrary(scene, found)
        if (
            made := waived(scene, found, kind)
            or reversed_order(scene, found, kind)
            or despite(scene, found, kind)
            or other_office(scene, found, kind)
            or by_oneself(scene, found)
            or put_apart(scene, found)
            or another_holder(scene, found, kind)
            or in_person(scene, found, kind)
            or another_way(scene, found, kind)
            or both_kinds(scene, found, kind)
        ):
            return made
        if made := another_window(scene, found) or never_later(scene, found):
            return made
        if kind == "truth" and (made := another_time(scene, found)):
            return made
        enough = 0.3 if "absolute" in scene.frame.marks else least if scene.chosen else 0.65
        if found.coverage < enough or out_of_order(scene, found.passage.text):
            continue
        for check in CHECKS:
            if made := check(scene, found, kind):
                return made
    if figured:
        return figured
    for found in scene.found[:4]:
        if (
            found.coverage >= max(least, 0.7)
            and found.strict >= 0.55
            and spoken(found.passage)
            and found.own
            and not blank_form(scene, found)
        ):
            if (
                not _about_more_than_units(scene, found)
                or contrary_polarity(scene, found)
                or no_such_rule(scene, found)
                or _undone(scene, found)
                or kind == "permission"
                and _PREFERS.search(found.passage.text)
                or kind == "obligation"
                and WAIVES.search(core(scene, found))
                or kind == "truth"
                and not nothing_done(scene)
                and of_another_case(scene, found)
            ):
                continue
            if not_so := denied_there(scene, found):
                return not_so
            made = affirm(scene, found, kind)
            left_out = _LEFT_OUT.search(scene.frame.masked) and not _NOT_NEEDED.search(found.passage.text)
            if made.verdict == "yes" and (scene.frame.denies or left_out and kind == "permission"):
                continue  # a sentence that speaks of somebody denies nobody anything
            if made.verdict == "yes" and denied_in_it(scene, found):
                continue
            if proves(scene, found) or made.verdict != "yes" and tells(scene, found):
                return made
    return undone(scene, kind) or confirmed(scene, kind) or on_conditions(scene, kind)


def _contrary(scene: Scene, found: Found) -> Finding:
    """That the sentence says otherwise, with the first other sentence that contradicts another thing asked."""
    made, slot = finding(scene, found, "no", "contrary"), contrast(scene, found)
    for other in scene.found[:6]:
        held = contrast(scene, other) if other.own and other.coverage >= 0.35 and spoken(other.passage) else ()
        if held and held != slot:
            more = finding(scene, other, "no", "contrary")
            return replace(made, said=f"{made.said}”；“{more.said}", quotes=(*made.quotes, *more.quotes))
    return made


def _about_more_than_units(scene: Scene, found: Found) -> bool:
    """Whether the sentence itself speaks of a weighty thing besides the kinds of unit that the question names."""
    return any(scene.frame.terms[i].kind != "unit" and scene.frame.terms[i].weight >= 1.0 for i in found.own)


def _undone(scene: Scene, found: Found) -> bool:
    """Whether the sentence stops, takes back or ends what the question asks about doing."""
    undoing = _UNDOING.search(core(scene, found))
    return bool(undoing) and not scene.frame.concepts & LOSS and not _UNDOING.search(scene.frame.masked)


def _measured(scene: Scene, least: float) -> Finding | None:
    if not scene.frame.quantities:
        return None
    made = measured(scene, min(least, 0.3))
    if made is None or made.result == "same" and (made.strict < 0.75 or "haste" in scene.frame.marks):
        return None
    if defines_another(scene, made.found):
        return None
    if made.result in ("meets", "same", "unsure") and _OUTSIDE.search(scene.frame.masked):
        return finding(scene, made.found, "no", "contrary", made.quote) if made.result == "meets" else None
    if made.result in ("meets", "same", "over") and asks_over(scene.frame.masked):
        over: Verdict = "yes" if made.result == "over" else "no"  # 超了没
        shown = (("bound", made.bound), ("given", made.given))
        return Finding(
            scene.programme, "answered", over, made.quote.text, (made.quote,), made.result, shown, made.score, 0.8
        )
    negated = "negated" in scene.frame.marks and mode(scene) == "permission"
    verdicts: dict[str, Verdict] = {"meets": "yes", "same": "yes", "under": "no", "over": "no", "unsure": "conditional"}
    reason: str = "meets" if made.result == "same" else made.result
    verdict = verdicts[made.result]
    if mode(scene) == "truth" and _another_bound(made) or made.result == "unsure" and _another_measure(scene, made):
        verdict, reason = "no", "contrary"
    if made.result == "meets" and (mode(scene) == "obligation" or _RULE_TOLD.search(scene.frame.masked)):
        given, bound = (q.interval for q in made.figures)
        told: Verdict = "yes" if given == bound and not given.exact else "no"  # 3年以上才行吗 of 3年以上
        if told == "yes" and "presuppose" in scene.frame.marks and not tells(scene, made.found):
            return None  # the figure is the clause's, and what is claimed of it is not
        return Finding(
            scene.programme, "answered", told, made.quote.text, (made.quote,), "" if told == "yes" else "contrary",
            (), made.score, 0.8,
        )  # fmt: skip
    alone = scene.chosen and in_one_respect(scene) and all_told(scene, made)
    if verdict == "yes" and not alone and not ((scene.chosen or made.strict >= 0.75) and tells(scene, made.found)):
        if not made.more:
            return None
        verdict = "conditional"
    if verdict == "yes" and not alone and (negated or made.strict < 0.6 or enough(scene, made.found)):
        verdict = "conditional"
    quotes = (made.quote, made.more) if made.more else (made.quote,)
    return Finding(
        scene.programme, "answered", verdict, "”；“".join(q.text for q in quotes), quotes, reason,
        (("bound", made.bound), ("given", made.given)), made.score, 0.8, hinge=turns_on(made),
    )  # fmt: skip


def _another_bound(made: Comparison) -> bool:
    """Whether a bound is told ("最多8家") where the clause sets another on that side."""
    given, bound = (q.interval for q in made.figures)
    if made.figures[0].unit != made.figures[1].unit:
        return False
    above = given.low is None and bound.low is None and given.high != bound.high
    return above or given.high is None and bound.high is None and given.low != bound.low


def _another_measure(scene: Scene, made: Comparison) -> bool:
    """Whether a time is told as so many working days where the clause counts days or weeks."""
    given, bound = made.figures
    told = "presuppose" in scene.frame.marks and given.interval.exact and bound.interval.exact
    return told and "工作日" in given.unit and "工作日" not in bound.unit


def _dated(scene: Scene, least: float) -> Finding | None:
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
    """The day that the sentence sets for those of whom the question asks ("高校于4月10日前、企业于4月20日前"): the one
    whose own words tell most of the question; the first where the words of all tell alike, none where it sets several
    for several and tells none of the question's."""
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
