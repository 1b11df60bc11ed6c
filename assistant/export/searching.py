"""Words of a form looked for in a text that may have been typed over."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from assistant.export.folding import folded, folded_at, is_number, unnumbered
from assistant.export.script import Told

_LONG = 8
"""Characters from which guidance is known by its words alone, wherever on a line it stands."""
_RULES = "_＿﹍﹎"
"""Strokes to write on."""


@dataclass(frozen=True, slots=True)
class Printed:
    """Words of the form. `alone` where they are a whole line, `passing` where they stand only while nothing is
    filled in."""

    text: str
    alone: bool = False
    passing: bool = False

    @property
    def key(self) -> str:
        """The words as they are compared."""
        return folded(self.text)


@dataclass(frozen=True, slots=True)
class Span:
    """The value of a field, without white space at its ends, and from where to where it stands in the text."""

    text: str
    start: int
    end: int


class Text:
    """A text as it is compared, guidance taken out; `matched` are the words that were found last."""

    def __init__(self, told: Told, passing: Sequence[Printed]) -> None:
        self.told = told
        self.matched = ""
        self._text = told.text
        self._fold()
        for token in passing:
            key = token.key
            start = self._whole(key, 0, len(self.plain))
            if start < 0:
                start = self._at_an_end(key)
            if start >= 0:
                first, last = self._places[start], self._places[start + len(key) - 1]
                self._text = self._text[:first] + " " * (last + 1 - first) + self._text[last + 1 :]
                self._fold()

    def _fold(self) -> None:
        self.plain, self._places = folded_at(self._text)
        parted = [0, *(number for number, sign in enumerate(self._text) if sign == "\n"), len(self._text)]
        self._first: set[int] = set()
        self._last: set[int] = set()
        number = 0
        for begin, end in pairwise(parted):
            start = number
            while number < len(self._places) and self._places[number] < end:
                number += 1
            if number > start and begin <= self._places[start]:
                self._first.add(start)
                self._last.add(number - 1)

    def find(self, token: Printed, at: int, backwards: bool, end: int | None = None) -> int:
        """Where the printed words stand from `at` on, the last place if `backwards`; -1 where they do not."""
        limit = len(self.plain) if end is None else end
        self.matched = token.key
        if token.alone:
            start = self._whole(token.key, at, limit)
            if start < 0 and (rest := unnumbered(token.key)):
                self.matched = rest
                start = self._whole(rest, at, limit)
            return start
        best = -1
        start = self.plain.find(token.key, at, limit)
        while start >= 0 and token.key:
            if self._free(start, start + len(token.key)):
                if not backwards:
                    return start
                best = start
            start = self.plain.find(token.key, start + 1, limit)
        return best

    def parted(self, token: Printed, at: int, end: int) -> int:
        """Where the words of a line stand within another, parted from what is before them or long; -1 where they do
        not."""
        key = self.matched = token.key
        start = self.plain.find(key, at, end) if key else -1
        while start >= 0:
            first = self._places[start]
            before = self._text[first - 1] if first else " "
            if self._free(start, start + len(key)) and (len(key) >= _LONG or key[0] == "(" or not before.isalnum()):
                return start
            start = self.plain.find(key, start + 1, end)
        return -1

    def _whole(self, key: str, at: int, limit: int) -> int:
        """Where words stand as a line of their own, a number before them aside."""
        start = self.plain.find(key, at, limit) if key else -1
        while start >= 0:
            end = start + len(key)
            ends = end - 1 in self._last or (self.plain[end : end + 1] == ":" and end in self._last)
            if ends and self._free(start, end) and (start in self._first or self._numbered(start)):
                return start
            start = self.plain.find(key, start + 1, limit)
        return -1

    def _at_an_end(self, key: str) -> int:
        """Where guidance begins or ends a line."""
        if len(key) < _LONG and not key.startswith("("):
            return -1
        start = self.plain.find(key)
        while start >= 0:
            end = start + len(key)
            if self._free(start, end) and (start in self._first or end - 1 in self._last):
                return start
            start = self.plain.find(key, start + 1)
        return -1

    def _numbered(self, start: int) -> bool:
        begin = max((one for one in range(max(0, start - 6), start) if one in self._first), default=-1)
        return begin >= 0 and is_number(self.plain[begin:start])

    def _free(self, start: int, end: int) -> bool:
        held = self.told.held
        return not (held[self._places[start]] or held[self._places[end - 1]])

    def span(self, at: int, end: int) -> Span:
        """What stands from one place of the compared text to another, with all that was left out at its ends."""
        if 0 < at < end and self.plain[at] == ":" and self._free(at, at + 1):
            at += 1
        start = self._places[at - 1] + 1 if at else 0
        stop = self._places[end] if end < len(self._places) else len(self._text)
        return self.stripped(start, stop)

    def stripped(self, start: int, stop: int) -> Span:
        """What stands from one place of the text to another, without white space and strokes at its ends."""
        held = self.told.held

        def bare(at: int) -> bool:
            return self._text[at].isspace() or (self._text[at] in _RULES and not held[at])

        while start < stop and bare(start):
            start += 1
        while stop > start and bare(stop - 1):
            stop -= 1
        return Span(self._text[start:stop], start, stop)
