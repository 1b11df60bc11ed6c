"""A question for one thing of a programme and for nothing else, however it is worded: which thing that is.

A question is plain where all its words, the programme's name aside, are words of asking and words of one facet
(`data/facets.toml`), and what is asked with them ("who", "when", "how many") goes with that facet.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from assistant.answering.question.text import language
from assistant.guideline.patterns import regex
from assistant.guideline.tables import table

_LONGEST = {"zh": 40, "en": 24}  # characters, words
_KINDS = ("what", "who", "when", "where", "how", "many", "long", "why")
_IDLE = frozenset({"what", "how"})  # what a noun may be asked with, whatever it names
_AUXILIARY = frozenset("is are was were will would do does did can could may must should has have need".split())
_WORD = regex(r"[a-z]+(?:[-–’'][a-z]+)*")
_MARKS = regex(r"[\s　，,。、？?！!；;：:~～…“”\"'《》（）()]+")


@dataclass(frozen=True, slots=True)
class Plain:
    """`facet` is what is asked about, `put` the question for it in the words of whoever decides, `open` whether it
    asks what the rule is rather than whether there is one."""

    facet: str
    put: str
    open: bool


@dataclass(frozen=True, slots=True)
class _Facet:
    """`labels` are what each word is to the facet: "noun", an interrogative that it goes with, "with", "is";
    `kinds` are all of these."""

    id: str
    put: str
    labels: Mapping[str, frozenset[str]]
    kinds: frozenset[str]


def plain(masked: str) -> Plain | None:
    """What the question asks for, where it is plain; `masked` has no programme's name in it."""
    language_of = language(masked) if masked.strip() else "zh"
    parts = _WORD.findall(masked) if language_of == "en" else list(_MARKS.sub("", masked))
    if not parts or len(parts) > _LONGEST[language_of] or language_of == "zh" and not _in_chinese(parts):
        return None
    asking, facets = _tables()[language_of]
    found = [(n, f, made) for f in facets for n, made in _fits(parts, asking, f, " " if language_of == "en" else "")]
    if not found:
        return None
    _, facet, is_open = max(found, key=lambda m: m[0])
    return Plain(facet.id, facet.put, is_open)


def _in_chinese(parts: Iterable[str]) -> bool:
    return all("一" <= c <= "鿿" for c in parts)


def _fits(
    parts: list[str], asking: Mapping[str, frozenset[str]], facet: _Facet, joint: str
) -> Iterable[tuple[int, bool]]:
    """How much of the question names the facet and whether it is open; nothing where the question is not plain."""
    words = _cut(parts, asking, facet.labels, joint)
    if words is None:
        return
    own = frozenset().union(*(facet.labels.get(w, frozenset()) for w in words))
    asked = [kinds for w in words if (kinds := asking.get(w))]
    whether = any("is" in kinds for kinds in asked) or parts[0] in _AUXILIARY
    if whether:
        fits = "is" in own and _all_of(asked, _IDLE | {"is"})
    else:
        by_noun = "noun" in own and _all_of(asked, _IDLE | facet.kinds)
        fits = by_noun or any(_all_of(asked, _IDLE | {k}) and k in own for kinds in asked for k in kinds)
    if fits:
        yield sum(len(w) for w in words if w in facet.labels), not whether


def _all_of(asked: list[frozenset[str]], kinds: frozenset[str]) -> bool:
    """Whether each interrogative may be of one of the kinds."""
    return all(one & kinds for one in asked)


def _cut(
    parts: list[str], asking: Mapping[str, frozenset[str]], own: Mapping[str, frozenset[str]], joint: str
) -> list[str] | None:
    """The question as words of asking and of the facet, in the fewest and longest; None where something is left."""
    best: list[tuple[int, list[str]] | None] = [(0, [])] + [None] * len(parts)
    for start in range(len(parts)):
        if (so_far := best[start]) is None:
            continue
        for end in range(start + 1, min(start + 12, len(parts)) + 1):
            word = joint.join(parts[start:end])
            if word not in asking and word not in own:
                continue
            score = so_far[0] + (end - start) ** 2 + (word in own)
            if (held := best[end]) is None or held[0] < score:
                best[end] = (score, [*so_far[1], word])
    return best[-1][1] if best[-1] else None


@cache
def _tables() -> Mapping[str, tuple[Mapping[str, frozenset[str]], tuple[_Facet, ...]]]:
    """By language: the words of asking with what they ask, and the facets."""
    data: dict[str, dict[str, Any]] = dict(table(Path(__file__).parents[1] / "data" / "facets.toml"))
    words = data.pop("words")
    return {
        "zh": (_labelled(words, "", str.split, first="zh"), tuple(_facets(data, "", str.split))),
        "en": (_labelled(words, "en_", _phrases, first="en"), tuple(_facets(data, "en_", _phrases))),
    }


def _phrases(text: str) -> list[str]:
    return [" ".join(_WORD.findall(p)) for p in re.split(r",\s*", text)]


def _labelled(entry: dict[str, Any], prefix: str, parse: Any, first: str) -> Mapping[str, frozenset[str]]:
    labels: dict[str, frozenset[str]] = dict.fromkeys(parse(entry[first]), frozenset())
    for kind in (*_KINDS, "is"):
        for word in parse(entry.get(f"{prefix}{kind}", "")):
            labels[word] = labels.get(word, frozenset()) | {kind}
    return labels


def _facets(data: dict[str, dict[str, Any]], prefix: str, parse: Any) -> Iterable[_Facet]:
    for key, entry in data.items():
        labels: dict[str, frozenset[str]] = {}
        for kind in ("noun", *_KINDS, "with", "is"):
            for word in parse(entry.get(f"{prefix}{kind}", "")):
                labels[word] = labels.get(word, frozenset()) | {kind}
        yield _Facet(key, entry["put"], labels, frozenset().union(*labels.values()))
