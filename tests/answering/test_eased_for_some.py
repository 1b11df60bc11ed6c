"""Bounds that a text eases for some: who is told to be of them, who is told not to be, and of whom nothing is told."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest

from assistant.answering.figures.graded import grades_in
from assistant.answering.question.lived import as_counted, lived, with_years
from assistant.answering.sentences.relief_rules import reliefs_in
from assistant.guideline.values import Interval
from tests.answering.built import Built, over

TEXT = (
    "灯塔实践基地申报指南",
    "一、申报条件",
    "（一）负责人年龄不超过55周岁，具有高级职称的可放宽至60周岁。",
    "（二）申报单位注册满3年，山区县企业放宽至2年。",
    "（三）专职人员不少于12人，其中持证人员不少于5人；山区县的专职人员放宽至8人。",
    "（四）场地面积不低于500平方米，海岛乡镇可降至300平方米。",
    "（五）每年接待学员1000人次以上，因台风等原因季节性停业的，可降至600人次。",
    "（六）学员年龄18至40周岁，其中退役军人、返乡大学生放宽至45周岁。",
    "（七）指导老师年龄不超过65周岁；省级传承人，年龄不受限制。",
    "（八）年营业收入不低于1000万元，制造业企业按上述标准的70%掌握。",
    "二、其他",
    "申报书一式三份。",
)


@pytest.fixture(scope="module")
def lighthouse() -> Built:
    return over(*TEXT)


@pytest.mark.parametrize(
    ("asked", "verdict"),
    [
        ("负责人58岁，有高级职称，年龄上能报灯塔实践基地吗", "yes"),
        ("负责人今年58了，评了高级职称，年纪合不合灯塔实践基地的要求", "yes"),
        ("负责人今年58了，年龄还行吗", "conditional"),
        ("负责人58岁，没有高级职称，年龄够条件吗", "no"),
        ("负责人61岁，高级职称，年龄可以吗", "no"),
        ("负责人1975年3月生的，年龄符合要求吗", "yes"),
        ("负责人1962年3月生的，年龄符合要求吗", "no"),
        ("我们公司在山区县，注册两年半，够年限吗", "yes"),
        ("公司注册两年半，够不够", "conditional"),
        ("公司注册两年半，年限够不够", "conditional"),
        ("我们不在山区县，公司注册两年半，年限够吗", "no"),
        ("山区县的，专职人员9个，够不够", "yes"),
        ("山区县的，专职人员9个、持证的4个，够报灯塔实践基地吗", "no"),
        ("专职10个人够不够", "conditional"),
        ("我们在海岛乡镇，场地350平，面积够吗", "yes"),
        ("场地350平，面积达标吗", "conditional"),
        ("海岛乡镇的，场地250平米，面积够吗", "no"),
        ("一年接待学员700人次，够吗", "conditional"),
        ("学员43岁，退役军人，能收吗", "yes"),
        ("46岁的退役军人能当学员吗", "no"),
        ("指导老师70岁，是省级传承人，年龄可以吗", "yes"),
        ("指导老师70岁，不是传承人，年龄可以吗", "no"),
        ("指导老师70岁，年龄可以吗", "conditional"),
        ("我们是制造业企业，年营收750万，够吗", "yes"),
        ("年营业收入750万，不是制造业，够吗", "no"),
        ("制造业企业，营收600万，能过关吗", "no"),
        ("年营收750万够吗", "conditional"),
    ],
)
def test_the_bound_of_the_case_told_decides(lighthouse: Built, asked: str, verdict: str) -> None:
    answer = lighthouse.ask(asked)
    assert answer.verdict == verdict, answer.answer


@pytest.mark.parametrize(
    "asked",
    [
        "我们是山区县的学校，注册两年半，年限够吗",
        "听说山区县放宽到2年，我们公司注册两年半，够吧",
        "负责人58岁，正在评高级职称，年龄可以吗",
        "负责人58岁，他老婆有高级职称，年龄可以吗",
        "学员43岁，他爸是退役军人，年龄可以吗",
        "学员17岁，退役军人，可以吗",
        "指导老师70岁，是省级传承人的徒弟，年龄可以吗",
        "指导老师70岁，申请过省级传承人，年龄可以吗",
        "指导老师70岁，市级传承人，年龄可以吗",
        "负责人70岁，省级传承人，年龄可以吗",
        "场地350平，在海岛乡镇对面的陆地上，面积够吗",
        "场地350平，准备搬到海岛乡镇，面积够吗",
    ],
)
def test_a_case_told_of_another_or_still_to_come_lends_no_yes(lighthouse: Built, asked: str) -> None:
    answer = lighthouse.ask(asked)
    assert answer.verdict != "yes", answer.answer


@pytest.mark.parametrize(
    ("text", "cases"),
    [
        ("面积不低于500平方米，海岛乡镇可降至300平方米", [("海岛乡镇", "")]),
        ("设备总值可放宽至200万元", []),  # for whom is not told
        ("渔港所属船坞的设备总值可放宽至200万元", [("渔港所属船坞", "设备总值")]),
        ("面向新兴渔业的新设专业，连续招生可放宽至2届", [("面向新兴渔业的新设专业", "连续招生")]),
        ("山区县的单位，人员放宽至8人，案例放宽至4个", [("山区县的单位", "人员"), ("山区县的单位", "案例")]),
    ],
)
def test_for_whom_a_bound_is_eased(text: str, cases: list[tuple[str, str]]) -> None:
    assert [(grade.case, grade.measure) for grade in grades_in(text)] == cases


def test_a_range_is_widened_at_the_end_that_the_figure_lies_beyond() -> None:
    (grade,) = grades_in("学员18至40周岁，退役军人放宽至45周岁")
    assert grade.limit(Interval(Fraction(18), Fraction(40))) == Interval(Fraction(18), Fraction(45))


def test_who_is_freed_stands_before_the_comma() -> None:
    (relief,) = reliefs_in("（七）指导老师年龄不超过65周岁；省级传承人，年龄不受限制。")
    assert (relief.kind, relief.case, relief.thing) == ("frees", "省级传承人，", "年龄")


@pytest.mark.parametrize(
    ("said", "read"),
    [
        ("我今年63了，还能报吗", "我今年63岁了，还能报吗"),
        ("我爸五十八，行吗", "我爸五十八岁，行吗"),
        ("他都六十五了，年龄够吗", "他都六十五岁了，年龄够吗"),
        ("专家20，讲师30，够吗", "专家20，讲师30，够吗"),
        ("一共五十了，够吗", "一共五十了，够吗"),
        ("今年3月能报吗", "今年3月能报吗"),
        ("今年25家，够吗", "今年25家，够吗"),
        ("招生人数今年50，去年40，够吗", "招生人数今年50，去年40，够吗"),
        ("招生人数今年50了，够吗", "招生人数今年50了，够吗"),
        ("今年25，年龄行吗", "今年25岁，年龄行吗"),
    ],
)
def test_an_age_may_be_told_without_its_unit(said: str, read: str) -> None:
    assert with_years(said) == read


def test_a_birthday_tells_the_age_at_least_and_at_most() -> None:
    (age,) = lived("1976年8月出生，能报吗", date(2026, 7, 29))
    assert age.unit == "岁"
    assert age.interval.low == 49
    assert age.interval.high is not None
    assert 49 < age.interval.high < 50
    assert lived("1976年成立的，能报吗", date(2026, 7, 29)) == ()


@pytest.mark.parametrize(
    "said", ["职工80人,技能岗50人,够吗", "我们有60人,行吗", "教师35人，学生500人", "投入1975人，够吗"]
)
def test_a_number_of_people_is_no_birthday(said: str) -> None:
    assert lived(said, date(2026, 7, 29)) == ()


@pytest.mark.parametrize(
    ("said", "least"), [("75年生的", 50), ("我65年的人，能报吗", 60), ("我是72年的，能当带头人吗", 53)]
)
def test_a_year_of_two_figures_is_one_of_birth(said: str, least: int) -> None:
    (age,) = lived(said, date(2026, 7, 29))
    assert age.interval.low == least


@pytest.mark.parametrize("limit", ["99999", "800"])
def test_an_age_that_nobody_reaches_is_no_day(limit: str) -> None:
    asked, clause = "1974年12月生的", f"年龄不超过{limit}周岁（1975年1月1日以后出生）"
    (age,) = lived(asked, date(2030, 1, 1))
    assert as_counted(age, asked, clause) == age


def test_the_clause_may_tell_the_age_by_a_birthday() -> None:
    asked, clause = "1974年12月生的", "年龄不超过50周岁（1975年1月1日以后出生）"
    (age,) = lived(asked, date(2030, 1, 1))
    counted = as_counted(age, asked, clause).interval
    assert counted.low is not None
    assert Fraction(50) < counted.low < Fraction(51)


@pytest.mark.parametrize(
    ("asked", "verdict"),
    [
        ("床位36张够吗", "conditional"),
        ("床位160张可以吗", "no"),
        ("海边的渔家客栈，床位36张够吗", "yes"),
        ("海边的渔家客栈，床位26张够吗", "no"),
        ("学员36人够吗", "no"),
        ("夜班学员36人够吗", "yes"),
        ("夜班学员26人够吗", "no"),
    ],
)
def test_both_ends_of_a_range_are_bounds(asked: str, verdict: str) -> None:
    inns = over(
        "灯塔实践基地申报指南",
        "一、条件",
        "（一）床位数50张以上、150张以下；海边渔家客栈的床位数可放宽至30张以上。",
        "（二）学员50人以上、150人以下，夜班学员可放宽至30人。",
    )
    answer = inns.ask(asked)
    assert answer.verdict == verdict, answer.answer


def test_a_bound_of_another_than_the_one_widened_stands() -> None:
    other = over(
        "灯塔实践基地申报指南",
        "一、条件",
        "服务商应成立3年以上；合作企业应成立2年以上；经认定的高新技术企业，成立时间放宽至1年以上。",
    )
    assert other.ask("服务商成立才一年半，但是高新技术企业，成立年限够了吧？").verdict != "yes"
    assert other.ask("合作企业成立才一年半，是高新技术企业，成立年限够吗？").verdict == "yes"


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("幼儿园能报吗？", "conditional"),
        ("诊所能报吗？", "conditional"),
        ("小学能报吗？", "no"),
        ("我们是卫生院，能申报吗？", "no"),
        ("幼儿园以外的单位能报吗？", "no"),
    ],
)
def test_who_is_shut_to_all_but_some_is_open_to_those_alone(text: str, verdict: str) -> None:
    built = over("灯塔育儿点申报指南", "一、申报对象", "（一）本市登记的幼儿园、诊所以外的单位不予受理。")
    assert built.ask(text).verdict == verdict
