"""Shares told part by part are worked out and held against the share that the clause asks for."""

from __future__ import annotations

import pytest

from tests.answering.built import Built, over

NAME = "河口市乡村工匠学院"
LINES = (
    "关于申报河口市乡村工匠学院的通知",
    "一、申报条件",
    "（一）专职教师队伍结构合理，其中来自企业的教师占教师总数的比例不低于1/4。",
    "（二）合作企业出资占建设总投入的比例不低于30%。",
    "（三）中级以上工匠的认定数量不低于当年认定总数的50%。",
    "（四）学院由职业学校申报。",
    "（五）社会培训收入扣除成本后，可按不超过40%的比例用于奖励教师。",
)


@pytest.fixture(scope="module")
def built() -> Built:
    return over(*LINES, names=(NAME, "工匠学院"))


@pytest.mark.parametrize(
    ("asked", "verdict", "told"),
    [
        ("工匠学院的教师一共20人，来自企业的4个，比例够不够？", "no", "4个/20人=20%"),
        ("工匠学院教师总共20人，其中企业来的5人，占比达标吗？", "yes", "5人/20人=25%"),
        ("工匠学院本校教师15人，企业教师5人，比例够吗？", "yes", "5人/(15人+5人)=25%"),
        ("工匠学院本校教师16人，企业教师5人，比例够吗？", "no", "5人/(16人+5人)=23.81%"),
        ("工匠学院总投入1000万，合作企业出了250万，出资比例符合要求吗？", "no", "250万/1000万=25%"),
        ("工匠学院总投入1000万，合作企业出了300万，出资比例符合要求吗？", "yes", "300万/1000万=30%"),
    ],
)
def test_the_share_is_worked_out(built: Built, asked: str, verdict: str, told: str) -> None:
    answer = built.ask(asked)
    assert answer.verdict == verdict
    assert told in answer.answer
    assert "1/4" in answer.citations[0].source_quote or "30%" in answer.citations[0].source_quote


@pytest.mark.parametrize(
    "asked",
    [
        "工匠学院的教师一共20人，其中女教师8人，占比达标吗？",  # of whom no share is asked
        "工匠学院有企业教师5人、兼职教师15人，学生200人，比例够吗？",  # which of three is the whole?
        "工匠学院总投入1000万，政府出了300万，出资比例符合要求吗？",  # not the firm's money
    ],
)
def test_another_part_is_no_share_of_the_clause(built: Built, asked: str) -> None:
    assert built.ask(asked).verdict != "yes"


def test_a_share_that_is_enough_does_not_settle_whether_one_may_apply(built: Built) -> None:
    assert built.ask("工匠学院教师总共20人，其中企业来的5人，我们公司可以申报吗？").verdict != "yes"
    assert "5个/20个" not in built.ask("我们工匠学院20个教师里有5个企业教师，学校可以申报吗？").answer


def test_what_is_not_enough_is_no_yes_to_a_denial(built: Built) -> None:
    assert built.ask("工匠学院教师一共20人，来自企业的8个，比例不够吧？").verdict != "yes"


def test_all_of_it_is_more_than_the_share_that_may_go() -> None:
    built = over(*LINES, names=(NAME, "工匠学院"))
    answer = built.ask("工匠学院的社会培训收入扣除成本后，能不能全部用来奖励教师？")
    assert answer.verdict == "no"
    assert "40%" in answer.answer
    assert built.ask("工匠学院的教师能不能全部由企业来的教师担任？").verdict != "no"
