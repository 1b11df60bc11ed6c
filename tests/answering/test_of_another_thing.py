"""What a sentence says of another thing, another event or another matter is no answer."""

from __future__ import annotations

import pytest

from tests.answering.built import Ask, Built, over


@pytest.fixture(scope="module")
def built() -> Built:
    return over(
        "关于申报灯塔小院的通知",
        "一、小院设备总值按账面原值计算，捐赠设备按评估价计入，租赁设备不计入。",
        "二、小院由学校牵头申报，市教育局组织专家进行材料评审和实地评估，市财政给予补助40万元。",
        "三、材料于2026年9月10日前报送，现场答辩于2026年10月8日举行。",
        names=("灯塔小院",),
    )


@pytest.mark.parametrize(
    ("asked", "verdict"),
    [
        ("灯塔小院捐赠的设备能计入设备总值吗", "yes"),
        ("灯塔小院租赁的设备能计入设备总值吗", "no"),
    ],
)
def test_what_is_denied_of_one_thing_is_not_denied_of_the_other(built: Built, asked: str, verdict: str) -> None:
    assert built.ask(asked).verdict == verdict


@pytest.mark.parametrize(
    "asked", ["灯塔小院的实地评估在哪天？", "灯塔小院材料评审在几号？", "灯塔小院什么时候实地评估？"]
)
def test_the_day_of_another_event_is_not_told(built: Built, asked: str) -> None:
    assert built.ask(asked).outcome == "not_specified"


def test_the_day_of_the_event_is_told(built: Built) -> None:
    assert "10月8日" in built.ask("灯塔小院的现场答辩安排在哪天？").answer
    assert "9月10日" in built.ask("灯塔小院的材料几号前报送？").answer


@pytest.mark.parametrize(
    "asked",
    [
        "Could you tell me how to extend a visa for a foreign cook in Hangzhou?",
        "How do I register my child for school in Hangzhou?",
    ],
)
def test_a_place_alone_ties_no_english_question_to_a_programme(ask: Ask, asked: str) -> None:
    assert ask(asked).outcome in ("not_specified", "out_of_scope")
