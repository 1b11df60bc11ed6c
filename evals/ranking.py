"""The retrieval measures: a ranking of clauses held against gold quotes. Any clause that holds a quote will do."""

from __future__ import annotations

from collections.abc import Sequence

from evals.metrics import Count, Counted, Item
from evals.retrieval_metrics import ndcg, recall, reciprocal_rank
from evals.sources import Sources


def recall_at(depth: int) -> Count:
    """The measure recall within the first `depth` clauses."""

    def count(item: Item, sources: Sources) -> Counted | None:
        """Gold quotes whose clause is among the first k retrieved for the programmes in question, a share for each
        case, mean over the cases (Manning, Raghavan and Schütze 2008, section 8.3). A quote that stands in several
        clauses is found with any of them."""
        held = _ranked(item)
        return None if held is None else (recall(*held, depth), 1.0)

    return count


def mrr(item: Item, sources: Sources) -> Counted | None:
    """1 over the rank of the first clause that holds gold within ten, else 0 (Voorhees, TREC-8 Question Answering
    Track, 1999)."""
    held = _ranked(item)
    return None if held is None else (reciprocal_rank(*held, 10), 1.0)


def ndcg_at_10(item: Item, sources: Sources) -> Counted | None:
    """Discounted gain of the first ten clauses over the ideal ranking's, binary gains (Järvelin and Kekäläinen, ACM
    TOIS 20(4), 2002; discount of Burges et al., ICML 2005)."""
    held = _ranked(item)
    return None if held is None else (ndcg(*held, 10), 1.0)


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


def search_recall(item: Item, sources: Sources) -> Counted | None:
    """The same share for the first ten clauses that plain search brings up for the words of the question alone,
    whatever programme they are for: what a broken tokenizer or index shows in first."""
    held = _searched(item)
    return None if held is None else (recall(*held, 10), 1.0)


def search_mrr(item: Item, sources: Sources) -> Counted | None:
    """The reciprocal rank for plain search of the words of the question (Voorhees, TREC-8, 1999)."""
    held = _searched(item)
    return None if held is None else (reciprocal_rank(*held, 10), 1.0)


def _searched(item: Item) -> tuple[list[str], frozenset[str]] | None:
    if item.seen is None or item.seen.searched is None or not item.case.gold or item.case.silent:
        return None
    return gains(item.seen.searched, item.seen.gold), ideal(item.seen.gold)


def _ranked(item: Item) -> tuple[list[str], frozenset[str]] | None:
    if item.seen is None or not item.case.gold or item.case.silent:
        return None
    return gains([r.place for r in item.seen.retrieved], item.seen.gold), ideal(item.seen.gold)
