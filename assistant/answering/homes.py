"""The place that a document comes from: beside a programme's name it says which one is meant, and nothing more."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from assistant.answering.terms import Term
from assistant.guideline.document import Guideline
from assistant.guideline.patterns import regex

_PLACE = regex(r"(?:(?<![一-鿿])|(?<=于|织|报|集|展|度|年|批))(?P<place>[一-鿿]{2,3})(?:省|市|县|州|自治[区县州])")
_SUFFIX = "省市县州"
_LIGHT = 0.5  # as the name of a place that everybody knows


class Homes:
    """Where each programme's document was issued, as its title and its issuer tell ("某某市……局")."""

    def __init__(self, guidelines: Iterable[Guideline]) -> None:
        self._of: dict[str, frozenset[str]] = {}
        for guideline in guidelines:
            told = f"{guideline.entry.issuer}，{guideline.entry.title}"
            places = frozenset(m["place"] for m in _PLACE.finditer(told))
            self._of |= {programme.id: places for programme in guideline.programmes}

    def light(self, terms: tuple[Term, ...], programmes: Iterable[str]) -> tuple[Term, ...]:
        """The terms; those that only name the place of one of the programmes weigh next to nothing."""
        places = frozenset[str]().union(*(self._of.get(p, frozenset()) for p in programmes))
        return tuple(
            replace(t, weight=min(t.weight, _LIGHT))
            if t.kind == "word" and {t.words, t.words.rstrip(_SUFFIX)} & places
            else t
            for t in terms
        )
