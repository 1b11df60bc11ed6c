"""Several applications handed in by one unit, against the quota of its kind."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from assistant.answering.answer import Verdict
from assistant.answering.figures.bounds import handed_in, told
from assistant.answering.figures.graded import Grade, grades_in
from assistant.answering.figures.standing import standing
from assistant.answering.grounds.finding import Finding, Hinge
from assistant.answering.grounds.scene import Scene
from assistant.guideline.patterns import regex
from assistant.guideline.quote import span
from assistant.guideline.statement import Statement
from assistant.guideline.values import Quantity
from assistant.programmes.quantities import find_quantities

_OVER = regex(r"(?<![不没未])超(?:了|过|出|标|额|名额|限额|没超|不超)|\b(?:too many|exceed|over the)\b")
_AMONG = regex(r"^\W*(?:其中|内)|[的数]$")
_LEAVE = regex(r"[，,；;？?][^，,；;？?]{0,6}(?:可以|能|行|成|让|允许)|[,;?] ?(?:can|may|could)\b")
_ASKED_FOR = regex(
    r"(?:可以|能|可否|允许|准许?|让)[^，,。；;？?]{0,8}超|超[^？?]*(?:可以|行|成|能|允许|没事|没关系)(?:[吗么不吧][？?]?|[？?])$"
)
_NOT_OVER = regex(r"[没不未](?:有|会|算)?超(?!没)")


def applications(scene: Scene) -> Quantity | None:
    """The figure that tells how many applications are to be handed in, None where the question gives none."""
    frame = scene.frame
    for q in frame.quantities:
        if q.dimension != "count" or not q.interval.exact or q.unit not in ("个", "项", "份"):
            continue
        name_follows = bool(frame.named) and frame.masked[q.end :].startswith("  ")
        if handed_in(scene, q) or name_follows:
            return q
    return None


def within_quota(scene: Scene) -> Finding | None:
    """The ruling by the quota of the kind of unit that asks; None where no such rule or figure is told."""
    q = applications(scene)
    rules = [
        (s, s.value.interval.high, s.value.unit)
        for s in scene.statements
        if s.attribute == "quota" and isinstance(s.value, Quantity) and s.value.interval.high is not None
    ]
    named = any(u.kind not in scene.taxonomy.generic for u in scene.frame.units)
    if q is None or q.interval.low is None or not rules or not named or "demand" in scene.frame.marks:
        return None
    given, mine = q.interval.low, _of_the_asker(scene, [s for s, _, _ in rules])
    if not mine and (told_apart := _by_kind(scene, q, rules)):
        return told_apart
    rule, most, unit = next((r for r in rules if r[0] is mine), rules[0])
    beside = Fraction(0)  # what the case told has on top
    for grade in _beside(scene, rule) if mine else ():
        if standing(scene, grade.case) == "open" and given > most:
            return None  # it depends on whether who asks is of those that have more
        if standing(scene, grade.case) == "told" and grade.figure.interval.high is not None:
            unit = f"{unit}＋{grade.figure.interval.high}{unit}"
            beside += grade.figure.interval.high
    if mine and (part := _of_the_sort(scene, rule)) and part.interval.high is not None and given > part.interval.high:
        quote = span(rule.quote.clause, rule.quote.start, part.end)
        shown = (("bound", f"{part.interval.high}{part.unit}"), ("given", told(q, scene.frame.masked)))
        too_many: Verdict = "yes" if asks_over(scene.frame.masked) else "no"
        return Finding(scene.programme, "answered", too_many, quote.text, (quote,), "over", shown, 9.5, 0.9)
    over = given > most + beside if mine else all(given > high for _, high, _ in rules)
    verdict: Verdict = "yes" if over == asks_over(scene.frame.masked) else "no"
    if not mine and not over:
        return None  # whether such a unit may apply at all comes first
    at_most = "" if over else "不超过" if scene.frame.language == "zh" else "at most "
    shown = (("bound", f"{at_most}{most}{unit}"), ("given", told(q, scene.frame.masked)))
    reason = "over" if over else "meets"
    return Finding(scene.programme, "answered", verdict, rule.quote.text, (rule.quote,), reason, shown, 9.5, 0.9)


def _by_kind(scene: Scene, q: Quantity, rules: list[tuple[Statement, Fraction, str]]) -> Finding | None:
    """That it depends on the kind that the unit asking is of, where so many are within the quota of one that it may be
    of and over that of another; None otherwise."""
    unit = scene.frame.units[0]
    open_to = [r for r in rules if any(scene.taxonomy.relation(unit, u) == "overlap" for u in r[0].units)]
    if q.interval.low is None or len({q.interval.low > high for _, high, _ in open_to}) < 2:
        return None
    quotes = tuple(dict.fromkeys(s.quote for s, _, _ in open_to))[:3]
    return Finding(
        scene.programme, "answered", "conditional", "”；“".join(quote.text for quote in quotes), quotes, "by_kind",
        (("given", told(q, scene.frame.masked)),), 9.5, 0.9,
        hinge=Hinge(unit, tuple(u for s, _, _ in open_to for u in s.units)),
    )  # fmt: skip


def _beside(scene: Scene, rule: Statement) -> list[Grade]:
    """What some have beside the quota, in the words that follow it ("试点城市可增加1个")."""
    text = rule.quote.clause.text[rule.quote.start :].split("。")[0].split("；")[0]
    return [g for g in grades_in(text) if g.way == "up" and g.figure.dimension == "count" and not g.more]


def _of_the_sort(scene: Scene, rule: Statement) -> Quantity | None:
    """What the sentence of the quota lets be of the sort that the question names ("其中示范类不超过1个")."""
    text, start = rule.quote.clause.text, rule.quote.end
    end = min((at for mark in "。；" if (at := text.find(mark, start)) >= 0), default=len(text))
    for q in find_quantities(text[start:end]):
        sort = _AMONG.sub("", q.head)
        if q.unit == getattr(rule.value, "unit", "") and len(sort) > 1 and sort in scene.frame.masked:
            return replace(q, start=q.start + start, end=q.end + start)
    return None


def asks_over(text: str) -> bool:
    """Whether it is asked if there are too many; where leave is asked behind that ("超了没，可以报吗") it is not."""
    over = _OVER.search(text)
    asked_for = _ASKED_FOR.search(text) or over and _LEAVE.search(text, over.end())
    return over is not None and not _NOT_OVER.search(text) and not asked_for


def _of_the_asker(scene: Scene, rules: list[Statement]) -> Statement | None:
    """The rule for the unit named first that has one: who is named later is a companion."""
    for unit in scene.frame.units:
        for rule in rules:
            if rule.units and scene.taxonomy.relation_any(unit, rule.units) == "inside":
                return rule
    return next((r for r in rules if not r.units), None)
