"""A rule that a form states for itself: type, paper, dates, names."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from assistant.guideline.quote import Quote

RuleKind = Literal[
    "font",  # words: its name
    "size",  # number: points
    "line_spacing",  # number: points, fixed
    "paper",  # words: "A4"
    "duplex",  # printed on both sides
    "binding",  # words: "left"
    "bound_apart",  # supporting material, bound by itself behind an index
    "cut_off",  # words: "12-31", the last day that figures of a year count
    "years_held",  # years: those whose figures are reached
    "years_promised",  # years: those whose figures are promised
    "naming",  # words: what a name ends with, as a rule
    "not_named",  # words: what a name does not begin with
    "abbreviation",  # in full with the short form at the first mention
    "declassification",
    "conduct",  # how it is to be written, and that it is true
    "file_format",  # words: each format wanted
    "copies",  # number
    "whole_limit",  # number: 字 of the whole text
    "sent_to",  # words: the offices, in the order in which it goes through them
    "due",  # words: "2024-05-15"; yearly "12-15"; the first and last day of a window "01-01", "03-31"
]


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule that this form states for itself; what `words`, `number` and `years` hold is told beside RuleKind.
    `firm` is False for what holds as a rule only (一般)."""

    kind: RuleKind
    quote: Quote
    words: tuple[str, ...] = ()
    number: float | None = None
    years: tuple[int, ...] = ()
    firm: bool = True
