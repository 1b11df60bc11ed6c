"""A yes wants the act, the thing and the office of the question in the clause, not words of theirs."""

from __future__ import annotations

import pytest

from tests.answering.built import Ask, over


@pytest.mark.parametrize(
    "text",
    [
        "涉密的内容可以直接写进推荐书吗",
        "实践中心推荐书的涉密内容可以单独寄送吗",
        "推荐材料可以用活页夹装订吗",
        "有没有线上申报系统",
        "联合体需要签联盟章程吗（产教科融合发展联合体）",
    ],
)
def test_a_sentence_on_something_else_about_it_gives_no_yes(ask: Ask, text: str) -> None:
    assert ask(text).verdict in ("no", "not_specified")


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("教育局负责联系共同体吗", "no"),
        ("共同体联系市经信局吗", "yes"),
        ("实践中心首批企业类建10个吗", "yes"),
        ("实践中心首批企业类建5个吗", "no"),
        ("实践中心首批学校类建15个吗", "yes"),
    ],
)
def test_the_office_and_the_number_of_what_is_asked(ask: Ask, text: str, verdict: str) -> None:
    assert ask(text).verdict == verdict


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("灯塔计划的涉密内容可以写进报告吗", "not_specified"),
        ("灯塔计划的报告可以双面打印吗", "yes"),
        ("灯塔计划有专门的报名系统吗", "not_specified"),
        ("灯塔计划有检查小组吗", "yes"),
    ],
)
def test_what_is_ordered_is_not_leave_for_another_act(text: str, verdict: str) -> None:
    built = over(
        "灯塔计划申报指南",
        "（一）灯塔计划的报告须双面打印，涉密内容请另行处理。",
        "（二）市灯塔办设有检查小组，系统检查报名单位的条件。",
        *(f"（{n}）灯塔计划的第{n}项工作由承办方在当年完成。" for n in "三四五六七八"),
        names=("灯塔计划",),
    )
    assert built.ask(text).verdict == verdict
