"""What stands in a form is read back: as it was written, with words typed beside, rows added, print gone."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from io import BytesIO
from typing import Any

import docx
import pytest
from docx.oxml.ns import qn
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.errors import InputError
from assistant.export.sheet import Again, Box, Grid, Line, Piece, Sheet, values
from assistant.export.sheet_read import read_sheet, records_read
from assistant.export.sheet_word import sheet_word

DAY = date(2026, 11, 20)


def sheet(name: str = "", majors: str = "", idea: str = "", plan: str = "", units: tuple[str, ...] = ("",)) -> Sheet:
    """A made-up form: a blank of a cover, a cell with a unit, rows that repeat, prose below two headings."""
    cover = Grid(
        1,
        (1, 2),
        (Box(0, 0, (Line((Piece("名称"),)),)), Box(0, 1, (Line((Piece(name, "name"),)),), ruled=True)),
        bordered=False,
    )
    rows = [Box(0, 0, (Line((Piece("单位"),)),)), Box(0, 1, (Line((Piece(majors, "majors"), Piece("个"))),))]
    rows += [
        Box(number, 0, (Line((Piece(unit, f"units.{number}.name"),)),), columns=2)
        for number, unit in enumerate(units, start=1)
    ]
    table = Grid(len(units) + 1, (1, 1), tuple(rows), again=(Again("units", 1, len(units), 1),))
    guidance = () if idea else (Line((Piece("（不超过500字）", faint=True),)),)
    return Sheet(
        "示例",
        DAY,
        (
            cover,
            table,
            Line((Piece("一、思路"),), "heading"),
            *guidance,
            *(Line((Piece(line, "idea"),)) for line in idea.split("\n")),
            Line((Piece("二、规划"),), "heading"),
            *(Line((Piece(line, "plan"),)) for line in plan.split("\n")),
            Line((Piece("年  月  日"),)),
        ),
    )


FULL = sheet("甲联合体", "12", "第一段。\n\n二、规划\n第三段。", "只有一段。", ("甲校", "乙厂"))


def opened(made: Sheet) -> Any:
    return docx.Document(BytesIO(sheet_word(made)))


def saved(document: Any) -> bytes:
    made = BytesIO()
    document.save(made)
    return made.getvalue()


def test_everything_is_read_as_it_was_written() -> None:
    assert read_sheet(sheet_word(FULL), FULL) == values(FULL)


def test_the_values_of_the_sheet_it_is_read_by_do_not_matter() -> None:
    assert read_sheet(sheet_word(FULL), sheet(units=("", ""))) == values(FULL)


def test_nothing_filled_in_is_nothing() -> None:
    assert set(read_sheet(sheet_word(sheet()), sheet()).values()) == {""}


def test_words_typed_into_an_empty_form_are_read() -> None:
    document = opened(sheet())
    document.tables[0].cell(0, 1).paragraphs[0].add_run("乙联合体")
    document.tables[1].cell(0, 1).paragraphs[0].runs[0].text = "7个"
    for paragraph in document.paragraphs:
        if paragraph.text == "（不超过500字）":
            paragraph.insert_paragraph_before("写在提示之前。")
        if paragraph.text == "二、规划":
            paragraph.insert_paragraph_before("写在书签之外。")
    found = read_sheet(saved(document), sheet())
    assert (found["name"], found["majors"]) == ("乙联合体", "7")
    assert found["idea"].split() == ["写在提示之前。", "写在书签之外。"]


def test_words_typed_behind_a_bookmark_are_read() -> None:
    document = opened(FULL)
    paragraph = next(p for p in document.paragraphs if p.text == "只有一段。")
    paragraph.add_run("又加一句。")
    assert read_sheet(saved(document), FULL)["plan"] == "只有一段。又加一句。"


def test_without_any_bookmark_the_print_is_enough() -> None:
    document = opened(replace(FULL, blocks=sheet("甲", "3", "思路。", "规划。", ("甲校", "乙厂")).blocks))
    for kind in ("w:bookmarkStart", "w:bookmarkEnd"):
        for mark in list(document.element.body.iter(qn(kind))):
            mark.getparent().remove(mark)
    found = read_sheet(saved(document), sheet(units=("", "")))
    assert found == {
        "name": "甲", "majors": "3", "idea": "思路。", "plan": "规划。", "units.1.name": "甲校", "units.2.name": "乙厂",
    }  # fmt: skip


def test_a_bookmark_without_an_end_hides_no_print() -> None:
    document = opened(sheet("甲", "3", "思路。\n再一段。", "只有一段。", ("甲校", "乙厂")))
    for mark in list(document.element.body.iter(qn("w:bookmarkEnd"))):
        mark.getparent().remove(mark)
    assert read_sheet(saved(document), FULL)["plan"] == "只有一段。"


def test_a_bookmark_that_begins_twice_is_one() -> None:
    document = opened(FULL)
    paragraph = next(p for p in document.paragraphs if p.text == "二、规划" and p.style.name != "Heading 1")
    start = next(iter(document.element.body.iter(qn("w:bookmarkStart"))))
    idea = next(
        m for m in document.element.body.iter(qn("w:bookmarkStart")) if m.get(qn("w:name")).startswith("f_idea")
    )
    again = idea.makeelement(start.tag, {qn("w:id"): idea.get(qn("w:id")), qn("w:name"): idea.get(qn("w:name"))})
    idea.set(qn("w:id"), "99")
    paragraph._p.addprevious(again)
    again.getnext().insert(0, again)
    assert read_sheet(saved(document), FULL) == values(FULL)


def test_a_heading_that_is_gone_costs_only_what_it_parted() -> None:
    document = opened(FULL)
    heading = next(p for p in document.paragraphs if p.text == "一、思路")
    heading._p.getparent().remove(heading._p)
    found = read_sheet(saved(document), FULL)
    assert found["plan"] == "只有一段。"
    assert found["idea"].startswith("第一段。")


def test_rows_added_by_hand_are_counted_and_read() -> None:
    document = opened(FULL)
    document.tables[1].add_row().cells[0].text = "丙所"
    data = saved(document)
    assert records_read(data, sheet()) == {"units": 3}
    assert read_sheet(data, sheet(units=("",) * 3))["units.3.name"] == "丙所"


@pytest.mark.parametrize("marked", [True, False])
def test_a_row_that_is_gone_shifts_no_value_to_another_field(marked: bool) -> None:
    """Records are counted as they stand, whatever number a bookmark was named for."""
    document = opened(FULL)
    row = document.tables[1].rows[1]._tr
    row.getparent().remove(row)
    if not marked:
        for mark in list(document.element.body.iter(qn("w:bookmarkStart"))):
            mark.getparent().remove(mark)
    found = read_sheet(saved(document), FULL)
    assert (found["majors"], found["units.1.name"]) == ("12", "乙厂")
    assert "units.2.name" not in found


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04", b"%PDF-1.7", b"\x00" * 5000])
def test_what_is_no_word_file_is_said_in_one_sentence(data: bytes) -> None:
    with pytest.raises(InputError, match="no Word"):
        read_sheet(data, FULL)


def test_an_entry_that_unpacks_to_too_much_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    from assistant.export import word_parts

    monkeypatch.setattr(word_parts, "MAX_UNPACKED", 1_000)
    with pytest.raises(InputError):
        read_sheet(sheet_word(FULL), FULL)


PRINTED = ("一、思路", "二、规划", "年  月  日", "名称", "单位", "个", "（不超过500字）")
texts = st.lists(
    st.one_of(
        st.sampled_from((*PRINTED, "\n", " ", "\t", "\u3000")),
        st.text(st.characters(exclude_categories=("Cs", "Cc", "Cn")), max_size=12),
    ),
    max_size=6,
).map(lambda parts: "".join(parts).strip())


@settings(max_examples=60, deadline=None)
@given(name=texts, majors=texts, idea=texts, plan=texts, units=st.lists(texts, min_size=1, max_size=3))
def test_any_text_comes_back(name: str, majors: str, idea: str, plan: str, units: list[str]) -> None:
    made = sheet(
        name.replace("\n", ""), majors.replace("\n", ""), idea, plan, tuple(u.replace("\n", "") for u in units)
    )
    assert read_sheet(sheet_word(made), made) == {path: text.strip() for path, text in values(made).items()}
