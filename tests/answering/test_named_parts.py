"""Definitions, sections of forms named by title or number, all limits of a form, and three questions in one line."""

from __future__ import annotations

import pytest

from tests.answering.built import Ask, over


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("限额以上企业怎么算", "零售业：年商品销售总额在500万元以上"),
        ("规模以上工业企业标准是什么", "规模以上工业：指年主营业务收入在2000万元及以上的工业企业"),
        ("规模以上工业企业是指什么", "规模以上工业：指年主营业务收入在2000万元及以上的工业企业"),
        ("市域产教联合体的联合体负责人是指谁", "联合体负责人指所在产业园区管委会负责同志"),
    ],
)
def test_what_a_word_means_is_told_from_its_definition(ask: Ask, text: str, told: str) -> None:
    answer = ask(text)
    assert told in answer.answer
    assert answer.verdict is None


def test_a_word_that_no_document_defines_has_no_definition() -> None:
    built = over(
        "灯塔计划申报指南",
        "灯塔企业是指上年营业收入3000万元以上的企业。",
        "灯塔计划由高校牵头。",
        names=("灯塔计划",),
    )
    assert "3000万元" in built.ask("灯塔计划里灯塔企业是指什么").answer
    assert "3000万元" not in built.ask("灯塔计划里潮汐学院是指什么").answer


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("共同体推荐书第五部分要写哪些内容", "建设技术创新中心,协同进行技术攻关"),
        ("共同体推荐书的管理及运行机制写什么", "共同体组织机构，实体化运作机制"),
        ("实践中心推荐书里建设单位情况写什么，多少字", "建设单位对实践中心的支持情况等, 500字以内"),
    ],
)
def test_a_section_named_by_title_or_number_tells_its_guidance(ask: Ask, text: str, told: str) -> None:
    assert told in ask(text).answer


def test_all_limits_of_a_form_are_told(ask: Ask) -> None:
    answer = ask("共同体推荐书各部分字数限制分别是多少").answer
    assert [n for n in ("500字", "600字", "3000字", "500字") if n in answer] == ["500字", "600字", "3000字", "500字"]


def test_three_questions_in_one_line_are_all_answered(ask: Ask) -> None:
    answer = ask("市域产教联合体首批建几个，谁牵头，送到哪个部门").answer
    assert "首批建设5个" in answer
    assert "由产业园区作为牵头单位" in answer
    assert "市发改委" in answer


def test_who_leads_needs_nothing_of_the_question_before(ask: Ask) -> None:
    assert ask("谁牵头", "市域产教联合体首批建几个").answer == "市域产教联合体由产业园区作为牵头单位组织申报"


@pytest.mark.parametrize(
    ("text", "outcome", "told"),
    [
        ("产业学院的纸质申报书寄到哪里，截止了没有", "partial", "枫蓝国际大厦"),
        ("产业学院的纸质申报书寄到哪里", "answered", "枫蓝国际大厦"),
        ("实践中心名字能带学校名吗？推荐书里建设单位情况最多写多少字", "answered", "500字"),
    ],
)
def test_a_line_of_which_a_part_stays_open_is_answered_in_part(ask: Ask, text: str, outcome: str, told: str) -> None:
    answer = ask(text)
    assert answer.outcome == outcome
    assert told in answer.answer


@pytest.mark.parametrize("text", ["注册18个月够不够", "注册18个月够吗"])
def test_enough_or_not_asks_whether(ask: Ask, text: str) -> None:
    assert ask(f"企业做就业创业创新示范实践基地联合申报单位，{text}").verdict == "no"


def test_what_stands_in_the_next_part_is_told_once(ask: Ask) -> None:
    answer = ask("校企协同育人示范基地申请书寄给谁，一共几份").answer
    assert answer.count("寄送至人事教育司教育处") == 1


def test_one_firm_that_says_where_it_is_counts_no_units(ask: Ask) -> None:
    asked = "我们是宁波一家做机床的公司，想跟杭州的学校一起报行业产教融合共同体，行不行？"
    assert ask(asked).verdict == "conditional"  # the rule lets in good ones only
