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


def test_cells_that_pasting_pushed_out_of_line_are_cells() -> None:
    text = (
        "关于甲的通知\n一、任务\n县区   大船\n小船   渔艇    合计\n北渚区   40  60  50   150\n砚城区     35   45   40\n120\n"
        "岚口县  10   25   25   60\n二、其他\n另行通知。"
    )
    rows = [c for c in clauses_in("new", Extracted(text), Reviewed()) if c.kind == "row"]
    assert [c.text for c in rows] == [
        "县区 大船 小船 渔艇 合计", "北渚区 40 60 50 150", "砚城区 35 45 40 120", "岚口县 10 25 25 60",
    ]  # fmt: skip
    assert [cell.column for cell in rows[1].cells] == ["县区", "大船", "小船", "渔艇", "合计"]


def test_years_may_name_columns_and_a_row_may_begin_in_a_line_of_its_own() -> None:
    text = (
        "关于甲的通知\n一、经费\n类别  总额\n2025年    2026年   2027年\n大船站    50    20     15  15\n小船站\n15     8    4     3\n"
        "船长(每人)    12\n 4     4    4\n二、其他\n另行通知。"
    )
    rows = [c for c in clauses_in("new", Extracted(text), Reviewed()) if c.kind == "row"]
    assert [c.text for c in rows[1:]] == ["大船站 50 20 15 15", "小船站 15 8 4 3", "船长(每人) 12 4 4 4"]
    assert [cell.column for cell in rows[2].cells] == ["类别", "总额", "2025年", "2026年", "2027年"]
