"""A short question turns on every word of it: what is asked last, and what no term explains."""

from __future__ import annotations

from assistant.answering.beyond.given import LEAVE, Given
from assistant.answering.question.text import FUNCTION, pairs
from assistant.guideline.patterns import regex
from assistant.programmes.units import taxonomy

_CONTACT = regex(r"@|\d{7}")
_AS_TOLD = regex(r"这么|那么|同样|一样")  # held against what was told before
_TOLD = 1.0
_WHOLE_WORD, _MOSTLY = 3, 0.6  # pairs of characters
_SHORT, _SHORT_EN = 9, 42  # characters of a question that may turn on one word
_LIGHT = frozenset("可能会要有用设建得该应否需")


def on_one_word(given: Given) -> bool:
    """Whether the quotes only speak of the one telling word of the question ("评审快吗": what reviewers do), by no rule
    on it; that there is such a thing at all, or leave for it, is told where the whole word stands in them."""
    frame, finding, proof = given.frame, given.finding, given.proof
    telling = [t.words.lower() for t in frame.terms if t.weight >= _TOLD and t.kind != "unit"]
    asked = [c for c in frame.masked if c.isalnum()]
    if len(asked) > (_SHORT_EN if frame.language == "en" else _SHORT) or frame.role or "negated" in frame.marks:
        return False
    more = frame.quantities or frame.days or frame.inherited or len(frame.named) > 1 or frame.plain
    if finding.reason or len(telling) > 1 or more or _CONTACT.search(proof) or _AS_TOLD.search(frame.masked):
        return False
    if LEAVE.search(proof) and any(u.words in proof for u in frame.units if u.kind not in taxonomy().generic):
        return False
    held = [p in proof.lower() for w in telling for p in pairs(w)]
    left = {frame.masked[at] for at in frame.unread()} - FUNCTION - _LIGHT
    return bool(left) or len(held) < _WHOLE_WORD or sum(held) < _MOSTLY * len(held)
