"""A statement: what one clause says of a programme, in one typed row."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from assistant.guideline.quote import Quote
from assistant.guideline.values import Contact, Day, Modality, Quantity, Role, Unit

Attribute = Literal[
    "unit",  # who fills a role: `units` in role lead / joint / member / builder / applicant
    "count",  # how many: units in a role, platforms to be built, items
    "age",  # years since an enterprise was founded
    "cooperation",  # years of cooperation so far
    "ratio",
    "quota",  # how many a kind of applicant may submit
    "deadline",
    "in_force",
    "issued",
    "yearly",  # a duty with a yearly date
    "period",  # how long something takes or is valid: public notice, building cycle, validity
    "word_limit",
    "copies",
    "seal",
    "material",
    "contact",
    "organiser",  # who does what: reviews, recognises, interprets, receives
    "format",
    "funding",
    "revocation",
    "standing",  # what a unit must be or have, in words
    "field",
    "goal",
    "task",
    "step",  # of the process; the order of the steps is the order of the statements
    "approval",
    "naming",
]
AIM = "工作目标"
"""The subject of a period in which something is to be reached: a name of ours, whatever a document calls it."""
Operator = Literal["is", "min", "max", "between", "includes", "excludes"]


@dataclass(frozen=True, slots=True)
class Statement:
    """`programmes` are ids ((), when the clause names none and the document has several: it speaks for all).

    `units` are kinds with features; `subject` the words of the clause they were read from, or what the value is
    about ("联合申报单位", "公示", a form field's label). `closed` says that what is not listed is excluded.
    `value` is None where the units or the quote itself are the value.
    """

    programmes: tuple[str, ...]
    attribute: Attribute
    role: Role
    units: tuple[Unit, ...]
    subject: str
    operator: Operator
    value: Quantity | Day | Contact | str | None
    modality: Modality
    closed: bool
    exceptions: tuple[str, ...]
    quote: Quote
