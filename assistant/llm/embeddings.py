"""LangChain embedding models for dense search."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from assistant.errors import IndexUnusable

if TYPE_CHECKING:
    from langchain_core.embeddings import Embeddings


class EmbeddingFailed(IndexUnusable):
    """The embedding model did not answer, or not with usable vectors."""

    code = "embedding_failed"

    def __init__(self, name: str, why: str) -> None:
        super().__init__(f"嵌入模型 {name} 不可用: {why}。", f"The embedding model {name} cannot be used: {why}.")


class LangChainEmbedder:
    """Any LangChain `Embeddings` as the embedder that search takes.

    `name` identifies the vectors: an index made under another name is refused. Without `dimension` the first use
    asks the model for one vector to learn it.
    """

    def __init__(self, embeddings: Embeddings, name: str, dimension: int | None = None) -> None:
        self._embeddings = embeddings
        self._name = name
        self._dimension = dimension

    @property
    def name(self) -> str:
        """The model's name as given."""
        return self._name

    @property
    def dimension(self) -> int:
        """Numbers in one vector; EmbeddingFailed where the model must be asked and fails."""
        if self._dimension is None:
            self._dimension = len(self._one("维度"))
        return self._dimension

    def embed_documents(self, texts: Sequence[str]) -> list[list[float]]:
        """One vector of `dimension` finite numbers a text, in order; EmbeddingFailed otherwise."""
        if not texts:
            return []
        try:
            vectors = self._embeddings.embed_documents([_sendable(text) for text in texts])
        except Exception as error:  # every provider raises its own kinds
            raise EmbeddingFailed(self._name, type(error).__name__) from error
        if len(vectors) != len(texts):
            raise EmbeddingFailed(self._name, f"{len(vectors)} vectors for {len(texts)} texts")
        return [self._checked(vector) for vector in vectors]

    def embed_query(self, text: str) -> list[float]:
        """The vector of a query; EmbeddingFailed as above."""
        return self._checked(self._one(text))

    def _one(self, text: str) -> list[float]:
        try:
            return self._embeddings.embed_query(_sendable(text))
        except Exception as error:
            raise EmbeddingFailed(self._name, type(error).__name__) from error

    def _checked(self, vector: Sequence[float]) -> list[float]:
        if len(vector) != self.dimension:
            raise EmbeddingFailed(self._name, f"{len(vector)} dimensions, not {self.dimension}")
        if not all(math.isfinite(value) for value in vector):
            raise EmbeddingFailed(self._name, "a vector is not finite")
        return [float(value) for value in vector]


def openai_compatible(
    model: str, base_url: str, api_key: str, *, timeout: float = 30.0, batch: int = 10, dimension: int | None = None
) -> LangChainEmbedder:
    """The embedder for a server that speaks OpenAI's embedding protocol; nothing is sent yet.

    The texts go as text (not as tokens, which would fetch tiktoken's ranks), `batch` at a time, and the vectors are
    asked for as plain numbers: many compatible servers know neither tokens nor base64. `timeout` is in seconds.
    """
    from langchain_openai import OpenAIEmbeddings
    from pydantic import SecretStr

    asked: dict[str, Any] = {} if dimension is None else {"dimensions": dimension}
    embeddings = OpenAIEmbeddings(
        model=model,
        base_url=base_url,
        api_key=SecretStr(api_key),
        check_embedding_ctx_length=False,
        chunk_size=batch,
        model_kwargs={"encoding_format": "float"},
        timeout=timeout,
        max_retries=1,
        **asked,
    )
    name = model if dimension is None else f"{model}@{dimension}"
    return LangChainEmbedder(embeddings, name, dimension)


def _sendable(text: str) -> str:
    """Lone surrogates cannot be sent as JSON; an empty text is refused by several servers."""
    return text.encode("utf-8", "replace").decode("utf-8") or " "
