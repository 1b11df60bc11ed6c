"""What was awarded does not last for good where a clause lets it end."""

from __future__ import annotations

import pytest

from tests.answering.built import over

_ABOUT = ("灯塔实践基地申报指南", "一、管理", "灯塔实践基地由牵头单位建设。")
ENDING = over(*_ABOUT, "灯塔实践基地名单实行动态管理，连续两年考核不合格的撤销称号。")
TERM = over(*_ABOUT, "灯塔实践基地称号有效期三年，期满重新评估。")
SILENT = over(*_ABOUT, "材料一式两份。")


@pytest.mark.parametrize(
    "asked",
    [
        "灯塔实践基地评上了就能一直挂着吗？",
        "进了灯塔实践基地的名单，是不是永远都在里面？",
        "灯塔实践基地的牌子是终身的吧？",
    ],
)
def test_a_clause_that_lets_it_end_says_no(asked: str) -> None:
    assert ENDING.ask(asked).verdict == "no"
    assert TERM.ask(asked).verdict == "no"


def test_who_says_that_it_does_not_last_is_right() -> None:
    assert TERM.ask("灯塔实践基地的称号不是终身的吧？").verdict == "yes"


@pytest.mark.parametrize("asked", ["灯塔实践基地评上了就能一直挂着吗？", "灯塔实践基地的牌子是终身的吧？"])
def test_nothing_is_made_of_silence(asked: str) -> None:
    assert SILENT.ask(asked).verdict not in ("yes", "no")


def test_working_together_all_along_claims_nothing() -> None:
    assert "动态" not in ENDING.ask("我们跟牵头单位一直在合作，灯塔实践基地由牵头单位建设吗？").answer
