"""Whether a kind of unit has to be among the partners: yes where a rule wants one, no where it is only one of those
that may or should be, and never the rule on another kind."""

from __future__ import annotations

import pytest

from tests.answering.built import Built, over


@pytest.fixture(scope="module")
def harbour() -> Built:
    """A guideline nobody published."""
    return over(
        "灯塔实践基地管理办法",
        "第一条 灯塔实践基地由本科高校牵头申报。",
        "第二条 联合申报单位可包括航运企业、产业园区、科研院所等，其中航运企业不少于1家。",
        "第三条 基地还可积极吸纳行业协会、中小企业服务中心、新型研发机构等多方主体参与。",
        "第四条 各基地应配备专职教员。",
    )


@pytest.mark.parametrize(
    ("question", "verdict"),
    [
        ("灯塔实践基地的联合申报单位里产业园区是非有不可的吗？", "no"),
        ("灯塔实践基地非有科研院所不可吗？", "no"),
        ("灯塔实践基地必须吸收一家行业协会吗？", "no"),
        ("行业协会对灯塔实践基地来说必不可少吗？", "no"),
        ("灯塔实践基地少不了产业园区吧？", "no"),
        ("灯塔实践基地非得联合一家航运企业不可吗？", "yes"),
        ("灯塔实践基地的联合申报单位中航运企业是必不可少的吗？", "yes"),
        ("Does the 灯塔实践基地 have to include an industry association?", "no"),
    ],
)
def test_what_has_to_be_among_the_partners(harbour: Built, question: str, verdict: str) -> None:
    answer = harbour.ask(question)
    assert answer.verdict == verdict, answer.answer


@pytest.mark.parametrize(
    "question",
    ["灯塔实践基地必须有企业吗？", "灯塔实践基地非有企业不可吗？", "企业对灯塔实践基地是不是必不可少？"],
)
def test_a_rule_on_units_whose_names_hold_the_word_frees_nobody(harbour: Built, question: str) -> None:
    answer = harbour.ask(question)
    assert answer.verdict != "no", answer.answer


def test_the_rule_on_the_role_asked_about_is_shown(harbour: Built) -> None:
    answer = harbour.ask("里面产业园区是非有不可的吗？", "灯塔实践基地的联合申报单位可以有哪些？")
    assert answer.verdict == "no"
    assert "联合申报单位可包括" in answer.citations[0].quote
