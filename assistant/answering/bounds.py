"""Quantities that a question gives against the bounds that clauses set."""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from assistant.answering.passages import Passage
from assistant.answering.scene import Scene, quantities_in
from assistant.answering.spans import around, segments, whole
from assistant.guideline.quote import Quote
from assistant.guideline.values import Interval, Quantity

Compared = Literal["meets", "under", "over", "unsure", "same"]
_DAYS = {"天": 1, "日": 1, "周": 7, "星期": 7, "月": 30, "个月": 30, "年": 365}


@dataclass(frozen=True, slots=True)
class Comparison:
    """What was given, what the clause sets, how the two compare, and the clause's words."""

    result: Compared
    given: str
    bound: str
    quote: Quote
    score: float
    strict: float


def compare(scene: Scene, least: float) -> Comparison | None:
    """The comparison that decides: the given quantity against the bound of the sentence that explains most."""
    frame = scene.frame
    given = [q for q in frame.quantities if q.interval.low is not None or q.interval.high is not None]
    ratio = _ratio(given)
    best: Comparison | None = None
    at = (-1, "")
    for found in scene.found[:12]:
        if found.coverage < least or not found.own:
            continue
        for bound in quantities_in(found.passage.text):
            for q in (*given, *((ratio,) if ratio else ())):
                if (
                    _window(found.passage.text, bound)
                    or _window(frame.masked, q)
                    or not _comparable(q, bound)
                    or q.interval.high == 0
                    and bound.interval.low is None
                    or ratio
                    and bound.dimension == "ratio"
                    and q is not ratio
                ):
                    continue
                scaled = _scaled(q, bound.unit)
                result = (
                    "same" if _exact(bound.interval) and scaled == bound.interval else _against(scaled, bound.interval)
                )
                words = scene.words(found)
                segment = next(
                    found.passage.text[s:e] for s, e in segments(found.passage.text) if s <= bound.start < e
                ).lower()
                score = (
                    found.score
                    + 0.2 * sum(len(w) for w in words if w in segment)
                    + (0.5 if q.unit == bound.unit else 0)
                )
                if bound.head and bound.head == q.head:
                    score += 0.5
                if _exact(bound.interval):
                    score -= 1.5
                together = best is not None and at == (found.number, segment)
                if (
                    best is not None
                    and together
                    and best.result in ("under", "over")
                    and result not in ("under", "over")
                ):
                    continue
                violates = result in ("under", "over") and together
                if best is None or score > best.score or violates and score > best.score - 1.5:
                    at = (found.number, segment)
                    best = Comparison(
                        result, frame.masked[q.start : q.end].strip() or _share(q), found.passage.text[bound.start : bound.end],
                        _shown(found.passage, bound, words), score, found.strict,
                    )  # fmt: skip
    return best


def _window(text: str, q: Quantity) -> bool:
    """Whether the figure is a window ("in the last three years"), not a bound."""
    return bool(re.search(r"(?:近|最近|过去|未来|前|上)$", text[max(0, q.start - 2) : q.start]))


def _shown(passage: Passage, bound: Quantity, words: tuple[str, ...]) -> Quote:
    return whole(passage) if len(passage.text) <= 130 else around(passage, bound.start, bound.end, words, 120)


def _comparable(q: Quantity, bound: Quantity) -> bool:
    if q.dimension == bound.dimension == "duration":
        return ("工作日" in q.unit) == ("工作日" in bound.unit) and (q.unit in _DAYS) == (bound.unit in _DAYS)
    if {q.dimension, bound.dimension} <= {"count"}:
        return q.unit == bound.unit or {q.unit, bound.unit} <= {"家", "个", "所", "项"}
    return q.dimension == bound.dimension and q.dimension not in ("other",)


def _scaled(q: Quantity, unit: str) -> Interval:
    if q.unit == unit or q.unit not in _DAYS or unit not in _DAYS:
        return q.interval
    if {q.unit, unit} <= {"年", "月", "个月"}:
        factor = Fraction(12) if q.unit == "年" else Fraction(1, 12)
    else:
        factor = Fraction(_DAYS[q.unit], _DAYS[unit])
    low, high = q.interval.low, q.interval.high
    return Interval(
        low * factor if low is not None else None,
        high * factor if high is not None else None,
        q.interval.low_open,
        q.interval.high_open,
    )


def _against(given: Interval, bound: Interval) -> Compared:
    """Inside yes, outside no, crossing the bound unsure. An exact figure in the clause is the figure itself."""
    if (
        bound.low is not None
        and given.high is not None
        and (given.high < bound.low or given.high == bound.low and bound.low_open)
    ):
        return "under"
    if (
        bound.high is not None
        and given.low is not None
        and (given.low > bound.high or given.low == bound.high and bound.high_open)
    ):
        return "over"
    ends = [e for e in (given.low, given.high) if e is not None]
    if len(ends) == 2 and all(bound.contains(e) for e in ends):
        return "meets"
    if given.low is not None and given.high is None and bound.high is None and bound.contains(given.low):
        return "meets"
    if given.high is not None and given.low is None and bound.low is None and bound.contains(given.high):
        return "meets"
    return "unsure"


def _exact(interval: Interval) -> bool:
    return interval.low is not None and interval.low == interval.high


def _ratio(given: list[Quantity]) -> Quantity | None:
    """Two head-counts of which one is part of the other give a share."""
    counts = [q for q in given if q.dimension == "count" and _exact(q.interval)]
    if len(counts) != 2:
        return None
    a, b = counts[0].interval.low, counts[1].interval.low
    if a is None or b is None or not a or not b:
        return None
    share = min(a, b) / max(a, b)
    return Quantity(Interval(share, share), "比例", "ratio", counts[0].head, counts[0].start, counts[1].end)


def _share(q: Quantity) -> str:
    low = q.interval.low
    return f"{float(low) * 100:.4g}%" if low is not None else ""
