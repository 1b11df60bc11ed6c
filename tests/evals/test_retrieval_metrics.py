"""Metrics worked by hand."""

from __future__ import annotations

import json
import math
from pathlib import Path

import pytest

from evals.retrieval_metrics import ndcg, percentile, recall, reciprocal_rank

FOUND = ["x", "a", "y", "b", "z"]


def test_recall() -> None:
    assert [recall(FOUND, {"a", "b", "c"}, k) for k in (1, 2, 5)] == [0, pytest.approx(1 / 3), pytest.approx(2 / 3)]


def test_reciprocal_rank() -> None:
    assert reciprocal_rank(FOUND, {"b", "a"}, 10) == 0.5
    assert reciprocal_rank(FOUND, {"b"}, 3) == 0
    assert reciprocal_rank([], {"b"}, 3) == 0


def test_ndcg() -> None:
    # Gains at ranks 2 and 4: 1/log2(3) + 1/log2(5); ideal at ranks 1 and 2: 1 + 1/log2(3).
    wanted = (1 / math.log2(3) + 1 / math.log2(5)) / (1 + 1 / math.log2(3))
    assert ndcg(FOUND, {"a", "b"}, 10) == pytest.approx(wanted) == pytest.approx(0.6509, abs=1e-4)
    assert ndcg(["a", "b"], {"a", "b"}, 10) == 1
    assert ndcg(["a"], {"a", "b"}, 1) == 1
    assert ndcg([], {"a"}, 10) == 0


def test_percentile_by_nearest_rank() -> None:
    assert percentile([15, 20, 35, 40, 50], 0.5) == 35
    assert percentile([15, 20, 35, 40, 50], 0.3) == 20
    assert percentile([15, 20, 35, 40, 50], 0.95) == 50
    assert percentile([7], 0.5) == 7


def test_the_arithmetic_is_that_of_trec_eval() -> None:
    """Against pytrec_eval, an independent implementation: data/make_trec_eval.py drew the rankings and asked it."""
    rows = json.loads((Path(__file__).parent / "data" / "trec_eval.json").read_text("utf-8"))
    assert len(rows) == 200
    for row in rows:
        found, relevant = row["found"], row["relevant"]
        ours = {f"recall_{k}": recall(found, relevant, k) for k in (1, 5, 10)}
        ours |= {"ndcg_cut_10": ndcg(found, relevant, 10), "recip_rank": reciprocal_rank(found, relevant, 10)}
        assert ours == pytest.approx(row["values"], abs=1e-9)
