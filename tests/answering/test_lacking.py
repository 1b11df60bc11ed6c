"""What somebody is said to lack or to leave out, against what everybody in the role must have."""

from __future__ import annotations

import pytest

from assistant.answering.roles.lacking import lacked
from tests.answering.built import Ask, over

RULES = (
    "一、申报条件",
    "牵头申报单位为高校，需具备独立办学资质，拥有稳定的实训基地。",
    "联合申报单位可包括行业协会、科研院所、龙头企业等，其中龙头企业不少于1家。",
    "作为联合申报单位的企业需具有独立法人资格，有固定的办公场所。",
    "鼓励吸纳产业园区参与。",
)


def test_what_is_lacking_is_found_before_and_behind_the_denial() -> None:
    def told(text: str) -> list[str]:
        return [text[start:end] for _, start, end in lacked(text)]

    assert told("没有龙头企业能报吗") == ["龙头企业"]
    assert told("龙头企业一家都没有，行不行") == ["龙头企业"]
    assert told("能不能不找协会") == ["协会"]
    assert told("能不能报，有没有要求") == []


@pytest.mark.parametrize(
    ("question", "verdict"),
    [
        ("企业没有独立法人资格，能联合申报灯塔实践基地吗？", "no"),
        ("不是独立法人的企业可以做灯塔实践基地的联合申报单位吗？", "no"),
        ("没有独立法人资格的企业不能联合申报灯塔实践基地，对吗？", "yes"),
        ("牵头高校缺独立办学资质，还能报灯塔实践基地吗？", "no"),
        ("灯塔实践基地里一家龙头企业都没有，可以申报吗？", "no"),
        ("没有龙头企业就不能报灯塔实践基地，对吧？", "yes"),
        ("没有产业园区就不能报灯塔实践基地，对吧？", "no"),
        ("报灯塔实践基地，联合单位里必须有产业园区，对吗？", "no"),
        ("没有食堂的企业能联合申报灯塔实践基地吗？", "not_specified"),
    ],
)
def test_a_lack_is_held_against_the_rule_on_the_role(question: str, verdict: str) -> None:
    assert over(*RULES).ask(question).verdict == verdict


@pytest.mark.parametrize(
    ("question", "verdict"),
    [
        ("产教科联合体的企业主体没有独立法人资格，可以吗？", "no"),
        ("市域产教联合体一所中职都没有，符合要求吗？", "conditional"),
        ("专精特新产业学院没有专精特新企业参与也能申报吧？", "no"),
        ("没有行业协会参加，产教科联合体就不能成立，对吗？", "no"),
        ("报专精特新产业学院，联合单位里必须有国家级小巨人，省级的不算，对不对？", "no"),
        ("我们是公共实训中心，事业单位，可以申报公共实践中心吗？", "conditional"),
    ],
)
def test_the_real_rules_on_what_must_be_there(ask: Ask, question: str, verdict: str) -> None:
    assert ask(question).verdict == verdict


def test_the_place_of_a_unit_goes_with_the_word_that_points_to_it(ask: Ask) -> None:
    answer = ask("那由它牵头可以吗？", "宁波有家龙头企业想参加行业产教融合共同体，可以吗？")
    assert answer.verdict == "no"
