"""A field's draft as a value: its text, what it must cover, what is open, what is wrong with it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Protocol

from assistant.drafting.count import words
from assistant.drafting.field import Element, Field, Limit
from assistant.drafting.form import Form
from assistant.guideline.patterns import regex
from assistant.guideline.quote import Quote

_PLACEHOLDER = regex(r"【待补充：[^【】]*】")


@dataclass(frozen=True, slots=True)
class Required:
    """An element that the guidance names, and whether the text tells it with a fact."""

    element: Element
    covered: bool


@dataclass(frozen=True, slots=True)
class Flag:
    """Something for the applicant to look at: a key of the wording, what it speaks of, and the words of the
    guideline or, where none govern, of the facts that it rests on."""

    key: str
    values: tuple[tuple[str, str], ...] = ()
    quote: Quote | str = ""

    @property
    def quoted(self) -> str:
        """The words it rests on."""
        return self.quote if isinstance(self.quote, str) else self.quote.text


@dataclass(frozen=True, slots=True)
class Draft:
    """The draft of one field. `limit` is what governs it, None where the form sets none."""

    form: str
    field: str
    text: str
    limit: Limit | None = None
    required: tuple[Required, ...] = ()
    flags: tuple[Flag, ...] = ()

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


class Writer(Protocol):
    """Whoever writes a field's text. The extractive writer is the default; a model's prose would come by the same
    door, and every check runs on what it writes."""

    def write(self, form: Form, field: Field) -> str:
        """The text of a field, with 【待补充：…】 for what is not known."""


def placeholder(what: str) -> str:
    """The mark of something that is missing."""
    return f"【待补充：{re.sub('[【】]', '', what)}】"


def placeholders(text: str) -> tuple[str, ...]:
    """Every mark of something missing, in order."""
    return tuple(_PLACEHOLDER.findall(text))
