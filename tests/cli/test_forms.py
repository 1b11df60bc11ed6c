"""Forms at the command line, over the made-up form; and the table in the docs, which is the command's."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from assistant.cli import main
from assistant.drafting.form_files import read_forms
from assistant.forms_table import forms_table
from assistant.reading.library import read_folder
from tests.drafting.lighthouse import FORM, forms
from tests.drafting.test_form_files import ABSENT

ROOT = Path(__file__).resolve().parents[2]
TABLE = ROOT / "docs" / "forms.md"


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    forms(tmp_path / "corpus", FORM, ABSENT)
    monkeypatch.setenv("ASSISTANT_DATA", str(tmp_path / "data"))
    monkeypatch.setenv("ASSISTANT_CORPUS", str(tmp_path / "corpus"))
    return tmp_path


def said(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    assert main(["--lang", "en", *arguments]) == 0
    return capsys.readouterr().out


def test_the_forms_are_listed(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert said(capsys, "forms") == (
        "lighthouse  灯塔守护基地申报表 (附件1)\n"
        "lighthouse-list  灯塔汇总表  [only mentioned, the form itself is not held]\n"
    )
    told = json.loads(said(capsys, "forms", "--json"))
    assert [(one["id"], one["held"], one["fields"], one["limits"]) for one in told["forms"]] == [
        ("lighthouse", True, 9, 3),
        ("lighthouse-list", False, 0, 0),
    ]
    assert told["left_out"] == []


def test_a_form_is_shown_with_fields_limits_and_rules(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert said(capsys, "forms", "灯塔表") == (
        "灯塔守护基地申报表 (附件1)  [lighthouse]\n"
        "\n"
        "  cover.name  守护单位名称  [text]\n"
        "\n"
        "一、基本情况\n"
        "  1.name  守护单位 › 名称  [text]\n"
        "  1.phone  守护单位 › 电话  [text]\n"
        "  1.towers.2030  守护单位 › 灯塔数量（座） › 2030年  [number; 座]\n"
        "  1.towers.2031  守护单位 › 灯塔数量（座） › 2031年  [number; 座]\n"
        "\n"
        "二、守护方案\n"
        "  2  二、守护方案  [narrative; at most 300 characters]\n"
        "      guidance: “（不超过300字，包括巡检、维修、值守等）”\n"
        "      to be told: 巡检, 维修, 值守 (encouraged)\n"
        "\n"
        "三、保障\n"
        "  3.people  1.人员保障  [narrative; at most 200 characters]\n"
        "      guidance: “（200字以内，下同）”\n"
        "  3.money  2.经费保障  [narrative; at most 200 characters (limit of 3.people)]\n"
        "      Remarks: 200 each\n"
        "  3.signature  守护单位负责人签字  [signature]\n"
        "\n"
        "# Rules of this form\n"
        "font: 楷体_GB2312 “正文字体为楷体_GB2312”\n"
        "size in points: 14 “字号为四号”\n"
        "line spacing in points, fixed: 22 “行距为固定值22磅”\n"
        "copies: 3 “一式3份”\n"
        "due: 2031-03-01 “2031年3月1日前报送”\n"
        "\n"
        "# Where and when it goes\n"
        "“申报单位须于2031年3月1日前报送申报表，一式3份。”\n"
        "\n"
        "# Remarks\n"
        "200 each\n"
    )


def test_a_form_for_programs_has_every_quote_with_its_place(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    told = json.loads(said(capsys, "forms", "附件1", "--json"))
    cited = {one["n"]: one for one in told["citations"]}
    limits = {one["path"]: one["limit"] for one in told["fields"] if one["limit"]}
    assert {path: (limit["most"], limit["inherited_from"]) for path, limit in limits.items()} == {
        "2": (300, ""),
        "3.people": (200, ""),
        "3.money": (200, "3.people"),
    }
    for limit in limits.values():
        assert cited[limit["citation"]]["quote"] == limit["quote"]
    source = (home / "corpus" / "sources" / "lighthouse.txt").read_text("utf-8")
    for one in cited.values():
        assert source[one["start"] : one["end"]] == one["source_quote"]
    (table,) = (block for part in told["sections"] for block in part["blocks"] if "table" in block)
    assert len(table["cells"]) == 9
    assert table["cells"][3]["items"] == [{"field": "1.phone"}]


def test_an_absent_form_is_a_checklist(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    told = said(capsys, "forms", "灯塔汇总表")
    assert "it is not made up" in told
    assert "□ “一式3份”" in told
    assert "The document names nobody to ask." in told
    fields = json.loads(said(capsys, "forms", "lighthouse-list", "--json"))
    assert (fields["held"], [one["quote"] for one in fields["requirements"]], fields["contacts"]) == (
        False,
        ["一式3份"],
        [],
    )


@pytest.mark.parametrize(
    ("name", "sentence"), [("灯塔", "may be"), ("harbour", "There is no form"), ("", "There is no")]
)
def test_a_name_of_none_or_several_is_one_sentence(
    home: Path, capsys: pytest.CaptureFixture[str], name: str, sentence: str
) -> None:
    assert main(["--lang", "en", "forms", name]) == 2
    lines = capsys.readouterr().err.splitlines()
    assert sentence in lines[-1]
    assert "lighthouse-list" in lines[-1]


def test_a_form_that_does_not_fit_is_told_and_the_rest_works(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    forms(home / "corpus", FORM.replace("most = 300", "most = 301"), ABSENT)
    assert main(["--lang", "en", "forms"]) == 0
    told = capsys.readouterr()
    assert "do not limit 2 to 301" in told.err
    assert told.out.startswith("lighthouse-list")


def test_the_table_is_written_as_a_file(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    target = home / "table.md"
    assert said(capsys, "forms", "--table", str(target)) == ""
    told = target.read_text("utf-8")
    assert "| `1.towers.2030` `.2031` | 守护单位 › 灯塔数量（座） | number | 座 |  |  |" in told
    assert "| `3.money` | 2.经费保障 | narrative |  | 200 (limit of `3.people`) | “200字以内” |" in told
    assert main(["--lang", "en", "forms", "--table", str(home / "none" / "table.md")]) == 2


def test_the_table_in_the_docs_is_the_one_that_is_made() -> None:
    """After a change: UPDATE_DOCS=1 ./check tests/cli/test_forms.py."""
    held = read_forms(ROOT / "corpus" / "forms", read_folder(ROOT / "corpus")[0])
    made = "\n".join(forms_table(held, "en")) + "\n"
    if os.environ.get("UPDATE_DOCS"):
        TABLE.write_text(made, encoding="utf-8")
    assert TABLE.read_text(encoding="utf-8") == made
