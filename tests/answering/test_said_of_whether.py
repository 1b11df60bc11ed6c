"""Whether-questions that name a day, an order, or who builds."""

from __future__ import annotations

import pytest

from assistant.programmes.quantities import find_quantities
from tests.answering.built import Ask, over


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("校企协同育人示范基地截止日期是12月15日吗", "no"),
        ("校企协同育人示范基地截止日期是11月15日吗", "yes"),
        ("实践中心年度运营报告的截止日期是1月15日吗", "no"),
        ("实践中心年度运营报告可以次年1月再交吗", "no"),
        ("共同体年度总结拖到次年2月再交行吗", "no"),
        ("校企协同就业创业创新示范实践基地的年度总结明年3月再报行不行", "no"),
        ("共同体年度总结11月再交可以吗", "not_specified"),
        ("知道校企协同育人示范基地的截止日期吗", None),
    ],
)
def test_a_day_in_a_whether_question_is_held_against_the_deadline(ask: Ask, text: str, verdict: str | None) -> None:
    assert ask(text).verdict == verdict


def test_a_noun_for_a_value_with_the_value_beside_it_asks_whether() -> None:
    lines = ("灯塔计划申报指南", "一、申报时间", "灯塔计划申报截止时间为2026年9月30日。")
    built = over(*lines, names=("灯塔计划",))
    assert built.ask("灯塔计划的截止日期是9月30日吗？").verdict == "yes"
    assert built.ask("灯塔计划的截止日期是10月30日吗？").verdict == "no"
    assert built.ask("灯塔计划的截止日期？").verdict is None


@pytest.mark.parametrize("text", ["我们能不能先建设后申报", "能先盖章后填表吗"])
def test_an_order_that_no_clause_tells_is_no_condition(ask: Ask, text: str) -> None:
    assert ask(text).verdict == "not_specified"


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("公共实践中心可以由人社局建设吗", "yes"),
        ("公共实践中心可以由区政府部门建设吗", "yes"),
        ("企业实践中心可以由企业来建吗", "yes"),
        ("公共实践中心由企业来建行吗", "conditional"),
        ("实践基地让园区来建可以吗", "not_specified"),
        ("区教育局可以牵头申报公共实践中心吗", "yes"),
    ],
)
def test_who_may_build(ask: Ask, text: str, verdict: str) -> None:
    assert ask(text).verdict == verdict


@pytest.mark.parametrize(
    ("text", "dimensions"),
    [
        ("百日招聘活动", []),
        ("千人计划专家", []),
        ("公示一百日", ["duration"]),
        ("服务十余家企业", ["count"]),
    ],
)
def test_a_round_number_alone_is_part_of_a_name(text: str, dimensions: list[str]) -> None:
    assert [q.dimension for q in find_quantities(text)] == dimensions


def test_a_name_with_a_round_number_bounds_nothing(ask: Ask) -> None:
    assert ask("校企合作不到三年能不能申报专精特新产业学院").verdict == "not_specified"


@pytest.mark.parametrize(
    "text", ["推荐书可以晚于5月15日报吗", "推荐书5月15日以后再报行吗", "过了11月15日还能交申请书吗"]
)
def test_after_the_deadline_is_no_time_before_it(ask: Ask, text: str) -> None:
    assert ask(text).verdict == "no"


def test_a_word_that_is_only_the_end_of_a_longer_one_proves_nothing() -> None:
    built = over("灯塔计划申报指南", "灯塔计划由市灯塔办组织实施，企业应当组织培训。", names=("灯塔计划",))
    assert built.ask("灯塔计划企业要不要有党组织").verdict != "yes"


def test_what_some_are_given_on_conditions_is_not_given_to_all(ask: Ask) -> None:
    text = "按杭州2024年产教平台通知，企业办职业教育的投资都能抵免30%的教育费附加吗"
    assert ask(text).verdict == "conditional"


@pytest.mark.parametrize(("copies", "verdict"), [("三", "no"), ("五", "yes"), ("六", "no")])
def test_copies_to_hand_in_are_held_against_the_number_asked_for(ask: Ask, copies: str, verdict: str) -> None:
    assert ask(f"校企协同育人示范基地材料要交{copies}份吗").verdict == verdict
