"""The LangChain retriever, the embedding adapter and the token counter."""

from __future__ import annotations

import asyncio
import importlib
import inspect
import json
from dataclasses import dataclass
from pathlib import Path

import pytest
from langchain_core.embeddings import Embeddings
from pytest_httpserver import HTTPServer
from werkzeug import Request, Response

from assistant.guideline.clause import Clause, OffsetMap
from assistant.llm import tokens
from assistant.llm.embeddings import EmbeddingFailed, LangChainEmbedder, openai_compatible
from assistant.llm.retriever import ClauseRetriever
from assistant.llm.tokens import TokenCounter, token_counter

CLAUSE = Clause(
    "四.一",
    "003",
    "item",
    "（一）",
    "申报主体",
    "（一）申报主体。高校",
    ("四、项目申报",),
    None,
    7,
    2,
    "",
    OffsetMap(((0, 40, 10),)),
)


@dataclass(frozen=True)
class Found:
    clause: Clause
    programmes: tuple[str, ...]
    score: float


class Source:
    """Always one clause; records what it was asked."""

    def __init__(self, clause: Clause = CLAUSE) -> None:
        self.clause = clause
        self.asked: list[tuple[str, int]] = []

    def search(self, query: str, k: int) -> list[Found]:
        self.asked.append((query, k))
        return [Found(self.clause, ("education-base",), 2.5)]


class Model(Embeddings):
    """Lengths as vectors, or whatever it is told to answer."""

    def __init__(self, answer: list[list[float]] | Exception | None = None) -> None:
        self.answer = answer
        self.texts: list[str] = []

    def embed_documents(self, texts: list[str]) -> list[list[float]]:
        self.texts += texts
        if isinstance(self.answer, Exception):
            raise self.answer
        return [[float(len(text)), 1.0] for text in texts] if self.answer is None else self.answer

    def embed_query(self, text: str) -> list[float]:
        return self.embed_documents([text])[0]


def test_clauses_become_documents_with_their_place_in_the_source() -> None:
    source = Source()
    retriever = ClauseRetriever(source=source, k=3)
    (document,) = retriever.invoke("谁可以申报")
    assert source.asked == [("谁可以申报", 3)]
    assert document.id == "003#四.一"
    assert document.page_content == CLAUSE.text
    assert document.metadata == {
        "document": "003",
        "clause": "四.一",
        "place": "四、项目申报",
        "context": "",
        "page": 2,
        "programmes": ["education-base"],
        "score": 2.5,
        "source_start": 40,
        "source_end": 50,
    }
    assert asyncio.run(retriever.ainvoke("谁可以申报")) == [document]


def test_the_retriever_refuses_what_it_does_not_know() -> None:
    with pytest.raises(ValueError, match="greater than or equal to 1"):
        ClauseRetriever(source=Source(), k=0)
    with pytest.raises(ValueError, match="Extra inputs"):
        ClauseRetriever(source=Source(), depth=3)  # type: ignore[call-arg]


def test_embedder_learns_its_dimension_and_cleans_what_it_sends() -> None:
    model = Model()
    embedder = LangChainEmbedder(model, "lengths")
    assert embedder.embed_documents(["高校", "", "\ud800"]) == [[2.0, 1.0], [1.0, 1.0], [1.0, 1.0]]
    assert model.texts[:3] == ["高校", " ", "?"]
    assert (embedder.name, embedder.dimension) == ("lengths", 2)
    assert embedder.embed_documents([]) == []


@pytest.mark.parametrize(
    "answer", [TimeoutError("secret-key"), [[1.0, 2.0]], [[1.0], [2.0]], [[1.0, float("nan")], [1.0, 2.0]]]
)
def test_a_failing_model_is_one_error_without_its_details(answer: list[list[float]] | Exception) -> None:
    embedder = LangChainEmbedder(Model(answer), "m", dimension=2)
    with pytest.raises(EmbeddingFailed, match="model m cannot be used") as failed:
        embedder.embed_documents(["a", "b"])
    assert "secret-key" not in failed.value.en + failed.value.zh


def test_openai_compatible_servers_get_plain_text_in_batches(httpserver: HTTPServer) -> None:
    bodies: list[dict[str, object]] = []

    def answer(request: Request) -> Response:
        body = json.loads(request.data)
        bodies.append(body)
        data = [{"object": "embedding", "index": n, "embedding": [float(n), 1.0]} for n, _ in enumerate(body["input"])]
        reply = {"object": "list", "data": data, "model": "m", "usage": {"prompt_tokens": 1, "total_tokens": 1}}
        return Response(json.dumps(reply), content_type="application/json")

    httpserver.expect_request("/v1/embeddings", method="POST").respond_with_handler(answer)
    embedder = openai_compatible("m", httpserver.url_for("/v1"), "key", batch=2, dimension=2)
    assert embedder.name == "m@2"
    assert embedder.embed_documents(["甲", "乙", "丙"]) == [[0.0, 1.0], [1.0, 1.0], [0.0, 1.0]]
    assert [body["input"] for body in bodies] == [["甲", "乙"], ["丙"]]
    assert {body["encoding_format"] for body in bodies} == {"float"}
    assert {body["dimensions"] for body in bodies} == {2}


def test_without_ranks_tokens_are_bounded_by_bytes(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv("TIKTOKEN_CACHE_DIR", raising=False)
    counter = token_counter()
    assert not counter.exact
    assert [counter.count(text) for text in ("", "ab", "高校", "\ud800")] == [0, 2, 6, 3]
    monkeypatch.setenv("TIKTOKEN_CACHE_DIR", str(tmp_path))
    assert not token_counter("cl100k_base").exact


def test_a_damaged_rank_file_is_neither_used_nor_removed(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    ranks = tmp_path / "fb374d419588a4632f3f557e76b4b70aebbca790"
    ranks.write_text("damaged")
    monkeypatch.setenv("TIKTOKEN_CACHE_DIR", str(tmp_path))
    assert not token_counter("o200k_base").exact
    assert ranks.read_text() == "damaged"


def test_the_rank_file_is_where_this_tiktoken_keeps_it() -> None:
    openai_public = importlib.import_module("tiktoken_ext.openai_public")
    for encoding, digest in tokens._RANKS.items():
        source = inspect.getsource(getattr(openai_public, encoding))
        assert f"{tokens._BASE}{encoding}.tiktoken" in source
        assert digest in source


def test_the_byte_bound_holds_for_real_byte_ranks() -> None:
    import tiktoken

    ranks = tiktoken.Encoding(
        "bytes", pat_str=r"\S+|\s+", mergeable_ranks={bytes([n]): n for n in range(256)}, special_tokens={}
    )
    for text in ("高校 abc 😀", "\ud800x"):
        assert len(ranks.encode_ordinary(text)) <= token_counter().count(text)


def test_an_unknown_encoding_is_refused() -> None:
    with pytest.raises(ValueError, match="o200k_base"):
        token_counter("gpt-9")


def test_texts_fit_a_budget_from_the_front() -> None:
    counter = TokenCounter(len, exact=True)
    assert counter.fitting(["ab", "cd", "e"], 4) == ("ab", "cd")
    assert counter.fitting(["abcde", "e"], 4) == ()
    assert counter.fitting([], 0) == ()
