"""What a unit of the fact sheet surely is, in the terms of the taxonomy."""

from __future__ import annotations

from assistant.drafting.facts import UnitFact
from assistant.guideline.values import Unit
from assistant.programmes.units import taxonomy


def kind_of(words: str) -> Unit | None:
    """The kind that words name last, None where they name none."""
    found = [mention.unit for mention in taxonomy().find(words) if mention.unit.kind not in taxonomy().generic]
    return found[-1] if found else None


def kinds_of(unit: UnitFact) -> frozenset[str]:
    """The kinds that a unit surely is of, by what is said of it or else by its name."""
    known = kind_of(unit.kind) or kind_of(unit.name)
    return frozenset(taxonomy().above(known.kind)) if known is not None else frozenset()
