"""Times told by what comes before: "什么时候授牌" is answered by "对通过验收的高校……授牌" where no date is set."""

from __future__ import annotations

from assistant.answering.grounds.finding import Finding
from assistant.answering.grounds.scene import Scene, purposive, spoken
from assistant.answering.sentences.spans import around
from assistant.answering.values.tell import misses_the_point
from assistant.guideline.patterns import regex

_AFTER = regex(
    r"[^，。；]{2,24}(?:后|之后|以后|期满|前|之前|同时)[，,]|(?:^|[，。；])(?:对|经)?[^，。；]{0,6}通过[^，。；]{2,10}的?[^，。；]{0,8}[，,]"
    r"|无异议后|(?:自|从)[^，。；]{2,14}(?:之日起|起)"
)
_DAY_ASKED = regex(r"几[号日月]|哪[天日年]|日期|截止|\bdates?\b|\bdeadline\b|\bby when\b")
_DATED = frozenset({"deadline", "issued", "in_force", "data_cutoff", "yearly", "annual_report", "annual_plan"})
# What is done stands at the head of its segment, behind who does it or the verb that does it.
_DONE = regex(r"(?:[，。；]|将|应|须|予以|进行|开展|组织|印发|发|办理|正式|由[^，。；]{2,24})$")
_LEAST = 0.6
_ITSELF = 0.85


def by_order(scene: Scene) -> Finding | None:
    """The sentence that tells after or before what the thing asked about is done; None where a day is asked for."""
    frame = scene.frame
    if frame.asks != {"when"} or frame.concepts & _DATED or _DAY_ASKED.search(frame.masked) or not scene.chosen:
        return None
    act = max((t for t in frame.terms if t.kind != "unit"), key=lambda t: t.weight, default=None)
    if act is None or act.weight < 1.0 or not act.alternatives:
        return None
    number = frame.terms.index(act)
    itself = min(_ITSELF, max(f for _, f in act.alternatives))
    for found in scene.found[:6]:
        text = found.passage.text
        if found.coverage < _LEAST or number not in found.own or not spoken(found.passage) or purposive(text):
            continue
        if misses_the_point(scene, found):
            continue
        at = max((text.lower().rfind(a) for a, f in act.alternatives if f >= itself or a in act.words), default=-1)
        if at > 0 and (stage := _AFTER.search(text[: at + 1])) and _DONE.search(text[:at]):
            quote = around(found.passage, stage.start(), at + 1, scene.words(found), 120)
            return Finding(
                scene.programme, "answered", None, quote.text, (quote,), score=found.score, coverage=found.coverage
            )
    return None
