"""The clause that rules the very case is told beside the general rule that decided."""

from __future__ import annotations

import pytest

from tests.answering.built import Built, over

LINES = (
    "灯塔书屋申报通知",
    "一、申报主体",
    "灯塔书屋由本科高校牵头申报。",
    "二、条件",
    "书屋馆藏图书不少于3000册。",
    "临港片区的书屋，馆藏图书可以放宽至2000册。",
    "三、其他",
    "书屋的馆藏图书可以外借。",
)


@pytest.fixture(scope="module")
def shelves() -> Built:
    return over(*LINES, names=("灯塔书屋",))


def test_a_bound_relaxed_for_the_very_case_is_told(shelves: Built) -> None:
    answer = shelves.ask("我们在临港片区，灯塔书屋馆藏图书2500册，够不够？")
    assert "临港片区的书屋，馆藏图书可以放宽至2000册" in [c.quote for c in answer.citations]


def test_a_bound_relaxed_for_others_relaxes_nothing(shelves: Built) -> None:
    answer = shelves.ask("我们在山前片区，灯塔书屋馆藏图书2500册，够不够？")
    assert answer.verdict != "yes"


def test_a_clause_on_something_else_is_not_told_beside(shelves: Built) -> None:
    answer = shelves.ask("灯塔书屋馆藏图书2500册，数量达到要求吗？")
    assert all("外借" not in c.quote for c in answer.citations)


@pytest.mark.parametrize("text", ["企业能牵头申报灯塔书屋吗？", "本科高校能牵头申报灯塔书屋吗？"])
def test_where_the_rule_says_it_all_one_clause_is_enough(shelves: Built, text: str) -> None:
    assert [c.quote for c in shelves.ask(text).citations] == ["灯塔书屋由本科高校牵头申报"]
