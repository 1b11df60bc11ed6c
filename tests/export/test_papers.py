"""Word and Excel: what is written is found again, word for word, and the same report gives the same bytes."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
import time
from dataclasses import replace
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import docx
import openpyxl
import pytest
from docx.oxml.ns import qn

from assistant.errors import InputError
from assistant.export.excel import excel
from assistant.export.fitting import CELL_LIMIT, fit
from assistant.export.report import Report, Source, Table, Text
from assistant.export.word import word

ROOT = Path(__file__).resolve().parents[2]
QUOTES = ("牵头申报单位为“本专科”院校，\n联合申报单位不超过 5 家", "=SUM(A1)是条款里的字")


def report(**change: Any) -> Report:
    rows = (
        (
            (Text("牵头单位"), Text("不同", kind="note")),
            (Text(QUOTES[0], (1,), "quote"), Text("未复核", kind="note")),
            (Text("文件未规定"),),
        ),
        ((Text("+数量"),), (Text("-1"),), (Text("@某人", (2,)), Text("=1+1"))),
    )
    made = Report(
        "zh",
        date(2026, 1, 15),
        "项目对比",
        ("按 2026-01-15 的文件整理。", "甲：报送截止 2024-05-15，已过"),
        (Table("", ("事项", "甲", "乙"), rows, (2, 4, 4)),),
        (Source(1, "通知甲", "四 › （一）", None, QUOTES[0]), Source(2, "通知乙", "", 3, QUOTES[1])),
        "条款出处",
        ("编号", "文件", "位置", "页", "原文"),
        "以正式文件为准",
        "第 {page} 页",
        "第 {page} 页，共 {pages} 页",
        "说明",
    )
    return replace(made, **change)


def opened(data: bytes) -> Any:
    return docx.Document(BytesIO(data))


def sheets(data: bytes) -> dict[str, list[list[Any]]]:
    book = openpyxl.load_workbook(BytesIO(data))
    return {sheet.title: [[cell.value for cell in row] for row in sheet.iter_rows()] for sheet in book}


def test_a_document_holds_title_lines_table_and_sources_in_order() -> None:
    document = opened(word(report()))
    texts = [p.text for p in document.paragraphs if p.text]
    assert texts == [
        "项目对比",
        "按 2026-01-15 的文件整理。",
        "甲：报送截止 2024-05-15，已过",
        "条款出处",
        f"“{QUOTES[0]}”",
        "通知甲 · 四 › （一）",
        f"“{QUOTES[1]}”",
        "通知乙 · 第 3 页",
    ]
    (table,) = document.tables
    assert [[cell.text for cell in row.cells] for row in table.rows] == [
        ["事项", "甲", "乙"],
        ["牵头单位\n不同", f"“{QUOTES[0]}” [1]\n未复核", "文件未规定"],
        ["+数量", "-1", "@某人 [2]\n=1+1"],
    ]


def test_a_document_is_a4_with_the_head_of_a_table_repeated_and_its_columns_fixed() -> None:
    document = opened(word(report()))
    section = document.sections[0]
    assert (round(section.page_width.cm, 1), round(section.page_height.cm, 1)) == (21.0, 29.7)
    (table,) = document.tables
    assert table.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None
    assert table.rows[1]._tr.trPr is None
    assert [round(column.width.cm, 2) for column in table.columns] == [3.32, 6.64, 6.64]
    assert [round(cell.width.cm, 2) for cell in table.rows[2].cells] == [3.32, 6.64, 6.64]


def test_chinese_is_set_in_chinese_fonts_and_no_theme_overrules_them() -> None:
    styles = opened(word(report())).styles
    fonts = {name: styles[name].element.rPr.rFonts for name in ("Normal", "Title", "Heading 1")}
    assert {name: found.get(qn("w:eastAsia")) for name, found in fonts.items()} == {
        "Normal": "仿宋",
        "Title": "宋体",
        "Heading 1": "黑体",
    }
    assert {found.get(qn("w:ascii")) for found in fonts.values()} == {"Times New Roman"}
    assert fonts["Normal"].get(qn("w:hint")) == "eastAsia"
    everywhere = [name for found in styles.element.iter(qn("w:rFonts")) for name in found.attrib]
    assert not [name for name in everywhere if name.lower().endswith("theme")]
    assert {tag.get(qn("w:eastAsia")) for tag in styles.element.iter(qn("w:lang"))} == {"zh-CN"}


def test_sources_count_themselves_and_the_foot_counts_pages() -> None:
    document = opened(word(report()))
    quoted = [p for p in document.paragraphs if p.text.startswith("“")]
    assert {p.style.name for p in quoted} == {"Report Source"}
    number = document.styles["Report Source"].element.pPr.numPr.numId.val
    found = {n.get(qn("w:numId")): n for n in document.part.numbering_part.element.iter(qn("w:num"))}
    abstract = found[str(number)].find(qn("w:abstractNumId")).get(qn("w:val"))
    (level,) = document.part.numbering_part.element.xpath(f"w:abstractNum[@w:abstractNumId='{abstract}']/w:lvl")
    assert level.find(qn("w:lvlText")).get(qn("w:val")) == "[%1]"
    (foot,) = document.sections[0].footer.paragraphs
    assert foot.text == "以正式文件为准    按 2026-01-15 的文件整理。    第 1 页，共 1 页"
    assert [t.text for t in foot._p.iter(qn("w:instrText"))] == [" PAGE ", " NUMPAGES "]


def test_sources_out_of_order_are_a_mistake() -> None:
    with pytest.raises(ValueError, match="source 2 stands at place 1"):
        word(report(sources=(Source(2, "通知", "", None, "字"),)))


def test_a_wide_table_goes_on_in_another_one_with_its_first_column() -> None:
    names = tuple("甲乙丙丁戊己")
    row = ((Text("截止"),), *((Text(name * 2),) for name in names))
    wide = Table("对比", ("事项", *names), (row,), (2, *(4 for _ in names)))
    document = opened(word(report(tables=(wide,))))
    assert document.sections[0].page_width > document.sections[0].page_height
    assert [[cell.text for cell in table.rows[1].cells] for table in document.tables] == [
        ["截止", "甲甲", "乙乙", "丙丙"],
        ["截止", "丁丁", "戊戊", "己己"],
    ]
    assert [p.text for p in document.paragraphs].count("对比") == 1


def test_a_workbook_has_a_sheet_for_the_table_the_sources_and_what_it_is() -> None:
    assert sheets(excel(report())) == {
        "项目对比": [
            ["事项", "甲", "乙"],
            ["牵头单位\n不同", f"“{QUOTES[0]}” [1]\n未复核", "文件未规定"],
            ["+数量", "-1", "@某人 [2]\n=1+1"],
        ],
        "条款出处": [
            ["编号", "文件", "位置", "页", "原文"],
            [1, "通知甲", "四 › （一）", None, QUOTES[0]],
            [2, "通知乙", None, 3, QUOTES[1]],
        ],
        "说明": [["项目对比"], ["按 2026-01-15 的文件整理。"], ["甲：报送截止 2024-05-15，已过"], ["以正式文件为准"]],
    }


def test_nothing_in_a_workbook_is_a_formula() -> None:
    book = openpyxl.load_workbook(BytesIO(excel(report())))
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.value is not None]
    assert {cell.data_type for cell in cells} == {"s", "n"}
    marked = [cell.value for cell in cells if cell.quotePrefix]
    assert marked == ["+数量", "-1", "@某人 [2]\n=1+1", "=SUM(A1)是条款里的字"]
    with ZipFile(BytesIO(excel(report()))) as package:
        assert not [name for name in package.namelist() if b"<f>" in package.read(name)]


def test_a_workbook_is_wrapped_frozen_and_wide_enough() -> None:
    book = openpyxl.load_workbook(BytesIO(excel(report())))
    table = book["项目对比"]
    assert table.freeze_panes == "B2"
    assert table["B2"].alignment.wrap_text
    assert [table.column_dimensions[c].width for c in "ABC"] == [22, 44, 44]
    assert table.print_title_rows == "$1:$1"
    assert table.oddFooter.right.text == "&P / &N"


def test_names_of_sheets_are_ones_that_excel_takes() -> None:
    row = ((Text("一"),), (Text("二"),))
    names = ("a/b:c[d]*?\\", "同名" * 20, "同名" * 20, "")
    tables = tuple(Table(name, ("甲", "乙"), (row,), (1, 1)) for name in names)
    assert list(sheets(excel(report(tables=tables)))) == [
        "a b c d",
        "同名" * 14,
        "同名" * 14 + " 2",
        "项目对比",
        "条款出处",
        "说明",
    ]


HOSTILE = "\ud800\x00\x07<w:t>&amp;]]>\ufffe_x0041_\r\n末"
FITTED = "\ufffd\ufffd\ufffd<w:t>&amp;]]>\ufffd_x0041_\n末"


def test_what_no_file_can_hold_is_replaced_and_the_rest_stays() -> None:
    row = ((Text("行"),), (Text(HOSTILE),))
    hostile = report(
        tables=(Table(HOSTILE, ("甲", HOSTILE), (row,), (1, 1)),),
        sources=(Source(1, HOSTILE, HOSTILE, None, HOSTILE),),
        title=HOSTILE,
        lines=(HOSTILE,),
        closing=HOSTILE,
    )
    document = opened(word(hostile))
    assert document.tables[0].rows[1].cells[1].text == FITTED
    assert f"“{FITTED}”" in [p.text for p in document.paragraphs]
    # Excel reads _x005F_ as the _ that does not begin an escaped character.
    assert sheets(excel(hostile))["条款出处"][1][4] == FITTED.replace("_x0041_", "_x005F_x0041_")


def test_a_cell_too_long_is_cut_with_one_sentence() -> None:
    row = ((Text("行"),), (Text("字" * 100_000),))
    long = report(tables=(Table("", ("甲", "乙"), (row,), (1, 1)),))
    sentence = f"……（本格超过 {CELL_LIMIT} 字，已截断，全文见原文件。）"
    assert sheets(excel(long))["项目对比"][1][1] == "字" * CELL_LIMIT + sentence
    assert opened(word(long)).tables[0].rows[1].cells[1].text == "字" * CELL_LIMIT + sentence
    assert fit("x" * 40_000, "en").endswith("and was cut; the document has the whole.)")


@pytest.mark.parametrize("write", [word, excel])
def test_a_report_too_long_for_one_file_is_refused_in_one_sentence(write: Any) -> None:
    rows = tuple(((Text("行"),), (Text("字" * 30_000),)) for _ in range(67))
    with pytest.raises(InputError) as error:
        write(report(tables=(Table("", ("甲", "乙"), rows, (1, 1)),)))
    assert error.value.zh == "内容太多：共 2010110 个字符，一个文件最多 2000000 个，请减少项目或事项。"


@pytest.mark.parametrize("write", [word, excel])
def test_an_empty_report_is_a_file_too(write: Any) -> None:
    assert write(report(tables=(), sources=(), lines=()))[:2] == b"PK"


@pytest.mark.parametrize("write", [word, excel])
def test_the_dates_of_a_file_are_those_of_the_report(write: Any) -> None:
    with ZipFile(BytesIO(write(report()))) as package:
        assert {entry.date_time for entry in package.infolist()} == {(2026, 1, 15, 0, 0, 0)}
        core = package.read("docProps/core.xml").decode()
    assert core.count("2026-01-15T00:00:00Z") == 2


def test_the_same_report_gives_the_same_bytes_in_every_process() -> None:
    code = (
        "import hashlib, time; from tests.export.test_papers import report, word, excel\n"
        "print(*(hashlib.sha256(write(report())).hexdigest() for write in (word, excel)))"
    )
    own = " ".join(hashlib.sha256(write(report())).hexdigest() for write in (word, excel))
    time.sleep(1.1)
    for seed, zone in (("1", "Asia/Shanghai"), ("2", "America/New_York")):
        environ = {**os.environ, "PYTHONHASHSEED": seed, "TZ": zone, "PYTHONPATH": str(ROOT)}
        done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, env=environ, capture_output=True, text=True)
        assert done.stdout.strip() == own, done.stderr
