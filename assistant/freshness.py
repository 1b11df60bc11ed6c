"""The digest of everything an index is made from, cheap when nothing changed and never wrong.

A file is read and hashed once. Later its size, inode, mtime and ctime stand for it, but only if it had already
been at rest for a while when they were noted: a change within the clock's grain of the note would not show.
"""

from __future__ import annotations

import hashlib
import json
import os
import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

PACKAGE = Path(__file__).resolve().parent
NOT_INDEXING = frozenset(
    {
        "web",
        "answering",
        "crew",
        "drafting",
        "cli.py",
        "arguments.py",
        "printing.py",
        "batch.py",
        "words.py",
        "forms_told.py",
        "forms_printed.py",
        "forms_table.py",
        "__main__.py",
    }
)
REST_NS = 3_000_000_000


@dataclass(frozen=True, slots=True)
class Stamp:
    """What a file looked like from outside, when, and the digest of what it held."""

    size: int
    inode: int
    mtime: int
    ctime: int
    noted: int
    sha256: str

    def holds(self, now: os.stat_result) -> bool:
        """Whether a file that looks like `now` still holds the same bytes."""
        same = (self.size, self.inode, self.mtime, self.ctime) == _look(now)
        return same and max(self.mtime, self.ctime) < self.noted - REST_NS


def code_digest(data: Path) -> str:
    """The digest of the code that reads, extracts and indexes; notes for next time go to `data` if it exists."""
    return _digest(PACKAGE, frozenset(str(PACKAGE / name) for name in NOT_INDEXING), data / "stamps-code.json")


def corpus_digest(corpus: Path, data: Path) -> str:
    """The digest of sources, catalogue and corrections; notes for next time go to `data` if it exists, which may lie
    in the corpus without being part of it."""
    return _digest(corpus, frozenset({str(data)}), data / "stamps-corpus.json")


def _digest(folder: Path, skipped: frozenset[str], notes: Path) -> str:
    known = _read_notes(notes)
    stamps: dict[str, Stamp] = {}
    whole = hashlib.sha256()
    for label, path in sorted((str(path.relative_to(folder)), path) for path in _files(folder, skipped)):
        stamp = _stamp(path, known.get(label))
        stamps[label] = stamp
        whole.update(f"{label}\0{stamp.sha256}\n".encode("utf-8", "surrogateescape"))
    if stamps != known:
        _write_notes(notes, stamps)
    return whole.hexdigest()


def _files(folder: Path, skipped: frozenset[str]) -> Iterator[Path]:
    """Regular files below, without hidden ones, caches and the paths `skipped`; what cannot be listed is as good as
    empty."""
    with suppress(OSError):
        for entry in os.scandir(folder):
            if entry.name.startswith(".") or entry.path in skipped or entry.name == "__pycache__":
                continue
            if entry.is_dir(follow_symlinks=False):
                yield from _files(Path(entry.path), skipped)
            elif entry.is_file():
                yield Path(entry.path)


def _stamp(path: Path, known: Stamp | None) -> Stamp:
    try:
        if known is not None and known.holds(path.stat()):
            return known
        with path.open("rb") as file:
            now, noted = os.fstat(file.fileno()), time.time_ns()
            return Stamp(*_look(now), noted, hashlib.file_digest(file, "sha256").hexdigest())
    except OSError as error:
        return Stamp(0, 0, 0, 0, 0, f"unreadable {error.errno}")


def _look(now: os.stat_result) -> tuple[int, int, int, int]:
    return now.st_size, now.st_ino, now.st_mtime_ns, now.st_ctime_ns


def _read_notes(notes: Path) -> dict[str, Stamp]:
    try:
        rows = json.loads(notes.read_bytes())
        return {label: Stamp(*row) for label, row in rows.items()}
    except (OSError, ValueError, TypeError, AttributeError):
        return {}


def _write_notes(notes: Path, stamps: dict[str, Stamp]) -> None:
    rows = {label: [s.size, s.inode, s.mtime, s.ctime, s.noted, s.sha256] for label, s in stamps.items()}
    draft = notes.with_name(f".{notes.name}.{os.getpid()}")
    with suppress(OSError):
        draft.write_text(json.dumps(rows), encoding="utf-8")
        draft.replace(notes)
