"""A sentence that lays down one thing first and another only after that ("……给予整改期，整改后仍不合格的撤销")."""

from __future__ import annotations

import pytest

from tests.answering.built import Built, over


@pytest.fixture(scope="module")
def built() -> Built:
    return over(
        "关于申报灯塔小院的通知",
        "一、小院期满组织验收，验收不合格的，给予6个月整改期，整改后仍不合格的撤销立项。",
        "二、撤销立项前将告知牵头单位，听取其陈述。",
        "三、小院由学校牵头申报。",
        names=("灯塔小院",),
    )


@pytest.mark.parametrize(
    ("asked", "verdict"),
    [
        ("灯塔小院验收没过，是不是当场就给撤了？", "no"),
        ("灯塔小院验收不合格就直接撤销吗？", "no"),
        ("灯塔小院验收不合格，是不是马上撤销立项？", "no"),
        ("灯塔小院验收不合格的，给整改期吗？", "yes"),
    ],
)
def test_the_last_step_does_not_follow_at_once(built: Built, asked: str, verdict: str) -> None:
    assert built.ask(asked).verdict == verdict


def test_the_last_step_alone_is_no_plain_yes(built: Built) -> None:
    assert built.ask("灯塔小院验收没通过会撤销立项吗？").verdict != "yes"


def test_a_verb_behind_a_modal_is_not_misspelt(built: Built) -> None:
    assert "会听" in built.frame("灯塔小院撤销立项前会听学校陈述吗？").text
    assert built.ask("灯塔小院撤销立项前会听牵头单位陈述吗？").verdict == "yes"
