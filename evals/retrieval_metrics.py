"""Rank metrics over one query. `found` is a ranking of ids without repeats, `relevant` a non-empty set of ids."""

from __future__ import annotations

import math
from collections.abc import Collection, Sequence


def recall(found: Sequence[str], relevant: Collection[str], k: int) -> float:
    """The share of the relevant ids among the first k (Manning, Raghavan and Schütze 2008, section 8.3)."""
    return len(set(found[:k]) & set(relevant)) / len(set(relevant))


def reciprocal_rank(found: Sequence[str], relevant: Collection[str], k: int) -> float:
    """1 over the rank of the first relevant id within k, else 0 (Voorhees, TREC-8 Question Answering, 1999)."""
    return next((1 / rank for rank, key in enumerate(found[:k], 1) if key in relevant), 0.0)


def ndcg(found: Sequence[str], relevant: Collection[str], k: int) -> float:
    """Discounted gain over the ideal ranking's, binary gains, log2(rank + 1) discount.

    Järvelin and Kekäläinen, ACM TOIS 20(4), 2002, with the discount of Burges et al., ICML 2005.
    """
    gain = sum(1 / math.log2(rank + 1) for rank, key in enumerate(found[:k], 1) if key in relevant)
    return gain / sum(1 / math.log2(rank + 1) for rank in range(1, min(k, len(set(relevant))) + 1))


def percentile(values: Sequence[float], share: float) -> float:
    """The nearest-rank percentile: the smallest value that at least `share` of all do not exceed.

    Hyndman and Fan, The American Statistician 50(4), 1996, definition 1.
    """
    ordered = sorted(values)
    return ordered[max(0, math.ceil(share * len(ordered)) - 1)]
