"""Questions beside a clause that nearly says yes get none, but for those that are known."""

from __future__ import annotations

from datetime import date

import pytest

from evals import yes_or_no
from evals.__main__ import main
from evals.hostile import FOLDER, lines
from evals.yes_or_no import Asked, Given, given, questions

# Told by the one rule that decides, though other conditions of the clause are not told.
ONE_RULE = {"hs-010", "hs-014", "hs-064", "hs-104", "hu-083"}
FAULTS = {
    "hs-279": "papers of one class go elsewhere, and the question names no class",
    "hs-320": "'keep to itself' is not read as the contrary of publishing",
    "hu-090": "a duty of one member is told of the whole",
    "ht-294": "a sentence whose subject stands in the sentence before is told of another unit",
}
NOTICES = ("", "two", "seven")  # all others by `python -m evals hostile`


def test_none_but_the_known_get_a_yes() -> None:
    every = questions(FOLDER)
    kept = [q for n, q in enumerate(every) if q.folder in NOTICES and n % 2 == 0 or q.id in ONE_RULE | set(FAULTS)]
    assert (len(every), len({q.question for q in every}), len(kept) > 350) == (1140, 1140, True)
    wrong = {g.asked.id for g in given(kept, date(2026, 11, 20)) if g.wrong_yes}
    assert wrong == ONE_RULE | set(FAULTS)


def test_the_command_prints_what_got_a_yes_and_counts(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    asked = Asked("h-1", "专家公示几天也能改吗？", "no", "")
    monkeypatch.setattr(yes_or_no, "questions", lambda folder: (asked,))
    assert main(["hostile"]) == 0
    out = capsys.readouterr().out.splitlines()
    assert (out[0].startswith("no: 1 asked; "), out[1:]) == (
        True, ["silent: 0 asked; ", "conditional: 0 asked; ", "yes: 0 of 1"],
    )  # fmt: skip


def test_a_yes_is_printed_with_its_answer() -> None:
    made = [
        Given(Asked("h-1", "甲？", "no", ""), "yes", "可以。"),
        Given(Asked("h-2", "乙？", "silent", ""), "no", ""),
    ]
    assert list(lines(made)) == [
        "h-1 no: 甲？ -> 可以。",
        "no: 1 asked; yes 1",
        "silent: 1 asked; no 1",
        "conditional: 0 asked; ",
        "yes: 1 of 2",
    ]
