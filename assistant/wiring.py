"""The one place that chooses implementations: settings in, a working assistant out."""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from assistant.errors import CorpusError, DataFolderBusy, IndexUnusable, InputError
from assistant.freshness import code_digest, corpus_digest
from assistant.indexing import LazyEngine, Ranking, Vectors, fill, load, passages
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


def build(settings: Settings, embedder: Embedder | None = None) -> Assistant:
    """An assistant over the current index; a missing, stale or damaged one is built first.

    An `embedder` given here stands in for the one the settings name.
    """
    return _Builder(settings, embedder).assistant()


def reindex(settings: Settings, embedder: Embedder | None = None) -> Health:
    """Read the sources and build the index anew, whatever there is; DataFolderBusy if another process does."""
    builder = _Builder(settings, embedder)
    with builder.folder.writer():
        builder.rebuild()
        return builder.assistant().health()


@contextmanager
def serving(settings: Settings, embedder: Embedder | None = None) -> Iterator[Assistant]:
    """An assistant that is the one writer of its data folder for as long as the block runs."""
    builder = _Builder(settings, embedder, eager=True)
    with ExitStack() as held:
        try:
            held.enter_context(builder.folder.writer())
        except DataFolderBusy:
            raise
        except IndexUnusable as error:
            builder.tell(error.zh, error.en)
        yield builder.assistant()


@dataclass(frozen=True, slots=True)
class _Current:
    texts: Texts
    index: LexicalIndex
    generation: Path | None


class _Builder:
    """Opens the generation that fits documents and code, building it where there is none."""

    def __init__(self, settings: Settings, embedder: Embedder | None, eager: bool = False) -> None:
        self._settings = settings
        self._eager = eager
        self.folder = DataFolder(settings.data)
        # The code that runs is the code of this moment, whatever is installed over it later.
        self._code = code_digest(settings.data)
        self._weight = settings.embedding_weight if embedder or settings.embedding_model else 0.0
        self._embedder = embedder or _embedder(settings)

    def assistant(self) -> Assistant:
        """An assistant that can move on to newer documents."""
        return Assistant(self.open(None), self.open)

    def open(self, held: Opened | None) -> Opened:
        """What documents and code call for now; `held` itself while that fits."""
        digest = self._digest()
        if held is not None and held.digest == digest:
            return held
        current = self._ready(digest) or self._build(digest)
        for zh, en in current.texts.unreadable:
            self.tell(f"有一份文件读不了，已略过：{zh}", f"A file cannot be read and is left out: {en}")
        return self._opened(digest, current)

    def rebuild(self) -> None:
        """Build the generation anew."""
        with self.folder.writing(self._digest()) as generation:
            fill(generation, self._read(), self._embedder, self.tell)

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
        self.tell(*self._reason(digest))
        read: list[Texts] = []

        def make(generation: Path) -> None:
            read.append(self._read())
            fill(generation, read[-1], self._embedder, self.tell)

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
        texts = read[-1] if read else self._read()
        return _Current(texts, LexicalIndex.in_memory(passages(texts.guidelines)), None)

    def _reason(self, digest: str) -> tuple[str, str]:
        known = self.folder.digest()
        if known is None:
            return "首次使用，正在建立索引……", "First use: building the index ..."
        if known != digest:
            return "文件或程序有变化，正在更新索引……", "Documents or program changed: updating the index ..."
        return "索引已损坏，正在重建……", "The index is damaged: rebuilding it ..."

    def _read(self) -> Texts:
        from assistant.programmes.extract import extract
        from assistant.reading.library import look_alikes, read_folder

        corpus = self._settings.corpus
        guidelines, unreadable = read_folder(corpus)
        if not guidelines:
            raise CorpusError(f"指南文件夹 {corpus} 中没有可读的文件。", f"No file in {corpus} can be read.")
        statements = extract(guidelines)
        # Programmes whose documents are not here belong to no document; they travel with the first.
        first = replace(guidelines[0], programmes=(*guidelines[0].programmes, *look_alikes(corpus)))
        return Texts((first, *guidelines[1:]), statements, tuple((error.zh, error.en) for error in unreadable))

    def _opened(self, digest: str, current: _Current) -> Opened:
        vectors = Vectors(current.generation, self._embedder)
        ranking = Ranking(current.index, vectors, self._weight, self.tell)
        texts = current.texts
        engine = LazyEngine(lambda: _engine(texts, ranking, Sounds(current.generation)))
        if self._eager:
            engine.ready()
        return Opened(digest, texts.guidelines, texts.unreadable, engine, engine.find, vectors.related)


def _engine(texts: Texts, ranking: Ranking, sounds: Sounds) -> Engine:
    from assistant.answering.engine import Engine
    from assistant.answering.wording import load as wording

    return Engine(texts.guidelines, texts.statements, ranking.search, wording(HOME / "prompts"), sounds)


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
