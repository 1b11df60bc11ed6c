"""The one place that chooses implementations: settings in, a working assistant out."""

from __future__ import annotations

import hashlib
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from assistant.errors import AssistantError, CorpusError, DataFolderBusy, IndexUnusable, InputError
from assistant.freshness import code_digest, corpus_digest
from assistant.indexing import LazyEngine, Ranking, Tell, Vectors, fill, load, passages, read
from assistant.search.generation import DataFolder
from assistant.search.hashing import HashedEmbedder
from assistant.search.lexical import LexicalIndex
from assistant.search.protocols import Embedder
from assistant.service import Assistant, Health, Opened
from assistant.settings import HOME, Settings
from assistant.sounds import Sounds
from assistant.store import Texts

if TYPE_CHECKING:
    from assistant.answering.engine import Engine
    from assistant.crew.crew import Crew
    from assistant.crewed import CrewedEngine
    from assistant.drafting.form import Forms
    from assistant.guideline.document import Guideline

NOT_AGAIN = 60.0
CHANGING = 5
LAST_WORDS = 1.0  # whoever listened has let its callers finish before the block ends


def build(settings: Settings, embedder: Embedder | None = None) -> Assistant:
    """An assistant over the current index; a missing, stale or damaged one is built first.

    An `embedder` given here stands in for the one the settings name.
    """
    return _Builder(settings, embedder).assistant()


def opened(settings: Settings) -> tuple[tuple[Guideline, ...], Engine]:
    """The guidelines of the current index and the engine over them in this process, for developers who look at what
    its steps make; a missing, stale or damaged index is built first."""
    held = _Builder(settings, None).open(None)
    if not isinstance(held.engine, LazyEngine):
        raise TypeError("an engine without a crew is in this process")
    return held.guidelines, held.engine.ready()


def reindex(settings: Settings, embedder: Embedder | None = None) -> Health:
    """Read the sources and build the index anew, whatever there is; DataFolderBusy if another process does."""
    builder = _Builder(settings, embedder)
    with builder.folder.writer():
        builder.rebuild()
        return builder.assistant().health()


@contextmanager
def serving(settings: Settings, embedder: Embedder | None = None) -> Iterator[Assistant]:
    """An assistant that is the one writer of its data folder for as long as the block runs.

    It answers in processes of their own, and builds in another, so that none of it holds up who listens; with no
    workers set, or an `embedder` that cannot travel there, in this process.
    """
    builder = _Builder(settings, embedder, crew=0 if embedder else settings.workers, eager=True)
    with ExitStack() as held:
        try:
            held.enter_context(builder.folder.writer())
        except DataFolderBusy:
            raise
        except IndexUnusable as error:
            builder.tell(error.zh, error.en)
        assistant = builder.assistant()
        held.callback(assistant.close, LAST_WORDS)
        yield assistant


def answering(settings: Settings, generation: Path, digest: str, tell: Tell) -> Callable[[Any], Any]:
    """The duty of a process of the crew: to answer from a generation that is complete."""
    from assistant.crewed import work_of

    current = _Current(*load(generation), generation)
    vectors = Vectors(generation, _embedder(settings))
    return work_of(_engine_over(current, digest, vectors, _weight(settings, None), tell))


def building(settings: Settings, tell: Tell) -> Callable[[Path], None]:
    """The duty of the process that builds: to fill the folder of a generation that is not published yet."""
    embedder = _embedder(settings)
    return lambda generation: fill(generation, read(settings.corpus), embedder, tell)


@dataclass(frozen=True, slots=True)
class _Current:
    texts: Texts
    index: LexicalIndex
    generation: Path | None


class _Builder:
    """Opens the generation that fits documents and code, building it where there is none."""

    def __init__(self, settings: Settings, embedder: Embedder | None, *, crew: int = 0, eager: bool = False) -> None:
        self._settings = settings
        self._crew = crew
        self._eager = eager
        self._failed: tuple[str, float, AssistantError] | None = None
        self._opened_from: Path | None = None
        self._announced = ""
        self.folder = DataFolder(settings.data)
        # The code that runs is the code of this moment, whatever is installed over it later.
        self._code = code_digest(settings.data)
        self._weight = _weight(settings, embedder)
        self._embedder = embedder or _embedder(settings)

    def assistant(self) -> Assistant:
        """An assistant that can move on to newer documents."""
        return Assistant(self.open(None), self.open)

    def open(self, held: Opened | None) -> Opened:
        """What documents and code call for now, ready to answer; `held` itself while that fits.

        What could not be built is not tried again, and not told again, for a while.
        """
        digest = self._digest()
        if held is not None and held.digest == digest and (self._opened_from or HOME).is_dir():
            return held
        if self._failed is not None and self._failed[0] == digest and time.monotonic() < self._failed[1]:
            raise self._failed[2]
        try:
            return self._open(held)
        except AssistantError as error:
            self._failed = digest, time.monotonic() + NOT_AGAIN, error
            raise

    def _open(self, held: Opened | None) -> Opened:
        for _ in range(CHANGING):
            digest = self._digest()
            try:
                current = self._ready(digest) or self._build(digest)
            except _ChangedMeanwhile:
                continue
            for zh, en in current.texts.unreadable:
                self.tell(f"有一份文件读不了，已略过：{zh}", f"A file cannot be read and is left out: {en}")
            for zh, en in current.texts.notices:
                self.tell(zh, en)
            return self._opened(digest, current, wait=held is not None)
        raise CorpusError("指南文件正在不断变动，稍后再读。", "The documents keep changing; they are read later.")

    def rebuild(self) -> None:
        """Build the generation anew."""
        with self.folder.writing(self._digest()) as generation:
            fill(generation, read(self._settings.corpus), self._embedder, self.tell)

    def tell(self, zh: str, en: str) -> None:
        """One line for whoever started this process."""
        print(en if self._settings.language == "en" else zh, file=sys.stderr, flush=True)

    def _digest(self) -> str:
        corpus = self._settings.corpus
        if not corpus.is_dir():
            raise CorpusError(f"指南文件夹 {corpus} 不存在。", f"The folder of guidelines {corpus} does not exist.")
        parts = f"{self._code} {corpus_digest(corpus, self._settings.data)} {self._embedder.name}"
        return hashlib.sha256(parts.encode()).hexdigest()[:24]

    def _ready(self, digest: str) -> _Current | None:
        """The current generation if it is the wanted one and sound."""
        if self.folder.digest() == digest:
            with suppress(IndexUnusable):
                if (generation := self.folder.current()) is not None:
                    return _Current(*load(generation), generation)
        return None

    def _build(self, digest: str) -> _Current:
        """Build the wanted generation; where the folder cannot be written, the same index in memory."""
        if digest != self._announced:
            self._announced = digest
            self.tell(*self._reason(digest))
        made: list[Texts] = []

        def make(generation: Path) -> None:
            if self._crew:
                self._have_built(generation)
            else:
                made.append(read(self._settings.corpus))
                fill(generation, made[-1], self._embedder, self.tell)
            if self._digest() != digest:
                raise _ChangedMeanwhile

        try:
            # A server holds the folder for days, so nobody waits long for it; a fellow builder is done in seconds.
            self.folder.ensure(digest, make, wait=0.0 if self.folder.digest() else 4.0)
            if (ready := self._ready(digest)) is not None:
                return ready
            with self.folder.writing(digest) as generation:
                make(generation)
            if (ready := self._ready(digest)) is not None:
                return ready
        except IndexUnusable as error:
            self.tell(f"{error.zh}本次不保存索引。", f"{error.en} The index is not saved this time.")
        texts = made[-1] if made else read(self._settings.corpus)
        return _Current(texts, LexicalIndex.in_memory(passages(texts.guidelines)), None)

    def _reason(self, digest: str) -> tuple[str, str]:
        known = self.folder.digest()
        if known is None:
            return "首次使用，正在建立索引……", "First use: building the index ..."
        if known != digest:
            return "文件或程序有变化，正在更新索引……", "Documents or program changed: updating the index ..."
        return "索引已损坏，正在重建……", "The index is damaged: rebuilding it ..."

    def _have_built(self, generation: Path) -> None:
        """Fill the folder in another process, so that reading holds up nobody here, nor leaves its memory here."""
        from assistant.crew.hand import Crashed, Hand, Lost

        try:
            with Hand(partial(building, self._settings), self.tell) as hand:
                hand.ready()
                hand.do(generation)
        except (Lost, Crashed) as error:
            raise CorpusError(
                "建立索引的进程意外结束，继续使用原有索引。",
                "The process that builds the index ended unexpectedly; the last index stays in use.",
            ) from error

    def _opened(self, digest: str, current: _Current, *, wait: bool) -> Opened:
        vectors = Vectors(current.generation, self._embedder)
        engine: LazyEngine | CrewedEngine
        if self._crew and current.generation is not None:
            from assistant.crew.crew import Crew
            from assistant.crewed import CrewedEngine

            crew = Crew(partial(answering, self._settings, current.generation, digest), self._crew, self.tell)
            engine = CrewedEngine(crew)
            if wait:
                _await(crew)
        else:
            engine = _engine_over(current, digest, vectors, self._weight, self.tell)
            if self._eager:
                engine.ready()
        texts, self._opened_from = current.texts, current.generation
        forms = cache(lambda: _forms(self._settings.corpus, texts.guidelines, self.tell))
        return Opened(
            digest, texts.guidelines, texts.unreadable, engine, engine.find, vectors.related, texts.cards, forms
        )


class _ChangedMeanwhile(Exception):
    """The documents are not those any more that were to be read."""


def _await(crew: Crew) -> None:
    try:
        crew.ready()
    except AssistantError:
        crew.close(0)
        raise


def _engine_over(current: _Current, digest: str, vectors: Vectors, weight: float, tell: Tell) -> LazyEngine:
    ranking = Ranking(current.index, vectors, weight, tell)
    return LazyEngine(lambda: _engine(current.texts, ranking, Sounds(current.generation)), digest)


def _engine(texts: Texts, ranking: Ranking, sounds: Sounds) -> Engine:
    from assistant.answering.engine import Engine
    from assistant.answering.reply.wording import load as wording
    from assistant.search.text import word_spans

    held = (texts.guidelines, texts.statements, ranking.search, wording(HOME / "prompts"), sounds)
    return Engine(*held, texts.cards, texts.amendments, word_spans)


def _forms(corpus: Path, guidelines: tuple[Guideline, ...], tell: Tell) -> Forms:
    """The forms of a corpus; what does not fit its document is said once and left out."""
    from assistant.drafting.form_files import read_forms

    forms = read_forms(corpus / "forms", guidelines)
    for zh, en in forms.notices:
        tell(zh, en)
    return forms


def _weight(settings: Settings, embedder: Embedder | None) -> float:
    """How much vectors count in the ranking: nothing where no model makes them."""
    return settings.embedding_weight if embedder or settings.embedding_model else 0.0


def _embedder(settings: Settings) -> Embedder:
    if not settings.embedding_model:
        return HashedEmbedder()
    from assistant.llm.embeddings import openai_compatible

    try:
        return openai_compatible(settings.embedding_model, settings.embedding_url, settings.embedding_key)
    except ImportError as error:
        raise InputError(
            "使用嵌入模型须另装 langchain-openai（项目的 models 选项）。",
            "An embedding model needs langchain-openai, the models extra of this project.",
        ) from error
