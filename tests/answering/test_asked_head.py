"""A figure or a manner is told of the noun that it is asked of, or not at all."""

from __future__ import annotations

import pytest

from assistant.answering.values.asked_head import asked_head
from tests.answering.built import Built, over


@pytest.fixture(scope="module")
def built() -> Built:
    return over(
        "一、依托单位的研究人员数量充足，高级技师人员结构合理。",
        "二、收入扣除成本后，剩余部分按不超过40%的比例用于激励。",
        "三、女性工程师占研究人员的比例不低于15%。",
        "四、组委会组织专家进行函评和路演评审。",
    )


@pytest.mark.parametrize("question", ["灯塔实践基地高级技师要占多大比例？", "灯塔实践基地研究人员至少要几名？"])
def test_a_share_of_something_else_is_no_answer(built: Built, question: str) -> None:
    made = built.ask(question)
    assert "40%" not in made.answer.split("相近")[0]
    assert made.outcome == "not_specified"


def test_the_share_of_what_is_asked_is(built: Built) -> None:
    assert "15%" in built.ask("灯塔实践基地女性工程师要占多大比例？").answer
    assert "40%" in built.ask("灯塔实践基地剩余部分最多按多大比例用于激励？").answer


def test_a_manner_is_told_of_what_the_documents_speak_of(built: Built) -> None:
    assert built.ask("灯塔实践基地路演评审的分值是怎么定的？").outcome == "not_specified"
    assert "函评" in built.ask("灯塔实践基地路演评审是怎么组织的？").answer


def test_the_noun_before_the_interrogative_is_the_head(built: Built) -> None:
    frame = built.frame("灯塔实践基地申报以后，高级技师要占多大比例？")
    head = asked_head(frame)
    assert head is not None
    assert frame.terms[head].words == "高级技师"
    assert asked_head(built.frame("灯塔实践基地有专家评审吗？")) is None
