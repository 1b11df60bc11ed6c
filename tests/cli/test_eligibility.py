"""The self-check at the command line, over two invented notices, one of them reviewed."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from assistant.cli import main

ALPHA = """灯塔计划申报通知

一、申报条件

（一）牵头单位应为本科院校，联合申报单位不超过 3 家。

（二）联合申报的企业应成立2年以上。

二、报送

（一）请于 2026 年 3 月 31 日前报送至海州市教育局。
"""
BETA = """星火基地申报指南

一、申报条件

（一）牵头单位应为职业院校，联合申报单位不超过 3 家。
"""
CARD = """programme = "alpha"
checked_by = "maintainers"
checked_on = 2026-01-02
silent = ["quota"]
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
[[programme]]
id = "alpha"
document = "alpha"
names = ["灯塔计划"]
[[programme]]
id = "beta"
document = "beta"
names = ["星火基地"]
"""


class Desk:
    """The command line over the two notices."""

    def __init__(self, folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
        self._folder, self._capsys, self._monkeypatch = folder, capsys, monkeypatch

    def __call__(self, profile: object, *more: str, language: str = "zh") -> tuple[int, str, str]:
        given = profile if isinstance(profile, str) else json.dumps(profile, ensure_ascii=False)
        source = io.TextIOWrapper(io.BytesIO(given.encode()), encoding="utf-8")
        self._monkeypatch.setattr(sys, "stdin", source)
        where = ["--corpus", str(self._folder), "--data", str(self._folder / "data"), "--lang", language]
        asked = ["--profile", "-"] if profile is not None else []
        code = main([*where, "--today", "2026-11-20", "eligibility", *asked, *more])
        told = self._capsys.readouterr()
        return code, told.out, told.err

    def fields(self, profile: object, *more: str, language: str = "zh") -> dict[str, Any]:
        code, out, err = self(profile, "--json", *more, language=language)
        assert code == 0, err
        told: dict[str, Any] = json.loads(out)
        return told


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("eligibility")
    (folder / "sources").mkdir()
    (folder / "programmes").mkdir()
    (folder / "sources" / "alpha.txt").write_text(ALPHA, encoding="utf-8")
    (folder / "sources" / "beta.txt").write_text(BETA, encoding="utf-8")
    (folder / "programmes" / "alpha.toml").write_text(CARD, encoding="utf-8")
    (folder / "catalogue.toml").write_text(CATALOGUE, encoding="utf-8")
    return folder


@pytest.fixture
def desk(corpus: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Desk:
    return Desk(corpus, capsys, monkeypatch)


UNIVERSITY = {"unit": "公办本科院校", "partners": [{"unit": "企业", "age": 2}]}


def test_criterion_by_criterion(desk: Desk) -> None:
    told = desk.fields(UNIVERSITY)
    alpha, beta = told["results"]
    assert (alpha["programme"], alpha["overall"], alpha["summary"]) == (
        "alpha", "met", "所列条件均符合；申报方向、材料和期限请另行核对。",
    )  # fmt: skip
    assert [(c["kind"], c["ruling"], c["reason"]["text"]) for c in alpha["criteria"]] == [
        ("lead", "met", "公办本科院校属于本科院校"),
        ("count", "met", "联合申报单位1家，规定不超过3家"),
        ("age", "met", "成立年限符合，规定不少于2年"),
    ]
    assert [c["reviewed"] for c in alpha["criteria"]] == [False, True, False]
    assert alpha["deadlines"] == [{"date": "2026-03-31", "passed": True}]
    assert alpha["silent"] == ["quota"]
    assert (beta["overall"], beta["criteria"][0]["ruling"]) == ("unknown", "unknown")
    cited = {c["n"]: c["quote"] for c in told["citations"]}
    assert [cited[n] for n in alpha["criteria"][1]["citations"]] == ["联合申报单位不超过3家"]
    assert all(c["source_quote"] for c in told["citations"])


def test_only_what_can_change_a_result_is_asked(desk: Desk) -> None:
    (asked,) = desk.fields(UNIVERSITY)["questions"]
    assert (asked["id"], asked["path"], asked["what"], asked["programmes"]) == ("unit", ["unit"], "kind", ["beta"])
    assert {"label": "公办职业本科", "value": {"kind": "vocational_undergraduate", "ownership": "public"}} in asked[
        "options"
    ]
    settled = desk.fields({**UNIVERSITY, "unit": asked["options"][0]["value"]})
    assert settled["questions"] == []


def test_an_unmet_one_says_what_would_cure_it(desk: Desk) -> None:
    (alpha,) = desk.fields({**UNIVERSITY, "partners": [{"unit": "企业", "age": "1年半", "count": 5}]}, "--programme",
                           "alpha")["results"]  # fmt: skip
    assert alpha["overall"] == "unmet"
    assert [c["cure"]["text"] for c in alpha["criteria"] if c["cure"]] == [
        "减少2家联合申报单位",
        "换一家成立不少于2年的企业",
    ]
    assert [c["id"] for c in alpha["criteria"] if c["ruling"] == "unmet"] == alpha["deciding"]


def test_english(desk: Desk) -> None:
    told = desk.fields({"unit": "company"}, "--programme", "alpha", language="en")
    (alpha,) = told["results"]
    assert alpha["criteria"][0]["reason"]["text"] == "must be undergraduate college, and company is not"
    assert alpha["criteria"][0]["cure"]["text"] == "nothing the applicant can do would help"


def test_text_for_people(desk: Desk) -> None:
    code, out, _ = desk(UNIVERSITY, "--programme", "alpha")
    assert code == 0
    assert "【符合】灯塔计划：《灯塔计划申报通知》；报送截止 2026-03-31，已过；要点复核：maintainers，2026-01-02" in out
    assert "没有还能改变结果的问题。" in out
    assert "“联合申报单位不超过3家” [2]" in out
    assert "文件未规定：申报限额" in out


def test_without_a_profile_the_questions_are_printed(desk: Desk) -> None:
    code, out, _ = desk(None)
    assert code == 0
    assert "## 本单位是哪一类单位？" in out
    assert "联合申报单位有几家（不含牵头单位）？" in out
    assert "结论:" not in out


def test_the_same_profile_gives_the_same_bytes(desk: Desk) -> None:
    assert desk(UNIVERSITY, "--json") == desk(UNIVERSITY, "--json")
    assert desk(UNIVERSITY)[1] == desk(dict(reversed(UNIVERSITY.items())))[1]


@pytest.mark.parametrize(
    ("profile", "more", "said"),
    [
        ("{", (), "内容不是有效的 JSON。\n"),
        ("[]", (), "申报单位情况须是一个 JSON 对象。\n"),
        ({"unit": "公办民办高校"}, (), "unit 前后矛盾：“公办”和“民办”不能同时成立。\n"),
        ({"partners": [{"count": -1}]}, (), "partners[0].count“-1”须是 1 到 1000 的整数。\n"),
        ({}, ("--programme", "nope"), "没有编号为“nope”的项目；现有：alpha、beta。\n"),
    ],
)
def test_what_is_wrong_is_one_sentence(desk: Desk, profile: object, more: tuple[str, ...], said: str) -> None:
    desk({})
    code, out, err = desk(profile, *more)
    assert (code, out, err) == (2, "", said)


def test_a_profile_that_cannot_be_read(desk: Desk, tmp_path: Path) -> None:
    code, _, err = desk(None, "--profile", str(tmp_path / "none.json"))
    assert (code, err.count("\n")) == (2, 1)
    assert "文件或文件夹不存在" in err


def test_it_is_kept_as_a_file_with_every_quote(desk: Desk, tmp_path: Path) -> None:
    for name in ("check.docx", "check.xlsx"):
        code, out, err = desk(UNIVERSITY, "--out", str(tmp_path / name))
        assert (code, out) == (0, ""), err
        once = (tmp_path / name).read_bytes()
        desk(UNIVERSITY, "--out", str(tmp_path / name))
        assert (tmp_path / name).read_bytes() == once
    book = openpyxl.load_workbook(tmp_path / "check.xlsx")
    cells = [str(cell.value) for sheet in book for row in sheet.iter_rows() for cell in row]
    assert any("联合申报单位不超过3家" in cell for cell in cells)
    assert desk(UNIVERSITY, "--out", str(tmp_path / "check.pdf"))[0] == 2
