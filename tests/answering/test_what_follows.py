"""What follows where something is left undone or comes late: the rule on that case, never the duty alone."""

from __future__ import annotations

import pytest

from tests.answering.built import Built, over

LINES = (
    "灯塔书屋管理办法",
    "第一条 书屋应当于每年3月31日前提交年度报告。",
    "第二条 连续两年未提交年度报告的，撤销书屋称号。",
    "第三条 书屋应当每季度更新馆藏目录。",
    "第四条 逾期不归还巡展图书的，暂停下一批配书。",
    "第五条 对提交年度报告的书屋给予配书奖励。",
)


@pytest.fixture(scope="module")
def shelves() -> Built:
    return over(*LINES, names=("灯塔书屋",))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("灯塔书屋不提交年度报告会怎么样？", "撤销书屋称号"),
        ("灯塔书屋没交年度报告，会有什么后果？", "撤销书屋称号"),
        ("灯塔书屋年度报告漏交了会怎么处理？", "撤销书屋称号"),
        ("灯塔书屋逾期不归还巡展图书会怎样？", "暂停下一批配书"),
    ],
)
def test_the_rule_on_the_case_is_told(shelves: Built, text: str, told: str) -> None:
    answer = shelves.ask(text)
    assert answer.outcome == "answered"
    assert told in answer.answer
    assert "配书奖励" not in answer.answer


@pytest.mark.parametrize("text", ["灯塔书屋没更新馆藏目录会怎么样？", "灯塔书屋不按时开门会有什么后果？"])
def test_a_duty_alone_tells_no_consequence(shelves: Built, text: str) -> None:
    answer = shelves.ask(text)
    assert answer.outcome == "not_specified"
    assert "撤销" not in answer.answer.split("最接近")[0]


def test_a_time_and_a_consequence_are_both_told(shelves: Built) -> None:
    answer = shelves.ask("灯塔书屋年度报告几月交，不交会怎样？")
    assert answer.outcome == "answered"
    assert "3月31日" in answer.answer
    assert "撤销书屋称号" in answer.answer


def test_a_clause_much_to_the_point_is_not_called_silence(shelves: Built) -> None:
    answer = shelves.ask("灯塔书屋的馆藏目录每季度更新，提前更新可以吗？")
    assert answer.verdict == "not_specified"
    assert answer.answer.startswith(
        "没有条文直接写明（文件可能未规定）。最相关的条文是：“第三条 书屋应当每季度更新馆藏目录”"
    )


def test_where_only_a_word_is_shared_the_documents_are_called_silent(shelves: Built) -> None:
    assert shelves.ask("灯塔书屋归还巡展图书可以叫快递吗？").answer.startswith("文件未规定。")
