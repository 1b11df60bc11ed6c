"""Which facet of a card a statement belongs to."""

from __future__ import annotations

from assistant.guideline.card import Facet
from assistant.guideline.patterns import regex
from assistant.guideline.statement import AIM, Attribute, Statement

_ALONE: dict[Attribute, Facet] = {
    "cooperation": "cooperation",
    "ratio": "ratio",
    "quota": "quota",
    "deadline": "deadline",
    "in_force": "in_force",
    "issued": "in_force",
    "yearly": "yearly",
    "word_limit": "word_limit",
    "copies": "copies",
    "seal": "seal",
    "material": "material",
    "contact": "contact",
    "format": "format",
    "funding": "funding",
    "revocation": "revocation",
    "field": "field",
    "goal": "goal",
    "task": "task",
    "step": "process",
    "approval": "approval",
    "naming": "naming",
}
_INTERPRETS = regex(r"解释")
_RECEIVES = regex(r"报|寄|送|交|发")
_APPROVES = regex(r"认定|备案|授牌|批准|公布|遴选|立项")
_REVIEWS = regex(r"审|评|验收|考核")
_NOTICE = regex(r"公示|公告|异议")


def facet_of(statement: Statement) -> Facet:
    """The facet of a statement, by its attribute, role and subject."""
    match statement.attribute:
        case "unit":
            return "partner" if statement.role in ("joint", "member") else "lead"
        case "count":
            return "partner_count" if statement.role in ("joint", "member") else "scale"
        case "age" | "standing":
            return "enterprise" if any(u.kind == "enterprise" for u in statement.units) else "lead_standing"
        case "period":
            if _NOTICE.search(statement.subject):
                return "public_notice"
            return "goal" if statement.subject == AIM else "validity"
        case "organiser":
            return _by_act(statement.subject)
        case _:
            return _ALONE[statement.attribute]


def attribute_of(facet: Facet) -> Attribute:
    """The attribute that a point of a facet has where its reviewer names none."""
    return _USUAL[facet] if facet in _USUAL else next(a for a, f in _ALONE.items() if f == facet)


_USUAL: dict[Facet, Attribute] = {
    "lead": "unit",
    "lead_standing": "standing",
    "partner": "unit",
    "partner_count": "count",
    "enterprise": "standing",
    "scale": "count",
    "review": "organiser",
    "submission": "organiser",
    "public_notice": "period",
    "validity": "period",
    "interpretation": "organiser",
}


def _by_act(act: str) -> Facet:
    if _INTERPRETS.search(act):
        return "interpretation"
    if _RECEIVES.search(act) and not _REVIEWS.search(act):
        return "submission"
    if _APPROVES.search(act):
        return "approval"
    return "review" if _REVIEWS.search(act) else "process"
