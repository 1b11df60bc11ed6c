"""Writes trec_eval.json: rankings drawn at random, with what pytrec_eval (the C code of NIST's trec_eval) says of them.

Run it where pytrec-eval-terrier 0.5.11 is installed: python tests/evals/data/make_trec_eval.py
"""

from __future__ import annotations

import json
import random
from pathlib import Path

import pytrec_eval

MEASURES = {"recall_1": "recall.1", "recall_5": "recall.5", "recall_10": "recall.10", "ndcg_cut_10": "ndcg_cut.10"}


def main() -> None:
    drawn = random.Random(20261120)
    rows = []
    for _ in range(200):
        ids = [f"c{number}" for number in range(drawn.randint(1, 30))]
        found = drawn.sample(ids, drawn.randint(1, len(ids)))
        relevant = sorted(drawn.sample(ids, drawn.randint(1, min(6, len(ids)))))
        run = {"q": {key: float(len(found) - rank) for rank, key in enumerate(found)}}
        first = {"q": {key: score for key, score in run["q"].items() if key in found[:10]}}
        gold = {"q": dict.fromkeys(relevant, 1)}
        got = pytrec_eval.RelevanceEvaluator(gold, set(MEASURES.values())).evaluate(run)["q"]
        mrr = pytrec_eval.RelevanceEvaluator(gold, {"recip_rank"}).evaluate(first)["q"]["recip_rank"]
        values = {name: round(got[name], 12) for name in MEASURES} | {"recip_rank": round(mrr, 12)}
        rows.append({"found": found, "relevant": relevant, "values": values})
    path = Path(__file__).with_name("trec_eval.json")
    path.write_text("[\n" + ",\n".join(json.dumps(row) for row in rows) + "\n]\n", "utf-8")


if __name__ == "__main__":
    main()
