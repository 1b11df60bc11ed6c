"""A value answers only in the unit asked for, and only for whom it is asked of."""

from __future__ import annotations

import pytest

from assistant.answering.question.asked_units import may_answer
from tests.answering.built import Built, over

TEXT = (
    "潮汐观测驿站建设申报通知",
    "一、申报条件",
    "1.驿站设观测顾问1名，由具有高级职称的专家担任。",
    "2.值守研究生不少于4名，每人每年值守时间不少于90天。",
    "3.每名观测导师同时指导学员不超过6人；全站观测导师不少于12人。",
    "4.近海组观测导师不少于3人，准入塘1面积不少于20亩。",
    "二、评审安排",
    "（一）市海洋局委托第三方机构组织现场答辩，答辩分数低于60分的不予认定。",
    "（二）认定的驿站给予30万元补助，建设方案不超过800字。",
    "（三）汇报每个项目8分钟，汇报人员不超过2人。",
    "1准入塘指经区农业部门登记、连续蓄水2年以上的池塘。",
)


@pytest.fixture(scope="module")
def stations() -> Built:
    return over(*TEXT, names=("潮汐观测驿站",))


@pytest.mark.parametrize(
    ("asked", "unit", "may"),
    [
        ("天", "年", False),
        ("天", "月", True),
        ("分钟", "天", False),
        ("岁", "年", False),
        ("名", "人", True),
        ("个", "分钟", False),
        ("学时", "小时", True),
        ("", "分钟", True),
    ],
)
def test_a_unit_of_its_own_is_answered_in_no_other(asked: str, unit: str, may: bool) -> None:
    assert may_answer(asked, unit) is may


def test_minutes_are_no_points_and_no_money(stations: Built) -> None:
    assert "8分钟" in stations.ask("潮汐观测驿站汇报给几分钟？").answer
    assert stations.ask("潮汐观测驿站现场答辩给多少分钟？").abstained


def test_an_age_is_told_by_no_other_figure(stations: Built) -> None:
    assert stations.ask("潮汐观测驿站的研究生年龄不能超过多少岁？").abstained


def test_how_long_and_how_many_are_told_side_by_side(stations: Built) -> None:
    told = stations.ask("潮汐观测驿站汇报多长时间，能去几个人？").answer

    assert "8分钟" in told
    assert "2人" in told


def test_what_is_laid_down_for_one_kind_of_person_is_no_answer_about_another(stations: Built) -> None:
    assert "90天" in stations.ask("潮汐观测驿站的研究生每年值守多少天？").answer
    assert stations.ask("潮汐观测驿站的专家每年值守多少天？").abstained


def test_how_many_one_may_have_is_told_of_each_one(stations: Built) -> None:
    told = stations.ask("潮汐观测驿站一个导师最多带几个学员？").answer

    assert "6人" in told
    assert not told.startswith("全站")


def test_a_note_that_begins_with_its_mark_defines_the_word(stations: Built) -> None:
    assert "蓄水2年" in stations.ask("潮汐观测驿站里的“准入塘”是什么意思？").answer
    assert "蓄水" not in stations.ask("潮汐观测驿站里的观测导师是什么意思？").answer


def test_who_pays_is_not_told_by_who_issued_the_notice() -> None:
    built = over(*TEXT, "滨海市海洋局", "2026年3月2日", names=("潮汐观测驿站",))

    assert "滨海市海洋局" not in built.ask("潮汐观测驿站值守期间的工资由谁发？").answer


@pytest.mark.parametrize(
    "asked", ["潮汐观测驿站委托评审的第三方机构是哪一家？", "潮汐观测驿站评审委托的是哪家第三方机构？"]
)
def test_a_body_that_is_only_engaged_has_no_name(stations: Built, asked: str) -> None:
    assert stations.ask(asked).abstained


def test_a_body_that_is_named_is_told() -> None:
    built = over(*TEXT, "三、其他", "（一）驿站数据托管机构为滨海潮位数据研究院。", names=("潮汐观测驿站",))

    assert "潮位数据研究院" in built.ask("潮汐观测驿站的数据托管机构是哪一家？").answer


def test_the_value_of_each_of_three_things_is_told_by_no_sentence_on_none_of_them(stations: Built) -> None:
    assert "60分" not in stations.ask("潮汐观测驿站答辩时，设备、人员、选址这几块各打多少分？").answer


def test_a_number_of_fields_is_no_number_of_units() -> None:
    built = over(*TEXT, "三、其他", "2026年重点建设赤潮、台风等5个领域的驿站。", names=("潮汐观测驿站",))

    assert built.ask("2026年一共要建设多少家潮汐观测驿站？").abstained
