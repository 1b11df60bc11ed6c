"""Regular expressions compiled at their first use: one question needs a third of those the rules know."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, cast


class _Waiting:
    """Stands in for a compiled pattern; each method is looked up once and then called directly."""

    def __init__(self, source: str, flags: int) -> None:
        self._source, self._flags = source, flags

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        found = getattr(re.compile(self._source, self._flags), name)
        setattr(self, name, found)
        return found


def regex(source: str, flags: int = 0) -> re.Pattern[str]:
    """The pattern of that source, which may be wrong without anybody noticing before it is used."""
    return cast("re.Pattern[str]", _Waiting(source, flags))


def runs_of(word: str, text: str) -> Iterator[tuple[int, int]]:
    """Start and end of each place where the word stands in the text, left to right, none within another."""
    at = text.find(word) if word else -1
    while at >= 0:
        yield at, at + len(word)
        at = text.find(word, at + len(word))
