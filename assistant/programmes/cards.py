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
    left = desk.left()
    cards = tuple(desk.card(p, by_programme.get(p), points, left) for p in programmes)
    order = {(c.document, c.id): n for n, c in enumerate(c for g in guidelines for c in g.clauses)}
    kept = sorted((*left.values(), *desk.written), key=lambda s: order[(s.quote.clause.document, s.quote.clause.id)])
    return Reviewed(tuple(kept), cards, tuple(desk.notices))


class _Desk:
    """Where the cards of one corpus are put together."""

    def __init__(
        self, guidelines: tuple[Guideline, ...], programmes: dict[str, Programme], extracted: tuple[Statement, ...]
    ) -> None:
        self._by_id = {g.id: g for g in guidelines}
        self._programmes = programmes
        # For each extracted statement the programmes it still speaks of; None: as it was extracted.
        self._left: dict[Statement, tuple[str, ...] | None] = dict.fromkeys(extracted)
        self._silent: dict[str, frozenset[Facet]] = {}
        self.written: list[Statement] = []
        self.notices: list[Notice] = []

    def review(self, file: CardFile) -> tuple[Point, ...]:
        """The reviewed points of a programme, in the order of the file."""
        own = self._by_id[self._programmes[file.programme].document]
        self._silent[file.programme] = file.silent
        made: list[tuple[Facet, Statement]] = []
        for draft in file.drafts:
            try:
                made.append((draft.facet, stated(draft, file.programme, own, self._by_id)))
            except Unfit as error:
                self._dropped(file.programme, draft.place.quote, error)
        held = [s for s in self._left if self._speaks(s, file.programme)]
        points: list[Point | None] = [None] * len(made)
        taken: set[Statement] = set()
        for at, (facet, said) in enumerate(made):
            same = next((s for s in held if s not in taken and _same(s, said)), None)
            if same is not None:
                taken.add(same)
                points[at] = Point(facet, same, "accepted")
        for at, (facet, said) in enumerate(made):
            if points[at] is None:
                wrong = [s for s in held if s not in taken and _rivals(s, said)]
                taken.update(wrong)
                for statement in wrong:
                    self._take_away(statement, file.programme)
                self.written.append(said)
                standing: Standing = "corrected" if wrong else "added"
                points[at] = Point(facet, said, standing)
        for rejected in file.rejected:
            self._reject(rejected, file.programme, own, held)
        return tuple(p for p in points if p is not None)

    def card(
        self,
        programme: str,
        file: CardFile | None,
        reviews: dict[str, tuple[Point, ...]],
        left: dict[Statement, Statement],
    ) -> Card:
        """The card of a programme: reviewed points by facet, those of the programme it is a kind of where it has
        none of its own, then what was extracted."""
        whole = programme.partition("/")[0]
        own, above = reviews.get(programme, ()), reviews.get(whole, ())
        filed = {p.statement for p in (*own, *above)}  # also under another facet than the extractor's
        extracted = [s for s in left if s not in filed and self._speaks(s, programme)]
        points: list[Point] = []
        for facet in FACETS:
            checked = [p for p in own if p.facet == facet] or [p for p in above if p.facet == facet]
            points += checked or [Point(facet, s, "extracted") for s in extracted if facet_of(s) == facet]
        points = [replace(p, statement=left.get(p.statement, p.statement)) for p in points]
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

    def left(self) -> dict[Statement, Statement]:
        """What was extracted and still speaks of some programme, each as it speaks now."""
        return {s: s if p is None else replace(s, programmes=p) for s, p in self._left.items() if p is None or p}

    def _speaks(self, statement: Statement, programme: str) -> bool:
        left = self._left[statement]
        named = statement.programmes if left is None else left
        if named or left is not None:
            return programme in named or programme.partition("/")[0] in named
        return any(p.id == programme for p in self._by_id[statement.quote.clause.document].spoken)

    def _take_away(self, statement: Statement, programme: str) -> None:
        """The statement speaks of the programme no more; of its siblings it still does."""
        heard = [p for p in self._programmes if self._speaks(statement, p)]
        kinds = {k for k in heard if k.startswith(f"{programme}/")}
        above = programme.partition("/")[0]
        self._left[statement] = tuple(p for p in heard if p not in (programme, above) and p not in kinds)

    def _reject(self, rejected: Rejected, programme: str, own: Guideline, held: list[Statement]) -> None:
        try:
            quote = placed(rejected.place, own, self._by_id)
        except Unfit as error:
            self._dropped(programme, rejected.place.quote, error)
            return
        for statement in held:
            same = statement.attribute == rejected.attribute and rejected.role in (None, statement.role)
            if same and _overlap(statement.quote, quote) and self._speaks(statement, programme):
                self._take_away(statement, programme)

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
