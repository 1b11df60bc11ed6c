"""A profile held against every criterion of every programme."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from assistant.guideline.card import Card, Conflict
from assistant.guideline.document import Guideline
from assistant.programmes import weigh_figures, weigh_partners, weigh_units, weigh_words
from assistant.programmes.conflicts import settled
from assistant.programmes.criteria import FACETS, Criterion, Kind, Sheet, sheet
from assistant.programmes.profile import Profile
from assistant.programmes.rulings import Ruled, Ruling

Weigh = Callable[[Criterion, Profile, Sheet], Ruled]
_WEIGH: Mapping[Kind, Weigh] = {
    "lead": weigh_units.weigh_lead,
    "applicant": weigh_units.weigh_applicant,
    "region": weigh_units.weigh_region,
    "home": weigh_units.weigh_home,
    "partner": weigh_partners.weigh_partner,
    "joined": weigh_figures.weigh_joined,
    "count": weigh_figures.weigh_count,
    "age": weigh_figures.weigh_age,
    "cooperation": weigh_figures.weigh_cooperation,
    "ratio": weigh_figures.weigh_ratio,
    "quota": weigh_figures.weigh_quota,
    "words": weigh_words.weigh_words,
    "mention": weigh_words.weigh_mention,
    "preference": weigh_words.weigh_preference,
}
# The fields of a profile that a criterion of each kind turns on.
_DEPENDS: Mapping[Kind, str] = {
    "lead": "unit region role answers",
    "applicant": "unit region role answers",
    "region": "unit region role partners answers",
    "home": "region role",
    "partner": "unit region role partners answers",
    "joined": "unit role partners",
    "count": "unit role partners",
    "age": "unit age role partners",
    "cooperation": "cooperation",
    "ratio": "mentor_share ratios",
    "quota": "unit role submitting",
    "words": "unit role partners answers legal_person",
    "mention": "",
    "preference": "",
}


@dataclass(frozen=True, slots=True)
class Result:
    """What became of one programme. `deciding` are the ids of the criteria that make `overall` what it is.

    `overall` is unmet if any criterion is, met only if every one that is no note is met and a reviewer went through
    the card (`reviewed`); otherwise unknown. `raw` are the criteria before the conflicts of the card were looked at.
    """

    programme: str
    overall: Ruling
    reason: str
    criteria: tuple[Ruled, ...]
    raw: tuple[Ruled, ...]
    deciding: tuple[str, ...]
    reviewed: bool
    conflicts: tuple[Conflict, ...]


def sheets(
    cards: tuple[Card, ...], guidelines: tuple[Guideline, ...], chosen: tuple[str, ...] = ()
) -> tuple[Sheet, ...]:
    """The criteria of the chosen programmes, of all where none is chosen; a programme with kinds gives its kinds."""
    by_programme = {p.id: g for g in guidelines for p in g.programmes}
    by_card = {c.programme: c for c in cards}
    above = {c.programme.partition("/")[0] for c in cards if "/" in c.programme}
    wanted = [_with_conflicts(c, by_card) for c in cards if c.programme not in above]
    if chosen:
        wanted = [c for c in wanted if c.programme in chosen or c.programme.partition("/")[0] in chosen]
    return tuple(sheet(c, by_programme[c.programme]) for c in wanted)


def _with_conflicts(card: Card, cards: Mapping[str, Card]) -> Card:
    """A kind of a programme has the conflicts of the programme too, of facets in which it has none of its own."""
    above = cards.get(card.programme.partition("/")[0], card)
    own = {c.facet for c in card.conflicts}
    more = tuple(c for c in above.conflicts if c.facet not in own) if above is not card else ()
    return replace(card, conflicts=(*card.conflicts, *more))


def weigh(found: Sheet, profile: Profile) -> Result:
    """One programme; `profile` is as of the day of the check."""
    raw = tuple(ruled_anew(c, profile, found) for c in found.criteria)
    criteria = settled(raw, found, profile)
    overall, why = _overall(criteria, found.card)
    decided: Ruling = "unmet" if overall == "unmet" else "unknown" if overall == "unknown" else "met"
    deciding = tuple(r.criterion.id for r in criteria if r.ruling == decided)
    return Result(
        found.card.programme,
        overall,
        why,
        criteria,
        raw,
        deciding,
        bool(found.card.checked_by),
        tuple(c for c in found.card.conflicts if c.facet in FACETS),
    )


def changed(found: Sheet, result: Result, field: str, profile: Profile) -> tuple[Ruling, str]:
    """What becomes of the result with another profile that differs in one field."""
    pairs = zip(found.criteria, result.raw, strict=True)
    raw = tuple(ruled_anew(c, profile, found) if field in _DEPENDS[c.kind].split() else r for c, r in pairs)
    return _overall(settled(raw, found, profile), found.card)


def ruled_anew(criterion: Criterion, profile: Profile, found: Sheet) -> Ruled:
    """One criterion alone."""
    return _WEIGH[criterion.kind](criterion, profile, found)


def _overall(criteria: tuple[Ruled, ...], card: Card) -> tuple[Ruling, str]:
    rulings = {r.ruling for r in criteria}
    if "unmet" in rulings:
        return "unmet", "unmet"
    if "unknown" in rulings:
        return "unknown", "unknown"
    return ("met", "met") if card.checked_by else ("unknown", "not_reviewed")
