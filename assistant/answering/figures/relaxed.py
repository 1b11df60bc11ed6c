"""Bounds that a clause makes others for some ("从事……的，可以放宽至50周岁", "山区县可降低20%"): who is told to be of
them is held against theirs, who is told not to be against the one for all, and of nobody else it is certain where the
two differ."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from assistant.answering.figures.bounds import Comparison, compare
from assistant.answering.figures.graded import Grade, grades_in, measure_of
from assistant.answering.figures.standing import Standing, bounded_apart, standing
from assistant.answering.grounds.comparing import Compared, against, comparable, scaled
from assistant.answering.grounds.scene import Scene, quantities_in
from assistant.answering.question.lived import as_counted
from assistant.answering.question.text import pairs
from assistant.answering.sentences.passages import Passage
from assistant.answering.sentences.relief_rules import reliefs_in
from assistant.answering.sentences.spans import whole
from assistant.guideline.patterns import regex
from assistant.guideline.values import Interval, Quantity

_NEAR, _ADJOINING = 8, 2
_LEAST = 0.3
_FOREIGN = 1.2  # as an unknown word weighs
_CLASS = regex(r"[类型级](?:工坊|项目|平台|基地|单位|企业)?$")  # whoever is of a class by name knows it
_PERSON = regex(r"[人员师生者工]$")
_OF_ANYTHING = pairs("推荐总数") | pairs("申报数量") | pairs("上年度") | pairs("要求")


class _Rule(NamedTuple):
    """A bound for a case in its passage, and how the question stands to the case."""

    number: int
    passage: Passage
    grade: Grade
    standing: Standing


def measured(scene: Scene, least: float) -> Comparison | None:
    """What the given figures come to (`bounds.compare`), each held against the bound for its case."""
    return compare(scene, least, for_the_case)


def for_the_case(scene: Scene, made: Comparison) -> Comparison:
    """The comparison as it stands for the case that the question tells; itself where no bound is for some."""
    bound = made.figures[1]
    own = next((g for g in grades_in(made.found.passage.text) if g.figure.start == bound.start), None)
    base = _for_all(scene, made, own) if own else (made.found.number, made.found.passage, bound)
    measure = measure_of(base[1].text, base[2]) if base else own.measure if own else ""
    rules = [r for r in _rules(scene, made, base, own, measure) if r.grade.way == "sets" or base]
    told = [r for r in rules if r.standing == "told" and not _for_another(scene, r, base)]
    if told:
        made = _settled(scene, made, told, base)
        eased = [r for r in rules if r.standing == "open" and r.grade.eases and r.number == made.found.number]
        return _unless_freed(scene, _unless_eased(scene, made, eased, told[0].grade.figure), measure)
    if base is None:  # of those that are told nobody is let in by a bound that is for others
        return replace(made, result="unsure") if made.result == "meets" else made
    number, passage, general = base
    if own:
        made = _against(scene, made, passage, number, general, general.interval)
    open_rules = [r for r in rules if r.standing == "open" and (own or r.grade.eases)]
    return _unless_freed(scene, _unless_eased(scene, made, open_rules, general), measure)


def _unless_eased(scene: Scene, made: Comparison, rules: list[_Rule], general: Quantity) -> Comparison:
    """The comparison, unsure where it fails and would not by a rule for a case of which nothing is told."""
    if made.result not in ("under", "over"):
        return made
    for rule in rules:
        limit = rule.grade.limit(general.interval)
        if _result(scene, made, rule.passage.text, general.unit, limit) == "meets":
            more = made.more if rule.number == made.found.number else whole(rule.passage)
            return replace(made, result="unsure", more=more)
    return made


def _unless_freed(scene: Scene, made: Comparison, measure: str) -> Comparison:
    """The comparison, unsure where it fails and a case of which nothing is told is freed from what is measured."""
    if made.result not in ("under", "over") or not measure:
        return made
    for number, passage in _around(scene, made, made.found.number):
        if abs(number - made.found.number) > _ADJOINING:
            continue
        for relief in reliefs_in(passage.text):
            freed = relief.kind == "frees" and pairs(relief.thing) & pairs(measure)
            if freed and not _CLASS.search(relief.case.rstrip("，,")) and standing(scene, relief.case) == "open":
                more = made.more if number == made.found.number else whole(passage)
                return replace(made, result="unsure", more=more)
    return made


def _settled(
    scene: Scene, made: Comparison, told: list[_Rule], base: tuple[int, Passage, Quantity] | None
) -> Comparison:
    """Held against the bound of the case told; unsure where two cases told come to different ends."""
    options = []
    for rule in told:
        general = base[2] if base else rule.grade.figure
        unit = rule.grade.figure if rule.grade.way == "sets" else general
        limit = replace(unit, interval=rule.grade.limit(general.interval))
        held = _against(scene, made, rule.passage, rule.number, limit, limit.interval)
        if rule.grade.way != "sets" and base:
            words = base[1].text[general.start : general.end].strip()
            held = replace(held, bound=rule.grade.shown(words))
        if base and base[1] is not rule.passage:
            held = replace(held, more=whole(base[1]), strict=_explained(scene, rule.number, base[0]))
        if rule.grade.more and held.result == "meets":
            held = replace(held, result="unsure")
        options.append(held)
    first = options[0]
    return first if all(o.result == first.result for o in options) else replace(first, result="unsure")


def _explained(scene: Scene, *numbers: int) -> float:
    """The share of the question that the sentences explain together."""
    matched = frozenset[int]().union(*(f.matched for f in scene.found if f.number in numbers))
    weights = [_FOREIGN if t.kind == "unknown" and len(t.words) > 1 else t.weight for t in scene.frame.terms]
    return sum(w for i, w in enumerate(weights) if i in matched) / (sum(weights) or 1.0)


def _against(
    scene: Scene, made: Comparison, passage: Passage, number: int, bound: Quantity, limit: Interval
) -> Comparison:
    found = next((f for f in scene.found if f.number == number), made.found)
    shown = passage.text[bound.start : bound.end]
    return replace(
        made, result=_result(scene, made, passage.text, bound.unit, limit), bound=shown,
        figures=(made.figures[0], replace(bound, interval=limit)), quote=whole(passage), found=found,
    )  # fmt: skip


def _result(scene: Scene, made: Comparison, text: str, unit: str, limit: Interval) -> Compared:
    given = as_counted(made.figures[0], scene.frame.masked, text)
    return against(scaled(given, unit), limit)


def _rules(
    scene: Scene, made: Comparison, base: tuple[int, Passage, Quantity] | None, own: Grade | None, measure: str
) -> list[_Rule]:
    """The bounds for cases on what the comparison is about."""
    at, general = (base[0], base[2]) if base else (made.found.number, made.figures[1])
    rules = []
    for number, passage in _around(scene, made, at):
        for grade in grades_in(passage.text):
            if number == at and base and grade.figure.start == general.start:
                continue
            if number != at and _beside_its_own(passage, grade):
                continue  # 学员年龄不超过40岁，退役军人放宽至45岁: tells nothing of the lead person's age
            if own and number == made.found.number and grade.case == own.case and grade.figure != own.figure:
                continue  # another thing that is asked of them
            if _of_one_sort(scene, grade, measure) and _on_it(grade, general, measure, abs(number - at) <= _ADJOINING):
                rules.append(_Rule(number, passage, grade, standing(scene, grade.case)))
    return rules


def _beside_its_own(passage: Passage, grade: Grade) -> bool:
    """Whether the sentence itself holds the bound for all that the one for a case is eased from."""
    if not grade.eases or grade.way != "sets":
        return False
    cased = {g.figure.start for g in grades_in(passage.text)}
    before = (f for f in quantities_in(passage.text) if f.start < grade.figure.start and f.start not in cased)
    return any(not f.interval.exact and comparable(f, grade.figure) for f in before)


def _of_one_sort(scene: Scene, grade: Grade, measure: str) -> bool:
    """Whether the two bounds are not of sorts that the document sets side by side ("企业型不超过2个")."""
    return not any(
        (here := {n for n in group if n in measure})
        and (there := {n for n in group if n in f"{grade.case}{grade.measure}"})
        and not here & there
        for group in scene.sorts
    )


def _of_others(grade: Grade, measure: str) -> bool:
    """Whether what is measured for all is so of other people ("负责人年龄", "学员年龄")."""
    whose = measure.replace(grade.measure, "")
    people = _PERSON.search(grade.case) and _PERSON.search(whose)
    return bool(people) and not pairs(whose) & pairs(grade.case)


def _for_another(scene: Scene, rule: _Rule, base: tuple[int, Passage, Quantity] | None) -> bool:
    """Whether the rule eases a bound beside that of what the question is about."""
    clause, at = rule.passage.clause, rule.passage.start + rule.grade.figure.start
    if base is None or base[1].clause != clause or not rule.grade.eases:
        return False
    return bounded_apart(scene, clause.text, base[1].start + base[2].start, at)


def _on_it(grade: Grade, general: Quantity, measure: str, adjoining: bool) -> bool:
    """Whether the bound for a case is on what the one for all is on."""
    alike = comparable(general, grade.figure)
    if grade.way == "sets" and not alike or grade.way == "times" and general.dimension == "ratio":
        return False
    if grade.way in ("up", "down") and not alike and grade.figure.dimension != "ratio":
        return False
    if not grade.measure:
        return adjoining and (alike or grade.way != "sets")
    shared = pairs(grade.measure) & pairs(measure) - (frozenset() if adjoining else _OF_ANYTHING)
    return bool(shared) or adjoining and alike and not measure


def _around(scene: Scene, made: Comparison, at: int) -> Iterator[tuple[int, Passage]]:
    """The sentences about the one at `at` and those that speak of the question, of the same document."""
    document = made.found.passage.clause.document
    numbers = dict.fromkeys(range(max(0, at - _NEAR), min(len(scene.index.passages), at + _NEAR + 1)))
    numbers |= dict.fromkeys(f.number for f in scene.found[:12] if f.coverage >= _LEAST)
    for number in numbers:
        passage = scene.index.passages[number]
        if passage.clause.document == document and not passage.clause.cells:
            yield number, passage


def _for_all(scene: Scene, made: Comparison, own: Grade) -> tuple[int, Passage, Quantity] | None:
    """The bound for all that the one for a case stands beside, the nearest before it first."""
    at = made.found.number
    options = []
    for number, passage in _around(scene, made, at):
        cased = {g.figure.start for g in grades_in(passage.text)}
        for figure in quantities_in(passage.text):
            if figure.interval.exact or figure.start in cased or not comparable(own.figure, figure):
                continue
            before = (number, figure.start) < (at, own.figure.start)
            measure = measure_of(passage.text, figure)
            if number != at and not own.eases and _of_others(own, measure):
                continue
            if _on_it(own, figure, measure, abs(number - at) <= _ADJOINING):
                options.append((not before, abs(number - at), -figure.start, (number, passage, figure)))
    return min(options, key=lambda o: o[:3])[3] if options else None
