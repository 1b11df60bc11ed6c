"""Whether there is still time: the deadline of the programme against today's date."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from assistant.answering.answer import Verdict
from assistant.answering.grounds.finding import Finding
from assistant.answering.grounds.scene import Scene, days_in
from assistant.answering.grounds.whose import asker
from assistant.answering.sentences.spans import around
from assistant.guideline.patterns import regex
from assistant.guideline.quote import Quote
from assistant.guideline.values import Day

_IN_TIME = regex(
    r"来得及|赶得上|赶得及|晚不晚|"
    r"(?:晚了|过期了?|过了(?:期|时间)|截止了|关门了)(?:没有?|吗|吧|嘛|么)?(?=[,，。?？]|$)|"
    r"(?:现在|今天|这会儿|目前|今年|还)(?:还)?(?:能|可以|能不能|可不可以|让)(?:再)?(?:申报|申请|报名|报|交|递)|"
    r"\bstill\b.{0,20}\b(?:apply|submit|open|possible|time)\b|\btoo late\b"
)
_NEXT_TIME = regex(r"下一?(?:批|次|轮|届|年度|回)|第[二三]批|明年|来年|后年|\bnext (?:year|round|batch|time|call)\b")
_TOO_LATE = regex(r"(?:晚了|过期了?|过了(?:期|时间)?|截止了|关门了)(?=没|吗|吧|嘛|么|[,，。?？]|$)|too late")
_OF_THE_CASE = frozenset({"prohibited", "", "unsure", "under", "over"})  # on the very act, not on who may apply at all
_OF_TIME = frozenset({"deadline", "submit"})


def in_time(scene: Scene) -> Finding | None:
    """A "no" where the question is whether one can still apply and the deadline that the text gives has passed;
    "conditional" where it has not, for time is not the only condition."""
    if not _IN_TIME.search(scene.frame.masked) or _NEXT_TIME.search(scene.frame.masked):
        return None
    deadline = scene.guideline.due(scene.programme)
    if deadline is None:
        return None
    quote = _stated(scene, deadline)
    if quote is None:
        return None
    passed = scene.today > deadline
    reverse = _TOO_LATE.search(scene.frame.masked)
    verdict: Verdict = "yes" if passed and reverse else "no" if passed or reverse else "conditional"
    return Finding(
        scene.programme,
        "answered",
        verdict,
        quote.text,
        (quote,),
        "passed" if passed else "open",
        (("date", deadline.isoformat()),),
        9.0,
        0.9,
    )


def asks_more(scene: Scene) -> bool:
    """Whether the question asks of more than the time: a figure, papers, somebody else than who asks."""
    if scene.frame.quantities or scene.frame.role not in ("", "applicant"):
        return True
    terms = (t for t in scene.frame.terms if t.weight >= 1.0 and not t.about_role)
    return any(not _OF_TIME & set(t.concepts) and not asker(scene, t) for t in terms)


def beside(scene: Scene, made: Finding | None, late: Finding) -> Finding:
    """What the case comes to, with the day that has passed told beside; that day alone where the case comes to nothing
    or to a yes, for it is too late, and where it is demanded all the same."""
    if "demand" in scene.frame.marks:
        return late
    if made is None or made.reason not in _OF_THE_CASE or made.verdict not in ("no", "conditional"):
        return late
    more = tuple(q for q in late.quotes if q.text not in made.said)
    said = "”；“".join((made.said, *(q.text for q in more)))
    return replace(made, said=said, quotes=(*made.quotes, *more))


def too_many(counted_up: Finding | None, timed: Finding) -> Finding:
    """That it is too late, after the quota where it is too many besides."""
    if counted_up is None or (counted_up.verdict, counted_up.reason, timed.verdict) != ("no", "over", "no"):
        return timed
    said = f"{counted_up.said}”；“{timed.said}"
    return replace(counted_up, said=said, quotes=(*counted_up.quotes, *timed.quotes))


def _stated(scene: Scene, deadline: date) -> Quote | None:
    """The sentence that sets the deadline."""
    for passage in scene.index.passages:
        if scene.programme not in passage.programmes:
            continue
        for day in days_in(passage.text):
            if isinstance(day, Day) and (day.month, day.day) == (deadline.month, deadline.day):
                return around(passage, day.start, day.end, (), 110)
    return None
