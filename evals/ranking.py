"""A ranking of clauses against gold quotes, as the ids that rank metrics count: any clause that holds a quote will do."""

from __future__ import annotations

from collections.abc import Sequence


def ideal(gold: Sequence[Sequence[str]]) -> frozenset[str]:
    """One id for each group of clauses that hold a gold quote; quotes of the same clauses are one group, and a quote
    that stands in no clause is a group that nothing finds."""
    return frozenset(_group(places) for places in gold)


def gains(ranked: Sequence[str], gold: Sequence[Sequence[str]]) -> list[str]:
    """The ranking with each clause that is the first to hold some quote named by that group; a further clause for the
    same quote keeps its rank and counts for nothing."""
    open_groups = dict.fromkeys(tuple(sorted(set(places))) for places in gold)
    named: list[str] = []
    for place in ranked:
        group = next((g for g in open_groups if place in g), None)
        if group is not None:
            del open_groups[group]
        named.append(place if group is None else _group(group))
    return named


def _group(places: Sequence[str]) -> str:
    return " | ".join(sorted(set(places)))
