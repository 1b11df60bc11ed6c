"""What holds once later documents changed earlier ones: statements, cards and deadlines."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from assistant.guideline.amendment import Amendment, overlap, unlabelled
from assistant.guideline.card import FACETS, Card, Point
from assistant.guideline.document import Guideline
from assistant.guideline.quote import Quote, span
from assistant.guideline.statement import Statement
from assistant.guideline.values import Day, Quantity
from assistant.programmes.cards import Reviewed
from assistant.programmes.facets import facet_of
from assistant.programmes.measures import bound_after, bound_before
from assistant.programmes.moved_deadlines import moved
from assistant.programmes.numerals import half_width
from assistant.programmes.rewording import Reworded, in_order
from assistant.programmes.rivalry import replaces


@dataclass(frozen=True, slots=True)
class Amended:
    """`statements` hold now and `former` held before; cards show both. `guidelines` are those given, with the
    deadlines of programmes as amended."""

    guidelines: tuple[Guideline, ...]
    statements: tuple[Statement, ...]
    former: tuple[Statement, ...]
    cards: tuple[Card, ...]
    amendments: tuple[Amendment, ...]


def amended(guidelines: tuple[Guideline, ...], held: Reviewed, said: Reworded) -> Amended:
    """The reviewed view once every later document is read."""
    if not any(g.entry.amends for g in guidelines):
        return Amended(guidelines, held.statements, (), held.cards, ())
    desk = _Desk(guidelines, held, said)
    desk.by_words()
    desk.by_values()
    live, former = desk.statements()
    return Amended(
        moved(guidelines, held.statements, desk.gone, desk.amendments),
        live,
        former,
        desk.cards(live, former),
        tuple(desk.amendments),
    )


class _Desk:
    """Where statements of documents that amend each other are held against each other."""

    def __init__(self, guidelines: tuple[Guideline, ...], held: Reviewed, said: Reworded) -> None:
        self._guidelines = guidelines
        self._by_id = {g.id: g for g in guidelines}
        self._held, self._said = held, said
        self.amendments = list(said.amendments)
        # For each statement that holds no more: for which programmes, and by which amendment.
        self.gone: dict[Statement, dict[str, Amendment]] = {}
        self._later = in_order(guidelines)
        self._rank = {g.id: n for n, g in enumerate(self._later, 1)}

    def by_words(self) -> None:
        """Statements that rest on words that were changed."""
        for told in self._held.statements:
            for change in self._changes(told):
                mine = self.gone.setdefault(told, {})
                mine.update({p: change for p in self._heard(told) if change.concerns(p) and p not in mine})

    def by_values(self) -> None:
        """Statements whose value a later document gives anew."""
        for later in self._later:
            earlier = [g.id for g in self._guidelines if self._precedes(g, later)]
            new = [s for s in self._held.statements if s.quote.clause.document == later.id]
            for newer in new:
                for programme in self._heard(newer):
                    old = [s for s in self._live(programme, earlier) if s.attribute == newer.attribute]
                    for older in [o for o in old if self._holds(newer, programme) and replaces(newer, o, old)]:
                        self._replace(older, newer, programme)

    def statements(self) -> tuple[tuple[Statement, ...], tuple[Statement, ...]]:
        """Those that hold, and those that did."""
        live: list[Statement] = []
        former: list[Statement] = []
        for told in self._held.statements:
            gone = self.gone.get(told, {})
            if not gone:
                live.append(told)
                continue
            above = {p.partition("/")[0] for p in gone}
            if left := tuple(p for p in self._heard(told) if p not in gone and p not in above):
                live.append(replace(told, programmes=_widest(left)))
            former.append(replace(told, programmes=_widest(tuple(gone))))
        return tuple(live), tuple(former)

    def cards(self, live: tuple[Statement, ...], former: tuple[Statement, ...]) -> tuple[Card, ...]:
        """The cards with what holds first and what held before after it, facet by facet."""
        return tuple(self._card(card, live, former) for card in self._held.cards)

    def _card(self, card: Card, live: tuple[Statement, ...], former: tuple[Statement, ...]) -> Card:
        name = card.programme
        if not any(p.id == name for g in self._later for p in g.also):
            return card
        kept: list[Point] = []
        gone: list[Point] = []
        for point in card.points:
            change = self.gone.get(point.statement, {}).get(name)
            if change is None:
                kept.append(replace(point, statement=_same(point.statement, live, name)))
            else:
                gone.append(
                    Point(point.facet, _same(point.statement, former, name), point.standing, self._latest(change))
                )
        shown = {id(p.statement) for p in kept}
        kept += [
            Point(facet_of(s), s, "extracted")
            for s in live
            if s.quote.clause.document in self._rank and name in self._heard(s) and id(s) not in shown
        ]
        points = tuple(p for facet in FACETS for p in (*kept, *gone) if p.facet == facet)
        return replace(card, points=points, silent=card.silent - {p.facet for p in kept})

    def _replace(self, older: Statement, newer: Statement, programme: str) -> None:
        mine = self.gone.setdefault(older, {})
        same = next((a for a in mine.values() if a.newer == newer.quote), None)
        known = same.programmes if same else ()
        change = Amendment((*known, programme), unlabelled(older.quote), _figure(older), newer.quote)
        if same:
            self.amendments[self.amendments.index(same)] = change
            mine.update({p: change for p, a in mine.items() if a == same})
        else:
            self.amendments.append(change)
        mine[programme] = change

    def _latest(self, change: Amendment) -> Quote:
        """The words that hold now, where those that came first were changed again."""
        again = next((a for a in self.amendments if overlap(a.fell, change.newer)), None)
        return self._latest(again) if again else change.newer

    def _changes(self, told: Statement) -> list[Amendment]:
        """The orders that changed the words a statement rests on: its own, else those it is listed under."""
        mine = told.quote.clause
        here = [a for a in self._said.amendments if a.older.clause.document == mine.document]
        own = [a for a in here if overlap(told.quote, a.fell)]
        if own or told not in self._said.former:
            return own
        return [a for a in here if a.older.clause.id in (mine.id, mine.parent) or a.older.clause.parent == mine.id]

    def _live(self, programme: str, documents: Iterable[str]) -> Iterator[Statement]:
        for told in self._held.statements:
            if told.quote.clause.document in documents and self._holds(told, programme):
                yield told

    def _holds(self, told: Statement, programme: str) -> bool:
        return programme in self._heard(told) and programme not in self.gone.get(told, {})

    def _precedes(self, one: Guideline, later: Guideline) -> bool:
        """Whether the later document amends the other, or both amend one and it is the later of them."""
        below = self._below(later)
        if one.id in below:
            return True
        dated = one.entry.issued and later.entry.issued and one.entry.issued < later.entry.issued
        return bool(dated and one.id != later.id and below & self._below(one))

    def _below(self, guideline: Guideline) -> frozenset[str]:
        own = frozenset(i for i in guideline.entry.amends if i in self._by_id)
        return own.union(*(self._below(self._by_id[i]) for i in own))

    def _heard(self, told: Statement) -> tuple[str, ...]:
        """The programmes a statement speaks of, the kinds of each after it."""
        every = [p.id for p in self._by_id[told.quote.clause.document].spoken]
        named = told.programmes or tuple(p for p in every if "/" not in p)
        return tuple(dict.fromkeys(i for p in named for i in (p, *(k for k in every if k.startswith(f"{p}/")))))


def _widest(programmes: tuple[str, ...]) -> tuple[str, ...]:
    """The programmes without the kinds of one that is there itself."""
    return tuple(p for p in programmes if p.partition("/")[0] == p or p.partition("/")[0] not in programmes)


def _same(told: Statement, among: tuple[Statement, ...], programme: str) -> Statement:
    """The statement as it stands among others, where it may speak of fewer programmes."""
    alike = [s for s in among if replace(s, programmes=()) == replace(told, programmes=())]
    mine = [s for s in alike if programme in s.programmes or programme.partition("/")[0] in s.programmes]
    return next(iter((*(s for s in alike if s is told), *mine, *alike)), told)


def _figure(told: Statement) -> Quote:
    """The figure or date of a statement with the words that bound it; all of its words where it is neither."""
    quote, value = told.quote, told.value
    if not isinstance(value, Quantity | Day) or not quote.start <= value.start < value.end <= quote.end:
        return quote
    text = half_width(quote.clause.text)
    start, end = bound_before(text, value.start)[1], bound_after(text, value.end)[1]
    return span(quote.clause, max(quote.start, start), min(quote.end, max(end, value.end)))
