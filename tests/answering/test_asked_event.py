"""When something happens is told by the time of that act, not by a date that another act has."""

from __future__ import annotations

import pytest

from assistant.answering.values.asked_event import asked_event
from tests.answering.built import Built, over


@pytest.fixture(scope="module")
def built() -> Built:
    return over(
        "一、依托单位应于2026年3月20日前将申报书和证照原件送至市文旅局。",
        "二、送件时须交验证照原件，比对后当场返还。申报书一律不退。",
        "三、孵化期满前2个月内可提出续期，续期评议合格的延长2年。",
        "四、补贴标准由市文旅局确定，保护期从备案次日起计算，为期4年。",
        "五、专家组每半年开展巡查。",
    )


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("灯塔实践基地交验的原件什么时候退给我们？", "当场返还"),
        ("灯塔实践基地什么时候可以提出续期？", "孵化期满前2个月内"),
        ("灯塔实践基地的保护期从什么时候开始算？", "备案次日"),
        ("灯塔实践基地的保护期从哪天起算？", "备案次日"),
        ("灯塔实践基地专家组什么时候巡查？", "每半年"),
        ("灯塔实践基地的申报书什么时候交？", "3月20日"),
    ],
)
def test_the_time_of_the_act_asked_about_is_told(built: Built, question: str, told: str) -> None:
    assert told in built.ask(question).answer


@pytest.mark.parametrize(
    "question", ["灯塔实践基地什么时候培训？", "灯塔实践基地什么时候答辩？", "灯塔实践基地什么时候发放补贴？"]
)
def test_a_date_of_something_else_is_not(built: Built, question: str) -> None:
    assert "3月20日" not in built.ask(question).answer
    assert built.ask(question).outcome == "not_specified"


def test_what_stands_behind_a_comma_is_another_question(built: Built) -> None:
    assert asked_event(built.frame("灯塔实践基地的截止时间是哪天，续期几年？")) is None
    frame = built.frame("灯塔实践基地什么时候可以续期？")
    number = asked_event(frame)
    assert number is not None
    assert "续期" in frame.terms[number].words


def test_the_day_for_one_paper_is_not_the_day_for_another() -> None:
    pier = over(
        "第一条 申报单位于2026年9月7日前将灯塔实践基地申请书报送办公室。",
        "第二条 灯塔实践基地通过年度计划及总结制度加强管理。",
    )
    assert pier.ask("灯塔实践基地的申请书什么时候交？").answer.startswith("第一条 申报单位于2026年9月7日前")
    assert pier.ask("灯塔实践基地的总结什么时候交？").abstained
