"""Words as they are compared: without white space, brackets and signs of one width, dashes and quotes of one kind."""

from __future__ import annotations

import re
from functools import lru_cache

_WIDE = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
_SAME = {
    **_WIDE,
    **dict.fromkeys(map(ord, "“”„〝〞"), ord('"')),
    **dict.fromkeys(map(ord, "‘’"), ord("'")),
    **dict.fromkeys(map(ord, "‐‑–—―−－"), ord("-")),
    **dict.fromkeys(map(ord, "〔【"), ord("[")),
    **dict.fromkeys(map(ord, "〕】"), ord("]")),
    **dict.fromkeys(map(ord, "\u200b\u200c\u200d\u2060\ufeff\u00ad"), None),
}
_ORDINAL = re.compile(r"(?:\([一二三四五六七八九十0-9]{1,3}\)|[一二三四五六七八九十]{1,3}、|[0-9]{1,2}[.、)](?![0-9]))")
_SHORTEST = 4


@lru_cache(maxsize=4096)
def folded(text: str) -> str:
    """The words as they are compared."""
    return "".join(text.translate(_SAME).split())


def folded_at(text: str) -> tuple[str, list[int]]:
    """The words as they are compared, and where each character of them stands in the text."""
    made: list[str] = []
    places: list[int] = []
    for at, sign in enumerate(text):
        if not sign.isspace() and (plain := sign.translate(_SAME)):
            made.append(plain)
            places.append(at)
    return "".join(made), places


def unnumbered(words: str) -> str:
    """Folded words without the number before them (三、 or 1. or (一)), which an office program may count by itself;
    "" where there is none, or where too little is left to know them by."""
    found = _ORDINAL.match(words)
    rest = words[found.end() :] if found else ""
    return rest if len(rest) >= _SHORTEST else ""


def is_number(words: str) -> bool:
    """Whether folded words are nothing but such a number."""
    return _ORDINAL.fullmatch(words) is not None
