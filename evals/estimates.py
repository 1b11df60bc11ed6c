"""How far a figure can be trusted: an interval around a share, and around a mean over families of questions."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from operator import itemgetter
from random import Random

Z_95 = 1.959964
RESAMPLES = 4_000
LEAST_FAMILIES = 2
Counted = tuple[float, float]
_HITS, _TOTAL = itemgetter(0), itemgetter(1)


@dataclass(frozen=True, slots=True)
class Interval:
    """Both ends of an interval, included."""

    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Estimate:
    """A share or mean over `count` cases of `families` families; `interval` is None with too few families."""

    mean: float
    interval: Interval | None
    count: int
    families: int

    @property
    def above_zero(self) -> bool:
        """Whether the whole interval lies above zero."""
        return self.interval is not None and self.interval.low > 0


def wilson(hits: int, total: int) -> Interval | None:
    """The 95% score interval of a share; None of nothing.

    E. B. Wilson, JASA 22, 1927; L. D. Brown, T. T. Cai and A. DasGupta, Statistical Science 16(2), 2001, for why it
    and not the interval of the textbooks: it stays within 0 and 1 and has width at 0/n and n/n.
    """
    if not total:
        return None
    share, slack = hits / total, Z_95**2 / total
    middle = (share + slack / 2) / (1 + slack)
    half = Z_95 / (1 + slack) * math.sqrt(share * (1 - share) / total + slack / (4 * total))
    return Interval(max(0.0, middle - half), min(1.0, middle + half))


def clustered(families: Mapping[str, Sequence[Counted]], seed: int = 0, draws: int = RESAMPLES) -> Estimate | None:
    """The sum of all hits over the sum of all totals with its 95% percentile interval; None of nothing.

    Questions of one family stand or fall together, so whole families are drawn with replacement (cluster bootstrap:
    C. A. Field and A. H. Welsh, JRSS B 69(3), 2007; for evals of assistants E. Miller, arXiv:2411.00640, 2024).
    With the differences of two runs as hits this is the paired bootstrap (B. Efron and R. Tibshirani, 1993,
    section 16; P. Koehn, EMNLP 2004). Seeded, and blind to the order of families and cases.
    """
    groups = [_summed(cases) for _, cases in sorted(families.items()) if cases]
    hits, total = _summed(groups)
    if not total:
        return None
    count = sum(len(cases) for cases in families.values())
    if len(groups) < LEAST_FAMILIES:
        return Estimate(hits / total, None, count, len(groups))
    drawn = Random(seed)  # noqa: S311 - resampling, no secret
    shares = []
    for _ in range(draws):
        draw = drawn.choices(groups, k=len(groups))
        among = sum(map(_TOTAL, draw))
        if among:
            shares.append(sum(map(_HITS, draw)) / among)
    shares.sort()
    interval = Interval(_quantile(shares, 0.025), _quantile(shares, 0.975))
    return Estimate(hits / total, interval, count, len(groups))


def _summed(cases: Sequence[Counted]) -> Counted:
    return math.fsum(hits for hits, _ in cases), math.fsum(total for _, total in cases)


def _quantile(ordered: Sequence[float], share: float) -> float:
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))]
