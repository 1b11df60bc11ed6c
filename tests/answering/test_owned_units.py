"""What who asks has is not who asks."""

from __future__ import annotations

import pytest

from tests.answering.built import Built, over


@pytest.fixture(scope="module")
def lamp() -> Built:
    """A guideline nobody published."""
    return over("第一条 灯塔实践基地由高职院校、龙头企业牵头申报。")


def test_a_society_itself_may_not_lead(lamp: Built) -> None:
    assert lamp.ask("协会能牵头申报灯塔实践基地吗？").verdict == "no"


@pytest.mark.parametrize("has", ["我校建有协会，", "我们学院里也有一个协会，", "本校设有两家协会，"])
def test_a_school_is_not_the_society_it_has(lamp: Built, has: str) -> None:
    assert lamp.ask(f"{has}能牵头申报灯塔实践基地吗？").verdict != "no"


def test_what_the_school_has_is_asked_about_where_it_shall_lead(lamp: Built) -> None:
    assert lamp.ask("我们学校的协会能牵头申报灯塔实践基地吗？").verdict == "no"


@pytest.mark.xfail(strict=True, reason="the words of what the school has still stand beside a clause that bars it")
def test_a_clause_that_bars_what_the_school_has_does_not_bar_the_school() -> None:
    barred = over("第一条 灯塔实践基地由高职院校牵头申报。", "第二条 协会不得牵头申报灯塔实践基地。")
    assert barred.ask("我校建有协会，能牵头申报灯塔实践基地吗？").verdict != "no"
