"""Whether there is still time: the deadline of the programme against today's date."""

from __future__ import annotations

import re

from assistant.answering.answer import Verdict
from assistant.answering.finding import Finding
from assistant.answering.polarity import finding
from assistant.answering.scene import Scene, days_in
from assistant.guideline.patterns import regex
from assistant.guideline.values import Day

_IN_TIME = regex(
    r"来得及|赶得上|赶得及|晚不晚|晚了|过期|过了(?:期|时间)|截止了|关门了|"
    r"(?:现在|今天|这会儿|目前|今年|还)(?:还)?(?:能|可以|能不能|可不可以|让)(?:再)?(?:申报|申请|报名|报|交|递)|"
    r"\bstill\b.{0,20}\b(?:apply|submit|open|possible|time)\b|\btoo late\b"
)


def in_time(scene: Scene) -> Finding | None:
    """A "no" where the question is whether one can still apply and the deadline that the text gives has passed;
    "conditional" where it has not, for time is not the only condition."""
    if not _IN_TIME.search(scene.frame.masked):
        return None
    deadline = scene.guideline.entry.deadline
    if deadline is None:
        return None
    told = next(
        (
            f
            for f in scene.found
            if any(
                isinstance(d, Day) and (d.month, d.day) == (deadline.month, deadline.day)
                for d in days_in(f.passage.text)
            )
        ),
        None,
    )
    if told is None:
        return None
    passed = scene.today > deadline
    reverse = re.search(r"晚了|过期|过了|截止了|关门了|too late", scene.frame.masked)
    verdict: Verdict = "yes" if passed and reverse else "no" if passed or reverse else "conditional"
    return finding(scene, told, verdict, "passed" if passed else "open", date=deadline.isoformat())
