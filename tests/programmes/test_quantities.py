"""Quantities: value, unit, bound, noun counted; and the numbers that are none."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.guideline.values import Interval
from assistant.programmes.quantities import find_quantities

F = Fraction


def exactly(n: int | Fraction) -> Interval:
    return Interval(F(n), F(n))


def least(n: int | Fraction, is_open: bool = False) -> Interval:
    return Interval(F(n), None, low_open=is_open)


def most(n: int | Fraction, is_open: bool = False) -> Interval:
    return Interval(None, F(n), high_open=is_open)


@pytest.mark.parametrize(
    ("text", "interval", "unit", "head"),
    [
        ("联合申报单位不超过 5 家", most(5), "家", "联合申报单位"),
        ("联合单位不得超过4家", most(4), "家", "联合单位"),
        ("其中“专精特新”企业不少于 1 家", least(1), "家", "“专精特新”企业"),
        ("需含至少一家专精特新企业", least(1), "家", "专精特新企业"),
        ("牵头单位须联合2所以上职业院校", least(2), "所", "职业院校"),
        ("成立 2 年以上", least(2), "年", "成立"),
        ("申报单位应当成立满3年", least(3), "年", "成立"),
        ("注册未满两年", most(2, True), "年", "注册"),
        ("成立超过十年", least(10, True), "年", "成立"),
        ("刚成立半年", exactly(F(1, 2)), "年", "刚成立"),
        ("合作一年半以上", least(F(3, 2)), "年", "合作"),
        ("比例不低于1/3", least(F(1, 3)), "比例", "比例"),
        ("三分之一以上的导师", least(F(1, 3)), "比例", "导师"),
        ("占百分之三十", exactly(F(3, 10)), "比例", ""),
        ("约三成", exactly(F(3, 10)), "比例", ""),
        ("不低于1:3", least(F(1, 3)), "比例", ""),
        ("限800字", most(800), "字", ""),
        ("（２０００ 字以内）", most(2000), "字", ""),
        ("“送教需求分析”部分限９００字", most(900), "字", "“送教需求分析”"),
        ("公示 5 个工作日", exactly(5), "工作日", "公示"),
        ("公示期一周", exactly(1), "周", "公示期"),
        ("一式五份", exactly(5), "份", ""),
        ("共同建设 100 至 150 所专精特新产业学院", Interval(F(100), F(150)), "所", "专精特新产业学院"),
        ("利用3-5年时间", Interval(F(3), F(5)), "年", "利用"),
        ("注册资本1000万以上", least(10_000_000), "元", "注册资本"),
        ("RMB 10 million", exactly(10_000_000), "元", ""),
        ("at least one third of the mentors", least(F(1, 3)), "比例", ""),
        ("five copies", exactly(5), "份", ""),
        ("no more than 5 joint units", most(5), "家", "joint units"),
        ("founded more than 2 years ago", least(2, True), "年", "founded"),
        ("3年以上（不含3年）", least(3, True), "年", ""),
        ("5家（含5家）以上", least(5), "家", ""),
        ("拉了7家企业", exactly(7), "家", "企业"),
    ],
)
def test_reads_one_quantity(text: str, interval: Interval, unit: str, head: str) -> None:
    (found,) = find_quantities(text)
    assert (found.interval, found.unit, found.head) == (interval, unit, head)


@pytest.mark.parametrize(
    "text",
    [
        "杭教高教〔2024〕1号",
        "中小企函〔2022〕87号",
        "第三条",
        "2024年5月15日前",
        "党的十九大和十九届全会",
        "“1+3+1”载体",
        "双一流高校",
        "大街32号枫蓝国际大厦A座1206C",
        "电话85252353",
        "每年第一季度",
        "建设一批统一的基地，一般一并报送",
        "3.项目名称",
    ],
)
def test_reads_no_quantity(text: str) -> None:
    assert find_quantities(text) == ()


def test_quotas_by_kind_and_shared_heads() -> None:
    first, second = find_quantities("部属高校申报不超过3个，共建高校申报不超过2个")
    assert (first.head, first.interval, second.head, second.interval) == ("部属高校", most(3), "共建高校", most(2))
    low, high = find_quantities("每个项目的参建单位不少于2家、不超过5家")
    assert (low.head, low.interval, high.head, high.interval) == ("参建单位", least(2), "参建单位", most(5))


def test_left_and_right_of_a_number_is_not_exact() -> None:
    assert [q.exact for q in find_quantities("约20家；20家左右；20家；300多家")] == [False, False, True, True]
    assert find_quantities("300多家")[0].interval == least(300, True)


@given(st.text(max_size=200))
def test_never_raises(text: str) -> None:
    for q in find_quantities(text):
        assert 0 <= q.start < q.end <= len(text)


_SOUP = "0123456789一二两三十百万亿半成年月日家所个%/:.,、，至-—不超过少于以上内限约第〔〕（）(含) "


@given(st.lists(st.sampled_from(_SOUP), max_size=60))
def test_never_raises_on_numeral_soup(chars: list[str]) -> None:
    find_quantities("".join(chars))
