"""Rows and pages may be added to a form where a clause lets them be."""

from __future__ import annotations

import pytest

from tests.answering.built import over


@pytest.mark.parametrize(
    ("clause", "asked", "verdict"),
    [
        ("填报说明：合作单位栏不够的可以自行加行，其他栏目不得加页。", "合作单位写不下，能自己加行吗？", "yes"),
        ("填报说明：合作单位栏不够的可以自行加行，其他栏目不得加页。", "申报书可以加页吗？", "no"),
        ("填报说明：表格可适当加页，字体用仿宋。", "申报书的表格能加两页吗？", "yes"),
        ("填报说明：不得另附页，字体用仿宋。", "申报书写不下，可以另附纸吗？", "no"),
    ],
)
def test_a_clause_on_room_decides(clause: str, asked: str, verdict: str) -> None:
    built = over("关于申报灯塔小院的通知", "一、由学校填写申报书。", clause, names=("灯塔小院",))
    assert built.ask(f"灯塔小院{asked}").verdict == verdict


@pytest.mark.parametrize("asked", ["申报书能加行吗？", "申报书可以加页吗？"])
def test_pages_let_no_rows_and_silence_lets_nothing(asked: str) -> None:
    lines = ("关于申报灯塔小院的通知", "一、由学校填写申报书，A4纸双面打印。")
    assert over(*lines, names=("灯塔小院",)).ask(f"灯塔小院{asked}").verdict != "yes"
    rows = over(*lines, "二、表格可适当加页。" if "行" in asked else "二、表格可自行加行。", names=("灯塔小院",))
    assert rows.ask(f"灯塔小院{asked}").verdict != "yes"
