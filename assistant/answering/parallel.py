"""Values that stand side by side, one for each case: the one of the case asked about, or that of each."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from assistant.answering.finding import Finding
from assistant.answering.locate import Found
from assistant.answering.scene import Scene
from assistant.answering.spans import whole
from assistant.answering.values import measured
from assistant.guideline.patterns import regex

_EACH = regex(r"分别|各(?:自|是|给|奖|补)|\brespectively\b|\beach\b")
_TELLING = 1.0


def of_each(scene: Scene, made: Finding, kind: str) -> Finding:
    """The value told, with the values of the other cases named that the clause gives in sentences of their own
    ("优秀的，给予20万元；良好的，给予10万元")."""
    if not _EACH.search(scene.frame.masked) or not made.quotes:
        return made
    first = made.quotes[0]
    told = [made.said]
    quotes = list(made.quotes)
    for found in sorted(_of_clause(scene, first.clause.id), key=lambda f: f.passage.start):
        new = [t for t in _cases(scene, found) if all(a not in " ".join(told) for a in t)]
        held = measured(scene, found, kind)
        if new and held and not first.start <= found.passage.start < first.end:
            quotes.append(whole(found.passage))
            told.append(quotes[-1].text)
    if len(quotes) == len(made.quotes):
        return made
    quotes.sort(key=lambda q: q.start)
    return replace(made, said="；".join(q.text for q in quotes[:3]), quotes=tuple(quotes[:3]))


def _of_clause(scene: Scene, clause: str) -> Iterable[Found]:
    return (f for f in scene.found if f.passage.clause.id == clause)


def _cases(scene: Scene, found: Found) -> list[tuple[str, ...]]:
    """The document's words for each weighty thing asked about that the sentence itself names."""
    low = found.passage.text.lower()
    terms = (scene.frame.terms[i] for i in found.own)
    return [tuple(a for a, _ in t.alternatives if a in low) for t in terms if t.weight >= _TELLING]
