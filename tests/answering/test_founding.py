"""The age of a unit is counted to the day that the clause names, else to today."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest

from assistant.answering.question.founding import ages, counted_to
from tests.answering.built import over

TODAY = date(2026, 7, 29)


def years(text: str) -> tuple[Fraction | None, Fraction | None]:
    (age,) = ages(text, TODAY)
    return age.interval.low, age.interval.high


def test_a_month_narrows_the_age() -> None:
    assert years("我们2021年8月注册") == (4 + Fraction(332, 365), 4 + Fraction(362, 365))


def test_a_day_makes_it_whole_years() -> None:
    assert years("2023年7月29日成立") == (3, 3)
    assert years("2023年7月30日成立")[1] < 3


def test_a_year_alone_leaves_it_open() -> None:
    low, high = years("2023年成立的公司")
    assert low is not None
    assert high is not None
    assert low < 3 < high


def test_a_cooperation_is_counted_until_one_applies() -> None:
    low, high = years("2020年9月1日才开始和研究所合作，2022年9月1日申报，年头够吗")
    assert (low, high) == (2, 2)
    (lasted,) = ages("2023年7月29日就和甲公司联合培养了", TODAY)
    assert (lasted.interval.low, lasted.head) == (3, "合作")
    (vague,) = ages("去年才跟企业签的协议", TODAY)
    assert vague.interval.high is not None
    assert vague.interval.high < 2


def test_a_year_end_is_its_last_month() -> None:
    low, high = years("2020年底才和院所开始联合培养，到2022年12月申报")
    assert low is not None
    assert high is not None
    assert 1.9 < low < 2 < high < 2.1


@pytest.mark.parametrize(
    "text", ["2022年合作申报的项目", "2022年和企业合作的项目", "2022年才申报", "2031年才开始合作", "开始合作时提交"]
)
def test_what_was_done_then_is_no_beginning(text: str) -> None:
    assert ages(text, TODAY) == ()


@pytest.mark.parametrize("text", ["2023年13月成立", "2023年2月31日成立", "3023年成立", "2023年的项目"])
def test_no_real_day_is_no_age(text: str) -> None:
    assert ages(text, TODAY) == ()


def test_the_clause_names_the_day_it_counts_to() -> None:
    asked = "公司2022年6月注册"
    (age,) = ages(asked, TODAY)
    assert counted_to(age, asked, "截至2025年5月31日成立满3年").interval.high < 3
    assert counted_to(age, asked, "截至2025年7月31日成立满3年").interval.low > 3
    assert counted_to(age, asked, "2025年5月31日前报送") == age


@pytest.mark.parametrize(("month", "verdict"), [("5", "yes"), ("7", "no")])
def test_an_answer_counts_to_that_day(month: str, verdict: str) -> None:
    built = over(
        "关于申报北滩市匠心工坊的通知",
        "一、申报单位应为企业，截至2025年6月30日注册成立满3年。",
        names=("北滩市匠心工坊", "匠心工坊"),
    )
    assert built.ask(f"公司2022年{month}月注册，按成立年限够报匠心工坊吗？").verdict == verdict


@pytest.mark.parametrize(
    ("asked", "verdict"),
    [
        ("我们机构2024年1月才开门收托，时间够吗", "no"),
        ("我们机构2022年5月开始收托，时间够吗", "yes"),
        ("船坞2025年11月稳定运行，运行时间够吗", "yes"),
        ("合作企业2021年注册的，年限够吗", "yes"),
        ("合作企业今年1月才注册，能行吗", "no"),
    ],
)
def test_what_has_been_open_is_held_against_how_long_it_must_have_been(asked: str, verdict: str) -> None:
    built = over(
        "灯塔实践基地申报指南",
        "一、申报条件",
        "（一）机构正式收托满2年（截至2025年6月30日）。",
        "（二）船坞稳定运行6个月以上。",
        "（三）合作企业注册满3年。",
    )
    answer = built.ask(asked)
    assert answer.verdict == verdict, answer.answer
