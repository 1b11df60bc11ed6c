"""Programmes side by side, facet by facet (项目对比)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from assistant.guideline.card import FACETS, Card, Facet, Point
from assistant.guideline.document import Guideline
from assistant.guideline.quote import Quote
from assistant.guideline.statement import Attribute, Statement
from assistant.guideline.values import Contact, Day, Quantity
from assistant.programmes.cells import Cell, Head, cell, head, tight
from assistant.programmes.numerals import half_width

Agreement = Literal["same", "different", "unsure"]
"""`unsure`: something was not found and nobody reviewed whether it is there."""


@dataclass(frozen=True, slots=True)
class Row:
    """One facet across the programmes; `cells` stand in the order of the heads."""

    facet: Facet
    agreement: Agreement
    cells: tuple[Cell, ...]

    @property
    def empty(self) -> bool:
        """Whether no programme says anything."""
        return all(c.state in ("silent", "unseen") for c in self.cells)


@dataclass(frozen=True, slots=True)
class Comparison:
    """Programmes side by side as of a day; `documents` are those that quotes of it stand in."""

    as_of: date
    heads: tuple[Head, ...]
    rows: tuple[Row, ...]
    documents: tuple[Guideline, ...]


def compare(
    programmes: Sequence[str],
    facets: Sequence[Facet],
    cards: Sequence[Card],
    guidelines: Sequence[Guideline],
    today: date,
) -> Comparison:
    """The programmes in the order given, by the facets given, all of them where none is.

    KeyError for a programme that no document regulates.
    """
    by_programme = {card.programme: card for card in cards}
    homes = {p.id: (g, p) for g in guidelines for p in g.programmes}
    chosen = [by_programme.get(name) or Card(name, "", None, ()) for name in programmes]
    rows = tuple(_row(facet, chosen, by_programme) for facet in facets or FACETS)
    quoted = {q.clause.document for row in rows for c in row.cells for q in _quotes(c)}
    heads = tuple(head(card, *homes[card.programme], today) for card in chosen)
    return Comparison(today, heads, rows, tuple(g for g in guidelines if g.id in quoted))


def _row(facet: Facet, chosen: Sequence[Card], cards: Mapping[str, Card]) -> Row:
    cells = tuple(cell(card, facet, cards) for card in chosen)
    return Row(facet, agreement(cells), cells)


def agreement(cells: Sequence[Cell]) -> Agreement:
    """Whether the cells say the same: the same values of the same things, however they are worded."""
    said = {_gist(c) for c in cells if c.state != "unseen"}
    if len(said) > 1:
        return "different"
    return "unsure" if any(c.state == "unseen" for c in cells) else "same"


def _quotes(told: Cell) -> tuple[Quote, ...]:
    return (*told.quotes, *(q for conflict in told.conflicts for q in conflict.quotes))


def _gist(told: Cell) -> frozenset[object]:
    if told.state == "kinds":
        return frozenset({("kinds", *told.kinds)})
    return frozenset(_core(p) for p in told.points) | frozenset(("kind", kind) for kind in told.kinds)


def _core(point: Point) -> object:
    said = point.statement
    units = frozenset((u.kind, u.features) for u in said.units)
    subject = "" if said.attribute in _WHATEVER_SUBJECT or point.facet == "public_notice" else half_width(said.subject)
    return (said.attribute, said.role, units, subject, said.modality, said.closed, said.exceptions, _value(said))


def _value(said: Statement) -> object:
    match said.value:
        case Quantity() as number:
            return number.interval, number.unit
        case Day() as day:
            return day.year, day.month, day.day
        case Contact() as contact:
            return contact
        case str() as words:
            return half_width(words).strip("《》“”")
    return None if said.units else "".join(half_width(tight(said.quote).text).split())


# What these count or date is told by the facet; the words before the figure name the programme itself.
_WHATEVER_SUBJECT: frozenset[Attribute] = frozenset(
    {"unit", "count", "age", "cooperation", "copies", "deadline", "in_force", "issued", "contact", "seal", "material"}
)
