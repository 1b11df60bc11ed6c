"""A yes about to be given."""

from __future__ import annotations

from dataclasses import dataclass

from assistant.answering.grounds.finding import Finding
from assistant.answering.question.frame import Frame
from assistant.guideline.patterns import regex

OUGHT = r"(?<![适反响对供效相])应(?!用)"
LEAVE = regex(r"可(?!行|能性|靠|持)|允许|\bmay\b")


@dataclass(frozen=True, slots=True)
class Given:
    """The question and the finding that says yes to it."""

    frame: Frame
    finding: Finding

    @property
    def asked(self) -> str:
        """The lower-cased question without the names of programmes."""
        return self.frame.masked

    @property
    def proof(self) -> str:
        """All that is quoted."""
        return " ".join(q.text for q in self.finding.quotes)
