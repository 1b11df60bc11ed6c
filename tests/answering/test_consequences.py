"""What comes of a case: "X的，Y" and lists of cases, held against what the question tells."""

from __future__ import annotations

import pytest

from tests.answering.built import Built, over

LINES = (
    "灯塔书屋管理办法",
    "第一条 书屋有下列情形之一的，撤销书屋称号：",
    "（一）连续三年没有开展读书活动的；",
    "（二）发生较大火灾事故的；",
    "（三）冒领购书款的。",
    "第二条 馆藏图书不足核定数量80%的，终止资助。",
    "第三条 逾期未提交年报的，可以暂停拨款。",
    "第四条 登记资料失实的，不予登记。",
    "第五条 转租书屋、倒卖图书的，一经查实即取消次年申报资格。",
    "第六条 对伪造印章的取消评优资格。",
    "第七条 书屋更换馆长，应当告知街道。",
)


@pytest.fixture(scope="module")
def shelves() -> Built:
    return over(*LINES, names=("灯塔书屋",))


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("灯塔书屋连续三年没有开展读书活动，会撤销称号吗？", "yes"),
        ("灯塔书屋连续四年没有开展读书活动，会不会被撤销称号？", "yes"),
        ("冒领了购书款，灯塔书屋的称号会被撤销吗？", "yes"),
        ("灯塔书屋的馆藏图书只有核定数量的70%，会终止资助吗？", "yes"),
        ("灯塔书屋倒卖图书会取消申报资格吗？", "yes"),
        ("灯塔书屋伪造印章会取消评优资格吗？", "yes"),
        ("灯塔书屋登记资料失实，还会给登记吗？", "no"),
        ("灯塔书屋一年没有开展读书活动，会撤销称号吗？", "no"),
        ("灯塔书屋就这一年没有开展读书活动，会不会撤销称号？", "no"),
        ("灯塔书屋连着三年都没有开展读书活动，会不会撤销称号？", "yes"),
        ("灯塔书屋逾期没有提交年报，会暂停拨款吗？", "conditional"),
    ],
)
def test_the_case_that_is_told_decides(shelves: Built, text: str, verdict: str) -> None:
    assert shelves.ask(text).verdict == verdict


@pytest.mark.parametrize(
    "text",
    [
        "灯塔书屋更换馆长会撤销称号吗？",
        "灯塔书屋没有开展募捐活动会撤销称号吗？",
        "灯塔书屋发生轻微火灾会撤销称号吗？",
        "灯塔书屋的馆藏图书有核定数量的90%，会终止资助吗？",
        "灯塔书屋按时提交年报，会暂停拨款吗？",
        "灯塔书屋登记资料属实，会不予登记吗？",
        "灯塔书屋伪造年报会取消评优资格吗？",
        "灯塔书屋倒卖图书会撤销法人资格吗？",
    ],
)
def test_another_case_never_brings_it_about(shelves: Built, text: str) -> None:
    assert shelves.ask(text).verdict != "yes"


def test_leave_is_not_drawn_from_a_rule_about_a_case(shelves: Built) -> None:
    assert shelves.ask("灯塔书屋逾期没有提交年报，可以继续拨款吗？").verdict != "yes"
