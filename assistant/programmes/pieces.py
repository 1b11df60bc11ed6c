"""Numbers cut into pieces at the bounds of the rules, and words that are read as such numbers again."""

from __future__ import annotations

from fractions import Fraction

from assistant.guideline.values import Interval


def pieces(bounds: set[Interval]) -> tuple[Interval, ...]:
    """Numbers from 0 up, cut wherever a bound begins or ends: within a piece no number fares differently."""
    cuts: set[tuple[Fraction, bool]] = set()  # a number, and whether it belongs to the piece under the cut
    for bound in bounds:
        cuts |= {(bound.low, bound.low_open)} if bound.low is not None else set()
        cuts |= {(bound.high, not bound.high_open)} if bound.high is not None else set()
    made, low, low_open = [], Fraction(0), False
    for number, under in sorted(cuts):
        if number > low or number == low and under and not low_open:
            made.append(Interval(low, number, low_open, not under))
        low, low_open = number, under
    return (*made, Interval(low, None, low_open))


def years_in_words(interval: Interval) -> str:
    """Words that are read as such years again."""
    if interval.high is None:
        return f"{'超过' if interval.low_open else ''}{_told(interval.low)}{'' if interval.low_open else '以上'}"
    if not interval.low:
        return f"{'不满' if interval.high_open else '不超过'}{_told(interval.high)}"
    return _told((interval.low + interval.high) / 2)


def _told(years: Fraction | None) -> str:
    number = years or Fraction(0)
    return f"{number}年" if number.denominator == 1 else f"{float(number * 12):g}个月"
