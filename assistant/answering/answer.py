"""The answer as other programs see it (field names and meanings are the contract)."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

Outcome = Literal["answered", "partial", "not_specified", "out_of_scope", "clarify", "refused", "error"]
Verdict = Literal["yes", "no", "conditional", "not_specified"]
Language = Literal["zh", "en"]


@dataclass(frozen=True, slots=True)
class Turn:
    """One earlier message of the conversation."""

    role: Literal["user", "assistant"]
    content: str


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked: the words, the earlier messages oldest first, and a programme id that filters."""

    text: str
    history: tuple[Turn, ...] = ()
    programme: str = ""


@dataclass(frozen=True, slots=True)
class Citation:
    """A located quote. `start` and `end` are code-point offsets of `source_quote` in the decoded source."""

    n: int
    programme: str
    document: str
    title: str
    clause: str
    place: str
    page: int | None
    quote: str
    source_quote: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class ByProgramme:
    """The answer for one programme; `citations` are numbers of the answer's citations."""

    programme: str
    verdict: Verdict | None
    answer: str
    citations: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Step:
    """What one step of the pipeline did: for `--json` traces and developers, never part of the contract."""

    name: str
    kept: tuple[str, ...]
    rejected: tuple[str, ...]
    micros: int


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer. `options` are the choices to offer when the outcome is "clarify"; `generation` is the digest of
    the index it was given from."""

    question: str
    understood_as: str
    language: Language
    as_of: str
    outcome: Outcome
    answer: str
    verdict: Verdict | None
    abstained: bool
    by_programme: tuple[ByProgramme, ...] = ()
    citations: tuple[Citation, ...] = ()
    contact: dict[str, str] | None = None
    elapsed_ms: float = 0.0
    options: tuple[str, ...] = ()
    steps: tuple[Step, ...] = field(default=(), compare=False)
    generation: str = field(default="", compare=False)
