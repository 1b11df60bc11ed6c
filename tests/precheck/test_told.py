"""A 预审 in words: every point has a sentence in both languages, and no sentence is left over."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from assistant.drafting.facts import FactSheet
from assistant.exporting import exported
from assistant.precheck.facts import paper_of_facts
from assistant.precheck_told import counts, point_told, precheck_fields, precheck_report
from assistant.prechecks import Prechecked
from assistant.printing import report_lines
from assistant.words import words
from tests.precheck.right import DAY, form, law, reported, right, with_values
from tests.precheck.test_rules import CONSORTIUM, FAULTS, OPEN, check

ROOM = Path(__file__).resolve().parents[2] / "assistant" / "precheck"


def made(name: str = CONSORTIUM) -> Prechecked:
    values = with_values(right(form(name)), {"1.head": None})
    sheet = FactSheet(forms=(values,))
    paper = paper_of_facts(form(name), sheet)
    return Prechecked(form(name), paper, reported(form(name), paper, sheet), tuple(law().guidelines))


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_point_has_a_sentence(language: str) -> None:
    for name, values, *_ in (*FAULTS, *OPEN):
        for point in check(name, values).points:
            told = point_told(point, language)
            assert told
            assert "{" not in told


def test_no_sentence_is_left_over() -> None:
    code = "\n".join(path.read_text(encoding="utf-8") for path in ROOM.glob("*.py"))
    keys = {key.removeprefix("precheck.") for key in words("zh") if key.startswith("precheck.")}
    stems = {"font", "size", "line_spacing", "naming", "abbreviation", "secret", "share", "levy", "attach"}
    built = {key for key in keys if any(key.startswith(f"{stem}_") for stem in stems)}
    assert {key for key in keys - built if not re.search(rf"""["']{key}["']""", code)} - {"lead_count"} == set()


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_fields(language: str) -> None:
    held = made()
    told = precheck_fields(held, language)
    assert list(told) == ["form", "name", "source", "as_of", "language", "summary", "points", "citations"]
    assert (
        told["summary"]
        == counts(held)
        == {
            outcome: sum(point["outcome"] == outcome for point in told["points"])
            for outcome in ("fail", "pass", "unknown")
        }
    )
    assert told["as_of"] == DAY.isoformat()
    for point in told["points"]:
        assert list(point) == ["rule", "rule_name", "outcome", "key", "text", "places", "citation", "quote"]
        if point["citation"] is not None:
            cited = told["citations"][point["citation"] - 1]
            assert cited["quote"] == point["quote"]
            assert cited["source_quote"]


def test_the_report_has_what_fails_first() -> None:
    report = precheck_report(made(), "zh")
    assert [table.title.partition("（")[0] for table in report.tables] == ["不通过", "无法判断", "通过"]
    assert sum(len(table.rows) for table in report.tables) == len(made().report.points)
    lines = "\n".join(report_lines(report))
    assert "预审报告：市域产教联合体推荐书" in lines
    assert "“联合体负责人”没有填写。" in lines


def test_the_report_as_a_file() -> None:
    report = precheck_report(made(), "zh")
    text = exported(report, "md").decode()
    assert text.startswith("# 预审报告：市域产教联合体推荐书\n")
    assert "| 漏填 | “联合体负责人”没有填写" in text
    assert "## 条款出处" in text
    assert exported(report, "docx")[:2] == b"PK"
    assert exported(report, "md") == exported(precheck_report(made(), "zh"), "md")
