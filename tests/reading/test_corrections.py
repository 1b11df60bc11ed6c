"""Reviewed corrections: found exactly, or a loud failure; offsets lead back to what was wrong."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.errors import CorpusError
from assistant.guideline.quote import locate
from assistant.reading.corrections import Correction, Reviewed, corrected, read_corrections
from assistant.reading.extracted import Extracted
from assistant.reading.library import clauses_in
from assistant.reading.mapped import Mapped

TEXT = "一、要求\n材料 须 力 口盖公章 ， 分批 进选 单位 。"


def test_a_correction_of_another_length_covers_the_wrong_characters_wholly() -> None:
    reviewed = Reviewed((Correction("须", "力口盖", "公章", "加盖"), Correction("分批", "进选", "单位", "遴选")))
    clause = clauses_in("d", Extracted(TEXT), reviewed)[1]
    assert clause.text == "材料须加盖公章，分批遴选单位。"
    start, end = locate(clause, "盖公").source_span
    assert TEXT[start:end] == "力 口盖公"
    start, end = locate(clause, "须加").source_span
    assert TEXT[start:end] == "须 力 口盖"
    start, end = locate(clause, "选单").source_span
    assert TEXT[start:end] == "选 单"


@pytest.mark.parametrize(
    "correction",
    [Correction("", "不存在", "", "甲"), Correction("", "选", "", "甲", times=2), Correction("", "", "", "甲")],
)
def test_a_correction_that_does_not_fit_fails(correction: Correction) -> None:
    with pytest.raises(CorpusError):
        corrected(Mapped.whole(TEXT), (correction,), "d.toml")


def test_overlapping_corrections_fail() -> None:
    with pytest.raises(CorpusError, match="overlap"):
        corrected(Mapped.whole(TEXT), (Correction("", "力口", "", "加"), Correction("", "口盖", "", "盖")), "d.toml")


@pytest.mark.parametrize(
    "toml",
    [
        '[[correction]]\nwrong = "甲"',
        '[[correction]]\nwrong = "甲"\nright = "乙"\nnote = "?"',
        "[[fix]]",
        "wrong =",
        '[[label]]\nlabel = "x"',
    ],
)
def test_wrong_keys_fail(tmp_path: Path, toml: str) -> None:
    path = tmp_path / "d.toml"
    path.write_text(toml, "utf-8")
    with pytest.raises(CorpusError):
        read_corrections(path)
