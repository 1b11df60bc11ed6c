"""Abbreviations in full at their first mention, for forms whose rules ask for it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from assistant.guideline.patterns import regex

_LATIN = regex(r"(?<![A-Za-z0-9])(?:[A-Z][A-Za-z]?){1,}[A-Z][A-Z0-9]*(?![A-Za-z0-9])")
_NO_WORD = frozenset({"XX", "XXX", "II", "III", "IV", "VI", "VII", "VIII", "IX", "XI", "XII"})


@dataclass(frozen=True, slots=True)
class Introduced:
    """A text whose first mentions are in full, and every short form that stands in full by now."""

    text: str
    known: frozenset[str]


def introduced(text: str, full: Mapping[str, str], known: frozenset[str]) -> Introduced:
    """The text with each short form in full where it is first mentioned; `known` were mentioned before."""
    for short in sorted(full, key=len, reverse=True):
        if short in known or (found := _mention(short).search(text)) is None:
            continue
        known |= {short}
        if not explained(text, short):
            text = f"{text[: found.start()]}{_in_full(full[short], short)}{text[found.end() :]}"
    return Introduced(text, known | {short for short in unexplained(text) if explained(text, short)})


def unexplained(text: str) -> tuple[str, ...]:
    """Latin abbreviations of the text, each once, in order."""
    found = dict.fromkeys(_LATIN.findall(text))
    return tuple(short for short in found if short not in _NO_WORD)


def explained(text: str, short: str) -> bool:
    """Whether the text gives a full name with the short form in brackets, or the other way round, at the first
    mention."""
    found = _mention(short).search(text)
    if found is None:
        return False
    before, after = text[: found.start()], text[found.end() :]
    inside = re.search(r"[\w”》](?:[（(][^（()）]*)?[（(，,][^（()）]{0,40}$", before) and re.match(
        r"[^（(]{0,20}[)）]", after
    )
    return bool(inside) or bool(re.match(r"[（(][^）)]{2,}[）)]", after))


def _mention(short: str) -> re.Pattern[str]:
    word = re.escape(short)
    return re.compile(rf"(?<![A-Za-z0-9]){word}(?![A-Za-z0-9])" if short.isascii() else word)


def _in_full(name: str, short: str) -> str:
    if name.endswith(("）", ")")):
        return f"{name[:-1]}，{short}{name[-1]}"
    return f"{name}（{short}）"
