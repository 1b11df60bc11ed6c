"""Places in English spelling: "the Changzhou call" speaks of 常州."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import cached_property
from itertools import product

from assistant.answering.question.text import clean
from assistant.guideline.patterns import regex
from assistant.programmes.regions import regions

_PLACE = regex(
    r"(?<![A-Za-z0-9@._/-])(?<!outside )(?<!Outside )(?P<name>[A-Z][a-z]{3,19}|[a-z]{6,20})(?P<own>'s)?"
    r"(?: (?P<kind>[Pp]rovince|[Cc]ity|[Cc]ounty)(?P<theirs>'s)?)?(?![A-Za-z0-9@_/-]|\.[a-z])"
)
_KINDS = {"province": "省", "city": "市", "county": "县"}
_NAME_FOLLOWS = regex(r"\s*[“\"(]?[一-鿿]")


class Romanised:
    """Knows how places are spelt: those that documents come from before those that everybody knows."""

    def __init__(self, homes: Iterable[str], readings: Callable[[str], tuple[str, ...]]) -> None:
        self._homes, self._readings = tuple(sorted(homes)), readings

    def spelt_out(self, text: str) -> str:
        """The cleaned text with the Chinese names of places, as "常州" for "Changzhou" and "湖北的" for "Hubei's". A
        place that has an English name of its own is left where no Chinese name follows."""
        made = _PLACE.sub(self._chinese, text)
        return clean(made) if made != text else text

    def _chinese(self, match: re.Match[str]) -> str:
        word = match["name"]
        place = self._spelt.get(word.lower(), "")
        if english := regions().places(word):
            place = english[0] if _NAME_FOLLOWS.match(match.string, match.end()) else ""
        kind = _KINDS.get((match["kind"] or "").lower(), "")
        own = "的" if match["own"] or match["theirs"] else ""
        return f"{place}{kind}{own}" if place else match.group()

    @cached_property
    def _spelt(self) -> dict[str, str]:
        """The place by its spelling; none that two places share, unless one of them is where a document comes from."""
        made: dict[str, str] = {}
        for places in (self._homes, regions().all_places()):
            found: dict[str, set[str]] = {}
            for place in places:
                for sounds in product(*(self._readings(char) for char in place)):
                    found.setdefault("".join(sounds), set()).add(place)
            for sound, alike in found.items():
                if len(alike) == 1:
                    made.setdefault(sound, min(alike))
        return made
