"""Values that stand side by side, one for each case: the one of the case asked about, or that of each."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from assistant.answering.grounds.finding import Finding
from assistant.answering.grounds.locate import Found
from assistant.answering.grounds.scene import Scene, quantities_in
from assistant.answering.sentences.spans import whole
from assistant.answering.values.values import measured
from assistant.guideline.patterns import regex
from assistant.guideline.quote import Quote

_EACH = regex(r"分别|各(?:自|是|给|奖|补)|\brespectively\b|\beach\b")
_TWO = regex(r"[和与及跟、][^，,。？?]{2,16}?(?:分别|各)")
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
    if len(quotes) == len(made.quotes) and (beside := _beside(scene, made)):
        quotes.append(beside)
    if len(quotes) == len(made.quotes):
        return made
    quotes.sort(key=lambda q: q.start)
    return replace(made, said="；".join(q.text for q in quotes[:3]), quotes=tuple(quotes[:3]))


def _beside(scene: Scene, made: Finding) -> Quote | None:
    """The sentence right before or behind the one told that counts the same units in the same order, where the values
    of two are asked for."""
    first = made.quotes[0]
    numbers = scene.index.of_clause.get(f"{first.clause.document}#{first.clause.id}", ())
    passages = [scene.index.passages[n] for n in numbers]
    told = next((n for n, p in enumerate(passages) if p.start <= first.start < p.end), None)
    if told is None or not _TWO.search(scene.frame.masked):
        return None
    units = [q.unit for q in quantities_in(passages[told].text)]
    for near in (told - 1, told + 1):
        if 0 <= near < len(passages) and units and [q.unit for q in quantities_in(passages[near].text)] == units:
            return whole(passages[near])
    return None


def _of_clause(scene: Scene, clause: str) -> Iterable[Found]:
    return (f for f in scene.found if f.passage.clause.id == clause)


def _cases(scene: Scene, found: Found) -> list[tuple[str, ...]]:
    """The document's words for each weighty thing asked about that the sentence itself names."""
    low = found.passage.text.lower()
    terms = (scene.frame.terms[i] for i in found.own)
    return [tuple(a for a, _ in t.alternatives if a in low) for t in terms if t.weight >= _TELLING]
