"""The one way the web asks: without holding up other requests, and noting what was answered for logs and metrics."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, MutableMapping
from datetime import date
from typing import Any

from assistant.answering.answer import Answer, Question
from assistant.service import Assistant
from assistant.web.metrics import Meters
from assistant.web.visits import visit_of


class Asking:
    """Asks `assistant` as of `today()` and counts the answers in `meters`."""

    def __init__(self, assistant: Assistant, today: Callable[[], date], meters: Meters) -> None:
        self._assistant = assistant
        self._today = today
        self._meters = meters

    async def __call__(self, scope: MutableMapping[str, Any], question: Question) -> Answer:
        """The verified answer to the question that came with this request; the errors of `Assistant.ask`.

        A caller who goes away while the question still waits withdraws it.
        """
        visit = visit_of(scope)
        visit.question = question.text
        answer = await asyncio.wrap_future(self._assistant.submit(question, self._today()))
        visit.language, visit.outcome, visit.verdict = answer.language, answer.outcome, answer.verdict or ""
        self._meters.answered(answer.outcome, answer.verdict)
        return answer
