"""Answers in the document's own sentences: the one that explains most, and one that explains the rest."""

from __future__ import annotations

from assistant.answering.finding import Finding
from assistant.answering.locate import Found
from assistant.answering.scene import Scene, spoken
from assistant.answering.spans import around, whole
from assistant.guideline.quote import Quote


def tell(scene: Scene, least: float) -> Finding | None:
    """The sentence that explains the question best, and a second where it explains much that is left."""
    best = next((f for f in scene.found[:12] if f.coverage >= least and spoken(f.passage) and f.own), None)
    if best is None:
        return None
    quotes = [_cut(scene, best)]
    left = {i for i in range(len(scene.frame.terms))} - best.own
    missing = sum(scene.frame.terms[i].weight for i in left)
    total = sum(t.weight for t in scene.frame.terms) or 1.0
    if missing / total > 0.3:
        for other in scene.found[:12]:
            gain = sum(scene.frame.terms[i].weight for i in other.own & left)
            near = other.passage.clause.id == best.passage.clause.id or other.score >= 0.75 * best.score
            if other is not best and gain / total >= 0.25 and spoken(other.passage) and near:
                quotes.append(_cut(scene, other))
                break
    said = "；".join(q.text for q in quotes)
    return Finding(scene.programme, "answered", None, said, tuple(quotes), score=best.score, coverage=best.coverage)


def _cut(scene: Scene, found: Found) -> Quote:
    """The whole sentence where it is short, else the segments around the question's words."""
    text = found.passage.text
    if len(text) <= 130:
        return whole(found.passage)
    words = scene.words(found)
    places = sorted(i for w in words if (i := text.lower().find(w)) >= 0)
    if not places:
        return whole(found.passage, 0, 130)
    return around(found.passage, places[0], min(places[-1] + 1, places[0] + 130), words, 160)
