"""Two sorts of a programme compared: the sentence that speaks of them all, else the best one on each. What one sort
must meet or hand in besides: the item that begins with its name."""

from __future__ import annotations

from assistant.answering.grounds.finding import Finding
from assistant.answering.grounds.locate import Found
from assistant.answering.grounds.scene import Scene, spoken
from assistant.answering.sentences.sorts import asked_sorts, begins_with, named_sorts, of_sorts
from assistant.answering.sentences.spans import whole
from assistant.guideline.patterns import regex

_COMPARES = regex(r"分别|各(?!单位|校|地|类|位|方|级)|区别|不同|不一样|差|比较|对比|\bdiffer|\bcompare|\beach\b")
_WHAT = regex(r"什么|哪些|啥|哪几|怎么要求|怎样的|\bwhat\b|\bwhich\b")
_CONDITIONS = regex(r"条件|要求|标准|门槛|资格|满足|具备|符合")
_PAPERS = regex(r"材料|(?:[附交带]|(?<!具)备)[^，。]{0,2}(?:什么|啥|哪些)")
_BESIDES = regex(r"[另还]外?[应须需要]?(?:附|提供|提交|报送|出具|交)|材料[：:]")
_CONDITIONAL = frozenset({"condition", "materials", "submit", "applicant", "number_of"})
_SORT = ("类型", "类别", "种类")
_OF_THE_REST = 0.6
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


def of_one_sort(scene: Scene) -> Finding | None:
    """The item that begins with the one sort asked about, where what it must meet or hand in besides is asked; None
    where several do, or the question is about something that the item does not speak of."""
    frame = scene.frame
    names = {n for held in asked_sorts(scene.sorts, frame.text).values() for n in held}
    asked_more = frame.asks & {"how_many", "when", "who", "where", "compare"}
    if len(names) != 1 or frame.whether or asked_more or not _WHAT.search(frame.masked) or not scene.chosen:
        return None
    (name,) = names
    papers = bool(_PAPERS.search(frame.masked))
    if not papers and not _CONDITIONS.search(frame.masked):
        return None
    told = begins_with(scene.guideline, name)
    besides = [q for q in told if _BESIDES.search(q.text)]
    ruled = [q for q in told if _CONDITIONS.search(" ".join((q.clause.heading, *q.clause.path)))]
    runs = besides if papers else ruled or [q for q in told if q not in besides]
    if len(runs) != 1 or not _speaks_of_the_rest(scene, name, runs[0].text):
        return None
    return Finding(scene.programme, "answered", None, runs[0].text, (runs[0],), score=12.0, coverage=0.9)


def _speaks_of_the_rest(scene: Scene, name: str, text: str) -> bool:
    """Whether the item tells most of what the question speaks of beside the sort and what document it is."""
    frame, low = scene.frame, text.lower()
    at = frame.masked.find(name.lower())
    named = range(at, at + len(name))
    title = f"{scene.guideline.entry.title} {' '.join(scene.names)}".lower()
    rest = [
        t
        for t in frame.terms
        if t.kind != "unit" and t.words not in _SORT and t.words not in title
        if not set(t.concepts) & _CONDITIONAL and not _touches(frame.masked, t.words, named)
    ]
    total = sum(t.weight for t in rest)
    told = sum(t.weight for t in rest if any(a in low for a, _ in t.alternatives))
    return told >= _OF_THE_REST * total or total < _WEIGHTY


def _touches(asked: str, words: str, named: range) -> bool:
    """Whether the words stand in, or run into, what names the sort ("类服务商" behind "解决方案")."""
    start = asked.find(words)
    return start >= 0 and start < named.stop and named.start < start + len(words)


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
