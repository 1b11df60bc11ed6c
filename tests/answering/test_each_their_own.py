"""Dates, quotas and numbers that one sentence sets for several: each is held against their own."""

from __future__ import annotations

from datetime import date

import pytest

from tests.answering.built import Built, over

NOTICE = (
    "灯塔实践基地申报通知",
    "一、名额",
    "（一）市属高校每校限报2个，其中示范类不超过1个；民办高校每校限报1个。",
    "二、时间安排",
    "（一）高校于2031年4月10日前、企业于2031年4月20日前将申报材料报送所在区县教育局。",
    "（二）续建基地的申报时间延长至2031年4月30日。",
)
SPRING, AUTUMN = date(2031, 3, 1), date(2031, 10, 1)


@pytest.fixture(scope="module")
def notice() -> Built:
    return over(*NOTICE)


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("企业4月15日报来得及吗", "yes"),
        ("企业4月20日报可以吗", "yes"),
        ("企业4月21日报可以吗", "no"),
        ("高校4月15日报还行吗", "no"),
        ("高校4月8日报行吗", "yes"),
        ("续建基地4月25日报行吗", "yes"),
        ("续建基地5月3日报行吗", "no"),
        ("4月15日报来得及吗", "not_specified"),
        ("协会4月15日报来得及吗", "not_specified"),
        ("企业截止时间是4月10日吗", "no"),
    ],
)
def test_a_day_is_held_against_the_last_one_of_ones_own_kind(notice: Built, text: str, verdict: str) -> None:
    answer = notice.ask(text, programme="lighthouse", today=SPRING)
    assert answer.verdict == verdict, answer.answer


@pytest.mark.parametrize("text", ["企业4月15日报可以吗", "高校4月8日报行吗"])
def test_a_day_of_a_call_that_is_over_is_too_late(notice: Built, text: str) -> None:
    answer = notice.ask(text, programme="lighthouse", today=AUTUMN)
    assert answer.verdict == "no"
    assert answer.answer.startswith("来不及了")


def test_a_day_before_a_deadline_long_past_is_no_leave(corpus: Built) -> None:
    assert corpus.ask("校企协同育人示范基地11月10日前寄可以吗").verdict == "no"
    assert corpus.ask("校企协同育人示范基地是11月15日截止吗").verdict == "yes"


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("市属高校报2个行吗", "yes"),
        ("市属高校报2个示范类行吗", "no"),
        ("市属高校报1个示范类行吗", "yes"),
        ("市属高校报2个，都是示范类，可以吗", "no"),
        ("民办高校报2个行吗", "no"),
    ],
)
def test_a_sort_has_a_quota_of_its_own(notice: Built, text: str, verdict: str) -> None:
    answer = notice.ask(text, programme="lighthouse", today=SPRING)
    assert answer.verdict == verdict, answer.answer


@pytest.mark.parametrize(("kind", "told"), [("市属高校", "2个"), ("民办高校", "1个")])
def test_the_quota_of_a_kind_is_told(notice: Built, kind: str, told: str) -> None:
    assert told in notice.ask(f"{kind}能报几个", programme="lighthouse", today=SPRING).answer


@pytest.mark.parametrize("kind", ["省属高校", "部属高校"])
def test_the_quota_of_another_kind_is_not(notice: Built, kind: str) -> None:
    assert notice.ask(f"{kind}能报几个", programme="lighthouse", today=SPRING).outcome == "not_specified"


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("申报书30MB行吗", "no"),
        ("申报书15M可以吗", "yes"),
        ("申报书20兆超了没", "no"),
        ("申报书30兆超了吗", "yes"),
        ("申报书30兆，超了，可以吗", "no"),
        ("申报书超过20兆可以吗", "no"),
        ("申报书可以超过20兆吗", "no"),
    ],
)
def test_whether_a_file_is_too_large_is_told(text: str, verdict: str) -> None:
    built = over("灯塔实践基地申报通知", "一、材料", "（一）申报书电子版命名为“单位+类别”，不超过20MB。")
    answer = built.ask(text, programme="lighthouse")
    assert answer.verdict == verdict, answer.answer


MEASURES = (
    "灯塔实践基地申报指南",
    "一、条件",
    "（一）研发经费投入不低于300万元。",
    "（二）独立的实训场地面积不少于500平方米。",
    "（三）负责人具有5年以上行业管理经验。",
    "（四）合作院校不少于2所，其中本科院校不少于1所。",
    "（五）近两年累计接纳学生实习不少于200人次。",
)


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("我们投入了500万，够吗", "conditional"),
        ("研发投入500万够吗", "yes"),
        ("研发投入200万够吗", "no"),
        ("办公面积800平方米够吗", "conditional"),
        ("场地800平方米够吗", "conditional"),
        ("实训场地800平方米够吗", "yes"),
        ("负责人有8年行业管理经验，行吗", "yes"),
        ("合作了3所高职，够吗", "conditional"),
        ("合作2所高职1所本科，够吗", "yes"),
        ("近两年接纳学生实习300人次，够吗", "yes"),
    ],
)
def test_a_wider_measure_or_a_part_untold_lends_no_yes(text: str, verdict: str) -> None:
    answer = over(*MEASURES).ask(text, programme="lighthouse")
    assert answer.verdict == verdict, answer.answer


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("Can six joint units apply for the {}?", "no"),
        ("Can we have six partners in the {}?", "no"),
        ("May seven co-applicants take part in the {}?", "no"),
        ("{}: can we have five joint units?", "yes"),
        ("Can we have four joint applicants in the {}?", "yes"),
    ],
)
def test_partners_counted_in_english_are_held_against_the_bound(corpus: Built, text: str, verdict: str) -> None:
    answer = corpus.ask(text.format("校企协同就业创业创新示范实践基地"))
    assert answer.verdict == verdict, answer.answer


def test_those_from_elsewhere_have_a_bound_of_their_own() -> None:
    built = over(
        "灯塔实践基地申报指南", "一、条件", "（一）联合申报单位不超过4家，其中省外单位不超过1家。", region="湖北"
    )
    asked = "Can we have two partners from outside the province in the 灯塔实践基地?"
    assert built.ask(asked).verdict != "yes"


@pytest.mark.parametrize(("text", "verdict"), [("我们学校想报3个行吗", "no"), ("我们学校想报2个行吗", "conditional")])
def test_whose_quota_it_is_depends_on_the_kind_that_is_not_told(notice: Built, text: str, verdict: str) -> None:
    answer = notice.ask(text, programme="lighthouse", today=SPRING)
    assert answer.verdict == verdict, answer.answer


def test_both_quotas_are_shown_where_it_depends(corpus: Built) -> None:
    answer = corpus.ask("我们学校想报3个校企协同育人示范基地，行吗")
    assert answer.verdict == "conditional"
    assert [c.quote for c in answer.citations] == ["部属高校申报不超过3个", "共建高校申报不超过2个"]
    assert answer.answer.startswith("有条件：给出的是3个，限额因单位类别而异")
