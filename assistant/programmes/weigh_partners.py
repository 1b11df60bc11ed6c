"""Who may join, and where from: the rules' sets against each partner told."""

from __future__ import annotations

from dataclasses import replace

from assistant.guideline.values import Unit
from assistant.programmes.asking_points import softly
from assistant.programmes.criteria import Criterion, Sheet
from assistant.programmes.eligibility import Decision
from assistant.programmes.profile import Partner, Profile
from assistant.programmes.rulings import Ruled, Ruling, reason, ruled
from assistant.programmes.unit_rulings import decided, definite, named, weighed
from assistant.programmes.units import taxonomy
from assistant.programmes.zones import lies

_RANK: tuple[Ruling, ...] = ("note", "met", "unknown", "unmet")


def weigh_partners_region(criterion: Criterion, profile: Profile, where: str) -> Ruled:
    """省外单位不得作为联合申报单位."""
    told = joint_units(profile)
    if not told:
        return no_partners(criterion, profile)
    places = [(place, lies(partner.region, where)) for place, partner in told]
    if any(relation == "outside" for _, relation in places):
        return ruled(criterion, "unmet", "partner_out", place=where, cure=reason("swap_place", place=where))
    facts = tuple(f"{place}region" for place, relation in places if relation == "overlap")
    if facts:
        return ruled(criterion, "unknown", "partner_place_not_told", place=where, open=facts)
    return ruled(criterion, "met", "partners_in", place=where)


def weigh_partner(criterion: Criterion, profile: Profile, sheet: Sheet) -> Ruled:
    """Whether each partner may join; the worst is told. Lists that stay open require nobody."""
    certain = [s for s in criterion.statements if definite(s) or s.modality == "must_not"]
    if not certain and not any(s.modality == "usual" for s in criterion.statements):
        return ruled(criterion, "note", "encouraged", rule=named(criterion.statements))
    told = joint_units(profile)
    if not told and profile.partners is not None:
        made_of = tuple(s for s in certain if s.modality in ("must", "states"))
        if made_of:
            return ruled(criterion, "unknown", "alone", by=made_of, rule=named(made_of))
    if not told:
        return no_partners(criterion, profile)
    made = [_partner(criterion, place, partner, profile, sheet) for place, partner in told]
    worst = max(made, key=lambda r: _RANK.index(r.ruling))
    facts = tuple(dict.fromkeys(f for r in made if r.ruling == "unknown" for f in r.open))
    return replace(worst, open=facts if worst.ruling == "unknown" else ())


def joint_units(profile: Profile) -> list[tuple[str, Partner]]:
    """The joint units told, each with the place of its fields in the profile; the applicant too where it is one."""
    told = [(f"partners.{n}.", p) for n, p in enumerate(profile.partners or ())]
    own = Partner(profile.unit, profile.region, profile.age)
    return [("", own), *told] if profile.role == "joint" else told


def no_partners(criterion: Criterion, profile: Profile) -> Ruled:
    """A rule on partners where none are told, or where it is told that there are none."""
    if profile.partners is None:
        return ruled(criterion, "unknown", "partners_not_told", open=("partners",))
    return ruled(criterion, "note", "no_partners")


def joining(unit: Unit, region: str, sheet: Sheet) -> Decision | None:
    """Whether the unit may be a joint unit, by rules and not by encouragement."""
    asked = ("joining", unit, region)
    if asked not in sheet.known:
        rules = [s for c in sheet.criteria if c.kind == "partner" for s in c.statements if not softly(s)]
        sheet.known[asked] = decided(unit, region, "joint", rules, sheet)
    found: Decision | None = sheet.known[asked]
    return found


def _partner(criterion: Criterion, place: str, partner: Partner, profile: Profile, sheet: Sheet) -> Ruled:
    if partner.unit is None:
        return ruled(criterion, "unknown", "partner_not_told", open=(f"{place}unit",))
    found = weighed(criterion, partner.unit, partner.region, "joint", profile, sheet)
    key, asked = found.reason.key, (partner.unit,)
    if key == "encouraged_only" and _narrowed(partner.unit, criterion):
        by = tuple(s for s in criterion.statements if definite(s))
        return ruled(criterion, "unknown", "unlisted", by=by, asked=asked, rule=named(by))
    if key in ("usual_in", "encouraged_only"):
        return replace(found, ruling="note", open=())
    if key == "unlisted" and not any(definite(s) for s in criterion.statements):
        return replace(found, ruling="note", open=())
    cure = reason("swap_partner", asked=asked, rule=named(criterion.statements)) if found.ruling == "unmet" else None
    return replace(found, cure=cure, open=tuple(f if f == "answer" else f"{place}{f}" for f in found.open))


def _narrowed(unit: Unit, criterion: Criterion) -> bool:
    """Whether a rule lets in only such units of its kind as it is none of: 地市级以上中小企业中心, and it is of a
    county."""
    rules = [u for s in criterion.statements if definite(s) for u in s.units]
    return any(taxonomy().related(unit.kind, u.kind) and taxonomy().relation(unit, u) == "outside" for u in rules)
