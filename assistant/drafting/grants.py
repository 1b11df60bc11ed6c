"""Levies and the words that forgo them, found in a sentence."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any

from assistant.guideline.tables import table

_BEFORE = 4


def forgone_in(sentence: str) -> frozenset[str]:
    """The levies, by their first name, that a sentence says are forgone; none where it forgoes nothing."""
    if not _forgoes(sentence):
        return frozenset()
    found = set()
    left = sentence
    for names in _data()["levies"]:
        for name in names:
            if name in left:
                found.add(names[0])
                left = left.replace(name, "□")
    return frozenset(found)


def words_of(name: str) -> Sequence[str]:
    """A list of words by its name."""
    return tuple(_data()[name])


def _forgoes(sentence: str) -> bool:
    for word in words_of("forgone"):
        at = sentence.find(word)
        if at >= 0 and not any(no in sentence[max(0, at - _BEFORE) : at] for no in words_of("denied")):
            return True
    return False


@cache
def _data() -> dict[str, Any]:
    return table(Path(__file__).with_name("data") / "grants.toml")
