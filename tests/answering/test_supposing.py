"""A case supposed after a yes-or-no question: the question is put again of it."""

from __future__ import annotations

import pytest

from assistant.answering.question.supposing import supposed
from tests.answering.built import Built, over


@pytest.mark.parametrize(
    ("before", "said", "put"),
    [
        (
            "厂里200个人，焊工40个，在链上，人数够吗？",
            "那要是不在链上呢，还够吗",
            "厂里200个人，焊工40个，不在链上，人数够吗？",
        ),
        (
            "我63岁，有高级职称，能当船长吗？",
            "那我爸62岁，啥职称都没有，写他当船长呢",
            "我爸62岁，啥职称都没有，写他当船长，能当船长吗？",
        ),
        ("联合申报单位可以5家吗", "如果6家呢", "联合申报单位可以6家吗"),
        (
            "做夜航的项目，负责人63岁了能当吗",
            "换成灯会的项目，还是这位63岁的，行吗？",
            "灯会的项目，负责人63岁了能当吗",
        ),
        (
            "公司在山里，专职9人、案例4个，能报吗？",
            "一样的人数和案例，换成在海边呢？",
            "公司在山里，专职9人、案例4个，在海边，能报吗？",
        ),
    ],
)
def test_what_is_told_anew_takes_the_place_of_the_same(before: str, said: str, put: str) -> None:
    assert supposed(said, before) == put


@pytest.mark.parametrize(
    ("before", "said"),
    [
        ("民办的能牵头吗", "那公办的呢"),  # a unit for a unit is filled in elsewhere
        ("补助多少钱？", "要是在县里呢"),  # no yes or no was asked
        ("厂里200个人，够吗？", "如果不够要交什么材料"),  # asks something of its own
        ("厂里200个人，够吗？", "材料交到哪里"),
    ],
)
def test_anything_else_stays_as_it_is(before: str, said: str) -> None:
    assert supposed(said, before) == said


@pytest.fixture(scope="module")
def lighthouse() -> Built:
    return over(
        "灯塔实践基地申报指南",
        "一、条件",
        "（一）船长年龄不超过60周岁，取得高级职称的可放宽至65周岁。",
        "二、其他",
        "申报书一式三份。",
    )


@pytest.mark.parametrize(
    ("before", "said", "verdict"),
    [
        ("船长63岁，有高级职称，年龄可以吗？", "那要是没有高级职称呢", "no"),
        ("船长63岁，年龄可以吗？", "要是58岁呢", "yes"),
        ("船长58岁，年龄可以吗？", "如果66岁，有高级职称呢", "no"),
    ],
)
def test_the_case_supposed_is_decided(lighthouse: Built, before: str, said: str, verdict: str) -> None:
    answer = lighthouse.ask(said, before)
    assert answer.verdict == verdict, answer.answer
