"""Mends homophones, pinyin and slips towards words that documents and programmes use, only when unique."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import cached_property, lru_cache
from itertools import groupby

from assistant.answering.question.romanised import Romanised
from assistant.answering.question.seams import Cut, uncut
from assistant.guideline.patterns import runs_of

_LONG = 6  # characters
_MODALS = tuple("会能要可得想让把被")
# Characters that stand alone in any sentence: a pair with one of them is no slip of a word ("月|要|交", "跳|过").
_ALONE = frozenset(
    "的了吗呢啊呀吧嘛么是在有我你他她它们这那和与或就也都还要能会可以得把被让给对从到不没很想个请问哪谁什怎多少"
    "一二三四五六七八九十两几年月日时前后内外上下里中过出起完好成掉来去做搞报交填写用拿当算条万加"
)
Readings = Callable[[str], tuple[str, ...]]


class Speller:
    """`readings` gives the toneless pinyin readings of a character; `words` are what to mend towards; `homes` the
    places that documents come from; `texts` the documents' sentences, which `cut` cuts into words as it cuts a
    question."""

    def __init__(
        self,
        words: Iterable[str],
        known: Callable[[str], bool],
        readings: Readings,
        homes: Iterable[str] = (),
        texts: Callable[[], Iterable[str]] = tuple,
        cut: Cut = uncut,
    ) -> None:
        self._words = frozenset(w for w in words if 2 <= len(w) <= 24)
        self._known = known
        self._readings = lru_cache(maxsize=8192)(readings)
        self._begun = lru_cache(maxsize=8192)(self._words_begun)
        self._texts, self._cut = texts, cut
        self.places = Romanised(homes, self._readings).spelt_out

    def mend(self, text: str, strange: tuple[str, ...]) -> str:
        """The cleaned text with pinyin spelt out and homophones of known words replaced, only where the
        `strange` words stand that no document holds."""
        text = re.sub(r"(?<![A-Za-z0-9@.])[a-z]{6,40}(?![A-Za-z0-9@.])", self._from_pinyin, text)
        spots = {i for w in strange for run in runs_of(w, text.lower()) for i in range(*run)}
        return self._homophones(text, spots) if spots else text

    def slips(self, text: str, free: set[int]) -> str:
        """The cleaned text with what the cut makes no word of ("首|匹") put as the one word of the documents that sounds
        so, only among the `free` offsets and where no document holds it as it stands."""
        spots = free - {i for start, end in self._cut(text) for i in range(start, end)}
        for i in sorted(spots):
            for length in (4, 3, 2):
                piece = text[i : i + length]
                if not spots.issuperset(range(i, i + length)) or length == 2 and not _ALONE.isdisjoint(piece):
                    continue
                if (word := self._meant(piece)) and not self._known(piece):
                    text = text[:i] + word + text[i + length :]
                    spots.difference_update(range(i, i + length))
                    break
        return text

    def _meant(self, piece: str) -> str:
        """The only word of the documents that sounds like the piece and differs in one character."""
        same = [
            w
            for sound in self._readings(piece[0])
            for w in self._vocabulary.get((sound, len(piece)), ())
            if all(map(self._sound_alike, piece, w)) and sum(map(str.__ne__, piece, w)) == 1
        ]
        return same[0] if len(set(same)) == 1 else ""

    def long_words(self, text: str) -> str:
        """The cleaned text with long known words, as the names of programmes are, put right where they are misspelt,
        whatever their parts may mean."""
        return self._homophones(text, set(range(len(text))), _LONG)

    def _from_pinyin(self, match: re.Match[str]) -> str:
        """The first word whose characters, one after the other, are spelt like this."""
        spelt = match.group()
        begun = (w for n in range(1, 7) for w in self._openings.get(spelt[:n], ()))
        return next((word for word in sorted(begun) if self._spells(word, spelt)), spelt)

    def _spells(self, word: str, spelt: str) -> bool:
        ends = {0}
        for char in word:
            ends = {at + len(r) for at in ends for r in self._readings(char) if spelt.startswith(r, at)}
            if not ends:
                return False
        return len(spelt) in ends

    def _homophones(self, text: str, spots: set[int], least: int = 2) -> str:
        i = 0
        while i < len(text):
            mended = self._at(text, i, spots, least)
            if mended:
                text = text[:i] + mended + text[i + len(mended) :]
                i += len(mended)
            else:
                i += 1
        return text

    def _at(self, text: str, i: int, spots: set[int], least: int) -> str:
        """The unique word of the same sound at text[i:], where the words there are not known themselves."""
        for length, begun in self._begun(text[i]):
            if not least <= length <= len(text) - i or spots.isdisjoint(range(i, i + length)):
                continue
            piece = text[i : i + length]
            if length == 2 and piece[0] in _MODALS:
                continue  # 会听 is no misspelt 会议
            if length == 2 and self._at(text, i + 1, spots, _LONG // 2):
                continue  # a longer word that begins a character later is what is misspelt
            if piece in self._words or not all("一" <= c <= "鿿" for c in piece):
                continue
            same = [w for w in begun if all(map(self._sound_alike, piece, w))]
            if length == 2:  # by a rare reading, 余地 would sound like 土地
                same = [
                    w
                    for w in same
                    if all(self._readings(a)[0] == self._readings(b)[0] for a, b in zip(piece, w, strict=True))
                ]
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
            0 <= at <= len(text) - 2 and self._known(text[at : at + 2]) for k in wrong for at in (i + k - 1, i + k)
        )

    @cached_property
    def _vocabulary(self) -> dict[tuple[str, int], frozenset[str]]:
        """The documents' words by each sound of their first character and their length."""
        found: dict[tuple[str, int], set[str]] = {}
        for text in self._texts():
            for start, end in self._cut(text):
                for sound in self._readings(text[start]) if end - start <= 4 else ():
                    found.setdefault((sound, end - start), set()).add(text[start:end])
        return {key: frozenset(words) for key, words in found.items()}

    @cached_property
    def _openings(self) -> dict[str, list[str]]:
        """The Chinese words by each sound of their first character."""
        found: dict[str, list[str]] = {}
        for word in self._words:
            if all("一" <= c <= "鿿" for c in word):
                for sound in self._readings(word[0]):
                    found.setdefault(sound, []).append(word)
        return found

    def _words_begun(self, char: str) -> list[tuple[int, tuple[str, ...]]]:
        """The words that begin with a sound of the character, by their number of characters, the longest first."""
        words = sorted({w for sound in self._readings(char) for w in self._openings.get(sound, ())}, key=len)
        return [(n, tuple(g)) for n, g in groupby(words, key=len)][::-1]

    def _sound_alike(self, one: str, other: str) -> bool:
        return not set(self._readings(one)).isdisjoint(self._readings(other))
