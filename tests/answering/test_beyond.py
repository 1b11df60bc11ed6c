"""Units from beyond the region, one unit in several applications, the unit that must be the lead, and certainty."""

from __future__ import annotations

import pytest

from tests.answering.built import Ask, over


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("江苏一家企业想以共同申报单位身份加入杭州的市域产教联合体，可以吗？", "no"),
        ("外省单位能否参与杭州市域产教联合体的申报", "no"),
        ("安徽的高校能做市域产教联合体的参与单位吗", "no"),
        ("江苏的企业能加入杭州的行业产教融合共同体吗", "conditional"),
        ("江苏的企业能牵头杭州的行业产教融合共同体吗", "no"),
    ],
)
def test_a_unit_from_beyond_the_province_gets_no_yes_from_a_rule_on_units_within(
    ask: Ask, text: str, verdict: str
) -> None:
    assert ask(text).verdict == verdict


def test_a_rule_on_units_within_a_city_lets_in_nobody_from_beyond() -> None:
    built = over(
        "灯塔计划申报指南",
        "灯塔计划参与单位为杭州市域范围内的企业和协会。",
        names=("灯塔计划",),
        region="杭州市",
    )
    assert built.ask("广东的企业能参与灯塔计划吗？").verdict != "yes"


@pytest.mark.parametrize(
    "text",
    [
        "一家企业可以同时给两所学校当就业创业创新示范实践基地的联合申报单位吗？",
        "同一家企业可以同时在两个行业产教融合共同体里吗？",
        "一家协会同时加入三个专精特新产业学院行不行",
        "企业能同时参加产教科融合发展联合体吗",
        "Can a company join two 行业产教融合共同体?",
    ],
)
def test_one_unit_in_several_applications_is_ruled_only_by_a_clause_on_that(ask: Ask, text: str) -> None:
    assert ask(text).verdict == "not_specified"


@pytest.mark.parametrize(
    "text",
    [
        "共同体牵头企业必须是国企吗",
        "Does the lead enterprise of a Hangzhou 行业产教融合共同体 have to be a state-owned enterprise?",
        "专精特新产业学院的牵头高校一定要是本科院校吗",
    ],
)
def test_the_one_it_must_be_is_held_against_all_that_are_let_in(ask: Ask, text: str) -> None:
    assert ask(text).verdict == "no"


@pytest.mark.parametrize(
    "text", ["企业已经和高校有实质合作，报就业创业创新示范实践基地是不是包过？", "有合作基础报实践基地稳过吗"]
)
def test_what_is_preferred_makes_nothing_certain(ask: Ask, text: str) -> None:
    assert ask(text).verdict in ("no", "not_specified")


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("产业学院联合申报单位里必须有专精特新企业吗", "yes"),
        ("申报产业学院是不是一定要有一家专精特新企业", "yes"),
        ("产业学院一定要联合专精特新企业吗", "yes"),
        ("产业学院必须拉上行业协会吗", "no"),
        ("产业学院要不要联合龙头企业", "no"),
    ],
)
def test_a_kind_of_which_one_is_wanted_must_be_there(ask: Ask, text: str, verdict: str) -> None:
    assert ask(text).verdict == verdict


def test_a_kind_of_which_a_narrower_one_is_wanted_must_be_there() -> None:
    built = over(
        "灯塔计划申报指南",
        "联合申报单位可包括高校、园区、市级以上高新技术企业等，其中市级以上高新技术企业不少于2家。",
        "灯塔计划由高校牵头。",
        names=("灯塔计划",),
    )
    assert built.ask("灯塔计划必须有高新技术企业吗").verdict == "yes"
    assert built.ask("灯塔计划必须有园区吗").verdict != "yes"


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("龙头企业可以牵头行业产教融合共同体吗", "yes"),
        ("民营龙头企业可以牵头共同体吗", "yes"),
        ("一家小公司可以牵头共同体吗", "conditional"),
        ("中职学校能建学校实践中心吗", "yes"),
        ("企业能建公共实践中心吗", "conditional"),
    ],
)
def test_leading_enterprises_and_who_may_build(ask: Ask, text: str, verdict: str) -> None:
    assert ask(text).verdict == verdict


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("宁波的龙头企业能牵头灯塔计划吗", "no"),
        ("上海的龙头企业可以牵头灯塔计划吗", "no"),
        ("杭州的龙头企业能牵头灯塔计划吗", "yes"),
    ],
)
def test_a_lead_of_a_named_place_is_of_no_other_place(text: str, verdict: str) -> None:
    built = over(
        "灯塔计划申报指南",
        "灯塔计划由杭州市一家龙头企业牵头组建。",
        *(f"（{n}）灯塔计划的第{n}项工作由承办方在当年完成。" for n in "四五六七八"),
        names=("灯塔计划",),
        region="杭州市",
    )
    assert built.ask(text).verdict == verdict
