"""The self-check of a profile (资格自检): every programme, criterion by criterion, and what is still to be asked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from assistant.guideline.card import Card, Facet
from assistant.guideline.document import Guideline
from assistant.programmes.cells import Head, cell, head
from assistant.programmes.criteria import FACETS
from assistant.programmes.profile import Profile
from assistant.programmes.questions import Asked, questions
from assistant.programmes.selfcheck import Result, sheets, weigh


@dataclass(frozen=True, slots=True)
class Checked:
    """One programme. `silent` are the facets of which a reviewer found that the documents regulate nothing, `unseen`
    those in which nothing was found and nobody looked."""

    head: Head
    result: Result
    silent: tuple[Facet, ...]
    unseen: tuple[Facet, ...]


@dataclass(frozen=True, slots=True)
class Assessment:
    """A profile as of a day held against programmes; `documents` are those that quotes of it stand in."""

    as_of: date
    profile: Profile
    programmes: tuple[Checked, ...]
    questions: tuple[Asked, ...]
    documents: tuple[Guideline, ...]


def assess(
    profile: Profile, today: date, cards: Sequence[Card], guidelines: Sequence[Guideline], chosen: Sequence[str] = ()
) -> Assessment:
    """The profile against the programmes chosen, against all where none is; a programme with kinds gives its kinds."""
    told = profile.as_of(today)
    found = sheets(tuple(cards), tuple(guidelines), tuple(chosen))
    results = tuple(weigh(sheet, told) for sheet in found)
    by_card = {card.programme: card for card in cards}
    homes = {p.id: (g, p) for g in guidelines for p in g.programmes}
    checked = []
    for sheet, result in zip(found, results, strict=True):
        cells = [cell(sheet.card, facet, by_card) for facet in FACETS]
        silent = tuple(c.facet for c in cells if c.state == "silent")
        unseen = tuple(c.facet for c in cells if c.state == "unseen")
        document, programme = homes[result.programme]
        checked.append(Checked(head(sheet.card, document, programme, today), result, silent, unseen))
    return Assessment(today, told, tuple(checked), questions(found, results, told), tuple(guidelines))
