"""Questions one word away from a permission: each was a yes, or more leave than the clause gives, at first sight."""

from __future__ import annotations

import pytest

from assistant.answering.question.text import clean
from tests.answering.built import Ask, over

HARBOUR = """港湾工程申报通知

一、申报条件
实训港由医院牵头申报，职业院校作为共建单位。
每家医院申报不超过2个，民办医院申报不超过1个。
作为共建单位的职业院校须具有独立法人资格，成立3年以上。
二、材料
推荐书中涉密内容请做脱密处理。
牵头医院应于每年第一季度完成年度计划。
三、公示
评审结果公示7个工作日。
牵头医院发布共享设备清单。
"""


@pytest.fixture(scope="module")
def harbour() -> Ask:
    return over(*HARBOUR.splitlines(), names=("港湾工程",)).ask


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("职业院校自己牵头申报实训港，医院当共建单位，行吗？", "no"),
        ("医院牵头申报实训港，职业院校当共建单位，行吗？", "yes"),
        ("一家医院报3个港湾工程，超了没，可以报吗？", "no"),
        ("一家医院报3个港湾工程，超了没？", "yes"),
        ("一家医院报2个港湾工程，超了没，可以报吗？", "yes"),
        ("我们医院港湾工程报满2个以后再多报1个，可以吗？", "no"),
        ("港湾工程推荐书里有涉密内容，标上密级原样写进去行吗？", "no"),
        ("港湾工程的评审结果公示，周六周日也算在7天里吧？", "no"),
        ("港湾工程的评审结果公示7天，周末不算吧？", "yes"),
        ("港湾工程的年度计划，拖到二季度完成行不行？", "no"),
        ("港湾工程共享设备清单是不是非发布不可？", "yes"),
        ("我们是职业院校，做实训港的共建单位够不够条件？", "conditional"),
        ("我们是职业院校，能做实训港的共建单位吗？", "yes"),
    ],
)
def test_no_more_leave_than_the_clause_gives(harbour: Ask, text: str, verdict: str) -> None:
    assert harbour(text).verdict == verdict


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("是不是非发布不可", "是不是必须发布"),
        ("非要园区牵头才行吗", "必须园区牵头吗"),
        ("并非不可", "并非不可"),
        ("非常不行", "非常不行"),
        ("非学历教育不可以申报吗", "非学历教育不可以申报吗"),
        ("二季度前", "第二季度前"),
        ("第二季度前", "第二季度前"),
    ],
)
def test_one_spelling_for_must_and_for_quarters(text: str, plain: str) -> None:
    assert clean(text) == plain
