"""Whether citations are honest (they stand where they say) and to the point (they touch gold)."""

from __future__ import annotations

import re
import unicodedata
from difflib import SequenceMatcher

from evals.cases import Case, Gold
from evals.reply import Cited
from evals.sources import Sources
from evals.text import tight

FAULTS = ("not found", "misattributed", "stitched", "offsets", "altered")
_NEGATIONS = frozenset("不无未非禁勿免除否没")
_FIGURE = re.compile(r"\d+")
_LIKENESS = 0.75
_LEAST = 6


def fault(cited: Cited, sources: Sources) -> str:
    """What is broken about a citation, "" when nothing is.

    "not found": the words stand in no source. "misattributed": only in another document than the one named.
    "stitched": made of two runs of one source. "offsets": start and end point at other words.
    "altered": the quote that is shown has figures, negations or other words that its source words have not.
    """
    words = cited.source_quote or cited.quote
    if not sources.holding(words, cited.document):
        if cited.document and sources.holding(words):
            return "misattributed"
        return "stitched" if _stitched(tight(words), sources) else "not found"
    held = sources.by_id.get(cited.document)
    if held and cited.start is not None and held.text[cited.start : cited.end] != words:
        return "offsets"
    return "altered" if cited.quote and cited.source_quote and _altered(cited.quote, cited.source_quote) else ""


def touches(cited: Cited, case: Case, sources: Sources) -> bool:
    """Whether the citation shares a place of a source with some gold quote: half of the shorter of the two,
    and six characters where it has them."""
    return any(touches_gold(cited, gold, sources) for gold in case.gold)


def touches_gold(cited: Cited, gold: Gold, sources: Sources) -> bool:
    """The same for one gold quote."""
    if cited.document and cited.document in sources.by_id and cited.document != gold.document:
        return False
    ours = sources.spans(cited.source_quote or cited.quote, gold.document)
    theirs = sources.gold_spans(gold.quote, gold.document)
    return any(shares_place(one, other) for one in ours for other in theirs)


def shares_place(one: tuple[int, int], other: tuple[int, int]) -> bool:
    """Whether two spans (start, end) share half of the shorter of them, and six characters where it has them."""
    shorter = min(one[1] - one[0], other[1] - other[0])
    needed = min(shorter, max(_LEAST, (shorter + 1) // 2))
    return min(one[1], other[1]) - max(one[0], other[0]) >= needed


def _stitched(words: str, sources: Sources) -> bool:
    cuts = range(_LEAST, len(words) - _LEAST + 1)
    return any(words[:cut] in s.tight and words[cut:] in s.tight for s in sources.by_id.values() for cut in cuts)


def _altered(shown: str, received: str) -> bool:
    """Repair may join lines, mend letters and drop page furniture; it may not touch negations or figures.

    So the negations must be the same, and every figure shown must be a whole figure of the received words,
    in order (blanks that a scan put between its digits, and their width, aside).
    """
    shown, received = (unicodedata.normalize("NFKC", text) for text in (shown, received))
    a, b = tight(shown), tight(received)
    kept = sum(block.size for block in SequenceMatcher(None, a, b, autojunk=False).get_matching_blocks())
    return kept < _LIKENESS * len(a) or _negations(a) != _negations(b) or not _figures_stand(shown, received)


def _negations(text: str) -> str:
    return "".join(char for char in text if char in _NEGATIONS)


def _figures_stand(shown: str, received: str) -> bool:
    at = 0
    for figure in _FIGURE.findall(shown):
        found = re.compile(r"(?<!\d)" + r"\s*".join(figure) + r"(?!\d)").search(received, at)
        if not found:
            return False
        at = found.end()
    return True
