"""Rulings that rest on clauses which other clauses contradict."""

from __future__ import annotations

from dataclasses import replace

from assistant.guideline.card import Card, Conflict
from assistant.guideline.patterns import regex
from assistant.programmes.asking_points import meets
from assistant.programmes.criteria import Kind
from assistant.programmes.profile import Profile
from assistant.programmes.rulings import Reason, Ruled

_IF_ANY = regex(r"如有|若有")
# Of numbers and words each clause is a criterion of its own, so what meets one is held against the other too.
_SETS: tuple[Kind, ...] = ("lead", "applicant", "region", "partner")


def settled(criteria: tuple[Ruled, ...], card: Card, profile: Profile) -> tuple[Ruled, ...]:
    """The same rulings, but unknown where they rest on one side of a conflict of which no one knows what governs.

    A unit that fails by every side stays unmet. 联合申报单位（如有） says only that there may be none, and so
    contradicts nothing where partners are told.
    """
    for conflict in card.conflicts:
        open_ = conflict.governs is None and not (
            profile.partners and any(_IF_ANY.search(q.text) for q in conflict.quotes)
        )
        if open_:
            lost = all(
                any(r.ruling == "unmet" and _rests(r, conflict, n) for r in criteria)
                for n in range(len(conflict.quotes))
            )
            criteria = tuple(r if lost and r.ruling == "unmet" else _doubted(r, conflict) for r in criteria)
    return criteria


def _doubted(found: Ruled, conflict: Conflict) -> Ruled:
    rests = found.criterion.facet == conflict.facet and any(
        _rests(found, conflict, n) for n in range(len(conflict.quotes))
    )
    if not rests or found.ruling not in ("met", "unmet") or found.ruling == "met" and found.criterion.kind not in _SETS:
        return found
    return replace(found, ruling="unknown", reason=Reason("conflict"), quotes=conflict.quotes, cure=None, open=())


def _rests(found: Ruled, conflict: Conflict, number: int) -> bool:
    return any(meets(quote, conflict.quotes[number]) for quote in found.quotes)
