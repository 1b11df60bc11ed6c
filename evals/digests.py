"""Digests that say what a report was made from."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from pathlib import Path

from evals.cases import Case

CODE = (".py", ".toml", ".md", ".json", ".tsv", ".txt")


def of_folder(*folders: Path, endings: tuple[str, ...] = ()) -> str:
    """Sixteen hex digits over names and contents of all files below (of those endings, where there are any)."""
    whole = hashlib.sha256()
    for folder in folders:
        for path in sorted(p for p in folder.rglob("*") if p.is_file() and "__pycache__" not in p.parts):
            if not endings or path.suffix in endings:
                whole.update(f"{folder.name}/{path.relative_to(folder)}\0".encode())
                whole.update(hashlib.sha256(path.read_bytes()).digest())
    return whole.hexdigest()[:16]


def of_cases(cases: Iterable[Case]) -> str:
    """Sixteen hex digits over the cases, whatever their order."""
    lines = sorted(f"{case.id} {case.digest}" for case in cases)
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()[:16]
