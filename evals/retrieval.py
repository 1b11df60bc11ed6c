"""Measure search on a public set: python -m evals.retrieval --passages P --queries Q [-k 10] [--json].

Passages are JSON lines {"id", "text", "name"?}, queries {"id", "query", "relevant": [ids]}. A passage's name is
searched only with --names.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from assistant.search.lexical import LexicalIndex
from assistant.search.protocols import Passage, Searcher
from evals.retrieval_metrics import ndcg, percentile, recall, reciprocal_rank


def measure(searcher: Searcher, queries: Iterable[tuple[str, frozenset[str]]], k: int = 10) -> dict[str, float]:
    """Means over the queries (question, relevant ids), and milliseconds a query; ValueError without queries."""
    rows: list[tuple[float, ...]] = []
    times: list[float] = []
    for question, relevant in queries:
        started = time.perf_counter()
        found = [hit.id for hit in searcher.search(question, max(k, 10))]
        times.append(1000 * (time.perf_counter() - started))
        rows.append(
            (
                *(recall(found, relevant, depth) for depth in (1, 5, 10)),
                reciprocal_rank(found, relevant, k),
                ndcg(found, relevant, k),
            )
        )
    if not rows:
        raise ValueError("no query has a relevant passage")
    names = ("recall@1", "recall@5", "recall@10", f"mrr@{k}", f"ndcg@{k}")
    means = {name: sum(column) / len(rows) for name, column in zip(names, zip(*rows, strict=True), strict=True)}
    return {**means, "p50_ms": percentile(times, 0.5), "p95_ms": percentile(times, 0.95), "queries": len(rows)}


def _lines(path: Path) -> list[dict[str, Any]]:
    with path.open(encoding="utf-8") as file:
        return [json.loads(line) for line in file if line.strip()]


def main(arguments: Sequence[str] | None = None) -> int:
    """The command line; 0 done, 2 wrong input."""
    parser = argparse.ArgumentParser(prog="python -m evals.retrieval", description="Measure search on a set.")
    parser.add_argument("--passages", type=Path, required=True)
    parser.add_argument("--queries", type=Path, required=True)
    parser.add_argument("-k", type=int, default=10, help="cut-off of MRR and nDCG, at least 1")
    parser.add_argument("--names", action="store_true", help="search the passages' names too")
    parser.add_argument("--json", action="store_true")
    given = parser.parse_args(arguments)
    try:
        if given.k < 1:
            raise ValueError("-k must be at least 1")
        passages = [
            Passage(row["id"], f"{row.get('name', '')}\n{row['text']}" if given.names else row["text"])
            for row in _lines(given.passages)
        ]
        queries = [(row["query"], frozenset(row["relevant"])) for row in _lines(given.queries) if row["relevant"]]
        figures = measure(LexicalIndex.in_memory(passages), queries, given.k)
    except (OSError, ValueError, KeyError, TypeError) as error:
        print(f"These sets cannot be measured: {error!r}", file=sys.stderr)
        return 2
    if given.json:
        print(json.dumps(figures))
    else:
        print("\n".join(f"{name:>10} {value:.4f}" for name, value in figures.items()))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
