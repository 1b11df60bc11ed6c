"""Requirements in words: asked as yes or no with their clause."""

from __future__ import annotations

from assistant.guideline.patterns import regex
from assistant.guideline.statement import Statement
from assistant.guideline.values import Unit
from assistant.programmes.criteria import Criterion, Sheet
from assistant.programmes.profile import Profile
from assistant.programmes.rulings import Ruled, reason, ruled
from assistant.programmes.units import taxonomy
from assistant.programmes.weigh_partners import joint_units

_LEGAL_PERSON = regex(r"(?:独立)?法人(?:资格|地位|实体|单位)")
_ONLY_LEGAL_PERSON = regex(
    r"[^,，。；;、]{0,24}?(?:需|须|应|必须)?(?:具有|具备|为|是)?(?:独立)?法人(?:资格|地位|实体|单位)[,，。；;]?"
)
_JOINING = ("joint", "member")


def weigh_words(criterion: Criterion, profile: Profile, sheet: Sheet) -> Ruled:
    """What only the applicant can say, by its answer; whether it is a legal person may have been told already."""
    rule = criterion.statements[0]
    joint = rule.role in _JOINING or criterion.facet == "enterprise" and rule.role == ""
    if not joint and rule.role == "lead" and profile.role == "joint":
        return ruled(criterion, "note", "for_lead")
    if joint and _nobody(criterion, profile, rule.units):
        return ruled(criterion, "note", "not_concerned", rule=rule.units)
    said = profile.answer(criterion.id)
    own = not joint or profile.role == "joint"
    alone = _legal_person_alone(rule)
    if own and profile.legal_person is not None and _LEGAL_PERSON.search(rule.quote.text):
        said = "unmet" if not profile.legal_person else "met" if alone else said
    if said is None:
        others = joint and bool(profile.partners)
        fact = "legal_person" if own and alone and not others and profile.legal_person is None else "answer"
        return ruled(criterion, "unknown", "in_words", open=(fact,))
    if rule.modality == "usual" or rule.exceptions:
        return ruled(criterion, "unknown", f"usual_{said}" if rule.modality == "usual" else f"reserved_{said}")
    cure = reason("swap_or_meet" if joint and profile.role != "joint" else "meet_words")
    return ruled(criterion, said, f"answered_{said}", cure=cure if said == "unmet" else None)


def weigh_preference(criterion: Criterion, profile: Profile, sheet: Sheet) -> Ruled:
    """优先 and 鼓励: told, and never required."""
    rule = criterion.statements[0]
    return ruled(criterion, "note", "preferred" if rule.modality == "prefer" else "encouraged", rule=rule.units)


def weigh_mention(criterion: Criterion, profile: Profile, sheet: Sheet) -> Ruled:
    """Told, and not required."""
    return ruled(criterion, "note", "mentioned")


def _legal_person_alone(rule: Statement) -> bool:
    """Whether being a legal person is all that the clause asks."""
    named = isinstance(rule.value, str) and _LEGAL_PERSON.fullmatch(rule.value)
    return bool(named or _ONLY_LEGAL_PERSON.fullmatch(rule.quote.text))


def _nobody(criterion: Criterion, profile: Profile, units: tuple[Unit, ...]) -> bool:
    """Whether it is told that no joint unit is of the kind that the clause speaks of."""
    if profile.partners is None and profile.role != "joint":
        return False
    kinds = units or ((Unit("enterprise"),) if criterion.facet == "enterprise" else ())
    told = [partner for _, partner in joint_units(profile)]
    if not kinds:
        return not told
    return all(p.unit is not None and taxonomy().relation_any(p.unit, kinds) == "outside" for p in told)
