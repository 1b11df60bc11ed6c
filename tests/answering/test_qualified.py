"""A yes that its own sentence takes back is none."""

from __future__ import annotations

import pytest

from tests.answering.built import Built, over

LINES = (
    "灯塔书屋管理办法",
    "（一）书屋应于每年1月15日前报送上年度台账；首次挂牌不满3个月的，当年可免于报送。",
    "（二）每个街道申报书屋不超过2个，且不得设在同一条路。",
    "（三）每个书屋设管理员不超过4名。",
    "（四）渔家故事（限300字，渔村型必填，港口型选填）。",
)


@pytest.fixture(scope="module")
def shelves() -> Built:
    return over(*LINES, names=("灯塔书屋",))


@pytest.mark.parametrize(
    "text",
    [
        "灯塔书屋首次挂牌不满3个月，以后每年的台账都可以不报送了吧？",
        "灯塔书屋首次挂牌不满3个月，往后台账可免于报送吗？",
        "街道申报2个灯塔书屋，都开在滨海大道，没问题吧？",
        "灯塔书屋里港口型的渔家故事那300字也必须写，对吧？",
    ],
)
def test_no_yes_is_given(shelves: Built, text: str) -> None:
    assert shelves.ask(text).verdict != "yes"


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("灯塔书屋首次挂牌不满3个月，当年台账可免于报送吗？", ("yes", "conditional")),
        ("灯塔书屋设4名管理员可以吗？", ("yes",)),
        ("灯塔书屋设5名管理员可以吗？", ("no",)),
        ("灯塔书屋的渔家故事写280字可以吗？", ("yes",)),
    ],
)
def test_what_the_sentence_lets_is_still_let(shelves: Built, text: str, verdict: tuple[str, ...]) -> None:
    assert shelves.ask(text).verdict in verdict


def test_a_limit_on_all_is_none_for_the_case_that_may_have_more() -> None:
    built = over("一、推荐名额", "每个县推荐总数不超过2个，其中远洋型不超过1个；试点县可在总数之外增加1个近岸型名额。")
    assert built.ask("灯塔实践基地，试点县总共最多只能推两个，对吧？").verdict == "no"
    assert built.ask("灯塔实践基地，每个县总共最多推两个，对吧？").verdict != "no"
