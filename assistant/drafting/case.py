"""What the checks look at: a form, what is told, and the texts made of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from assistant.drafting.facts import FactSheet
from assistant.drafting.form import Form
from assistant.drafting.grounds import Grounds
from assistant.drafting.orders import parted
from assistant.drafting.values import kinds_asked, selected

_SLOTS = "lead_"
Told = tuple[str, str]
"""The path of a field, "" for none, and a sentence."""


@dataclass(frozen=True)
class Case:
    """`texts` are the drafts by the path of their field."""

    form: Form
    sheet: FactSheet
    texts: Mapping[str, str]
    grounds: Grounds

    @cached_property
    def told(self) -> Mapping[str, tuple[str, ...]]:
        """The sentences of each text by the path of its field."""
        return {path: _sentences(text) for path, text in self.texts.items()}

    def sentences(self) -> tuple[Told, ...]:
        """Every sentence of the texts with its field, then those of the facts that stand in no text."""
        return self._every

    @cached_property
    def slots(self) -> tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]:
        """For each place that the form has for a lead: the names of those who answer to it, and the kinds it is for."""
        fields = [field for field in self.form.fields() if field.fact.startswith(_SLOTS)]
        return tuple((selected(field, self.sheet), kinds_asked(field)) for field in fields)

    @cached_property
    def _every(self) -> tuple[Told, ...]:
        made = [(path, sentence) for path, held in self.told.items() for sentence in held]
        seen, whole = {sentence for _, sentence in made}, "\n".join(self.texts.values())
        for told in (*self.sheet.foundations, *self.sheet.plans):
            made += [("", one) for one in _sentences(told.text) if one not in seen and one not in whole]
        return tuple(made)


def _sentences(text: str) -> tuple[str, ...]:
    return parted(text)[0]
