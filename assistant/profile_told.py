"""What can be chosen when a unit is described: kinds, ownership and so on, each with its name."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from assistant.programmes.units import taxonomy

Choices = tuple[tuple[str, str], ...]


@cache
def unit_choices(language: str) -> Mapping[str, Choices]:
    """For each part of a unit the values a profile takes, with their names: kind, ownership, affiliation, level, and
    designation, whose values may be "designation/level"."""
    known, english = taxonomy(), language == "en"
    kinds = [(k, both[english]) for k, both in known.labels.items() if k not in known.generic and k != "person"]
    made: dict[str, Choices] = {"kind": tuple((value, _written(name)) for value, name in kinds)}
    for feature in ("ownership", "affiliation", "level"):
        named = ((value, known.prefix(feature, value, language)) for value in known.values(feature))
        made[feature] = tuple((value, _written(name)) for value, name in named)
    held = []
    for unit in known.designated():
        level = unit.feature("level")
        value = f"{unit.feature('designation')}/{level}" if level else unit.feature("designation")
        held.append((value, _written(known.called(unit.kind, unit.features, language))))
    made["designation"] = tuple(held)
    return made


def _written(name: str) -> str:
    return name[:1].upper() + name[1:]
