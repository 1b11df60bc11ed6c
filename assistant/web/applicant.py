"""An applicant in an address: the fields of a profile as parameters, and back.

`unit.kind=higher_ed`, `partners.0.count=2` and `answers.<criterion>=met` stand for the places that they name in the
JSON of a profile; `partners=none` says that there are no joint units.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from copy import deepcopy
from typing import Any

Params = Sequence[tuple[str, str]]

SCALARS = ("region", "role", "age", "founded", "legal_person", "cooperation", "mentor_share", "submitting")
PARTNER = ("region", "age", "founded", "count")
PARTS = ("kind", "ownership", "affiliation", "level", "designation")
NONE = "none"
_ROW = re.compile(r"partners\.([0-9]{1,3})\.(.+)")


def profile_in(params: Params) -> dict[str, Any]:
    """The profile that parameters tell; those of other names and those without a value are left out."""
    given = {name: value.strip() for name, value in params if value.strip()}
    profile: dict[str, Any] = {name: given[name] for name in SCALARS if name in given}
    if unit := _unit({name: value for name, value in given.items() if name.split(".")[0] == "unit"}):
        profile["unit"] = unit
    rows: dict[int, dict[str, str]] = {}
    for name, value in given.items():
        if found := _ROW.fullmatch(name):
            rows.setdefault(int(found[1]), {})[found[2]] = value
    partners = [row for _, held in sorted(rows.items()) if (row := _partner(held))]
    if partners or given.get("partners") == NONE:
        profile["partners"] = partners
    for field in ("ratios", "answers"):
        start = f"{field}."
        if held := {name.removeprefix(start): value for name, value in given.items() if name.startswith(start)}:
            profile[field] = held
    return profile


def contradicts(params: Params) -> bool:
    """Whether joint units are told, and also that there are none."""
    return (("partners", NONE) in params) and bool(profile_in(params)["partners"])


def kindless(profile: Mapping[str, Any]) -> bool:
    """Whether something is told of a unit whose kind is not."""
    held = [profile, *profile.get("partners", ())]
    units = [one["unit"] for one in held if isinstance(one.get("unit"), dict)]
    return any("kind" not in unit for unit in units)


def params_of(profile: Mapping[str, Any]) -> list[tuple[str, str]]:
    """The parameters that tell a profile."""
    return list(_flat(profile))


def answered(profile: Mapping[str, Any], path: Sequence[str | int], value: object) -> dict[str, Any]:
    """The profile with a value at a path of it."""
    made: Any = deepcopy(dict(profile))
    at = made
    for step in path[:-1]:
        at = at[step] if isinstance(step, int) else at.setdefault(step, {})
    at[path[-1]] = value
    return made  # type: ignore[no-any-return]  # a copy of what came in


def without(profile: Mapping[str, Any], field: str, key: str) -> dict[str, Any]:
    """The profile without one answer or one share."""
    return {**profile, field: {name: value for name, value in profile[field].items() if name != key}}


def _unit(given: Mapping[str, str]) -> str | dict[str, str]:
    """Words, or the parts of a unit; a designation may bring its level, and is one of an enterprise."""
    if "unit" in given:
        return given["unit"]
    parts = {part: given[f"unit.{part}"] for part in PARTS if f"unit.{part}" in given}
    designation, slash, level = parts.get("designation", "").partition("/")
    if slash:
        parts["designation"] = designation
        parts["level"] = level
    if designation:
        parts.setdefault("kind", "enterprise")
    return parts


def _partner(given: Mapping[str, str]) -> dict[str, Any]:
    row: dict[str, Any] = {name: given[name] for name in PARTNER if name in given}
    if unit := _unit(given):
        row["unit"] = unit
    return row


def _flat(profile: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    yield from _parts(profile.get("unit"), "unit")
    yield from _named(profile, SCALARS, "")
    if "partners" in profile and not profile["partners"]:
        yield "partners", NONE
    for number, partner in enumerate(profile.get("partners", ())):
        place = f"partners.{number}."
        yield from _parts(partner.get("unit"), f"{place}unit")
        yield from _named(partner, PARTNER, place)
    for field in ("ratios", "answers"):
        yield from ((f"{field}.{name}", str(value)) for name, value in profile.get(field, {}).items())


def _parts(unit: object, place: str) -> Iterator[tuple[str, str]]:
    if isinstance(unit, Mapping):
        yield from _named(unit, PARTS, f"{place}.")
    elif unit:
        yield place, str(unit)


def _named(held: Mapping[str, Any], names: Iterable[str], place: str) -> Iterator[tuple[str, str]]:
    for name in names:
        if held.get(name) not in (None, ""):
            value = held[name]
            yield place + name, ("yes" if value else "no") if isinstance(value, bool) else str(value)
