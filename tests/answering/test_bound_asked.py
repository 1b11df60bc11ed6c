"""Whether there is a limit on something measured is answered with the clause that sets it, or with silence."""

from __future__ import annotations

import pytest

from tests.answering.built import Built, over

NAME = "灯塔实践基地"


@pytest.fixture(scope="module")
def lamp() -> Built:
    """A guideline nobody published."""
    return over(
        f"第一条 {NAME}由高职院校牵头申报，联合申报的企业须成立6年以上。",
        "第二条 指导教师年龄不超过58周岁，企业教师占教师总数的比例不低于四分之一。",
        "第三条 培训场地应当满足教学需要。",
        "第四条 年度总结不超过2700字。",
    )


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("对联合申报企业的成立年限有没有要求？", "成立6年以上"),
        ("对联合申报的企业，成立时间有没有硬性要求？", "成立6年以上"),
        ("指导教师有没有年龄限制？", "不超过58周岁"),
        ("对企业教师的比例有要求吗？", "不低于四分之一"),
        ("年度总结有没有规定字数？", "不超过2700字"),
        ("年度总结限不限字数？", "不超过2700字"),
    ],
)
def test_the_clause_that_sets_the_bound_is_told(lamp: Built, asked: str, told: str) -> None:
    answer = lamp.ask(f"{NAME}{asked}")
    assert answer.verdict == "yes"
    assert told in answer.answer


@pytest.mark.parametrize(
    "asked",
    [
        "对培训场地的面积有没有要求？",
        "申报书有没有字数限制？",
        "牵头院校的办学年限有没有要求？",
        "年度总结有没有页数限制？",
        "学生有没有年龄限制？",
        "年度总结字数超了有没有关系？",
        "企业成立年限不够，有没有别的办法？",
        "企业成立年限够了，场地有没有要求？",
    ],
)
def test_no_bound_is_made_up(lamp: Built, asked: str) -> None:
    assert lamp.ask(f"{NAME}{asked}").verdict == "not_specified"


def test_who_says_there_is_none_is_put_right(lamp: Built) -> None:
    assert lamp.ask(f"{NAME}的年度总结没有字数限制，对吧？").verdict == "no"
