"""What the set logic makes of a unit, in the terms of the self-check."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from assistant.guideline.patterns import regex
from assistant.guideline.statement import Statement
from assistant.guideline.values import Role, Unit
from assistant.programmes.asking_points import softly
from assistant.programmes.criteria import Criterion, Sheet
from assistant.programmes.eligibility import Decision, decide
from assistant.programmes.profile import Profile
from assistant.programmes.rulings import Reason, Ruled, Value, reason, ruled
from assistant.programmes.units import Relation, taxonomy
from assistant.programmes.zones import lies, zone

# A kind no applicant is of: what is left of a rule whose units are all elsewhere.
_NOBODY = Unit("person", (("condition", ""),))
_OUTSIDE = regex(r"外")


def weighed(criterion: Criterion, unit: Unit, region: str, role: Role, profile: Profile, sheet: Sheet) -> Ruled:
    """The ruling of the set logic in the terms of the self-check."""
    asked = (criterion.id, unit, region, role, profile.answer(criterion.id))
    if asked not in sheet.known:
        sheet.known[asked] = _by_rules(criterion, unit, region, role, profile, sheet)
    found: Ruled = sheet.known[asked]
    return found


def _by_rules(criterion: Criterion, unit: Unit, region: str, role: Role, profile: Profile, sheet: Sheet) -> Ruled:
    statements = criterion.statements
    decision = decided(unit, region, role, statements, sheet)
    asked = (unit,)
    if decision is None:
        return ruled(criterion, "unknown", "no_rule")
    rule = named(decision.deciding)
    by = decision.deciding
    if decision.ruling == "yes":
        if any(definite(s) for s in by):
            return ruled(criterion, "met", "inside", by=by, asked=asked, rule=rule)
        usual = any(s.modality == "usual" for s in by)
        return ruled(criterion, "unknown", "usual_in" if usual else "encouraged_only", by=by, asked=asked, rule=rule)
    if decision.ruling == "no":
        plain = decide(unit, role, statements, taxonomy())
        elsewhere = plain is None or plain.ruling != "no"
        key = "elsewhere" if elsewhere else decision.reason
        return ruled(criterion, "unmet", key, by=by, asked=asked, rule=rule)
    key = decision.reason if decision.ruling == "conditional" else "unlisted"
    if key != "overlap":
        return ruled(criterion, "unknown", key, by=by, asked=asked, rule=rule)
    plain = decided(unit, region, role, [_without(s, "condition") for s in statements], sheet)
    if plain is not None and plain.ruling == "yes" and not any(s.exceptions for s in plain.deciding):
        return answered(criterion, profile, "condition", reason("meet_words"), by=by, asked=asked, rule=rule)
    if plain is not None and plain.ruling == "yes":
        return ruled(criterion, "unknown", "reserved", by=by, asked=asked, rule=rule)
    unplaced = any(_lies(u, region, sheet) == "overlap" for s in statements for u in s.units)
    facts = ("unit", "region") if unplaced else ("unit",)
    return ruled(criterion, "unknown", "overlap", by=by, asked=asked, rule=rule, open=facts)


def answered(
    criterion: Criterion,
    profile: Profile,
    key: str,
    cure: Reason,
    by: tuple[Statement, ...] = (),
    **values: Value,
) -> Ruled:
    """What only the applicant can say of a clause, by its answer."""
    said = profile.answer(criterion.id)
    if said is None:
        return ruled(criterion, "unknown", key, by=by, open=("answer",), told=values)
    return ruled(criterion, said, f"answered_{said}", by=by, cure=cure if said == "unmet" else None)


def decided(unit: Unit, region: str, role: Role, statements: Iterable[Statement], sheet: Sheet) -> Decision | None:
    """`decide` with the places of the rules' units held against the region told."""
    originals = list(statements)
    placed = [_placed(s, region, sheet) for s in originals]
    decision = decide(unit, role, tuple(placed), taxonomy())
    if decision is None:
        return None
    back = [next(o for o, p in zip(originals, placed, strict=True) if p is d) for d in decision.deciding]
    return replace(decision, deciding=tuple(back))


def _placed(statement: Statement, region: str, sheet: Sheet) -> Statement:
    """The statement without units from elsewhere; one whose place cannot be told stays with a condition."""
    if not any(u.feature("region") for u in statement.units):
        return statement
    kept = []
    for unit in statement.units:
        relation = _lies(unit, region, sheet)
        features = tuple(f for f in unit.features if f[0] != "region")
        if relation == "overlap":
            features = tuple(sorted({**dict(features), "place": unit.feature("region")}.items()))
        if relation != "outside":
            kept.append(replace(unit, features=features))
    return replace(statement, units=tuple(kept) or (_NOBODY,))


def _lies(unit: Unit, region: str, sheet: Sheet) -> Relation:
    wanted = unit.feature("region")
    if not wanted:
        return "inside"
    if wanted == "outside" or _OUTSIDE.search(wanted):
        where = zone(unit.words, sheet.local)
        flipped: dict[Relation, Relation] = {"inside": "outside", "outside": "inside", "overlap": "overlap"}
        return flipped[lies(region, where)]
    return lies(region, zone(wanted, sheet.local))


def _without(statement: Statement, feature: str) -> Statement:
    units = tuple(replace(u, features=tuple(f for f in u.features if f[0] != feature)) for u in statement.units)
    return replace(statement, units=units)


def definite(statement: Statement) -> bool:
    """Whether it lets units in by a rule, and not by 一般, 鼓励 or 优先."""
    return statement.modality in ("must", "may", "states")


def named(statements: Iterable[Statement]) -> tuple[Unit, ...]:
    """The units that rules let in, the closed rules' where there are such."""
    rules = [s for s in statements if s.modality != "must_not" and not softly(s)] or list(statements)
    closed = [s for s in rules if s.closed] or rules
    found = {(u.kind, u.features): u for s in closed for u in s.units}
    return tuple(found.values())
