"""The last day of a form: that of its own rule, else the one that its programmes' cards name."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from assistant.drafting.form import Form
from assistant.drafting.grounds import Law
from assistant.guideline.card import Point
from assistant.guideline.quote import Quote
from assistant.programmes.dates import last_day


@dataclass(frozen=True, slots=True)
class Last:
    """`day` is one day, or None for a day or span of every year, whose months and days are `first` and `last`
    ("01-01", "03-31"; `first` is "" for a day alone)."""

    quote: Quote
    day: date | None = None
    first: str = ""
    last: str = ""


def last_of(form: Form, law: Law) -> Last | None:
    """The last day of a form; a later notice that moved it goes before what the form says."""
    cards = [c for c in law.cards if c.programme.partition("/")[0] in form.programmes]
    points = [p for card in cards for p in card.of("deadline")]
    moved = {p.deadline for g in law.guidelines for p in g.programmes if p.id in form.programmes and p.deadline}
    rule = form.rule("due")
    if rule is None:
        days = {day: point for point in points if (day := last_day(point)) is not None}
        if len(days) != 1:
            return None
        ((day, point),) = days.items()
        return Last(point.statement.quote, day)
    if len(rule.words) > 1:
        return Last(rule.quote, None, rule.words[0], rule.words[-1])
    if len(rule.words[0]) == len("12-15"):
        return Last(rule.quote, None, "", rule.words[0])
    if len(moved) == 1:
        (day,) = moved
        return Last(_said(day, points) or rule.quote, day)
    return Last(rule.quote, date.fromisoformat(rule.words[0]))


def _said(day: date, points: list[Point]) -> Quote | None:
    return next((p.statement.quote for p in points if last_day(p) == day), None)


def on(year: int, day: str) -> date:
    """A day of every year in one year; the 29th of February is the 28th in most."""
    month, number = map(int, day.split("-"))
    try:
        return date(year, month, number)
    except ValueError:
        return date(year, month + 1, 1) - timedelta(days=1)
