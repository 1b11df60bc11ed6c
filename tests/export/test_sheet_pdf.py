"""A sheet as PDF: all its words, found by a search, on A4, the same bytes; nothing of a text is markup."""

from __future__ import annotations

import re
from datetime import date
from io import BytesIO
from typing import Any

import pytest
from pypdf import PdfReader

from assistant.drafting.facts import Filled
from assistant.errors import InputError
from assistant.export import sheet_pdf as module
from assistant.export.sheet import Box, Grid, Line, Piece, Setup, Sheet, lines_of
from assistant.export.sheet_pdf import NoFont, sheet_pdf
from assistant.export.sheet_typst import quoted, source
from assistant.paper.laid import laid
from assistant.paper.points import OpenPoint, on_sheet
from tests.drafting.completed import HELD, complete

DAY = date(2026, 11, 20)
HOSTILE = (
    '#read("/etc/passwd")',
    '"); #panic("x"); ("',
    "\\u{41} \\\\ \\n \\",
    "$x^2$ *粗* _斜_ `码` = 标题 - 列 + 列 / 词: @引 <标> ~ // 注 /* 注 */ [块] {码}",
    '#[a] #{1+1} #import "@preview/x:0.1.0": *',
    "http://example.org/a_b#c",
    '“引号”‘单’ -- --- ... 1/2 don\'t "q"',
)


def sheet(*blocks: Line | Grid, **more: Any) -> Sheet:
    return Sheet("灯塔表", DAY, blocks, **more)


def told(data: bytes) -> list[str]:
    """The words of each page without white space."""
    return ["".join(page.extract_text().split()) for page in PdfReader(BytesIO(data)).pages]


def bare(text: str) -> str:
    return "".join(text.split())


@pytest.mark.parametrize("text", HOSTILE)
def test_nothing_in_a_text_is_markup(text: str) -> None:
    grid = Grid(1, (1,), (Box(0, 0, (Line((Piece(text, "1", marked=True, bold=True),), "cell"),)),))
    held = sheet(Line((Piece(text),), "title"), Line((Piece(text),)), grid, Line((Piece(text),), "cell", "spread"))
    pages = "".join(told(sheet_pdf(held)))
    assert pages.count(bare(text)) == 4


@pytest.mark.parametrize("name", HELD)
@pytest.mark.parametrize("blank", [False, True])
def test_every_line_of_every_form_is_found(name: str, blank: bool) -> None:
    form = HELD[name]
    held = laid(form, Filled(form.id) if blank else complete(form), DAY, blank)
    data = sheet_pdf(held)
    assert data == sheet_pdf(held)
    whole = re.sub("—[0-9]+—", "", "".join(told(data)))
    for line in lines_of(held):
        # A note's mark stands between, a page's end within a long line.
        for piece in line.pieces:
            assert bare(piece.text) in whole or all(part in whole for part in cut(bare(piece.text))), piece.text
    for note in held.notes:
        assert bare(note) in whole
    for page in PdfReader(BytesIO(data)).pages:
        assert (round(float(page.mediabox.width)), round(float(page.mediabox.height))) == (595, 842)
        for font in page["/Resources"]["/Font"].values():  # type: ignore[index]
            below = font.get_object()["/DescendantFonts"][0].get_object()["/FontDescriptor"]
            assert "/FontFile2" in below or "/FontFile3" in below
            assert "/ToUnicode" in font.get_object()


def cut(text: str) -> list[str]:
    return [text[at : at + 4] for at in range(0, len(text) - 3, 4)]


def test_pages_are_numbered_but_for_a_cover_and_titles_are_bookmarks() -> None:
    pages = (Line((Piece("表"),), "title"), *(Line((Piece(f"第{n}节"),), "heading", page=True) for n in (1, 2)))
    held = sheet_pdf(sheet(*pages, cover=True))
    assert [re.findall("—([0-9]+)—", text) for text in told(held)] == [[], ["2"], ["3"]]
    assert [re.findall("—([0-9]+)—", text) for text in told(sheet_pdf(sheet(*pages)))] == [["1"], ["2"], ["3"]]
    outline: Any = PdfReader(BytesIO(held)).outline
    assert [outline[0]["/Title"], [one["/Title"] for one in outline[1]]] == ["表", ["第1节", "第2节"]]


def test_header_rows_come_again_and_a_long_row_loses_nothing() -> None:
    boxes = [Box(0, at, (Line((Piece(words),), "mark"),)) for at, words in enumerate(("序号", "内容"))]
    numbered = "".join(f"第{n}句话。" for n in range(700))
    for row in range(1, 60):
        boxes += [Box(row, 0, (Line((Piece(f"甲{row}乙"),), "mark"),))]
        boxes += [Box(row, 1, (Line((Piece("一行。" if row != 30 else numbered),), "cell"),))]
    for splits in (frozenset({30}), frozenset[int]()):
        pages = told(sheet_pdf(sheet(Grid(60, (1, 4), tuple(boxes), header=1, splits=splits))))
        assert len(pages) > 3
        assert all("序号内容" in page for page in pages)
        whole = re.sub("—[0-9]+—|序号内容", "", "".join(pages))
        assert numbered in re.sub("甲[0-9]+乙", "", whole)
        assert all(f"甲{row}乙" in whole for row in range(1, 60))


def test_a_row_that_may_not_be_split_stays_together() -> None:
    lines = tuple(Line((Piece(f"行{n}。"),), "cell") for n in range(8))
    boxes = tuple(Box(row, 0, (*lines, Line((Piece(f"末{row}。"),), "cell"))) for row in range(12))
    for page in told(sheet_pdf(sheet(Grid(12, (1,), boxes)))):
        assert page.count("行0。") == page.count("行7。") == page.count("末")


def test_a_cell_that_spans_rows_goes_over_pages() -> None:
    boxes = [Box(0, 0, (Line((Piece("跨行"),), "mark"),), rows=60)]
    boxes += [Box(row, 1, (Line((Piece(f"甲{row}乙"),), "cell"),)) for row in range(60)]
    pages = told(sheet_pdf(sheet(Grid(60, (1, 3), tuple(boxes)))))
    assert len(pages) > 1
    assert "".join(pages).count("跨行") == 1
    assert all(f"甲{row}乙" in "".join(pages) for row in range(60))


def test_notes_are_numbered_anew_on_each_page() -> None:
    lines = [Line((Piece("甲"), Piece("", note=1), Piece("乙"), Piece("", note=2)))]
    lines += [Line((Piece("丙"), Piece("", note=3)), page=True)]
    first, second = told(sheet_pdf(sheet(*lines, notes=("注一", "注二", "注三"))))
    assert (first, second) == ("甲1乙21注一2注二—1—", "丙11注三—2—")


def test_words_wider_than_their_cell_may_be_parted_and_others_not() -> None:
    mail, figure = "zhang.san.department@some-long-college.edu.cn", "12345678"
    boxes = (
        Box(0, 0, (Line((Piece(mail),), "cell"),)),
        Box(0, 1, (Line((Piece(figure),), "cell"),)),
        Box(0, 2, (Line((Piece("x" * 300 + mail),), "cell"),)),
    )
    held = sheet(Grid(1, (2, 2, 11), boxes), Line((Piece(mail),)))
    assert source(held, ()).count("h(0pt)") == len(mail) - 1 + len(mail) + 299
    assert quoted(figure) in source(held, ())
    whole = "".join(told(sheet_pdf(held)))
    assert whole.count(mail) == 3
    assert figure in whole
    assert "x" * 300 in whole


def test_a_heading_does_not_end_a_page() -> None:
    for count in range(30, 44):
        filling = [Line((Piece(f"行{n}。"),)) for n in range(count)]
        held = [*filling, Line((Piece("小标题"),), "subheading", keep=True), Line((Piece("正文。"),))]
        for page in told(sheet_pdf(sheet(*held))):
            assert not re.sub("—[0-9]+—$", "", page).endswith("小标题")


@pytest.mark.parametrize(
    "setup", [Setup(), Setup("仿宋_GB2312", 12, 16, True, 0.5), Setup("楷体", 14), Setup("宋体", landscape=True)]
)
def test_any_setup_can_be_written(setup: Setup) -> None:
    data = sheet_pdf(sheet(Line((Piece("正文。" * 200),)), setup=setup))
    box = PdfReader(BytesIO(data)).pages[0].mediabox
    assert (box.width > box.height) == setup.landscape
    assert "正文。" * 200 in "".join(told(data))


def test_open_points_stand_behind() -> None:
    form = HELD["centre-recommendation"]
    held = on_sheet(laid(form, Filled(form.id), DAY), [OpenPoint("栏目", "待补充：<示例>", "原文")])
    assert "待补充：<示例>" in told(sheet_pdf(held))[-1]


@pytest.mark.parametrize("char", ["\ue001", "\U0003fffd", "\U000f0123"])
def test_a_character_that_no_font_has_is_named(char: str) -> None:
    with pytest.raises(InputError, match="No font for PDF") as caught:
        sheet_pdf(sheet(Line((Piece(f"甲{char}乙"),))))
    assert caught.value.zh.count("。") == 1


def test_too_much_is_refused_at_once() -> None:
    with pytest.raises(InputError, match="at most 100000"):
        sheet_pdf(sheet(Line((Piece("甲" * 100_001),))))


def test_without_a_chinese_font_one_sentence_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    typst: Any = module.typst
    bare_fonts = typst.Fonts(include_system_fonts=False)
    monkeypatch.setattr(module, "_fonts", lambda: bare_fonts)
    with pytest.raises(NoFont, match="has no Chinese font"):
        sheet_pdf(sheet(Line((Piece("甲"),))))
