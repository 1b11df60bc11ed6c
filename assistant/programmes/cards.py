"""The reviewed view over the extracted statements: what was accepted, corrected, added and rejected, by programme."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from assistant.guideline.card import FACETS, Card, Conflict, Facet, Point, Standing
from assistant.guideline.document import Guideline, Programme
from assistant.guideline.quote import Quote
from assistant.guideline.statement import Statement
from assistant.guideline.values import Day, Quantity
from assistant.programmes.card_files import CardFile, Clash, Rejected
from assistant.programmes.card_points import Unfit, placed, stated
from assistant.programmes.facets import facet_of

Notice = tuple[str, str]
"""What did not fit, for whoever keeps the corpus, in Chinese and in English."""


@dataclass(frozen=True, slots=True)
class Reviewed:
    """`statements` are those to answer from, in the order of their clauses; `cards` one for each held programme."""

    statements: tuple[Statement, ...]
    cards: tuple[Card, ...]
    notices: tuple[Notice, ...] = ()


def reviewed(
    guidelines: tuple[Guideline, ...], extracted: tuple[Statement, ...], files: tuple[CardFile, ...]
) -> Reviewed:
    """The view of the reviewers over what was extracted.

    A point whose quote or value is not in its document is left out with a notice, and what was extracted stays.
    """
    programmes = {p.id: p for g in guidelines for p in g.programmes if p.held}
    desk = _Desk(guidelines, programmes, extracted)
    by_programme = {file.programme: file for file in files}
    for name in by_programme.keys() - programmes.keys():
        desk.notices.append((f"项目要点 {name} 没有对应的项目。", f"The card {name} belongs to no programme."))
    points = {p: desk.review(by_programme[p]) for p in programmes if p in by_programme}
    cards = tuple(desk.card(p, by_programme.get(p), points) for p in programmes)
    order = {(c.document, c.id): n for n, c in enumerate(c for g in guidelines for c in g.clauses)}
    kept = sorted((*desk.left(), *desk.written), key=lambda s: order[(s.quote.clause.document, s.quote.clause.id)])
    return Reviewed(tuple(kept), cards, tuple(desk.notices))


@dataclass(eq=False, slots=True)
class _Held:
    """An extracted statement, and the programmes it still speaks of after the review; None: as it was extracted.

    What is left of it is made once, since cards and engine share it.
    """

    extracted: Statement
    left: tuple[str, ...] | None = None
    made: Statement | None = None

    def now(self) -> Statement:
        """The statement as it speaks now."""
        if self.left is None:
            return self.extracted
        if self.made is None:
            self.made = replace(self.extracted, programmes=self.left)
        return self.made


@dataclass(frozen=True, slots=True)
class _Filed:
    """A reviewed point: the statement accepted, or the one written in its place."""

    facet: Facet
    standing: Standing
    said: _Held | Statement

    def point(self) -> Point:
        """The point as the card shows it."""
        return Point(self.facet, self.said.now() if isinstance(self.said, _Held) else self.said, self.standing)


class _Desk:
    """Where the cards of one corpus are put together."""

    def __init__(
        self, guidelines: tuple[Guideline, ...], programmes: dict[str, Programme], extracted: tuple[Statement, ...]
    ) -> None:
        self._by_id = {g.id: g for g in guidelines}
        self._programmes = programmes
        self._held = tuple(_Held(s) for s in extracted)
        self._silent: dict[str, frozenset[Facet]] = {}
        self.written: list[Statement] = []
        self.notices: list[Notice] = []

    def review(self, file: CardFile) -> tuple[_Filed, ...]:
        """The reviewed points of a programme, in the order of the file."""
        own = self._by_id[self._programmes[file.programme].document]
        self._silent[file.programme] = file.silent
        made: list[tuple[Facet, Statement]] = []
        for draft in file.drafts:
            try:
                made.append((draft.facet, stated(draft, file.programme, own, self._by_id)))
            except Unfit as error:
                self._dropped(file.programme, draft.place.quote, error)
        held = [h for h in self._held if self._speaks(h, file.programme)]
        filed: list[_Filed | None] = [None] * len(made)
        taken: set[_Held] = set()
        for at, (facet, said) in enumerate(made):
            same = next((h for h in held if h not in taken and _same(h.extracted, said)), None)
            if same is not None:
                taken.add(same)
                filed[at] = _Filed(facet, "accepted", same)
        for at, (facet, said) in enumerate(made):
            if filed[at] is None:
                wrong = [h for h in held if h not in taken and _rivals(h.extracted, said)]
                taken.update(wrong)
                for statement in wrong:
                    self._take_away(statement, file.programme)
                self.written.append(said)
                filed[at] = _Filed(facet, "corrected" if wrong else "added", said)
        for rejected in file.rejected:
            self._reject(rejected, file.programme, own, held)
        return tuple(f for f in filed if f is not None)

    def card(
        self,
        programme: str,
        file: CardFile | None,
        reviews: dict[str, tuple[_Filed, ...]],
    ) -> Card:
        """The card of a programme: reviewed points by facet, those of the programme it is a kind of where it has
        none of its own, then what was extracted."""
        whole = programme.partition("/")[0]
        own, above = reviews.get(programme, ()), reviews.get(whole, ())
        filed = {f.said for f in (*own, *above) if isinstance(f.said, _Held)}  # also under another facet
        extracted = [h for h in self._held if h not in filed and self._speaks(h, programme)]
        points: list[Point] = []
        for facet in FACETS:
            checked = [f for f in own if f.facet == facet] or [f for f in above if f.facet == facet]
            found = (Point(facet, h.now(), "extracted") for h in extracted if facet_of(h.extracted) == facet)
            points += [f.point() for f in checked] or found
        if file is None:
            return Card(programme, "", None, tuple(points))
        told = {p.facet for p in points}
        for facet in sorted(file.silent & told):
            self.notices.append(
                (
                    f"项目要点 {programme} 说文件对 {facet} 没有规定，但文件里有。",
                    f"The card {programme} says that {facet} is not regulated, but it is.",
                )
            )
        conflicts = tuple(c for clash in file.clashes for c in self._conflict(clash, programme))
        silent = (file.silent | self._silent.get(whole, frozenset())) - told
        return Card(programme, file.checked_by, file.checked_on, tuple(points), silent, conflicts)

    def left(self) -> Iterator[Statement]:
        """What was extracted and still speaks of some programme, each as it speaks now."""
        return (h.now() for h in self._held if h.left is None or h.left)

    def _speaks(self, held: _Held, programme: str) -> bool:
        named = held.extracted.programmes if held.left is None else held.left
        if named or held.left is not None:
            return programme in named or programme.partition("/")[0] in named
        return any(p.id == programme for p in self._by_id[held.extracted.quote.clause.document].spoken)

    def _take_away(self, held: _Held, programme: str) -> None:
        """The statement speaks of the programme no more; of its siblings it still does."""
        heard = [p for p in self._programmes if self._speaks(held, p)]
        kinds = {k for k in heard if k.startswith(f"{programme}/")}
        above = programme.partition("/")[0]
        held.left = tuple(p for p in heard if p not in (programme, above) and p not in kinds)

    def _reject(self, rejected: Rejected, programme: str, own: Guideline, held: list[_Held]) -> None:
        try:
            quote = placed(rejected.place, own, self._by_id)
        except Unfit as error:
            self._dropped(programme, rejected.place.quote, error)
            return
        for one in held:
            said = one.extracted
            same = said.attribute == rejected.attribute and rejected.role in (None, said.role)
            if same and _overlap(said.quote, quote) and self._speaks(one, programme):
                self._take_away(one, programme)

    def _conflict(self, clash: Clash, programme: str) -> Iterator[Conflict]:
        own = self._by_id[self._programmes[programme].document]
        quotes: list[Quote] = []
        for place in clash.places:
            try:
                quotes.append(placed(place, own, self._by_id))
            except Unfit as error:
                self._dropped(programme, place.quote, error)
                return
        yield Conflict(clash.facet, tuple(quotes), clash.governs - 1 if clash.governs else None, clash.reason)

    def _dropped(self, programme: str, words: str, why: Unfit) -> None:
        self.notices.append(
            (
                f"项目要点 {programme} 中“{words[:30]}”与文件对不上，已略去，以自动提取的为准（未复核）。",
                f'In the card {programme} "{words[:30]}" does not fit its document ({why}); it is left out and what '
                "was extracted is used (not reviewed).",
            )
        )


def _overlap(one: Quote, other: Quote) -> bool:
    mine, theirs = one.clause, other.clause
    same = (mine.document, mine.id) == (theirs.document, theirs.id)
    return same and one.start < other.end and other.start < one.end


def _rivals(extracted: Statement, said: Statement) -> bool:
    """Whether both say the same sort of thing in the same place."""
    same = extracted.attribute == said.attribute and extracted.role == said.role
    return same and _overlap(extracted.quote, said.quote)


def _same(extracted: Statement, said: Statement) -> bool:
    """Whether the reviewer's point says just what was extracted."""
    return (
        _rivals(extracted, said)
        and {(u.kind, u.features) for u in extracted.units} == {(u.kind, u.features) for u in said.units}
        and _core(extracted) == _core(said)
        and (said.attribute not in _WORDED or said.value in (None, extracted.value))
    )


def _core(statement: Statement) -> object:
    value = statement.value
    if isinstance(value, Quantity):
        value_core: object = (value.interval, value.unit)
    elif isinstance(value, Day):
        value_core = (value.year, value.month, value.day)
    elif isinstance(value, str) or value is None:
        value_core = None if statement.attribute in _WORDED else value
    else:
        value_core = value
    return value_core, statement.modality, statement.closed


# Their value repeats words of the quote; a reviewer may leave it out.
_WORDED = frozenset({"material", "seal", "organiser", "format", "standing", "task", "goal", "field", "step"})
