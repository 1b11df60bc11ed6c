"""Whether-questions that tell a figure, against the bound that a clause sets."""

from __future__ import annotations

from assistant.answering.answer import Verdict
from assistant.answering.figures.bounds import Comparison, turns_on
from assistant.answering.figures.by_definition import defines_another
from assistant.answering.figures.one_respect import all_told, in_one_respect
from assistant.answering.figures.quotas import asks_over
from assistant.answering.figures.relaxed import measured
from assistant.answering.grounds.finding import Finding
from assistant.answering.grounds.polarity import finding, mode
from assistant.answering.grounds.proof import tells
from assistant.answering.grounds.scene import Scene
from assistant.answering.whether.affirming import enough
from assistant.guideline.patterns import regex

_RULE_TOLD = regex(
    r"才(?:算|行|能|可以|可|够)|(?:标准|要求|门槛|上限|下限|规定)(?:就?是|为)|"
    r"(?:文件|指南|通知|办法)(?:里|上|中)?(?:说|写|要求|规定)|写着|写的是|有没有.{1,20}(?:要求|规定)"
)
# A figure is to be confirmed as one that breaks the bound: that it keeps it is no yes.
_OUTSIDE = regex(
    r"\b(?:over|above|exceed\w*|beyond|below|short of) (?:the |our |your )?"
    r"(?:limit|maximum|max|cap|quota|minimum|threshold)\b"
    r"|\btoo (?:many|much|few|little|old|young|long|short|small|large|late)\b|\bnot enough\b"
)


def by_figures(scene: Scene, least: float) -> Finding | None:
    """What the figures that the question tells come to against the clause's; None where it tells none, or none can be
    held against one."""
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
