"""What a yes needs, and what no clause may be made to say."""

from __future__ import annotations

from datetime import date

import pytest

from tests.answering.built import Ask, over

BASE = "工业和信息化部校企协同育人示范基地"
PRACTICE = "校企协同就业创业创新示范实践基地"
COMMUNITY = "行业产教融合共同体"
COLLEGE = "专精特新产业学院"


@pytest.mark.parametrize(
    ("today", "question", "verdict", "opening"),
    [
        (date(2026, 11, 20), f"报{BASE}现在还来得及吗？", "no", "来不及了：报送截止 2022-11-15，已过"),
        (date(2022, 11, 15), f"报{BASE}现在还来得及吗？", "conditional", "来得及：报送截止 2022-11-15，还在期内"),
        (date(2022, 11, 16), f"{BASE}是不是已经过期了？", "yes", "是的：报送截止 2022-11-15，已过"),
        (date(2022, 11, 15), f"{BASE}是不是已经过期了？", "no", "没有：报送截止 2022-11-15，还在期内"),
        (
            date(2022, 11, 16),
            f"Is it too late to apply for the {BASE}?",
            "yes",
            "Yes: the submission deadline 2022-11-15",
        ),
    ],
)
def test_the_deadline_is_held_against_today(ask: Ask, today: date, question: str, verdict: str, opening: str) -> None:
    answer = ask(question, today=today)
    assert (answer.verdict, answer.answer.startswith(opening)) == (verdict, True), answer.answer


@pytest.mark.parametrize(
    "question",
    [
        f"2023年度的{BASE}也是11月15日截止吗？",
        f"杭州市{COMMUNITY}的年度总结报告可以拖到次年1月15日完成吗？",
        "杭州市域产教联合体推荐书所说的限额以上零售业，是年商品销售总额1亿元以上才算吗？",
        "杭州市教育局负责产教融合平台的联系人是王莹吗？",
        f"{BASE}申请书可以传真过去吗？",
        f"打010-68205918电话报名{BASE}可以吗？",
        f"{PRACTICE}先认定后公示可以吗？",
        f"{BASE}企业导师可以没有吗？",
        f"部属高校可以报5个{BASE}，我们只报4个可以吧？",
        f"联合单位有2家园区和4家企业，能报{PRACTICE}吗？",
        f"本科院校牵头，1家园区、2家协会、3家企业联合，能报{PRACTICE}吗？",
    ],
)
def test_a_clause_that_shares_words_is_no_permit(ask: Ask, question: str) -> None:
    assert ask(question).verdict in ("no", "not_specified")


@pytest.mark.parametrize(
    "question",
    [
        "我校是应用型本科高校，能不能牵头申报2026年度江汀省乡村校地共育工坊？",
        "我们能申报岚西省农科实践小院吗？",
    ],
)
def test_a_programme_of_another_place_borrows_no_rule(ask: Ask, question: str) -> None:
    answer = ask(question)
    assert (answer.citations, answer.abstained) == ((), True)


def test_either_of_two_things_is_enough(ask: Ask) -> None:
    answer = ask(f"没联合带过研究生，只参与过卓越工程师计划，{BASE}行吗？")
    assert answer.verdict == "yes"
    assert "或参与实施过卓越工程师计划" in answer.citations[0].quote


def test_two_questions_in_one_line_are_both_answered(ask: Ask) -> None:
    answer = ask(f"{BASE}的申请书一式几份？几月几日截止？")
    assert "五份" in answer.answer
    assert "11月15日" in answer.answer


def test_headings_are_counted(ask: Ask) -> None:
    answer = ask("专精特新产业学院的三个中心叫什么？")
    assert [q.quote[-2:] for q in answer.citations] == ["中心"] * 3


def test_each_field_named_gets_its_limit(ask: Ask) -> None:
    answer = ask("市域产教联合体推荐书里特色与创新、建设规划各能写多少字？")
    assert "2000" in answer.answer
    assert "1000" in answer.answer


def test_a_denied_unit_is_not_the_applicant(ask: Ask) -> None:
    answer = ask("我们既不是学校也不是企业，是市里的行业协会，可以加进产教科融合发展联合体吗？")
    assert (answer.verdict, "行业协会" in answer.citations[0].quote) == ("yes", True)


def test_a_level_told_after_the_unit_counts(ask: Ask) -> None:
    answer = ask("联合申报产业学院的专精特新企业是市里评的，可以吗？")
    assert (answer.verdict, "省级以上" in answer.citations[0].quote) == ("no", True)


def test_a_whole_question_takes_only_the_programme_from_before(ask: Ask) -> None:
    answer = ask("民办院校能牵头吗？", f"企业刚成立一年，能作为联合申报单位申报{PRACTICE}吗？")
    assert (answer.verdict, {c.programme for c in answer.citations}) == ("yes", {"practice-base"})


def test_the_nearest_clause_is_cut_at_a_comma(ask: Ask) -> None:
    answer = ask(f"{PRACTICE}联合申报单位要会骑马吗？")
    assert answer.answer.split("”")[0].endswith("……")


def test_a_form_with_an_open_end_has_no_sum() -> None:
    built = over(
        "灯塔实践基地申报书",
        "一、建设目标（不少于300字）",
        "二、建设基础（限800字）",
        "三、建设保障（限500字）",
    )
    answer = built.ask("申报书各项字数合计多少？", programme="lighthouse")
    assert "1300" not in answer.answer
    assert "1600" not in answer.answer


def test_a_deadline_with_a_prohibition_beside_it_has_passed() -> None:
    lines = ("灯塔实践基地申报指南", "一、申报时间", "申报截止时间为2026年6月30日（逾期不予受理）。")
    built = over(*lines, deadline=date(2026, 6, 30))
    answer = built.ask("灯塔实践基地申报是不是已经截止了？", today=date(2026, 7, 29))
    assert (answer.verdict, answer.answer[:22]) == ("yes", "是的：报送截止 2026-06-30，已过。")


@pytest.mark.parametrize(
    ("before", "question"),
    [("Can a private college lead the practice base?", "By when?"), ("Who leads the practice base?", "Deadline?")],
)
def test_a_short_english_question_is_answered_in_english(ask: Ask, before: str, question: str) -> None:
    assert ask(question, before).language == "en"


@pytest.mark.parametrize("question", ["联合体申报书能手写吗", "联合体申报书手写可以吗", f"{PRACTICE}申请书能涂改吗"])
def test_an_act_that_no_clause_speaks_of_is_not_permitted(ask: Ask, question: str) -> None:
    assert ask(question).verdict in ("not_specified", "no")


def test_must_it_be_one_of_several(ask: Ask) -> None:
    answer = ask(f"{COMMUNITY}牵头企业必须是国企吗？")
    assert (answer.verdict, answer.answer.startswith("不是：")) == ("no", True)


def test_which_programmes_none(ask: Ask) -> None:
    answer = ask("协会能牵头哪些项目？")
    assert answer.verdict == "no"
    assert all("不可以" in line for line in answer.answer.splitlines())


def test_a_limit_told_bears_the_name_of_its_field(ask: Ask) -> None:
    answer = ask("What is the word limit for the 建设规划 section of the 市域产教联合体 recommendation form?")
    assert answer.answer.startswith("建设规划：(1000字以内)")


def test_each_part_of_a_line_is_answered(ask: Ask) -> None:
    answer = ask(f"{BASE}要交哪些材料，几份，寄到哪？")
    assert "五份" in answer.answer
    assert "人事教育司教育处" in answer.answer


def test_an_open_follow_up_is_not_a_yes_or_no(ask: Ask) -> None:
    answer = ask("要交啥材料", f"高职能牵头{COLLEGE}吗？")
    assert (answer.outcome, answer.verdict) == ("answered", None)


@pytest.mark.parametrize(("asked", "refused"), [("市商务局", True), ("市水务局", False), ("市里", False)])
def test_another_bureau_of_the_city_is_not_the_one_that_receives(asked: str, refused: bool) -> None:
    built = over("一、报送", "申报材料经市水务局审核后，报送至市水务局。")
    assert (built.ask(f"灯塔实践基地的申报材料是报送至{asked}吗？").verdict == "no") is refused
