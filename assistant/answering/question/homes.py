"""The place that a document comes from: beside a programme's name it says which one is meant, and nothing more."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from assistant.answering.question.term import Term
from assistant.guideline.document import Guideline
from assistant.guideline.patterns import regex
from assistant.programmes.regions import regions

_PLACE = regex(r"(?:(?<![一-鿿])|(?<=于|织|报|集|展|度|年|批))(?P<place>[一-鿿]{2,3})(?:省|市|县|州|自治[区县州])")
# The last place in the name of the first body: 某省某市……局 is of a city.
_ISSUED_BY = regex(r"[一-鿿]{1,4}?(?:省[一-鿿]{1,3}?(?=市))?(?:市[一-鿿]{1,3}?(?=[县区]))?(?P<level>[省市县区])")
_SUFFIX = "省市县州"
_LIGHT = 0.5  # as the name of a place that everybody knows


class Homes:
    """Where each programme's document was issued, as its title and its issuer tell ("某某市……局")."""

    def __init__(self, guidelines: Iterable[Guideline]) -> None:
        self._of: dict[str, frozenset[str]] = {}
        self._level: dict[str, str] = {}
        self._region: dict[str, tuple[str, ...]] = {}
        for guideline in guidelines:
            told = f"{guideline.entry.issuer}，{guideline.entry.title}"
            places = frozenset(m["place"] for m in _PLACE.finditer(told))
            self._of |= {programme.id: places for programme in guideline.programmes}
            region = regions().places(guideline.entry.region)
            self._region |= {programme.id: region for programme in guideline.programmes}
            level = _ISSUED_BY.match(guideline.entry.issuer)
            self._level |= {programme.id: level["level"] if level else "" for programme in guideline.programmes}

    def elsewhere(self, programmes: Iterable[str], place: str) -> bool:
        """Whether the place is none of those that every one of the programmes is of by the catalogue, or lies outside
        of those that their documents come from where it tells none."""
        programmes = tuple(programmes)
        known = [self._region.get(p, ()) for p in programmes]
        if any(known):
            return all(known) and not any(place in k for k in known)
        homes = [self._of.get(p, frozenset()) for p in programmes]
        return all(homes) and not any(regions().within(place, home) for of in homes for home in of)

    def of_level(self, programmes: Iterable[str], level: str) -> bool:
        """Whether a body of that level (省, 市, 县, 区) issued the programmes' documents: told with the name, the level
        only says so again."""
        levels = {self._level.get(p, "") for p in programmes}
        return levels == {level}

    @property
    def places(self) -> frozenset[str]:
        """Every place that a document comes from."""
        return frozenset[str]().union(*self._of.values())

    def light(self, terms: tuple[Term, ...], programmes: Iterable[str]) -> tuple[Term, ...]:
        """The terms; those that only name the place of one of the programmes weigh next to nothing."""
        places = frozenset[str]().union(*(self._of.get(p, frozenset()) for p in programmes))
        return tuple(
            replace(t, weight=min(t.weight, _LIGHT))
            if t.kind == "word" and {t.words, t.words.rstrip(_SUFFIX)} & places
            else t
            for t in terms
        )
