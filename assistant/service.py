"""What the assistant does for whoever asks: command line, HTTP and page speak to this and to nothing behind it."""

from __future__ import annotations

import threading
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Protocol, TypeVar, overload

from assistant.answering.answer import Answer, Language, Question
from assistant.answering.reply.suggest import ANY_DAY, Suggestions
from assistant.errors import Ended, InputError, Unknown
from assistant.exchange import checked
from assistant.guideline.card import FACETS, Card, Facet
from assistant.guideline.clause import Clause
from assistant.guideline.document import Guideline, Programme
from assistant.programmes.assessment import Assessment, assess
from assistant.programmes.checklist import Checklist, checklist
from assistant.programmes.comparing import Comparison, compare
from assistant.programmes.profile import Profile
from assistant.search.protocols import Hit

if TYPE_CHECKING:
    from concurrent.futures import Future

    from assistant.drafting.draft import Draft, Flag
    from assistant.drafting.drafts import Drafted
    from assistant.drafting.facts import FactSheet
    from assistant.drafting.form import AbsentForm, Form, Forms
    from assistant.prechecks import Prechecked, Prechecks

SEARCH_LIMIT = 100
COMPARED_LIMIT = 12
Result = TypeVar("Result")


class Answers(Protocol):
    """Whatever turns a question into an answer."""

    def answer(self, question: Question, today: date) -> Answer:
        """The answer as of `today`."""

    def submit(self, question: Question, today: date) -> Future[Answer]:
        """The same answer, to come; returns at once. Ended once the engine was closed."""

    def close(self, grace: float = 10.0) -> None:
        """Take no more questions, and finish those that were taken within `grace` seconds."""


class Finds(Protocol):
    """Whatever ranks clauses: ids are "<document>#<clause id>"."""

    def __call__(self, query: str, k: int, keep: Collection[str] | None = None) -> tuple[tuple[str, float], ...]:
        """At most `k` ids with scores, best first, all of them in `keep` if that is given."""


class Related(Protocol):
    """Whatever knows which clauses resemble one: best first, by their ids; IndexUnusable where it cannot tell."""

    def __call__(self, place: str, k: int, keep: Callable[[str], bool] | None = None) -> tuple[Hit, ...]:
        """At most `k` of those that `keep` lets through."""


@dataclass(frozen=True, slots=True)
class Found:
    """A clause that a search brought up."""

    guideline: Guideline
    clause: Clause
    score: float


def _no_forms() -> Forms:
    from assistant.drafting.form import Forms

    return Forms((), ())


@dataclass(frozen=True, slots=True)
class Opened:
    """One complete generation, open for reading. `forms` reads the forms at the first call."""

    digest: str
    guidelines: tuple[Guideline, ...]
    unreadable: tuple[tuple[str, str], ...]
    engine: Answers
    find: Finds
    related: Related
    cards: tuple[Card, ...] = ()
    forms: Callable[[], Forms] = _no_forms


@dataclass(frozen=True, slots=True)
class Health:
    """What is being served."""

    index: str
    documents: int
    clauses: int
    programmes: int
    unreadable: tuple[tuple[str, str], ...]


class Assistant:
    """Answers from one generation; `reindex` moves on to a newer one without stopping."""

    def __init__(self, opened: Opened, reopen: Callable[[Opened], Opened]) -> None:
        self._opened = opened
        self._reopen = reopen
        self._suggesting: tuple[Opened, Suggestions] | None = None
        self._checking: tuple[Opened, Prechecks] | None = None
        self._closed = False
        self._moving = threading.Lock()

    def ask(self, question: Question, today: date) -> Answer:
        """The verified answer; InputError for a question that cannot be asked."""
        self._answerable(question)
        return self._of_current(lambda opened: opened.engine.answer(question, today))

    def submit(self, question: Question, today: date) -> Future[Answer]:
        """What `ask` gives, to come, for callers that must not wait; the same errors, some of them at once."""
        self._answerable(question)
        return self._of_current(lambda opened: opened.engine.submit(question, today))

    def starters(self, programme: str, language: Language) -> tuple[str, ...]:
        """At most six questions that the programme answers, to be asked with it as the filter; for "" those that
        most programmes answer."""
        if programme:
            self._programme(programme)
        return self._of_current(lambda opened: self._suggestions(opened).starters(programme, language))

    def following(self, answer: Answer, asked: Sequence[str], *, known: bool = False) -> tuple[str, ...]:
        """At most three questions to go on with after the answer, none of them in `asked`; with `known`, at once,
        from what `warm` has found out so far."""
        return self._of_current(lambda opened: self._suggestions(opened).following(answer, asked, known=known))

    def warm(self) -> None:
        """Find out beforehand which questions can be suggested."""
        self._of_current(lambda opened: self._suggestions(opened).warm())

    def _suggestions(self, opened: Opened) -> Suggestions:
        if (held := self._suggesting) is None or held[0] is not opened:
            held = (opened, Suggestions(lambda asked: opened.engine.answer(asked, ANY_DAY), _held(opened)))
            self._suggesting = held
        return held[1]

    def search(self, query: str, k: int = 10, programme: str = "") -> tuple[Found, ...]:
        """The `k` best clauses, of one programme's document if one is named."""
        checked(Question(query))
        if not 1 <= k <= SEARCH_LIMIT:
            raise InputError(f"条数 k 须在 1 到 {SEARCH_LIMIT} 之间。", f"k must lie between 1 and {SEARCH_LIMIT}.")

        def found(opened: Opened) -> tuple[Found, ...]:
            keep = _kept(opened.guidelines, self._programme(programme)) if programme else None
            return _found(opened, opened.find(query, k, keep))

        return self._of_current(found)

    def related(self, document: str, clause: str, k: int = 5) -> tuple[Found, ...]:
        """The `k` clauses of other documents that resemble this one most."""
        opened = self._opened
        _, (held, *_) = self.show(document, clause)
        own = f"{document}#"
        try:
            hits = opened.related(own + held.id, k, lambda place: not place.startswith(own))
        except KeyError:
            return ()
        return _found(opened, tuple((hit.id, hit.score) for hit in hits))

    def compare(self, programmes: Sequence[str], today: date, facets: Sequence[str] = ()) -> Comparison:
        """Two to twelve programmes side by side, facet by facet; all facets where none is named."""
        chosen, wanted = tuple(dict.fromkeys(programmes)), tuple(dict.fromkeys(facets))
        if not 2 <= len(chosen) <= COMPARED_LIMIT:
            raise InputError(
                f"请给出 2 到 {COMPARED_LIMIT} 个不同的项目来对比，现在是 {len(chosen)} 个。",
                f"A comparison takes 2 to {COMPARED_LIMIT} different programmes, not {len(chosen)}.",
            )
        opened = self._opened
        for name in chosen:
            _programme(opened.guidelines, name)
        return compare(chosen, tuple(map(_facet, wanted)), opened.cards, opened.guidelines, today)

    def eligibility(self, profile: Profile, today: date, programmes: Sequence[str] = ()) -> Assessment:
        """The profile held against at most twelve programmes, against all that are held where none is named."""
        chosen = tuple(dict.fromkeys(programmes))
        if len(chosen) > COMPARED_LIMIT:
            raise InputError(f"最多选 {COMPARED_LIMIT} 个项目。", f"At most {COMPARED_LIMIT} programmes can be named.")
        opened = self._opened
        for name in chosen:
            _programme(opened.guidelines, name)
        return assess(profile, today, opened.cards, opened.guidelines, chosen)

    def checklist(self, programme: str, today: date) -> Checklist:
        """What to do for one programme, in order."""
        opened = self._opened
        _programme(opened.guidelines, programme)
        return checklist(programme, opened.cards, opened.guidelines, today)

    def forms(self) -> Forms:
        """Every form of the documents, and those that are only mentioned."""
        return self._opened.forms()

    def form(self, name: str) -> Form | AbsentForm:
        """The form with that id, annex number or title; Unknown, or Ambiguous with those that it may be."""
        from assistant.drafting.finding import form_named

        return form_named(self.forms(), name)

    def draft(self, form: str, sheet: FactSheet) -> Drafted:
        """Every narrative field of a form drafted from a fact sheet, and all that contradicts a clause."""
        from assistant.drafting.checking import checked
        from assistant.drafting.drafts import drafted
        from assistant.drafting.grounds import Law

        found = self.held_form(form)
        opened = self._opened
        return checked(drafted(found, sheet), sheet, Law(opened.cards, opened.guidelines))

    def draft_field(self, form: str, field: str, sheet: FactSheet) -> tuple[Draft, tuple[Flag, ...]]:
        """One field drafted, as it stands in the whole form, and what contradicts a clause in the facts at large."""
        from assistant.drafting.finding import field_named
        from assistant.drafting.single import draft_of

        place = field_named(self.held_form(form), field)
        return draft_of(self.draft(form, sheet), sheet, place)

    def precheck(self, form: str, sheet: FactSheet, today: date) -> Prechecked:
        """A form as a fact sheet fills it in, held against every rule of form and guideline."""
        return self._prechecks().facts(self.held_form(form), sheet, today)

    def precheck_file(self, data: bytes, today: date, form: str = "") -> Prechecked:
        """The same of a filled form in Word; "" lets the file tell which form it is. InputError, Busy."""
        return self._prechecks().file(data, self.held_form(form) if form else None, today)

    def precheck_text(self, text: str, today: date, form: str = "") -> Prechecked:
        """The same of a filled form pasted as text."""
        return self._prechecks().text(text, self.held_form(form) if form else None, today)

    def _prechecks(self) -> Prechecks:
        from assistant.drafting.grounds import Law
        from assistant.prechecks import Prechecks

        opened = self._opened
        if (held := self._checking) is None or held[0] is not opened:
            held = (opened, Prechecks(opened.forms(), Law(opened.cards, opened.guidelines)))
            self._checking = held
        return held[1]

    def held_form(self, name: str) -> Form:
        """The form of that name, where its text is held; InputError where it is only mentioned."""
        from assistant.drafting.form import Form

        found = self.form(name)
        if isinstance(found, Form):
            return found
        title = found.names[0]
        raise InputError(
            f"本库没有《{title}》的空表，只知道文件提到它，不能代拟；用 forms {found.id} 查看要求和联系人。",
            f"The form {found.id} is only mentioned by the documents and not held; forms {found.id} tells whom to ask.",
        )

    def cards(self) -> tuple[Card, ...]:
        """What is known of each programme."""
        return self._opened.cards

    def document(self, identity: str) -> Guideline:
        """The document of that id; Unknown otherwise."""
        for guideline in self._opened.guidelines:
            if guideline.id == identity:
                return guideline
        known = [guideline.id for guideline in self._opened.guidelines]
        raise Unknown(
            f"没有编号为“{identity[:60]}”的文件；现有：{'、'.join(known)}。",
            f'There is no document "{identity[:60]}"; held: {", ".join(known)}.',
        )

    def show(self, document: str, clause: str = "") -> tuple[Guideline, tuple[Clause, ...]]:
        """A document with the clause of that id and everything below it, or with all clauses."""
        guideline = self.document(document)
        if not clause:
            return guideline, guideline.clauses
        if all(clause != held.id for held in guideline.clauses):
            raise Unknown(
                f"文件“{document[:60]}”中没有编号为“{clause[:60]}”的条款。",
                f'Document "{document[:60]}" has no clause "{clause[:60]}".',
            )
        inside = _below(guideline, clause)
        return guideline, tuple(held for held in guideline.clauses if held.id in inside)

    def programmes(self) -> tuple[Programme, ...]:
        """Every programme of the documents, in the order of the documents."""
        return tuple(p for guideline in self._opened.guidelines for p in guideline.programmes)

    @overload
    def documents(self) -> tuple[Guideline, ...]: ...
    @overload
    def documents(self, generation: str) -> tuple[Guideline, ...] | None: ...
    def documents(self, generation: str = "") -> tuple[Guideline, ...] | None:
        """The documents held; None where they are not, or no longer, those of the generation named."""
        opened = self._opened
        return opened.guidelines if generation in ("", opened.digest) else None

    def reindex(self) -> Health:
        """Read the sources again if anything changed, and answer from them from now on.

        Questions taken before are answered from what they were taken by; returns when they are.
        """
        held = self._opened
        opened = self._reopen(held)
        with self._moving:
            kept = held if self._closed else opened
            self._opened = kept
        if opened is not held:
            (opened if kept is held else held).engine.close()
        return self.health()

    def close(self, grace: float = 10.0) -> None:
        """Take no more questions, and finish those that were taken within `grace` seconds."""
        with self._moving:
            self._closed = True
        self._opened.engine.close(grace)

    def health(self) -> Health:
        """What is being served."""
        opened = self._opened
        return Health(
            opened.digest,
            len(opened.guidelines),
            sum(len(guideline.clauses) for guideline in opened.guidelines),
            sum(programme.held for programme in self.programmes()),
            opened.unreadable,
        )

    def _answerable(self, question: Question) -> None:
        checked(question)
        if question.programme:
            self._programme(question.programme)

    def _of_current(self, wish: Callable[[Opened], Result]) -> Result:
        """What the current generation gives; one that was closed since it was current is asked nothing."""
        while True:
            opened = self._opened
            try:
                return wish(opened)
            except Ended:
                if opened is self._opened:
                    raise

    def _programme(self, identity: str) -> Programme:
        return _programme(self._opened.guidelines, identity)


def _programme(guidelines: tuple[Guideline, ...], identity: str) -> Programme:
    held = {p.id: p for guideline in guidelines for p in guideline.programmes if p.held}
    if identity in held:
        return held[identity]
    raise Unknown(
        f"没有编号为“{identity[:60]}”的项目；现有：{'、'.join(held)}。",
        f'There is no programme "{identity[:60]}"; held: {", ".join(held)}.',
    )


def _facet(name: str) -> Facet:
    for facet in FACETS:
        if facet == name:
            return facet
    raise InputError(
        f"没有“{name[:60]}”这一项；可用：{'、'.join(FACETS)}。",
        f'There is no facet "{name[:60]}"; known: {", ".join(FACETS)}.',
    )


def _held(opened: Opened) -> tuple[str, ...]:
    """Ids of the programmes held; the kinds of one stand for themselves only."""
    programmes = (p for guideline in opened.guidelines for p in guideline.programmes)
    return tuple(p.id for p in programmes if p.held and "/" not in p.id)


def _found(opened: Opened, places: tuple[tuple[str, float], ...]) -> tuple[Found, ...]:
    by_id = {guideline.id: guideline for guideline in opened.guidelines}
    found = []
    for place, score in places:
        document, _, clause = place.partition("#")
        found.append(Found(by_id[document], by_id[document].clause(clause), score))
    return tuple(found)


def _below(guideline: Guideline, clause: str) -> frozenset[str]:
    """A clause and everything below it; nothing for ""."""
    inside = {clause} if clause else set()
    for held in guideline.clauses:
        if held.parent in inside:
            inside.add(held.id)
    return frozenset(inside)


def _kept(guidelines: tuple[Guideline, ...], programme: Programme) -> frozenset[str]:
    """The ids of the clauses that speak of a programme: its document without the other programmes' annexes."""
    guideline = next(guideline for guideline in guidelines if guideline.id == programme.document)
    mine = _below(guideline, programme.annex)
    foreign: set[str] = set()
    for other in guideline.programmes:
        annex = _below(guideline, other.annex)
        if other.annex not in mine and programme.annex not in annex:
            foreign |= annex
    kept = {f"{guideline.id}#{clause.id}" for clause in guideline.clauses if clause.id not in foreign}
    later = (g for g in guidelines if any(p.id == programme.id for p in g.also))
    return frozenset(kept | {f"{g.id}#{clause.id}" for g in later for clause in g.clauses})
