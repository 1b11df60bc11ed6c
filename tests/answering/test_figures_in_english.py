"""An English answer tells the figures and dates of the Chinese clause that it quotes."""

from __future__ import annotations

import pytest

from assistant.answering.reply.figures_in_english import figures, in_english
from tests.answering.built import over


@pytest.mark.parametrize(
    ("clause", "told"),
    [
        ("场地面积不少于90平方米", "at least 90 m²"),
        ("每年11月20日前报送", "by 20 November"),
        ("于2025年8月8日16:30前送达", "by 8 August 2025, 16:30"),
        ("营业收入不低于3亿元", "at least 300 million yuan"),
        ("给予7万元补助", "70,000 yuan"),
        ("占比不低于1/3", "at least 1/3"),
        ("正文3000—5000字", "3,000 to 5,000 characters"),
        ("一式4份，其中1份为原件", "4 copies; 1 copy"),
        ("加盖公章", ""),
    ],
)
def test_the_figures_of_a_clause(clause: str, told: str) -> None:
    assert figures(clause) == told


def test_a_clause_of_many_figures_is_left_to_its_words() -> None:
    assert figures("甲3年，乙4年，丙5年，丁6年，戊7年") == ""


def test_words_that_are_no_figure_stay() -> None:
    assert in_english("四年") == "4 years"
    assert in_english("一次性") == "一次性"
    assert in_english("省级以上") == "省级以上"
    assert in_english("registered in 2021年2月") == "registered in February 2021"


def test_an_english_answer_tells_them_and_a_chinese_one_does_not() -> None:
    built = over(
        "关于申报北滩市匠心工坊的通知",
        "一、工坊面积不少于90平方米。",
        "二、申报单位应为企业，注册成立满4年。",
        names=("北滩市匠心工坊", "匠心工坊"),
    )
    told = built.ask("How many square metres does a 匠心工坊 need?").answer
    assert told.endswith("(in English: at least 90 m²)")
    assert "不少于90平方米" in told
    assert "in English" not in built.ask("匠心工坊面积要多少平方米？").answer
    young = built.ask("Our company is two years old. Is it old enough to apply for the 匠心工坊?").answer
    assert "falls short of 4 years" in young


@pytest.mark.parametrize("asked", ["How old must the company be to join", "How old does our firm have to be for"])
def test_the_age_of_a_firm_is_not_that_of_a_person(asked: str) -> None:
    pier = over("第一条 联合申报灯塔实践基地的企业须成立6年以上。", "第二条 灯塔实践基地的导师不超过58周岁。")
    assert "成立6年以上" in pier.ask(f"{asked} the 灯塔实践基地?").answer
