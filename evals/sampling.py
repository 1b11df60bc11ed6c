"""A fixed choice of cases, the same on every machine and whatever else changes."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from fractions import Fraction

from evals.cases import Case


def stratified(cases: Sequence[Case], count: int, key: Callable[[Case], str] = lambda case: case.kind) -> list[Case]:
    """`count` of the cases, from each stratum its share of them (largest remainders), the first by digest of their
    words, in the order given; all where there are no more.

    Proportional allocation: Cochran, Sampling Techniques, 1977, section 5.5. A case is chosen for what it asks: no
    result of any run plays a part.
    """
    strata: dict[str, list[Case]] = {}
    for case in cases:
        strata.setdefault(key(case), []).append(case)
    count = min(count, len(cases))
    exact = {name: Fraction(count * len(held), len(cases)) for name, held in strata.items()}
    quota = {name: int(share) for name, share in exact.items()}
    by_rest = sorted(strata, key=lambda name: (quota[name] - exact[name], name))
    for name in by_rest[: count - sum(quota.values())]:
        quota[name] += 1
    chosen = {case.id for name, held in strata.items() for case in sorted(held, key=_rank)[: quota[name]]}
    return [case for case in cases if case.id in chosen]


def _rank(case: Case) -> str:
    return hashlib.sha256(f"{case.id} {case.question}".encode()).hexdigest()
