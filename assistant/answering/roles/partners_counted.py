"""Partners told kind by kind ("两家农场、三所中学"), summed up against the most that a rule lets join."""

from __future__ import annotations

from assistant.answering.grounds.finding import Finding
from assistant.answering.grounds.scene import Scene
from assistant.answering.sentences.spans import unmarked
from assistant.guideline.patterns import regex
from assistant.guideline.values import Quantity

_JOINED = regex(r"联合(?!体|申)|带[着上]?|拉[着上]?|找(?!谁)|外加|加上")
_COUNTED = ("家", "个", "所")
_NEXT = 4  # characters between a figure's unit and the kind that it counts
_KINDS = 2


def too_many_partners(scene: Scene) -> Finding | None:
    """That the partners told are more than the rule on their number lets join; None where they are fewer, of one kind
    (a figure like any other), or no rule sets how many."""
    frame, text = scene.frame, scene.frame.masked
    joined = _JOINED.search(text)
    if frame.role not in ("lead", "applicant") or joined is None:
        return None  # whom the lead brings stands behind the verb, the lead itself before it
    kinds = [m for m in scene.taxonomy.find(text) if m.unit.kind not in scene.taxonomy.generic]
    told = [
        q.interval.low
        for q in frame.quantities
        if q.unit in _COUNTED
        and q.interval.low == q.interval.high
        and any(0 <= m.start - q.end <= _NEXT for m in kinds)
    ]
    if len(told) < _KINDS:
        return None
    number = sum(n for n in told if n is not None)
    for statement in scene.statements:
        most = statement.value if isinstance(statement.value, Quantity) else None
        if statement.attribute != "count" or statement.operator != "max" or statement.role not in ("joint", "member"):
            continue
        if most is None or most.interval.high is None or statement.modality == "usual" or statement.units:
            continue
        if number > most.interval.high:
            quote, given = unmarked(statement.quote), f"{number}家"
            bound = f"{most.interval.high}{most.unit}"
            return Finding(
                scene.programme, "answered", "no", quote.text, (quote,), "over",
                (("bound", bound), ("given", given)), 9.0, 0.9,
            )  # fmt: skip
    return None
