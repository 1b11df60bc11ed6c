"""What one question asks of several: platforms of a place beside a programme, one limit held against another; and by
whom a unit is run, in English."""

from __future__ import annotations

import pytest

from tests.answering.built import Ask


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("杭州那三个平台和校企协同育人示范基地，纸质材料各要几份？", ("一式2份", "一式五份")),
        ("实践基地限联合几家单位，产教科联合体也卡同样的数吗？", ("不超过5家", "文件未规定")),
    ],
)
def test_each_of_those_named_is_told(ask: Ask, question: str, told: tuple[str, ...]) -> None:
    answer = ask(question)
    assert all(words in answer.answer for words in told), answer.answer
    assert answer.verdict != "yes"


def test_a_programme_of_the_place_stands_for_itself(ask: Ask) -> None:
    answer = ask("杭州的市域产教联合体纸质材料要几份？")
    assert [b.programme for b in answer.by_programme] == ["hangzhou-consortium"]


@pytest.mark.parametrize(
    ("question", "verdicts"),
    [
        ("Our university is run by a ministry. Can it apply for the 校企协同育人示范基地?", ("yes", "conditional")),
        ("Our university is run by the province. Can it apply for the 校企协同育人示范基地?", ("no",)),
        ("Our school, which is run by the city, wants to apply for the 校企协同育人示范基地. Is it eligible?", ("no",)),
        ("Under the ministry's notice, can our university apply for the 校企协同育人示范基地?", ("conditional",)),
        (
            "Can our university apply for the 校企协同育人示范基地 run by the ministry?",
            ("conditional", "not_specified"),
        ),
        (
            "Is our college, under the ministry's notice, able to apply for the 校企协同育人示范基地?",
            ("conditional", "no"),
        ),
    ],
)
def test_by_whom_a_school_is_run(ask: Ask, question: str, verdicts: tuple[str, ...]) -> None:
    answer = ask(question)
    assert answer.verdict in verdicts, answer.answer


def test_one_that_must_be_the_lead_is_held_against_the_clause_that_names_it(ask: Ask) -> None:
    answer = ask("行业产教融合共同体的牵头企业必须是国有企业吗？")
    assert answer.verdict == "no"
    assert "国有企业" in answer.citations[0].quote
