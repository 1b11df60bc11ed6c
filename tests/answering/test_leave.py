"""Sentences that let one thing and forbid another, leave that somebody has to give, and bounds relaxed for some."""

from __future__ import annotations

import pytest

from assistant.answering.whether.leave import parts
from tests.answering.built import Built, over

FUND = (
    "灯塔学徒计划申报指南",
    "一、资金使用",
    "（一）灯塔学徒计划的资金可以用于教材印制、师傅津贴和考核评价，不得用于房屋修缮、偿还借款和发放奖金。",
    "（二）工具券自发放之日起8个月内有效，不得转让、出借和兑换现金。",
    "二、培养要求",
    "（一）学徒应为在岗职工，年龄一般不超过40周岁；从事森林防火岗位的，可以放宽至46周岁。",
    "（二）合作院校为本市技工院校。本市没有相应专业的，经市灯塔办同意，可以选择外市院校。",
    "（三）设备因检修停用超过30日的，经市灯塔办核准，可以减少当年开放时间。",
    "（四）实验室设备总值不低于300万元。医院所属实验室的设备总值可放宽至200万元。",
    "（五）每家企业每年申领额度不超过8万元。高新技术企业的额度可提高至12万元。",
)


@pytest.fixture(scope="module")
def fund() -> Built:
    return over(*FUND, names=("灯塔学徒计划",))


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("灯塔学徒计划的资金可以拿来印制教材吗？", "yes"),
        ("灯塔学徒计划的资金能用于师傅津贴吗", "yes"),
        ("灯塔学徒计划的资金能用来偿还借款吗？", "no"),
        ("灯塔学徒计划的资金可以发放奖金吗", "no"),
        ("灯塔学徒计划的资金能不能修缮房屋", "no"),
        ("灯塔学徒计划的资金可以用于购买汽车吗", "not_specified"),
        ("灯塔学徒计划的工具券能不能转给别的公司？", "no"),
        ("灯塔学徒计划的工具券可以出借吗", "no"),
        ("灯塔学徒计划的工具券能兑换现金吗", "no"),
        ("灯塔学徒计划能找外市的院校合作吗？", "conditional"),
        ("灯塔学徒计划的设备检修停用了两个月，可以减少当年开放时间吗", "conditional"),
    ],
)
def test_the_part_that_speaks_of_what_is_asked_decides(fund: Built, text: str, verdict: str) -> None:
    assert fund.ask(text).verdict == verdict


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("灯塔学徒计划39岁的职工能当学徒吗", "yes"),
        ("灯塔学徒计划43岁的职工能当学徒吗", "conditional"),
        ("灯塔学徒计划48岁的职工能当学徒吗", "no"),
        ("灯塔学徒计划里我们公司一年能申领10万元吗", "conditional"),
        ("灯塔学徒计划里我们公司一年能申领13万元吗", "no"),
        ("灯塔学徒计划：企业的实验室设备总值250万元，达到要求了吗", "no"),
        ("灯塔学徒计划：医院的实验室设备总值150万元，达到要求了吗", "no"),
    ],
)
def test_a_bound_relaxed_for_some(fund: Built, text: str, verdict: str) -> None:
    assert fund.ask(text).verdict == verdict


def test_a_relaxed_bound_is_told_with_the_general_one(fund: Built) -> None:
    quotes = [c.quote for c in fund.ask("灯塔学徒计划43岁的职工能当学徒吗").citations]
    assert any("不超过40周岁" in q for q in quotes)
    assert any("放宽至46周岁" in q for q in quotes)


def test_what_was_let_is_quoted_without_what_is_forbidden(fund: Built) -> None:
    answer = fund.ask("灯塔学徒计划的资金能用于师傅津贴吗")
    assert [c.quote for c in answer.citations] == ["（一）灯塔学徒计划的资金可以用于教材印制、师傅津贴和考核评价"]


def test_the_parts_of_a_sentence() -> None:
    text = "本市没有相应专业的，经同意，可以选择外市院校，不得收费，不得宣传；"
    shared, made = parts(text)
    assert text[slice(*shared)] == "本市没有相应专业的，经同意，"
    assert [(p.leave, text[p.start : p.end]) for p in made] == [
        ("may", "可以选择外市院校，"),
        ("no", "不得收费，"),
        ("no", "不得宣传；"),
    ]
