"""A question for one thing of a programme and for nothing else, however it is worded: which thing that is.

It is told by the wordings of data/wordings.toml: each facet is the mean of its wordings (characters and pairs of them,
stems and pairs of words in English, weighed by how rare they are), and a question is of the facet whose mean it is
clearly nearest to (Rocchio's classifier: Rocchio 1971, Relevance feedback in information retrieval). A question that
holds a word of the documents which no such wording uses asks for that, and is not plain.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from math import log, sqrt
from pathlib import Path
from typing import Any

from assistant.answering.question.text import FUNCTION
from assistant.guideline.patterns import regex
from assistant.guideline.tables import derived

_OTHER = "other"  # wordings of questions that are not plain
_CLEAR = 0.015  # by so much the nearest mean has to lead
_LONGEST = 60  # characters of a question that may be plain, twice as many in English
_POWER = 1.5  # of the rarity by which a part is weighed
_STEM = 6
_COMMON = 5  # facets in whose wordings a part stands that tells none of them
_LATIN = regex(r"[a-z]+")
_OUTSIDE = regex(r"[^一-鿿a-z]")
_CHINESE = regex(r"[一-鿿]")
_OF_A_CASE = regex(r"\d|[二三四五六七八九十百千万两]|[“”\"《》]|[？?].*[一-鿿a-z]|我[们校司方]?是(?!不是)")
# A figure, what is quoted, a second question, who asks.
_ELLIPTIC = regex(r"^(?:那|如果|要是|换)|呢[？?]?$|^(?:and|what about|how about|then)\b")
_UNHEARD = 0.34  # of the pairs of characters may be in no wording
_UNHEARD_WORDS = 0.05  # of the words in English
_ASKING = regex(r"怎么|什么|哪|谁|几|多少|多久|多长|啥|咋|如何|何时")
_POINTED = frozenset({"when", "how_many", "where", "who"})
_PATH = Path(__file__).parents[1] / "data" / "wordings.toml"


@dataclass(frozen=True, slots=True)
class Plain:
    """`facet` is what is asked for, `put` the question for it in the words that the later steps know best."""

    facet: str
    put: str


def plain(masked: str, asks: frozenset[str], known: Callable[[str], bool]) -> Plain | None:
    """What the question asks for, where it is plain; `masked` has no programme's name in it, `asks` are its
    interrogatives, and `known` tells words of the documents."""
    chinese = bool(_CHINESE.search(masked))
    if len(masked.strip()) > _LONGEST * (1 if chinese else 2) or _OF_A_CASE.search(masked) or _ELLIPTIC.search(masked):
        return None
    if len(_ASKING.findall(masked)) > 1 or len(asks & _POINTED) > 1:
        return None
    facets = _facets()
    parts = _parts(masked)
    ranked = sorted(((facets.nearness(parts, f), f) for f in facets.means), reverse=True)
    (first, facet), (second, _) = ranked[:2]
    if facet == _OTHER or first - second < _CLEAR or not facets.asks[facet] >= asks & _POINTED:
        return None
    if any(w in masked for w in facets.apart[facet]) or _strange(parts, facets, facet, known):
        return None
    return Plain(facet, facets.put[facet])


def _strange(parts: tuple[str, ...], facets: _Facets, facet: str, known: Callable[[str], bool]) -> bool:
    """Whether the question has words in which plain ones of the facet are not asked: one that documents use, or many."""
    if any(p[0].isascii() and p[0].isalpha() for p in parts):
        words = [p for p in parts if " " not in p]
        return sum(p not in facets.heard for p in words) > _UNHEARD_WORDS * len(words)
    pairs = [p for p in parts if len(p) == 2]
    own = facets.means[facet].keys() | facets.common
    told = any(p not in own and not FUNCTION & {*p} and known(p) for p in pairs)
    return told or sum(p not in facets.heard for p in pairs) > _UNHEARD * len(pairs)


@dataclass(frozen=True, slots=True)
class _Facets:
    """`rarity` of each part, `means` of the facets as parts with weights, `put` as in `Plain`; `asks` are the
    interrogatives that go with a facet, words `apart` ask for a part of it; `heard` are the parts of plain wordings."""

    rarity: Mapping[str, float]
    means: Mapping[str, Mapping[str, float]]
    put: Mapping[str, str]
    asks: Mapping[str, frozenset[str]]
    apart: Mapping[str, tuple[str, ...]]
    heard: frozenset[str]
    common: frozenset[str]

    def nearness(self, parts: Iterable[str], facet: str) -> float:
        """The cosine between the question and the mean of the facet."""
        weights = {p: self.rarity[p] for p in parts if p in self.rarity}
        mean = self.means[facet]
        return sum(w * mean[p] for p, w in weights.items() if p in mean) / _length(weights.values())


@cache
def _facets() -> _Facets:
    held = derived(_PATH, _means)
    told = Counter(p for facet, mean in held["means"].items() if facet != _OTHER for p in mean)
    common = frozenset(p for p, n in told.items() if n >= _COMMON)
    asks = {f: frozenset(kinds) for f, kinds in held["asks"].items()}
    apart = {f: tuple(words) for f, words in held["apart"].items()}
    return _Facets(held["rarity"], held["means"], held["put"], asks, apart, frozenset(told), common)


def _means(table: dict[str, Any]) -> dict[str, Any]:
    wordings = {f: [_parts(w) for w in (*entry["zh"], *entry["en"])] for f, entry in table.items()}
    together = [parts for kept in wordings.values() for parts in kept]
    common = Counter(p for parts in together for p in parts)
    rarity = {p: log(1 + len(together) / n) ** _POWER for p, n in common.items()}
    means: dict[str, dict[str, float]] = {}
    for facet, kept in wordings.items():
        mean: Counter[str] = Counter()
        for parts in kept:
            length = _length(rarity[p] for p in parts)
            for part in parts:
                mean[part] += rarity[part] / length
        length = _length(mean.values())
        means[facet] = {p: round(w / length, 5) for p, w in mean.items()}
    put = {f: entry.get("put", "") for f, entry in table.items()}
    asks = {f: entry.get("asks", []) for f, entry in table.items()}
    apart = {f: entry.get("apart", "").split() for f, entry in table.items()}
    return {"rarity": rarity, "means": means, "put": put, "asks": asks, "apart": apart}


def _length(weights: Iterable[float]) -> float:
    return sqrt(sum(w * w for w in weights)) or 1.0


def _parts(text: str) -> tuple[str, ...]:
    """Characters and pairs of them with the ends of the question marked; in English stems and pairs of words."""
    text = text.lower()
    if _CHINESE.search(text):
        whole = f"^{_OUTSIDE.sub('', text)}$"
        return tuple(sorted({whole[i : i + n] for n in (1, 2) for i in range(len(whole) - n + 1)}))
    stems = ["^", *(w[:_STEM] for w in _LATIN.findall(text)), "$"]
    return tuple(sorted({*stems, *(" ".join(stems[i : i + 2]) for i in range(len(stems) - 1))}))
