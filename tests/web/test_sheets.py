"""A document as pages show it: exactly the asked words are marked, in the repaired and in the raw text."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from assistant.guideline.document import Entry, Guideline
from assistant.web import sheets
from assistant.words import words

SAY = words("zh")


@pytest.mark.parametrize(
    ("status", "deadline", "said"),
    [
        ("in_force", None, "in_force"),
        ("in_force", date(2026, 1, 1), "deadline_passed"),
        ("in_force", date(2026, 11, 20), "in_force"),
        ("deadline_passed", None, "in_force"),
        ("superseded", date(2026, 1, 1), "superseded"),
        ("unknown", None, "unknown"),
    ],
)
def test_the_status_is_that_of_today(guideline: Guideline, status: str, deadline: date | None, said: str) -> None:
    entry = replace(guideline.entry, status=status, deadline=deadline)  # type: ignore[arg-type]
    assert sheets.status(replace(guideline, entry=entry), date(2026, 11, 20)) == said


def test_the_cited_words_and_only_they_are_marked(guideline: Guideline) -> None:
    text = guideline.clause("1.1").text
    start = text.index("联合")
    shown = sheets.lines(guideline, ("1.1", start, len(text) - 1))
    assert [line.anchor for line in shown if line.cited] == ["c-1.1"]
    assert [piece for line in shown for piece in line.pieces if piece[1]] == [("联合申报单位不超过 3 家", True)]
    assert ["".join(piece for piece, _ in line.pieces) for line in shown] == [c.text for c in guideline.clauses]


def test_the_raw_text_is_whole_around_the_same_words(guideline: Guideline) -> None:
    text = guideline.clause("1.1").text
    before, marked, after = sheets.raw(guideline, ("1.1", 0, len(text)))
    assert marked == text
    assert before + marked + after == guideline.source
    assert sheets.raw(guideline, None) == (guideline.source, "", "")


def test_search_finds_every_place_white_space_aside(guideline: Guideline) -> None:
    hits, count = sheets.found_words([guideline], "不超过3家")
    assert count == 1
    assert hits[0].marked == "不超过 3 家"
    assert "clause=1.1&from=16&to=23" in hits[0].source
    assert sheets.found_words([guideline], "单位")[1] == 2
    assert sheets.found_words([guideline], "  ") == ((), 0)
    assert sheets.found_words([guideline], ".*(") == ((), 0)


def test_what_is_said_of_a_document(guideline: Guideline) -> None:
    held = sheets.held(guideline, date(2026, 11, 20), SAY)
    assert (held.title, held.status_said, held.lines) == ("灯塔计划申报通知", "有效", ("印发 2026-03-01",))
    assert held.programmes == ("灯塔计划",)
    assert held.lists == (("灯塔计划", "checklist?programme=lighthouse-plan"),)
    assert held.outline == ()


def test_a_document_that_was_amended_says_by_what(guideline: Guideline) -> None:
    entry = Entry("later.txt", title="关于调整《灯塔计划申报通知》的通知", amends=("lighthouse",))
    later = Guideline("later", entry, "", (), (), guideline.programmes)
    today = date(2026, 11, 20)
    old = sheets.held(guideline, today, SAY, (guideline, later))
    assert old.amended == ("已被《关于调整《灯塔计划申报通知》的通知》修改，答复以修改后的规定为准。",)
    assert sheets.held(guideline, today, words("en"), (later,)).amended == (
        "Amended by 《关于调整《灯塔计划申报通知》的通知》; answers follow what holds now.",
    )
    new = sheets.held(later, today, SAY, (guideline, later))
    assert (new.amended, new.programmes) == ((), ("灯塔计划",))


def test_the_status_and_the_deadline_are_as_amended(guideline: Guideline) -> None:
    programme = replace(guideline.programmes[0], deadline=date(2026, 12, 1))
    entry = replace(guideline.entry, deadline=date(2026, 11, 1))
    today = date(2026, 11, 20)
    assert sheets.status(replace(guideline, entry=entry), today) == "deadline_passed"
    moved = replace(guideline, entry=entry, programmes=(programme,))
    assert sheets.status(moved, today) == "in_force"
    assert sheets.held(moved, today, SAY).deadline == "报送截止 2026-12-01"
