"""The ten notices nobody wrote rules for: their questions asked of a corpus of notices alone, and of all texts."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from evals.sources import EXTRACTED, PLAIN

FOLDER = Path(__file__).resolve().parent.parent / "tests" / "notices"
MIXES = ("alone", "together")


def question_files() -> tuple[Path, ...]:
    """The files of their cases."""
    return tuple(sorted(FOLDER.glob("questions-*.jsonl")))


@contextmanager
def corpus_of(mix: str, corpus: Path) -> Iterator[Path]:
    """A throw-away corpus folder: the notices alone, or together with a copy of `corpus`."""
    with TemporaryDirectory(prefix="notices-") as folder:
        root = Path(folder, "corpus")
        if mix == "together":
            shutil.copytree(corpus, root)
        (root / "sources").mkdir(parents=True, exist_ok=True)
        for path in FOLDER.iterdir():
            if path.suffix in (*PLAIN, *EXTRACTED):
                shutil.copy(path, root / "sources" / path.name)
        yield root
