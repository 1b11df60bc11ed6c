"""Rulings that rest on clauses which other clauses contradict."""

from __future__ import annotations

from dataclasses import replace

from assistant.guideline.card import Conflict
from assistant.guideline.patterns import regex
from assistant.programmes.asking_points import meets
from assistant.programmes.criteria import Kind, Sheet
from assistant.programmes.profile import Profile
from assistant.programmes.rulings import Reason, Ruled
from assistant.programmes.weigh_partners import joint_units
from assistant.programmes.zones import lies, zone

_IF_ANY = regex(r"如有|若有")
# Of numbers and words each clause is a criterion of its own, so what meets one is held against the other too.
_SETS: tuple[Kind, ...] = ("lead", "applicant", "region", "partner")


def settled(criteria: tuple[Ruled, ...], sheet: Sheet, profile: Profile) -> tuple[Ruled, ...]:
    """The same rulings, but unknown where they rest on one side of a conflict of which no one knows what governs.

    A unit that fails by every side stays unmet. 联合申报单位（如有） says only that there may be none, and so
    contradicts nothing where partners are told; nor do sides differ that speak of places in which all of them lie.
    """
    for conflict in sheet.card.conflicts:
        if conflict.governs is None and not _moot(conflict, sheet, profile):
            sides = range(len(conflict.quotes))
            lost = all(any(r.ruling == "unmet" and _rests(r, conflict, n) for r in criteria) for n in sides)
            criteria = tuple(r if lost and r.ruling == "unmet" else _doubted(r, conflict) for r in criteria)
    return criteria


def _moot(conflict: Conflict, sheet: Sheet, profile: Profile) -> bool:
    """Whether the sides do not differ for this applicant."""
    if not profile.partners:
        return False
    if any(_IF_ANY.search(quote.text) for quote in conflict.quotes):
        return True
    said = [p.statement for p in sheet.card.of(conflict.facet)]
    said = [s for s in said if any(meets(s.quote, quote) for quote in conflict.quotes)]
    zones = {zone(place, sheet.local) for s in said for u in s.units if (place := u.feature("region"))}
    places = [partner.region for _, partner in joint_units(profile)]
    return bool(zones) and all(lies(place, where) == "inside" for where in zones for place in places)


def _doubted(found: Ruled, conflict: Conflict) -> Ruled:
    rests = found.criterion.facet == conflict.facet and any(
        _rests(found, conflict, n) for n in range(len(conflict.quotes))
    )
    if not rests or found.ruling not in ("met", "unmet") or found.ruling == "met" and found.criterion.kind not in _SETS:
        return found
    return replace(found, ruling="unknown", reason=Reason("conflict"), quotes=conflict.quotes, cure=None, open=())


def _rests(found: Ruled, conflict: Conflict, number: int) -> bool:
    return any(meets(quote, conflict.quotes[number]) for quote in found.quotes)
