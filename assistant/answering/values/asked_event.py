"""What the time is asked of: the act that stands right behind the "when" ("什么时候还给我们"), or the event right before
it ("答辩在哪天"). A date that another act is done by is no answer; a stage, a period or "on the spot" that stands before
this one is."""

from __future__ import annotations

import re

from assistant.answering.grounds.finding import Finding
from assistant.answering.grounds.locate import Found
from assistant.answering.grounds.scene import Scene, purposive, spoken
from assistant.answering.question.frame import Frame
from assistant.answering.sentences.spans import whole
from assistant.guideline.patterns import regex

_WHEN = regex(
    r"(?:(?:几|多少)个?(?:工作日|[天日周月年])(?:之内|以内|内)|什么时候|啥时候|何时|什么时间|多会儿"
    r"|哪天|哪一天|几时|几[月号日])(?:才|就|前|之前|能|可以|可|会|再|要|给|把|去|来|正式|开始)*"
)
# What is handed in by a day, or done by it, has a deadline: the date itself says which.
_DUE = frozenset({"submit", "completed", "deadline", "yearly", "annual_report", "annual_plan", "issued", "in_force"})
_BY = regex(r"最晚|最迟|截止|截至|赶在|之前|以前")
_EVENT = regex(
    r"(?:评审|评选|终审|初审|答辩|公示|考察|验收|评估|评定|核查|审核|复核|检查|抽查|遴选|会|会议|培训|授牌|签约)$"
)
_TAKES_PLACE = regex(r"(?:大概|大约|一般|都|会|是|定|安排|放|排|举行|进行|开始|在|于)*\s*$")
_NEAR = 2  # characters between the "when" and the act
_SINCE_ASKED = regex(
    r"(?:从|自)(?:什么时候|啥时候|何时|哪[天年月一]|几[月号])[^，,。？?]{0,4}(?:算|起|开始|计)|何时起|起算"
)
_SINCE = regex(r"(?:自|从)[^，。；]{2,24}(?:之日|次[日月年]|当[日月年])?起(?!草|来)")
_STATED = regex(
    r"(?:当场|当[日天月年]|次[日月年]|随即|同时|即时|期满后?|前|后|\d+个?(?:工作日|[日天月年])(?:内|后|前)"
    r"|每(?:年|月|季度|半年|学期)[^，。；]{0,8})[^，。；\d]{0,8}$"
)
_LEAST, _WEIGHTY, _NEAREST, _LITTLE = 0.4, 4.0, 8, 0.05


def asked_event(frame: Frame) -> int | None:
    """The number of the term that the time is asked of; None where no act or thing stands right behind."""
    match = _WHEN.search(frame.masked)
    if match is None or _BY.search(frame.masked):
        return None
    behind = {
        at: i
        for i, t in enumerate(frame.terms)
        for w in (t.words, *t.also)
        if t.kind in ("concept", "word") and (at := frame.masked.find(w, match.end())) >= 0
    }
    first = min(behind, default=-1)
    between = frame.masked[match.end() : first] if first >= 0 else "，"
    near = len(between) <= _NEAR and not re.search(r"[，,、；;。？?]", between)
    number = behind[first] if near else _event_before(frame, match.start())
    return None if number is None or _DUE & set(frame.terms[number].concepts) else number


def _event_before(frame: Frame, when: int) -> int | None:
    """The number of the term for an event that stands right before the "when" ("现场答辩安排在哪天")."""
    before = _TAKES_PLACE.sub("", frame.masked[:when])
    for number, term in enumerate(frame.terms):
        if _EVENT.search(term.words) and term.kind in ("concept", "word") and before.endswith(term.words):
            return number
    return None


def tells_event(scene: Scene, found: Found, number: int) -> bool:
    """Whether the sentence speaks of the act, in the asker's own word where the documents have it."""
    return any(w in found.passage.text.lower() for w in _words(scene, number))


def at_event(scene: Scene) -> Finding | None:
    """The sentence that puts a stage, a period or a moment right before the act asked about."""
    frame = scene.frame
    number = asked_event(frame)
    if frame.asks - {"how_many"} != {"when"} or number is None or not scene.chosen:
        return None
    for found in scene.found[:8]:
        text = found.passage.text.lower()
        if found.coverage < _LEAST or not spoken(found.passage) or purposive(text):
            continue
        spots = [text.find(w) for w in _words(scene, number)]
        if any(at > 0 and _STATED.search(text[:at]) for at in spots):
            return _told(scene, found)
    return None


def since(scene: Scene) -> Finding | None:
    """The sentence that tells from when on something counts ("自……之日起"), where that is asked."""
    if not scene.chosen or scene.frame.whether or not _SINCE_ASKED.search(scene.frame.masked):
        return None
    for found in scene.found[:12]:
        if found.coverage >= 0.5 and found.own and spoken(found.passage) and _SINCE.search(found.passage.text):
            return _told(scene, found)
    return None


def of_dates(scene: Scene, number: int) -> bool:
    """Whether the term is a date's own ("截止"), or only a unit: it does not say which yearly duty is meant."""
    term = scene.frame.terms[number]
    return term.kind == "unit" or any(
        scene.lexicon.concepts[c].want == "date" or c in ("submit", "materials", "application_form")
        for c in term.concepts
    )


def of_another_thing(scene: Scene, found: Found) -> bool:
    """Whether the sentence has nothing of a weighty thing that the time is asked of and that a sentence on as much of
    the question speaks of: the date is another thing's."""
    things = {
        i
        for i, t in enumerate(scene.frame.terms)
        if t.weight >= _WEIGHTY and t.kind in ("concept", "word") and not of_dates(scene, i)
    }
    alike = (f for f in scene.found[:_NEAREST] if spoken(f.passage) and f.coverage >= found.coverage - _LITTLE)
    near = {i for f in alike for i in f.own & things}
    return (scene.chosen or scene.frame.language == "en") and not near <= found.matched


def _words(scene: Scene, number: int) -> tuple[str, ...]:
    """The words for the act: the asker's own where the programme's sentences have them, else all that stand for it."""
    term = scene.frame.terms[number]
    own = [w for w in (term.words, *term.also) if any(w in f.passage.text.lower() for f in scene.found)]
    return tuple(own) or tuple(a for a, _ in term.alternatives)


def _told(scene: Scene, found: Found) -> Finding:
    quote = whole(found.passage)
    return Finding(scene.programme, "answered", None, quote.text, (quote,), score=found.score, coverage=found.coverage)
