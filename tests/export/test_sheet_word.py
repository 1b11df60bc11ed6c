"""A form on paper as a Word file: spans, widths, header rows, fonts, spaces, bookmarks, footnotes; the same bytes."""

from __future__ import annotations

import zipfile
from dataclasses import replace
from datetime import date
from io import BytesIO
from typing import Any

import docx
import pytest
from docx.oxml.ns import qn

from assistant.export.sheet import Box, Grid, Line, Piece, Setup, Sheet, values
from assistant.export.sheet_markdown import sheet_markdown
from assistant.export.sheet_word import sheet_word

DAY = date(2026, 11, 20)


def said(text: str, path: str = "", **looks: Any) -> Line:
    return Line((Piece(text, path, **looks),), "cell")


GRID = Grid(
    4,
    (1, 2, 1),
    (
        Box(0, 0, (said("指标"),), columns=2),
        Box(0, 2, (said("2024年"),)),
        Box(1, 0, (said("资源"),), rows=2),
        Box(1, 1, (Line((Piece("共建专业"), Piece("", note=1)), "cell"),)),
        Box(1, 2, (Line((Piece("12", "t.majors"), Piece("个")), "cell"),)),
        Box(2, 1, (said("【待补充】", "t.gap", marked=True, size=9),)),
        Box(3, 0, (said("第一段", "t.text"), said("", "t.text"), said("第三段", "t.text")), columns=3),
    ),
    header=1,
    splits=frozenset({3}),
)
SHEET = Sheet(
    "示例推荐书",
    DAY,
    (
        Line((Piece("示例推荐书"),), "title"),
        Line((Piece("一、概况"),), "heading", keep=True, page=True),
        GRID,
        Line((Piece("二、思路"),), "heading"),
        Line((Piece("第一段。", "2"),)),
        Line((Piece("第二段 “引号”。", "2"),)),
    ),
    Setup("仿宋_GB2312", 12, 16, True, 0.5),
    ("按申报当年填写。",),
    True,
)


@pytest.fixture(scope="module")
def data() -> bytes:
    return sheet_word(SHEET)


@pytest.fixture(scope="module")
def document(data: bytes) -> Any:
    return docx.Document(BytesIO(data))


def part(data: bytes, name: str) -> str:
    return zipfile.ZipFile(BytesIO(data)).read(name).decode()


def test_merged_cells_are_spans(document: Any) -> None:
    table = document.tables[0]
    assert [[cell.text for cell in row.cells] for row in table.rows] == [
        ["指标", "指标", "2024年"],
        ["资源", "共建专业", "12个"],
        ["资源", "【待补充】", ""],
        ["第一段\n\n第三段"] * 3,
    ]
    merges = [node.get(qn("w:val")) for node in table._tbl.iter(qn("w:vMerge"))]
    assert merges == ["restart", None]
    assert [node.get(qn("w:val")) for node in table._tbl.iter(qn("w:gridSpan"))] == ["2", "3"]


def test_widths_add_up_and_are_those_of_the_columns(document: Any) -> None:
    table = document.tables[0]
    columns = [int(node.get(qn("w:w"))) for node in table._tbl.tblGrid]
    assert sum(columns) == int(table._tbl.tblPr.find(qn("w:tblW")).get(qn("w:w")))
    assert columns[1] == pytest.approx(2 * columns[0], abs=2)
    first = [int(tc.tcPr.find(qn("w:tcW")).get(qn("w:w"))) for tc in table.rows[0]._tr.tc_lst]
    assert first == [columns[0] + columns[1], columns[2]]


def test_the_header_is_shown_again_and_short_rows_stay_whole(document: Any) -> None:
    rows = document.tables[0].rows
    assert [row._tr.trPr.find(qn("w:tblHeader")) is not None for row in rows] == [True, False, False, False]
    assert [row._tr.trPr.find(qn("w:cantSplit")) is not None for row in rows] == [True, True, True, False]


def test_page_is_a4_with_mirrored_margins_and_room_for_binding(data: bytes, document: Any) -> None:
    section = document.sections[0]
    assert (round(section.page_width.cm, 1), round(section.page_height.cm, 1)) == (21.0, 29.7)
    assert round(section.gutter.cm, 1) == 0.5
    assert section.different_first_page_header_footer
    assert "PAGE" in section.footer._element.xml
    assert "<w:mirrorMargins/>" in part(data, "word/settings.xml")
    assert "mirrorMargins" not in part(sheet_word(replace(SHEET, setup=Setup())), "word/settings.xml")


def test_fonts_are_named_with_one_to_fall_back_on(data: bytes, document: Any) -> None:
    style = document.styles["Normal"].element
    fonts, spacing = style.rPr.rFonts, style.pPr.find(qn("w:spacing"))
    assert (fonts.get(qn("w:eastAsia")), fonts.get(qn("w:ascii"))) == ("仿宋_GB2312", "Times New Roman")
    assert style.rPr.find(qn("w:sz")).get(qn("w:val")) == "24"
    assert (spacing.get(qn("w:line")), spacing.get(qn("w:lineRule"))) == ("320", "exact")
    table = part(data, "word/fontTable.xml")
    assert '<w:font w:name="仿宋_GB2312"><w:altName w:val="仿宋"/>' in table
    assert "Theme=" not in part(data, "word/styles.xml")
    assert not [name for name in zipfile.ZipFile(BytesIO(data)).namelist() if "font" in name and "Table" not in name]


def test_every_field_has_a_bookmark_around_its_words(document: Any) -> None:
    starts = list(document.element.body.iter(qn("w:bookmarkStart")))
    ends = list(document.element.body.iter(qn("w:bookmarkEnd")))
    assert len(starts) == len(ends) == len(values(SHEET)) == 4
    names = [mark.get(qn("w:name")) for mark in starts]
    assert len(set(names)) == 4
    assert all(len(name) <= 40 and name.isascii() for name in names)
    assert {mark.get(qn("w:id")) for mark in starts} == {mark.get(qn("w:id")) for mark in ends}


def test_placeholders_are_highlighted_and_guidance_is_not(document: Any) -> None:
    run = document.tables[0].cell(2, 1).paragraphs[0].runs[0]
    assert run.font.highlight_color is not None
    assert document.tables[0].cell(1, 2).paragraphs[0].runs[0].font.highlight_color is None


def test_footnotes_are_footnotes(data: bytes) -> None:
    assert "按申报当年填写。" in part(data, "word/footnotes.xml")
    assert 'w:footnoteReference w:id="1"' in part(data, "word/document.xml")
    assert '<w:numRestart w:val="eachPage"/>' in part(data, "word/document.xml")
    assert (
        "word/footnotes.xml" not in zipfile.ZipFile(BytesIO(sheet_word(replace(SHEET, blocks=(), notes=())))).namelist()
    )


def test_nobody_is_named_and_bytes_are_the_same(data: bytes, document: Any) -> None:
    assert data == sheet_word(SHEET)
    held = document.core_properties
    assert (held.author, held.last_modified_by, held.comments) == ("", "", "")
    assert (held.title, held.created.date()) == ("示例推荐书", DAY)
    assert {entry.date_time[:3] for entry in zipfile.ZipFile(BytesIO(data)).infolist()} == {(2026, 11, 20)}


def test_a_box_that_overlaps_another_is_a_fault() -> None:
    grid = Grid(1, (1, 1), (Box(0, 0, columns=2), Box(0, 1)))
    with pytest.raises(ValueError, match="taken twice"):
        sheet_word(Sheet("x", DAY, (grid,)))


def test_a_field_that_stands_twice_is_a_fault() -> None:
    with pytest.raises(ValueError, match="two places"):
        sheet_word(Sheet("x", DAY, (said("1", "a"), said("2"), said("3", "a"))))


def test_markdown_has_the_same_words() -> None:
    text = sheet_markdown(SHEET)
    assert text.startswith("# 示例推荐书\n\n## 一、概况\n")
    assert "| 指标 |  | 2024年 |\n| --- | --- | --- |\n| 资源 | 共建专业[^1] | 12个 |" in text
    assert "| 第一段<br>第三段 |" in text
    assert "**【待补充】**" in text
    assert text.endswith("[^1]: 按申报当年填写。\n")


def test_markdown_takes_no_markup_from_values() -> None:
    sheet = Sheet("x", DAY, (Line((Piece("<b>*a*|[b](c)", "f"),)), Line((Piece("1. 首先", "g"),))))
    assert sheet_markdown(sheet) == "\\<b\\>\\*a\\*\\|\\[b\\](c)\n\n1\\. 首先\n"
