"""Mends homophones, pinyin and slips towards words that documents and programmes use, only when unique."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import lru_cache

Readings = Callable[[str], tuple[str, ...]]


class Speller:
    """`readings` gives the toneless pinyin readings of a character; `words` are what to mend towards."""

    def __init__(self, words: Iterable[str], known: Callable[[str], bool], readings: Readings) -> None:
        self._words = frozenset(w for w in words if 2 <= len(w) <= 24)
        self._known = known
        self._readings = lru_cache(maxsize=8192)(readings)
        self._sounds: dict[str, dict[tuple[str, ...], set[str]]] = {}
        self._latin: dict[str, str] = {}

    def mend(self, text: str, strange: tuple[str, ...]) -> str:
        """The cleaned text with pinyin spelt out and homophones of known words replaced, only where the
        `strange` words stand that no document holds."""
        text = re.sub(r"(?<![A-Za-z0-9@.])[a-z]{6,40}(?![A-Za-z0-9@.])", self._from_pinyin, text)
        spots = {i for w in strange for m in re.finditer(re.escape(w), text.lower()) for i in range(*m.span())}
        return self._homophones(text, spots) if spots else text

    def _from_pinyin(self, match: re.Match[str]) -> str:
        if not self._latin:
            for word in sorted(self._words):
                for spelt in self._spellings(word):
                    self._latin.setdefault(spelt, word)
        return self._latin.get(match.group(), match.group())

    def _spellings(self, word: str) -> list[str]:
        spelt = [""]
        for char in word:
            readings = self._readings(char)
            if not readings:
                return []
            spelt = [s + r for s in spelt for r in readings][:16]
        return spelt

    def _homophones(self, text: str, spots: set[int]) -> str:
        i = 0
        while i < len(text):
            mended = self._at(text, i, spots)
            if mended:
                text = text[:i] + mended + text[i + len(mended) :]
                i += len(mended)
            else:
                i += 1
        return text

    def _at(self, text: str, i: int, spots: set[int]) -> str:
        """The unique word of the same sound at text[i:], where the words there are not known themselves."""
        for length in range(min(10, len(text) - i), 1, -1):
            if not spots.intersection(range(i, i + length)):
                return ""
            piece = text[i : i + length]
            if piece in self._words or not all("一" <= c <= "鿿" for c in piece):
                continue
            same = [w for w in self._like(piece) if w != piece]
            if len(same) != 1:
                continue
            wrong = [k for k in range(length) if piece[k] != same[0][k]]
            if len(wrong) <= max(1, length // 3) and not self._stands(text, i, length, wrong):
                return same[0]
        return ""

    def _stands(self, text: str, i: int, length: int, wrong: list[int]) -> bool:
        """Whether the characters that would change already make known words with their neighbours."""
        if length > 3:
            return False
        return any(
            self._known(text[max(0, i + k + d) : i + k + d + 2]) and 0 <= i + k + d and i + k + d + 2 <= len(text)
            for k in wrong
            for d in (-1, 0)
        )

    def _like(self, piece: str) -> list[str]:
        if not self._sounds:
            for word in sorted(self._words):
                if all("一" <= c <= "鿿" for c in word):
                    for sound in _product([self._readings(c) for c in word]):
                        self._sounds.setdefault(str(len(word)), {}).setdefault(sound, set()).add(word)
        table = self._sounds.get(str(len(piece)), {})
        found: set[str] = set()
        for sound in _product([self._readings(c) for c in piece]):
            found |= table.get(sound, set())
        return sorted(found)


def _product(readings: list[tuple[str, ...]]) -> list[tuple[str, ...]]:
    made: list[tuple[str, ...]] = [()]
    for options in readings:
        if not options:
            return []
        made = [m + (o,) for m in made for o in options[:3]][:12]
    return made
