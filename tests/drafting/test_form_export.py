"""Every form of the corpus on paper: filled, exported, read back equal; limits, open points, hostile values."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal
from io import BytesIO
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.oxml.ns import qn

from assistant.draft_told import facts_of
from assistant.drafting.facts import Filled, Record, Value
from assistant.drafting.fitting import fitted
from assistant.drafting.form import Form
from assistant.errors import InputError
from assistant.paper import writing
from assistant.paper.filed import filled_fields, given_facts
from assistant.paper.points import TITLE, OpenPoint
from assistant.paper.reading import read_form
from assistant.paper.writing import exported_form, form_paper_of
from tests.drafting.completed import HELD, complete

DAY = date(2026, 11, 20)
TOLD_DAY, PRINTED = "2024-05-10", "2024年5月10日"
FILES = {form.id: exported_form(form, complete(form), DAY) for form in HELD.values()}
every_form = pytest.mark.parametrize("form", HELD.values(), ids=list(HELD))


def texts(data: bytes) -> str:
    return "\n".join(node.text or "" for node in docx.Document(BytesIO(data)).element.body.iter(qn("w:t")))


def with_value(filled: Filled, path: str, value: Value) -> Filled:
    return replace(filled, values=(*(pair for pair in filled.values if pair[0] != path), (path, value)))


def test_all_thirteen_forms_are_here() -> None:
    assert len(HELD) == 13


@every_form
def test_a_complete_form_is_exported_and_read_back_equal(form: Form) -> None:
    filled = complete(form)
    back = read_form(form, exported_form(form, filled, DAY))
    assert (dict(back.values), dict(back.rows)) == (dict(filled.values), dict(filled.rows))
    assert [path for path, _ in back.values] == [path for path, _ in filled.values]


@every_form
def test_days_stand_as_forms_print_them(form: Form) -> None:
    text = texts(FILES[form.id])
    assert TOLD_DAY not in text
    assert (PRINTED in text) == any(field.kind == "date" for field in form.fields())


@every_form
def test_a_file_of_another_form_is_refused(form: Form) -> None:
    for other in HELD.values():
        if other.id != form.id:
            with pytest.raises(InputError, match="is not the form"):
                read_form(form, FILES[other.id])


@every_form
def test_what_is_read_back_is_a_fact_sheet(form: Form) -> None:
    back = read_form(form, exported_form(form, complete(form), DAY))
    sheet = facts_of(json.dumps(filled_fields(back), ensure_ascii=False).encode())
    fit = fitted(form, sheet)
    assert (dict(fit.values), dict(fit.rows)) == (dict(back.values), dict(back.rows))
    assert given_facts(form, exported_form(form, complete(form), DAY)).filled(form.id) == back


@every_form
def test_an_empty_form_has_nothing_to_read(form: Form) -> None:
    for blank in (True, False):
        assert read_form(form, exported_form(form, Filled(form.id), DAY, blank=blank)) == Filled(form.id)


@every_form
def test_everything_the_form_prints_stands_in_it_word_for_word(form: Form) -> None:
    data = exported_form(form, Filled(form.id), DAY, blank=True)
    found = "".join("".join(node.itertext()) for node in docx.Document(BytesIO(data)).element.body)
    notes = zipfile.ZipFile(BytesIO(data))
    found += notes.read("word/footnotes.xml").decode() if "word/footnotes.xml" in notes.namelist() else ""
    found = "".join(found.split())
    quotes = [*form.instructions, form.title, *(part.title for part in form.parts() if part.title is not None)]
    for part in form.parts():
        for field in part.fields():
            quotes += [option.quote for option in field.options]
    for quote in quotes:
        assert "".join(quote.text.split()) in found, quote.text


@every_form
def test_declarations_are_the_words_of_the_form(form: Form) -> None:
    from assistant.drafting.table import Printed, Table

    data = exported_form(form, complete(form), DAY)
    lines = {"".join(p.text.split()) for p in _paragraphs(docx.Document(BytesIO(data)))}
    for part in form.parts():
        for block in part.blocks:
            items: list[Any] = (
                [item for cell in block.cells for item in cell.items] if isinstance(block, Table) else [block]
            )
            for item in items:
                if isinstance(item, Printed) and item.declares:
                    assert "".join(item.quote.text.split()) in lines


@every_form
def test_page_and_fonts_are_those_the_form_states(form: Form) -> None:
    document = docx.Document(BytesIO(exported_form(form, Filled(form.id), DAY, blank=True)))
    normal = document.styles["Normal"].element
    spacing = normal.pPr.find(qn("w:spacing"))
    font, pitch = form.rule("font"), form.rule("line_spacing")
    assert normal.rPr.rFonts.get(qn("w:eastAsia")) == (font.words[0] if font is not None else "仿宋")
    if pitch is not None and pitch.number is not None:
        assert spacing.get(qn("w:line")) == str(round(pitch.number * 20))
        assert spacing.get(qn("w:lineRule")) == "exact"
        cell = document.styles["Form Cell"].element.pPr.find(qn("w:spacing"))
        assert cell.get(qn("w:line")) == spacing.get(qn("w:line"))
    mirrored = document.settings.element.find(qn("w:mirrorMargins")) is not None
    assert mirrored == (form.rule("duplex") is not None)
    assert document.sections[0].different_first_page_header_footer == (form.cover is not None)


@every_form
def test_the_same_values_give_the_same_bytes(form: Form) -> None:
    filled = complete(form)
    assert exported_form(form, filled, DAY) == exported_form(form, filled, DAY)


@every_form
def test_markdown_holds_every_value(form: Form) -> None:
    filled = complete(form)
    text = exported_form(form, filled, DAY, "md").decode()
    for path, value in filled.values:
        if isinstance(value, str):
            assert (PRINTED if value == TOLD_DAY else value).split("\n")[0] in text, path
        elif isinstance(value, Decimal):
            assert format(value, "f") in text, path


def test_tables_have_the_boxes_of_the_form() -> None:
    form = HELD["consortium-recommendation"]
    table = docx.Document(BytesIO(exported_form(form, complete(form), DAY))).tables[2]
    first = [cell.text for cell in table.rows[0].cells]
    assert first == ["资源共建共享", "项目名称", "项目名称", "2023年", "2024年"]
    merged = [node.get(qn("w:val")) for node in table.columns[0]._gridCol.getparent().getparent().iter(qn("w:vMerge"))]
    assert merged.count("restart") == 8
    row = next(row for row in table.rows if row.cells[1].text == "共建专业")
    assert [cell.text[-1] for cell in row.cells[3:]] == ["个", "个"]


def test_a_heading_beside_records_spans_all_of_them() -> None:
    form = HELD["community-recommendation"]
    table = docx.Document(BytesIO(exported_form(form, complete(form, 4), DAY))).tables[1]
    column = [row.cells[1].text for row in table.rows]
    assert column.count("科研机构") == 4


def test_list_headings_come_again_on_every_page() -> None:
    form = HELD["community-supply-and-demand"]
    for table in docx.Document(BytesIO(exported_form(form, complete(form, 60), DAY))).tables:
        again = [row._tr.trPr.find(qn("w:tblHeader")) is not None for row in table.rows]
        assert again[0]
        assert sum(again) < 3
        assert len(again) >= 61


def test_missing_places_are_marked_in_a_draft_and_empty_in_a_blank() -> None:
    form = HELD["consortium-recommendation"]
    assert "【待补充】" in texts(exported_form(form, Filled(form.id), DAY))
    assert "【待补充】" not in texts(exported_form(form, Filled(form.id), DAY, blank=True))
    assert "【待补充" not in texts(exported_form(form, complete(form), DAY))


def test_guidance_stands_only_where_nothing_is_filled_in() -> None:
    form = HELD["consortium-recommendation"]
    assert "(不超过200字)" in texts(exported_form(form, Filled(form.id), DAY, blank=True))
    assert "(不超过200字)" not in texts(exported_form(form, complete(form), DAY))


def test_a_placeholder_in_a_text_is_highlighted_and_kept_when_read() -> None:
    form = HELD["consortium-recommendation"]
    text = "联合体已建成实训基地【待补充：数量】个。"
    data = exported_form(form, Filled(form.id, (("4", text),)), DAY)
    runs = [run for p in docx.Document(BytesIO(data)).paragraphs for run in p.runs if run.text == "【待补充：数量】"]
    assert [run.font.highlight_color is not None for run in runs] == [True]
    assert read_form(form, data).value("4") == text


def test_the_title_of_a_report_is_without_the_word_for_outline() -> None:
    form = HELD["community-annual-summary"]
    assert "（提纲）" not in texts(exported_form(form, complete(form), DAY))
    assert "（提纲）" in texts(exported_form(form, Filled(form.id), DAY, blank=True))


def test_text_over_its_limit_is_refused_with_field_count_and_limit() -> None:
    form = HELD["consortium-recommendation"]
    long = Filled(form.id, (("1.policies", "字" * 501),))
    with pytest.raises(InputError) as refused:
        exported_form(form, long, DAY)
    assert refused.value.zh == (
        "“联合体所在地制定支持职业教育政策及落实情况”共 501 字，超过 500 字的上限，未导出；请删减，或选择附待办清单。"
    )
    assert "501 characters, over its limit of 500" in refused.value.en
    exported_form(form, Filled(form.id, (("1.policies", "字" * 500),)), DAY)


def test_a_limit_of_the_whole_text_holds_for_all_fields_together() -> None:
    form = HELD["community-annual-summary"]
    parts = [field.path for field in form.fields() if field.kind == "narrative"]
    for size, passes in ((900, True), (1001, False)):
        filled = Filled(form.id, tuple((path, "字" * size) for path in parts))
        if passes:
            exported_form(form, filled, DAY)
        else:
            with pytest.raises(InputError, match="over its limit of 5000"):
                exported_form(form, filled, DAY)


def test_with_open_points_a_text_too_long_is_kept_out_of_its_place() -> None:
    form = HELD["consortium-recommendation"]
    data = exported_form(form, Filled(form.id, (("1.policies", "长" * 501),)), DAY, points=True)
    found = texts(data)
    assert "原文501字，超过500字上限" in found
    assert found.count("长" * 501) == 1
    assert found.index("长" * 501) > found.index(TITLE)
    assert read_form(form, data).value("1.policies") is None
    rows = [[cell.text for cell in row.cells] for row in docx.Document(BytesIO(data)).tables[-1].rows]
    about = [row for row in rows if row[1].startswith("联合体所在地制定支持职业教育政策及落实情况")]
    assert [(row[2].split("\n")[0], row[3]) for row in about] == [
        ("超过上限：501字，最多500字；原文如下：", "(不超过500字)")
    ]


def test_open_points_stand_on_a_page_of_their_own() -> None:
    form = HELD["consortium-recommendation"]
    flag = OpenPoint("建设规划", "年份超出范围", "2024—2026年数据为申报单位承诺的建成数据")
    filled = with_value(complete(form), "4", "建成基地【待补充：数量】个。")
    document = docx.Document(BytesIO(exported_form(form, filled, DAY, points=True, flags=(flag,))))
    title = next(p for p in document.paragraphs if p.text == TITLE)
    assert title.paragraph_format.page_break_before
    rows = [[cell.text for cell in row.cells] for row in document.tables[-1].rows]
    assert rows == [
        ["序号", "栏目", "待办事项", "依据"],
        ["1", "4.建设规划", "待补充：数量", ""],
        ["2", "建设规划", "年份超出范围", "2024—2026年数据为申报单位承诺的建成数据"],
    ]


def test_nothing_open_is_said() -> None:
    form = HELD["consortium-recommendation"]
    assert "没有待补充或待核对的事项。" in texts(exported_form(form, complete(form), DAY, points=True))


HOSTILE: dict[str, str] = {
    "formula": '=HYPERLINK("http://x.test","点此")',
    "markup": "<w:p>&amp;</w:p> ]]> <!-- x -->",
    "spaces": "甲　乙  丙\t丁",
    "emoji": "完成🎉👩‍🏫项",
    "joiner": "a\u200bb\ufeffc\u200ed",
    "brackets": "【待补充】【】【待补充：】",
    "boxes": "☑ □ √",
    "print": "3.特色与创新\n4.建设规划\n5.申报承诺",
    "sign": "年 月 日",
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=list(HOSTILE))
def test_strange_text_comes_back_as_it_is(text: str) -> None:
    form = HELD["consortium-recommendation"]
    filled = Filled(form.id, (("1.name", "示例"), ("3", f"首段。\n{text}\n末段。"), ("4", "规划。")))
    assert dict(read_form(form, exported_form(form, filled, DAY)).values) == dict(filled.values)


@pytest.mark.parametrize("sign", ["\x00", "\x07", "\x1b", "\ud800", "\ufffe", "\u202e", "\u2066"])
def test_what_no_file_can_hold_is_refused_by_name(sign: str) -> None:
    form = HELD["consortium-recommendation"]
    with pytest.raises(InputError) as refused:
        exported_form(form, Filled(form.id, (("3", f"甲{sign}乙"),)), DAY)
    assert f"U+{ord(sign):04X}" in refused.value.zh
    assert sign not in refused.value.zh


def test_ten_thousand_characters_in_a_cell_and_a_thousand_rows() -> None:
    form = HELD["community-supply-and-demand"]
    repeat = next(form.repeats())
    key = next(f for f in form.fields() if f.repeat == repeat.path and f.kind == "text").path
    key = key.removeprefix(f"{repeat.path}.")
    rows: tuple[Record, ...] = (((key, "长" * 10_000),), *(((key, f"单位{n}"),) for n in range(999)))
    filled = Filled(form.id, (), ((repeat.path, rows),))
    assert read_form(form, exported_form(form, filled, DAY)) == filled


def test_too_much_for_one_form_is_one_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(writing, "LONGEST", 10)
    form = HELD["community-annual-summary"]
    with pytest.raises(InputError, match="Too much"):
        exported_form(form, complete(form), DAY)


@pytest.mark.parametrize(
    "made",
    [
        lambda form: Filled(form.id, (("9.nowhere", "x"),)),
        lambda form: Filled(form.id, (), (("nowhere", ((("name", "x"),),)),)),
    ],
)
def test_a_field_that_the_form_has_not_is_named(made: Callable[[Form], Filled]) -> None:
    form = HELD["consortium-recommendation"]
    with pytest.raises(InputError, match="has no field"):
        exported_form(form, made(form), DAY)


@pytest.mark.parametrize(("name", "paper"), [("a.docx", "docx"), ("B.MD", "md"), ("c.pdf", "pdf"), ("d.html", "html")])
def test_the_ending_tells_the_format(name: str, paper: str) -> None:
    assert form_paper_of(Path(name)) == paper


@pytest.mark.parametrize("name", ["a.doc", "a.txt", "a", "a.docx.bak"])
def test_any_other_ending_is_one_sentence(name: str) -> None:
    with pytest.raises(InputError, match="must end in"):
        form_paper_of(Path(name))


def _paragraphs(document: Any) -> Any:
    from docx.text.paragraph import Paragraph

    return (Paragraph(node, document) for node in document.element.body.iter(qn("w:p")))
