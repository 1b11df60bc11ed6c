"""Of several bounds in one sentence the one for the case that the question tells decides."""

from __future__ import annotations

import pytest

from tests.answering.built import Built, over

NAME = "青石市实训中心"
LINES = (
    "关于申报青石市实训中心的通知",
    "一、申报条件",
    "（一）合作企业上年度研发投入占营业收入的比例不低于4%，林业方向不低于2%。",
    "（二）在职教师年龄不超过55周岁，退休教师不超过68周岁。",
    "（三）企业年培训职工不少于90人次；从事家政服务的企业，年培训职工不少于40人次即可。",
    "（四）申报企业上年度研发投入不低于50万元，或研发投入占营业收入的比例不低于3%。",
)


@pytest.fixture(scope="module")
def built() -> Built:
    return over(*LINES, names=(NAME, "实训中心"))


@pytest.mark.parametrize(
    ("asked", "verdict"),
    [
        ("实训中心报林业方向，合作企业去年研发投入占营业收入的2.5%，达标吗？", "yes"),
        ("实训中心报林业方向，合作企业去年研发投入占营业收入的1.5%，达标吗？", "no"),
        ("实训中心的退休教师66岁，年龄符合要求吗？", "yes"),
        ("实训中心的在职教师66岁，年龄符合要求吗？", "no"),
        ("我们是做家政服务的企业，一年培训职工45人次，达到实训中心的要求吗？", "yes"),
        ("我们企业一年培训职工45人次，达到实训中心的要求吗？", "no"),
    ],
)
def test_the_bound_of_the_case_decides(built: Built, asked: str, verdict: str) -> None:
    assert built.ask(asked).verdict == verdict


@pytest.mark.parametrize(
    "asked",
    [
        "实训中心不是林业方向，合作企业去年研发投入占营业收入的2.5%，达标吗？",
        "实训中心的教师没退休，66岁，年龄符合要求吗？",
        "既然林业方向放宽了，实训中心合作企业研发投入占2.5%就够了吧？",
    ],
)
def test_a_case_that_is_denied_or_not_told_lends_no_yes(built: Built, asked: str) -> None:
    assert built.ask(asked).verdict != "yes"


def test_either_of_two_bounds_is_enough_where_the_clause_says_or(built: Built) -> None:
    both = "申报实训中心的企业去年研发投入{}万元，占营业收入{}%，研发投入达标吗？"
    assert built.ask(both.format(20, 3.5)).verdict == "yes"
    assert built.ask(both.format(20, 2)).verdict == "no"


def test_both_ends_of_a_range_hold_for_the_unit_that_is_named() -> None:
    built = over(
        "关于申报青石市实训中心的通知",
        "牵头单位应与企业合作申报，合作单位不少于1家、不超过4家，行业协会不少于1家，且不超过2家。",
        names=(NAME, "实训中心"),
    )
    assert built.ask("实训中心找5家合作单位可以吗？").verdict == "no"
    assert built.ask("实训中心找3家行业协会可以吗？").verdict == "no"


def test_what_is_enough_for_some_and_too_many_for_others_depends() -> None:
    built = over(
        "关于申报青石市实训中心的通知",
        "实行限额申报，市属院校申报不超过3个，民办院校申报不超过1个。",
        names=(NAME, "实训中心"),
    )
    assert built.ask("实训中心报两个行吗").verdict == "conditional"
    assert built.ask("实训中心报四个行吗").verdict == "no"
    assert built.ask("实训中心报一个行吗").verdict != "no"
    assert built.ask("民办院校报两个实训中心行吗").verdict == "no"
