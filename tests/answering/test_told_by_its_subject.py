"""A question that names no programme is put to the document whose own subject it speaks of, and to the only one there is."""

from __future__ import annotations

import pytest

from tests.answering.built import Built, over_notices

CARE = """关于申报2031年度示范性托育机构和托育从业人员实训点的通知
各区县卫生健康局：
一、示范性托育机构
（一）托育机构正式收托满2年，托位数50个以上。
（二）补助资金不得用于人员工资福利。
二、托育从业人员实训点
（一）实训点由妇幼保健院牵头，实训场地不少于250平方米。
三、公示
拟认定名单公示5个工作日。
"""
WATER = """关于申报2031年度灌区改造工程的通知
各县水务局：
一、申报条件
（一）灌区由水务局牵头申报，面积不少于3万亩。
（二）工程应当在2年内完工。
二、公示
拟立项名单公示7个工作日。
"""


@pytest.fixture(scope="module")
def both(tmp_path_factory: pytest.TempPathFactory) -> Built:
    return over_notices(tmp_path_factory.mktemp("both"), care=CARE, water=WATER)


@pytest.fixture(scope="module")
def alone(tmp_path_factory: pytest.TempPathFactory) -> Built:
    return over_notices(tmp_path_factory.mktemp("alone"), water=WATER)


def documents(built: Built, text: str, *before: str) -> set[str]:
    return {c.document for c in built.ask(text, *before).citations}


@pytest.mark.parametrize("text", ["托育的名单公示几天", "托育补助能发工资吗", "托育园收托一年半够吗"])
def test_a_subject_of_one_document_chooses_it(both: Built, text: str) -> None:
    assert documents(both, text) == {"care"}


def test_the_next_question_stays_with_that_document(both: Built) -> None:
    assert documents(both, "公示几天", "托育补助能发工资吗") == {"care"}


def test_what_both_speak_of_chooses_none(both: Built) -> None:
    answer = both.ask("名单公示几天")
    assert {c.document for c in answer.citations} == {"care", "water"}


def test_the_only_document_is_meant(alone: Built) -> None:
    answer = alone.ask("面积2万亩能报吗")
    assert answer.verdict == "no"
    assert [c.document for c in answer.citations] == ["water"]


@pytest.mark.parametrize(
    "text", ["托育补助能发工资吗", "报科技小院要几家企业", "护照去哪里办", "公司的打印机坏了怎么办"]
)
def test_the_only_document_answers_for_nothing_else(alone: Built, text: str) -> None:
    assert alone.ask(text).abstained
