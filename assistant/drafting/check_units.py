"""Each unit in its role against the programme's card, as the self-check does, and how many there may be."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from assistant.drafting.case import Case
from assistant.drafting.draft import Flag
from assistant.drafting.facts import UnitFact
from assistant.drafting.values import value_of
from assistant.errors import InputError
from assistant.guideline.values import Quantity, Unit
from assistant.programmes.criteria import Criterion, Sheet
from assistant.programmes.profile import Partner, Profile
from assistant.programmes.regions import regions
from assistant.programmes.rulings import Ruled
from assistant.programmes.selfcheck import ruled_anew
from assistant.programmes.told_units import region_of, unit_of
from assistant.programmes.units import taxonomy

_LEADING = frozenset({"lead", "applicant", "region"})
_JOINING = frozenset({"partner", "region"})
_PLACED = 12
"""Characters of a name that may hold the place it begins with."""


@dataclass(frozen=True, slots=True)
class UnitRuled:
    """What the criteria of one programme, or of one of its kinds, make of a unit in its role."""

    programme: str
    rulings: tuple[Ruled, ...]


def found(case: Case) -> Iterator[tuple[str, Flag]]:
    """Every unit that may not be what it is said to be, and every number of units past its bound."""
    for unit in case.sheet.units:
        unmet = [[r for r in one.rulings if r.ruling == "unmet" and r.quotes] for one in ruled_units(unit, case)]
        # A programme of several kinds is gone against only where every kind is.
        if unmet and all(unmet):
            yield "", _flag(unit, unmet[0][0])
    for made in counted(case):
        if made.ruling == "unmet" and made.quotes:
            yield "", Flag("unit_count", (), made.quotes[0], made.reason)
    yield from (("", flag) for flag in leads(case))


def ruled_units(unit: UnitFact, case: Case) -> Iterator[UnitRuled]:
    """A unit in its role under the form's programmes, each of their kinds that is open."""
    kind, (region, other) = _kind(unit), _regions(unit)
    for sheet in _sheets(case):
        made = []
        for criterion in _concerning(unit, kind, sheet, case):
            ruled = _ruled(criterion, unit, kind, region, sheet)
            # Told to be where the rule wants it, and named after another place: only the unit can say.
            if other and ruled.ruling == "met" and _ruled(criterion, unit, kind, other, sheet).ruling == "unmet":
                ruled = _ruled(criterion, unit, kind, "", sheet)
            made.append(ruled)
        yield UnitRuled(sheet.card.programme, tuple(made))


def _concerning(unit: UnitFact, kind: Unit | None, sheet: Sheet, case: Case) -> Iterator[Criterion]:
    """The criteria that speak of a unit in its role."""
    for criterion in sheet.criteria:
        if unit.role in ("lead", "builder") or (unit.role == "host" and _leads(kind, criterion)):
            slot = criterion.kind != "region" and _has_slot(unit, criterion, case)
            if criterion.kind in _LEADING and not slot:
                yield criterion
        elif unit.role in ("joint", "member") and criterion.kind in _JOINING:
            if criterion.kind != "region" or criterion.facet == "partner":
                yield criterion


def _ruled(criterion: Criterion, unit: UnitFact, kind: Unit | None, region: str, sheet: Sheet) -> Ruled:
    if unit.role in ("joint", "member"):
        return ruled_anew(criterion, Profile(role="lead", partners=(Partner(kind, region),)), sheet)
    return ruled_anew(criterion, Profile(kind, region, role="lead"), sheet)


def _leads(kind: Unit | None, criterion: Criterion) -> bool:
    """Whether a rule has units of that kind lead: a park that others lean on may be the one that leads."""
    rules = [u.kind for s in criterion.statements for u in s.units]
    return criterion.kind == "region" or (kind is not None and any(taxonomy().related(kind.kind, r) for r in rules))


def counted(case: Case) -> Iterator[Ruled]:
    """How many joint units, of all kinds or of some, against each rule on them."""
    told = tuple(Partner(_kind(unit), _regions(unit)[0]) for unit in case.sheet.units if unit.role == "joint")
    for sheet in _sheets(case) if told else ():
        for criterion in sheet.criteria:
            if criterion.kind in ("count", "joined") and criterion.statements[0].role == "joint":
                yield ruled_anew(criterion, Profile(role="lead", partners=told), sheet)


def leads(case: Case) -> Iterator[Flag]:
    """How many lead, by the kinds that a rule names: 一家行业龙头企业, 一所普通高等学校或一所职业院校."""
    for point in case.grounds.leads:
        rule = point.statement
        kinds = tuple(m.unit for m in taxonomy().find(rule.quote.text) if m.unit.kind not in taxonomy().generic)
        mine = [u for u in case.sheet.units if u.role == "lead" and _of(_kind(u), kinds)]
        most = rule.value.interval.high if isinstance(rule.value, Quantity) else None
        if most is not None and len(mine) > most:
            values = (("names", "、".join(u.name for u in mine)), ("n", str(len(mine))), ("most", str(most)))
            yield Flag("lead_count", values, rule.quote)


def _of(unit: Unit | None, rules: tuple[Unit, ...]) -> bool:
    return unit is not None and any(taxonomy().related(unit.kind, rule.kind) for rule in rules)


def _has_slot(unit: UnitFact, criterion: Criterion, case: Case) -> bool:
    """Whether the form itself has a place for such a lead beside the one that the rule speaks of (牵头学校)."""
    rules = [u.kind for s in criterion.statements for u in s.units]
    return any(
        unit.name in names and kinds and not any(taxonomy().related(kind, rule) for kind in kinds for rule in rules)
        for names, kinds in case.slots
    )


def _sheets(case: Case) -> tuple[Sheet, ...]:
    """The criteria of the form's programmes, of the kind that is ticked where one is."""
    made, names, ticked = case.grounds.criteria, case.grounds.names, _ticked(case)
    chosen = tuple(s for s in made if any(tick in name for tick in ticked for name in names[s.card.programme]))
    return chosen or made


def _ticked(case: Case) -> frozenset[str]:
    ticked = set()
    for field in case.form.fields():
        value = value_of(case.form, field, case.sheet) if field.kind == "choice" and not field.repeat else None
        if isinstance(value, tuple):
            ticked |= {option.quote.text for option in field.options if option.id in value}
    return frozenset(ticked)


def _kind(unit: UnitFact) -> Unit | None:
    for words in (unit.kind, unit.name):
        try:
            if words and (made := unit_of(words[:200], "units")) is not None:
                return made
        except InputError:
            continue
    return None


def _regions(unit: UnitFact) -> tuple[str, str]:
    """Where a unit is told to be, else the place that its name begins with; and that place where it is another one."""
    told, named = _place(unit.region[:200]), _place(unit.name[:_PLACED])
    named = named if unit.name.startswith(named[:2]) else ""
    return told or named, named if told and named and not regions().within(told, named) else ""


def _place(words: str) -> str:
    try:
        return region_of(words, "units")
    except InputError:
        return ""


def _flag(unit: UnitFact, made: Ruled) -> Flag:
    return Flag("unit_role", (("name", unit.name), ("role", unit.role)), made.quotes[0], made.reason)
