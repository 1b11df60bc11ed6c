"""Who may lead: every programme against six kinds of unit, each cell read by hand from the texts."""

from __future__ import annotations

import pytest

from tests.answering.built import Ask

UNITS = ("民办高校", "中职学校", "高职院校", "企业", "产业园区", "行业协会")
YES, NO, IF = "yes", "no", "conditional"

# programme, how it is called, the words that decide, and one verdict for each unit
ROWS = [
    # （牵头申报单位为本专科院校）: a closed list; a private college is one
    ("practice-base", "校企协同就业创业创新示范实践基地", "牵头申报单位为本专科院校", (YES, NO, YES, NO, NO, NO)),
    # 应由高校（全日制本科院校、高等职业院校）牵头
    (
        "industry-college",
        "专精特新产业学院",
        "应由高校（全日制本科院校、高等职业院校）牵头",
        (YES, NO, YES, NO, NO, NO),
    ),
    # 联合体牵头高校（全日制本科院校、高等职业院校）应为…
    (
        "cjk-consortium",
        "产教科融合发展联合体",
        "联合体牵头高校（全日制本科院校、高等职业院校）",
        (YES, NO, YES, NO, NO, NO),
    ),
    # 面向部属高校和部省共建高校: no private college belongs to a ministry; a higher vocational one might
    ("education-base", "工业和信息化部校企协同育人示范基地", "面向部属高校和部省共建高校", (NO, NO, IF, NO, NO, NO)),
    # 由产业园区作为牵头单位组织申报
    ("hangzhou-consortium", "杭州市域产教联合体", "由产业园区作为牵头单位组织申报", (NO, NO, NO, NO, YES, NO)),
    # 由行业龙头企业作为牵头单位组织申报, yet 支持龙头企业和普通高等学校、职业院校牵头: the notice disagrees with itself
    ("hangzhou-community", "行业产教融合共同体", "由行业龙头企业作为牵头单位组织申报", (IF, IF, IF, IF, NO, NO)),
    # 分别由职业院校、政府行政部门和企业作为牵头单位; a private college may be a vocational one
    (
        "hangzhou-centre/school",
        "学校实践中心",
        "分别由职业院校、政府行政部门和企业作为牵头单位",
        (IF, YES, YES, NO, NO, NO),
    ),
    (
        "hangzhou-centre/public",
        "公共实践中心",
        "分别由职业院校、政府行政部门和企业作为牵头单位",
        (NO, NO, NO, NO, NO, NO),
    ),
    (
        "hangzhou-centre/enterprise",
        "企业实践中心",
        "分别由职业院校、政府行政部门和企业作为牵头单位",
        (NO, NO, NO, YES, NO, NO),
    ),
]
CELLS = [
    pytest.param(programme, name, words, unit, verdict, id=f"{programme}-{i}")
    for programme, name, words, verdicts in ROWS
    for i, (unit, verdict) in enumerate(zip(UNITS, verdicts, strict=True))
]
STARTS = {YES: "可以", NO: "不可以", IF: "有条件"}


@pytest.mark.parametrize(("programme", "name", "words", "unit", "verdict"), CELLS)
def test_who_may_lead(ask: Ask, programme: str, name: str, words: str, unit: str, verdict: str) -> None:
    answer = ask(f"{unit}可以牵头申报{name}吗？")
    assert (answer.outcome, answer.verdict, answer.abstained) == ("answered", verdict, False)
    assert [p.programme for p in answer.by_programme] == [programme]
    assert answer.answer.startswith(STARTS[verdict])
    assert any(words in c.quote for c in answer.citations)


@pytest.mark.parametrize(("programme", "name", "words", "unit", "verdict"), CELLS)
def test_the_programme_may_come_from_the_page(
    ask: Ask, programme: str, name: str, words: str, unit: str, verdict: str
) -> None:
    answer = ask(f"{unit}能不能当牵头单位？", programme=programme)
    assert answer.verdict == verdict
    assert [p.programme for p in answer.by_programme] == [programme]


@pytest.mark.parametrize(
    ("unit", "verdict"), [("高校", YES), ("部属高校", YES), ("公办本科院校", YES), ("个人", NO), ("医院", NO)]
)
def test_further_units_of_the_practice_base(ask: Ask, unit: str, verdict: str) -> None:
    assert ask(f"{unit}可以牵头申报校企协同就业创业创新示范实践基地吗？").verdict == verdict


@pytest.mark.parametrize("unit", ["高职院校", "中职学校", "普通高等学校"])
def test_the_community_shows_both_clauses_that_disagree(ask: Ask, unit: str) -> None:
    answer = ask(f"{unit}可以牵头申报行业产教融合共同体吗？")
    quotes = [c.quote for c in answer.citations]
    assert any("由行业龙头企业作为牵头单位组织申报" in q for q in quotes)
    assert any("支持龙头企业和普通高等学校、职业院校牵头" in q for q in quotes)
    assert "不一致" in answer.answer


@pytest.mark.xfail(
    strict=True, reason="UNDERSTANDING 12: the cover of 附件1.2 names 牵头学校 and 牵头企业, and is not shown"
)
@pytest.mark.parametrize(("unit", "line"), [("高职院校", "牵头学校"), ("企业", "牵头企业")])
def test_the_consortium_shows_the_cover_that_disagrees(ask: Ask, unit: str, line: str) -> None:
    answer = ask(f"{unit}可以牵头申报杭州市域产教联合体吗？")
    assert any(line in c.quote for c in answer.citations)


@pytest.mark.parametrize("unit", ["企业", "产业园区", "行业协会"])
def test_the_usual_builder_of_a_school_centre_closes_nothing(ask: Ask, unit: str) -> None:
    """建设单位一般为职业院校: others are neither let in nor shut out."""
    answer = ask(f"学校实践中心的建设单位可以是{unit}吗？")
    assert answer.verdict == "conditional"
    assert any("一般为职业院校" in c.quote for c in answer.citations)


def test_without_a_programme_each_answers_for_itself(ask: Ask) -> None:
    answer = ask("中职学校可以牵头申报吗？")
    by = {p.programme: p.verdict for p in answer.by_programme}
    assert by == {
        "practice-base": NO,
        "industry-college": NO,
        "cjk-consortium": NO,
        "education-base": NO,
        "hangzhou-consortium": NO,
        "hangzhou-community": IF,
        "hangzhou-centre/school": YES,
        "hangzhou-centre/public": NO,
        "hangzhou-centre/enterprise": NO,
    }
    assert answer.verdict == "conditional"


def test_which_programme_can_a_park_lead(ask: Ask) -> None:
    answer = ask("产业园区可以牵头申报哪个项目？")
    assert [p.programme for p in answer.by_programme] == ["hangzhou-consortium"]


@pytest.mark.parametrize(
    ("question", "verdict"),
    [
        ("Can a higher vocational college lead the SRDI industry college?", YES),
        ("Can an industrial park lead the Hangzhou municipal industry-education consortium?", YES),
        ("Can a company lead the Hangzhou municipal industry-education consortium?", NO),
        ("Can a private university apply for the collaborative education demonstration base?", NO),
        ("Can a park lead the practice base?", NO),
    ],
)
def test_who_may_lead_in_english(ask: Ask, question: str, verdict: str) -> None:
    answer = ask(question)
    assert (answer.language, answer.outcome, answer.verdict) == ("en", "answered", verdict)


@pytest.mark.parametrize(
    ("question", "verdict"),
    [
        ("Can a secondary vocational school lead the practice base?", NO),
        ("Can an industry association lead the SRDI industry college?", NO),
        ("May a university lead the sector community?", IF),
    ],
)
def test_long_names_in_english(ask: Ask, question: str, verdict: str) -> None:
    answer = ask(question)
    assert (answer.outcome, answer.verdict) == ("answered", verdict)
