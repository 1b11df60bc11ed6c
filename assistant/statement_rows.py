"""Statements and amendments as rows of JSON. A quote is its document, clause, start and end, made again from them."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction
from typing import Any

from assistant.guideline.amendment import Amendment
from assistant.guideline.clause import Clause
from assistant.guideline.quote import Quote
from assistant.guideline.statement import Statement
from assistant.guideline.values import Contact, Day, Interval, Quantity, Unit


def statement_row(statement: Statement, numbers: dict[str, int]) -> list[Any]:
    """A statement as a JSON row; `numbers` are the places of the documents in the list of guidelines."""
    return [
        statement.programmes,
        statement.attribute,
        statement.role,
        [[unit.kind, unit.features, unit.words] for unit in statement.units],
        statement.subject,
        statement.operator,
        _value_row(statement.value),
        statement.modality,
        statement.closed,
        statement.exceptions,
        quote_row(statement.quote, numbers),
    ]


def statement(row: list[Any], clauses: list[dict[str, Clause]]) -> Statement:
    """The statement of such a row; `clauses` by id, for each document in its place."""
    programmes, attribute, role, units, subject, operator, value, modality, closed, exceptions, place = row
    return Statement(
        tuple(programmes),
        attribute,
        role,
        tuple([Unit(kind, tuple((n, v) for n, v in features), words) for kind, features, words in units]),
        subject,
        operator,
        _value(value),
        modality,
        closed,
        tuple(exceptions),
        quote(place, clauses),
    )


def amendment_row(change: Amendment, numbers: dict[str, int]) -> list[Any]:
    """An amendment as a JSON row."""
    quotes = (change.older, change.fell, change.newer)
    return [change.programmes, [quote_row(q, numbers) for q in quotes], change.deleted, change.reads]


def amendment(row: list[Any], clauses: list[dict[str, Clause]]) -> Amendment:
    """The amendment of such a row."""
    programmes, places, deleted, reads = row
    older, fell, newer = (quote(place, clauses) for place in places)
    return Amendment(tuple(programmes), older, fell, newer, deleted, reads)


def quote_row(quote: Quote, numbers: dict[str, int]) -> list[Any]:
    """The place of a quote as a JSON row."""
    return [numbers[quote.clause.document], quote.clause.id, quote.start, quote.end]


def quote(row: list[Any], clauses: list[dict[str, Clause]]) -> Quote:
    """The quote at such a place."""
    document, clause, start, end = row
    return Quote(clauses[document][clause], start, end)


def _value_row(value: Quantity | Day | Contact | str | None) -> Any:
    match value:
        case Quantity(interval=i):
            bounds = [_fraction_row(i.low), _fraction_row(i.high), i.low_open, i.high_open]
            rest = [value.unit, value.dimension, value.head, value.start, value.end, value.exact]
            return ["quantity", bounds, rest]
        case Day():
            return ["day", value.year, value.month, value.day, value.start, value.end, value.before]
        case Contact():
            return ["contact", value.office, value.person, value.phone, value.fax, value.email, value.address]
        case _:
            return value


def _value(row: Any) -> Quantity | Day | Contact | str | None:
    match row:
        case ["quantity", [low, high, low_open, high_open], rest]:
            return Quantity(Interval(_fraction(low), _fraction(high), low_open, high_open), *rest)
        case ["day", *rest]:
            return Day(*rest)
        case ["contact", *rest]:
            return Contact(*rest)
        case None | str():
            return row
        case _:
            raise ValueError("no value has this shape")


def _fraction_row(number: Fraction | None) -> list[int] | None:
    return None if number is None else [number.numerator, number.denominator]


def _fraction(row: Iterable[int] | None) -> Fraction | None:
    return None if row is None else Fraction(*row)
