"""Money for applicants: nothing but a clause that grants it says yes."""

from __future__ import annotations

import pytest

from tests.answering.built import Ask, over

MONEY = ["有没有经费支持", "有补贴吗", "给钱吗", "入选后政府会给学校发钱吗", "Is there any funding?"]


@pytest.mark.parametrize("question", [*MONEY, "Does the practice base provide a subsidy?", "实践基地能拿到财政补助吗"])
def test_self_financing_investment_and_credit_are_no_grant(ask: Ask, question: str) -> None:
    answer = ask(question)
    assert answer.verdict in ("no", "not_specified")
    assert all(part.verdict in ("no", "not_specified") for part in answer.by_programme)


@pytest.mark.parametrize(
    ("clause", "verdict"),
    [
        ("对认定的工作室给予每家10万元经费补助。", "yes"),
        ("对考核优秀的工作室，视情给予资金奖励和经费支持。", "conditional"),
        ("本项目不安排财政补助。", "no"),
        ("申报单位自筹资金开展建设。", "no"),
        ("学校和企业为学生实践提供经费支持。", "not_specified"),
    ],
)
def test_what_a_clause_says_of_money(clause: str, verdict: str) -> None:
    built = over("一、申报条件", "牵头申报单位为高校，联合申报单位不超过4家。", "二、支持措施", clause)
    assert built.ask("有没有经费补助？").verdict == verdict


def test_other_questions_about_money_are_answered_as_before(ask: Ask) -> None:
    assert ask("产业学院建设资金能填普通商业贷款吗？").verdict == "yes"
    assert ask("实践基地的建设资金要自己筹吗？").verdict == "yes"
