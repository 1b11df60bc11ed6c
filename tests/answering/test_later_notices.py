"""Thirty notices that rules were mended on: what was gained on them stays, and nothing is permitted wrongly."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from assistant.answering.answer import Answer
from tests.answering.built import ROOT, Built, over_notices

FOLDER = ROOT / "tests" / "notices" / "later"
GROUPS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
KEPT = frozenset((FOLDER / "kept.txt").read_text("utf-8").split())
NONE = ("no", "not_specified")


def _cases(group: str) -> Iterator[dict[str, Any]]:
    for path in sorted((FOLDER / group).glob("*.jsonl")):
        yield from map(json.loads, path.read_text("utf-8").splitlines())


def _told(answer: Answer, case: dict[str, Any]) -> bool:
    """Whether the answer says what is wanted, with the verdict that is wanted."""
    wanted = case["verdict"]
    silent = wanted == "not_specified" or case["kind"] in ("unanswerable", "out_of_scope")
    if answer.abstained != silent and case["kind"] != "adversarial" and "not_specified" not in case["verdict_alt"]:
        return False
    if wanted and not (silent and answer.abstained) and answer.verdict not in (wanted, *case["verdict_alt"]):
        return False
    return all(any(w in answer.answer for w in group) for group in case["must_include"])


@pytest.fixture(scope="module", params=GROUPS)
def asked(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> dict[str, tuple[Any, Answer]]:
    """The cases of one group with their answers."""
    folder: Path = FOLDER / request.param
    texts = {path.stem: path.read_text("utf-8") for path in sorted(folder.glob("*.txt"))}
    built: Built = over_notices(tmp_path_factory.mktemp(request.param), **texts)
    return {
        c["id"]: (c, built.ask(c["question"], *(t["content"] for t in c["history"] if t["role"] == "user")))
        for c in _cases(request.param)
    }


def test_what_was_told_is_told(asked: dict[str, tuple[Any, Answer]]) -> None:
    lost = [(i, a.answer) for i, (c, a) in asked.items() if i in KEPT and not _told(a, c)]
    assert lost == []


def test_nothing_is_permitted_that_is_not(asked: dict[str, tuple[Any, Answer]]) -> None:
    ruled = ((i, c, a) for i, (c, a) in asked.items() if c["verdict"] in NONE and "yes" not in c["verdict_alt"])
    assert [(i, a.answer) for i, c, a in ruled if a.verdict == "yes"] == []


def test_every_kept_question_is_there() -> None:
    assert {c["id"] for group in GROUPS for c in _cases(group)} >= KEPT
