"""Asides in English lines: who asks, thanks and haste, set off by a mark."""

from __future__ import annotations

import re

from assistant.answering.question.aside_words import MARKS, aside_words
from assistant.answering.question.lexicon import Lexicon
from assistant.guideline.patterns import regex
from assistant.programmes.units import taxonomy

_STEP = regex(r"(?<=[.!?:;,])\s+|\s*\n\s*|\s+[-–—]+\s+")
_I = regex(
    r"\b(?:i|i'm|i've|i'd|me|my|myself|you|your|someone|somebody|anyone|nobody|everyone|colleagues?|boss|manager|friend"
    r"|teacher|sir|madam|please|hotline|english)\b"
)
_WE = regex(r"\b(?:we(?! (?:all|were|argued?|just|couldn't|can't|don't|never|disagree))|our|us)\b")


def english_heart(text: str, orders: re.Pattern[str], lexicon: Lexicon) -> str:
    """The English text without asides, "" where all of it is one; what matches `orders` is none."""
    pieces = [p for p in _STEP.split(text.strip()) if p.strip(MARKS)]
    kept = [p for n, p in enumerate(pieces, 1) if orders.search(p.lower()) or not _aside(p, n == len(pieces), lexicon)]
    return " ".join(kept)


def _aside(piece: str, last: bool, lexicon: Lexicon) -> bool:
    """Whether the piece is a row of words of asides, or a sentence on who asks that holds nothing else known."""
    held, low = aside_words("en"), piece.lower().replace("’", "'")
    words = [w for w in re.findall(r"[a-z'-]+|[^a-z'\s-]+", low) if w.strip(MARKS)]
    if max(map(len, words), default=0) < 2 or any(not w.isascii() for w in words):
        return False
    if held.all.issuperset(words) and not held.heads.isdisjoint(words):
        return True
    left = " ".join(w for w in words if w not in held.all)
    if "?" in piece or not _I.search(low) or _WE.search(low) or not (last or piece.rstrip()[-1:] in ".!:"):
        return False
    if re.search(r"\d", left) or taxonomy().find(left):
        return False
    return not any(m.kind == "concept" for m in lexicon.scan(left))
