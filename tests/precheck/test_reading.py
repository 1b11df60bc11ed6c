"""Every form as other programs leave it is read word for word; what was taken out is told, and nothing else."""

from __future__ import annotations

import copy
from dataclasses import replace
from datetime import date
from functools import cache
from io import BytesIO
from typing import Any

import docx
import pytest
from docx.oxml.ns import qn

from assistant.drafting.facts import Filled
from assistant.drafting.form import Form
from assistant.errors import InputError, TooLong, Unknown
from assistant.export.sheet_word import sheet_word
from assistant.export.wordnames import bookmark
from assistant.paper.laid import laid
from assistant.paper.places import places
from assistant.paper.reading import read_form
from assistant.precheck.paper import Look, Page, Paper
from assistant.precheck.receiving import LONGEST, paper_of, paper_of_text
from tests.drafting.completed import HELD, SENTENCE, complete
from tests.precheck import altered as a

DAY = date(2026, 11, 20)
FORMS = tuple(HELD.values())
every_form = pytest.mark.parametrize("form", FORMS, ids=list(HELD))
CENTRE, COMMUNITY = HELD["centre-recommendation"], HELD["community-recommendation"]
CONSORTIUM, COLLEGE = HELD["consortium-recommendation"], HELD["industry-college-application"]


@cache
def file_of(form: str) -> bytes:
    return sheet_word(laid(HELD[form], complete(HELD[form]), DAY))


def read(form: Form, *steps: a.Step) -> Paper:
    return paper_of(a.altered(file_of(form.id), *steps), FORMS)


def same(paper: Paper, filled: Filled) -> bool:
    return (dict(paper.filled.values), dict(paper.filled.rows)) == (dict(filled.values), dict(filled.rows))


@pytest.mark.parametrize("how", a.ALTERATIONS)
@every_form
def test_whatever_programs_do_every_value_is_read(form: Form, how: str) -> None:
    paper = read(form, *a.ALTERATIONS[how])
    assert (paper.form, paper.source, paper.missing, paper.unread) == (form.id, "word", (), ())
    assert same(paper, complete(form))


@pytest.mark.parametrize("how", a.DISTORTIONS)
@every_form
def test_what_is_not_understood_is_not_misunderstood(form: Form, how: str) -> None:
    paper = paper_of(a.altered(file_of(form.id), a.DISTORTIONS[how], a.unmarked), FORMS, form.id)
    for place in places(form, complete(form)):
        found = paper.filled.value(place.path)
        first = f"{place.field.repeat}.1.{place.path.rpartition('.')[2]}" if place.field.repeat else place.path
        assert {place.path, first} & set(paper.unread) or found == place.value, place.path
        assert place.path not in paper.unread or found is None, place.path
    kept = dict(complete(form).rows)
    for path, records in paper.filled.rows:
        assert all(set(record) <= set(kept[path][number]) for number, record in enumerate(records)), path


def test_an_import_reads_the_same() -> None:
    for form in (COLLEGE, CENTRE):
        data = a.altered(file_of(form.id), *a.ALTERATIONS["much at once"])
        assert read_form(form, data) == paper_of(data, FORMS).filled


# What is taken out.


def rows(document: Any) -> list[Any]:
    return list(document.element.body.iter(qn("w:tr")))


@pytest.mark.parametrize("form", [CENTRE, COLLEGE, CONSORTIUM], ids=lambda form: form.id)
def test_a_row_that_is_taken_out_costs_its_own_places_alone(form: Form) -> None:
    whole = docx.Document(BytesIO(file_of(form.id)))
    kept, paths = dict(complete(form).values), [place.path for place in places(form, complete(form))]
    for at in range(len(rows(whole)))[:: 7 if form is not COLLEGE else 2]:
        marks = {mark.get(qn("w:name")) for mark in rows(whole)[at].iter(qn("w:bookmarkStart"))}
        gone = {path for path in paths if bookmark(path) in marks}

        def cut(document: Any, at: int = at) -> None:
            row = rows(document)[at]
            table = row.getparent()
            table.remove(row)
            if not table.findall(qn("w:tr")):
                table.getparent().remove(table)

        paper = read(form, cut, a.unmarked)
        values = dict(paper.filled.values)
        assert not gone & set(values), at
        assert {path for path in gone if path in kept} <= set(paper.unread), at
        assert all(values[path] == value for path, value in kept.items() if path not in paper.unread), at


@pytest.mark.parametrize("marked", [True, False])
@every_form
def test_a_section_that_is_taken_out_is_told_by_its_title(form: Form, marked: bool) -> None:
    document = docx.Document(BytesIO(file_of(form.id)))
    titles = ["".join(heading.text.split()) for heading in a.headings(document)]
    for title in titles[:: 1 if marked else 3]:
        steps: tuple[a.Step, ...] = (lambda held, title=title: a.without_section(held, title),)
        paper = read(form, *steps, *(() if marked else (a.unmarked,)))
        assert title in ["".join(words.split()) for words in paper.missing]
        kept, values = dict(complete(form).values), dict(paper.filled.values)
        assert all(values.get(path) == value for path, value in kept.items() if path not in paper.unread), title
        assert not set(values) & set(paper.unread)


def test_of_a_section_that_is_gone_only_the_title_is_told() -> None:
    paper = read(COMMUNITY, lambda held: a.without_section(held, "二、建设计划"), a.unmarked)
    assert paper.missing == ("二、建设计划",)
    assert {path.partition(".")[0] for path in paper.unread} == {"2"}
    paper = read(COMMUNITY, lambda held: a.without_section(held, "四、管理及运行机制"), a.unmarked)
    assert (paper.missing, paper.unread) == (("四、管理及运行机制",), ("4",))


def test_a_label_that_is_gone_is_told_though_others_say_the_same() -> None:
    paper = read(CENTRE, lambda held: a.without_rows(held, "统一社会信用代码"), a.unmarked)
    assert "统一社会信用代码" in paper.missing
    assert "1.builder_code" in paper.unread
    assert paper.filled.value("1.head_phone") == dict(complete(CENTRE).values)["1.head_phone"]


def without_heading(title: str) -> a.Step:
    def step(document: Any) -> None:
        for heading in a.headings(document):
            if "".join(heading.text.split()) == title:
                heading._p.getparent().remove(heading._p)

    return step


def test_a_text_that_runs_on_since_a_heading_is_gone_is_over_no_limit() -> None:
    paper = read(COMMUNITY, without_heading("四、管理及运行机制"), a.unmarked)
    assert paper.missing == ("四、管理及运行机制",)
    assert set(paper.unread) == {"3", "4"}
    paper = read(COMMUNITY, without_heading("四、管理及运行机制"))
    assert (paper.missing, paper.unread) == (("四、管理及运行机制",), ())
    assert same(paper, complete(COMMUNITY))


# What is put in.


@pytest.mark.parametrize(
    "form", [COMMUNITY, CENTRE, HELD["centre-list"], HELD["centre-plan"]], ids=lambda form: form.id
)
def test_rows_added_by_hand_are_records(form: Form) -> None:
    filled = complete(form)
    for path, records in filled.rows:
        last = bookmark(f"{path}.{len(records)}.{records[-1][0][0]}")

        def more(document: Any, last: str = last) -> None:
            for mark in list(document.element.body.iter(qn("w:bookmarkStart"))):
                if mark.get(qn("w:name")) == last:
                    row = next(mark.iterancestors(qn("w:tr")))
                    row.addnext(copy.deepcopy(row))

        wanted = tuple((key, (*held, held[-1]) if key == path else held) for key, held in filled.rows)
        paper = read(form, more, a.unmarked)
        assert dict(paper.filled.rows) == dict(wanted)
        assert (dict(paper.filled.values), paper.missing) == (dict(filled.values), ())


def test_columns_of_years_in_another_order_keep_their_years() -> None:
    def swapped(document: Any) -> None:
        for table in document.element.body.iter(qn("w:tbl")):
            if any(a.said(cell) == "2025年" for cell in table.iter(qn("w:tc"))):
                for row in table.iter(qn("w:tr")):
                    cells = row.findall(qn("w:tc"))
                    cells[-1].addnext(cells[-2])

    form = HELD["centre-recommendation"]
    paper = read(form, swapped, a.unmarked)
    kept = {path: value for path, value in complete(form).values if path.startswith("3.")}
    assert {path: value for path, value in paper.filled.values if path.startswith("3.")} == kept


def test_guidance_that_was_left_is_no_part_of_a_text() -> None:
    def left(document: Any) -> None:
        for table in document.tables:
            for row in table.rows:
                for cell in row.cells:
                    if SENTENCE in cell.text and not cell.text.startswith("（办学"):
                        cell.paragraphs[0].insert_paragraph_before("(办学历史、成绩、 校企合作主要成果等内容)")
                        return

    assert same(read(COLLEGE, left, a.unmarked), complete(COLLEGE))


def test_what_is_hidden_or_struck_out_is_mentioned_and_not_read() -> None:
    paper = read(COLLEGE, a.with_hidden, a.tracked)
    assert paper.hidden[0] == "暗号"
    assert paper.tracked
    assert "暗号" not in paper.text
    assert "删去" not in paper.text + repr(paper.filled)
    plain = read(COLLEGE)
    assert (plain.hidden, plain.tracked) == ((), False)


# How it is set.


def test_the_look_is_that_of_runs_styles_and_defaults() -> None:
    paper = read(CONSORTIUM)
    assert paper.page == Page(21.0, 29.7, True)
    looks = [look for look in paper.looks if look.field == "3"]
    assert looks == [Look("3", "3.特色与创新", SENTENCE, ("仿宋_GB2312",), (12.0,), (16.0,))]
    assert {look.sizes for look in paper.looks if look.field[:1].isdigit()} == {(12.0,)}
    prints = [look for look in paper.looks if not look.field]
    assert ("市域产教联合体推荐书", ("宋体",), (22.0,)) in [(look.label, look.fonts, look.sizes) for look in prints]


def test_words_set_otherwise_are_told_apart() -> None:
    def otherwise(document: Any) -> None:
        paragraphs = [p for p in document.paragraphs if p.text.startswith(SENTENCE)]
        words = paragraphs[0].runs[0]
        words.text = ""
        for text, font, size in ((SENTENCE[:9], "仿宋_GB2312", 12), (SENTENCE[9:], "黑体", 15)):
            run = a.run(text, a.made("w:rFonts", eastAsia=font), a.made("w:sz", val=str(2 * size)))
            words._r.addprevious(run)

    looks = [look for look in read(CONSORTIUM, otherwise).looks if look.field == "3"]
    assert (looks[0].fonts, looks[0].words) == (("仿宋_GB2312",), SENTENCE[:9])
    assert looks[1] == Look("3", "3.特色与创新", SENTENCE[9:], ("黑体",), (15.0,), (16.0,))


# Which form it is.


def test_another_form_than_the_one_chosen_is_said() -> None:
    with pytest.raises(InputError, match="looks like centre-recommendation"):
        paper_of(file_of(CENTRE.id), FORMS, COMMUNITY.id)
    assert paper_of(file_of(CENTRE.id), FORMS, CENTRE.id).form == CENTRE.id
    with pytest.raises(Unknown):
        paper_of(file_of(CENTRE.id), FORMS, "none")


def written(*lines: str) -> bytes:
    document = docx.Document()
    for line in lines:
        document.add_paragraph(line)
    made = BytesIO()
    document.save(made)
    return made.getvalue()


def test_what_is_no_form_is_said_in_one_sentence() -> None:
    with pytest.raises(InputError, match="cannot be told"):
        paper_of(written("关于召开会议的通知", "请于周五到会。"), FORMS)
    with pytest.raises(InputError, match="does not look like"):
        paper_of(written("关于召开会议的通知"), FORMS, COLLEGE.id)
    with pytest.raises(InputError, match="no text"):
        paper_of(written("", " "), FORMS)


def test_a_form_that_could_be_two_is_not_guessed_at() -> None:
    twin = replace(CENTRE, id="twin", names=("另一份推荐书",))
    with pytest.raises(InputError, match="could be"):
        paper_of(file_of(CENTRE.id), (*FORMS, twin))
    assert paper_of(file_of(CENTRE.id), (*FORMS, twin), "twin").form == "twin"


def test_a_form_typed_anew_from_the_notice_is_read() -> None:
    document = docx.Document()
    document.add_heading("市域产教联合体推荐名单汇总表", 1)
    document.add_paragraph("推荐单位：杭州市某区发展和改革局（公章）    填报人及联系方式：李某 0571-88888888")
    table = document.add_table(4, 2)
    for number, words in enumerate(("序号", "市域产教联合体名称", "1", "甲联合体", "2", "乙联合体", "3", "")):
        table.cell(number // 2, number % 2).text = words
    made = BytesIO()
    document.save(made)
    paper = paper_of(made.getvalue(), FORMS)
    assert paper.form == "consortium-list"
    assert (paper.missing, paper.unread) == ((), ())
    assert dict(paper.filled.values) == {
        "list.office": "杭州市某区发展和改革局", "list.reporter": "李某 0571-88888888",
    }  # fmt: skip
    assert paper.filled.records("list.rows") == ((("name", "甲联合体"),), (("name", "乙联合体"),))


# As text.


def pasted(form: Form, blanks: bool = True) -> str:
    from assistant.export.word_script import script_of

    script = script_of(file_of(form.id))
    return "\r\n".join("\t".join(c.told.text for c in row.cells if blanks or not c.below) for row in script.rows)


@pytest.mark.parametrize("blanks", [True, False])
@every_form
def test_pasted_text_is_read_as_far_as_it_can_be_told(form: Form, blanks: bool) -> None:
    paper = paper_of_text(pasted(form, blanks), FORMS)
    values, kept = dict(paper.filled.values), dict(complete(form).values)
    assert (paper.form, paper.source, paper.missing, paper.looks, paper.page) == (form.id, "text", (), (), None)
    assert {path: value for path, value in kept.items() if path not in paper.unread} == values
    assert dict(paper.filled.rows) == dict(complete(form).rows)
    # Two long texts beside each other, each of several lines, cannot be parted.
    assert len(paper.unread) <= (4 if form is CONSORTIUM else 0)


@every_form
def test_cells_each_on_a_line_are_read_or_said_not_to_be(form: Form) -> None:
    text = pasted(form, blanks=False).replace("\t", "\n")
    paper = paper_of_text(text, FORMS, form.id)
    values = dict(paper.filled.values)
    for path, value in complete(form).values:
        assert path in paper.unread or values.get(path) == value, path


def test_pasted_text_has_a_longest() -> None:
    with pytest.raises(TooLong):
        paper_of_text("文" * (LONGEST + 1), FORMS)
