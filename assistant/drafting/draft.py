"""A field's draft as a value: its text, what it must cover, what is open, what is wrong with it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal, get_args

from assistant.drafting.count import words
from assistant.drafting.field import Element, Limit
from assistant.guideline.patterns import regex
from assistant.guideline.quote import Quote
from assistant.programmes.rulings import Reason

FlagKey = Literal[
    "order",  # a sentence that speaks to the writer; left out
    "order_in_name",  # a name or heading that speaks to the writer; used in no sentence
    "unplaced",  # a fact that belongs to no field of this form
    "placed",  # a fact that names no place and was put where it may belong
    "shortened",  # whole sentences left out for the limit
    "too_long",  # a sentence that alone is over the limit
    "unsupported",  # a sentence with a figure that no fact holds; left out
    "limit_remark",  # what the words of the limit leave open
    "whole_limit",  # a limit that holds for the whole text
    "naming",  # a name that does not end as it should
    "not_named",  # a name with a school in it where none may stand
    "year_range",  # a year that the form does not ask for
    "year_done",  # a year to come, told as done
    "abbreviation",  # not in full at its first mention
    "secret",  # words that must be declassified
    "rate",  # a share other than the clause's
    "levy",  # a levy that the notice does not forgo
    "levy_unknown",  # the same where the notice forgoes none
    "count",  # a number past the clause's most
    "total",  # terms that do not add up
    "among",  # a part that is more than the whole
    "sum_prose",  # a whole and parts told in one sentence that do not add up
    "share_sum",  # shares of one thing over 100 in all
    "share",  # a share under 0 or over 100
    "unit",  # a figure in another unit than the form's
    "several",  # more than one name for a field that takes one
    "prose",  # a number beside a figure's name that is none of it
    "unit_role",  # a unit in a role it may not have
    "unit_count",  # too many or too few joint units
    "lead_count",  # too many leads
]
FLAGS: tuple[FlagKey, ...] = get_args(FlagKey)
"""Every kind of flag."""
CONTRADICTIONS: frozenset[FlagKey] = frozenset(
    ("naming", "not_named", "year_range", "year_done", "abbreviation", "secret", "rate", "levy", "count", "unit_role",
     "unit_count", "lead_count")
)  # fmt: skip
"""Those that rest on a clause or a rule of the form."""

_PLACEHOLDER = regex(r"【待补充：[^【】]*】")
_MARK = regex(r"【待补充[^【】]*】")


@dataclass(frozen=True, slots=True)
class Required:
    """An element that the guidance names, and whether the text tells it with a fact."""

    element: Element
    covered: bool


@dataclass(frozen=True, slots=True)
class Flag:
    """Something for the applicant to look at: a key of the wording, what it speaks of, and the words of the
    guideline or, where none govern, of the facts that it rests on. `reason` is what the self-check found of a unit;
    `paths` are the fields concerned; `sure` is False where the words may be meant otherwise."""

    key: FlagKey
    values: tuple[tuple[str, str], ...] = ()
    quote: Quote | str = ""
    reason: Reason | None = None
    paths: tuple[str, ...] = ()
    sure: bool = True

    @property
    def quoted(self) -> str:
        """The words it rests on."""
        return self.quote if isinstance(self.quote, str) else self.quote.text


@dataclass(frozen=True, slots=True)
class Draft:
    """The draft of one field. `limit` is what governs it, None where the form sets none; `label` is the field's own,
    with the unit of its record in brackets."""

    form: str
    field: str
    text: str
    limit: Limit | None = None
    required: tuple[Required, ...] = ()
    flags: tuple[Flag, ...] = ()
    label: str = ""

    @property
    def count(self) -> int:
        """字数 of the text."""
        return words(self.text)

    @property
    def placeholders(self) -> tuple[str, ...]:
        """Every 【待补充：…】 of the text, in order."""
        return placeholders(self.text)

    @property
    def over(self) -> bool:
        """Whether the text is longer than it may be."""
        return self.limit is not None and self.count > self.limit.most


def placeholder(what: str) -> str:
    """The mark of something that is missing."""
    return f"【待补充：{re.sub('[【】]', '', what)}】"


def placeholders(text: str) -> tuple[str, ...]:
    """Every mark of something missing, in order."""
    return tuple(_PLACEHOLDER.findall(text))


def without_placeholders(text: str) -> str:
    """The text without its marks of something missing, whatever they say."""
    return _MARK.sub("", text)
