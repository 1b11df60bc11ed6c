"""What a card says of one facet, and the head that stands over everything told of one programme."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from assistant.guideline.card import Card, Conflict, Facet, Point
from assistant.guideline.document import Guideline, Programme
from assistant.guideline.quote import Quote, span
from assistant.programmes.dates import last_day

State = Literal["stated", "kinds", "silent", "unseen"]
"""`stated`: there are points. `kinds`: only the kinds of the programme have some. `silent`: a reviewer found that the
documents regulate nothing. `unseen`: nothing was found and nobody reviewed it."""


@dataclass(frozen=True, slots=True)
class Cell:
    """One programme's facet; `kinds` are ids of its kinds that say more than the programme itself."""

    facet: Facet
    state: State
    points: tuple[Point, ...]
    conflicts: tuple[Conflict, ...] = ()
    kinds: tuple[str, ...] = ()

    @property
    def reviewed(self) -> bool:
        """Whether a reviewer checked all of it."""
        return all(p.reviewed for p in self.points) if self.points else self.state == "silent"

    @property
    def quotes(self) -> tuple[Quote, ...]:
        """The words of the points, each once, in order."""
        return distinct(tight(p.statement.quote) for p in self.points)


@dataclass(frozen=True, slots=True)
class Due:
    """A last day of submission, and whether it lies before the day asked about."""

    day: date
    passed: bool


@dataclass(frozen=True, slots=True)
class Head:
    """A programme with its document; `deadlines` in order of time. `checked_by` is "" where nobody reviewed it."""

    programme: Programme
    document: str
    title: str
    superseded: bool
    deadlines: tuple[Due, ...]
    checked_by: str
    checked_on: date | None


def tight(quote: Quote) -> Quote:
    """The quote without the number of its clause ("（一）", "2.") before it."""
    clause = quote.clause
    start = max(quote.start, len(clause.label) if clause.text.startswith(clause.label) else 0)
    while start < quote.end and clause.text[start] in " .．、，,:：)）":
        start += 1
    return span(clause, start, quote.end) if start < quote.end else quote


def distinct(quotes: Iterable[Quote]) -> tuple[Quote, ...]:
    """The quotes without those whose words another one of the same clause holds as well."""
    kept: list[Quote] = []
    for quote in quotes:
        if any(_holds(other, quote) for other in kept):
            continue
        kept = [other for other in kept if not _holds(quote, other)] + [quote]
    return tuple(kept)


def head(card: Card, guideline: Guideline, programme: Programme, today: date) -> Head:
    """The head of a programme as of a day. A deadline that a later notice set goes before those of the card, and the
    catalogue's counts where the card has none."""
    days = {day for point in card.of("deadline") if (day := last_day(point)) is not None}
    known = programme.deadline or (None if days else guideline.entry.deadline)
    if known is not None:
        days = {known}
    return Head(
        programme,
        guideline.id,
        guideline.entry.title or guideline.entry.file,
        guideline.entry.status == "superseded",
        tuple(Due(day, day < today) for day in sorted(days)),
        card.checked_by,
        card.checked_on,
    )


def cell(card: Card, facet: Facet, cards: Mapping[str, Card]) -> Cell:
    """The cell of a card; `cards` are those of all programmes, by id."""
    points = card.of(facet)
    own = {p.statement.quote for p in points}
    kinds = tuple(
        other.programme
        for other in cards.values()
        if other.programme.startswith(f"{card.programme}/")
        and any(p.statement.quote not in own for p in other.of(facet))
    )
    above = cards.get(card.programme.partition("/")[0], card)
    state: State = "unseen"
    if points:
        state = "stated"
    elif kinds:
        state = "kinds"
    elif facet in card.silent or facet in above.silent:
        state = "silent"
    # What is found of a programme as a whole holds for its kinds, unless their own review says otherwise.
    conflicts = tuple(c for c in card.conflicts if c.facet == facet)
    return Cell(facet, state, points, conflicts or tuple(c for c in above.conflicts if c.facet == facet), kinds)


def _holds(one: Quote, other: Quote) -> bool:
    mine, theirs = one.clause, other.clause
    same = (mine.document, mine.id) == (theirs.document, theirs.id)
    return same and one.start <= other.start and other.end <= one.end
