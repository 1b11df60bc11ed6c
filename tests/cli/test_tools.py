"""Comparison and checklist at the command line, over two invented notices, one of them reviewed."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from io import BytesIO
from pathlib import Path
from typing import Any

import docx
import icalendar
import openpyxl
import pytest

from assistant.cli import main

ROOT = Path(__file__).resolve().parents[2]
ALPHA = """灯塔计划申报通知

一、申报条件

（一）牵头单位应为本科院校，联合申报单位不超过 3 家。

二、申报流程

（一）申报单位填写申报书（加盖公章），一式 4 份。

（二）请于 2026 年 3 月 31 日前将申报书报送至海州市教育局。

（三）评审结果公示 7 天。

三、管理

（一）通过认定的单位每年 6 月 30 日前报送年度总结报告。
"""
BETA = """星火基地申报指南

一、申报条件

（一）牵头单位应为职业院校，联合申报单位不超过 3 家。

二、报送

（一）请于 2025 年 12 月 1 日前提交申请表。
"""
CARD = """programme = "alpha"
checked_by = "maintainers"
checked_on = 2026-01-02
silent = ["naming"]
[[point]]
facet = "partner_count"
quote = "联合申报单位不超过3家"
role = "joint"
number = { max = 3, unit = "家" }
"""
CATALOGUE = """
[[document]]
file = "alpha.txt"
title = "灯塔计划申报通知"
[[document]]
file = "beta.txt"
title = "星火基地申报指南"
status = "superseded"
[[programme]]
id = "alpha"
document = "alpha"
names = ["灯塔计划"]
[[programme]]
id = "beta"
document = "beta"
names = ["星火基地"]
"""


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("tools")
    for name, text in (("sources/alpha.txt", ALPHA), ("sources/beta.txt", BETA), ("programmes/alpha.toml", CARD)):
        (folder / "corpus" / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / "corpus" / name).write_text(text, "utf-8")
    (folder / "corpus" / "catalogue.toml").write_text(CATALOGUE, "utf-8")
    return folder


class Desk:
    """The command line in this process."""

    def __init__(self, corpus: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.base = ["--corpus", str(corpus / "corpus"), "--data", str(corpus / "data"), "--today", "2026-01-15"]
        self._capsys = capsys

    def __call__(self, *arguments: str, language: str = "zh", code: int = 0) -> str:
        done = main([*self.base, "--lang", language, *arguments])
        told = self._capsys.readouterr()
        assert done == code, told.err
        if code:
            assert told.out == ""
            assert len(told.err.splitlines()) == 1
            return told.err.strip()
        return told.out

    def json(self, *arguments: str, language: str = "zh") -> Any:
        return json.loads(self(*arguments, "--json", language=language))


@pytest.fixture
def desk(corpus: Path, capsys: pytest.CaptureFixture[str]) -> Desk:
    desk = Desk(corpus, capsys)
    desk("search", "申报")  # the index, and what is said of it
    return desk


COMPARED = """项目对比
按 2026-01-15 的文件整理。
灯塔计划：《灯塔计划申报通知》；报送截止 2026-03-31；要点复核：maintainers，2026-01-02
星火基地：《星火基地申报指南》；文件已被新文件取代；报送截止 2025-12-01，已过；未复核

## 牵头（申报）单位 · 不同
灯塔计划:
  “牵头单位应为本科院校” [1]
  未复核
星火基地:
  “牵头单位应为职业院校” [2]
  未复核
## 联合单位的数量 · 一致
灯塔计划:
  “联合申报单位不超过3家” [3]
星火基地:
  “联合申报单位不超过3家” [4]
  未复核
## 命名规则 · 待核
灯塔计划:
  文件未规定
星火基地:
  未找到相关条款，未复核

# 没有内容的事项
## 未找到相关条款，未复核
事项:
  字数要求

条款出处
[1] 灯塔计划申报通知 · 一、申报条件
    “牵头单位应为本科院校”
[2] 星火基地申报指南 · 一、申报条件
    “牵头单位应为职业院校”
[3] 灯塔计划申报通知 · 一、申报条件
    “联合申报单位不超过3家”
[4] 星火基地申报指南 · 一、申报条件
    “联合申报单位不超过3家”

以正式文件为准
"""
ASKED = ("compare", "alpha", "beta", "--facet", "lead", "partner_count", "naming", "word_limit")


def test_a_comparison_on_the_screen(desk: Desk) -> None:
    assert desk(*ASKED) == COMPARED


def test_a_comparison_as_json(desk: Desk) -> None:
    told = desk.json(*ASKED)
    assert list(told) == ["as_of", "language", "programmes", "rows", "citations"]
    assert told["programmes"][0] == {
        "programme": "alpha",
        "name": "灯塔计划",
        "document": "alpha",
        "title": "灯塔计划申报通知",
        "superseded": False,
        "deadlines": [{"date": "2026-03-31", "passed": False}],
        "checked_by": "maintainers",
        "checked_on": "2026-01-02",
    }
    assert [(row["facet"], row["label"], row["agreement"]) for row in told["rows"]] == [
        ("lead", "牵头（申报）单位", "different"),
        ("partner_count", "联合单位的数量", "same"),
        ("naming", "命名规则", "unsure"),
        ("word_limit", "字数要求", "unsure"),
    ]
    assert told["rows"][1]["cells"][0] == {
        "programme": "alpha",
        "facet": "partner_count",
        "label": "联合单位的数量",
        "state": "stated",
        "reviewed": True,
        "note": "",
        "kinds": [],
        "citations": [3],
        "conflicts": [],
    }
    assert [(c["state"], c["note"]) for c in told["rows"][2]["cells"]] == [
        ("silent", "文件未规定"),
        ("unseen", "未找到相关条款，未复核"),
    ]
    for cited in told["citations"]:
        source = {"alpha": ALPHA, "beta": BETA}[cited["document"]]
        assert source[cited["start"] : cited["end"]] == cited["source_quote"]


def test_a_comparison_in_english_keeps_the_quotes_chinese(desk: Desk) -> None:
    lines = desk(*ASKED, language="en").splitlines()
    assert lines[0] == "Programmes side by side"
    assert "## Number of joint units · same" in lines
    assert "  “牵头单位应为本科院校” [1]" in lines
    assert "  No clause found; not reviewed" in lines


def test_a_comparison_as_files_holds_the_same_quotes(desk: Desk, tmp_path: Path) -> None:
    quotes = [cited["quote"] for cited in desk.json(*ASKED)["citations"]]
    for name in ("a.docx", "a.xlsx"):
        assert desk(*ASKED, "--out", str(tmp_path / name)) == ""
    document = docx.Document(str(tmp_path / "a.docx"))
    assert [p.text for p in document.paragraphs if p.style.name == "Report Source"] == [f"“{q}”" for q in quotes]
    book = openpyxl.load_workbook(BytesIO((tmp_path / "a.xlsx").read_bytes()))
    assert [row[4].value for row in book["条款出处"].iter_rows(min_row=2)] == quotes
    assert book["项目对比"]["B3"].value == "“联合申报单位不超过3家” [3]"


def test_a_checklist_on_the_screen(desk: Desk) -> None:
    lines = desk("checklist", "alpha").splitlines()
    assert lines[:3] == [
        "办事清单：灯塔计划",
        "按 2026-01-15 的文件整理。",
        "灯塔计划：《灯塔计划申报通知》；报送截止 2026-03-31；要点复核：maintainers，2026-01-02",
    ]
    papers = lines.index("# 材料")
    assert lines[papers : papers + 11] == [
        "# 材料",
        "## 申报书 · 未复核",
        "份数:",
        "  “一式4份” [5]",
        "盖章:",
        "  “加盖公章” [3]",
        "条款:",
        "  “申报单位填写申报书（加盖公章）” [3]",
        "  “请于2026年3月31日前将申报书报送至海州市教育局” [4]",
        "## 年度总结报告 · 每年提交 · 未复核",
        "条款:",
    ]
    assert "  每年6月30日，下一次 2026-06-30" in lines
    assert lines[lines.index("## 文件未规定") + 2] == "  命名规则"


def test_a_checklist_as_json(desk: Desk) -> None:
    told = desk.json("checklist", "beta")
    assert list(told) == [
        "as_of", "language", "programme", "kinds", "written", "steps", "papers", "details", "contacts", "dates",
        "calendar", "citations",
    ]  # fmt: skip
    assert told["programme"]["deadlines"] == [{"date": "2025-12-01", "passed": True}]
    assert [(s["n"], s["stage"], s["state"], s["passed"]) for s in told["steps"]] == [
        (1, "eligibility", "stated", False),
        (2, "forms", "stated", True),
        (3, "seal", "unseen", False),
        (4, "submission", "stated", True),
        (5, "review", "unseen", False),
        (6, "public_notice", "unseen", False),
        (7, "afterwards", "unseen", False),
    ]
    assert told["dates"] == [
        {
            "facet": "deadline",
            "label": "报送截止",
            "kind": "day",
            "from": "2025-12-01",
            "until": "2025-12-01",
            "passed": True,
            "replaced": False,
            "reviewed": False,
            "citations": [3],
        }
    ]
    assert told["calendar"] == {"events": 0, "left_out": ["报送截止 2025-12-01 已过，未写入日历。"]}
    for cited in told["citations"]:
        assert BETA[cited["start"] : cited["end"]] == cited["source_quote"]


def test_a_checklist_as_files_holds_the_same_quotes(desk: Desk, tmp_path: Path) -> None:
    quotes = {cited["quote"] for cited in desk.json("checklist", "alpha")["citations"]}
    for name in ("a.docx", "a.xlsx", "a.ics"):
        assert desk("checklist", "alpha", "--out", str(tmp_path / name)) == ""
    document = docx.Document(str(tmp_path / "a.docx"))
    assert {p.text for p in document.paragraphs if p.style.name == "Report Source"} == {f"“{q}”" for q in quotes}
    assert [t.rows[0].cells[0].text for t in document.tables] == ["编号", "材料名称", "事项", "事项", "情况"]
    book = openpyxl.load_workbook(BytesIO((tmp_path / "a.xlsx").read_bytes()))
    assert book.sheetnames == [
        "步骤（文件未写明流程，按通常顺序排列）", "材料", "要求与渠道", "时间", "没有内容的事项", "条款出处", "说明",
    ]  # fmt: skip
    assert {row[4].value for row in book["条款出处"].iter_rows(min_row=2)} == quotes


def test_the_dates_of_a_checklist_as_a_calendar(desk: Desk, tmp_path: Path) -> None:
    desk("checklist", "alpha", "--out", str(tmp_path / "a.ics"))
    events = icalendar.Calendar.from_ical((tmp_path / "a.ics").read_bytes()).walk("VEVENT")
    assert [(str(e["SUMMARY"]), e["DTSTART"].dt.isoformat(), "RRULE" in e, len(e.walk("VALARM"))) for e in events] == [
        ("报送截止：灯塔计划", "2026-03-31", False, 2),
        ("年度工作：灯塔计划（年度总结报告）", "2026-06-30", True, 0),
    ]
    assert str(events[0]["DESCRIPTION"]) == (
        "“请于2026年3月31日前将申报书报送至海州市教育局”\n出处：灯塔计划申报通知 · 二、申报流程\n未复核\n以正式文件为准"
    )


def test_what_is_left_out_of_a_calendar_is_said(desk: Desk, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    desk("checklist", "alpha", "--out", str(tmp_path / "a.ics"))
    told = desk("checklist", "beta", "--out", str(tmp_path / "b.ics"), code=2)
    assert told == "没有可写入日历的日期。报送截止 2025-12-01 已过，未写入日历。"
    assert not (tmp_path / "b.ics").exists()
    assert desk.json("checklist", "alpha")["calendar"] == {
        "events": 2,
        "left_out": ["“评审结果公示7天”没有写明日期，未写入日历。"],
    }


@pytest.mark.parametrize("command", [ASKED, ("checklist", "alpha")])
def test_files_are_the_same_in_every_process(
    corpus: Path, desk: Desk, tmp_path: Path, command: tuple[str, ...]
) -> None:
    endings = ("docx", "xlsx", "ics") if command[0] == "checklist" else ("docx", "xlsx")
    for ending in endings:
        made = []
        for seed in ("1", "2"):
            path = tmp_path / f"{seed}.{ending}"
            subprocess.run(
                [sys.executable, "-m", "assistant", *desk.base, "--lang", "zh", *command, "--out", str(path)],
                cwd=ROOT, env={**os.environ, "PYTHONHASHSEED": seed}, check=True, capture_output=True,
            )  # fmt: skip
            made.append(path.read_bytes())
        assert made[0] == made[1]


@pytest.mark.parametrize(
    ("arguments", "zh", "en"),
    [
        (("compare", "alpha"), "请给出 2 到 12 个不同的项目来对比，现在是 1 个。", "A comparison takes 2 to 12"),
        (("compare", "alpha", "alpha"), "请给出 2 到 12 个不同的项目", "not 1."),
        (("compare", *(f"x{n}" for n in range(13))), "现在是 13 个。", "not 13."),
        (("compare", "alpha", "gamma"), "没有编号为“gamma”的项目；现有：alpha、beta。", 'no programme "gamma"'),
        (("compare", "alpha", "\ud800"), "没有编号为“\\ud800”的项目", "There is no programme"),
        (("compare", "alpha", "x" * 100_000), "没有编号为“" + "x" * 60 + "”的项目", "There is no programme"),
        (("compare", "alpha", "beta", "--facet", "colour"), "没有“colour”这一项；可用：lead、", 'no facet "colour"'),
        (("compare", "alpha", "beta", "--out", "a.pdf"), "导出文件须以 .docx、.xlsx 结尾。", "must end in one of"),
        (("compare", "alpha", "beta", "--out", "a.ics"), "导出文件须以 .docx、.xlsx 结尾。", ".docx, .xlsx."),
        (("compare", "alpha", "beta", "--out", "/none/a.docx"), "文件或文件夹不存在", "no such file or folder"),
        (("compare",), "命令用法不对", "Wrong usage"),
        (("checklist", "gamma"), "没有编号为“gamma”的项目；现有：alpha、beta。", 'no programme "gamma"'),
        (("checklist", "alpha", "--out", "a.pdf"), "导出文件须以 .docx、.xlsx、.ics 结尾。", ".docx, .xlsx, .ics."),
        (("checklist", "alpha", "beta"), "命令用法不对", "Wrong usage"),
    ],
)
def test_what_cannot_be_done_is_said_in_one_sentence(desk: Desk, arguments: tuple[str, ...], zh: str, en: str) -> None:
    assert zh in desk(*arguments, code=2)
    assert en in desk(*arguments, code=2, language="en")


def test_a_file_is_never_written_over_a_folder(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "a.docx").mkdir()
    assert "这是一个文件夹" in desk(*ASKED, "--out", str(tmp_path / "a.docx"), code=2)
    assert list(tmp_path.iterdir()) == [tmp_path / "a.docx"]
