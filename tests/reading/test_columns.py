"""Tables that blanks or box characters draw."""

from __future__ import annotations

import pytest

from assistant.reading.columns import is_drawn, with_tabs
from assistant.reading.corrections import Reviewed
from assistant.reading.extracted import Extracted
from assistant.reading.library import clauses_in
from assistant.reading.mapped import Mapped


def cells(text: str) -> list[list[str]]:
    """The cells of each line, as tabs part them."""
    return [
        [cell.strip() for cell in line.text.split("\t")]
        for line in with_tabs([Mapped.whole(line) for line in text.split("\n")])
    ]


def test_blanks_in_the_same_places_part_columns() -> None:
    text = "指标           甲类         乙类\n出海率         ≥75%         ≥70%\n每月出海       ≥3天         不作要求\n合计           5次"
    assert cells(text) == [
        ["指标", "甲类", "乙类"],
        ["出海率", "≥75%", "≥70%"],
        ["每月出海", "≥3天", "不作要求"],
        ["合计", "5次"],
    ]


def test_a_cell_that_was_cut_off_belongs_to_the_table() -> None:
    text = "类　别　　　　　名额　　　补贴\n甲类店　　　　　2　　　　　60\n乙类店　　　　　5\n　　　　　　　　　　　　　40\n丙类店　　　　　8　　　　　\n20"
    assert [[cell for cell in line if cell] for line in cells(text)] == [
        ["类\u2007别", "名额", "补贴"],
        ["甲类店", "2", "60"],
        ["乙类店", "5"],
        ["40"],
        ["丙类店", "8"],
        ["20"],
    ]
    assert cells(text)[3][0] == ""


@pytest.mark.parametrize(
    "text",
    [
        "望州市海洋局    望州市财政局\n2026年3月5日",  # two who sign
        "申报单位（盖章）：            合作院校（盖章）：\n负责人：      手机：\n填表人：      电话：",  # fields
        "本通知自印发之日起施行。  原通知废止。\n申报单位  应当满三年。\n其他  事项。",  # sentences with slips
        "甲  乙\n丙            丁\n戊                              己",  # nothing in one place
    ],
)
def test_blanks_elsewhere_part_nothing(text: str) -> None:
    assert [len(line) for line in cells(text)] == [1] * len(text.split("\n"))


def test_walls_part_cells_and_borders_are_no_text() -> None:
    assert cells("┌ 名称 │ 船号 │\n│ 甲 │ 乙 │")[1] == ["", "甲", "乙", ""]
    assert cells("| 名称 | 船号 |\n| 甲 | 乙 |") == [["名称", "船号"], ["甲", "乙"]]
    assert is_drawn("────│─────│────")
    assert is_drawn("┌──┬──┐")
    assert not is_drawn("--------")
    assert not is_drawn("甲│乙")


def test_each_row_of_such_a_table_is_a_clause_with_its_columns() -> None:
    text = "关于甲的通知\n一、指标\n指标           甲类         乙类\n出海率         ≥75%         ≥70%\n每月出海       ≥3天         ≥2天\n二、其他\n另行通知。"
    rows = [c for c in clauses_in("new", Extracted(text), Reviewed()) if c.kind == "row"]
    assert [c.text for c in rows] == ["指标 甲类 乙类", "出海率 ≥75% ≥70%", "每月出海 ≥3天 ≥2天"]
    assert [cell.column for cell in rows[1].cells] == ["指标", "甲类", "乙类"]
