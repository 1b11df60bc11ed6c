"""Leave not to count something, and bounds under a heading that the question happens to use."""

from __future__ import annotations

import pytest

from tests.answering.built import Built, over

NOTICE = (
    "灯塔实践基地申报通知",
    "一、条件",
    "（一）规模。床位数50个以上、150个以下；社区嵌入式机构床位数可放宽至30个以上。",
    "（二）人员。常年雇工不超过8人，农忙季节临时用工不计入常年雇工。",
)


@pytest.fixture(scope="module")
def notice() -> Built:
    return over(*NOTICE)


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("农忙季节临时用工可以不计入常年雇工吗", "yes"),
        ("农忙季节临时用工能不算常年雇工吗", "yes"),
        ("农忙季节临时用工能算常年雇工吗", "no"),
        ("农忙季节临时用工要计入常年雇工吗", "no"),
    ],
)
def test_what_does_not_count_may_be_left_uncounted(notice: Built, text: str, verdict: str) -> None:
    answer = notice.ask(text, programme="lighthouse")
    assert answer.verdict == verdict, answer.answer
    assert not answer.answer.startswith("可以：文件明文不允许")


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("社区嵌入式机构36个床位，规模够吗", "yes"),
        ("社区嵌入式机构26个床位，规模够吗", "no"),
        ("36个床位，规模够吗", "conditional"),
        ("60个床位，规模够吗", "yes"),
    ],
)
def test_a_heading_is_nothing_that_a_bound_is_on(notice: Built, text: str, verdict: str) -> None:
    answer = notice.ask(text, programme="lighthouse")
    assert answer.verdict == verdict, answer.answer
