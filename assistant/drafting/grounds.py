"""What drafts of a form are held against, taken from cards and documents once: it holds for every text of the form."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from assistant.drafting.form import Form
from assistant.drafting.grants import forgone_in
from assistant.guideline.card import Card, Point
from assistant.guideline.clause import Clause
from assistant.guideline.document import Guideline
from assistant.guideline.quote import Quote, span
from assistant.guideline.sentences import sentences
from assistant.guideline.values import Quantity
from assistant.programmes.criteria import FACETS, Sheet
from assistant.programmes.selfcheck import sheets


@dataclass(frozen=True, slots=True)
class Law:
    """What drafts are held against: the cards of all programmes and the documents behind them."""

    cards: Sequence[Card]
    guidelines: Sequence[Guideline]


@dataclass(frozen=True, slots=True)
class Grounds:
    """`criteria` are those of the form's programmes, `names` what these are called, `leads` the rules on how many
    lead, `rates` and `counts` the points that bound a share or a number, `granted` the levies that the document
    forgoes with the sentence that does."""

    cards: tuple[Card, ...]
    criteria: tuple[Sheet, ...]
    names: Mapping[str, tuple[str, ...]]
    leads: tuple[Point, ...]
    rates: tuple[Point, ...]
    counts: tuple[Point, ...]
    granted: Mapping[str, Quote]


def grounds_of(form: Form, law: Law) -> Grounds:
    """The grounds of a form: cards of its programmes, their kinds included, and its document."""
    cards = tuple(c for c in law.cards if c.programme.partition("/")[0] in form.programmes)
    guideline = next((g for g in law.guidelines if g.id == form.document), None)
    points = tuple(p for card in cards for p in card.points if p.replaced is None)
    return Grounds(
        cards,
        sheets(tuple(law.cards), tuple(law.guidelines), form.programmes),
        {p.id: p.names for g in law.guidelines for p in g.programmes},
        tuple(p for p in points if p.statement.attribute == "count" and p.statement.role == "lead" and _bounds(p)),
        _each(p for p in points if p.statement.attribute == "ratio" and _bounds(p)),
        _each(p for p in points if p.statement.attribute == "count" and _bounds(p) and p.facet in FACETS),
        _granted(guideline),
    )


def _bounds(point: Point) -> bool:
    return isinstance(point.statement.value, Quantity)


def _each(points: Iterator[Point]) -> tuple[Point, ...]:
    """The points, each quote once."""
    found: dict[tuple[str, str, int], Point] = {}
    for point in points:
        quote = point.statement.quote
        found.setdefault((quote.clause.document, quote.clause.id, quote.start), point)
    return tuple(found.values())


def _granted(guideline: Guideline | None) -> dict[str, Quote]:
    """Every levy that the form's document forgoes, with the sentence that does."""
    granted: dict[str, Quote] = {}
    for clause in guideline.clauses if guideline is not None else ():
        for quote in _sentences(clause):
            for levy in sorted(forgone_in(quote.text)):
                granted.setdefault(levy, quote)
    return granted


def _sentences(clause: Clause) -> Iterator[Quote]:
    if any(char in clause.text for char in "税费附加"):
        for start, end in sentences(clause.text):
            yield span(clause, start, end)
