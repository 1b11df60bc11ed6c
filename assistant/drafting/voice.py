"""The register of forms: what headings ask for, and which words are read how."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Literal

from assistant.guideline.tables import table

Tense = Literal["past", "future", "any"]


def tense_of(heading: str) -> Tense | None:
    """Whether a heading asks for what stands or for what is promised, by the last word of either sort."""
    past, future = (max((heading.rfind(word) for word in listed(name)), default=-1) for name in ("past", "future"))
    if past == future:
        return None
    return "past" if past > future else "future"


def speaks_of(name: str, words: str) -> bool:
    """Whether any word of a list stands in the words."""
    return any(word in words for word in listed(name))


def asks_for_units(heading: str) -> bool:
    """Whether a heading asks who builds together: 共同体简介 does, 行业简介 asks for a trade."""
    found = (heading.partition(word) for word in listed("of_units"))
    return any(word and not before.endswith(tuple(listed("trades"))) for before, word, _ in found)


@cache
def listed(name: str) -> Sequence[str]:
    """A list of words by its name."""
    return tuple(table(Path(__file__).with_name("data") / "voice.toml")[name])
