"""Who hands in an application, told to whoever may not and would do so by themselves."""

from __future__ import annotations

import pytest

from tests.answering.built import Built, over

NOTICE = (
    "灯塔实践基地申报通知",
    "一、申报对象",
    "面向省属高校和市属高校认定一批灯塔实践基地。",
    "二、申报程序",
    "（一）自愿申报。符合申报条件的高校，按照本通知提出申请，提交《灯塔实践基地申请书》。",
    "（二）审核。省教育厅组织专家评审。",
)
FILES = "符合申报条件的高校，按照本通知提出申请"


@pytest.fixture(scope="module")
def notice() -> Built:
    return over(*NOTICE)


@pytest.mark.parametrize(
    "text",
    [
        "协会能自己提交灯塔实践基地的申请吗",
        "我们公司直接递申请行不行",
        "企业单独申报可以吗",
        "Can a company apply directly on its own?",
    ],
)
def test_who_may_not_is_told_who_applies(notice: Built, text: str) -> None:
    answer = notice.ask(text, programme="lighthouse")
    assert answer.verdict == "no", answer.answer
    assert FILES in answer.answer


def test_who_asks_for_nothing_of_the_kind_is_told_the_rule_alone(notice: Built) -> None:
    answer = notice.ask("公司能申报吗", programme="lighthouse")
    assert answer.verdict == "no"
    assert FILES not in answer.answer


def test_who_applies_is_not_told_so_to_its_own_kind(notice: Built) -> None:
    answer = notice.ask("部属高校能自己提交申请吗", programme="lighthouse")
    assert answer.verdict == "no"
    assert FILES not in answer.answer
