"""Made-up notices as cards, and profiles held against them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from assistant.guideline.card import Card
from assistant.guideline.document import Entry, Guideline
from assistant.programmes.cards import reviewed
from assistant.programmes.criteria import Sheet, sheet
from assistant.programmes.extract import extract
from assistant.programmes.questions import Asked, questions
from assistant.programmes.rulings import Ruled
from assistant.programmes.selfcheck import Result, weigh
from assistant.programmes.told import profile_of
from tests.programmes.fixtures import clause, guideline

TODAY = date(2026, 11, 20)


def notice(*texts: str, region: str = "") -> Guideline:
    """A notice of one programme, a clause for each text."""
    made = guideline(*(clause(text, n, path=("申报条件",)) for n, text in enumerate(texts)))
    return replace(made, entry=Entry("doc.txt", region=region))


def card_of(made: Guideline, *, checked: bool = True) -> Card:
    """Its card as it is extracted; with `checked` as if a reviewer had found nothing to change."""
    (card,) = reviewed((made,), extract((made,)), ()).cards
    return replace(card, checked_by="maintainers", checked_on=TODAY) if checked else card


def sheet_of(*texts: str, region: str = "", checked: bool = True) -> Sheet:
    """The criteria of a made-up notice."""
    made = notice(*texts, region=region)
    return sheet(card_of(made, checked=checked), made)


def check(found: Sheet, profile: dict[str, Any]) -> Result:
    """What becomes of a profile."""
    return weigh(found, profile_of(profile, TODAY).as_of(TODAY))


def of_kind(result: Result, kind: str) -> Ruled:
    """The first criterion of a kind."""
    return next(r for r in result.criteria if r.criterion.kind == kind)


def told(result: Result) -> list[tuple[str, str, str]]:
    """Each criterion with its ruling and reason."""
    return [(r.criterion.kind, r.ruling, r.reason.key) for r in result.criteria]


def asked(found: Sheet, profile: dict[str, Any]) -> tuple[Asked, ...]:
    """What is still to be asked."""
    read = profile_of(profile, TODAY).as_of(TODAY)
    return questions((found,), (weigh(found, read),), read)
