"""Who may lead and apply, and where from: the rules' sets against the unit told."""

from __future__ import annotations

from dataclasses import replace

from assistant.guideline.values import Role, Unit
from assistant.programmes.criteria import Criterion, Sheet
from assistant.programmes.profile import Profile
from assistant.programmes.rulings import Reason, Ruled, reason, ruled
from assistant.programmes.unit_rulings import answered, definite, named, weighed
from assistant.programmes.weigh_partners import joining, weigh_partners_region
from assistant.programmes.zones import lies, zone


def weigh_lead(criterion: Criterion, profile: Profile, sheet: Sheet) -> Ruled:
    """Whether the applicant may lead, or what it would have to be. Of another's lead only an answer can tell."""
    rules = named(criterion.statements)
    if not any(definite(s) or s.modality in ("usual", "must_not") for s in criterion.statements):
        return ruled(criterion, "unknown", "no_rule")
    if profile.role == "joint":
        return answered(criterion, profile, "lead_of_others", reason("other_lead", rule=rules), rule=rules)
    if profile.unit is None:
        return ruled(criterion, "unknown", "unit_not_told", rule=rules, open=("unit",))
    found = weighed(criterion, profile.unit, profile.region, "lead", profile, sheet)
    return _or_join(found, profile.unit, rules, profile, sheet)


def weigh_applicant(criterion: Criterion, profile: Profile, sheet: Sheet) -> Ruled:
    """A rule on applicants or builders that stands beside the rule on the lead."""
    rules = named(criterion.statements)
    if profile.role == "joint":
        return ruled(criterion, "note", "for_lead")
    if profile.unit is None:
        return ruled(criterion, "unknown", "unit_not_told", rule=rules, open=("unit",))
    role: Role = "builder" if all(s.role == "builder" for s in criterion.statements) else "applicant"
    found = weighed(criterion, profile.unit, profile.region, role, profile, sheet)
    if found.ruling == "unknown" and found.reason.key == "usual_in":
        return replace(found, ruling="note", open=())  # another rule says for certain who may lead
    return _or_join(found, profile.unit, rules, profile, sheet)


def _or_join(found: Ruled, unit: Unit, rules: tuple[Unit, ...], profile: Profile, sheet: Sheet) -> Ruled:
    """What is left to a unit that may not lead: to be a joint unit, where the rules let it."""
    if found.ruling != "unmet":
        return found
    joint = joining(unit, profile.region, sheet)
    if joint is None or joint.ruling not in ("yes", "conditional"):
        return replace(found, cure=reason("none"))
    if not profile.role:
        asked = (("asked", (unit,)), ("rule", rules))
        return replace(found, ruling="unknown", reason=Reason("joint_only", asked), open=("role",))
    return replace(found, cure=reason("as_joint", rule=rules))


def weigh_region(criterion: Criterion, profile: Profile, sheet: Sheet) -> Ruled:
    """市域外单位不得作为牵头单位."""
    words = " ".join(u.words for s in criterion.statements for u in s.units)
    where = zone(words, sheet.local)
    if criterion.facet == "partner" and where:
        return weigh_partners_region(criterion, profile, where)
    if criterion.facet == "lead" and profile.role == "joint":
        return ruled(criterion, "note", "for_lead")
    if not where:
        return answered(criterion, profile, "region_in_words", reason("other_lead_place", place=words), place=words)
    relation = lies(profile.region, where)
    if relation == "inside":
        return ruled(criterion, "met", "region_in", place=where)
    if relation == "overlap":
        return ruled(criterion, "unknown", "region_not_told", place=where, open=("region",))
    joint = None if profile.unit is None else joining(profile.unit, profile.region, sheet)
    if joint is not None and joint.ruling in ("yes", "conditional"):
        if not profile.role:
            return ruled(criterion, "unknown", "region_joint_only", place=where, open=("role",))
        return ruled(criterion, "unmet", "region_out", place=where, cure=reason("as_joint_from", place=where))
    return ruled(criterion, "unmet", "region_out", place=where, cure=reason("none"))


def weigh_home(criterion: Criterion, profile: Profile, sheet: Sheet) -> Ruled:
    """A document issued for a place that does not say whether units from elsewhere may apply."""
    if profile.role == "joint":
        return ruled(criterion, "note", "for_lead")
    relation = lies(profile.region, sheet.local)
    if relation == "inside":
        return ruled(criterion, "note", "home_in", place=sheet.local)
    key = "home_out" if relation == "outside" else "home_not_told"
    return ruled(criterion, "unknown", key, place=sheet.local, open=("region",) if relation == "overlap" else ())
