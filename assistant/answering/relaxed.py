"""Bounds that a clause relaxes for some ("从事……的，可以放宽至50周岁"): who is among them meets them, who may be, may."""

from __future__ import annotations

from dataclasses import replace
from typing import Literal

from assistant.answering.bounds import Comparison, compare, loosened
from assistant.answering.comparing import against, comparable
from assistant.answering.scene import Scene, quantities_in
from assistant.answering.spans import segments, whole
from assistant.guideline.values import Interval, Quantity

_TELLING = 1.0


def measured(scene: Scene, least: float) -> Comparison | None:
    """What the given figures come to (`bounds.compare`), with what is relaxed for some."""
    made = compare(scene, least)
    return _relaxed(scene, made) if made else None


def _relaxed(scene: Scene, made: Comparison) -> Comparison:
    """The comparison as it stands for those for whom its bound is relaxed: "meets" where the question tells that who
    asks is among them, "unsure" where it does not, with both sentences. Itself where nothing is relaxed."""
    if made.result not in ("under", "over"):
        return made
    given, bound = made.figures
    place = f"{made.quote.clause.document}#{made.quote.clause.id}"
    for number in scene.index.of_clause.get(place, ()):
        passage = scene.index.passages[number]
        for looser in quantities_in(passage.text):
            if not loosened(passage.text, looser) or not comparable(bound, looser):
                continue
            limit = replace(looser, interval=_as_bound(looser, bound))
            if against(given.interval, limit.interval) != "meets":
                continue
            shown = passage.text[looser.start : looser.end]
            among = _among(scene, passage.text[: looser.start], made.quote.text)
            if among == "no":
                continue
            if among == "yes":
                own = next((f for f in scene.found if f.number == number), made.found)
                return replace(
                    made, result="meets", bound=shown, figures=(given, limit), quote=whole(passage), found=own,
                    more=made.quote,
                )  # fmt: skip
            return replace(made, result="unsure", more=whole(passage))
    return made


def _as_bound(looser: Quantity, bound: Quantity) -> Interval:
    """The relaxed figure as a bound on the same side as the one that it relaxes."""
    at = looser.interval.high if looser.interval.high is not None else looser.interval.low
    if bound.interval.low is None:
        return Interval(None, at)
    return Interval(at, None)


def _among(scene: Scene, condition: str, general: str) -> Literal["yes", "no", "untold"]:
    """Whether the question tells of those whom the condition names, beside what the general sentence speaks of."""
    first = condition[: segments(condition)[0][1]] if condition else ""
    ruled = [m.unit for m in scene.taxonomy.find(condition) if m.unit.kind not in scene.taxonomy.generic]
    ruled = [u for u in ruled if u.words not in general]
    units = [u for u in scene.frame.units if u.kind not in scene.taxonomy.generic and u.words not in general]
    if ruled and units:
        relations = [scene.taxonomy.relation(u, r) for u in units for r in ruled]
        return "yes" if "inside" in relations else "untold" if "overlap" in relations else "no"
    words = {a for t in scene.frame.terms if t.weight >= _TELLING for a, f in t.alternatives if f >= 0.9}
    told = any(len(w) > 1 and w in first.lower() and w not in general.lower() for w in words)
    return "yes" if told else "untold"
