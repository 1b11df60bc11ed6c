"""Building in process: related clauses, embedding models that work or fail, documents that change while serving."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest

from assistant.answering.answer import Question
from assistant.errors import CorpusError, IndexUnusable, Unknown
from assistant.search.hashing import HashedEmbedder
from assistant.settings import HOME, Settings, from_environment
from assistant.wiring import build, reindex, serving


class Failing(HashedEmbedder):
    """An embedding model whose server is down, from the start or once the index is built."""

    def __init__(self, at_indexing: bool) -> None:
        super().__init__()
        self._at_indexing = at_indexing

    @property
    def name(self) -> str:
        return f"failing-{self._at_indexing}"

    def embed_documents(self, texts: Sequence[str]) -> list[list[float]]:
        if self._at_indexing:
            raise IndexUnusable("嵌入模型不可用。", "The embedding model is down.")
        return [HashedEmbedder.embed_query(self, text) for text in texts]

    def embed_query(self, text: str) -> list[float]:
        raise IndexUnusable("嵌入模型不可用。", "The embedding model is down.")


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    corpus = tmp_path / "corpus"
    (corpus / "sources").mkdir(parents=True)
    for name in ("practice-base-guide-2021.txt", "cjk-consortium-guide.txt"):
        shutil.copy(HOME / "corpus" / "sources" / name, corpus / "sources")
    return Settings(corpus, tmp_path / "data")


def test_related_clauses_come_from_other_documents(settings: Settings) -> None:
    assistant = build(settings)
    clause = assistant.search("申报主体", 1)[0].clause
    related = assistant.related(clause.document, clause.id, 3)
    assert len(related) == 3
    assert all(found.guideline.id != clause.document for found in related)
    with pytest.raises(Unknown):
        assistant.related(clause.document, "none")


@pytest.mark.parametrize("at_indexing", [True, False])
def test_a_failing_embedding_model_is_said_once_and_answers_go_on(
    settings: Settings, at_indexing: bool, capsys: pytest.CaptureFixture[str]
) -> None:
    plain = build(Settings(settings.corpus, settings.data.with_name("plain")))
    assistant = build(settings, Failing(at_indexing))
    capsys.readouterr()
    question = Question("联合申报单位最多几家？")
    for _ in range(2):
        answer = assistant.ask(question, date(2026, 1, 1))
        assert answer.answer == plain.ask(question, date(2026, 1, 1)).answer
    assert len(capsys.readouterr().err.splitlines()) == 1


def test_dense_search_joins_where_a_model_is_given(settings: Settings) -> None:
    plain = [found.score for found in build(settings).search("申报主体", 5)]
    dense = [found.score for found in build(settings, HashedEmbedder()).search("申报主体", 5)]
    assert dense != plain


def test_changed_documents_are_taken_up_while_serving(settings: Settings) -> None:
    with serving(settings) as assistant:
        before = assistant.health()
        assert assistant.reindex() == before
        (settings.corpus / "sources" / "new.txt").write_text(
            "灯塔工程通知\n一、条件\n企业须成立满3年。\n", encoding="utf-8"
        )
        assert assistant.reindex().documents == before.documents + 1
        assert assistant.search("灯塔工程企业成立", 1)[0].guideline.id == "new"
        (settings.corpus / "sources" / "new.txt").unlink()
        assert assistant.reindex().index == before.index


@pytest.mark.parametrize("content", [b"\xff\xfe\x00\xd8\x81\x8d", bytes(range(256)) * 9, b""])
def test_an_undecodable_text_is_named(settings: Settings, content: bytes, capsys: pytest.CaptureFixture[str]) -> None:
    (settings.corpus / "sources" / "odd.txt").write_bytes(content)
    health = reindex(settings)
    assert health.documents == 2
    assert "odd.txt" in health.unreadable[0][0]
    assert "odd.txt" in capsys.readouterr().err


def test_a_broken_catalogue_is_an_error_of_the_corpus(settings: Settings) -> None:
    (settings.corpus / "catalogue.toml").write_text("[[document", encoding="utf-8")
    with pytest.raises(CorpusError):
        build(settings)


def test_an_embedding_key_is_never_shown() -> None:
    settings = from_environment({"ASSISTANT_EMBEDDING_MODEL": "m", "ASSISTANT_EMBEDDING_KEY": "hidden"})
    assert settings.embedding_model == "m"
    assert "hidden" not in repr(settings)
