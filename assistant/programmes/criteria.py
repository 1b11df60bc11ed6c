"""What a programme's card asks of applicants: each rule as one criterion with the points it rests on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any, Literal

from assistant.guideline.card import Card, Facet, Point
from assistant.guideline.document import Guideline
from assistant.guideline.patterns import regex
from assistant.guideline.statement import Statement
from assistant.guideline.values import Quantity
from assistant.programmes.asking_points import MEASURED, counted, due, measured, meets, mentioned, softly
from assistant.programmes.zones import home

FACETS: tuple[Facet, ...] = (
    "lead", "lead_standing", "partner", "partner_count", "enterprise", "cooperation", "ratio", "quota",
)  # fmt: skip
"""The facets that say who may apply."""

Kind = Literal[
    "lead",  # who may lead
    "applicant",  # who may apply or build, beside a rule on the lead
    "region",  # where a unit must not be from
    "home",  # an applicant from elsewhere, of whom the document says nothing
    "partner",  # who may join
    "joined",  # a kind that must be among the partners
    "count",  # how many partners, of all kinds or of some
    "age",
    "cooperation",
    "ratio",
    "quota",
    "words",  # a requirement in words, to be answered by yes or no
    "mention",  # a form's field, an indicator, a task or a definition beside the conditions
    "preference",  # 优先, 鼓励
]
_ORDER: tuple[Kind, ...] = (
    "lead", "applicant", "region", "home", "partner", "joined", "count", "age", "words", "cooperation", "ratio",
    "quota", "mention", "preference",
)  # fmt: skip
_LISTED = regex(r"等|包括|可(?!持续)")


@dataclass(frozen=True, slots=True)
class Criterion:
    """One rule. `id` names it in every card that holds the same words of the same clause. `points` are one rule told
    once or more often, or several on the same matter that `kind` weighs together; none for kind "home" and for a
    programme whose documents do not say who may lead."""

    id: str
    facet: Facet
    kind: Kind
    points: tuple[Point, ...]

    @property
    def statements(self) -> tuple[Statement, ...]:
        """What the points say."""
        return tuple(p.statement for p in self.points)

    @property
    def quantity(self) -> Quantity:
        """The number of a criterion of figures; ValueError for one of another kind."""
        value = self.points[0].statement.value if self.points else None
        if not isinstance(value, Quantity):
            raise ValueError(f"{self.id} has no number")
        return value

    @property
    def reviewed(self) -> bool:
        """Whether a reviewer checked every point."""
        return all(p.reviewed for p in self.points)


@dataclass(frozen=True, slots=True)
class Sheet:
    """The criteria of one programme, in the order in which they are shown; `local` is the place the document is for.

    `known` keeps what was decided of a unit, since finding the questions decides the same again and again.
    """

    card: Card
    local: str
    criteria: tuple[Criterion, ...]
    known: dict[object, Any] = field(default_factory=dict, compare=False, repr=False)


def sheet(card: Card, guideline: Guideline) -> Sheet:
    """The criteria of a card. A point that a conflict's governing clause overrules is none."""
    local = home(guideline.entry.region)
    points = [p for p in card.of(*FACETS) if not _overruled(p, card)]
    made = [*_who(card, points, local), *_partners(points), *_figures(points), *_worded(points)]
    told = {p for c in made for p in c.points}
    rest = [p for p in points if p not in told]
    made += [_one("preference", p) for p in rest if p.statement.modality in ("prefer", "encourage")]
    unique = _numbered(made)
    return Sheet(card, local, tuple(sorted(unique, key=lambda c: _ORDER.index(c.kind))))


def _who(card: Card, points: list[Point], local: str) -> Iterator[Criterion]:
    """Who may lead, and who may apply where that is a rule of its own."""
    units = [p for p in points if p.facet == "lead" and p.statement.attribute == "unit" and p.statement.units]
    regional = [p for p in units if _regional(p.statement)]
    others = [p for p in units if p not in regional]
    lead = tuple(p for p in others if p.statement.role == "lead")
    applying = tuple(p for p in others if p.statement.role in ("applicant", "builder"))
    if not any(not softly(p.statement) for p in lead):
        lead, applying = (*lead, *applying), ()
    yield Criterion(_id(lead[0]) if lead else f"{card.programme}:lead", "lead", "lead", lead)
    if rules := tuple(p for p in applying if not softly(p.statement)):
        yield Criterion(_id(rules[0]), "lead", "applicant", rules)
    for point in regional:
        yield _one("region", point)
    placed = any(u.feature("region") for p in lead for u in p.statement.units if not softly(p.statement))
    if local and not regional and not placed:
        yield Criterion(f"{card.programme}:home", "lead", "home", ())


def _partners(points: list[Point]) -> Iterator[Criterion]:
    named = [p for p in points if p.facet == "partner" and p.statement.attribute == "unit" and p.statement.units]
    regional = [p for p in named if _regional(p.statement)]
    units = [p for p in named if p not in regional]
    for point in regional:
        yield _one("region", point)
    if units:
        yield Criterion(_id(units[0]), "partner", "partner", tuple(units))
    for point in units:
        said = point.statement
        if said.modality == "must" and not said.closed and len(said.units) == 1 and not _LISTED.search(said.quote.text):
            yield _one("joined", point)


def _figures(points: list[Point]) -> Iterator[Criterion]:
    """Criteria of numbers; the same rule told twice is one."""
    groups: dict[object, list[Point]] = {}
    for point in points:
        said = point.statement
        if softly(said) or not measured(said) or (said.attribute == "ratio" and not due(point)):
            continue
        units = frozenset((u.kind, u.features) for u in said.units)
        about = said.subject if said.attribute == "ratio" else ""
        interval = said.value.interval if isinstance(said.value, Quantity) else None
        groups.setdefault((said.attribute, said.role, units, interval, about, said.modality), []).append(point)
    for group in groups.values():
        kind = next(k for k in MEASURED if k == group[0].statement.attribute)
        yield Criterion(_id(group[0]), group[0].facet, kind, tuple(group))


def _worded(points: list[Point]) -> Iterator[Criterion]:
    """Requirements that only words can tell. What 可 allows asks nothing of anybody."""
    for point in points:
        said = point.statement
        if softly(said) or said.modality == "may" or measured(said) or (said.attribute == "unit" and said.units):
            continue
        if (said.attribute != "ratio" or due(point)) and not counted(said, points):
            yield _one("mention" if mentioned(said) else "words", point)


def _overruled(point: Point, card: Card) -> bool:
    """Whether a conflict of the card lets another clause govern."""
    own = point.statement.quote
    for conflict in card.conflicts:
        if conflict.governs is None or conflict.facet != point.facet or meets(own, conflict.quotes[conflict.governs]):
            continue
        if any(meets(own, quote) for quote in conflict.quotes):
            return True
    return False


def _regional(statement: Statement) -> bool:
    """A prohibition of units from outside."""
    return statement.modality == "must_not" and all(u.feature("region") for u in statement.units)


def _one(kind: Kind, point: Point) -> Criterion:
    return Criterion(_id(point), point.facet, kind, (point,))


def _id(point: Point) -> str:
    quote = point.statement.quote
    return f"{quote.clause.document}#{quote.clause.id}:{quote.start}"


def _numbered(criteria: Iterable[Criterion]) -> Iterator[Criterion]:
    """Each id says what it is of, and no two of one programme are the same."""
    seen: dict[str, int] = {}
    for criterion in criteria:
        name = criterion.id if criterion.id.endswith(f":{criterion.kind}") else f"{criterion.id}:{criterion.kind}"
        seen[name] = seen.get(name, 0) + 1
        suffix = f":{seen[name]}" if seen[name] > 1 else ""
        yield Criterion(name + suffix, criterion.facet, criterion.kind, criterion.points)
