"""Persons whom a sentence is for, told as people tell them."""

from __future__ import annotations

import pytest

from tests.answering.built import over

DOC = over(
    "灯塔实践基地申报指南",
    "一、任务",
    "灯塔实践基地要有计划地面向职业院校学生、退役军人和未就业毕业生开展焊接实训。",
    "二、管理",
    "灯塔实践基地不得接收未满16周岁的人员。",
)


@pytest.mark.parametrize(
    "asked",
    [
        "毕业以后还没找着工作的，能到灯塔实践基地做焊接实训吗？",
        "当过兵的能来灯塔实践基地参加焊接实训吗？",
        "灯塔实践基地可以给高职生做焊接实训吗？",
    ],
)
def test_whoever_is_among_them_may_come(asked: str) -> None:
    assert DOC.ask(asked).verdict == "yes"


@pytest.mark.parametrize(
    "asked",
    [
        "退休教师能到灯塔实践基地做焊接实训吗？",  # not among them
        "毕业以后还没找着工作的，能到灯塔实践基地学驾驶吗？",  # another act
        "没毕业的大学生能到灯塔实践基地免费住宿吗？",
        "毕业以后还没找着工作的，能到灯塔实践基地当焊接实训老师领工资吗？",
    ],
)
def test_others_and_other_acts_are_not_let_in(asked: str) -> None:
    assert DOC.ask(asked).verdict != "yes"
