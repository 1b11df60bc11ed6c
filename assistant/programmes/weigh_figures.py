"""How many, how old, how long and how large a share: the bounds of the clauses against the figures told."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from assistant.guideline.patterns import regex
from assistant.guideline.values import Interval, Quantity, Unit
from assistant.programmes.bounds import exactly, held, in_years
from assistant.programmes.criteria import Criterion, Sheet
from assistant.programmes.profile import Partner, Profile
from assistant.programmes.rulings import Amount, Reason, Ruled, Value, reason, ruled
from assistant.programmes.units import Relation, taxonomy
from assistant.programmes.weigh_partners import joint_units, no_partners

_RESERVED = regex(r"除|但|原则上|除非|如有|特殊情况|放宽|延")
_WITH_LEAD = regex(r"(?<!不)(?:含|包括)牵头")
_WITHOUT_LEAD = regex(r"(?:不含|不包括|除)牵头")
_JOINING = ("joint", "member")


def weigh_count(criterion: Criterion, profile: Profile, sheet: Sheet) -> Ruled:
    """How many joint units there are, or how many of a kind among them. The lead unit is none of them."""
    rule, bound = criterion.statements[0], criterion.quantity.interval
    told = joint_units(profile)
    amount = Amount(bound, criterion.quantity.unit)
    if profile.partners is None:
        return ruled(criterion, "unknown", "partners_not_told", rule=rule.units, bound=amount, open=("partners",))
    low = high = 0
    facts: list[str] = []
    for place, partner in told:
        relation = _counted(partner, rule.units)
        low += partner.count if relation == "inside" else 0
        high += partner.count if relation != "outside" else 0
        facts += [f"{place}unit"] if relation == "overlap" else []
    own = _with_lead(criterion)
    given = Interval(Fraction(low + (own == "yes")), Fraction(high + (own != "no")))
    shown = Amount(exactly(low) if low == high else given, amount.unit)
    relation = held(given, bound)
    if relation == "overlap":
        key = "counting_lead" if low == high else "count_open"
        return ruled(criterion, "unknown", key, given=shown, rule=rule.units, bound=amount, open=tuple(facts))
    if relation == "inside":
        return _soft(criterion, ruled(criterion, "met", "count_in", given=shown, rule=rule.units, bound=amount))
    least = bound.low is not None and given.high is not None and given.high <= bound.low
    edge = _edge(bound)
    missing = edge - (given.high or 0) if least else (given.low or Fraction(0)) - edge
    cure = reason("add" if least else "reduce", number=Amount(exactly(missing), amount.unit), rule=rule.units)
    key = "count_under" if least else "count_over"
    return _soft(criterion, ruled(criterion, "unmet", key, given=shown, rule=rule.units, bound=amount, cure=cure))


def weigh_joined(criterion: Criterion, profile: Profile, sheet: Sheet) -> Ruled:
    """A kind of unit that must be among the partners."""
    rule = criterion.statements[0]
    told = joint_units(profile)
    relations = [(place, _counted(partner, rule.units)) for place, partner in told]
    if any(relation == "inside" for _, relation in relations):
        return _soft(criterion, ruled(criterion, "met", "joined", rule=rule.units))
    if profile.partners is None:
        return ruled(criterion, "unknown", "partners_not_told", rule=rule.units, open=("partners",))
    if facts := tuple(f"{place}unit" for place, relation in relations if relation == "overlap"):
        return ruled(criterion, "unknown", "joined_open", rule=rule.units, open=facts)
    cure = reason("add", number=Amount(exactly(1), "家"), rule=rule.units)
    return _soft(criterion, ruled(criterion, "unmet", "not_joined", rule=rule.units, cure=cure))


def weigh_age(criterion: Criterion, profile: Profile, sheet: Sheet) -> Ruled:
    """Years since founding, of the applicant or of each joint unit that the rule speaks of."""
    rule = criterion.statements[0]
    bound = in_years(criterion.quantity)
    amount = Amount(bound, "年")
    joint = rule.role in _JOINING
    whose = joint_units(profile) if joint else [("", Partner(profile.unit, profile.region, profile.age))]
    if joint and (not whose or profile.partners is None and profile.role != "joint"):
        return no_partners(criterion, profile)
    if rule.role == "lead" and profile.role == "joint":
        return ruled(criterion, "note", "for_lead")
    concerned = [(place, p, _counted(p, rule.units)) for place, p in whose]
    concerned = [(place, p, relation) for place, p, relation in concerned if relation != "outside"]
    if not concerned:
        return ruled(criterion, "note", "not_concerned", rule=rule.units)
    facts: list[str] = []
    for place, partner, relation in concerned:
        fits = "overlap" if partner.age is None else held(partner.age, bound)
        if fits == "outside" and relation == "inside":
            given = Amount(partner.age or Interval(None, None), "年")
            cure = reason("swap_older" if place else "wait_age", bound=amount, rule=rule.units)
            asked = (partner.unit,) if partner.unit else ()
            return _soft(
                criterion, ruled(criterion, "unmet", "age_out", given=given, bound=amount, asked=asked, cure=cure)
            )
        if fits != "inside":
            facts += [f"{place}age"] if fits == "overlap" else []
            facts += [f"{place}unit"] if relation == "overlap" else []
    if facts:
        return ruled(criterion, "unknown", "age_open", bound=amount, rule=rule.units, open=tuple(facts))
    return _soft(criterion, ruled(criterion, "met", "age_in", bound=amount, rule=rule.units))


def weigh_cooperation(criterion: Criterion, profile: Profile, sheet: Sheet) -> Ruled:
    """Years of co-operation so far."""
    bound = in_years(criterion.quantity)
    return _figure(criterion, profile.cooperation, bound, "cooperation", "年", "wait_cooperation")


def weigh_ratio(criterion: Criterion, profile: Profile, sheet: Sheet) -> Ruled:
    """A share, told for the subject that the clause names."""
    rule, bound = criterion.statements[0], criterion.quantity.interval
    cure = "raise_share" if bound.low is not None else "lower_share"
    subject = rule.subject or rule.quote.text[:40]
    return _figure(criterion, profile.share(rule.subject), bound, "ratio", "比例", cure, subject=subject)


def weigh_quota(criterion: Criterion, profile: Profile, sheet: Sheet) -> Ruled:
    """How many an applicant of a kind may hand in."""
    rule, bound = criterion.statements[0], criterion.quantity.interval
    unit = criterion.quantity.unit
    if profile.role == "joint":
        return ruled(criterion, "note", "for_lead")
    relation = _counted(Partner(profile.unit), rule.units)
    if relation == "outside":
        return ruled(criterion, "note", "not_concerned", rule=rule.units)
    found = _figure(
        criterion, None if profile.submitting is None else exactly(profile.submitting), bound, "submitting", unit,
        "submit_fewer", rule=rule.units,
    )  # fmt: skip
    if relation == "overlap" and found.ruling != "met":
        facts = ("unit", *found.open)
        return ruled(criterion, "unknown", "quota_open", rule=rule.units, bound=Amount(bound, unit), open=facts)
    return found


def _figure(
    criterion: Criterion,
    told: Interval | None,
    bound: Interval,
    fact: str,
    unit: str,
    cure: str,
    **more: Value,
) -> Ruled:
    """One figure against one bound."""
    amount = Amount(bound, unit)
    if told is None:
        return ruled(criterion, "unknown", f"{fact}_not_told", bound=amount, open=(fact,), told=more)
    given, relation = Amount(told, unit), held(told, bound)
    if relation == "overlap":
        return ruled(criterion, "unknown", f"{fact}_open", given=given, bound=amount, open=(fact,), told=more)
    if relation == "inside":
        return _soft(criterion, ruled(criterion, "met", f"{fact}_in", given=given, bound=amount, told=more))
    mend = Reason(cure, (("bound", amount), *more.items()))
    return _soft(criterion, ruled(criterion, "unmet", f"{fact}_out", given=given, bound=amount, cure=mend, told=more))


def _soft(criterion: Criterion, found: Ruled) -> Ruled:
    """The same ruling, unless the clause says 一般 or excepts something: then nothing is certain."""
    usual = any(s.modality == "usual" for s in criterion.statements)
    reserved = any(_RESERVED.search(e) for s in criterion.statements for e in s.exceptions)
    about = not criterion.quantity.exact if isinstance(criterion.statements[0].value, Quantity) else False
    if not (usual or reserved or about):
        return found
    key = "usual" if usual else "reserved"
    return replace(found, ruling="unknown", reason=Reason(f"{key}_{found.ruling}"), cure=None, open=())


def _with_lead(criterion: Criterion) -> str:
    """Whether the lead unit is counted: 联合申报单位 are without it; of 成员单位 it cannot be said unless it is told."""
    said = [s.quote.text for s in criterion.statements]
    if any(_WITHOUT_LEAD.search(text) for text in said):
        return "no"
    if any(_WITH_LEAD.search(text) for text in said):
        return "yes"
    member = all(not s.units and (s.role == "member" or "成员" in s.subject) for s in criterion.statements)
    return "unsaid" if member else "no"


def _counted(partner: Partner, units: tuple[Unit, ...]) -> Relation:
    if not units:
        return "inside"
    return "overlap" if partner.unit is None else taxonomy().relation_any(partner.unit, units)


def _edge(bound: Interval) -> Fraction:
    """The first whole number within the bound, from the side that was missed."""
    if bound.low is not None and bound.high is None or bound.low is not None and bound.low == bound.high:
        return bound.low + (1 if bound.low_open else 0)
    if bound.high is not None:
        return bound.high - (1 if bound.high_open else 0)
    return Fraction(0)
