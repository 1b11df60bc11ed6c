"""Where the words of a question end: a piece that takes half of one word and half of the next is no word."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass

Cut = Callable[[str], tuple[tuple[int, int], ...]]


def uncut(text: str) -> tuple[tuple[int, int], ...]:
    """No word is known."""
    return ()


@dataclass(frozen=True, slots=True)
class Seams:
    """The words of a text, as the offsets where each begins and ends, left to right and apart from each other."""

    words: tuple[tuple[int, int], ...] = ()

    def torn(self, start: int, end: int) -> bool:
        """Whether the piece begins or ends inside a word that goes on beyond it; a part of one word tears nothing."""
        return self.torn_before(start, end) or self.torn_behind(start, end)

    def torn_before(self, start: int, end: int) -> bool:
        """Whether the piece begins inside a word and goes on beyond its end."""
        word = self.at(start)
        return word is not None and word[0] < start < word[1] < end

    def torn_behind(self, start: int, end: int) -> bool:
        """Whether the piece ends inside a word that begins inside the piece."""
        word = self.at(end)
        return word is not None and start < word[0] < end

    def at(self, place: int) -> tuple[int, int] | None:
        """The word that holds the character at the offset."""
        number = bisect_right(self.words, (place, len(self.words) + 1_000_000)) - 1
        if number < 0 or self.words[number][1] <= place:
            return None
        return self.words[number]
