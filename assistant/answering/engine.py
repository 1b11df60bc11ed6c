"""From a question to a verified answer, in named steps."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import replace
from datetime import date

from assistant.answering.answer import Answer, Question, Turn
from assistant.answering.changes import Changes
from assistant.answering.clock import Clock
from assistant.answering.decision import decide, silence
from assistant.answering.grounds.finding import Finding
from assistant.answering.grounds.locate import Found, grounded_here, in_own_words, locate, on_the_sort
from assistant.answering.grounds.scene import Scene, class_names, classes, classes_told
from assistant.answering.likewise import Likewise
from assistant.answering.question.asides import Asides
from assistant.answering.question.claims import claims
from assistant.answering.question.foreign import foreign
from assistant.answering.question.frame import Frame
from assistant.answering.question.lexicon import lexicon
from assistant.answering.question.one_form import one_form
from assistant.answering.question.reader import Reader
from assistant.answering.question.resolve import Resolver
from assistant.answering.question.scope import Scope, of_whom, scope_of
from assistant.answering.question.seams import Cut, uncut
from assistant.answering.question.spelling import Readings, Speller
from assistant.answering.question.supposing import supposed
from assistant.answering.question.titled import told_by_title
from assistant.answering.question.wishing import wished
from assistant.answering.reply.completing import Completer
from assistant.answering.reply.compose import Composer
from assistant.answering.reply.contacting import contact, receivers
from assistant.answering.reply.suggest import ANY_DAY
from assistant.answering.reply.whole_sentences import in_whole_sentences
from assistant.answering.reply.wording import Wording
from assistant.answering.sentences.attributed import attributed
from assistant.answering.sentences.passages import TermIndex, Within, cut
from assistant.answering.sentences.sorts import asked_sorts, of_other_sort, sorts_of
from assistant.answering.together import Together
from assistant.answering.trace import Trace
from assistant.answering.values.defining import defining
from assistant.answering.verify import verified
from assistant.answering.which import which
from assistant.guideline.amendment import Amendment
from assistant.guideline.card import Card
from assistant.guideline.document import Guideline
from assistant.guideline.statement import Statement
from assistant.programmes.units import taxonomy

# Of a question that names no programme a sentence has to explain that much, more where documents lack a word of it.
_HALF, _MOSTLY = 0.5, 0.6
Search = Callable[[str, int], tuple[tuple[str, float], ...]]


class Engine:
    """Answers questions over a fixed set of guidelines. Safe to share between threads."""

    def __init__(
        self,
        guidelines: tuple[Guideline, ...],
        statements: tuple[Statement, ...],
        search: Search,
        wording: dict[str, Wording],
        readings: Readings = lambda char: (),
        cards: tuple[Card, ...] = (),
        amendments: tuple[Amendment, ...] = (),
        word_spans: Cut = uncut,
    ) -> None:
        self._guidelines = guidelines
        self._statements = statements
        self._search = search
        self._lexicon, self._taxonomy = lexicon(), taxonomy()
        self._changes = Changes(guidelines, amendments)
        self._index = TermIndex(self._changes.passages(cut(guidelines)))
        self._asides = Asides(self._lexicon, self._index.known, word_spans)
        self._narrow: dict[frozenset[str], TermIndex] = {}
        self._attributed = attributed(statements, self._index)
        self._resolver = Resolver(guidelines)
        self._home = {p.id: g for g in guidelines for p in g.programmes if p.held}
        self._class_names = {g.id: class_names(g) for g in guidelines}
        self._sorts = {g.id: sorts_of(g) for g in guidelines}
        self._cards = {c.programme: c for c in cards}
        self._speak = {g.id: frozenset(p.id for p in g.spoken) for g in guidelines}
        self._stated = {p: self._said_of(p, statements) for p in self._home}
        self._view = {p: self._changes.view(g, p) for p, g in self._home.items()}
        words = [n for p in self._resolver.programmes.values() for n in p.names]
        words += [w for c in self._lexicon.concepts.values() for w in c.doc if self._index.known(w)]
        words += self._taxonomy.chinese_names()
        speller = Speller(
            words,
            self._index.known,
            readings,
            self._resolver.homes.places,
            lambda: (p.text for p in self._index.passages),
            word_spans,
        )
        self._reader = Reader(self._lexicon, self._taxonomy, self._resolver, self._index, speller, word_spans)
        self._offices = {p: self._receivers(p) for p in self._home}
        contacts = {p: c for p, s in self._stated.items() if (c := contact(s, self._offices[p]))}
        self._composer = Composer(wording, guidelines, self._resolver, contacts)
        self._likewise = Likewise(self._told, self.understand, self._index.passages, self._resolver)
        self._together = Together(lambda asked, day: self._alone(asked, day, Clock()), self._composer, wording)
        self._completer = Completer(self._taxonomy, self._resolver, wording, self._settle)

    def answer(self, question: Question, today: date) -> Answer:
        """The answer with what would settle it further."""
        return self.trace(question, today).answer

    def trace(self, question: Question, today: date) -> Trace:
        """The answer with what each step made on the way to it."""
        clock = Clock()
        asked, question = question.text, self.heard(question)
        made = self._answered(question, today, clock)
        answer = clock.step(
            "ask back", lambda: self._completer.complete(question, made.frame, made.settled, made.answer, today)
        )
        return replace(made, answer=replace(answer, question=asked, elapsed_ms=clock.total(), steps=clock.steps))

    def heard(self, question: Question) -> Question:
        """The question and those before it without what is written around them, put in one form."""
        before: list[Turn] = []
        last = ""
        for at, turn in enumerate(question.history):
            if turn.role == "user":
                said = one_form(self._asides.heart(turn.content), at > 0)
                turn, last = replace(turn, content=wished(said, last)), said
            before.append(turn)
        text = one_form(self._asides.heart(question.text), bool(before))
        return replace(question, text=wished(supposed(text, last) if last else text, last), history=tuple(before))

    def _settle(self, question: Question, today: date) -> tuple[Answer, tuple[Finding, ...]]:
        """The answer as it stands, with what it was composed of."""
        made = self._answered(question, today, Clock())
        return made.answer, made.settled

    def _answered(self, question: Question, today: date, clock: Clock) -> Trace:
        """The whole line, and each of its questions where it asks several."""
        whole = self._alone(question, today, clock)
        return clock.step("further", lambda: self._together.answered(question, whole, today))

    def _alone(self, question: Question, today: date, clock: Clock) -> Trace:
        """understand → scope → retrieve → decide or extract → claims → amend → verify → compose."""
        asked, of_before = self._changes.asked(question)
        frame = clock.step("understand", lambda: self.understand(asked, today))
        scope = clock.step("scope", lambda: self.scope(frame, question))
        reviewed = self._all_reviewed(scope)
        if frame.put and reviewed:
            frame = self._plainly(frame, scope, today)
        found, decided = self._looked_up(frame, scope, today, clock)
        if frame.put and not reviewed and all(f.silent for f in decided):
            frame = self._plainly(frame, scope, today)
            found, decided = self._looked_up(frame, scope, today, clock)
        findings = clock.step("claims", lambda: self.claimed(question, frame, decided, today))
        findings = clock.step("amend", lambda: tuple(self._changes.settled(f, frame, of_before) for f in findings))
        findings = clock.step("verify", lambda: tuple(verified(f, frame) for f in findings))
        answer = clock.step("compose", lambda: self._composer.compose(question, frame, findings, scope.chosen, today))
        return Trace(question, frame, scope, found, decided, findings, answer)

    def _all_reviewed(self, scope: Scope) -> bool:
        return scope.chosen and all((c := self._cards.get(p)) and c.checked_by for p in scope.programmes)

    def _plainly(self, frame: Frame, scope: Scope, today: date) -> Frame:
        """The plain question that the question stands for."""
        return self._reader.plainly(frame, today, self._looked_at(frame, scope))

    def _looked_up(
        self, frame: Frame, scope: Scope, today: date, clock: Clock
    ) -> tuple[tuple[Found, ...], tuple[Finding, ...]]:
        """The passages on the question and what is decided from them."""
        found = clock.step("retrieve", lambda: self.retrieve(frame, scope))
        return found, clock.step("decide", lambda: self.decide(frame, scope, found, today))

    def claimed(
        self, question: Question, frame: Frame, findings: tuple[Finding, ...], today: date
    ) -> tuple[Finding, ...]:
        """The findings, a false claim that the question rests on or wants affirmed put right first."""
        named = frame.named[0] if len(frame.named) == 1 else question.programme
        false: dict[str, Finding] = {}
        for claim in claims(question.text, "demand" in frame.marks, self._lexicon):
            told = self._told(Question(f"{claim}，对吗？", question.history, named), today)
            false = {p: f for p, f in told.items() if f.verdict == "no"} | false
        if false and not named and not frame.named:
            return tuple(false.values())  # of no programme named, those of which it is false put it right
        put_right = tuple(_with_the_rest(false[f.programme], f) if f.programme in false else f for f in findings)
        return self._likewise.settled(question, put_right, today)

    def _told(self, question: Question, today: date) -> dict[str, Finding]:
        """What the documents say to the question, by programme."""
        frame = self.understand(question, today)
        scope = self.scope(frame, question)
        return {f.programme: f for f in self.decide(frame, scope, self.retrieve(frame, scope), today) if not f.silent}

    def find(self, query: str, k: int, keep: Collection[str] | None = None) -> tuple[tuple[str, float], ...]:
        """At most `k` clauses ("<document>#<clause id>", score) that speak of the query, best first: those of the
        programmes it names, then what plain search brings up. `keep` leaves out every other clause."""
        question = self.heard(Question(query))
        frame = self.understand(question, ANY_DAY)
        scope = self.scope(frame, question)
        ranked: dict[str, float] = {}
        for found in self.retrieve(frame, scope):
            place = f"{found.passage.clause.document}#{found.passage.clause.id}"
            if not scope.chosen or found.passage.programmes & set(scope.programmes):
                ranked.setdefault(place, found.score)
        for place, score in self._search(query, k):
            ranked.setdefault(place, min(ranked.values(), default=score) * 0.99)
        kept = [(p, s) for p, s in ranked.items() if keep is None or p in keep]
        return tuple(sorted(kept, key=lambda h: -h[1])[:k])

    def understand(self, question: Question, today: date) -> Frame:
        """The question as a frame."""
        frame = self._reader.read(question, today)
        scope = self.scope(frame, question)
        index = self._looked_at(frame, scope)
        if index is self._index:
            return frame
        titles = {self._home[p].entry.title for p in scope.programmes}
        return told_by_title(self._reader.read(question, today, index), titles)

    def _looked_at(self, frame: Frame, scope: Scope) -> TermIndex:
        """The documents of the programmes that an open question means, all where none is named. A yes or no is proved
        against the words of all: one that only others hold is no light one."""
        if not scope.chosen or frame.whether or "demand" in frame.marks:
            return self._index
        meant = frozenset(scope.programmes)
        documents = frozenset(p.clause.document for p in self._index.passages if p.programmes & meant)
        held = self._narrow.get(documents)
        if held is None:
            kept = frozenset(n for n, p in enumerate(self._index.passages) if p.clause.document in documents)
            held = self._narrow[documents] = Within(self._index, kept)
        return held

    def scope(self, frame: Frame, question: Question) -> Scope:
        """The programmes to put the question to; the name of a class of one means that programme."""
        scope = scope_of(frame, question, self._resolver)
        if scope.chosen:
            return scope
        classed = {d for d, names in self._class_names.items() if any(n in frame.text for n in names if len(n) > 3)}
        meant = tuple(p for p in scope.programmes if self._home[p].id in classed) or of_whom(frame, self._stated)
        return Scope(meant, True) if meant else scope

    def retrieve(self, frame: Frame, scope: Scope) -> tuple[Found, ...]:
        """Passages that speak of the question, best first, of the documents of the programmes meant."""
        index = self._looked_at(frame, scope)
        hits = self._search(frame.masked.strip() or frame.text, 60)
        kept = [(n, score) for key, score in hits for n in index.of_clause.get(key, ()) if index.holds(n)]
        top = kept[0][1] if kept else 1.0
        prior = {n: 1.5 * score / top for n, score in kept}
        cues = tuple(c.cue for k in sorted(frame.concepts) if (c := self._lexicon.concepts[k]).cue)
        return locate(frame.terms, index, prior, self._attributed, cues)

    def decide(self, frame: Frame, scope: Scope, found: tuple[Found, ...], today: date) -> tuple[Finding, ...]:
        """One finding for each programme in scope; where the question asks which, those that say yes."""
        if frame.asks_which and (len(scope.programmes) > 1 or not scope.chosen):
            kinds = scope.programmes if scope.chosen else self._resolver.kinds()
            kept = which(tuple(self._scene(frame, p, found, scope, today) for p in kinds))
            if kept:
                return kept
        scenes = [self._scene(frame, p, found, scope, today) for p in scope.programmes]
        made = ((defining(s) or silence(s)) if foreign(frame, scope) else decide(s) for s in scenes)
        return tuple(in_whole_sentences(f, self._cards.get(f.programme)) for f in made)

    def _scene(self, frame: Frame, programme: str, found: tuple[Found, ...], scope: Scope, today: date) -> Scene:
        kinds = classes(frame.text) or frozenset(
            letter for name, letter in self._class_names[self._home[programme].id].items() if name in frame.text
        )
        if len(kinds) > 1:  # classes compared: each programme is asked about its own
            names = self._resolver.programmes[programme].names
            kinds = kinds & {k for n, k in self._class_names[self._home[programme].id].items() if n in names} or kinds
        sorts = asked_sorts(self._sorts[self._home[programme].id], frame.text)
        strange = any(t.kind == "unknown" for t in frame.terms) and not frame.whether
        least = _MOSTLY if strange else _HALF
        kept = tuple(
            f
            for f in found
            if programme in f.passage.programmes
            and (scope.chosen or f.strict >= least)
            and (
                not kinds
                or not (told := classes_told(f.passage.clause, f.passage.start, f.passage.end))
                or told & kinds
            )
            and not of_other_sort(f.passage.clause, f.passage.start, f.passage.end, sorts)
        )
        kept = on_the_sort(kept, sorts)
        frame = replace(frame, terms=grounded_here(kept, frame.terms))
        if not frame.whether and not frame.asks & {"how_many", "when", "where", "who"}:
            kept, terms = in_own_words(kept, frame.terms)
            frame = replace(frame, terms=terms)
        return Scene(
            frame, programme, self._view[programme], kept,
            tuple(
                s
                for s in self._stated[programme]
                if (not kinds or not (t := _classes_of(s)) or t & kinds)
                and not (
                    sorts
                    and s.attribute != "unit"
                    and of_other_sort(s.quote.clause, s.quote.start, s.quote.end, sorts)
                )
            ),
            self._looked_at(frame, scope), self._lexicon, self._taxonomy, today, scope.chosen,
            self._offices[programme], self._cards.get(programme), kinds,
            self._sorts[self._home[programme].id],
        )  # fmt: skip

    def _receivers(self, programme: str) -> tuple[str, ...]:
        names = self._resolver.programmes[programme].names
        own = (p for p in self._index.passages if programme in p.programmes)
        return receivers(self._stated[programme], names, own)

    def _said_of(self, programme: str, statements: tuple[Statement, ...]) -> tuple[Statement, ...]:
        """The statements of a programme, those of its own document first."""
        mine = [s for s in statements if self._concerns(s, programme)]
        return tuple(sorted(mine, key=lambda s: s.quote.clause.document != self._home[programme].id))

    def _concerns(self, statement: Statement, programme: str) -> bool:
        if statement.programmes:
            return programme in statement.programmes or programme.split("/")[0] in statement.programmes
        return programme in self._speak[statement.quote.clause.document]


def _with_the_rest(false: Finding, made: Finding) -> Finding:
    """What puts the premise right, with the clause by which what was asked on top of it is a no as well."""
    if made.verdict != "no" or made.reason == "passed":
        return false
    if made.quotes[0].clause in (q.clause for q in false.quotes):
        return made if made.quotes[: len(false.quotes)] == false.quotes else false
    said = f"{false.quotes[0].text}”；“{made.quotes[0].text}"
    return replace(false, said=said, quotes=(false.quotes[0], made.quotes[0]))


def _classes_of(statement: Statement) -> frozenset[str]:
    quote = statement.quote
    return classes_told(quote.clause, quote.start, quote.end)
