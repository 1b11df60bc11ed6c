"""Finds the sentences that speak of what is asked, and says how much of the question each explains."""

from __future__ import annotations

import re
from dataclasses import dataclass

from assistant.answering.passages import Passage, TermIndex
from assistant.answering.terms import Term

_IN_HEADER = 0.75
_STATED = 1.05


@dataclass(frozen=True, slots=True)
class Found:
    """A passage, its score, and the share of the question's weight that it explains (0..1).
    `matched` are the numbers of the terms it explains, `own` those it explains in its own words; `strict`
    is the share where words that no document holds weigh as much as the rest: a yes needs it."""

    passage: Passage
    number: int
    score: float
    coverage: float
    matched: frozenset[int]
    own: frozenset[int]
    strict: float


def locate(
    terms: tuple[Term, ...],
    index: TermIndex,
    programme: str,
    prior: dict[int, float],
    attributed: dict[str, frozenset[int]],
    cues: tuple[re.Pattern[str], ...] = (),
) -> tuple[Found, ...]:
    """Passages that speak for the programme ("" for any), best first; `prior` adds to the score by number.

    A term counts by its best alternative in the sentence, or three quarters of it in the headings above;
    a sentence that settles the matter (`cues`) beats one that mentions it, and a rule beats a form field;
    a passage that states what a term asks about matches it whatever words it uses.
    """
    body: dict[int, dict[int, float]] = {}
    header: dict[int, dict[int, float]] = {}
    for t, term in enumerate(terms):
        for words, factor in term.alternatives:
            own, above = index.postings(words)
            worth = factor * min(1.0, 0.35 + index.idf(words) / 8)
            for number in own:
                held = body.setdefault(number, {})
                held[t] = max(held.get(t, 0.0), worth) + (0.08 if t in held else 0.0)
            for number in above:
                held = header.setdefault(number, {})
                held[t] = max(held.get(t, 0.0), worth * _IN_HEADER)
        for concept in term.concepts:
            for number in attributed.get(concept, ()):
                held = body.setdefault(number, {})
                held[t] = max(held.get(t, 0.0), _STATED)
    weights = [t.weight for t in terms]
    total = sum(weights) or 1.0
    hard = total + 2.0 * sum((t.kind == "unknown") * min(1.0, t.weight) for t in terms if t.weight >= 0.4)
    found: list[Found] = []
    for number in body.keys() | header.keys():
        passage = index.passages[number]
        if programme and programme not in passage.programmes:
            continue
        mine = body.get(number, {})
        best = dict(mine)
        for t, worth in header.get(number, {}).items():
            if t not in best or worth > best[t]:
                best[t] = worth
        covered = score = 0.0
        for t, worth in best.items():
            covered += weights[t]
            score += weights[t] * worth
        score += prior.get(number, 0.0)
        if not mine:
            score *= 0.8
        if cues and any(c.search(passage.text) for c in cues):
            score += 0.9
        score -= 0.5 * (passage.clause.kind in ("note", "field", "row"))
        score -= 0.002 * max(0, passage.end - passage.start - 120)
        found.append(Found(passage, number, score, covered / total, frozenset(best), frozenset(mine), covered / hard))
    found.sort(key=lambda f: (-f.score, f.number))
    return tuple(found)
