"""Cards as rows of JSON. A point is the number of its statement, so that no words are kept twice."""

from __future__ import annotations

from datetime import date
from typing import Any

from assistant.guideline.card import Card, Conflict, Point
from assistant.guideline.clause import Clause
from assistant.guideline.statement import Statement
from assistant.statement_rows import quote, quote_row


def card_row(card: Card, statements: tuple[Statement, ...], numbers: dict[str, int]) -> list[Any]:
    """A card as a JSON row; every point's statement is one of `statements`."""
    places = {id(statement): number for number, statement in enumerate(statements)}
    return [
        card.programme,
        card.checked_by,
        card.checked_on.isoformat() if card.checked_on else "",
        [
            [p.facet, places[id(p.statement)], p.standing, quote_row(p.replaced, numbers) if p.replaced else None]
            for p in card.points
        ],
        sorted(card.silent),
        [[c.facet, [quote_row(q, numbers) for q in c.quotes], c.governs, c.reason] for c in card.conflicts],
    ]


def card(row: list[Any], statements: tuple[Statement, ...], clauses: list[dict[str, Clause]]) -> Card:
    """The card of such a row."""
    programme, checked_by, checked_on, points, silent, conflicts = row
    return Card(
        programme,
        checked_by,
        date.fromisoformat(checked_on) if checked_on else None,
        tuple(
            Point(facet, statements[number], standing, quote(place, clauses) if place else None)
            for facet, number, standing, place in points
        ),
        frozenset(silent),
        tuple(
            Conflict(facet, tuple(quote(place, clauses) for place in quotes), governs, (zh, en))
            for facet, quotes, governs, (zh, en) in conflicts
        ),
    )
