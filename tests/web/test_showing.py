"""What is shown comes from one generation: an answer that the documents have left behind is asked for again."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from assistant.answering.answer import Answer, Question
from assistant.errors import IndexUnusable
from assistant.service import Assistant, Opened
from assistant.web.asking import Asking
from assistant.web.metrics import Meters
from assistant.web.showing import Showing
from tests.conftest import ScriptedEngine, invented

TODAY = date(2026, 11, 20)


class Leaving(ScriptedEngine):
    """Answers from generations in the order given, the last one for good."""

    generations: list[str]

    def answer(self, question: Question, today: date) -> Answer:
        """The scripted answer, from the next generation."""
        generation = self.generations.pop(0) if len(self.generations) > 1 else self.generations[0]
        return replace(super().answer(question, today), generation=generation)


def showing(*generations: str) -> tuple[Leaving, Showing]:
    engine = Leaving(invented())
    engine.generations = list(generations)
    nothing: Any = lambda *_: ()  # noqa: E731
    assistant = Assistant(Opened("d2", (engine.guideline,), (), engine, nothing, nothing), lambda held: held)
    return engine, Showing(assistant, Asking(assistant, lambda: TODAY, Meters(assistant.health)), lambda: TODAY)


def test_an_answer_that_was_left_behind_is_asked_again() -> None:
    engine, show = showing("d1", "d1", "d2")
    answer, view = asyncio.run(show({}, Question("最多几家？")))
    assert answer.generation == "d2"
    assert "g=d2" in view.link
    assert [asked.text for asked, _ in engine.asked[:3]] == ["最多几家？"] * 3


def test_documents_that_never_rest_are_said() -> None:
    engine, show = showing("d1")
    with pytest.raises(IndexUnusable, match="keep changing"):
        asyncio.run(show({}, Question("最多几家？")))
    assert len(engine.asked) == 5
