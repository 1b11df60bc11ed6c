"""How Chinese text becomes terms: characters, bigrams and words; Latin words and numbers stay whole."""

from __future__ import annotations

import math
import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from itertools import chain, pairwise

_HAN = "\u3005\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_RUN = re.compile(r"[^\W_]+")
_HAN_PART = re.compile(f"([{_HAN}]+)")
_SURROGATE = re.compile("[\ud800-\udfff]")
_LONGEST_TERM = 64
_LONGEST_WORD = 8


def normalise(text: str) -> str:
    """NFKC and lower case; lone surrogates, which no index can hold, become spaces."""
    return unicodedata.normalize("NFKC", _SURROGATE.sub(" ", text)).lower()


def runs(text: str) -> list[list[str]]:
    """Atoms (one Han character, or one Latin word or number) in stretches without punctuation or spaces."""
    return [
        [atom for part, han in parts for atom in (part if han else [part[:_LONGEST_TERM]])] for parts in _parts(text)
    ]


def characters(stretches: Iterable[list[str]]) -> list[str]:
    """Every atom of `runs`, in order."""
    return [atom for run in stretches for atom in run]


def bigrams(stretches: Iterable[list[str]]) -> list[str]:
    """Neighbouring atoms of `runs` joined ("3年" too), and the atoms that must also be found alone."""
    terms: list[str] = []
    for run in stretches:
        terms += [first + second for first, second in pairwise(run)]
        terms += run if len(run) == 1 else [atom for atom in run if len(atom) > 1]
    return terms


def words(text: str) -> list[str]:
    """Words by jieba's dictionary, for the index. Loads it on first use (about 0.1 s in a fresh process)."""
    import rjieba

    found: list[str] = []
    for part, han in chain.from_iterable(_parts(text)):
        found += rjieba.cut(part) if han else [part[:_LONGEST_TERM]]
    return found


def word_spans(text: str) -> tuple[tuple[int, int], ...]:
    """Where jieba's dictionary has words of two characters or more in the text, as offsets, left to right; what the
    dictionary lacks is not guessed at. Loads it on first use (about 0.1 s in a fresh process)."""
    import rjieba

    return tuple((start, end) for _, start, end in rjieba.tokenize(text, "default", False) if end - start > 1)


def query_words(text: str, frequency: Callable[[str], int], total: int, joined: Callable[[str], bool]) -> list[str]:
    """Words of a query by the index's own vocabulary: the likeliest segmentation, without the dictionary.

    `frequency` gives in how many passages a word stands, `total` the sum of it over all words. `joined` says
    whether two characters ever stand side by side in the index: words are not sought across pairs that never do.
    """
    found: list[str] = []
    for part, han in chain.from_iterable(_parts(text)):
        found += _segment(part, frequency, total, joined) if han else [part[:_LONGEST_TERM]]
    return found


def _parts(text: str) -> Iterator[list[tuple[str, bool]]]:
    """Each stretch without punctuation or spaces as its parts, and whether each is Han."""
    for run in _RUN.findall(normalise(text)):
        yield [(part, place % 2 == 1) for place, part in enumerate(_HAN_PART.split(run)) if part]


def _segment(part: str, frequency: Callable[[str], int], total: int, joined: Callable[[str], bool]) -> list[str]:
    length = len(part)
    best = [0.0] + [-math.inf] * length
    back = [0] * (length + 1)
    for start in range(length):
        for end in range(start + 1, min(length, start + _LONGEST_WORD) + 1):
            if end - start > 1 and not joined(part[end - 2 : end]):
                break
            # Half a passage for an unknown character: it must be passable, and never better than a word.
            count: float = frequency(part[start:end]) or (0.5 if end == start + 1 else 0)
            if count and (score := best[start] + math.log(count / max(total, 1))) > best[end]:
                best[end], back[end] = score, start
    cuts: list[str] = []
    while length:
        cuts.append(part[back[length] : length])
        length = back[length]
    return cuts[::-1]
