"""Two sorts of a programme compared: the sentence that speaks of them all, else the best one on each."""

from __future__ import annotations

from assistant.answering.finding import Finding
from assistant.answering.locate import Found
from assistant.answering.scene import Scene, spoken
from assistant.answering.sorts import named_sorts, of_sorts
from assistant.answering.spans import whole
from assistant.guideline.patterns import regex

_COMPARES = regex(r"分别|各(?!单位|校|地|类|位|方|级)|区别|不同|不一样|差|比较|对比|\bdiffer|\bcompare|\beach\b")
_WEIGHTY = 1.5
_AMONG = 60


def by_sort(scene: Scene) -> Finding | None:
    """What is told of each of the sorts that the question names side by side; None where one of them is left out."""
    frame = scene.frame
    names = named_sorts(scene.sorts, frame.text)
    if len(names) < 2 or frame.whether or not _COMPARES.search(frame.masked) and "compare" not in frame.asks:
        return None
    asked = {i for i, t in enumerate(frame.terms) if t.weight >= _WEIGHTY and not any(t.words in n for n in names)}
    asked = {i for i in asked if any(i in f.own for f in scene.found)}
    if not asked:
        return None
    found = [f for f in scene.found[:_AMONG] if spoken(f.passage) and f.passage.clause.kind not in ("row", "field")]
    if together := next((f for f in found if asked <= f.own and all(n in f.passage.text for n in names)), None):
        return _told(scene, [together])
    each = [
        max((f for f in found if _of(scene, f) == {n}), key=lambda f: _worth(f, asked), default=None) for n in names
    ]
    best = [f for f in each if f and asked & f.own]
    return _told(scene, best) if len(best) == len(names) else None


def _of(scene: Scene, found: Found) -> frozenset[str]:
    return of_sorts(found.passage.clause, found.passage.start, found.passage.end, scene.sorts)


def _worth(found: Found, asked: set[int]) -> tuple[int, float]:
    return len(asked & found.own), found.score


def _told(scene: Scene, found: list[Found]) -> Finding:
    named = [(n, f) for f in found for n in sorted(_of(scene, f))] if len(found) > 1 else []
    quotes = tuple(whole(f.passage) for f in found)
    texts = [q.text for q in quotes]
    if named:
        texts = [t if n in t else f"{n}：{t}" for (n, _), t in zip(named, texts, strict=True)]
    score = sum(f.score for f in found) / len(found)
    return Finding(scene.programme, "answered", None, "；".join(texts), quotes, score=score, coverage=0.8)
