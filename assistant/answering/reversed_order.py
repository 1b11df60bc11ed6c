"""An order that a clause turns round: "先公示再评审" over "经评审通过的，公示5个工作日"."""

from __future__ import annotations

import re

from assistant.answering.finding import Finding
from assistant.answering.locate import Found
from assistant.answering.polarity import Mode, finding
from assistant.answering.scene import Scene, spoken
from assistant.answering.spans import whole
from assistant.answering.terms import Term
from assistant.guideline.patterns import regex
from assistant.guideline.quote import Quote, span

_ASKED = regex(
    r"先(?P<first>[^，,。；;？?]{2,20}?)[，,、]?\s*(?:回头再|过后再|之?后再|然后再?|再|后|才|(?:撤|交|报|建|发|公示|评审)完[再才]?)"
    r"(?P<then>[^，,。；;？?]{2,20})"
)
_THEN = regex(r"后|随后|再|方可|才|通过|无异议|批准")
_BEFORE = regex(r"之?前")
_REACH = 4  # characters between a word and 前
_LONGEST = 200


def reversed_order(scene: Scene, found: Found, kind: Mode) -> Finding | None:
    """That it may not be, where the clause does first what the question does last."""
    asked = _ASKED.search(scene.frame.masked)
    if asked is None or found.coverage < 0.4 or not spoken(found.passage):
        return None
    first, then = (_terms(scene, asked[name]) for name in ("first", "then"))
    if not first or not then:
        return None
    clause = found.passage.clause
    quote = whole(found.passage) if len(clause.text) > _LONGEST else span(clause, 0, len(clause.text))
    text = quote.text.lower()
    if any(_precedes(text, b, a) for a in first for b in then) and not any(
        _precedes(text, a, b) for a in first for b in then
    ):
        return finding(scene, found, "no", "contrary", _trimmed(quote))
    return None


def _terms(scene: Scene, part: str) -> list[Term]:
    """The telling terms of one half of the order."""
    return [t for t in scene.frame.terms if t.kind != "unit" and t.weight >= 1.0 and t.words in part]


def _precedes(text: str, one: Term, other: Term) -> bool:
    """Whether the text does the one before the other."""
    for a in _places(text, one):
        for b in _places(text, other):
            if a[1] <= b[0] and _THEN.search(text[a[1] : b[0]]):
                return True
    return any(_BEFORE.search(text[b[1] : b[1] + _REACH]) and _places(text, one) for b in _places(text, other))


def _places(text: str, term: Term) -> list[tuple[int, int]]:
    words = [term.words] if term.words in text else [a for a, f in term.alternatives if f >= 0.75]
    return [m.span() for w in words for m in re.finditer(re.escape(w), text)]


def _trimmed(quote: Quote) -> Quote:
    kept = len(quote.text.rstrip("，,；;。 "))
    return span(quote.clause, quote.start, quote.start + max(1, kept))
