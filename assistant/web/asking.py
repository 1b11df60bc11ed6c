"""How the web asks: without holding up other requests."""

from __future__ import annotations

from datetime import date

from starlette.concurrency import run_in_threadpool

from assistant.answering.answer import Answer, Question
from assistant.service import Assistant


async def answered(assistant: Assistant, question: Question, day: date) -> Answer:
    """The verified answer; the errors of `Assistant.ask`."""
    return await run_in_threadpool(assistant.ask, question, day)
