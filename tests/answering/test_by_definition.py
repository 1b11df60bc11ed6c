"""A business held against the figure that a note sets for its trade, and whether a title is kept or looked up."""

from __future__ import annotations

import pytest

from tests.answering.built import Built, over

LINES = (
    "一、说明",
    "（一）大型以上商户：①粮食业：年销售货款在 800 万元以上；②茶叶业：年销售货款在 300 万元以上。",
    "（二）重点以上作坊：①制伞业：年用工人数在 60 人以上；②制扇业：年用工人数在 40 人以上。",
    "二、管理",
    "（一）灯塔书屋的申报单位弄虚作假的，撤销其称号。",
    "（二）中心将在官网建立灯塔书屋名录，方便社会公众查询。",
    "（三）入选单位如有出现倒卖图书等行为，一经查实，予以撤销认定。",
    "（四）中心计划建设80至90个灯塔书屋。",
)


@pytest.fixture(scope="module")
def shops() -> Built:
    return over(*LINES, names=("灯塔书屋",))


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("茶叶公司年销售货款350万元，按灯塔书屋的口径算大型以上商户吗？", "yes"),
        ("茶叶公司年销售货款300万元，按灯塔书屋的口径属于大型以上商户吗？", "yes"),
        ("粮食公司年销售货款350万元，按灯塔书屋的口径算大型以上商户吗？", "no"),
        ("制伞作坊年用工人数50人，灯塔书屋里算不算重点以上作坊？", "no"),
        ("制扇作坊年用工人数30人，灯塔书屋里算不算重点以上作坊？", "no"),
        ("制扇作坊年用工人数50人，灯塔书屋里算不算重点以上作坊？", "not_specified"),  # shown, left to the reader
    ],
)
def test_the_bound_of_ones_own_trade_decides(shops: Built, text: str, verdict: str) -> None:
    assert shops.ask(text).verdict == verdict


@pytest.mark.parametrize(
    "text",
    [
        "鱼肉公司年销售货款950万元，按灯塔书屋的口径算大型以上商户吗？",  # a trade that the note does not name
        "茶叶公司月销售货款350万元，按灯塔书屋的口径算大型以上商户吗？",
        "茶叶公司预计年销售货款350万元，按灯塔书屋的口径算大型以上商户吗？",
        "茶叶公司年利润350万元，按灯塔书屋的口径算大型以上商户吗？",
        "茶叶公司注册资金350万元，按灯塔书屋的口径算大型以上商户吗？",
        "茶叶公司年销售货款350万元，按灯塔书屋的口径算重点以上作坊吗？",  # another class
        "茶叶和粮食公司年销售货款350万元，按灯塔书屋的口径算大型以上商户吗？",
        "茶叶公司年销售货款两年350万元，按灯塔书屋的口径算大型以上商户吗？",
        "茶叶公司年销售货款不到350万元，按灯塔书屋的口径算大型以上商户吗？",
    ],
)
def test_another_trade_measure_time_or_class_says_no_yes(shops: Built, text: str) -> None:
    assert shops.ask(text).verdict != "yes"


def test_whether_a_title_is_kept_is_whether_it_is_lost_turned_round(shops: Built) -> None:
    assert shops.ask("灯塔书屋的申报单位弄虚作假，称号还保得住吗？").verdict == "no"
    assert shops.ask("灯塔书屋的申报单位弄虚作假，称号是不是就保不住了？").verdict == "yes"
    assert shops.ask("灯塔书屋的入选单位倒卖图书被查实了，认定还保得住吗？").verdict == "no"
    assert shops.ask("灯塔书屋的入选单位没有倒卖图书，认定会撤销吗？").verdict not in ("yes", "no")
    assert shops.ask("灯塔书屋的申报单位换了校长，称号还保得住吗？").verdict not in ("yes", "no")


def test_whoever_it_may_be_is_the_public(shops: Built) -> None:
    assert shops.ask("随便一个人都能上网查到哪些单位是灯塔书屋吗？").verdict == "yes"
    for who in ("学生家长", "普通老百姓", "记者"):
        assert shops.ask(f"{who}能上网查到哪些单位是灯塔书屋吗？").verdict == "yes"
    assert shops.ask("随便一个人都能领到灯塔书屋的补贴吗？").verdict != "yes"
    assert shops.ask("家长能查到灯塔书屋的账目吗？").verdict != "yes"


@pytest.mark.parametrize(("number", "verdict"), [("200", "no"), ("20", "no")])
def test_what_is_planned_is_held_against_the_plan(shops: Built, number: str, verdict: str) -> None:
    assert shops.ask(f"灯塔书屋计划全国共建{number}个，对吗？").verdict == verdict
