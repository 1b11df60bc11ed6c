"""Answers that are a passage word for word: the first one that a search brings, with no verdict and no doubt."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from evals.asking import Asker, Heard, Place
from evals.cases import Case
from evals.errors import EvalError
from evals.reply import Cited, Reply

Find = Callable[[str], Cited | None]
"""The best passage for a query as a citation of itself; None where nothing is found."""


def copying(find: Find) -> Asker:
    """Says the best passage. Follow-ups are searched with the user's earlier messages in front."""

    def answer(case: Case) -> Heard:
        earlier = [turn.content for turn in case.history if turn.role == "user"]
        started = time.perf_counter()
        cited = find("\n".join([*earlier, case.question]))
        taken = (time.perf_counter() - started) * 1_000
        if cited is None:
            return Heard(None, "nothing is found")
        return Heard(Reply(cited.quote, citations=(cited,), outcome="answered", elapsed_ms=taken))

    def ask(cases: Sequence[Case]) -> Mapping[str, Heard]:
        return {case.id: answer(case) for case in cases}

    return ask


def top_passage(place: Place) -> Find:
    """The best clause of our own search."""
    from assistant.settings import from_environment
    from assistant.wiring import build

    assistant = build(from_environment({}, corpus=str(place.corpus), data=str(place.data)))
    texts = {guideline.id: guideline.source for guideline in assistant.documents()}

    def find(query: str) -> Cited | None:
        found = next((hit.clause for hit in assistant.search(query, 1) if hit.clause.text.strip()), None)
        if found is None:
            return None
        start, end = found.offsets.span(0, len(found.text))
        return Cited(found.document, found.text, texts[found.document][start:end], start, end, found.id)

    return find


def recipe(place: Place) -> Find:
    """The best chunk of the plain LangChain recipe; EvalError without the `bench` extra."""
    try:
        from evals.baselines.recipe import retriever
    except ModuleNotFoundError as error:
        raise EvalError(f"The recipe needs {error.name}: pip install -e .[bench].") from None
    held = retriever(Path(place.corpus, "sources"))

    def find(query: str) -> Cited | None:
        found = next(iter(held.invoke(query)), None)
        if found is None:
            return None
        text, start = found.page_content, found.metadata["start_index"]
        return Cited(found.metadata["document"], text, text, start, start + len(text))

    return find
