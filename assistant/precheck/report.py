"""What a 预审 finds: each rule of a form and of its guideline, kept, broken or not to be told, with place and clause."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal, get_args

from assistant.guideline.quote import Quote
from assistant.programmes.rulings import Reason

Outcome = Literal["pass", "fail", "unknown"]
"""unknown: the rule cannot be decided from what is there; the point says what would decide it."""

RuleName = Literal[
    "form",  # the print of the form: sections, rows and labels that must stand in it
    "limit",  # 字数 of a field
    "whole_limit",  # 字数 of the whole text
    "empty",  # a place of the applicant that holds nothing
    "placeholder",  # a mark of something still to be told
    "element",  # what the guidance of a field wants told
    "attachment",  # supporting material that the form or the notice wants enclosed
    "total",  # parts and their sum
    "same_figure",  # one figure told twice
    "year",  # years and days inside what the form asks for
    "naming",  # how a name must and must not be made
    "abbreviation",  # in full at the first mention
    "secret",  # words that must be declassified
    "share",  # a share under 0 or over 100, a rate other than the clause's
    "levy",  # a levy that the notice does not forgo
    "unit",  # a figure in another unit than the form's
    "eligibility",  # a unit in its role, and how many there are
    "deadline",  # the last day
    "font",
    "size",
    "line_spacing",
    "paper",
]
RULES: tuple[RuleName, ...] = get_args(RuleName)
"""Every rule, in the order of a report."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A place of the form. `field` is its path ("list.2.name" for the second record's), "" where no field is meant;
    `label` the labels printed there; `words` what stands there, at most 60 characters, "" for nothing."""

    field: str
    label: str
    words: str = ""


@dataclass(frozen=True, slots=True)
class Point:
    """One rule at one place. `key` is that of its sentence in the wording (`precheck.<key>`), `values` what it
    names; `quote` is the clause it rests on, "" for a rule that no clause states (a sum is a sum). `reason` is what
    the self-check found of a unit."""

    rule: RuleName
    outcome: Outcome
    key: str
    values: tuple[tuple[str, str], ...] = ()
    spots: tuple[Spot, ...] = ()
    quote: Quote | str = ""
    reason: Reason | None = None

    @property
    def quoted(self) -> str:
        """The words it rests on."""
        return self.quote if isinstance(self.quote, str) else self.quote.text


@dataclass(frozen=True, slots=True)
class Report:
    """A 预审 of one form as of a day. `points` are in the order of RULES, then of the form."""

    form: str
    as_of: date
    points: tuple[Point, ...]

    def of(self, outcome: Outcome) -> Iterator[Point]:
        """The points with that outcome."""
        return (point for point in self.points if point.outcome == outcome)
