"""Who may lead, where kinds stand in a list with conditions, on levels, and by class of the programme."""

from __future__ import annotations

import pytest

from tests.answering.built import Built, over

KILNS = over(
    "窑火共建点申报通知",
    "一、申报主体",
    "（一）共建点由牵头单位联合共建单位申报。牵头单位应为下列之一：",
    "1. 全国性或者省级陶瓷商会（含协会、学会），在民政部门登记满4年；",
    "2. 中等职业学校、高职院校。",
    "研究型共建点由院校牵头；传习型共建点可由商会或者院校牵头。",
    "地市级及以下商会可以作为共建单位参与。产业园区、培训机构不得作为牵头单位。",
    "技工院校由省人社部门另行组织，不在本次申报范围。",
    names=("窑火共建点", "共建点"),
)


@pytest.fixture(scope="module")
def kilns() -> Built:
    return KILNS


@pytest.mark.parametrize(
    ("asked", "verdict"),
    [
        ("我们是一所高职院校，能牵头申报窑火共建点吗？", "yes"),
        ("高职院校能牵头申报研究型的窑火共建点吗？", "yes"),
        ("我们是市里的商会，想牵头报传习型窑火共建点，可以吗？", "no"),
        ("云陵市竹器商会能牵头报窑火共建点吗？", "no"),
        ("省级商会能牵头研究型窑火共建点吗？", "no"),
        ("培训机构能牵头窑火共建点吗？", "no"),
        ("我们是技师学院，可以报窑火共建点吗？", "no"),
        ("县里的商会能作为共建单位参与窑火共建点吗？", "yes"),
    ],
)
def test_the_kind_its_level_and_the_class_decide(kilns: Built, asked: str, verdict: str) -> None:
    assert kilns.ask(asked).verdict == verdict


@pytest.mark.parametrize("asked", ["省级商会能牵头传习型窑火共建点吗？", "全国性的商会能牵头窑火共建点吗？"])
def test_a_list_item_with_conditions_is_no_plain_yes(kilns: Built, asked: str) -> None:
    """Registered for four years: that the question does not tell; what shuts out a park shuts out no chamber."""
    answer = kilns.ask(asked)
    assert answer.verdict == "conditional"
    assert "培训机构不得" not in answer.answer


def test_a_level_that_no_rule_lets_in_as_partner_gets_no_yes(kilns: Built) -> None:
    assert kilns.ask("省级商会能作为共建单位参与窑火共建点吗？").verdict != "yes"


def test_what_supports_is_no_joint_unit() -> None:
    built = over(
        "灯塔实践基地由学校牵头申报。",
        "每个基地须有2家合作企业共同参与。鼓励行业协会、产业园区作为支持单位参与。",
    )
    assert built.ask("行业协会能作为灯塔实践基地的合作企业吗？").verdict != "yes"


def test_who_may_not_lead_is_told_who_may(kilns: Built) -> None:
    """And as what a chamber of too low a level may take part."""
    built = over("灯塔实践基地由职业院校牵头申报。", "企业不得牵头申报。")
    refused = built.ask("我们公司能牵头申报灯塔实践基地吗？")
    assert refused.verdict == "no"
    assert "由职业院校牵头" in refused.answer
    lower = kilns.ask("县里的商会能牵头窑火共建点吗？")
    assert lower.verdict == "no"
    assert "可以作为共建单位" in lower.answer
    other = kilns.ask("中学能牵头窑火共建点吗？")
    assert other.verdict == "no"
    assert "共建单位参与" not in other.answer


@pytest.mark.parametrize(
    ("asked", "refused"),
    [
        ("市里评的专精特新厂子，能联合报产业学院吗？", True),
        ("产业学院，搭伙的就一家专精特新，但只是市级认定的，行吗？", True),
        ("省里评的专精特新厂子，能联合报产业学院吗？", False),
        ("产业学院，搭伙的就一家专精特新，是省级认定的，行吗？", False),
    ],
)
def test_a_level_told_otherwise_is_held_against_the_one_in_brackets(corpus: Built, asked: str, refused: bool) -> None:
    assert (corpus.ask(asked).verdict == "no") is refused, corpus.ask(asked).answer
