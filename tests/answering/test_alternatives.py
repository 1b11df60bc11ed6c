"""A rule that wants one thing or another is met by who has the other."""

from __future__ import annotations

import pytest

from tests.answering.built import Built, over


@pytest.fixture(scope="module")
def built() -> Built:
    return over(
        "关于申报灯塔小院的通知",
        "一、申报单位应有省级实验室，或承担过国家级科研项目。",
        "二、小院由学校牵头申报，带头人须具有高级职称，或者主持过省级以上课题。",
        names=("灯塔小院", "小院"),
    )


@pytest.mark.parametrize(
    "asked",
    [
        "我们没有省级实验室，但承担过国家级科研项目，这一条符合灯塔小院的要求吗？",
        "我们没承担过国家级科研项目，不过有省级实验室，灯塔小院这条算满足吗？",
    ],
)
def test_the_other_way_meets_the_rule(built: Built, asked: str) -> None:
    assert built.ask(asked).verdict == "yes"


@pytest.mark.parametrize(
    "asked",
    [
        "我们没有省级实验室，但承担过市级科研项目，这一条符合灯塔小院的要求吗？",
        "我们没有省级实验室，也没承担过国家级科研项目，灯塔小院这条算满足吗？",
        "带头人没有高级职称，但参加过省级课题，灯塔小院这条够吗？",
        "我们有市级实验室，没承担过国家级科研项目，灯塔小院这条够吗？",
        "我们没有省级实验室，但承担过国家级科研项目，公司能牵头申报灯塔小院吗？",
    ],
)
def test_half_of_the_other_way_does_not(built: Built, asked: str) -> None:
    assert built.ask(asked).verdict != "yes"
