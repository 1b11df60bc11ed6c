"""A generation on disk: the read texts, the lexical index and the vectors, written in that order and opened again."""

from __future__ import annotations

import threading
from collections.abc import Callable, Collection
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from assistant import sounds, store
from assistant.answering.answer import Answer, Question
from assistant.errors import CorpusError, IndexUnusable
from assistant.guideline.document import Guideline
from assistant.search.fusion import FusedSearch
from assistant.search.lexical import LexicalIndex
from assistant.search.manifest import VECTORS
from assistant.search.protocols import Embedder, Hit, Keep, Passage
from assistant.store import Texts

if TYPE_CHECKING:
    from concurrent.futures import Future, ThreadPoolExecutor

    from assistant.answering.engine import Engine
    from assistant.guideline.statement import Statement
    from assistant.programmes.card_files import CardFile
    from assistant.search.vectors import VectorIndex

LEXICAL = "lexical"
THREADS = 4

Tell = Callable[[str, str], None]


def passages(guidelines: tuple[Guideline, ...]) -> tuple[Passage, ...]:
    """What each clause is found by: its headings, its table or form, and its own words."""
    return tuple(
        Passage(f"{guideline.id}#{clause.id}", "\n".join([*clause.path, clause.context, clause.text]))
        for guideline in guidelines
        for clause in guideline.clauses
        if clause.text.strip()
    )


def read(corpus: Path) -> Texts:
    """The guidelines of a corpus and what they state, as reviewed; CorpusError where none can be read."""
    from assistant.programmes.card_files import read_cards
    from assistant.programmes.extract import extract
    from assistant.reading.library import look_alikes, read_folder

    guidelines, unreadable = read_folder(corpus)
    if not guidelines:
        raise CorpusError(f"指南文件夹 {corpus} 中没有可读的文件。", f"No file in {corpus} can be read.")
    texts = settled(guidelines, extract(guidelines), read_cards(corpus / "programmes"))
    # Programmes whose documents are not here belong to no document; they travel with the first.
    first = texts.guidelines[0]
    first = replace(first, programmes=(*first.programmes, *look_alikes(corpus)))
    left_out = tuple((error.zh, error.en) for error in unreadable)
    return replace(texts, guidelines=(first, *texts.guidelines[1:]), unreadable=left_out)


def settled(guidelines: tuple[Guideline, ...], extracted: tuple[Statement, ...], cards: tuple[CardFile, ...]) -> Texts:
    """What the guidelines state once later ones have reworded them, reviewers have seen it, and amendments are in."""
    from assistant.programmes.amending import amended
    from assistant.programmes.cards import reviewed
    from assistant.programmes.rewording import reworded

    said = reworded(guidelines, extracted)
    held = reviewed(guidelines, said.statements, cards)
    now = amended(guidelines, held, said)
    return Texts(now.guidelines, now.statements, (), now.cards, held.notices, now.former, now.amendments)


def fill(generation: Path, texts: Texts, embedder: Embedder, tell: Tell) -> None:
    """Write everything a generation holds; without vectors, and saying so, where those cannot be made."""
    found_by = passages(texts.guidelines)
    try:
        store.save(generation, texts)
        sounds.save(generation)
        LexicalIndex.build(generation / LEXICAL, found_by)
    except (OSError, ValueError) as error:
        raise IndexUnusable(f"索引写不下来（{error}）。", f"The index cannot be written ({error}).") from error
    try:
        from assistant.search.vectors import VectorIndex

        VectorIndex.build(generation / VECTORS, found_by, embedder).close()
    except Exception as error:  # chromadb has no common error, and answers do not need it
        tell(f"向量未建立（{error}），检索照常。", f"No vectors were built ({error}); search works without.")


def load(generation: Path) -> tuple[Texts, LexicalIndex]:
    """The texts and the lexical index of a generation; IndexUnusable where either is damaged."""
    return store.load(generation), LexicalIndex.open(generation / LEXICAL)


class Vectors:
    """The vectors of a generation, opened at the first use: chromadb takes a second to load."""

    def __init__(self, generation: Path | None, embedder: Embedder) -> None:
        self._generation = generation
        self._embedder = embedder
        self._index: VectorIndex | None = None
        self._opening = threading.Lock()

    def search(self, query: str, k: int, keep: Keep = None) -> tuple[Hit, ...]:
        """The most similar passages; IndexUnusable where there are no vectors."""
        return self._opened().search(query, k, keep)

    def related(self, place: str, k: int, keep: Keep = None) -> tuple[Hit, ...]:
        """The passages most similar to one that is held."""
        return self._opened().related(place, k, keep)

    def _opened(self) -> VectorIndex:
        with self._opening:
            if self._index is None:
                if self._generation is None:
                    raise IndexUnusable("索引未保存，没有向量。", "The index is not saved, so there are no vectors.")
                from assistant.search.vectors import VectorIndex

                self._index = VectorIndex.open(self._generation / VECTORS, self._embedder)
            return self._index


class Ranking:
    """Lexical search, joined by dense search with `weight`; a dense side that fails is said once and left out."""

    def __init__(self, lexical: LexicalIndex, vectors: Vectors, weight: float, tell: Tell) -> None:
        self._lexical = lexical
        self._fused = FusedSearch(lexical, vectors, weight)
        self._tell = tell
        self._told = False

    def search(self, query: str, k: int, keep: Keep = None) -> tuple[tuple[str, float], ...]:
        """The best k clauses with their scores."""
        try:
            hits = self._fused.search(query, k, keep)
        except IndexUnusable as error:
            if not self._told:
                self._told = True
                self._tell(f"{error.zh}只用词语检索。", f"{error.en} Searching by words alone.")
            hits = self._lexical.search(query, k, keep)
        return tuple((hit.id, hit.score) for hit in hits)


class LazyEngine:
    """The engine of one generation, made at the first question: that takes longer than all else that `search` and
    `show` do."""

    def __init__(self, make: Callable[[], Engine], generation: str) -> None:
        self._make = make
        self._generation = generation
        self._made: Engine | None = None
        self._making = threading.Lock()
        self._threads: ThreadPoolExecutor | None = None

    def answer(self, question: Question, today: date) -> Answer:
        """The engine's answer."""
        return replace(self.ready().answer(question, today), generation=self._generation)

    def submit(self, question: Question, today: date) -> Future[Answer]:
        """The engine's answer, from a thread."""
        with self._making:
            if self._threads is None:
                from concurrent.futures import ThreadPoolExecutor

                self._threads = ThreadPoolExecutor(THREADS)
        return self._threads.submit(self.answer, question, today)

    def close(self, grace: float = 10.0) -> None:
        """Nothing to end: a thread ends when it has answered and nobody holds the engine any more."""

    def find(self, query: str, k: int, keep: Collection[str] | None = None) -> tuple[tuple[str, float], ...]:
        """The clauses that speak of the query, understood as a question would be."""
        return self.ready().find(query, k, keep)

    def ready(self) -> Engine:
        """The engine itself."""
        with self._making:
            if self._made is None:
                self._made = self._make()
            return self._made
