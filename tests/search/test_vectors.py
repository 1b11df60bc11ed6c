"""Dense search in Chroma."""

from __future__ import annotations

import math
import os
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from assistant.errors import IndexUnusable
from assistant.search.hashing import HashedEmbedder
from assistant.search.protocols import Passage
from assistant.search.vectors import VectorIndex

PASSAGES = (
    Passage("a", "north"),
    Passage("b", "east"),
    Passage("c", "north-east"),
    Passage("d", "north"),
)


class Compass:
    """A model of four words in two dimensions; obeys the real interface and records its calls."""

    def __init__(self, name: str = "compass", dimension: int = 2) -> None:
        self.name = name
        self.dimension = dimension
        self.calls: list[int] = []

    def embed_documents(self, texts: Sequence[str]) -> list[list[float]]:
        self.calls.append(len(texts))
        return [self.embed_query(text) for text in texts]

    def embed_query(self, text: str) -> list[float]:
        return {"north": [0.0, 2.0], "east": [1.0, 0.0], "north-east": [3.0, 3.0]}.get(text, [0.0, 0.0])


@pytest.fixture
def index(tmp_path: Path) -> Iterator[VectorIndex]:
    built = VectorIndex.build(tmp_path / "vectors", PASSAGES, Compass())
    yield built
    built.close()


def test_cosines_exactly_with_ties_by_id(index: VectorIndex) -> None:
    found = [(hit.id, hit.score) for hit in index.search("north", 4)]
    assert found == [("a", 1.0), ("d", 1.0), ("c", round(math.sqrt(0.5), 6)), ("b", 0.0)]


def test_related_leaves_the_passage_itself_out(index: VectorIndex) -> None:
    assert [hit.id for hit in index.related("a", 2)] == ["d", "c"]
    assert [hit.id for hit in index.related("a", 9, keep={"a", "b"})] == ["b"]
    with pytest.raises(KeyError):
        index.related("nowhere", 1)


def test_no_content_no_hits(index: VectorIndex) -> None:
    assert index.search("", 3) == ()
    assert index.search("north", 0) == ()


def test_reopened_after_a_rename(tmp_path: Path) -> None:
    VectorIndex.build(tmp_path / "new", PASSAGES, Compass()).close()
    (tmp_path / "new").rename(tmp_path / "old")
    opened = VectorIndex.open(tmp_path / "old", Compass())
    assert len(opened) == 4
    assert opened.search("east", 1)[0].id == "b"
    opened.close()


@pytest.mark.parametrize("model", [Compass("sextant"), Compass(dimension=3)])
def test_another_model_is_refused(tmp_path: Path, model: Compass) -> None:
    VectorIndex.build(tmp_path / "v", PASSAGES, Compass()).close()
    with pytest.raises(IndexUnusable, match=r"made by compass \(2 dimensions\)"):
        VectorIndex.open(tmp_path / "v", model)


def test_a_model_that_breaks_its_word_is_refused(tmp_path: Path) -> None:
    with pytest.raises(IndexUnusable, match="3 numbers"):
        VectorIndex.build(tmp_path / "v", PASSAGES, Compass(dimension=3))


def test_missing_or_damaged_is_unusable(tmp_path: Path) -> None:
    with pytest.raises(IndexUnusable, match="missing"):
        VectorIndex.open(tmp_path / "none", Compass())
    VectorIndex.build(tmp_path / "v", PASSAGES, Compass()).close()
    (tmp_path / "v" / "chroma.sqlite3").write_bytes(b"not a database" * 500)
    with pytest.raises(IndexUnusable, match="rebuild"):
        VectorIndex.open(tmp_path / "v", Compass())


def test_equal_ids_are_refused(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="same id"):
        VectorIndex.build(tmp_path / "v", [PASSAGES[0], PASSAGES[0]], Compass())


def test_many_passages_go_in_batches_and_hnsw_agrees_with_exact(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    passages = [Passage(f"p{n:04}", f"第{n}条 {n * 7919 % 1009} 高校 企业") for n in range(700)]
    index = VectorIndex.build(tmp_path / "v", passages, HashedEmbedder(64))
    exact = index.search("第42条", 10)
    monkeypatch.setattr("assistant.search.vectors._EXACT_BELOW", 0)
    near = index.search("第42条", 10)
    index.close()
    assert exact[0].id == near[0].id == "p0042"
    assert [hit.score for hit in near] == pytest.approx([hit.score for hit in exact], abs=1e-5)


def test_hashed_vectors_are_of_length_one_and_put_like_with_like() -> None:
    model = HashedEmbedder()
    asked, near, far, empty = model.embed_documents(["联合申报单位", "申报单位", "公示五天", "😀"])
    assert math.fsum(value * value for value in asked) == pytest.approx(1)
    assert sum(map(float.__mul__, asked, near)) > 0.5 > 0.1 > abs(sum(map(float.__mul__, asked, far)))
    assert not any(empty)
    with pytest.raises(ValueError, match="at least one"):
        HashedEmbedder(0)


def test_hashed_vectors_are_the_same_in_every_process() -> None:
    program = (
        "from assistant.search.hashing import HashedEmbedder\n"
        "print(HashedEmbedder(16).embed_query('产业学院A1\\ud800'))"
    )
    seeds = [{**os.environ, "PYTHONHASHSEED": seed} for seed in ("1", "2")]
    runs = [
        subprocess.run([sys.executable, "-c", program], env=seed, capture_output=True, check=True) for seed in seeds
    ]
    assert runs[0].stdout == runs[1].stdout
