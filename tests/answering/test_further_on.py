"""A second question in the line is answered by what the same clause goes on to say; a heading alone answers nothing."""

from __future__ import annotations

import pytest

from tests.answering.built import Built, over

LINES = (
    "灯塔书屋建设通知",
    "一、展陈主题",
    "申报书屋应从以下主题中选择1个：1.航海史；2.渔家故事；3.海岛植物。",
    "二、类型",
    "（一）港口型书屋",
    "港口型书屋设在码头。",
    "（二）渔村型书屋",
    "渔村型书屋设在村里。",
    "（三）海岛型书屋",
    "海岛型书屋设在岛上。",
    "三、管理",
    "（一）书屋配备管理员。港口型不少于5人，渔村型不少于3人，海岛型不少于2人。",
    "（二）书屋的匾牌有效期4年。到期前60日可申请换发。",
    "（三）书屋由区财政一次补助2万元；考核优秀的，再补助1万元。",
    "（四）样刊3册，其中1册须裁去版权页。",
    "（五）展板电子稿于每年5月10日前发到信箱。以收到时间为准。",
)


@pytest.fixture(scope="module")
def shelves() -> Built:
    return over(*LINES, names=("灯塔书屋",))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("灯塔书屋的匾牌有效期多久？到期前多少日可以申请换发？", ("4年", "60日")),
        ("灯塔书屋先补助多少钱，后面还有没有？", ("2万元", "1万元")),
        ("灯塔书屋样刊要交几册，其中几册要动剪刀？", ("3册", "1册")),
    ],
)
def test_the_same_clause_answers_both(shelves: Built, text: str, told: tuple[str, ...]) -> None:
    answer = shelves.ask(text)
    assert answer.outcome == "answered"
    assert all(t in answer.answer for t in told), answer.answer


def test_a_heading_alone_is_no_answer(shelves: Built) -> None:
    assert "渔家故事" in shelves.ask("灯塔书屋可以选的主题有哪几个？").answer


def test_a_number_of_each_kind_is_not_answered_with_the_kinds(shelves: Built) -> None:
    assert "渔村型书屋" not in shelves.ask("灯塔书屋三种类型，管理员分别至少多少人？").answer
    assert "港口型书屋" in shelves.ask("灯塔书屋有哪三种类型？").answer
