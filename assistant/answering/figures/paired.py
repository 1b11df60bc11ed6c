"""Figures told side by side, each held against its own of the bounds that a sentence sets side by side ("180个人，技能岗
40个" against "职工100人以上，其中技能岗位职工不少于30人")."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction
from itertools import pairwise, permutations

from assistant.answering.grounds.comparing import comparable
from assistant.answering.grounds.scene import Scene, quantities_in
from assistant.answering.question.text import pairs
from assistant.guideline.patterns import regex
from assistant.guideline.values import Interval, Quantity

_BREAK = regex(r"[，,；;。、（(：:？?！!]|其中|里头|里面|另外")
_AFTER = 8  # characters behind a figure that may say what it counts
_NEAR = 6  # sentences that may count figures together
_BREAK_OF_ALL = regex(r"[，,；;。]|其中")
_ASIDE = regex(r"[（(][^（）()]*[）)]")
_IN_ORDER = 2  # what keeping to the order weighs where a part of the whole is told behind it
_MOST = 4  # figures told in one question that are paired
_ALL_OF_THEM = regex(r"(?:合计|总共|一共|共计?|累计|之和)(?:不少于|不低于|不超过|达到?|至少)?\s*$")
_COMMON = pairs("不少于") | pairs("不低于") | pairs("不超过") | pairs("以上") | pairs("人数") | pairs("至少")


def of_its_own(
    scene: Scene, q: Quantity, given: Sequence[Quantity], bounds: tuple[Quantity, ...], text: str
) -> tuple[Quantity, ...]:
    """Those of the sentence's bounds that the figure is to be held against: its own, where the words about the figures
    and about the bounds tell which is whose; all where they do not."""
    rivals = [g for g in given if all(comparable(g, b) for b in bounds)]
    if not 1 < len(bounds) <= _MOST or not 1 < len(rivals) <= len(bounds) or q not in rivals:
        return bounds
    theirs = [_about(text, bounds, k) for k in range(len(bounds))]
    mine = [_widened(scene, _about(scene.frame.masked, rivals, k)) for k in range(len(rivals))]
    alike = [[_shared(m, t, theirs, k) for k, t in enumerate(theirs)] for m in mine]
    part_of_it = len(rivals) == len(bounds) and all("其中" in text[a.end : b.start] for a, b in pairwise(bounds))
    if not any(map(any, alike)) and not part_of_it:
        return bounds
    # Of seatings that fit equally well the first keeps to the order of the sentence.
    seats = permutations(range(len(bounds)), len(rivals))

    def fits(seat: tuple[int, ...]) -> int:
        return sum(alike[k][s] for k, s in enumerate(seat)) + _IN_ORDER * (part_of_it and seat == tuple(sorted(seat)))

    best = max(seats, key=fits)
    return (bounds[best[rivals.index(q)]],)


def counted_together(scene: Scene, given: list[Quantity]) -> list[Quantity]:
    """The figures, those that a sentence on them counts together ("甲、乙合计不少于5人") as their sum."""
    asked = scene.frame.masked
    for found in scene.found[:_NEAR] if len(given) > 1 else ():
        text = _ASIDE.sub("", found.passage.text)
        for bound in quantities_in(text):
            words = _BREAK_OF_ALL.split(text[: bound.start])[-1]
            named = [
                g for k, g in enumerate(given) if comparable(g, bound) and pairs(_about(asked, given, k)) & pairs(words)
            ]
            if _ALL_OF_THEM.search(words) and len(named) > 1 and all(g.interval.exact for g in named):
                total = sum((g.interval.low or Fraction(0) for g in named), Fraction(0))
                whole = replace(named[0], interval=Interval(total, total), end=named[-1].end)
                return [whole if g is named[0] else g for g in given if g is named[0] or g not in named]
    return given


def _about(text: str, figures: Sequence[Quantity], k: int) -> str:
    """The words about a figure: from the last break, or the figure before, to a little behind it."""
    at = figures[k]
    begun = max((f.end for f in figures if f.end <= at.start), default=0)
    breaks = [m.end() for m in _BREAK.finditer(text, begun, at.start)]
    ended = min((f.start for f in figures if f.start >= at.end), default=len(text))
    behind = _BREAK.split(text[at.end : min(ended, at.end + _AFTER)])[0]
    before = text[max([begun, *breaks]) : at.start]
    return f"{before or text[begun : at.start]} {behind}"


def _widened(scene: Scene, words: str) -> str:
    """The words with those that documents may use for them."""
    also = (
        a
        for t in scene.frame.terms
        if any(w in words for w in (t.words, *t.also))
        for a, f in t.alternatives
        if f >= 0.7
    )
    return " ".join((words, *also))


def _shared(mine: str, their: str, all_theirs: Sequence[str], k: int) -> int:
    """How many pairs of characters the words about a figure share with those about a bound and with no other's."""
    others = frozenset[str]().union(*(pairs(t) for i, t in enumerate(all_theirs) if i != k))
    return len((pairs(mine) & pairs(their)) - others - _COMMON)
