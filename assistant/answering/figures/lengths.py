"""A length against the limit of the field that is named, and a share that the asker holds against a rule untold."""

from __future__ import annotations

from dataclasses import replace

from assistant.answering.grounds.finding import Finding
from assistant.answering.grounds.polarity import finding
from assistant.answering.grounds.scene import Scene, quantities_in
from assistant.answering.sentences.spans import around
from assistant.answering.values.limits import limits
from assistant.guideline.patterns import regex

_HAS_TO = regex(r"(?:必须|非得|一定要|要不要|用不用|需不需要|也得|也要)(?:写|填|交)")
_OWN_SHARE = regex(r"达标|够不够|够吗|够了|合格|过关|符合|\b(?:enough|meet|met|comply)\b")


def length(scene: Scene) -> Finding | None:
    """A number of characters against the limit of the field that is named."""
    given = [q for q in scene.frame.quantities if q.dimension == "characters" and q.interval.low is not None]
    if _HAS_TO.search(scene.frame.masked):
        return None  # 那500字必须写吗: whether it is to be written, not how long
    field = limits(scene) if given else None
    if field is None or len(field.quotes) != 1:
        return None
    clause = field.quotes[0].clause
    label = " ".join((*clause.path, clause.context, clause.heading, clause.text)).lower()
    named = [t for t in scene.frame.terms if t.weight >= 1.0 and t.kind != "unit" and "word_limit" not in t.concepts]
    if not all(any(a in label for a, _ in t.alternatives) for t in named):
        return None
    bounds = [q for q in quantities_in(field.said) if q.dimension == "characters"]
    amount = given[0].interval.low
    if len(bounds) != 1 or amount is None:
        return None
    high, low = bounds[0].interval.high, bounds[0].interval.low
    result = "over" if high is not None and amount > high else "under" if low is not None and amount < low else "meets"
    shown = (
        ("bound", field.said[bounds[0].start : bounds[0].end]),
        ("given", scene.frame.masked[given[0].start : given[0].end]),
    )
    return replace(field, verdict="yes" if result == "meets" else "no", reason=result, values=shown)


def share_untold(scene: Scene) -> Finding | None:
    """That it depends, where the asker's own share is held against a rule and the share is not told."""
    amounts = [q for q in scene.frame.quantities if q.dimension != "other"]
    if (
        len(amounts) > 1  # of one amount alone no share can be told
        or any(q.dimension not in ("count", "money") for q in amounts)
        or "ratio" not in scene.frame.concepts
        or not _OWN_SHARE.search(scene.frame.masked)
    ):
        return None
    for found in scene.found[:3]:
        ratios = [q for q in quantities_in(found.passage.text) if q.dimension == "ratio"]
        if len(ratios) == 1 and found.coverage >= 0.6 and found.own:
            quote = around(found.passage, ratios[0].start, ratios[0].end, scene.words(found))
            return finding(scene, found, "conditional", "must", quote)
    return None
