"""`python -m benchmarks.warm ours|recipe …`: one process that indexes, answers and retrieves, and says how fast.

A process of its own for each side, so that neither pays for the other's imports and memory.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from statistics import median, quantiles
from typing import Any

from benchmarks.coverage import Brought, coverage
from benchmarks.questions import Asked, load_questions
from evals.notices import question_files
from evals.sources import Sources, load_sources

WARMING = 60
MOST = 100


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two: how it answers a question (timed) and what it brings for a query (counted)."""

    answer: Callable[[Asked], object]
    bring: Callable[[str], Sequence[Brought]]


def ours(corpus: Path, data: Path, sources: Sources, today: date) -> Side:
    """The assistant over a corpus folder whose texts are the sources, under whatever names."""
    from assistant.answering.answer import Question
    from assistant.settings import from_environment
    from assistant.wiring import build

    assistant = build(from_environment({}, corpus=str(corpus), data=str(data)))
    names = {held.text: held.document for held in sources.by_id.values()}
    ids = {guideline.id: names.get(guideline.source, guideline.id) for guideline in assistant.documents()}

    def bring(query: str) -> Sequence[Brought]:
        return [
            Brought(ids[hit.guideline.id], [hit.clause.offsets.source(i) for i in range(len(hit.clause.text))])
            for hit in assistant.search(query, MOST)
        ]

    return Side(lambda asked: assistant.ask(Question(asked.question), today), bring)


def recipe(folder: Path) -> Side:
    """The plain LangChain recipe; its answer is what it retrieves."""
    import jieba  # type: ignore[import-untyped]

    from benchmarks.recipe import brought
    from evals.baselines.recipe import retriever

    jieba.setLogLevel("ERROR")
    jieba.initialize()
    held = retriever(folder)
    return Side(lambda asked: held.invoke(asked.question), lambda query: brought(held.invoke(query)))


def measured(side: Side, asked: Sequence[Asked], sources: Sources) -> dict[str, Any]:
    """Milliseconds of warm answers and the retrieval figures.

    Questions about the notices warm the process first, as a server's callers do; no question is asked twice, since a
    cache of answers would then be measured instead of answering.
    """
    for text in _others({one.question for one in asked}):
        side.answer(Asked("", text, text, (), False))
    taken = [_milliseconds(side, one) for one in asked]
    found = coverage([(one, side.bring(one.query)) for one in asked if one.answerable], sources)
    return {
        "warm_ms_median": median(taken),
        "warm_ms_p95": quantiles(taken, n=20)[-1] if len(taken) > 1 else taken[0],
        "gold_any": [found.some.hits, found.some.total],
        "gold_all": [found.every.hits, found.every.total],
        "lost": list(found.lost),
    }


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure one side and print JSON."""
    parser = argparse.ArgumentParser()
    parser.add_argument("side", choices=("ours", "recipe"))
    parser.add_argument("--questions", type=Path, nargs="+", required=True)
    parser.add_argument("--sources", type=Path, required=True)
    parser.add_argument("--corpus", type=Path)
    parser.add_argument("--data", type=Path)
    parser.add_argument("--today", type=date.fromisoformat, required=True)
    options = parser.parse_args(arguments)
    sources = load_sources(options.sources)
    asked = load_questions(options.questions, sources)
    started = time.perf_counter()
    side = (
        ours(options.corpus, options.data, sources, options.today)
        if options.side == "ours"
        else recipe(options.sources)
    )
    ready = time.perf_counter() - started
    print(json.dumps({"ready_s": ready, **measured(side, asked, sources)}))
    return 0


def _others(asked: set[str]) -> list[str]:
    """The first questions about the notices that are not among those measured."""
    lines = [line for path in question_files() for line in path.read_text("utf-8").splitlines()]
    texts = [str(json.loads(line)["question"]) for line in lines if line.strip()]
    return [text for text in texts if text not in asked][:WARMING]


def _milliseconds(side: Side, asked: Asked) -> float:
    started = time.perf_counter()
    side.answer(asked)
    return (time.perf_counter() - started) * 1_000


if __name__ == "__main__":
    sys.exit(main())
