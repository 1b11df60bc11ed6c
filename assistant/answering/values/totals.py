"""The sum of what several programmes, or several kinds of one, are to number: only stated figures, each shown."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from assistant.answering.grounds.finding import Finding
from assistant.answering.grounds.scene import quantities_in
from assistant.answering.question.frame import Frame
from assistant.guideline.patterns import regex

_SUM = regex(r"一共|总共|合计|总计|加起来|加在一起|共(?:计|有|建)|\bin (?:total|all)\b|\baltogether\b|\bcombined\b")


def summed(frame: Frame, shown: Sequence[Finding]) -> dict[str, str]:
    """The sum and its terms ("40个", in English "40", and "5＋5＋15＋5＋10") as fields of a sentence; none unless a sum
    is asked for and
    every finding states plain figures of one unit. Bounds ("at most 5") are no terms."""
    if "how_many" not in frame.asks or not _SUM.search(frame.masked) or any(f.silent or f.verdict for f in shown):
        return {}
    told = dict.fromkeys(q.text for f in shown for q in f.quotes[:1])
    terms = []
    for text in told:
        counts = [q for q in quantities_in(text) if q.dimension == "count"]
        if not counts or not all(q.exact and q.interval.exact for q in counts):
            return {}
        terms += [(q.interval.low or Fraction(0), q.unit) for q in counts]
    if len(terms) < 2 or len({unit for _, unit in terms}) != 1:
        return {}
    added = "＋".join(str(n) for n, _ in terms)
    unit = terms[0][1] if frame.language == "zh" else ""
    return {"sum": f"{sum(n for n, _ in terms)}{unit}", "terms": added}
