"""Whatever a question counts in is read as documents' figures are, and never breaks an answer."""

from __future__ import annotations

import pytest

from assistant.answering.question.asked_units import asked_unit
from tests.answering.built import over

DOCUMENT = over(
    "灯塔实践基地申报指南",
    "一、申报材料",
    "申报书正文不超过6000字，支撑材料不超过15页，扫描件大小不超过30MB。",
    "二、申报条件",
    "申报单位应有实训设备20台以上，实训场地不少于400平方米，行距为固定值28磅。",
)


@pytest.mark.parametrize(
    ("question", "unit", "kind"),
    [
        ("最多可以放多少页", "页", "length"),
        ("要几个工作日", "工作日", "duration"),
        ("设备多少台", "台", "count"),
        ("多少钱", "", "money"),
        ("多少万元", "元", "money"),
        ("几号字", "", "length"),
        ("得多少分", "", "points"),
        ("不能超过几兆", "MB", "other"),
        ("压缩包最大多大", "MB", "other"),
        ("教室要多大", "平方米", "area"),
    ],
)
def test_what_is_counted(question: str, unit: str, kind: str) -> None:
    assert asked_unit(question) == (unit, kind)


@pytest.mark.parametrize("question", ["几级", "多少斤", "多少", "几乎", "哪几类"])
def test_nothing_known_is_counted(question: str) -> None:
    assert asked_unit(question) is None


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("灯塔实践基地的支撑材料最多可以放多少页？", "15页"),
        ("灯塔实践基地的扫描件不能超过多少兆？", "30MB"),
        ("灯塔实践基地要有多少台设备？", "20台"),
    ],
)
def test_the_value_of_the_unit_is_told(question: str, told: str) -> None:
    assert told in DOCUMENT.ask(question).answer


@pytest.mark.parametrize("unit", ["页", "级", "斤", "兆", "篇", "人次", "亩", "版", "届", "行", "百分点", "小时", "岁"])
@pytest.mark.parametrize("how", ["多少", "几", "几多", "几个"])
def test_no_unit_breaks_an_answer(unit: str, how: str) -> None:
    assert DOCUMENT.ask(f"灯塔实践基地的申报书要{how}{unit}？").outcome in ("answered", "not_specified")


def test_pages_are_no_points_of_type() -> None:
    answer = DOCUMENT.ask("灯塔实践基地的行距是多少页？")
    assert "28" not in answer.answer.split("。")[0] or answer.abstained
