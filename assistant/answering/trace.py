"""What each step made on the way to one answer, for developers and evals: nothing that answers reads it."""

from __future__ import annotations

from dataclasses import dataclass

from assistant.answering.answer import Answer, Question
from assistant.answering.grounds.finding import Finding
from assistant.answering.grounds.locate import Found
from assistant.answering.question.frame import Frame
from assistant.answering.question.scope import Scope


@dataclass(frozen=True, slots=True)
class Trace:
    """One answer with what it was made of: the question, as asked and as a frame, the programmes it was put to, the
    passages of all documents best first, the findings as first decided, and those that were verified and put into
    words."""

    question: Question
    frame: Frame
    scope: Scope
    found: tuple[Found, ...]
    decided: tuple[Finding, ...]
    settled: tuple[Finding, ...]
    answer: Answer
