"""Asking from a coroutine: nothing here waits on a thread or holds up another request."""

from __future__ import annotations

import asyncio
from datetime import date

from assistant.answering.answer import Answer, Question
from assistant.service import Assistant


async def answered(assistant: Assistant, question: Question, day: date) -> Answer:
    """The answer as of `day`; a caller who goes away while the question still waits withdraws it."""
    return await asyncio.wrap_future(assistant.submit(question, day))
