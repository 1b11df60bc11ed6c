"""The figures of a corpus of one notice, and of programmes that no document is about."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from evals.asking import Place
from evals.held_alone import NOTICES, groups, held_alone, naming, not_held

TODAY = date(2026, 11, 20)
NOTICE = NOTICES / "ten" / "venture-2025.txt"


def test_the_questions_of_a_notice_are_graded_where_it_is_all_that_is_held(tmp_path: Path) -> None:
    cases = next(cases for notices, cases in groups() if NOTICE in notices)
    mine = [c for c in cases if {g.document for g in c.gold} == {NOTICE.stem}]
    share = held_alone(NOTICE, cases, tmp_path, TODAY)
    assert share.total == len(mine) > 20
    assert share.hits > 5


def test_no_yes_is_given_for_what_is_not_held(tmp_path: Path) -> None:
    notices, cases = next((n, c) for n, c in groups() if NOTICE in n)
    named = list(naming(notices, cases, tmp_path, TODAY))
    assert {"ta-061", "ta-088"} & {c.id for c in named}
    other = tmp_path / "other" / "corpus"
    (other / "sources").mkdir(parents=True)
    (other / "sources" / "a.txt").write_text(
        "关于申报2031年度灯塔工坊的通知\n一、条件\n灯塔工坊由企业牵头申报。\n", "utf-8"
    )
    told = not_held(named, Place(other, tmp_path / "data", TODAY))
    assert told.total() == len(named)
    assert told["yes"] == 0
    assert told["silent"] > 0.8 * len(named)
