"""What is done only at discretion, and what a sentence says of one time and a question of another."""

from __future__ import annotations

import re

from assistant.answering.grounds.finding import Finding
from assistant.answering.grounds.locate import Found
from assistant.answering.grounds.polarity import Mode, finding
from assistant.answering.grounds.proof import contrast
from assistant.answering.grounds.scene import Scene, quantities_in
from assistant.answering.question.term import Term
from assistant.answering.sentences.spans import around, segments
from assistant.guideline.patterns import regex

_HEDGE = regex(r"必要时|视情|酌情|优先|如有需要|择优|线上或(?:者)?线下|as (?:needed|appropriate)|where necessary")
_HEDGED = regex(r"[^，。；（）(),;]*(?:" + _HEDGE.pattern + r")[^。；（）();，]*(?:，(?=项目|可|将)[^。；（）();，]*)?")
_FOR_WHOM = regex(r"(?:对|经)[^，。；]{2,20}的[^，。；]{1,6}，[^。；]{0,30}$")
_ASIDE = frozenset(
    {"materials", "application_form", "review", "levels_where", "recognise", "expert", "ministry", "submit", "organise"}
)
_TIME = regex(r"20\d\d(?:\s?[—–~至到-]+\s?20\d\d)(?!\d)|20\d\d(?=\s?年)|第[一二三四]季度|(?<!\d)\d{1,2}月|[上下]半年")
_TIME_WORD = regex(r"\d|月[初底末]|年[初底末]|季度")
_LATELY = regex(r"(?:近|过去)$")
_NAMES_NO = regex(r"不(?!是)|没|未|别|无(?!误)")
_RANGE = regex(r"(20\d\d)\D+(20\d\d)")


def hedged(scene: Scene, found: Found, kind: Mode) -> Finding | None:
    """What is asked to happen stands in a part of the sentence that leaves it to somebody's discretion."""
    act = _act(scene)
    if act is None or found.coverage < 0.5 or _HEDGE.search(scene.frame.masked) or contrast(scene, found):
        return None
    if scene.frame.terms.index(act) not in found.own or scene.frame.marks & {"negated", "absolute"}:
        return None
    strange = [t for i, t in enumerate(scene.frame.terms) if i not in found.matched and t.weight >= 2.5]
    if any(t.kind != "unit" and not t.surmised and _ASIDE.isdisjoint(t.concepts) for t in strange):
        return None
    for match in _HEDGED.finditer(found.passage.text):
        if any(a in match.group().lower() for a, _ in act.alternatives):
            words, text = scene.words(found), found.passage.text
            whom = _FOR_WHOM.search(text[: match.start() + 1])
            start = whom.start() if whom else match.start()
            return finding(scene, found, "conditional", "", around(found.passage, start, match.end(), words, 110))
    return None


def _act(scene: Scene) -> Term | None:
    """What is asked to happen: the last weighty thing told, the stage and the papers of the process aside."""
    asked = scene.frame.masked
    told = [t for t in scene.frame.terms if t.grounded and t.weight >= 1.0 and t.kind != "unit" and not t.about_role]
    acts = [t for t in told if _ASIDE.isdisjoint(t.concepts)]
    return max(acts, key=lambda t: max(asked.rfind(w) for w in (t.words, *t.also)), default=None)


def crossed(scene: Scene, found: Found, kind: Mode) -> Finding | None:
    """The sentence tells one thing of one time and another of another; the question has them the wrong way round."""
    text, asked = found.passage.text, scene.frame.masked
    times = _TIME.findall(asked)
    if (
        not times
        or found.coverage < 0.45
        or _NAMES_NO.search(asked)
        or kind == "permission"
        and "presuppose" not in scene.frame.marks
    ):
        return None
    parts = [text[s:e] for s, e in segments(text)]
    timed = [p for p in parts if _TIME.search(p)]
    if len(timed) < 2:
        return None
    mine = [p for p in timed if all(_within(t, p) for t in times)]
    if not mine and kind == "truth" and (other := _timed_otherwise(scene, timed, times)):
        start = text.index(other)
        return finding(scene, found, "no", "contrary", around(found.passage, start, start + len(other), (), 110))
    if len(mine) != 1:
        return None
    low = mine[0].lower()
    for term in scene.frame.terms:
        if term.kind == "unit" or term.weight < 1.0 or re.search(r"\d", term.words) or _TIME.search(term.words):
            continue
        held = [a for a, _ in term.alternatives if a in term.words] or [a for a, _ in term.alternatives]
        elsewhere = [p for p in timed if p is not mine[0] and any(a in p.lower() for a in held)]
        if elsewhere and not any(a in low for a, _ in term.alternatives):
            first, second = sorted((mine[0], elsewhere[0]), key=text.index)
            end = text.index(second) + len(second)
            return finding(scene, found, "no", "contrary", around(found.passage, text.index(first), end, (), 140))
    return None


def _timed_otherwise(scene: Scene, timed: list[str], times: list[str]) -> str:
    """The part of the sentence that tells all that is asked, at another time of the same sort; "" where none does."""
    sort = [bool(re.fullmatch(r"\d{1,2}月", t)) for t in times]
    things = [t for t in scene.frame.terms if t.kind != "unit" and t.weight >= 1.0 and not _TIME_WORD.search(t.words)]
    for part in timed:
        told = [bool(re.fullmatch(r"\d{1,2}月", t)) for t in _TIME.findall(part)]
        low = part.lower()
        if things and told == sort and all(any(a in low for a, _ in t.alternatives) for t in things):
            return part
    return ""


def _within(time: str, part: str) -> bool:
    """Whether the part is about that time, or a span of years that holds it."""
    if time in part:
        return True
    years, told = _RANGE.search(part), _RANGE.search(time)
    if years and told:
        return years.groups() == told.groups()
    return bool(years and re.fullmatch(r"20\d\d", time) and years[1] <= time <= years[2])


def another_window(scene: Scene, found: Found) -> Finding | None:
    """The last so many years are told where the sentence on the rest of the question tells of another number."""
    asked = [q for q in scene.frame.quantities if q.unit == "年" and _LATELY.search(scene.frame.masked[: q.start])]
    text = found.passage.text
    held = [q for q in quantities_in(text) if q.unit == "年" and _LATELY.search(text[: q.start])]
    if len(asked) != 1 or len(held) != 1 or found.coverage < 0.75 or not found.own:
        return None
    mine, theirs = (q.interval.high if q.interval.low is None else q.interval.low for q in (asked[0], held[0]))
    if mine == theirs or "不" in scene.frame.masked:
        return None
    quote = around(found.passage, held[0].start, held[0].end, scene.words(found))
    return finding(scene, found, "no", "contrary", quote)


def another_time(scene: Scene, found: Found) -> Finding | None:
    """A length of time is told where the sentence that explains the rest of the question gives another one."""
    asked = [q for q in scene.frame.quantities if q.dimension == "duration"]
    if len(asked) != 1 or found.coverage < 0.75 or not found.own or len(scene.frame.quantities) > 1:
        return None
    if not any(scene.frame.terms[i].kind != "unit" and scene.frame.terms[i].weight >= 2.0 for i in found.own):
        return None
    held = [q for q in quantities_in(found.passage.text) if q.dimension == "duration"]
    if len(held) != 1 or held[0].unit != asked[0].unit:
        return None
    mine, theirs = asked[0].interval, held[0].interval
    if theirs.low is None or theirs.high is None:
        return None
    shorter = mine.high is not None and mine.high < theirs.low
    if not shorter and (mine.low is None or mine.low <= theirs.high):
        return None
    quote = around(found.passage, held[0].start, held[0].end, scene.words(found))
    return finding(scene, found, "no", "contrary", quote)


def to_come(scene: Scene) -> bool:
    """Whether it is asked openly what comes of itself after all that is told ("会自动给第二轮三万吗"), with a figure and no
    word of any document: that a sentence has steps for what is told says nothing of that."""
    frame, part = scene.frame, scene.frame.asking_part
    known = any(t.words in part for t in frame.terms if t.grounded and not t.about_role)
    figured = any(frame.masked[q.start : q.end] in part for q in frame.quantities)
    return figured and not known and "absolute" in frame.marks and "presuppose" not in frame.marks
