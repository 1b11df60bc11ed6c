"""Who is somewhere else, told as where one is not: "不在杭州", "没在杭州注册", "外地公司"."""

from __future__ import annotations

import pytest

from assistant.programmes.regions import regions
from tests.answering.built import Built, over


@pytest.mark.parametrize(
    "text",
    [
        "我们厂不在杭州",
        "注册地不在杭州市",
        "公司没在杭州注册",
        "未在杭州登记的园区",
        "不是杭州的学校",
        "非杭州企业",
        "不属于杭州",
        "没有设在杭州",
        "杭州以外的企业",
    ],
)
def test_it_is_told_that_somebody_is_not_there(text: str) -> None:
    assert regions().apart(text, "杭州")


@pytest.mark.parametrize(
    "text",
    ["我们厂在杭州", "是不是杭州的企业才行", "不在杭州市区，在萧山", "不在宁波", "杭州外资企业", "杭州的厂不在园区里"],
)
def test_it_is_not_told_that_somebody_is_not_there(text: str) -> None:
    assert not regions().apart(text, "杭州")


@pytest.mark.parametrize("text", ["不在本市的企业", "不是本省的", "非本区单位", "本市以外", "外地公司"])
def test_elsewhere_needs_no_place(text: str) -> None:
    assert regions().outside(text) == "elsewhere"


@pytest.mark.parametrize("text", ["在本市注册", "本市的企业", "是不是本市的企业", "不是本级的项目", "不在本市级名单里"])
def test_here_is_not_elsewhere(text: str) -> None:
    assert regions().outside(text) == ""


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("我们厂不在杭州市，能参加行业产教融合共同体吗", "conditional"),
        ("我们厂不在杭州能参加行业产教融合共同体吗", "conditional"),
        ("非杭州企业可以作为成员参加市域产教联合体吗", "conditional"),
        ("我们厂不在杭州能牵头行业产教融合共同体吗", "no"),
        ("我们公司没在杭州注册，可以牵头行业产教融合共同体吗", "no"),
        ("我们不是杭州的企业，能牵头企业实践中心吗", "no"),
        ("我们厂在杭州，能参加行业产教融合共同体吗", "yes"),
        ("我们学校不在北京，能报专精特新产业学院吗", "conditional"),
    ],
)
def test_whoever_is_not_here_is_from_elsewhere(corpus: Built, text: str, verdict: str) -> None:
    answer = corpus.ask(text)
    assert answer.verdict == verdict, answer.answer


RULES = ("（一）申报单位应为在杭州市行政区域内注册的企业。", "（一）申报单位应为在本市注册、具有独立法人资格的企业。")


@pytest.mark.parametrize("rule", RULES)
@pytest.mark.parametrize(
    "text",
    [
        "外地公司能报吗",
        "我们公司不在杭州，能报灯塔实践基地吗",
        "我们公司没在杭州注册，可以报吗",
        "不是杭州的公司能报吗",
        "不是本市的企业能报吗",
        "我们公司在宁波，能报灯塔实践基地吗",
    ],
)
def test_a_rule_for_those_of_here_lets_in_nobody_else(rule: str, text: str) -> None:
    built = over("灯塔实践基地申报指南", "一、申报条件", rule, region="杭州")
    answer = built.ask(text)
    assert answer.verdict == "no", answer.answer
    assert "注册" in answer.answer


@pytest.mark.parametrize("text", ["外地公司能报灯塔实践基地吗", "我们公司不在杭州，能报灯塔实践基地吗"])
def test_a_rule_mostly_for_those_of_here_shuts_out_nobody(text: str) -> None:
    built = over("灯塔实践基地申报指南", "一、申报条件", "（一）申报单位以本市注册的企业为主。", region="杭州")
    assert built.ask(text).verdict not in ("yes", "no")


def test_another_city_of_the_province_is_not_elsewhere_to_the_province() -> None:
    built = over("灯塔实践基地申报指南", "一、申报条件", "（一）申报单位应为在本省注册的企业。", region="浙江")
    assert built.ask("外市的公司能报灯塔实践基地吗").verdict != "no"
    assert built.ask("外省的公司能报灯塔实践基地吗").verdict == "no"


@pytest.mark.parametrize("rule", RULES)
@pytest.mark.parametrize(
    "text", ["我们公司总部在上海，厂在杭州，能报灯塔实践基地吗", "公司在宁波注册，厂在杭州，能报灯塔实践基地吗"]
)
def test_whoever_is_here_and_elsewhere_is_told_that_it_depends(rule: str, text: str) -> None:
    assert over("灯塔实践基地申报指南", "一、申报条件", rule, region="杭州").ask(text).verdict == "conditional"


def test_a_no_to_whoever_is_elsewhere_names_where_here_is(corpus: Built) -> None:
    assert "规定的地域（杭州）内" in corpus.ask("嘉兴的龙头企业能牵头行业产教融合共同体吗").answer
    assert "the rule allows (杭州)" in corpus.ask("Can a Jiaxing company lead a 行业产教融合共同体 in Hangzhou?").answer
