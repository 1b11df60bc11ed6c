from __future__ import annotations

from collections.abc import Callable
from datetime import date

from assistant.answering.answer import Answer, Citation, Question
from evals.asking import asking
from evals.cases import Case, Turn
from evals.reply import Cited

TODAY = date(2026, 11, 20)


class Scripted:
    """Answers with what it was asked, and breaks when told to."""

    def __init__(self) -> None:
        self.asked: list[tuple[Question, date]] = []

    def ask(self, question: Question, today: date) -> Answer:
        self.asked.append((question, today))
        if "坏" in question.text:
            raise RuntimeError("broken")
        cited = Citation(1, "p", "rules", "题", "c1", "一", None, "不少于3年", "不少于\n 3 年", 4, 12)
        return Answer(question.text, "", "zh", today.isoformat(), "answered", "3年", "yes", False, citations=(cited,))


def test_an_assistant_in_process_is_asked_by_contract(make_case: Callable[..., Case]) -> None:
    assistant = Scripted()
    follow_up = make_case(id="a", history=(Turn("user", "你好"), Turn("assistant", "好")))
    heard = asking(assistant, TODAY)([follow_up, make_case(id="b", question="坏"), make_case(id="c")])
    assert list(heard) == ["a", "b", "c"]
    assert [turn.content for turn in assistant.asked[0][0].history] == ["你好", "好"]
    assert heard["a"].reply is not None
    assert heard["a"].reply.citations == (Cited("rules", "不少于3年", "不少于\n 3 年", 4, 12, "c1", "题"),)
    assert (heard["b"].reply, heard["b"].reason) == (None, "RuntimeError: broken")
    assert heard["c"].reply is not None
