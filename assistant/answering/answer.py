"""The answer as other programs see it (field names and meanings are the contract)."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

Outcome = Literal["answered", "partial", "not_specified", "out_of_scope", "clarify", "refused", "error"]
Verdict = Literal["yes", "no", "conditional", "not_specified"]
Language = Literal["zh", "en"]
Completeness = Literal["complete", "partial", "none"]
What = Literal[
    "question",
    "programme",
    "role",
    "kind",
    "ownership",
    "affiliation",
    "level",
    "designation",
    "age",
    "count",
    "figure",
]


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
class Option:
    """One way to settle what is asked back: `label` for a button, `question` a whole question that carries the
    fact, to be asked without the earlier messages and with `programme` as the filter ("" for none)."""

    label: str
    question: str
    programme: str


@dataclass(frozen=True, slots=True)
class Ask:
    """What is asked back: the kind of fact that is missing, and what it can be."""

    what: What
    options: tuple[Option, ...]


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer. `asks` are what would settle it further; when the documents are silent, `nearest` is the clause
    that comes closest (its `n` is 0: the answer does not rest on it), `searched` are the documents looked at and
    `rephrase` at most two questions near this one that they do answer. `generation` is the digest of the index it
    was given from. `total` is the sum that the text begins with where figures of several programmes are added up."""

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
    asks: tuple[Ask, ...] = ()
    nearest: Citation | None = None
    searched: tuple[str, ...] = ()
    rephrase: tuple[str, ...] = ()
    total: str = ""
    steps: tuple[Step, ...] = field(default=(), compare=False)
    generation: str = field(default="", compare=False)

    @property
    def of_no_document(self) -> bool:
        """Whether it was looked up in no document: what is asked about is not held."""
        return self.outcome == "not_specified" and self.abstained and not self.searched

    @property
    def completeness(self) -> Completeness:
        """How much of the question is answered: partial also where one of the programmes told is silent."""
        if self.outcome not in ("answered", "partial"):
            return "none"
        silent = any(not part.citations for part in self.by_programme)
        return "partial" if silent or self.outcome == "partial" else "complete"
