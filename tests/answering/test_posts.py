"""Who may hold a post that a clause fills, and which years a clause looks back on."""

from __future__ import annotations

import pytest

from tests.answering.built import Built, over

LINES = (
    "灯塔书屋管理办法",
    "第一条 书屋成立以牵头高校主要领导为组长的筹建小组。",
    "第二条 馆长由街道文化站工作人员担任。",
    "第三条 登记表主要填写近四年已开展的读书沙龙及成效。",
    "第四条 书屋设联络人1名。",
)


@pytest.fixture(scope="module")
def shelves() -> Built:
    return over(*LINES, names=("灯塔书屋",))


@pytest.mark.parametrize(
    "text",
    [
        "灯塔书屋筹建小组的组长，让合作企业的经理来当可以吗？",
        "灯塔书屋筹建小组组长由企业负责人担任，行吗？",
        "灯塔书屋登记表里的读书沙龙及成效写近六年的，对吗？",
    ],
)
def test_another_holder_and_other_years_are_denied(shelves: Built, text: str) -> None:
    assert shelves.ask(text).verdict == "no"


@pytest.mark.parametrize(
    "text",
    [
        "灯塔书屋筹建小组的组长，由牵头高校的校长来当可以吗？",
        "灯塔书屋的联络人让企业的经理来当可以吗？",
        "灯塔书屋登记表里的读书沙龙及成效写近四年的，对吗？",
    ],
)
def test_the_holder_told_and_a_post_that_is_free_are_not_denied(shelves: Built, text: str) -> None:
    assert shelves.ask(text).verdict != "no"


@pytest.mark.parametrize(
    "text", ["灯塔书屋的联络人让企业的经理来当可以吗？", "灯塔书屋筹建小组的组长让企业经理来当可以吗？"]
)
def test_nobody_else_is_let_in(shelves: Built, text: str) -> None:
    assert shelves.ask(text).verdict != "yes"
