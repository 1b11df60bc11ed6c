"""`python -m assistant check`: a Word file, a fact sheet, a file of the desk; on the screen, as JSON, as a file."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from assistant.cli import main
from assistant.paper.filed import filled_fields
from assistant.paper.writing import exported_form
from tests.precheck.right import DAY, form, right

COMMUNITY = "community-recommendation"


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("data")


def run(data: Path, *arguments: str) -> int:
    return main(["--data", str(data), "--today", DAY.isoformat(), "check", *arguments])


@pytest.fixture
def facts(tmp_path: Path) -> Path:
    path = tmp_path / "facts.json"
    path.write_text(json.dumps(filled_fields(right(form(COMMUNITY))), ensure_ascii=False), "utf-8")
    return path


def told(capsys: pytest.CaptureFixture[str]) -> Any:
    return json.loads(capsys.readouterr().out)


def test_a_fact_sheet_and_a_file_of_the_desk(data: Path, facts: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(data, str(facts), "--json") == 0
    found = told(capsys)
    assert (found["form"], found["source"], found["summary"]["fail"]) == (COMMUNITY, "facts", 0)
    saved = facts.with_name("desk.json")
    saved.write_text(
        json.dumps({"kind": "assistant.desk", "version": 1, "facts": json.loads(facts.read_text("utf-8")), "desk": {}}),
        "utf-8",
    )
    assert run(data, str(saved), "--json", "--form", "2.5") == 0
    assert told(capsys) == found


def test_a_word_file(data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "form.docx"
    path.write_bytes(exported_form(form(COMMUNITY), right(form(COMMUNITY)), DAY))
    assert run(data, str(path), "--json") == 0
    found = told(capsys)
    assert (found["form"], found["source"], found["summary"]["fail"]) == (COMMUNITY, "word", 0)
    assert run(data, str(path)) == 0
    out = capsys.readouterr().out
    assert "预审报告：行业产教融合共同体推荐书" in out
    assert "## 字数" in out


def test_failing_rules_are_a_result_and_files_are_written(
    data: Path, facts: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    held = json.loads(facts.read_text("utf-8"))
    held["forms"][COMMUNITY]["1.head"] = "待定"
    facts.write_text(json.dumps(held), "utf-8")
    for name in ("report.md", "report.docx"):
        assert run(data, str(facts), "--out", str(tmp_path / name)) == 0
    assert "待填的标记“待定”" in (tmp_path / "report.md").read_text("utf-8")
    assert run(data, str(facts), "--format", "md", "--out", str(tmp_path / "report.txt")) == 0
    assert (tmp_path / "report.txt").read_bytes() == (tmp_path / "report.md").read_bytes()
    assert capsys.readouterr().out == ""


@pytest.mark.parametrize(
    ("name", "content", "more"),
    [
        ("a.json", b"{", ()),
        ("a.json", b"{}", ()),
        ("a.docx", b"not a word file", ()),
        ("a.docx", b"%PDF-1.7", ()),
        ("a.txt", b"\xff\xfe", ()),
        ("a.json", b"{}", ("--form", "nope")),
        ("a.json", b"{}", ("--form", "2.5", "--format", "md")),
        ("a.json", b"{}", ("--form", "2.5", "--out", "x.pdf")),
    ],
)
def test_what_cannot_be_checked_is_one_sentence(
    data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str, content: bytes, more: tuple[str, ...]
) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    assert run(data, str(path), *more) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err.strip().splitlines()[-1].endswith(("。", "）。"))
