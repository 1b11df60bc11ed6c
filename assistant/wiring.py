"""The one place that chooses implementations: settings in, a working assistant out."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import replace
from pathlib import Path

from assistant import store
from assistant.errors import CorpusError, DataFolderBusy, IndexUnusable
from assistant.freshness import corpus_digest
from assistant.guideline.document import Guideline
from assistant.search.generation import DataFolder
from assistant.search.lexical import LexicalIndex
from assistant.search.protocols import Keep, Passage
from assistant.service import Assistant, Health, Opened
from assistant.settings import HOME, Settings
from assistant.store import Texts

LEXICAL = "lexical"
VECTORS = "vectors"


def build(settings: Settings) -> Assistant:
    """An assistant over the current index; a missing, stale or damaged one is built first."""
    return _assistant(settings, DataFolder(settings.data))


def reindex(settings: Settings) -> Health:
    """Read the sources and build the index anew, whatever there is; DataFolderBusy if another process does."""
    folder = DataFolder(settings.data)
    _corpus_exists(settings)
    with folder.writer():
        digest = corpus_digest(settings.corpus, settings.data)
        with folder.writing(digest) as generation:
            _fill(generation, _read(settings), settings)
        return _assistant(settings, folder).health()


@contextmanager
def serving(settings: Settings) -> Iterator[Assistant]:
    """An assistant that is the one writer of its data folder for as long as the block runs."""
    folder = DataFolder(settings.data)
    with ExitStack() as held:
        try:
            held.enter_context(folder.writer())
        except DataFolderBusy:
            raise
        except IndexUnusable as error:
            _warn(settings, error.zh, error.en)
        yield _assistant(settings, folder)


def passages(guidelines: tuple[Guideline, ...]) -> tuple[Passage, ...]:
    """What each clause is found by: its headings, its table or form, and its own words."""
    return tuple(
        Passage(f"{guideline.id}#{clause.id}", "\n".join([*clause.path, clause.context, clause.text]))
        for guideline in guidelines
        for clause in guideline.clauses
        if clause.text.strip()
    )


def _assistant(settings: Settings, folder: DataFolder) -> Assistant:
    def reopen() -> Opened:
        return _open(settings, folder)

    return Assistant(reopen(), reopen)


def _open(settings: Settings, folder: DataFolder) -> Opened:
    _corpus_exists(settings)
    digest = corpus_digest(settings.corpus, settings.data)
    ready = _ready(folder, digest)
    if ready is None:
        ready = _build(settings, folder, digest)
    texts, index = ready
    for zh, en in texts.unreadable:
        _warn(settings, f"有一份文件读不了，已略过：{zh}", f"A file cannot be read and is left out: {en}")
    return _opened(digest, texts, index)


def _ready(folder: DataFolder, digest: str) -> tuple[Texts, LexicalIndex] | None:
    """The current generation if it is the wanted one and sound."""
    if folder.digest() != digest:
        return None
    with suppress(IndexUnusable):
        if (generation := folder.current()) is not None:
            return store.load(generation), LexicalIndex.open(generation / LEXICAL)
    return None


def _build(settings: Settings, folder: DataFolder, digest: str) -> tuple[Texts, LexicalIndex]:
    """Build the wanted generation; where the folder cannot be written, the same index in memory."""
    _warn(settings, *_reason(folder, digest))
    texts: list[Texts] = []

    def fill(generation: Path) -> None:
        texts.append(_read(settings))
        _fill(generation, texts[0], settings)

    try:
        # A server holds the folder for days, so nobody waits long for it; a fellow builder is done in seconds.
        folder.ensure(digest, fill, wait=0.0 if folder.digest() else 4.0)
        if (ready := _ready(folder, digest)) is not None:
            return ready
        with folder.writing(digest) as generation:
            fill(generation)
        if (ready := _ready(folder, digest)) is not None:
            return ready
    except IndexUnusable as error:
        _warn(settings, f"{error.zh}本次不保存索引。", f"{error.en} The index is not saved this time.")
    held = texts[0] if texts else _read(settings)
    return held, LexicalIndex.in_memory(passages(held.guidelines))


def _reason(folder: DataFolder, digest: str) -> tuple[str, str]:
    known = folder.digest()
    if known is None:
        return "首次使用，正在建立索引……", "First use: building the index …"
    if known != digest:
        return "文件或程序有变化，正在更新索引……", "Documents or program changed: updating the index …"
    return "索引已损坏，正在重建……", "The index is damaged: rebuilding it …"


def _read(settings: Settings) -> Texts:
    from assistant.programmes.extract import extract
    from assistant.reading.library import look_alikes, read_folder

    guidelines, unreadable = read_folder(settings.corpus)
    if not guidelines:
        raise CorpusError(
            f"指南文件夹 {settings.corpus} 中没有可读的文件。", f"No file in {settings.corpus} can be read."
        )
    statements = extract(guidelines)
    # Programmes whose documents are not here belong to no document; they travel with the first.
    first = replace(guidelines[0], programmes=(*guidelines[0].programmes, *look_alikes(settings.corpus)))
    return Texts((first, *guidelines[1:]), statements, tuple((error.zh, error.en) for error in unreadable))


def _fill(generation: Path, texts: Texts, settings: Settings) -> None:
    found_by = passages(texts.guidelines)
    try:
        store.save(generation, texts)
        LexicalIndex.build(generation / LEXICAL, found_by)
    except (OSError, ValueError) as error:
        raise IndexUnusable(f"索引写不下来（{error}）。", f"The index cannot be written ({error}).") from error
    try:
        from assistant.search.hashing import HashedEmbedder
        from assistant.search.vectors import VectorIndex

        VectorIndex.build(generation / VECTORS, found_by, HashedEmbedder()).close()
    except Exception as error:  # chromadb has no common error, and nothing but related clauses needs it
        _warn(settings, f"向量未建立（{error}），检索照常。", f"No vectors were built ({error}); search works without.")


def _opened(digest: str, texts: Texts, index: LexicalIndex) -> Opened:
    from assistant.answering.engine import Engine
    from assistant.answering.wording import load

    def find(query: str, k: int, keep: Keep = None) -> tuple[tuple[str, float], ...]:
        return tuple((hit.id, hit.score) for hit in index.search(query, k, keep))

    engine = Engine(texts.guidelines, texts.statements, find, load(HOME / "prompts"))
    return Opened(digest, texts.guidelines, texts.unreadable, engine, find)


def _corpus_exists(settings: Settings) -> None:
    if not settings.corpus.is_dir():
        raise CorpusError(
            f"指南文件夹 {settings.corpus} 不存在。", f"The folder of guidelines {settings.corpus} does not exist."
        )


def _warn(settings: Settings, zh: str, en: str) -> None:
    print(en if settings.language == "en" else zh, file=sys.stderr, flush=True)
