"""Everyday questions: what is counted, and that the two sorts of wrong answers stay as few as they are."""

from __future__ import annotations

from datetime import date

import pytest

from evals import yes_or_no
from evals.__main__ import main
from evals.everyday import FOLDER, lines
from evals.yes_or_no import Asked, Given, given, questions

TODAY = date(2026, 11, 20)


def test_the_sets_are_whole() -> None:
    every = questions(FOLDER)
    assert (len(every), len({q.id for q in every}), len({(q.folder, q.question) for q in every})) == (680, 680, 680)
    assert {q.right for q in every} == {"yes", "no", "silent", "conditional"}
    assert all(bool(q.notice) == bool(q.folder) for q in every)


def test_no_more_wrong_yeses_and_noes_on_the_guidelines() -> None:
    made = list(given((q for q in questions(FOLDER) if not q.folder), TODAY))
    wrong = [g.asked.id for g in made if g.wrong_yes]
    assert (len(made), len(wrong) <= 5, sum(g.verdict == "no" != g.asked.right for g in made) <= 7) == (320, True, True)
    assert sum(g.right for g in made) >= 224


def test_a_notice_that_is_open_answers_alone() -> None:
    asked = next(q for q in questions(FOLDER) if q.id == "sb-022")
    assert [g.verdict for g in given([asked], TODAY)] == ["yes"]


def test_what_is_printed() -> None:
    made = [
        Given(Asked("sa-1", "甲？", "yes", ""), "yes", "可以。"),
        Given(Asked("sa-2", "乙？", "silent", ""), "yes", "是的。"),
        Given(Asked("zb-1", "丙？", "silent", ""), "not_specified", ""),
        Given(Asked("zb-2", "丁？", "conditional", ""), "no", ""),
    ]
    assert list(lines(made)) == [
        "sa-2 silent: 乙？ -> 是的。",
        "sa: 1 of 2 right; yes 1 of 1, wrong yes 1, wrong no 0",
        "zb: 1 of 2 right; yes 0 of 0, wrong yes 0, wrong no 1",
        "yes: 1 asked; yes 1",
        "no: 0 asked; ",
        "silent: 2 asked; not_specified 1, yes 1",
        "conditional: 1 asked; no 1",
    ]


def test_the_command_asks_them(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(yes_or_no, "questions", lambda folder: (Asked("sa-1", "专家公示几天也能改吗？", "silent", ""),))
    assert main(["everyday"]) == 0
    assert capsys.readouterr().out.splitlines()[0].startswith("sa: ")
