"""What a file holds beside the places of its form is told, not passed over."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from io import BytesIO
from typing import Any

import docx
import pytest

from assistant.paper.writing import exported_form
from assistant.precheck.paper import Paper
from assistant.precheck.receiving import paper_of
from assistant.precheck.report import Point
from tests.drafting.completed import HELD, complete
from tests.precheck.test_spoiled import report

DAY = date(2024, 5, 1)
FORM = "community-recommendation"


def left(form: str, change: Callable[[Any], None]) -> list[Point]:
    document = docx.Document(BytesIO(exported_form(HELD[form], complete(HELD[form]), DAY)))
    change(document)
    made = BytesIO()
    document.save(made)
    paper = paper_of(made.getvalue(), HELD.values(), form)
    return [point for point in report(paper, form, DAY).points if point.key == "form_left"]


def stray_paragraph(document: Any) -> None:
    document.add_paragraph("另有三家成员单位尚未列入本表，名单后补。")


def stray_row(document: Any) -> None:
    table = max(document.tables, key=lambda one: len(one.rows))
    row = table.add_row()
    row.cells[0].merge(row.cells[-1]).text = "另有三家成员单位尚未列入本表，名单后补。"


@pytest.mark.parametrize("form", HELD)
def test_of_a_form_as_it_was_exported_nothing_is_left(form: str) -> None:
    assert left(form, lambda document: None) == []


@pytest.mark.parametrize("change", [stray_paragraph, stray_row])
def test_what_belongs_to_no_field_is_told(change: Callable[[Any], None]) -> None:
    (point,) = left(FORM, change)
    assert (point.rule, point.outcome) == ("form", "unknown")
    assert [spot.words for spot in point.spots] == ["另有三家成员单位尚未列入本表，名单后补。"]


def test_facts_have_nothing_beside_them() -> None:
    paper = Paper(FORM, "facts", complete(HELD[FORM]), text="另有三家成员单位尚未列入本表。")
    assert [p for p in report(paper, FORM, DAY).points if p.key == "form_left"] == []
