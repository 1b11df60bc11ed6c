"""Roles that only one document knows, and levels that a rule wants of something."""

from __future__ import annotations

import pytest

from tests.answering.built import Built, over

FORGES = over(
    "铁艺传习站申报通知",
    "（一）传习站由传习站点牵头，与结对单位联合申报。结对单位为职业院校、科研院所，不少于2家。企业不得作为结对单位。",
    "（二）执锤人应为本地匠人。在编公务人员不得担任执锤人。",
    "（三）传习作坊须为省级以上名坊，专职匠人不少于4人。",
    "（四）传习作坊曾获市级以上手艺奖的，优先支持。",
    names=("铁艺传习站",),
)


@pytest.fixture(scope="module")
def forges() -> Built:
    return FORGES


@pytest.mark.parametrize(
    "asked",
    [
        "我们是一家机械公司，能不能当铁艺传习站的结对单位？",
        "在编的公务人员可以担任铁艺传习站的执锤人吗？",
        "我们作坊是市级名坊，能报铁艺传习站吗？",
    ],
)
def test_who_is_barred_or_too_low_may_not(forges: Built, asked: str) -> None:
    assert forges.ask(asked).verdict == "no"


@pytest.mark.parametrize(
    "asked",
    [
        "科研院所能当铁艺传习站的结对单位吗？",
        "退休的匠人可以担任铁艺传习站的执锤人吗？",
        "我们作坊是国家级名坊，能报铁艺传习站吗？",
        "我们作坊得过县级手艺奖，能报铁艺传习站吗？",
    ],
)
def test_nobody_else_is_told_no(forges: Built, asked: str) -> None:
    assert forges.ask(asked).verdict != "no"


def test_the_no_says_who_fills_the_role(forges: Built) -> None:
    assert "职业院校、科研院所" in forges.ask("企业能当铁艺传习站的结对单位吗？").answer
