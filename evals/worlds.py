"""Worlds: the corpus with the source text of some documents edited, in memory, and an engine over it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cache, lru_cache
from pathlib import Path

from assistant.answering.answer import Answer, Question
from assistant.answering.engine import Engine
from assistant.answering.reply.wording import Wording, load
from assistant.guideline.document import Guideline
from assistant.guideline.statement import Statement
from assistant.indexing import passages
from assistant.programmes.card_files import read_cards
from assistant.programmes.extract import extract
from assistant.reading.corrections import BadCorrection, Reviewed, read_corrections
from assistant.reading.extracted import Extracted
from assistant.reading.library import clauses_in, look_alikes, read_folder
from assistant.reading.library import extract as received
from assistant.reading.pinyin import readings
from assistant.search.fields import Terms, terms_of
from assistant.search.lexical import LexicalIndex
from assistant.search.text import word_spans
from assistant.store import Texts
from evals.groups import Group, gathered, groups
from evals.running import HOME

KEPT = 24


@dataclass(frozen=True, slots=True, eq=False)
class World:
    """What some guidelines state and an engine over it, as of one day."""

    texts: Texts
    engine: Engine
    today: date
    _told: dict[Question, Answer] = field(default_factory=dict)

    @property
    def guidelines(self) -> tuple[Guideline, ...]:
        """The documents as they read in this world."""
        return self.texts.guidelines

    def ask(self, question: Question) -> Answer:
        """The answer; a question is asked once."""
        if question not in self._told:
            self._told[question] = self.engine.answer(question, self.today)
        return self._told[question]

    def document(self, name: str) -> Guideline:
        """The guideline of that id; KeyError where there is none."""
        return {g.id: g for g in self.guidelines}[name]


@dataclass(frozen=True, slots=True)
class _Held:
    extracted: Extracted
    reviewed: Reviewed
    guideline: Guideline


class Workshop:
    """Makes worlds of one corpus. What an edit leaves alone is read, understood and reviewed once."""

    def __init__(self, corpus: Path, today: date) -> None:
        guidelines, _ = read_folder(corpus)
        self._today = today
        self._others = look_alikes(corpus)
        self._held = {g.id: _held(corpus, g) for g in guidelines}
        self._statements = {g.id: extract((g,)) for g in guidelines}
        self._groups = groups(guidelines, read_cards(corpus / "programmes"))
        plain = {g.id: g for g in guidelines}
        self._settled = {group: group.settled(plain, self._statements) for group in self._groups}
        self.plain = self._world(plain, self._settled)
        self._made: dict[frozenset[tuple[str, str]], World] = {}

    def source(self, document: str) -> str:
        """The text of a document as received."""
        return self._held[document].extracted.text

    def statements(self, document: str) -> tuple[Statement, ...]:
        """What was extracted from a document."""
        return self._statements[document]

    def edited(self, sources: Mapping[str, str]) -> World:
        """The world in which those documents read so instead; cases on one rule share theirs."""
        key = frozenset(sources.items())
        if key not in self._made:
            if len(self._made) >= KEPT:
                del self._made[next(iter(self._made))]
            self._made[key] = self._edited(sources)
        return self._made[key]

    def _edited(self, sources: Mapping[str, str]) -> World:
        guidelines = {name: held.guideline for name, held in self._held.items()}
        statements = dict(self._statements)
        for name, text in sources.items():
            guidelines[name] = _read_again(self._held[name], text)
            statements[name] = extract((guidelines[name],))
        changed = {g: g.settled(guidelines, statements) for g in self._groups if not g.documents.isdisjoint(sources)}
        return self._world(guidelines, self._settled | changed)

    def _world(self, guidelines: Mapping[str, Guideline], parts: Mapping[Group, Texts]) -> World:
        texts = gathered(tuple(guidelines), parts.values(), self._others)
        return World(texts, engine_over(texts), self._today)


def engine_over(texts: Texts, terms: Callable[[str], Terms] | None = None) -> Engine:
    """An engine in memory, as `wiring` makes it on disk; `terms` stands in for the usual tokenizer."""
    index = LexicalIndex.in_memory(passages(texts.guidelines), terms or _terms)

    def search(query: str, k: int) -> tuple[tuple[str, float], ...]:
        return tuple((hit.id, hit.score) for hit in index.search(query, k))

    held = (texts.guidelines, texts.statements, search, _wording(), _sound)
    return Engine(*held, texts.cards, texts.amendments, word_spans)


def _held(corpus: Path, guideline: Guideline) -> _Held:
    corrections = read_corrections(corpus / "corrections" / f"{guideline.id}.toml")
    return _Held(received(corpus / "sources" / guideline.entry.file), corrections, guideline)


def _read_again(held: _Held, text: str) -> Guideline:
    """The document with another text; a correction that does not fit any more belonged to words now gone."""
    fitting = held.reviewed
    while True:
        try:
            clauses = clauses_in(held.guideline.id, Extracted(text, held.extracted.levels), fitting)
            return replace(held.guideline, source=text, clauses=clauses)
        except BadCorrection:
            fitting = _without_unfit(fitting, text)


def _without_unfit(reviewed: Reviewed, text: str) -> Reviewed:
    tight = "".join(text.split())
    kept = tuple(
        c for c in reviewed.corrections if tight.count("".join(f"{c.before}{c.wrong}{c.after}".split())) == c.times
    )
    labels = tuple(label for label in reviewed.labels if label.words in text)
    if (kept, labels) == (reviewed.corrections, reviewed.labels):
        labels = ()
    return Reviewed(kept, labels)


_terms = lru_cache(4_000)(terms_of)


@cache
def _wording() -> dict[str, Wording]:
    return load(HOME / "prompts")


@cache
def _readings() -> Mapping[str, tuple[str, ...]]:
    return readings()


def _sound(char: str) -> tuple[str, ...]:
    return _readings().get(char, ())
