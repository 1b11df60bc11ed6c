"""Page numbers, rules and footnotes that stand in the way of what a text says."""

from __future__ import annotations

from assistant.guideline.clause import Clause
from assistant.reading.corrections import Reviewed
from assistant.reading.extracted import Extracted
from assistant.reading.library import clauses_in

LINES = [f"（{n}）第{n}项由各区自行安排并在年底前报送。" for n in "一二三四五六七八九十"]


def read(text: str) -> tuple[Clause, ...]:
    return clauses_in("d", Extracted(text), Reviewed())


def test_bare_page_numbers_are_no_clauses() -> None:
    text = "\n".join(["甲市关于夜校的通知", "各区：", *LINES, "1", *LINES, "2", *LINES, " 3", "此前的通知废止。"])

    assert not [c for c in read(text) if c.text in "123"]


def test_a_few_numbers_that_stand_together_count_rows_not_pages() -> None:
    found = read("\n".join(["甲市关于夜校的通知", "各区：", *LINES, "名单：", "1", "2", "3"]))

    assert [c.text for c in found][-3:] == ["1", "2", "3"]


def test_a_footnote_is_a_note_on_the_sentence_that_bears_its_mark() -> None:
    text = "甲市关于夜校的通知\n各区：\n一、教师\n教师须为骨干教师[1]，且自愿报名。\n二、其他\n夜校免费。\n[1]骨干教师指由区评选的教师。"
    note = next(c for c in read(text) if c.text.startswith("[1]"))

    assert (note.kind, note.label) == ("note", "[1]")
    assert note.context == "教师须为骨干教师，且自愿报名。"


def test_circled_items_of_a_list_are_no_footnotes() -> None:
    text = "甲市关于夜校的通知\n各区：\n一、教师\n①教师自愿报名；\n②教师由区评选。\n二、其他\n费用分为①教材费②场地费。"

    assert not [c for c in read(text) if c.kind == "note"]


def test_a_note_at_the_foot_of_a_page_cuts_no_sentence() -> None:
    text = (
        "甲市关于夜校的通知\n各区：\n一、教师\n教师须为骨干教师¹，并且应当在九月三十日前向所在区报名并提交\n"
        "——————\n¹骨干教师指由区评选的教师。\n— 1 —\n个人简历。逾期不再受理。\n二、其他\n夜校免费。"
    )
    found = [c.text for c in read(text)]

    assert "教师须为骨干教师¹，并且应当在九月三十日前向所在区报名并提交个人简历。逾期不再受理。" in found
    assert "¹骨干教师指由区评选的教师。" in found


def test_a_list_of_headings_goes_on_below_a_table() -> None:
    text = "甲市关于夜校的通知\n附件1\n\n夜校申请表\n一、学校\n名称\t\t地址\n二、课程\n名称\t\t学时\n课程简介（不超过500字以内的简短说明文字）\n三、计划\n课程安排"
    found = {c.text: c.kind for c in read(text)}

    assert found["三、计划"] == "heading"
