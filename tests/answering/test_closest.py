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


STEPS = (
    "灯塔书屋申报通知",
    "一、程序",
    "（一）通过验收的书屋，由中心授牌。",
    "（二）中心将组织专家对书屋开展中期走访。",
    "（三）书屋由本市高校牵头申报。",
    "（四）市域外单位不得作为牵头单位。",
    "（五）书屋负责人指所在街道的分管同志。",
)


@pytest.fixture(scope="module")
def steps() -> Built:
    return over(*STEPS, names=("灯塔书屋",), region="杭州市")


def test_a_step_that_is_said_not_to_be_is_told(steps: Built) -> None:
    answer = steps.ask("灯塔书屋没有中期走访，建完直接授牌，对吧？")
    assert answer.verdict == "no"
    assert "中心将组织专家对书屋开展中期走访" in " ".join(c.quote for c in answer.citations)


def test_a_step_that_nobody_denies_is_not(steps: Built) -> None:
    answer = steps.ask("灯塔书屋建完直接授牌，对吧？")
    assert "走访" not in " ".join(c.quote for c in answer.citations)


def test_who_is_shut_out_by_kind_and_by_place_reads_both(steps: Built) -> None:
    answer = steps.ask("宁波的企业能牵头灯塔书屋吗？")
    assert answer.verdict == "no"
    assert len(answer.citations) == 2


@pytest.mark.parametrize(("who", "verdict"), [("牵头高校的校长", "no"), ("街道的分管同志", "yes")])
def test_a_meaning_that_is_told_otherwise_is_put_right(steps: Built, who: str, verdict: str) -> None:
    assert steps.ask(f"灯塔书屋负责人应该是{who}，对吧？").verdict == verdict
