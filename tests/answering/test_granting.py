"""Money for applicants: nothing but a clause that grants it says yes."""

from __future__ import annotations

import pytest

from assistant.answering.answer import Verdict
from assistant.answering.engine import Engine
from assistant.guideline.quote import locate
from assistant.guideline.statement import Statement
from tests.answering.built import TODAY, WORDING, Ask, Built, over, question

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


def review(built: Built, words: str) -> Engine:
    """The engine once a reviewer wrote the words down as a point on funding and incentives."""
    clause = next(c for c in built.guidelines[0].clauses if words in c.text)
    point = Statement((), "funding", "", (), "", "is", None, "states", False, (), locate(clause, words))
    return Engine(built.guidelines, (*built.statements, point), built._search, WORDING)


@pytest.mark.parametrize(
    ("clause", "verdict"),
    [
        ("各申报单位自筹资金，自主实施建设。", "no"),
        ("对认定的示范车间，中心可提供培训、展示等服务。", None),
        ("省厅组织优秀工作室参加交流并予以宣传推广。", None),
        ("通过考核的示范车间获补贴。", "yes"),
    ],
)
def test_a_reviewed_point_on_support_that_is_no_money_promises_none(clause: str, verdict: Verdict | None) -> None:
    built = over("一、申报条件", "牵头申报单位为高校，联合申报单位不超过4家。", "二、支持措施", clause)
    assert review(built, clause.rstrip("。")).answer(question("有没有经费补助？"), TODAY).verdict == verdict
