"""The digest changes when anything it is made of changes, also where size and times look the same."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

import pytest

from assistant import freshness
from assistant.freshness import code_digest, corpus_digest


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    sources = tmp_path / "corpus" / "sources"
    sources.mkdir(parents=True)
    (sources / "a.txt").write_text("不超过 3 家", encoding="utf-8")
    (tmp_path / "data").mkdir()
    return tmp_path / "corpus"


def digest(corpus: Path) -> str:
    return corpus_digest(corpus, corpus.parent / "data")


def test_the_same_files_give_the_same_digest_wherever_they_lie(corpus: Path, tmp_path: Path) -> None:
    first = digest(corpus)
    assert digest(corpus) == first
    moved = corpus.rename(tmp_path / "elsewhere")
    assert digest(moved) == first


@pytest.mark.parametrize("where", ["sources/a.txt", "sources/b.txt", "catalogue.toml", "corrections/a.toml"])
def test_every_change_shows(corpus: Path, where: str) -> None:
    first = digest(corpus)
    (corpus / where).parent.mkdir(exist_ok=True)
    (corpus / where).write_text("不超过 8 家", encoding="utf-8")
    assert digest(corpus) != first


def test_a_change_within_the_clocks_grain_shows(corpus: Path) -> None:
    """Size, inode and mtime are the same; only the age of the note tells that they prove nothing yet."""
    file = corpus / "sources" / "a.txt"
    first, before = digest(corpus), file.stat()
    with file.open("r+b") as held:
        held.write("不超过 8 家".encode())
    os.utime(file, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert digest(corpus) != first


def test_files_at_rest_are_not_read_again(corpus: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(freshness, "REST_NS", -1_000_000_000_000)
    first = digest(corpus)

    def refuse(file: object, kind: str) -> None:
        raise AssertionError(f"{file} was read again")

    monkeypatch.setattr(hashlib, "file_digest", refuse)
    assert digest(corpus) == first


def test_the_code_counts_but_not_the_page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    package = tmp_path / "package"
    (package / "web").mkdir(parents=True)
    (package / "a.py").write_text("1")
    monkeypatch.setattr(freshness, "PACKAGE", package)
    first = code_digest(tmp_path)
    (package / "web" / "page.py").write_text("2")
    assert code_digest(tmp_path) == first
    (package / "a.py").write_text("3")
    assert code_digest(tmp_path) != first


@pytest.mark.parametrize("notes", [b"", b"[]", b"{", b'{"sources/a.txt": [1]}', b'{"sources/a.txt": 5}'])
def test_damaged_notes_are_worth_nothing(corpus: Path, notes: bytes) -> None:
    first = digest(corpus)
    (corpus.parent / "data" / "stamps-corpus.json").write_bytes(notes)
    assert digest(corpus) == first


def test_odd_files_do_no_harm(corpus: Path) -> None:
    os.mkfifo(corpus / "sources" / "pipe")
    (corpus / "sources" / "gone").symlink_to("nowhere")
    (corpus / "sources" / ".hidden").write_text("x")
    Path(os.fsdecode(os.fsencode(corpus / "sources") + b"/\xff.txt")).write_text("x")
    assert digest(corpus) == digest(corpus)


def test_a_missing_data_folder_is_not_made(corpus: Path) -> None:
    corpus_digest(corpus, corpus.parent / "none")
    assert not (corpus.parent / "none").exists()


def test_a_data_folder_inside_the_corpus_is_no_part_of_it(corpus: Path) -> None:
    inside = corpus / "data"
    before = corpus_digest(corpus, inside)
    inside.mkdir()
    (inside / "index.bin").write_bytes(b"1")
    assert corpus_digest(corpus, inside) == before
    assert corpus_digest(corpus, corpus.parent / "data") != before
