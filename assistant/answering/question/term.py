"""One content word of a question, with the words a document may use for it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

from assistant.answering.question.lexicon import ACT

TermKind = Literal["concept", "unit", "word", "unknown"]
_ROLES = frozenset({"lead", "joint", "member", "builder", "applicant"})
_ABOUT_ROLES = _ROLES | {"organise", "condition", "field"}
OF_AN_ACT = 0.3
OWN_NAME = 0.9  # of an alternative that is another name of the same unit


@dataclass(frozen=True, slots=True)
class Term:
    """`words` as asked; `alternatives` are (document words, factor 0..1); `weight` is how much leaving the
    term unexplained costs; `grounded` says that some document holds an alternative; `also` are other words
    of the question for the same concept; `surmised` ones rest on a colloquial phrase; `same` are the document words
    for the very same thing; `topical` ones name another thing of the same topic (光盘: 电子版), which finds a clause and
    proves nothing."""

    words: str
    kind: TermKind
    alternatives: tuple[tuple[str, float], ...]
    weight: float
    grounded: bool
    concepts: tuple[str, ...] = ()
    also: tuple[str, ...] = ()
    surmised: bool = False
    same: tuple[str, ...] = ()
    topical: bool = False

    @property
    def is_role(self) -> bool:
        """Whether the term names a role ("牵头")."""
        return not _ROLES.isdisjoint(self.concepts)

    @property
    def about_role(self) -> bool:
        """Whether the term says nothing beyond the role: the role itself, or that there are conditions for it."""
        return not _ABOUT_ROLES.isdisjoint(self.concepts)

    @property
    def is_act(self) -> bool:
        """Whether one character of the question tells by it what is to be done."""
        return bool(self.concepts) and all(c.startswith(ACT) for c in self.concepts)

    def unknown(self) -> Term:
        """The term as a word of which nothing is known."""
        return Term(self.words, "unknown", (), self.weight, False)

    def faint(self) -> Term:
        """The term as context from an earlier question: a quarter of its weight."""
        return replace(self, weight=self.weight * 0.25)
