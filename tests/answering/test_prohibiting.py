"""How far a prohibition reaches: its own part of the sentence, and what leads in to it."""

from __future__ import annotations

import re

import pytest

from assistant.answering.whether.prohibiting import reach
from tests.answering.built import Built, over


@pytest.fixture(scope="module")
def funds() -> Built:
    """A guideline nobody published."""
    return over(
        "灯塔实践基地管理办法",
        "第一条 灯塔实践基地由普通本科高校牵头申报。",
        "第二条 建设资金主要用于购置训练器材和支付授课补贴，不得用于发放福利。",
        "第三条 申报表各栏可以根据需要调整行高，但不得改变栏目顺序。",
        "第四条 秘书处不得委托中介机构代办检查。",
        "第五条 基地名称变更的，应当告知秘书处。",
        "第六条 未经核准的，不得使用基地标识。",
        "第七条 基地应当为学员配备值守导师，不得安排学员从事高空作业。",
        "第八条 基地应当提供食宿便利。",
    )


@pytest.mark.parametrize(
    ("text", "reached"),
    [
        ("资金用于购置器材，不得用于发放福利。", "不得用于发放福利。"),
        ("未经核准的，不得使用标识。", "未经核准的，不得使用标识。"),
        ("同一负责人，不得在两个基地任职。", "同一负责人，不得在两个基地任职。"),
        ("各栏可以调整行高，但不得改变顺序。", "但不得改变顺序。"),
    ],
)
def test_a_prohibition_reaches_its_part_and_what_leads_in(text: str, reached: str) -> None:
    match = re.search("不得", text)
    assert match is not None
    assert reach(text, match) == reached


@pytest.mark.parametrize(
    "question",
    [
        "灯塔实践基地的建设资金拿来购置训练器材，没问题吧？",
        "灯塔实践基地申报表的行高可以调整吗？",
        "灯塔实践基地名称变更，要告知秘书处吗？",
        "灯塔实践基地要提供食宿便利吗？",
    ],
)
def test_what_is_forbidden_beside_a_thing_does_not_forbid_it(funds: Built, question: str) -> None:
    answer = funds.ask(question)
    assert answer.verdict == "yes", answer.answer
    assert "不得" not in answer.citations[0].quote


@pytest.mark.parametrize(
    "question",
    [
        "灯塔实践基地的建设资金可以发放福利吗？",
        "灯塔实践基地的建设资金能用来发福利吗？",
        "灯塔实践基地申报表的栏目顺序可以改变吗？",
        "灯塔实践基地的检查可以委托中介机构吗？",
        "灯塔实践基地没核准，能使用基地标识吗？",
        "灯塔实践基地能安排学员从事高空作业吗？",
        "灯塔实践基地让学员高空作业，可以吧？",
    ],
)
def test_what_it_reaches_is_forbidden(funds: Built, question: str) -> None:
    assert funds.ask(question).verdict == "no"


@pytest.fixture(scope="module")
def places() -> Built:
    """Another one: what is not let in and not counted."""
    return over(
        "灯塔实践基地申报通知",
        "一、申报",
        "灯塔实践基地由普通本科高校牵头申报，不接受二级学院单独申报。",
        "示范灯塔的维护站由集团直接推荐，不占所在市名额。",
        "参考文献不计入正文字数。",
        "申报书不盖章的，不予受理。",
        "航标课题须来自值守实际，不得以纯理论课题代替。",
    )


@pytest.mark.parametrize(
    ("question", "verdict"),
    [
        ("灯塔实践基地，二级学院自己报是不收的，对吧？", "yes"),
        ("听说灯塔实践基地不接受二级学院单独申报，是这样吗？", "yes"),
        ("灯塔实践基地的参考文献不计入字数，没错吧？", "yes"),
        ("灯塔实践基地的参考文献不算字数，对吧？", "yes"),
        ("灯塔实践基地的维护站不占市里的名额吧？", "yes"),
        ("灯塔实践基地的参考文献要计入字数吗？", "no"),
        ("灯塔实践基地二级学院能单独申报吗？", "no"),
        ("灯塔实践基地的航标课题就写几个纯理论课题，可以吗？", "no"),
    ],
)
def test_what_is_told_as_refused_is_confirmed(places: Built, question: str, verdict: str) -> None:
    assert places.ask(question).verdict == verdict


@pytest.mark.parametrize(
    "question",
    [
        "灯塔实践基地的申报书不用盖章，对吧？",
        "灯塔实践基地的申报书不盖章也收，对吧？",
        "灯塔实践基地的维护站不占省里的名额吧？",
        "灯塔实践基地的摘要不计入字数，对吧？",
        "灯塔实践基地不收高职的申报书，对吧？",
        "灯塔实践基地不算二级学院的论文，是吧？",
    ],
)
def test_what_no_clause_refuses_is_not_confirmed(places: Built, question: str) -> None:
    assert places.ask(question).verdict != "yes"
