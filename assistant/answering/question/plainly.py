"""A question for one thing of a programme and for nothing else, however it is worded: which thing that is.

Each facet is the mean of how people ask for it (characters and pairs of them, stems and pairs of words in English,
weighed by how rare they are), and a question is of the facet whose mean it is clearly nearest to (Rocchio's
classifier: J. Rocchio, Relevance feedback in information retrieval, 1971). `python -m evals plain` makes the means of
data/plain_means.tsv from wordings and measures them. A question with a word of the documents in which nobody asks for
the facet asks for that, and is not plain.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from math import sqrt
from pathlib import Path

from assistant.answering.question.text import FUNCTION
from assistant.guideline.patterns import regex
from assistant.guideline.tables import table

OTHER = "other"  # the mean of questions that are not plain
_DATA = Path(__file__).parents[1] / "data"
_CLEAR = 0.015  # by so much the nearest mean has to lead
_LONGEST = 60  # characters of a question that may be plain, twice as many in English
_SHORTEST = 3
_STEM = 6  # letters
_COMMON = 5  # a part that so many facets are asked for in tells none of them
_UNHEARD, _UNHEARD_WORDS = 0.34, 0.05  # so much of a question may be in no wording: pairs of characters, words
_LATIN, _CHINESE, _OUTSIDE = regex(r"[a-z]+"), regex(r"[一-鿿]"), regex(r"[^一-鿿a-z]")
# A figure, what is quoted, a second question, who asks, an English word in a Chinese question.
_OF_A_CASE = regex(
    r"\d|[二三四五六七八九十百千万两]|[“”\"《》]|[？?].*[一-鿿a-z]|我[们校司方]?是(?!不是)|[一-鿿].*[a-z]{3}|[a-z]{3}.*[一-鿿]"
)
_ELLIPTIC = regex(r"^(?:那|如果|要是|换)|呢[？?]?$|^(?:and|what about|how about|then)\b")
_CLAUSE = regex(r"[，,。；;：:]+")
_ASKING = regex(r"怎么|什么|哪|谁|几|多少|多久|多长|啥|咋|如何|何时")
_POINTED = frozenset({"when", "how_many", "where", "who"})
_REQUEST = regex(
    r"(?:能不能|能否|可以|可不可以|可否|能|方便)(?:麻烦|请)?[您你]?(?:帮忙?[我们]*)?[跟给为向]?[我们咱]{0,2}"
    r"(?:说|讲|介绍|解释|说明|列|告诉|告知|发|科普|理)|\b(?:could|can|would) (?:you|someone|anyone) (?:please |kindly )?"
    r"(?:tell|walk|explain|give|list|describe|show|summari[sz]e|outline|say|point|run|take|help)\b"
)

Row = tuple[float, Mapping[str, float]]
"""What a part of a question weighs, and what it weighs in the mean of each facet."""


@dataclass(frozen=True, slots=True)
class Plain:
    """`facet` is what is asked for, `put` the open question for it as the later steps know it best, "" where a yes or
    no is wanted; `sure` where every word of it stands in some wording of the facet."""

    facet: str
    put: str
    sure: bool


def plain(masked: str, asks: frozenset[str], known: Callable[[str], bool]) -> Plain | None:
    """What the question asks for, where it is plain; `masked` has no programme's name in it, `asks` are its
    interrogatives, and `known` tells words of the documents."""
    chinese = bool(_CHINESE.search(masked))
    if (
        not _SHORTEST <= len(masked.strip(" ?？")) <= _LONGEST * (1 if chinese else 2)
        or _OF_A_CASE.search(masked)
        or _ELLIPTIC.search(masked)
    ):
        return None
    if len(_ASKING.findall(masked)) > 1 or len(asks & _POINTED) > 1:
        return None
    facet, units = _nearest(masked), [p for p in parts_of(masked) if len(p) == 2 or not chinese and " " not in p]
    if not facet or any(w in masked for w in facet.apart) or not facet.asks >= asks & _POINTED:
        return None
    facets_of = {u: row[1].keys() - {OTHER} if (row := _row(u)) else frozenset() for u in units}
    strange = [u for u, facets in facets_of.items() if facet.id not in facets and len(facets) < _COMMON]
    told = [[u for u in units if u in piece] for piece in _CLAUSE.split(masked)] if chinese else [units]
    most = _UNHEARD if chinese else _UNHEARD_WORDS
    if any(sum(not facets_of[u] for u in clause) > len(clause) * most for clause in told):
        return None  # what is told in one of its clauses is no plain question's
    if chinese and any(not FUNCTION & {*u} and known(u) for u in strange):
        return None
    return Plain(facet.id, facet.put, not strange)


def asks_to_be_told(masked: str) -> bool:
    """Whether it is asked to be told something in the form of a yes or no ("能说说流程吗")."""
    return bool(_REQUEST.search(masked))


def parts_of(text: str) -> tuple[str, ...]:
    """Characters and pairs of them with the ends of the question marked; in English stems and pairs of words."""
    text = text.lower()
    if _CHINESE.search(text):
        whole = f"^{_OUTSIDE.sub('', text)}$"
        return tuple(sorted({whole[i : i + n] for n in (1, 2) for i in range(len(whole) - n + 1)}))
    stems = ["^", *(w[:_STEM] for w in _LATIN.findall(text)), "$"]
    return tuple(sorted({*stems, *(" ".join(stems[i : i + 2]) for i in range(len(stems) - 1))}))


@dataclass(frozen=True, slots=True)
class _Facet:
    """`asks` are the interrogatives that go with it; words `apart` ask for a part of it."""

    id: str
    put: str
    asks: frozenset[str]
    apart: tuple[str, ...]


def _nearest(masked: str) -> _Facet | None:
    """The facet whose mean has the greatest cosine with the question, by a clear lead."""
    nearness: defaultdict[str, float] = defaultdict(float)
    held = [row for p in parts_of(masked) if (row := _row(p))]
    for weight, means in held:
        for facet, mean in means.items():
            nearness[facet] += weight * mean
    ranked = sorted(((n, f) for f, n in nearness.items()), reverse=True)
    (first, facet), (second, _) = (*ranked, (0.0, ""), (0.0, ""))[:2]
    clear = first - second >= _CLEAR * (sqrt(sum(weight**2 for weight, _ in held)) or 1.0)
    return _facets().get(facet) if clear else None


@cache
def _facets() -> Mapping[str, _Facet]:
    held = table(_DATA / "facets.toml")
    return {
        f: _Facet(f, entry["put"], frozenset(entry.get("asks", ())), tuple(entry.get("apart", ())))
        for f, entry in held.items()
    }


def _row(part: str) -> Row | None:
    if (line := _lines().get(part)) is None:
        return None
    weight, *means = line.split()
    return float(weight), {facet: float(mean) for facet, _, mean in (m.partition(":") for m in means)}


@cache
def _lines() -> Mapping[str, str]:
    """The rows by part, unread: there are 30,000, and a question has thirty."""
    lines = (_DATA / "plain_means.tsv").read_text("utf-8").splitlines()
    return dict(line.split("\t", 1) for line in lines)
