"""A batch: every line answered or its error said, in order, and the file appears whole or not at all."""

from __future__ import annotations

import json
from datetime import date
from io import StringIO
from pathlib import Path

import pytest

from assistant.batch import read_lines, run, written_whole
from assistant.errors import InputError
from assistant.service import Assistant
from tests.conftest import ScriptedEngine

TODAY = date(2026, 1, 1)


def answered(assistant: Assistant, *lines: bytes, programme: str = "") -> list[dict[str, object]]:
    out = StringIO()
    run(assistant, list(lines), out, TODAY, programme, "zh")
    return [json.loads(line) for line in out.getvalue().splitlines()]


def test_bad_lines_stop_nothing_and_order_is_kept(assistant: Assistant) -> None:
    lines = [
        b'{"id": "a", "question": "x1", "expected": 1}',
        b"not json",
        b'{"id": 7, "question": "x2"}',
        b'{"id": "c"}',
        b'{"id": "d", "question": ""}',
        b'{"id": "e", "question": "\xd7\xd6"}',
        b'{"id": "f", "question": "x", "programme": "none"}',
        json.dumps({"id": "g", "question": "长" * 10_000}).encode(),
        '{"id": "h", "question": "崩溃"}'.encode(),
        b"[" * 50_000,
        b'{"id": "\\ud800", "question": "\\ud83d x"}',
        '\ufeff{"id": "j", "question": "😀\\u0000"}'.encode(),
    ]
    rows = answered(assistant, *lines)
    assert [row["id"] for row in rows] == ["a", None, 7, "c", "d", None, "f", "g", "h", None, "\ud800", "j"]
    assert ["error" in row for row in rows] == [*[False, True, False], *[True] * 7, False, False]
    assert all(set(row) == {"id", "error"} and row["error"] for row in rows if "error" in row)
    assert rows[10]["question"] == "\ud83d x"
    assert rows[0]["answer"]


def test_history_may_lack_the_assistants_turns(assistant: Assistant, engine: object) -> None:
    line = {"id": 1, "question": "x", "history": [{"role": "user", "content": "a"}, {"role": "user", "content": "b"}]}
    assert "error" not in answered(assistant, json.dumps(line).encode())[0]


def test_a_lines_own_programme_wins(assistant: Assistant, engine: object) -> None:
    rows = answered(assistant, b'{"id": 1, "question": "x"}', b'{"id": 2, "question": "x", "programme": "no"}')
    assert "error" not in rows[0]
    assert "error" in rows[1]
    assert "error" in answered(assistant, b'{"id": 1, "question": "x"}', programme="no")[0]


def test_a_question_file_is_a_batch(assistant: Assistant, engine: ScriptedEngine) -> None:
    row = answered(assistant, b'{"id": 1, "question": "x", "programme": ["001"], "gold": [{"quote": "y"}]}')[0]
    assert "error" not in row
    assert engine.asked[0][0].programme == ""


def test_blank_lines_are_no_lines(tmp_path: Path) -> None:
    file = tmp_path / "in.jsonl"
    file.write_bytes(b'{"id":1}\r\n\n  \n{"id":2}')
    assert len(read_lines(file)) == 2


def test_what_stood_there_survives_a_failure(tmp_path: Path) -> None:
    target, source = tmp_path / "out.jsonl", tmp_path / "in.jsonl"
    target.write_text("old")
    target.chmod(0o640)
    with pytest.raises(ZeroDivisionError), written_whole(target, source) as out:
        out.write(f"half {1 // 0}")
    assert target.read_text() == "old"
    with written_whole(target, source) as out:
        out.write("new")
    assert target.read_text() == "new"
    assert target.stat().st_mode & 0o777 == 0o640
    assert [path.name for path in tmp_path.iterdir()] == ["out.jsonl"]


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to("real")
    with written_whole(tmp_path / "link", tmp_path / "in") as out:
        out.write("new")
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "real").read_text() == "new"


@pytest.mark.parametrize("where", ["in.jsonl", "none/out.jsonl", ".", "in.jsonl/out.jsonl"])
def test_an_unusable_target_is_refused_before_any_work(tmp_path: Path, where: str) -> None:
    source = tmp_path / "in.jsonl"
    source.write_text("{}")
    with pytest.raises(InputError), written_whole(tmp_path / where, source):
        raise AssertionError("work began")
    assert source.read_text() == "{}"


def test_a_device_is_written_to(tmp_path: Path) -> None:
    with written_whole(Path("/dev/null"), tmp_path / "in") as out:
        out.write("x")
    assert Path("/dev/null").is_char_device()


@pytest.mark.parametrize("where", ["none", "."])
def test_an_unreadable_batch_is_refused(tmp_path: Path, where: str) -> None:
    with pytest.raises(InputError):
        read_lines(tmp_path / where)
