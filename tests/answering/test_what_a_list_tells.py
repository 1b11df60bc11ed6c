"""Lists, steps and times of the year: the sentence on the very sort, step or time that is asked about."""

from __future__ import annotations

import pytest

from assistant.answering.question.time_of_year import asked_time, of_other_times
from tests.answering.built import Ask, Built, over


@pytest.fixture(scope="module")
def harbour() -> Built:
    """A guideline nobody published."""
    return over(
        "灯塔实践基地管理办法",
        "第一条 基地面向航运单位提供技能鉴定、就业推荐、航海竞赛及集训等服务。",
        "第二条 具体包括承担新船员轮训、救生技能培训、雾航培训、机务培训等，服务航运单位。",
        "第三条 基地每年第一季度制定年度工作计划、设备清单和训练大纲，并报市交通局。",
        "第四条 基地每年12月20日前完成年度总结报告，并报市交通局。",
        "第五条 建设期满，基地报送总结报告和经费决算。",
        "第六条 联合申报单位应当在中国境内注册，具有独立法人资格，近两年无重大安全事故。",
    )


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("灯塔实践基地具体承担哪些培训？", "雾航培训"),
        ("灯塔实践基地年底要完成什么报告？", "12月20日前"),
        ("灯塔实践基地年初要报什么？", "第一季度"),
        ("灯塔实践基地几年干完了，还要交啥？", "经费决算"),
    ],
)
def test_the_sentence_on_what_is_asked(harbour: Built, question: str, told: str) -> None:
    assert told in harbour.ask(question).answer


@pytest.mark.parametrize(
    ("question", "sentence", "other"),
    [
        ("年底交什么", "每年第一季度报送计划", True),
        ("年底交什么", "每年12月15日前报送", False),
        ("年底交什么", "每年报送总结", False),
        ("年初交什么", "11月底前报送", True),
        ("年初交什么", "2月底前报送", False),
        ("what is due at the end of the year", "第二季度报送", True),
    ],
)
def test_times_of_the_year(question: str, sentence: str, other: bool) -> None:
    asked = asked_time(question)
    assert asked is not None
    assert of_other_times(sentence, asked) is other


def test_no_time_is_asked() -> None:
    assert asked_time("每年交什么") is None


def test_steps_are_told_with_their_times(ask: Ask) -> None:
    answer = ask("校企协同就业创业创新示范实践基地从递材料到认定要走哪些流程？")
    assert "公示5个工作日" in answer.answer
    assert all(len(c.quote) > 16 for c in answer.citations)


def test_each_case_of_a_list_in_one_line_stands_under_what_leads_it_in() -> None:
    lighthouse = over(
        "灯塔实践基地管理办法",
        "第一条 有下列情形之一的，直接收回标牌：安排学员夜航的；虚报出海人数的；向学员收费的。被收回的不得申报；另有规定的除外。",
    )
    rules = {p.text: p.rule for p in lighthouse.engine._index.passages}
    lead = "第一条 有下列情形之一的，直接收回标牌："
    assert (rules["虚报出海人数的；"], rules["向学员收费的。"]) == (lead, lead)
    assert (rules["被收回的不得申报；"], rules["另有规定的除外。"]) == ("", "")
    assert lighthouse.ask("灯塔实践基地虚报出海人数会收回标牌吗？").verdict == "yes"
    assert lighthouse.ask("灯塔实践基地漏报出海路线会收回标牌吗？").verdict != "yes"
