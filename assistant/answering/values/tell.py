"""Answers in the document's own sentences: the one that explains most, and one that explains the rest."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import takewhile

from assistant.answering.grounds.finding import Finding
from assistant.answering.grounds.locate import Found
from assistant.answering.grounds.scene import Scene, purposive, spoken
from assistant.answering.question.time_of_year import asked_time, of_other_times
from assistant.answering.sentences.spans import about, whole
from assistant.answering.values.what_is_left import what_is_left
from assistant.guideline.clause import Clause
from assistant.guideline.patterns import regex
from assistant.guideline.quote import Quote, span

# 什么样的 and 什么意思 ask how a thing is, not for a thing named behind.
_WHICH = regex(r"[用是要按以]?(?:什么|啥|哪[种类])(?!样|意思|时候|地方|东西|情况)(?=..)")
_DOER = regex(r"[，。；：:]|由|负责|组织|报送")  # a bare title tells nobody
_SORT_ASKED = regex(r"哪一?[个家]?(?P<sort>处|科|司|局|委|厅|办|中心)(?!理|室|法|公)")
_PARALLEL = 420  # characters of a paragraph of parallel sentences that a list is told with
_AT_LENGTH = frozenset(
    {"process", "naming", "font", "layout", "printing", "review", "submit", "condition", "materials"}
)


def tell(scene: Scene, least: float) -> Finding | None:
    """The sentence that explains the question best, and a second where it explains much that is left."""
    found = scene.found
    boxes = "list" in scene.frame.asks
    best = next(
        (
            f
            for f in sorted(found[:12], key=lambda f: purposive(f.passage.text))
            if f.coverage >= least and spoken(f.passage) and f.own and (boxes or "□" not in f.passage.text)
            if "who" not in scene.frame.asks or _DOER.search(f.passage.text) and _of_that_sort(scene, f.passage.text)
        ),
        None,
    )
    if best is None:
        return None
    best = _at_that_time(scene, best)
    rest = what_is_left(scene, best)
    if rest is not best:
        quote = whole(rest.passage)
        return Finding(
            scene.programme, "answered", None, quote.text, (quote,), score=best.score, coverage=best.coverage
        )
    if not settles(scene, best):
        return None
    at_length = "how" in scene.frame.asks or bool(scene.frame.concepts & _AT_LENGTH) and "who" not in scene.frame.asks
    if misses_the_point(scene, best):
        return None
    if below := _below(scene, best):
        return below
    quotes = [
        _onwards(best)
        if at_length or _listed(scene) and len(best.passage.clause.text) <= _most(best.passage.clause)
        else _cut(scene, best)
    ]
    left = set(range(len(scene.frame.terms))) - best.own
    total = sum(t.weight for t in scene.frame.terms) or 1.0
    if sum(scene.frame.terms[i].weight for i in left) / total > 0.25:
        for other in found[:12]:
            gain = sum(scene.frame.terms[i].weight for i in other.own & left) / total
            near = other.passage.clause.parent == best.passage.clause.parent or other.score >= 0.7 * best.score
            if other.number != best.number and gain >= 0.2 and spoken(other.passage) and near:
                quotes.append(_cut(scene, other))
                break
    quotes = _distinct(quotes)
    said = "；".join(q.text.rstrip("；;。") for q in quotes)
    return Finding(scene.programme, "answered", None, said, tuple(quotes), score=best.score, coverage=best.coverage)


def _of_that_sort(scene: Scene, text: str) -> bool:
    """Whether the sentence names an office of the sort asked for ("哪个处": ……教育处), where any near one does."""
    asked = _SORT_ASKED.search(scene.frame.masked)
    if asked is None:
        return True
    sort = "局|委|部门" if asked["sort"] in "局委厅" else asked["sort"]
    names = re.compile(rf"[一-鿿]{{2}}(?:{sort})")
    return bool(names.search(text)) or not any(names.search(f.passage.text) for f in scene.found[:12])


def _at_that_time(scene: Scene, best: Found) -> Found:
    """The best sentence that tells of the time of the year asked about (年底: 12月15日前), where the best one of all
    tells only of others."""
    asked = asked_time(scene.frame.masked)
    if asked is None or not of_other_times(best.passage.text, asked):
        return best
    near = (f for f in scene.found[:12] if f.coverage >= best.coverage and f.own >= best.own and spoken(f.passage))
    return next((f for f in near if asked.search(f.passage.text)), best)


def settles(scene: Scene, found: Found) -> bool:
    """Whether the sentence may answer: a question of light words alone ("怎么报名") needs one of their cues."""
    if scene.frame.inherited or any(t.weight >= 1.5 for t in scene.frame.terms):
        return True
    cues = [c.cue for k in scene.frame.concepts if (c := scene.lexicon.concepts[k]).cue]
    return any(cue.search(found.passage.text) for cue in cues)


def _below(scene: Scene, best: Found) -> Finding | None:
    """The items that a sentence ending in a colon introduces."""
    if not best.passage.text.rstrip().endswith(("：", ":")):
        return None
    clause = best.passage.clause
    items = [c for c in scene.guideline.clauses if c.parent == clause.id and c.text.strip()][:8]
    if not items:
        after = [c for c in scene.guideline.clauses if c.parent == clause.parent and c.order > clause.order]
        items = list(takewhile(lambda c: bool(c.label) and c.kind == "item", after))[:8]
    if len(items) < 2:
        return None
    quotes = tuple(span(c, 0, min(len(c.text), 120)) for c in items)
    said = "；".join(q.text.rstrip("；;。") for q in quotes)
    return Finding(scene.programme, "answered", None, said, quotes, score=best.score, coverage=best.coverage)


def misses_the_point(scene: Scene, best: Found) -> bool:
    """Whether what the interrogative asks for (什么字体), or the weightiest thing, is not in the sentence at all."""
    terms = scene.frame.terms
    pointed = {
        i for i, t in enumerate(terms)
        if t.kind == "concept" and _WHICH.match(t.words) and any(scene.lexicon.concepts[c].doc for c in t.concepts)
    }  # fmt: skip
    if pointed:
        return not pointed & best.matched
    total = sum(t.weight for t in terms)
    heaviest = max(range(len(terms)), key=lambda i: (terms[i].weight, not terms[i].alternatives))
    return heaviest not in best.matched and terms[heaviest].weight >= 0.38 * total


def by_unit(scene: Scene) -> Finding | None:
    """A comparison of two kinds of unit within one programme: the best sentence for each."""
    names = [t for t in scene.frame.terms if t.kind == "unit" and t.grounded]
    if len(names) < 2:
        return None
    quotes: list[Quote] = []
    for unit in names:
        others = {a for t in names if t is not unit for a, f in t.alternatives if f >= 0.9}
        mine = {a for a, f in unit.alternatives if f >= 0.9} - others
        own = [f for f in scene.found[:40] if any(a in f.passage.text.lower() for a in mine) and spoken(f.passage)]
        own.sort(key=lambda f: (-(f.score - 3.0 * any(a in f.passage.text.lower() for a in others)), f.number))
        if own and own[0].coverage >= 0.3:
            quotes.append(_cut(scene, own[0]))
    kept = _distinct(quotes)
    if len(kept) < 2:
        return None
    return Finding(
        scene.programme, "answered", None, "；".join(q.text for q in kept), tuple(kept), score=6.0, coverage=0.7
    )


def joined(first: Finding, second: Finding) -> Finding:
    """Two findings of one programme told as one."""
    if second.said in first.said:
        return first
    if first.said in second.said and not first.verdict:
        return second
    value, _, sentence = second.said.partition("：")
    more = value if sentence and sentence.rstrip("。") in first.said else second.said
    return replace(first, said=f"{first.said.rstrip('。；')}；{more}", quotes=(*first.quotes, *second.quotes)[:4])


def _listed(scene: Scene) -> bool:
    """Whether a list is asked for."""
    return "list" in scene.frame.asks or bool(scene.frame.concepts & {"monitor", "content", "task"})


def _distinct(quotes: list[Quote]) -> list[Quote]:
    """The quotes without those that stand in an earlier one."""
    return [q for i, q in enumerate(quotes) if all(q.text not in p.text for p in quotes[:i])]


def _most(clause: Clause) -> int:
    """How long a clause may be to be told whole: longer where its sentences stand side by side."""
    return _PARALLEL if clause.text.count("；") > 1 else 300


def _onwards(found: Found) -> Quote:
    """The sentence with those that follow it in its clause, up to 260 characters."""
    clause, start = found.passage.clause, found.passage.start
    if len(clause.text) <= _most(clause):
        return span(clause, 0, len(clause.text))
    end = found.passage.end
    for mark in range(len(clause.text) - 1, end - 1, -1):
        if clause.text[mark] in "。；" and mark + 1 - start <= 260:
            end = mark + 1
            break
    return span(clause, start, end)


def _cut(scene: Scene, found: Found) -> Quote:
    """The whole sentence where it is short, else the segments around the question's words."""
    if len(found.passage.text) <= (300 if _listed(scene) else 130):
        return whole(found.passage)
    return about(found.passage, scene.words(found), 130, 160)
