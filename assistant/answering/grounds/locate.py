"""Finds the sentences that speak of what is asked, and says how much of the question each explains."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import NamedTuple

from assistant.answering.question.term import Term
from assistant.answering.sentences.passages import Passage, TermIndex
from assistant.answering.sentences.sorts import Asked, told

_IN_HEADER = 0.75
_STATED = 1.05
_FOREIGN = 1.2  # as an unknown word weighs


class Found(NamedTuple):
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
    prior: dict[int, float],
    attributed: dict[str, frozenset[int]],
    cues: tuple[re.Pattern[str], ...] = (),
) -> tuple[Found, ...]:
    """Passages, best first; `prior` adds to the score by number.

    A term counts by its best alternative in the sentence, or three quarters of it in the headings above;
    a sentence that settles the matter (`cues`) beats one that mentions it, and a rule beats a form field;
    a passage that states what a term asks about matches it whatever words it uses.
    """
    size = len(index.passages)
    covered, score = [0.0] * size, [0.0] * size
    matched, owned = [0] * size, [0] * size
    for t, term in enumerate(terms):
        body, header = _worth(term, index, attributed)
        bit, weight = 1 << t, term.weight
        for number, worth in body.items():
            covered[number] += weight
            score[number] += weight * max(worth, header.pop(number, 0.0))
            matched[number] |= bit
            owned[number] |= bit
        for number, worth in header.items():
            covered[number] += weight
            score[number] += weight * worth
            matched[number] |= bit
    total = sum(t.weight for t in terms) or 1.0
    hard = total + 2.0 * sum((t.kind == "unknown") * min(1.0, t.weight) for t in terms if t.weight >= 0.4)
    sets = {bits: _numbers(bits) for bits in {*matched, *owned}}
    cued = frozenset[int]().union(*(index.marked(c) for c in cues))
    found: list[Found] = []
    for number, bits in enumerate(matched):
        if not bits:
            continue
        passage = index.passages[number]
        points = score[number] + prior.get(number, 0.0)
        if not owned[number]:
            points *= 0.8
        if number in cued:
            points += 0.9
        points -= index.handicaps[number]
        share = covered[number]
        found.append(Found(passage, number, points, share / total, sets[bits], sets[owned[number]], share / hard))
    found.sort(key=lambda f: (-f.score, f.number))
    return tuple(found)


_OF_THE_SORT = 1.2


def on_the_sort(found: tuple[Found, ...], asked: Asked) -> tuple[Found, ...]:
    """The passages, those first that are about a sort asked about: what is laid down for one goes before what is
    laid down for all."""
    if not asked:
        return found
    own = [
        any(told(p.clause, p.start, p.end, g) & names for g, names in asked.items()) for p in (f.passage for f in found)
    ]
    better = [f._replace(score=f.score + _OF_THE_SORT) if mine else f for f, mine in zip(found, own, strict=True)]
    return tuple(sorted(better, key=lambda f: (-f.score, f.number)))


def grounded_here(found: tuple[Found, ...], terms: tuple[Term, ...]) -> tuple[Term, ...]:
    """The question's terms, grounded where some passage of this one programme speaks of them: which documents lie
    beside it must change nothing."""
    spoken = frozenset[int]().union(*(f.matched for f in found))
    return tuple(
        replace(t, grounded=False) if t.grounded and t.alternatives and i not in spoken else t
        for i, t in enumerate(terms)
    )


def in_own_words(found: tuple[Found, ...], terms: tuple[Term, ...]) -> tuple[tuple[Found, ...], tuple[Term, ...]]:
    """The passages of one programme and the question's terms, with words of which none of the passages speaks
    weighing no more than words that no document holds: what other documents say must not make this one silent."""
    spoken = frozenset[int]().union(*(f.matched for f in found))
    light = tuple(
        replace(t, weight=min(t.weight, _FOREIGN)) if t.kind == "word" and i not in spoken else t
        for i, t in enumerate(terms)
    )
    total, left = (sum(t.weight for t in some) or 1.0 for some in (terms, light))
    if left == total:
        return found, terms
    return tuple(f._replace(coverage=min(1.0, f.coverage * total / left)) for f in found), light


def _worth(
    term: Term, index: TermIndex, attributed: dict[str, frozenset[int]]
) -> tuple[dict[int, float], dict[int, float]]:
    """What the term is worth in each passage, in its own words and in the headings above it."""
    body: dict[int, float] = {}
    header: dict[int, float] = {}
    best = max((f * min(1.0, 0.35 + index.idf(w) / 8) for w, f in term.alternatives), default=0.0)
    for words, factor in term.alternatives:
        own, above = index.postings(words)
        # However common, the asker's own word is hardly a worse sign than a word that may stand for it.
        worth = factor * min(1.0, 0.35 + index.idf(words) / 8)
        if words == term.words and term.kind == "concept" and term.weight >= 1.5:
            worth = max(worth, min(best, worth + 0.1))
        for number in own:
            held = body.get(number)
            body[number] = worth if held is None else max(held, worth) + 0.08
        worth *= _IN_HEADER
        for number in above:
            if header.get(number, 0.0) < worth:
                header[number] = worth
    for concept in term.concepts:
        for number in attributed.get(concept, ()):
            body[number] = max(body.get(number, 0.0), _STATED)
    return body, header


def _numbers(bits: int) -> frozenset[int]:
    return frozenset(i for i in range(bits.bit_length()) if bits >> i & 1)
