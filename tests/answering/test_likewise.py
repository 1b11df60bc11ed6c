"""Follow-ups that say of another what was told of the one before."""

from __future__ import annotations

import pytest

from tests.answering.built import over

LIMITS = over(
    "灯塔实践基地申报书填写说明",
    "一、建设基础（不超过800字）",
    "二、运行机制（不超过800字）",
    "三、经费安排（不超过300字）",
    "四、人员配备（原则上不超过800字）",
)
CONTACTS = over(
    "灯塔实践基地申报指南",
    "材料于2027年3月5日前报送至市水利局。",
    "市水利局联系人：丁一鸣，电话 85550001",
    beside=(
        "石桥计划申报指南",
        "材料于2027年3月5日前报送至市林业局。",
        "市林业局联系人：毕思远，电话 85550002",
    ),
)


@pytest.mark.parametrize(
    ("asked", "verdict"),
    [
        ("那运行机制也是这么多吗？", "yes"),
        ("经费安排也是这么多吗？", "no"),
        ("And is it the same for 经费安排?", "no"),
        ("人员配备也是一样多吗？", None),
        ("退休计划也是这么多吗？", "not_specified"),
    ],
)
def test_one_and_the_same_figure_is_a_yes_another_one_a_no(asked: str, verdict: str | None) -> None:
    answer = LIMITS.ask(asked, "灯塔实践基地申报书的建设基础限多少字？")
    assert answer.verdict == verdict


def test_the_office_and_the_person_of_another_programme_are_not_those_told_before() -> None:
    where = CONTACTS.ask("石桥计划的也交到那里吗？", "灯塔实践基地的材料报送到哪个部门？")
    assert (where.verdict, where.citations[0].quote) == ("no", "材料于2027年3月5日前报送至市林业局")
    who = CONTACTS.ask("石桥计划也是找他吗？", "灯塔实践基地的事找谁？")
    assert (who.verdict, who.citations[0].quote) == ("no", "市林业局联系人：毕思远，电话 85550002")


QUOTAS = over(
    "灯塔实践基地申报指南",
    "部属院校申报不超过4个，省属院校申报不超过2个，市属院校申报不超过4个。",
    "材料一般于2027年3月5日前报送。",
    beside=("石桥计划申报指南", "材料于2027年3月5日前报送。"),
)


@pytest.mark.parametrize(
    ("asked", "verdict"),
    [
        ("那省属院校也是这么多吗？", "no"),
        ("市属院校也是这么多吗？", "yes"),
        ("企业也是这么多吗？", "not_specified"),
    ],
)
def test_within_one_clause_the_unit_decides_not_the_first_figure(asked: str, verdict: str) -> None:
    assert QUOTAS.ask(asked, "灯塔实践基地部属院校最多报几个？").verdict == verdict


def test_the_same_day_is_a_yes_unless_it_is_set_loosely() -> None:
    assert CONTACTS.ask("石桥计划也是那天吗？", "灯塔实践基地什么时候截止？").verdict == "yes"
    assert QUOTAS.ask("石桥计划也是那天吗？", "灯塔实践基地什么时候截止？").verdict != "yes"


PLANNED = over(
    "首批建设12个市级灯塔学校馆、4个市级灯塔公共馆。",
    names=("灯塔公共馆", "公共馆"),
)


@pytest.mark.parametrize(
    ("asked", "verdict"),
    [
        ("首批要建4个灯塔公共馆吗？", "yes"),
        ("首批要建12个灯塔公共馆吗？", "no"),  # so many of the sister programme
        ("首批要建12个灯塔公共馆，我们街道排第九，稳了吧？", "no"),
        ("首批要建4个灯塔公共馆，我们街道排第三，稳了吧？", "not_specified"),
    ],
)
def test_a_planned_number_is_that_of_the_programme_asked_about(asked: str, verdict: str) -> None:
    assert PLANNED.ask(asked).verdict == verdict


def test_figures_of_others_prove_nothing_of_a_unit_that_has_none() -> None:
    alike = over("部属院校申报不超过4个，省属院校申报不超过4个。")
    assert alike.ask("企业也是这么多吗？", "灯塔实践基地部属院校最多报几个？").verdict != "yes"
    assert alike.ask("省属院校也是这么多吗？", "灯塔实践基地部属院校最多报几个？").verdict == "yes"
