"""The units that the form names, each in its role, and how many there are, by the rulings of the self-check."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType

from assistant.drafting.check_units import UnitRuled, counted, leads, ruled_units
from assistant.drafting.facts import UnitFact
from assistant.guideline.quote import Quote
from assistant.precheck.filing import Filing
from assistant.precheck.flagged import Flagged, points_of
from assistant.precheck.report import Outcome, Point, Spot
from assistant.precheck.units_named import names_in
from assistant.precheck.wanted import applies
from assistant.programmes.rulings import Ruled, Ruling

_COUNTED: Mapping[Ruling, tuple[Outcome, str]] = MappingProxyType(
    {"unmet": ("fail", "count_unmet"), "met": ("pass", "count_met"), "unknown": ("unknown", "count_unknown")}
)


def found(filing: Filing, flags: tuple[Flagged, ...]) -> Iterator[Point]:
    """Each unit that may not be what the form has it be or of whom that cannot be told, then the numbers of units."""
    if not applies(filing.known.form):
        return
    for unit in filing.sheet.units:
        yield from _unit(filing, unit, list(ruled_units(unit, filing.case)))
    for made in counted(filing.case):
        if (held := _COUNTED.get(made.ruling)) is not None:
            outcome, key = held
            yield Point("eligibility", outcome, key, (), (), _quote(made), made.reason)
    for flag in leads(filing.case):
        yield Point(
            "eligibility", "fail", flag.key, flag.values, _where(filing, dict(flag.values)["names"]), flag.quote
        )
    yield from points_of(flags, "eligibility", filing)


def _unit(filing: Filing, unit: UnitFact, by_kind: Sequence[UnitRuled]) -> Iterator[Point]:
    """A unit under each kind of the programme that is open; against all of them it is told by the first."""
    if not by_kind or not any(one.rulings for one in by_kind):
        return
    values = (("name", unit.name), ("role", unit.role))
    spots = _where(filing, unit.name)
    unmet = [[ruled for ruled in one.rulings if ruled.ruling == "unmet" and ruled.quotes] for one in by_kind]
    if all(unmet):
        for ruled in unmet[0]:
            yield Point("eligibility", "fail", "unit_unmet", values, spots, _quote(ruled), ruled.reason)
        return
    if any(unmet):
        ruled = next(one[0] for one in unmet if one)
        yield Point("eligibility", "unknown", "unit_by_kind", values, spots, _quote(ruled), ruled.reason)
        return
    unknown = [ruled for ruled in by_kind[0].rulings if ruled.ruling == "unknown"]
    for ruled in unknown:
        yield Point("eligibility", "unknown", "unit_unknown", values, spots, _quote(ruled), ruled.reason)
    met = [ruled for ruled in by_kind[0].rulings if ruled.ruling == "met"]
    if met and not unknown and all(any(r.ruling == "met" for r in one.rulings) for one in by_kind):
        yield Point("eligibility", "pass", "unit_met", values, spots, _quote(met[0]), met[0].reason)


def _quote(ruled: Ruled) -> Quote | str:
    return ruled.quotes[0] if ruled.quotes else ""


def _where(filing: Filing, names: str) -> tuple[Spot, ...]:
    """The places that name one of these units."""
    wanted = names.split("、")
    text = (place for place in filing.places if place.field.kind == "text" and any(one in place.text for one in wanted))
    found = [place.path for place in text if set(wanted) & set(names_in(place.text))]
    return filing.spots(found[:4])
