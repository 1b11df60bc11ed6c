"""Sorts of a programme told in prose: what holds for one answers nothing about another; compared, both are told."""

from __future__ import annotations

import pytest

from assistant.answering.sentences.sorts import asked_sorts, sorts_of
from tests.answering.built import Built, over

TEXT = (
    "灯塔书屋申报指南",
    "一、申报类型",
    "灯塔书屋分为两类。",
    "1.社区型。由街道办事处申报，设在居民小区内。开放时间由街道办事处公布。",
    "2.海岛型。由渔业合作社申报，设在渔港码头边。开放时间由渔业合作社公布。",
    "二、运行要求",
    "（一）海岛型书屋的负责人不得更换。",
    "（二）社区型书屋每周开放不少于40小时；海岛型书屋每周开放不少于18小时。",
    "（三）书屋应当建立借阅登记制度。",
    "三、申报材料",
    "1.申报表一式3份；",
    "2.社区型另附：小区平面图；",
    "3.海岛型另附：码头使用协议、渔业合作社登记证书。",
    "附件1",
    "灯塔书屋申报表",
    "书屋类型\t□社区型 □海岛型",
)


@pytest.fixture(scope="module")
def books() -> Built:
    return over(*TEXT, names=("灯塔书屋",))


def test_names_side_by_side_are_sorts_and_levels_are_none() -> None:
    built = over(*TEXT, "书屋级别\t□国家级 □省级 □市级", "（一）各类书屋由省级、市级平台登记。", names=("灯塔书屋",))

    assert sorts_of(built.guidelines[0]) == (frozenset({"社区型", "海岛型"}),)


def test_a_sort_that_is_only_set_against_another_is_not_asked_about() -> None:
    group = frozenset({"社区型", "海岛型"})

    assert asked_sorts((group,), "海岛型书屋比社区型多要哪些材料") == {group: frozenset({"海岛型"})}
    assert asked_sorts((group,), "社区型和海岛型有什么不同") == {}


def test_a_prohibition_on_one_sort_forbids_nothing_to_the_other(books: Built) -> None:
    assert books.ask("灯塔书屋海岛型的负责人能更换吗？").verdict == "no"
    assert books.ask("灯塔书屋社区型的负责人能更换吗？").verdict not in ("yes", "no")


@pytest.mark.parametrize(
    ("asked", "told", "other"),
    [
        ("灯塔书屋海岛型每周至少开放几小时？", "18", "40"),
        ("灯塔书屋社区型每周至少开放几小时？", "40", "18"),
        ("灯塔书屋海岛型的开放时间由谁公布？", "渔业合作社", "街道办事处"),
        ("灯塔书屋社区型的开放时间由谁公布？", "街道办事处", "渔业合作社"),
    ],
)
def test_each_sort_is_told_its_own(books: Built, asked: str, told: str, other: str) -> None:
    answer = books.ask(asked).answer

    assert told in answer
    assert other not in answer


def test_what_holds_for_all_sorts_is_told_of_each(books: Built) -> None:
    assert "借阅登记" in books.ask("灯塔书屋海岛型要建立什么制度？").answer


def test_two_sorts_compared_are_both_told(books: Built) -> None:
    told = books.ask("灯塔书屋社区型和海岛型每周的开放时间有什么不同？").answer

    assert "40小时" in told
    assert "18小时" in told


def test_no_leave_comes_from_what_the_other_sort_may() -> None:
    built = over(*TEXT[:8], "（四）社区型书屋可以收取场地费。", *TEXT[8:], names=("灯塔书屋",))

    assert built.ask("灯塔书屋海岛型可以收取场地费吗？").verdict != "yes"


@pytest.mark.parametrize(
    ("asked", "told", "other"),
    [
        ("灯塔书屋海岛型另外要附什么材料？", "码头使用协议", "小区平面图"),
        ("报灯塔书屋社区型，比海岛型不同，还要交哪些材料？", "小区平面图", "码头使用协议"),
        ("灯塔书屋海岛型要满足什么条件？", "渔业合作社申报", "街道办事处"),
    ],
)
def test_what_one_sort_must_meet_or_hand_in_is_the_item_that_begins_with_it(
    books: Built, asked: str, told: str, other: str
) -> None:
    answer = books.ask(asked).answer

    assert told in answer
    assert other not in answer


def test_the_item_of_a_sort_answers_nothing_that_it_does_not_speak_of(books: Built) -> None:
    assert "渔业合作社申报" not in books.ask("灯塔书屋海岛型的消防验收要符合什么标准？").answer


def test_a_sort_asked_on_takes_the_place_of_the_one_before() -> None:
    built = over(
        "灯塔书屋申报指南",
        "一、类型",
        "书屋分为社区型、海岛型。",
        "今年认定社区型9个、海岛型4个。",
        "二、条件",
        "社区型书屋应有合作单位3至6家；海岛型书屋合作单位总数不超过2家。",
        names=("灯塔书屋",),
    )

    assert "2家" in built.ask("那海岛型呢？", "灯塔书屋社区型要有几家合作单位？").answer
