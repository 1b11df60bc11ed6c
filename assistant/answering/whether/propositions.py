"""Whether-questions about rules, duties and facts: the sentence that speaks of them, and how firmly."""

from __future__ import annotations

from dataclasses import replace

from assistant.answering.figures.lengths import length, share_untold
from assistant.answering.figures.one_respect import in_one_respect
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
from assistant.answering.grounds.scene import Scene, purposive, spoken
from assistant.answering.roles.addressed import addressed
from assistant.answering.whether.affirming import affirm, nothing_done
from assistant.answering.whether.aligned import aligned
from assistant.answering.whether.by_figures import by_figures
from assistant.answering.whether.checks import CHECKS, abroad, addressee, defined
from assistant.answering.whether.confirming import confirmed
from assistant.answering.whether.consequences import consequence, of_another_case
from assistant.answering.whether.dated import dated
from assistant.answering.whether.hedging import another_time, another_window
from assistant.answering.whether.lasting import lasting
from assistant.answering.whether.leaving_out import WAIVES, denied_there, waived
from assistant.answering.whether.of_one_year import of_one_year
from assistant.answering.whether.on_conditions import lessened, on_conditions
from assistant.answering.whether.other_office import by_oneself, other_office, sent_elsewhere
from assistant.answering.whether.other_way import another_way
from assistant.answering.whether.parallel_kinds import both_kinds, listed_for_others
from assistant.answering.whether.posts import another_holder, in_person
from assistant.answering.whether.putting_off import never_later, put_off
from assistant.answering.whether.reversed_order import despite, put_apart, reversed_order
from assistant.answering.whether.undone import undone
from assistant.guideline.patterns import regex

_LEFT_OUT = regex(
    r"可以不|能不(?!能)|(?:可以|能)(?:给)?(?:免|省|跳过|绕过|略过)|[免省](?:了|掉|去)?(?:行|可以|成|吗)|\b(?:skip|omit|waive)"
)
_NOT_NEEDED = regex(r"不(?!超|少|低|得)|无需|(?<!抵)免|自愿")
_PREFERS = regex(
    r"^[^，。；]{0,12}(?:同等条件下|择优)?[，,]?优先(?:推荐|支持|考虑|遴选)[^。；]*[。；]?$"
)  # it lets nobody in and shuts nobody out
_UNDOING = regex(r"暂停|停止|中止|终止|取消|追回|收回|不再")


def judge(scene: Scene, least: float) -> Finding | None:
    """The first check that decides, tried on the sentences that explain the question best."""
    kind = mode(scene)
    least = least if scene.chosen else max(least, 0.75)
    if made := lasting(scene) or length(scene) or all_of_it(scene) or share_untold(scene):
        return made
    if made := consequence(scene, kind) or lessened(scene, kind) or listed_for_others(scene, kind):
        return made
    if made := of_one_year(scene, kind) or put_off(scene):
        return made
    figured = by_figures(scene, least)
    if figured and (figured.verdict != "yes" or not figured.reason or in_one_respect(scene)):
        return figured  # 必须3年以上吗 of 3年以上 has no reason but the words
    if made := dated(scene, least) or aligned(scene, kind):
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
