"""The engine of one generation at work in the processes of a crew."""

from __future__ import annotations

from collections.abc import Callable, Collection
from concurrent.futures import Future
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from assistant.answering.answer import Answer, Question
from assistant.crew.crew import Crew
from assistant.indexing import LazyEngine

WARMING = Question("申报条件是什么？")
Places = tuple[tuple[str, float], ...]


@dataclass(frozen=True, slots=True)
class ToAnswer:
    """A question for a process of the crew."""

    question: Question
    today: date

    def by(self, engine: LazyEngine) -> Answer:
        """The answer, without the trace of its steps, which only developers read and which takes longest to send."""
        return replace(engine.answer(self.question, self.today), steps=())


@dataclass(frozen=True, slots=True)
class ToFind:
    """A search for a process of the crew."""

    query: str
    k: int
    keep: Collection[str] | None

    def by(self, engine: LazyEngine) -> Places:
        """The places with their scores."""
        return engine.find(self.query, self.k, self.keep)


class CrewedEngine:
    """Answers and finds like the engine itself, in other processes."""

    def __init__(self, crew: Crew) -> None:
        self.crew = crew

    def answer(self, question: Question, today: date) -> Answer:
        """The answer of one of them."""
        return self.submit(question, today).result()

    def submit(self, question: Question, today: date) -> Future[Answer]:
        """The answer of one of them, to come."""
        return self.crew.submit(ToAnswer(question, today))

    def find(self, query: str, k: int, keep: Collection[str] | None = None) -> Places:
        """The clauses that speak of the query."""
        places: Places = self.crew.submit(ToFind(query, k, keep)).result()
        return places

    def close(self, grace: float = 10.0) -> None:
        """Finish what was taken within `grace` seconds and end the processes."""
        self.crew.close(grace)


def work_of(engine: LazyEngine) -> Callable[[ToAnswer | ToFind], Any]:
    """The work of a process of the crew, its engine made and its dictionaries read before the first item."""
    engine.answer(WARMING, date.min)
    return lambda item: item.by(engine)
