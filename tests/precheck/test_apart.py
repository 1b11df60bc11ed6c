"""A stranger's file is read in a process with little memory, little time, no files and no network, and few at a time."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from assistant.errors import AssistantError, BadFile, Busy, InputError, TooLong, Unknown
from assistant.export.limits import MAX_FILE
from assistant.precheck import apart
from assistant.precheck.apart import Apart, paper_apart
from assistant.precheck.receiving import paper_of
from tests.precheck.test_reading import COLLEGE, FORMS, file_of

ROOT = Path(__file__).resolve().parents[2]
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500)


def alone(code: str) -> subprocess.CompletedProcess[str]:
    """Code run in a process that has limited itself and opens nothing more."""
    begin = "import socket\nfrom assistant.precheck.apart_child import limited, shut\nlimited(2)\n"
    command = [sys.executable, "-c", begin + code]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=60, check=False)


def test_it_reads_what_is_read_here() -> None:
    data = file_of(COLLEGE.id)
    assert paper_apart(data, FORMS) == Apart(FORMS).paper(data) == paper_of(data, FORMS)


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"", "文件是空的"),
        (b"%PDF-1.7\n", "这是 PDF 文件"),
        (b"{\\rtf1", "这是 RTF 文件"),
        (OLE + "WordDocument".encode("utf-16-le"), "旧版 Word（.doc）"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "设有打开密码"),
        (OLE, "这不是可用的 Word"),
        (b"<html></html>", "这不是可用的 Word"),
        (b"PK\x03\x04" + bytes(90), "不完整或已损坏"),
        (file_of(COLLEGE.id)[:-30], "不完整或已损坏"),
    ],
)
def test_what_is_no_word_file_is_told_with_what_to_do(data: bytes, told: str) -> None:
    with pytest.raises(BadFile) as refused:
        paper_apart(data, FORMS)
    assert told in refused.value.zh
    assert refused.value.zh.count("。") == 1
    assert refused.value.en.endswith(".")


def test_a_file_that_is_too_large_starts_no_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(subprocess, "Popen", None)
    with pytest.raises(TooLong):
        paper_apart(bytes(MAX_FILE + 1), FORMS)
    with pytest.raises(Unknown):
        paper_apart(b"", FORMS, "none")


def test_a_form_that_is_another_is_told_by_the_process_too() -> None:
    with pytest.raises(InputError, match="looks like industry-college") as refused:
        Apart(FORMS).paper(file_of(COLLEGE.id), "centre-plan")
    assert not isinstance(refused.value, BadFile)


def test_one_that_takes_too_long_is_killed() -> None:
    started = time.monotonic()
    with pytest.raises(BadFile, match="more time or memory"):
        paper_apart(file_of(COLLEGE.id), FORMS, seconds=0.01)
    assert time.monotonic() - started < 5


def test_a_process_that_never_reads_is_killed_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(apart, "CHILD", ("-c", "import time; time.sleep(60)"))
    started = time.monotonic()
    with pytest.raises(BadFile):
        paper_apart(file_of(COLLEGE.id) + bytes(5_000_000), FORMS, seconds=1)
    assert time.monotonic() - started < 10


@pytest.mark.parametrize("said", ["x" * 100, "[]", '{"zh": 1}', '{"form": "none"}', "[" * 100_000, '{"zh":"","en":""}'])
def test_an_answer_that_is_none_is_no_paper(said: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(apart, "CHILD", ("-c", f"import sys; sys.stdin.buffer.read(); print({said!r})"))
    with pytest.raises(BadFile):
        paper_apart(b"PK", FORMS)


def test_an_answer_without_end_is_cut_off(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(apart, "ANSWER", 1_000_000)
    monkeypatch.setattr(apart, "CHILD", ("-c", "import sys\nsys.stdin.buffer.read()\nwhile True: print('x' * 9999)"))
    started = time.monotonic()
    with pytest.raises(BadFile):
        paper_apart(b"PK", FORMS)
    assert time.monotonic() - started < 10


def test_the_process_has_little_memory_and_little_time() -> None:
    assert "MemoryError" in alone("bytearray(1_100_000_000)").stderr
    assert alone("while True: pass").returncode < 0
    assert alone("import os; print(os.nice(0))").stdout.strip() == str(os.nice(0) + 10)


def test_the_process_writes_no_file_and_opens_none(tmp_path: Path) -> None:
    path = tmp_path / "left"
    alone(f"open({str(path)!r}, 'w').write('x' * 100)")
    assert not path.exists() or not path.read_bytes()
    for code in (f"open({__file__!r})", "socket.socket()", "socket.create_connection(('127.0.0.1', 9))"):
        done = alone(f"shut()\n{code}")
        assert "Too many open files" in done.stderr
        assert done.returncode == 1


def test_nothing_is_left_on_disk_and_no_process(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    paper_apart(file_of(COLLEGE.id), FORMS)
    with pytest.raises(BadFile):
        paper_apart(file_of(COLLEGE.id), FORMS, seconds=0.05)
    assert list(tmp_path.iterdir()) == []
    with pytest.raises(ChildProcessError):
        os.waitpid(-1, os.WNOHANG)


def test_few_are_read_at_a_time_and_few_wait(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two at work, one waiting, the fourth is sent away at once; then all is as before."""
    held, begun = threading.Event(), threading.Semaphore(0)
    readers = Apart(FORMS, at_once=2, waiting=1)

    def slow(*_: object) -> None:
        begun.release()
        held.wait(20)
        raise BadFile("读完。", "Read.")

    monkeypatch.setattr(apart, "_read", slow)
    with ThreadPoolExecutor(3) as pool:
        made = [pool.submit(readers.paper, b"PK") for _ in range(3)]
        for _ in range(2):
            assert begun.acquire(timeout=10)
        deadline = time.monotonic() + 10
        while time.monotonic() < deadline:
            try:
                started = time.monotonic()
                pool_busy = _refused(readers)
                break
            except AssertionError:
                time.sleep(0.01)
        assert isinstance(pool_busy, Busy)
        assert pool_busy.status == 503
        assert time.monotonic() - started < 1
        assert not begun.acquire(blocking=False)
        held.set()
        assert [type(one.exception(timeout=20)) for one in made] == [BadFile] * 3
    monkeypatch.undo()
    assert readers.paper(file_of(COLLEGE.id)).form == COLLEGE.id


def _refused(readers: Apart) -> AssistantError:
    """What a fourth is told once three are there."""
    assert not readers.free()
    try:
        readers.paper(b"PK")
    except AssistantError as error:
        return error
    raise AssertionError


def test_one_applicants_text_is_in_no_other_answer() -> None:
    readers = Apart(FORMS)
    with ThreadPoolExecutor(4) as pool:
        forms = ["centre-plan", "community-list", "centre-list", "consortium-list"] * 2
        papers = list(pool.map(lambda form: readers.paper(file_of(form)), forms))
    assert [paper.form for paper in papers] == forms
    assert papers[:4] == papers[4:]
    assert papers[0] == paper_of(file_of("centre-plan"), FORMS)
