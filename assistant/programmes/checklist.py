"""What to do for one programme, in order (办事清单): steps, papers, where to and by when."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from assistant.guideline.card import FACETS, Card, Facet, Point
from assistant.guideline.document import Guideline
from assistant.guideline.patterns import regex
from assistant.guideline.quote import Quote, span
from assistant.programmes.cells import Cell, Due, Head, State, cell, distinct, head, tight
from assistant.programmes.dates import Dated, dated, last_day
from assistant.programmes.days import find_days
from assistant.programmes.papers_of import Paper, overlap, papers

Stage = Literal[
    "process", "eligibility", "forms", "materials", "seal", "submission", "review", "public_notice", "afterwards"
]
DETAILS: tuple[Facet, ...] = (
    "material", "copies", "seal", "format", "naming", "word_limit", "submission",
    "contact", "deadline", "public_notice", "yearly",
)  # fmt: skip
"""The facets of which a checklist says what the documents hold, or that they hold nothing."""

_BY_STAGE: Mapping[Stage, tuple[Facet, ...]] = {
    "eligibility": (
        "lead", "lead_standing", "partner", "partner_count", "enterprise", "cooperation", "ratio", "quota", "field",
    ),
    "seal": ("copies", "seal"),
    "submission": ("submission", "deadline"),
    "review": ("process", "review", "approval"),
    "public_notice": ("public_notice",),
    "afterwards": ("yearly",),
}  # fmt: skip
_ORDER: tuple[Stage, ...] = (
    "eligibility", "forms", "materials", "seal", "submission", "review", "public_notice", "afterwards",
)  # fmt: skip
_MARKS = " 。.：:；;"
_FORM = regex(r"(?:申报|申请|推荐|登记|报名|任务|汇总|信息)\w{0,4}[书表]$|[书表]$")
_HANDS_IN = regex(r"报送|提交|递交|寄送|邮寄|上报|报至|送至|发送|上传")
_LATER = regex(r"评审|评选|遴选|审查|审核|公示|认定|验收|考核|检查|授牌|立项")


@dataclass(frozen=True, slots=True)
class Step:
    """Something to do, or that happens; `quotes` are its words, a whole clause where the card names it by its
    heading; `dues` are the last days that they name."""

    stage: Stage
    state: State
    points: tuple[Point, ...]
    quotes: tuple[Quote, ...]
    dues: tuple[Due, ...] = ()

    @property
    def passed(self) -> bool:
        """Whether it can no longer be done in time."""
        return bool(self.dues) and all(due.passed for due in self.dues)


@dataclass(frozen=True, slots=True)
class Checklist:
    """`written` says that the documents give the steps; else they are in the usual order. `kinds` are ids of the kinds
    of the programme, each with a checklist of its own; `documents` are those that quotes of it stand in."""

    as_of: date
    head: Head
    written: bool
    steps: tuple[Step, ...]
    papers: tuple[Paper, ...]
    details: tuple[Cell, ...]
    dates: tuple[Dated, ...]
    kinds: tuple[str, ...]
    documents: tuple[Guideline, ...]


def checklist(programme: str, cards: Sequence[Card], guidelines: Sequence[Guideline], today: date) -> Checklist:
    """The checklist of a programme as of a day; KeyError where no document regulates it."""
    by_programme = {card.programme: card for card in cards}
    home, named = {p.id: (g, p) for g in guidelines for p in g.programmes}[programme]
    card = by_programme.get(programme) or Card(programme, "", None, ())
    title = head(card, home, named, today)
    desk = _Desk(card, by_programme, title.deadlines, named.deadline, today)
    written = tuple(p for p in card.of("process") if p.statement.attribute == "step")
    held, details = papers(card), tuple(desk.details())
    quoted = {p.statement.quote.clause.document for p in card.points}
    quoted |= {q.clause.document for c in details for conflict in c.conflicts for q in conflict.quotes}
    return Checklist(
        today,
        title,
        bool(written),
        tuple(desk.written(written) if written else desk.derived(held)),
        held,
        details,
        dated(card, today, named.deadline),
        tuple(p.id for p in home.programmes if p.id.startswith(f"{programme}/")),
        tuple(g for g in guidelines if g.id in quoted),
    )


class _Desk:
    """Where the steps of one card are put in order; `known` are the deadlines of its head, `amended` the one that a
    later notice set."""

    def __init__(
        self, card: Card, cards: Mapping[str, Card], known: tuple[Due, ...], amended: date | None, today: date
    ) -> None:
        self._card, self._cards, self._known, self._amended, self._today = card, cards, known, amended, today
        self._deadlines = card.of("deadline")
        # A yearly figure or cut-off date is filed under the same facet and is nothing to do.
        self._yearly = tuple(p for p in card.of("yearly") if p.statement.attribute in ("yearly", "material"))

    def written(self, steps: tuple[Point, ...]) -> Iterator[Step]:
        """The steps as the documents give them, with the deadlines and the yearly duties that stand elsewhere."""
        said = {step: _in_full(step) for step in steps}
        mine = {step: tuple(d for d in self._deadlines if _overlap(d, said[step])) for step in steps}
        loose = tuple(d for d in self._deadlines if all(d not in own for own in mine.values()))
        after = _last_to_hand_in(steps)
        for number, step in enumerate(steps):
            yield Step("process", "stated", (step,), (said[step],), self._dues(mine[step], (said[step],)))
            if number == after and loose:
                yield Step("submission", "stated", loose, _quotes(loose), self._dues(loose, _quotes(loose)))
        yearly = tuple(y for y in self._yearly if not any(_overlap(y, quote) for quote in said.values()))
        if yearly:
            yield Step("afterwards", "stated", yearly, _quotes(yearly))

    def derived(self, held: Sequence[Paper]) -> Iterator[Step]:
        """The usual steps with what the card has for each."""
        for stage in _ORDER:
            if stage in ("forms", "materials"):
                wanted = [p for p in held if p.phase == "application" and _is_form(p.name) == (stage == "forms")]
                points = tuple(point for paper in wanted for point in paper.points)
                cells = [cell(self._card, "material", self._cards)]
            else:
                cells = [cell(self._card, facet, self._cards) for facet in _BY_STAGE[stage]]
                points = self._yearly if stage == "afterwards" else tuple(p for c in cells for p in c.points)
            if not points and any(c.state == "stated" for c in cells):
                continue  # what there is stands in another step
            mine = tuple(d for d in self._deadlines if any(_overlap(d, p.statement.quote) for p in points))
            # The catalogue may know a deadline that no clause was read as.
            dues = self._known if stage == "submission" and not self._deadlines else self._dues(mine, _quotes(points))
            yield Step(stage, _state(points, cells), points, _quotes(points), dues)

    def details(self) -> Iterator[Cell]:
        """The facets that a checklist tells of, and any that the documents contradict themselves about."""
        for facet in FACETS:
            told = cell(self._card, facet, self._cards)
            if facet in DETAILS or told.conflicts:
                yield told

    def _dues(self, deadlines: Sequence[Point], quotes: Sequence[Quote]) -> tuple[Due, ...]:
        days = {day for point in deadlines if (day := last_day(point)) is not None}
        # The words may still name the day that a later notice moved.
        if self._amended is not None and (
            days or any(d.before and d.full() for q in quotes for d in find_days(q.text))
        ):
            days = {self._amended}
        return tuple(Due(day, day < self._today) for day in sorted(days))


def _last_to_hand_in(steps: tuple[Point, ...]) -> int:
    """The place of the last step that hands something in before anything is judged; where none does, of the last
    before that."""
    found, before = -1, 0
    for number, step in enumerate(steps):
        words = _in_full(step).text
        if _HANDS_IN.search(words):
            found = number
        elif _LATER.search(words):
            break
        before = number
    return before if found < 0 else found


def _is_form(name: str) -> bool:
    return _FORM.search(name) is not None


def _state(points: tuple[Point, ...], cells: Sequence[Cell]) -> State:
    if points:
        return "stated"
    states = {c.state for c in cells}
    if "kinds" in states:
        return "kinds"
    return "silent" if states == {"silent"} else "unseen"


def _in_full(step: Point) -> Quote:
    """The words of a step; of one named by the heading that runs into its clause, the clause."""
    quote = tight(step.statement.quote)
    clause = quote.clause
    if clause.heading and quote.text.strip(_MARKS) == clause.heading.strip(_MARKS):
        return span(clause, quote.start, len(clause.text))
    return quote


def _quotes(points: Sequence[Point]) -> tuple[Quote, ...]:
    return distinct(tight(p.statement.quote) for p in points)


def _overlap(point: Point, quote: Quote) -> bool:
    return overlap(point.statement.quote, quote)
