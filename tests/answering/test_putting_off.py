"""Times that a sentence lets be put off in one year: "第一季度（2031年可适当推迟）"."""

from __future__ import annotations

from datetime import date

import pytest

from tests.answering.built import Built, over

NOTICE = (
    "灯塔实践基地申报通知",
    "一、申报对象",
    "面向省属高校和市属高校认定一批灯塔实践基地。",
    "二、年度工作",
    "（一）基地每年第一季度（2031年可适当推迟）完成开放计划，每年11月底前报送运行总结。",
    "（二）每年6月底前更新课程目录，设备清单应于第二季度（2031年可适当推迟）公布。",
)


@pytest.fixture(scope="module")
def notice() -> Built:
    return over(*NOTICE)


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("开放计划可以晚点交吗", "conditional"),
        ("2031年的开放计划可以晚点交吗", "yes"),
        ("今年是2031年，开放计划一季度赶不出来，往后拖一点行吗", "yes"),
        ("2032年的开放计划可以推迟吗", "no"),
        ("2031年开放计划时间上有没有余地", "yes"),
        ("2031年的运行总结可以推迟吗", "no"),
        ("运行总结可以晚点交吗", "no"),
        ("2031年的课程目录可以晚点更新吗", "no"),
        ("2031年的设备清单可以晚点公布吗", "yes"),
        ("2031年的团建可以推迟吗", "not_specified"),
        ("我们2031年成立的，开放计划能推迟吗", "not_specified"),
        ("2031年能晚点交吗", "conditional"),
        ("2031年第一季度交不了，能晚点吗", "yes"),
    ],
)
def test_what_may_be_done_later_is_what_the_sentence_lets(notice: Built, text: str, verdict: str) -> None:
    answer = notice.ask(text, programme="lighthouse")
    assert answer.verdict == verdict, answer.answer


@pytest.mark.parametrize("text", ["2024年共同体的团建可以推迟吗", "我们2024年成立的，共同体的年度工作计划能推迟吗"])
def test_a_year_of_something_else_gives_no_leave(corpus: Built, text: str) -> None:
    assert corpus.ask(text).verdict != "yes"


def test_a_day_that_is_told_is_held_against_its_clause(corpus: Built) -> None:
    assert corpus.ask("杭州行业产教融合共同体的年度总结报告拖到12月20日交，可以吗").verdict == "no"


@pytest.mark.parametrize(
    ("today", "verdict"), [(date(2030, 12, 1), "no"), (date(2031, 2, 1), "yes"), (date(2032, 2, 1), "no")]
)
def test_this_year_is_that_of_asking(notice: Built, today: date, verdict: str) -> None:
    assert notice.ask("今年的开放计划可以推迟吗", programme="lighthouse", today=today).verdict == verdict


def test_what_has_another_time_may_not_wait(corpus: Built) -> None:
    answer = corpus.ask("2024年杭州行业产教融合共同体的工作计划能推迟吗")
    assert answer.verdict == "yes"
    assert "2024年可适当延迟" in answer.answer
