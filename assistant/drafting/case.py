"""What the checks look at: a form, what is told, and the texts made of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from assistant.drafting.facts import FactSheet
from assistant.drafting.form import Form
from assistant.drafting.grounds import Grounds
from assistant.drafting.orders import parted

Told = tuple[str, str]
"""The path of a field, "" for none, and a sentence."""


@dataclass(frozen=True, slots=True)
class Case:
    """`texts` are the drafts by the path of their field."""

    form: Form
    sheet: FactSheet
    texts: Mapping[str, str]
    grounds: Grounds

    def sentences(self) -> Iterator[Told]:
        """Every sentence of the texts with its field, then those of the facts that stand in no text."""
        seen = set()
        for path, text in self.texts.items():
            for sentence in _sentences(text):
                seen.add(sentence)
                yield path, sentence
        whole = "\n".join(self.texts.values())
        for told in (*self.sheet.foundations, *self.sheet.plans):
            for sentence in _sentences(told.text):
                if sentence not in seen and sentence not in whole:
                    yield "", sentence


def _sentences(text: str) -> tuple[str, ...]:
    return parted(text)[0]
