"""How the suite compares texts: white space aside for quotes, meaning-free spelling aside for facts."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from itertools import pairwise

_SPACE = re.compile(r"\s+")
_MARKUP = re.compile(r"[*_`#]+")
_THOUSANDS = re.compile(r"(?<=\d),(?=\d{3}(?!\d))")
_LETTER = re.compile(r"[a-z]")


def tight(text: str) -> str:
    """The text without any white space; nothing else is changed."""
    return _SPACE.sub("", text)


def plain(text: str) -> str:
    """The text in one spelling: NFKC, lower case, no Markdown marks; spaces stay.

    "1,500" becomes "1500"; the Chinese comma of "200，500" parts two figures and becomes ", ".
    """
    return _MARKUP.sub("", unicodedata.normalize("NFKC", _THOUSANDS.sub("", text).replace("，", ", ")).lower())


def mentions(text: str, words: str) -> int:
    """Where `words` end in `text` for the first time, spelling aside, or -1.

    Spaces may come and go, but never inside a figure: a figure at the edge of `words` must be the whole
    figure ("5" is not in "15", "1.5" or "50"), and a Latin word must start where a word starts ("two" is
    not in "network", while "college" is in "colleges").
    """
    wanted = plain(words).strip()
    found = re.search(_pattern(wanted), plain(text)) if wanted else None
    return found.end() if found else -1


def occurrences(text: str, run: str) -> Iterator[int]:
    """Every start of `run` in `text`, overlapping ones included."""
    at = text.find(run) if run else -1
    while at >= 0:
        yield at
        at = text.find(run, at + 1)


def _pattern(words: str) -> str:
    first, last = words[0], words[-1]
    before = r"(?<!\d)(?<!\d\.)" if first.isdigit() else "(?<![a-z])" if _LETTER.match(first) else ""
    after = r"(?!\d|\.\d)" if last.isdigit() else ""
    parts = [re.escape(words[0])]
    for previous, char in pairwise(words):
        if char.isspace():
            continue
        figure = previous.isdigit() and char.isdigit()
        parts.append(("" if figure else r"\s*") + re.escape(char))
    return before + "".join(parts) + after
