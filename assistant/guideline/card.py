"""A programme's card: what an officer knows of it, facet by facet, each point bound to a quote."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal, get_args

from assistant.guideline.quote import Quote
from assistant.guideline.statement import Statement

Facet = Literal[
    "lead",  # who may lead
    "lead_standing",  # what the lead unit must be or have
    "partner",  # who may or must join
    "partner_count",  # how many of them, at least and at most
    "enterprise",  # what an enterprise among them must be: age, level, standing
    "cooperation",  # years and kind of co-operation so far
    "ratio",  # shares to be kept
    "quota",  # how many a kind of applicant may submit
    "field",  # fields and directions
    "goal",
    "scale",  # how many are to be built or recognised
    "task",
    "process",  # the steps, in order
    "review",  # who reviews, evaluates, accepts
    "approval",  # who approves, recognises, files
    "material",
    "copies",
    "seal",
    "submission",  # where and through whom to send
    "contact",
    "deadline",
    "in_force",  # dates of issue and entry into force
    "public_notice",
    "validity",  # validity and building cycle
    "yearly",  # duties with a yearly date
    "funding",  # funding and incentives
    "revocation",
    "interpretation",
    "format",
    "naming",
    "word_limit",
]
FACETS: tuple[Facet, ...] = get_args(Facet)
"""Every facet, in the order in which cards are shown."""

Standing = Literal["accepted", "corrected", "added", "extracted"]
"""How a point came to be: extracted and reviewed as it was, reviewed and put right, written by the reviewer, or
extracted and reviewed by nobody (未复核)."""


@dataclass(frozen=True, slots=True)
class Point:
    """One thing a card says. `statement.quote` are its words; `replaced` are those of a later document that hold in
    their place, None where it still holds."""

    facet: Facet
    statement: Statement
    standing: Standing
    replaced: Quote | None = None

    @property
    def reviewed(self) -> bool:
        """Whether a reviewer checked it."""
        return self.standing != "extracted"


@dataclass(frozen=True, slots=True)
class Conflict:
    """Places of one programme's documents that say different things.

    `governs` is the place in `quotes` (from 0) of the one that is followed, None where the documents do not tell.
    `reason` says why in Chinese and in English.
    """

    facet: Facet
    quotes: tuple[Quote, ...]
    governs: int | None
    reason: tuple[str, str]


@dataclass(frozen=True, slots=True)
class Card:
    """What is known of one programme. `checked_by` is "" and `checked_on` None where nobody reviewed it.

    `silent` are the facets of which a reviewer found that the documents regulate nothing. `points` stand in the
    order of FACETS, within a facet in the order of the review, or of the clauses where there is none; what a later
    document superseded comes last in its facet.
    """

    programme: str
    checked_by: str
    checked_on: date | None
    points: tuple[Point, ...]
    silent: frozenset[Facet] = frozenset()
    conflicts: tuple[Conflict, ...] = ()

    def of(self, *facets: Facet) -> tuple[Point, ...]:
        """The points of the facets that hold, in order."""
        return tuple(p for p in self.points if p.facet in facets and p.replaced is None)

    def former(self, *facets: Facet) -> tuple[Point, ...]:
        """The points of the facets that a later document superseded, in order."""
        return tuple(p for p in self.points if p.facet in facets and p.replaced is not None)

    def facets(self) -> Iterator[tuple[Facet, tuple[Point, ...]]]:
        """Every facet with its points, also where there are none."""
        for facet in FACETS:
            yield facet, self.of(facet)
