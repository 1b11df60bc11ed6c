"""What is to be done in person, and what somebody has suffered: how long ago."""

from __future__ import annotations

import pytest

from tests.answering.built import Built, over


@pytest.fixture(scope="module")
def lighthouse() -> Built:
    return over(
        "灯塔实践基地申报指南",
        "一、评审",
        "答辩由项目负责人本人参加，陈述8分钟，不得委托他人代为汇报。",
        "现场考察由船长本人陪同；因故不能陪同的，经灯塔办同意可以委托大副。",
        "二、条件",
        "（一）近3年无重大安全事故。",
        "（二）申报前2年内，未因偷税受到行政处罚。",
        "三、其他",
        "申报书一式三份。",
    )


@pytest.mark.parametrize(
    ("asked", "verdict", "quote"),
    [
        ("答辩让副主任去讲行吗", "no", "不得委托他人代为汇报"),
        ("答辩能叫别人代为汇报吗", "no", "不得委托他人代为汇报"),
        ("负责人出差了，答辩请同事上去汇报可以吗", "no", "不得委托他人代为汇报"),
        ("灯塔实践基地的现场考察能叫别人去陪同吗", "conditional", "可以委托大副"),
    ],
)
def test_somebody_else_may_not_or_on_a_condition(lighthouse: Built, asked: str, verdict: str, quote: str) -> None:
    answer = lighthouse.ask(asked)
    assert answer.verdict == verdict, answer.answer
    assert quote in answer.citations[0].quote


@pytest.mark.parametrize(
    ("asked", "verdict"),
    [
        ("一年半以前因为偷税被罚过，还能报灯塔实践基地吗", "no"),
        ("去年受过行政处罚，能报吗", "no"),
        ("半年前因偷税受过行政处罚，能报吗", "no"),
        ("三年前因为偷税被罚过，还能报灯塔实践基地吗", "conditional"),
        ("从没被罚过，能报灯塔实践基地吗", "not_specified"),
    ],
)
def test_what_lies_further_back_than_a_rule_looks_is_no_plain_no(lighthouse: Built, asked: str, verdict: str) -> None:
    answer = lighthouse.ask(asked)
    assert answer.verdict == verdict, answer.answer
