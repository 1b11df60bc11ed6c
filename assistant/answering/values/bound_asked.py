"""Whether there is a limit or a requirement on something that is measured ("成立年限有没有要求")."""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.answering.grounds.finding import Finding
from assistant.answering.grounds.scene import Scene
from assistant.answering.question.extremes import LOWER, UPPER
from assistant.answering.values.valued import values
from assistant.guideline.patterns import regex
from assistant.programmes.quantities import find_quantities

# What is measured, and what it is counted in.
_COUNTED_IN = (
    (regex(r"字数|篇幅|\b(?:word|character)s?\b"), "字"),
    (regex(r"页数|\bpages?\b"), "页"),
    (regex(r"年龄|\bage\b"), "岁"),
    (regex(r"年限|年头|(?:成立|合作|注册|创办|办学|从业|工作)的?(?:时间|时长)"), "年"),
    (regex(r"天数|公示(?:期|时间|时长)"), "天"),
    (regex(r"面积|\b(?:floor )?(?:area|space)\b"), "平方米"),
    (regex(r"比例|占比|比重|\b(?:share|ratio|proportion|percentage)\b"), "比例"),
)
_BOUND = r"(?:要求|限制|限定|规定|上限|下限|门槛|硬杠杠|标准)"
_ANY = r"(?:什么|具体的?|明确的?|硬性的?|最低的?|最高的?|专门的?|特别的?|个|一个)*"
_NOUN = "[一-鿿]{0,8}"
_END = r"(?=吗?[啊呀呢]?(?:[，,。？?]|$))"
_IS_THERE = regex(
    rf"(?:有没有|有无|是否有){_ANY}{_NOUN}{_BOUND}{_END}|(?<![没只所])有{_ANY}{_NOUN}{_BOUND}(?=吗)"
    rf"|(?:有没有|有无|是否)(?:规定|限定|限制|要求)(?:了)?{_NOUN}{_END}|限不限{_NOUN}{_END}"
    r"|\b(?:is|are) there (?:(?:an?|any) )?(?:[a-z]+ ){0,3}(?:limit|requirement|minimum|maximum|cap|restriction)s?\b"
)


def whether_bounded(scene: Scene) -> bool:
    """Whether it is asked if there is a requirement, a limit or a rule on something, and nothing is told of a case."""
    return bool(_IS_THERE.search(scene.frame.masked)) and not scene.frame.denies and not scene.frame.quantities


def bound_asked(scene: Scene) -> str:
    """What the bound is counted in, where it is asked whether there is one on something measured; else ""."""
    asked = _IS_THERE.search(scene.frame.masked)
    if not asked or not whether_bounded(scene):
        return ""
    part = re.split(r"[，,。；;]", scene.frame.masked[: asked.end()])[-1]
    return next((unit for noun, unit in _COUNTED_IN if noun.search(part)), "")


def bound(scene: Scene, unit: str) -> Finding | None:
    """A yes with the clause that sets the bound; None where no value of the kind is found: that no bound is named is
    told by silence, not by a no."""
    lower, upper = bool(LOWER.search(scene.frame.masked)), bool(UPPER.search(scene.frame.masked))
    counted, like = ("", "30%") if unit == "比例" else (unit, f"3{unit}")
    put = _IS_THERE.sub(lambda m: f"{m.group()}多少{counted}", scene.frame.masked, count=1)
    made = values(replace(scene, frame=replace(scene.frame, masked=put, asks=frozenset({"how_many"}))))
    dimension = find_quantities(like)[0].dimension
    bounds = [q.interval for q in find_quantities(made.quotes[0].text) if q.dimension == dimension] if made else []
    if made is None or not bounds:
        return None
    if lower != upper and all((span.low if lower else span.high) is None for span in bounds):
        return None  # an upper bound is no lower one
    return replace(made, verdict="yes", said=made.quotes[0].text)
