"""Rules that free a case, widen a bound for it, or let it do something: who is in the case, and who is not."""

from __future__ import annotations

import pytest

from tests.answering.built import Built, over

MILLS = over(
    "水磨工坊申报通知",
    "一、申报条件",
    "1. 场地自有，磨房面积不少于90平方米。石臼类不作磨房面积要求。",
    "2. 驻坊匠人不少于6人。乡级工坊驻坊匠人可放宽至4人。",
    "3. 主理人应具有高级技师等级。获得百工奖章的，可放宽至中级工等级。",
    "4. 提供结业名册。新设工坊免于提供。",
    "5. 合作作坊应在本省。省外作坊确属独门手艺的，可以参与，但不得作为唯一合作作坊。",
    "6. 总坊不在本市的，分坊经总坊书面授权可以申报。",
    "7. 除公益展演外，可以按成本收取门票。公益展演不得收费。",
    names=("水磨工坊",),
)


@pytest.fixture(scope="module")
def mills() -> Built:
    return MILLS


@pytest.mark.parametrize(
    ("asked", "verdict"),
    [
        ("我们是做石臼的，磨房面积只有20平方米，还能报水磨工坊吗？", "yes"),
        ("我们是乡级的，只有4个驻坊匠人，够报水磨工坊吗？", "yes"),
        ("主理人只有中级工，但获得过百工奖章，符合水磨工坊的要求吗？", "yes"),
        ("新设的工坊也要提供结业名册吗？水磨工坊", "no"),
    ],
)
def test_who_is_in_the_case_is_freed(mills: Built, asked: str, verdict: str) -> None:
    assert mills.ask(asked).verdict == verdict


@pytest.mark.parametrize(
    "asked",
    [
        "我们是做水车的，磨房面积只有20平方米，还能报水磨工坊吗？",
        "我们是县级的，只有4个驻坊匠人，够报水磨工坊吗？",
        "我们是乡级的，只有3个驻坊匠人，够报水磨工坊吗？",
        "主理人只有中级工，没得过奖，符合水磨工坊的要求吗？",
        "做石臼的，驻坊匠人只有2个，能报水磨工坊吗？",
        "公益展演能收门票吗？水磨工坊",
        "石臼类可以不交结业名册吗？水磨工坊",
    ],
)
def test_who_is_not_gets_no_yes(mills: Built, asked: str) -> None:
    assert mills.ask(asked).verdict not in ("yes", "conditional")


def test_a_duty_stays_for_all_others(mills: Built) -> None:
    assert mills.ask("老的工坊也要提供结业名册吗？水磨工坊").verdict != "no"


def test_leave_on_terms_is_told_with_the_terms(mills: Built) -> None:
    answer = mills.ask("总坊在外地，我们分坊能不能申报水磨工坊？")
    assert answer.verdict == "conditional"
    assert "授权" in answer.answer


_LEFT_OUT = over(
    "灯塔实践基地申报指南", "申报单位应为企业、行业协会。", "申报单位成立应满2年（行业协会除外），近3年无重大违法记录。"
)


@pytest.mark.parametrize(
    ("asked", "verdict"),
    [
        ("行业协会成立不满2年，可以申报灯塔实践基地吗？", "conditional"),
        ("企业去年成立，能申报灯塔实践基地吗？", "no"),
        ("行业协会申报灯塔实践基地要成立满2年吗？", "no"),
    ],
)
def test_who_is_left_out_of_one_condition_has_the_others_to_meet(asked: str, verdict: str) -> None:
    assert _LEFT_OUT.ask(asked).verdict == verdict


def test_who_is_left_out_of_one_condition_is_not_let_off_another() -> None:
    answer = _LEFT_OUT.ask("行业协会去年有重大违法记录，能申报灯塔实践基地吗？")
    assert all(not c.quote.endswith("除外）") for c in answer.citations)
