"""Forms as files at the command line, over the made-up form."""

from __future__ import annotations

import json
import os
from io import BytesIO
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.oxml.ns import qn

from assistant.cli import main
from tests.drafting.lighthouse import FORM, forms
from tests.drafting.test_form_files import ABSENT

FACTS: dict[str, Any] = {
    "forms": {
        "lighthouse": {
            "1.name": "东港灯塔守护站",
            "1.towers.2030": 12,
            "1.towers.2031": "13.50",
            "2": "守护站每周巡检一次。每年维修一次。",
            "3.people": "配备守护员8人。",
        }
    }
}


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    forms(tmp_path / "corpus", FORM, ABSENT)
    monkeypatch.setenv("ASSISTANT_DATA", str(tmp_path / "data"))
    monkeypatch.setenv("ASSISTANT_CORPUS", str(tmp_path / "corpus"))
    (tmp_path / "facts.json").write_text(json.dumps(FACTS, ensure_ascii=False), encoding="utf-8")
    return tmp_path


def run(*arguments: str | Path) -> int:
    return main(["--lang", "en", "--today", "2026-11-20", "export", "--form", "lighthouse", *map(str, arguments)])


def words(path: Path) -> str:
    return "".join(node.text or "" for node in docx.Document(str(path)).element.body.iter(qn("w:t")))


def test_a_form_is_filled_in_from_facts(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("--facts", home / "facts.json", "--out", home / "a.docx") == 0
    said = words(home / "a.docx")
    for text in ("东港灯塔守护站", "12", "13.50", "守护站每周巡检一次。", "配备守护员8人。", "守护单位负责人签字"):
        assert text in said
    style = docx.Document(str(home / "a.docx")).styles["Normal"].element
    assert style.rPr.rFonts.get(qn("w:eastAsia")) == "楷体_GB2312"
    assert style.pPr.find(qn("w:spacing")).get(qn("w:line")) == "440"
    out = capsys.readouterr()
    assert out.out == ""
    assert "places are still to be filled in" in out.err


def test_without_facts_the_form_is_empty(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("--out", home / "blank.docx") == 0
    assert "待补充" not in words(home / "blank.docx")
    assert "（不超过300字，包括巡检、维修、值守等）" in words(home / "blank.docx")
    assert "fill" not in capsys.readouterr().err.replace("building", "")


def test_markdown_and_the_same_bytes(home: Path) -> None:
    assert run("--facts", home / "facts.json", "--out", home / "a.md") == 0
    text = (home / "a.md").read_text("utf-8")
    assert text.startswith("附件1\n\n# 灯塔守护基地申报表\n")
    assert "| 守护单位 | 名称<br>东港灯塔守护站 |" in text
    for name in ("b.docx", "c.docx"):
        assert run("--facts", home / "facts.json", "--out", home / name) == 0
    assert (home / "b.docx").read_bytes() == (home / "c.docx").read_bytes()


def test_a_file_that_was_exported_is_taken_as_facts(home: Path) -> None:
    assert run("--facts", home / "facts.json", "--out", home / "a.docx") == 0
    assert run("--facts", home / "a.docx", "--out", home / "b.docx") == 0
    assert (home / "a.docx").read_bytes() == (home / "b.docx").read_bytes()


def test_open_points_come_on_request(home: Path) -> None:
    assert run("--facts", home / "facts.json", "--out", home / "a.docx", "--open-points") == 0
    assert "待办清单（提交前请删除本页）" in words(home / "a.docx")
    assert "守护单位›电话" in words(home / "a.docx")


def test_facts_come_from_standard_input(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from types import SimpleNamespace

    data = json.dumps(FACTS).encode()
    monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=BytesIO(data)))
    assert run("--facts", "-", "--out", home / "a.docx") == 0
    assert "东港灯塔守护站" in words(home / "a.docx")


def refused(capsys: pytest.CaptureFixture[str], *arguments: str | Path) -> str:
    capsys.readouterr()
    assert run(*arguments) == 2
    said = capsys.readouterr().err.strip().splitlines()
    return said[-1]


def test_wrong_input_is_one_sentence(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    facts, out = home / "facts.json", home / "a.docx"
    assert (
        refused(capsys, "--facts", facts, "--out", home / "a.odt")
        == "The file of a form must end in .docx, .pdf, .html or .md."
    )
    assert "Cannot read" in refused(capsys, "--facts", home / "none.json", "--out", out)
    assert "Cannot write" in refused(capsys, "--facts", facts, "--out", home / "none" / "a.docx")
    (home / "bad.json").write_text('{"forms": {"lighthouse": {"9.nowhere": "x"}}}')
    assert "9.nowhere" in refused(capsys, "--facts", home / "bad.json", "--out", out)
    (home / "bad.json").write_text("{")
    assert refused(capsys, "--facts", home / "bad.json", "--out", out) == "This is not valid JSON."
    (home / "bad.docx").write_bytes(b"PK\x03\x04")
    assert "no Word" in refused(capsys, "--facts", home / "bad.docx", "--out", out)
    docx.Document().save(str(home / "other.docx"))
    assert "is not the form lighthouse" in refused(capsys, "--facts", home / "other.docx", "--out", out)
    assert not list(home.glob("*.part")) + list(home.glob(".*.part"))
    assert not out.exists()


def test_unknown_forms_and_those_only_mentioned_are_said(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for name, word in (("nothing-like-it", "nothing-like-it"), ("lighthouse-list", "only mentioned")):
        assert main(["--lang", "en", "export", "--form", name, "--out", str(home / "a.md")]) == 2
        assert word in capsys.readouterr().err


def test_a_text_too_long_is_never_written(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    long = {"forms": {"lighthouse": {"2": "巡检" * 151}}}
    (home / "facts.json").write_text(json.dumps(long))
    code = run("--facts", home / "facts.json", "--out", home / "a.docx")
    told = capsys.readouterr().err
    # The drafting leaves out a whole sentence that is too long, and says so; the words are in no file unasked.
    assert "300" in told
    assert code == 2 or "巡检" * 151 not in words(home / "a.docx")


def test_a_full_disk_and_a_read_only_folder_are_one_sentence(
    home: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    if not Path("/dev/full").exists():
        pytest.skip("needs /dev/full")
    (home / "full.md").symlink_to("/dev/full")
    assert refused(capsys, "--facts", home / "facts.json", "--out", home / "full.md").endswith(
        "no space is left on the disk."
    )
    folder = home / "closed"
    folder.mkdir()
    before = os.open

    def closed(*given: Any, **more: Any) -> Any:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", closed) if os.geteuid() == 0 else folder.chmod(0o500)
    assert before is os.open
    said = refused(capsys, "--out", folder / "a.docx")
    monkeypatch.undo()
    assert said.endswith("permission denied.")
    assert list(folder.iterdir()) == []
