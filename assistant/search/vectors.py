"""Dense search: the vectors of a generation in Chroma, compared by cosine."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from assistant.errors import IndexUnusable
from assistant.search.fields import in_order
from assistant.search.protocols import Embedder, Hit, Keep, Passage, keeps, ranked

_COLLECTION = "passages"
_BATCH = 500
_EXACT_BELOW = 20_000
_HNSW = {"space": "cosine", "ef_construction": 400, "max_neighbors": 48, "ef_search": 800, "num_threads": 1}


class VectorIndex:
    """An immutable collection with the model that made it. Make one with `build` or `open`; close it after use, and
    after `build` before the folder is renamed.

    Up to 20,000 passages every vector is compared (exact, ties by id); above that Chroma's HNSW answers.
    """

    def __init__(self, client: Any, collection: Any, embedder: Embedder) -> None:
        self._client = client
        self._collection = collection
        self._embedder = embedder
        self._count: int = collection.count()
        self._matrix: tuple[tuple[str, ...], Any] | None = None

    @classmethod
    def build(cls, path: Path, passages: Iterable[Passage], embedder: Embedder) -> VectorIndex:
        """Embed the passages into a new collection in the folder `path`, which nobody else writes.

        ValueError where two ids are equal; IndexUnusable where a vector has not `embedder.dimension` numbers.
        """
        ordered = in_order(passages)
        path.mkdir(parents=True, exist_ok=True)
        client = _opened(path)
        try:
            collection = client.create_collection(
                _COLLECTION,
                configuration={"hnsw": _HNSW},
                metadata={"model": embedder.name, "dimension": embedder.dimension, "count": len(ordered)},
                embedding_function=None,
            )
            for start in range(0, len(ordered), _BATCH):
                batch = ordered[start : start + _BATCH]
                vectors = embedder.embed_documents([passage.text for passage in batch])
                _check(vectors, len(batch), embedder)
                collection.add(ids=[passage.id for passage in batch], embeddings=list(vectors))
            return cls(client, collection, embedder)
        except IndexUnusable:
            client.close()
            raise
        except Exception as error:
            client.close()
            raise _unusable(path, str(error)) from error

    @classmethod
    def open(cls, path: Path, embedder: Embedder) -> VectorIndex:
        """The collection that `build` wrote, for queries by the same model.

        IndexUnusable where it is missing or incomplete, or was made by another model or dimension.
        """
        if not (path / "chroma.sqlite3").is_file():
            raise _unusable(path, "it is missing")
        client = _opened(path)
        try:
            collection = client.get_collection(_COLLECTION, embedding_function=None)
            about = dict(collection.metadata or {})
            made = f"{about.get('model')} ({about.get('dimension')} dimensions)"
            asked = f"{embedder.name} ({embedder.dimension} dimensions)"
            if made != asked:
                raise _unusable(path, f"it was made by {made}, not by {asked}")
            if collection.count() != about.get("count"):
                raise _unusable(path, f"it holds {collection.count()} of {about.get('count')} vectors")
        except IndexUnusable:
            client.close()
            raise
        except Exception as error:
            client.close()
            raise _unusable(path, str(error)) from error
        return cls(client, collection, embedder)

    def __len__(self) -> int:
        """How many passages it holds."""
        return self._count

    def close(self) -> None:
        """Release the files."""
        self._client.close()

    def search(self, query: str, k: int, keep: Keep = None) -> tuple[Hit, ...]:
        """The k passages most similar to the text, scored by cosine (-1 to 1); none for a text without content."""
        if k <= 0 or not self._count:
            return ()
        vector = self._embedder.embed_query(query)
        _check([vector], 1, self._embedder)
        return self._nearest(vector, k, keep, None)

    def related(self, passage_id: str, k: int, keep: Keep = None) -> tuple[Hit, ...]:
        """The k passages most similar to that one, without itself; KeyError where it is not held."""
        held = self._collection.get(ids=[passage_id], include=["embeddings"])["embeddings"]
        if held is None or not len(held):
            raise KeyError(passage_id)
        return self._nearest([float(value) for value in held[0]], k, keep, passage_id)

    def _nearest(self, vector: Sequence[float], k: int, keep: Keep, without: str | None) -> tuple[Hit, ...]:
        if not any(vector):
            return ()
        scored = self._exact(vector) if self._count <= _EXACT_BELOW else self._approximate(vector, k, keep)
        allowed = keeps(keep)
        return ranked([(key, score) for key, score in scored if key != without and allowed(key)], k)

    def _exact(self, vector: Sequence[float]) -> list[tuple[str, float]]:
        import numpy

        if self._matrix is None:
            held = self._collection.get(include=["embeddings"])
            rows = numpy.asarray(held["embeddings"], dtype=numpy.float64)
            lengths = numpy.linalg.norm(rows, axis=1, keepdims=True)
            self._matrix = tuple(held["ids"]), rows / numpy.where(lengths == 0, 1, lengths)
        ids, rows = self._matrix
        asked = numpy.asarray(vector, dtype=numpy.float64)
        return list(zip(ids, (rows @ (asked / numpy.linalg.norm(asked))).tolist(), strict=True))

    def _approximate(self, vector: Sequence[float], k: int, keep: Keep) -> list[tuple[str, float]]:
        # Filters inside Chroma cost 30 times the query: look wider and filter outside.
        wanted = min(k + 1 if keep is None else 20 * k + 100, self._count)
        found = self._collection.query(query_embeddings=[list(vector)], n_results=wanted, include=["distances"])
        distances = (found["distances"] or [[]])[0]
        return [(key, 1 - distance) for key, distance in zip(found["ids"][0], distances, strict=True)]


def _opened(path: Path) -> Any:  # chromadb types neither close() nor lists of lists
    import chromadb
    from chromadb.config import Settings

    settings = Settings(anonymized_telemetry=False)
    try:
        return chromadb.PersistentClient(path=str(path), settings=settings)
    except Exception as error:  # chromadb has no common error; whatever it raises, the index is rebuilt
        raise _unusable(path, str(error)) from error


def _check(vectors: Sequence[Sequence[float]], count: int, embedder: Embedder) -> None:
    if len(vectors) != count or any(len(vector) != embedder.dimension for vector in vectors):
        raise IndexUnusable(
            f"嵌入模型 {embedder.name} 返回的向量数量或维度不符。",
            f"The embedding model {embedder.name} did not return {count} vectors of {embedder.dimension} numbers.",
        )


def _unusable(path: Path, why: str) -> IndexUnusable:
    return IndexUnusable(
        "向量索引无法使用，请重建索引（python -m assistant index）。",
        f"The vector index in {path} cannot be used: {why}; rebuild it with 'index'.",
    )
