"""The questions of a benchmark, in our case format or in any that has id, question and gold quotes."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from evals.cases import SILENT_KINDS
from evals.errors import EvalError
from evals.sources import Sources


@dataclass(frozen=True, slots=True)
class Asked:
    """One question: `query` is it with the user's earlier messages, `gold` (document id, quote) pairs."""

    id: str
    question: str
    query: str
    gold: tuple[tuple[str, str], ...]
    answerable: bool


def load_questions(files: Iterable[Path], sources: Sources) -> tuple[Asked, ...]:
    """The questions of the JSONL files in order, their gold found in the sources; EvalError otherwise."""
    rows = [row for path in files for row in _rows(path)]
    return tuple(_asked(row, sources) for row in rows)


def _rows(path: Path) -> list[dict[str, Any]]:
    try:
        return [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]
    except (OSError, ValueError) as error:
        raise EvalError(f"The questions {path} cannot be read ({type(error).__name__}).") from None


def _asked(row: Mapping[str, Any], sources: Sources) -> Asked:
    try:
        earlier = [turn["content"] for turn in row.get("history") or [] if turn.get("role") == "user"]
        gold = tuple(
            (_document(g.get("document") or g["doc"], sources), str(g["quote"])) for g in row.get("gold") or []
        )
        silent = row.get("kind") in SILENT_KINDS or row.get("verdict") == "not_specified"
        return Asked(
            row["id"], row["question"], "\n".join([*earlier, row["question"]]), gold, bool(gold) and not silent
        )
    except (KeyError, AttributeError, TypeError):
        raise EvalError(f"The question {row.get('id')} has no id, question or gold of a known shape.") from None


def _document(name: str, sources: Sources) -> str:
    """The id of the source of that name, or of the only one whose file name starts with it."""
    held = [name] if name in sources.by_id else [i for i in sources.by_id if i.startswith(name)]
    if len(held) != 1:
        raise EvalError(f"Gold names the document {name}, which is not one of the sources.")
    return held[0]
