"""The papers of a card: each once, with its copies and seals, and when it is due."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from assistant.guideline.card import Card, Point
from assistant.guideline.patterns import regex
from assistant.guideline.quote import Quote, span
from assistant.guideline.sentences import sentences
from assistant.programmes.cells import tight
from assistant.programmes.numerals import half_width

Phase = Literal["application", "afterwards", "yearly"]

# What is handed in once somebody has been chosen, or when the work is done.
_CHOSEN = regex(
    r"期满|通过(?:了)?(?:认定|评审|验收|考核)|验收|结题|"
    r"(?:认定|立项|入选|获批|授牌|批复|通过评审|评审通过)(?:的?(?:通知|决定|结果))?书?之?后"
)


@dataclass(frozen=True, slots=True)
class Paper:
    """A paper by its name in the document; `copies` and `seals` are those told in the same words."""

    name: str
    phase: Phase
    points: tuple[Point, ...]
    copies: tuple[Point, ...]
    seals: tuple[Point, ...]


def papers(card: Card) -> tuple[Paper, ...]:
    """The papers for the application, then those for afterwards, then the yearly ones, each in order."""
    held: dict[tuple[Phase, str], list[Point]] = {}
    yearly = tuple(p for p in card.of("yearly") if p.statement.attribute == "material")
    for point in (*card.of("material"), *yearly):
        held.setdefault((_phase(point, card), _name(point)), []).append(point)
    order: tuple[Phase, ...] = ("application", "afterwards", "yearly")
    made = []
    for phase, name in sorted(held, key=lambda key: order.index(key[0])):
        points = held[phase, name]
        others = [p for key, ps in held.items() if key != (phase, name) for p in ps]
        copies = tuple(t for t in card.of("copies") if _beside(t, points, others))
        seals = tuple(t for t in card.of("seal") if _beside(t, points, others))
        made.append(Paper(name, phase, tuple(points), copies, seals))
    return tuple(made)


def overlap(one: Quote, other: Quote) -> bool:
    """Whether two quotes share words."""
    mine, theirs = one.clause, other.clause
    same = (mine.document, mine.id) == (theirs.document, theirs.id)
    return same and one.start < other.end and other.start < one.end


def _name(point: Point) -> str:
    value = point.statement.value
    words = value if isinstance(value, str) else tight(point.statement.quote).text
    return half_width(words).strip("《》“” ")


def _phase(point: Point, card: Card) -> Phase:
    quote = point.statement.quote
    if point.facet == "yearly" or any(overlap(quote, p.statement.quote) for p in card.of("yearly")):
        return "yearly"
    start, _ = _sentence(quote)
    return "afterwards" if _CHOSEN.search(quote.clause.text[start : quote.end]) else "application"


def _beside(told: Point, points: list[Point], others: list[Point]) -> bool:
    """Whether copies or seals are those of a paper: told in its words, or in the rest of a sentence that names no
    other paper ("填写申报书，一式4份")."""
    quote = told.statement.quote
    if any(overlap(quote, p.statement.quote) for p in (*points, *others)):
        return any(overlap(quote, p.statement.quote) for p in points)
    start, end = _sentence(quote)
    whole = span(quote.clause, start, end)
    near, far = ([p for p in ps if overlap(whole, p.statement.quote)] for ps in (points, others))
    return bool(near) and not far


def _sentence(quote: Quote) -> tuple[int, int]:
    """Where the sentences that hold the quote begin and end."""
    spans = [(a, b) for a, b in sentences(quote.clause.text) if a < quote.end and quote.start < b]
    return spans[0][0], spans[-1][1]
