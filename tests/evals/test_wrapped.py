"""Questions within what people write around them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from evals.asking import Heard
from evals.cases import Case, load_cases
from evals.errors import EvalError
from evals.reply import Reply
from evals.sources import Sources, load_sources
from evals.wrapped import asked_again, told_lines, within, wrappings

HOME = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def sources() -> Sources:
    return load_sources(HOME / "corpus" / "sources")


@pytest.fixture(scope="module")
def case(sources: Sources) -> Case:
    return next(
        c
        for c in load_cases([HOME / "evals/cases/blind-hangzhou.jsonl"], sources)
        if c.verdict == "no" and c.lang == "zh"
    )


def test_every_wrapping_has_one_place_for_the_question(tmp_path: Path) -> None:
    assert {lang: len(lines) for lang, lines in wrappings().items()} == {"zh": 245, "en": 84}
    bad = tmp_path / "w.toml"
    bad.write_text('zh = ["谢谢"]\n', "utf-8")
    with pytest.raises(EvalError, match="谢谢"):
        wrappings(bad)


@pytest.mark.parametrize(
    ("asked", "wrapping", "whole"),
    [
        ("能报吗", "您好，{q}", "您好，能报吗"),
        ("能报吗", "{q}谢谢", "能报吗？谢谢"),
        ("能报吗？", "{q}谢谢", "能报吗？谢谢"),
    ],
)
def test_a_question_mark_parts_it_from_what_follows(case: Case, asked: str, wrapping: str, whole: str) -> None:
    assert within(replace(case, question=asked), wrapping).question == whole


def test_what_is_lost_is_counted_and_permits_are_named(case: Case, sources: Sources) -> None:
    reply = Reply(answer="可以", verdict="yes")
    made = asked_again(
        [case], {"zh": ("您好，{q}",), "en": ("Hi, {q}",)}, lambda cs: {c.id: Heard(reply) for c in cs}, sources
    )
    assert [(w.wrapping, w.lost) for w in made] == [("您好，{q}", True)]
    lines = told_lines(made)
    assert lines[0] == "    1 lost  '您好，{q}'"
    assert lines[1].startswith("yes for no: ")
    assert lines[2:] == ["zh: 1 of 1 lost 100.00%", "1 of 1 lost, 1 of them false permits"]
