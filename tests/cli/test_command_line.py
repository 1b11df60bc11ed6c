"""The command line as a person meets it: real processes over a small real corpus."""

from __future__ import annotations

import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]
HEAVY = (
    "concurrent.futures",
    "multiprocessing",
    "chromadb",
    "gradio",
    "fastapi",
    "langchain",
    "langchain_core",
    "numpy",
    "pypdf",
    "pypinyin",
    "docx",
)
SOURCE = ROOT / "corpus" / "sources" / "practice-base-guide-2021.txt"
QUESTION = "联合申报单位最多几家？"
BASE = ["--today", "2026-01-15"]


class Desk:
    """A corpus and a data folder of one's own, and the command line over them."""

    def __init__(self, folder: Path) -> None:
        self.corpus, self.data = folder / "corpus", folder / "data"

    def __call__(
        self, *arguments: str | bytes, language: str = "zh", seconds: float = 60, **environ: str
    ) -> subprocess.CompletedProcess[str]:
        command: list[Any] = [sys.executable, "-m", "assistant", *arguments]
        return subprocess.run(
            command, cwd=ROOT, env=self.environ(language, **environ), capture_output=True, text=True,
            encoding="utf-8", timeout=seconds, check=False,
        )  # fmt: skip

    def environ(self, language: str = "zh", **more: str) -> dict[str, str]:
        kept = {name: value for name, value in os.environ.items() if not name.startswith(("ASSISTANT_", "LC_", "LANG"))}
        own = {"ASSISTANT_CORPUS": str(self.corpus), "ASSISTANT_DATA": str(self.data), "ASSISTANT_LANG": language}
        return {**kept, **own, **more}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    desk = Desk(tmp_path_factory.mktemp("desk"))
    (desk.corpus / "sources").mkdir(parents=True)
    shutil.copy(SOURCE, desk.corpus / "sources")
    for name in ("catalogue.toml", "corrections"):
        if (ROOT / "corpus" / name).is_dir():
            shutil.copytree(ROOT / "corpus" / name, desk.corpus / name)
    done = desk("index")
    assert done.returncode == 0, done.stderr
    return desk


@pytest.fixture
def desk(built: Desk, tmp_path: Path) -> Desk:
    """A copy that a test may damage."""
    own = Desk(tmp_path)
    shutil.copytree(built.corpus, own.corpus)
    shutil.copytree(built.data, own.data)
    return own


def refused(done: subprocess.CompletedProcess[str], code: int) -> str:
    assert done.returncode == code, (done.stdout, done.stderr)
    assert done.stdout == ""
    assert "Traceback" not in done.stderr
    lines = done.stderr.strip().splitlines()
    assert len(lines) == 1, done.stderr
    return lines[0]


def test_ask_prints_the_answer_and_the_clause(built: Desk) -> None:
    done = built(*BASE, "ask", QUESTION)
    assert (done.returncode, done.stderr) == (0, "")
    assert "5" in done.stdout.splitlines()[0]
    assert "[1] " in done.stdout


def test_ask_json_is_the_same_every_time(built: Desk) -> None:
    answers = [json.loads(built(*BASE, "ask", QUESTION, "--json").stdout) for _ in range(2)]
    for answer in answers:
        answer.pop("elapsed_ms")
    assert answers[0] == answers[1]
    assert answers[0]["as_of"] == "2026-01-15"
    source = (built.corpus / "sources" / SOURCE.name).read_bytes().decode("utf-8")
    for cited in answers[0]["citations"]:
        assert cited["source_quote"] == source[cited["start"] : cited["end"]]


def test_the_fast_path_stays_free_of_heavy_libraries(built: Desk) -> None:
    code = (
        "import sys\nfrom assistant.cli import main\n"
        f"assert main(['ask', {QUESTION!r}]) == 0\n"
        f"print([name for name in {HEAVY!r} if name in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, env=built.environ(), capture_output=True, text=True, check=True
    )
    assert done.stdout.splitlines()[-1] == "[]"


@pytest.mark.parametrize("slip", ["lianheshenbaodanwei最多几家？", "连合申报单位最多几家？"])
def test_pinyin_and_homophones_are_read_as_the_words_they_sound_like(built: Desk, slip: str) -> None:
    meant, mended = (json.loads(built(*BASE, "ask", text, "--json").stdout) for text in (QUESTION, slip))
    assert mended["answer"] == meant["answer"]
    assert mended["citations"] == meant["citations"]


def test_search_and_show(built: Desk) -> None:
    hits = json.loads(built("search", "联合申报单位", "-k", "3", "--json").stdout)["hits"]
    assert 1 <= len(hits) <= 3
    shown = built("show", f"{hits[0]['document']}#{hits[0]['clause']}")
    assert hits[0]["text"] in shown.stdout
    assert len(built("show", hits[0]["document"]).stdout) > len(shown.stdout)


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        ([], 2),
        (["nonsense"], 2),
        (["ask"], 2),
        (["ask", ""], 2),
        (["ask", " \n\t"], 2),
        (["ask", "\x07\x1b"], 2),
        (["ask", "长" * 10_000], 2),
        (["ask", "x", "--nonsense"], 2),
        (["ask", "x", "y"], 2),
        (["ask", "x", "--programme", "none"], 2),
        (["ask", b"\xff\xfe"], 2),
        (["--today", "yesterday", "ask", "x"], 2),
        (["--today", "2026-02-30", "ask", "x"], 2),
        (["--today", "20260101", "ask", "x"], 2),
        (["--lang", "fr", "ask", "x"], 2),
        (["ask", "--batch", "none.jsonl", "--out", "out.jsonl"], 2),
        (["ask", "--batch", "none.jsonl"], 2),
        (["ask", "x", "--out", "out.jsonl"], 2),
        (["search", ""], 2),
        (["search", "x", "-k", "0"], 2),
        (["search", "x", "-k", "-1"], 2),
        (["search", "x", "-k", "many"], 2),
        (["search", "x", "-k", "1000"], 2),
        (["show", "none"], 2),
        (["show", "#"], 2),
        (["serve", "--port", "x"], 2),
        (["serve", "--host", "no such host"], 2),
        (["--corpus", "/nonexistent", "ask", "x"], 3),
        (["--corpus", "/dev/null", "index"], 3),
    ],
)
@pytest.mark.parametrize("language", ["zh", "en"])
def test_bad_input_is_refused_in_one_sentence(built: Desk, arguments: list[str], code: int, language: str) -> None:
    sentence = refused(built(*arguments, language=language), code)
    if language == "en":
        assert sentence.isascii()
    else:
        assert any("\u4e00" <= char <= "\u9fff" for char in sentence)


@pytest.mark.parametrize(
    "question", ["😀", "a\x01b\x1b[31m", "几家\u202e？", "'; DROP TABLE", 'AND OR NOT ( " *', "？"]
)
def test_odd_questions_get_an_answer(built: Desk, question: str) -> None:
    done = built("ask", question)
    assert done.returncode == 0, done.stderr
    assert "\x1b" not in done.stdout


def test_undecodable_bytes_in_a_question_survive(built: Desk) -> None:
    done = built("ask", b"\xe5\x87\xa0\xe5\xae\xb6\xff", "--json")
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["question"] == "几家\udcff"


def test_a_batch_keeps_order_and_goes_on_after_bad_lines(built: Desk, tmp_path: Path) -> None:
    lines = [
        json.dumps({"id": "a", "question": QUESTION}).encode(),
        b"{",
        b'{"id": "b", "question": 1}',
        b'{"id": "\\ud800", "question": "\\udc00 \xe5\x87\xa0\xe5\xae\xb6"}',
    ]
    (tmp_path / "in.jsonl").write_bytes(b"\n".join(lines))
    out = tmp_path / "out.jsonl"
    done = built("ask", "--batch", str(tmp_path / "in.jsonl"), "--out", str(out))
    assert (done.returncode, done.stdout) == (0, "")
    rows = [json.loads(line) for line in out.read_text(encoding="utf-8").splitlines()]
    assert [row["id"] for row in rows] == ["a", None, "b", "\ud800"]
    assert ["error" in row for row in rows] == [False, True, True, False]


def test_a_missing_index_is_built_with_one_line(desk: Desk) -> None:
    shutil.rmtree(desk.data)
    first = desk("ask", QUESTION)
    assert first.returncode == 0
    assert len(first.stderr.splitlines()) == 1
    assert desk("ask", QUESTION).stderr == ""


@pytest.mark.parametrize("file", ["texts.json", "manifest.json", "lexical/meta.json", "lexical/passages.json"])
@pytest.mark.parametrize("damage", [b"", b"garbage", None])
def test_a_damaged_index_is_rebuilt_with_a_message(desk: Desk, file: str, damage: bytes | None) -> None:
    generation = desk.data / (desk.data / "CURRENT").read_text().strip()
    if damage is None:
        (generation / file).unlink()
    else:
        (generation / file).write_bytes(damage)
    done = desk("ask", QUESTION)
    assert done.returncode == 0
    assert len(done.stderr.splitlines()) == 1
    assert desk("ask", QUESTION).stderr == ""


def test_a_new_file_is_read_without_being_told(desk: Desk) -> None:
    text = "灯塔工程申报通知\n\n一、申报条件\n\n（一）联合申报单位不超过 9 家。\n"
    (desk.corpus / "sources" / "lighthouse.txt").write_text(text, encoding="utf-8")
    done = desk("search", "灯塔工程联合申报单位", "--json")
    assert len(done.stderr.splitlines()) == 1
    assert json.loads(done.stdout)["hits"][0]["document"] == "lighthouse"


def test_an_unreadable_file_is_named_and_left_out(desk: Desk) -> None:
    (desk.corpus / "sources" / "broken.pdf").write_bytes(b"%PDF-1.7 nothing")
    done = desk("ask", QUESTION)
    assert done.returncode == 0
    assert "broken.pdf" in done.stderr
    assert "Traceback" not in done.stderr
    assert "broken.pdf" in desk("ask", QUESTION).stderr


def test_nothing_readable_is_an_error(desk: Desk) -> None:
    for file in (desk.corpus / "sources").iterdir():
        file.unlink()
    done = desk("ask", QUESTION)
    assert done.returncode == 3
    assert "Traceback" not in done.stderr


def test_a_data_folder_that_cannot_be_written_does_not_stop_answers(desk: Desk) -> None:
    shutil.rmtree(desk.data)
    desk.data.write_text("a file stands where the folder should be")
    done = desk("ask", QUESTION)
    assert done.returncode == 0
    assert "Traceback" not in done.stderr
    assert desk("index").returncode == 3


@contextmanager
def serving(desk: Desk, port: int) -> Iterator[subprocess.Popen[str]]:
    command = [sys.executable, "-m", "assistant", "serve", "--port", str(port)]
    server = subprocess.Popen(
        command, cwd=ROOT, env=desk.environ(ASSISTANT_LOG="off"), stderr=subprocess.PIPE, text=True
    )
    try:
        assert server.stderr is not None
        assert any(f":{port}/" in line for line in server.stderr)
        yield server
    finally:
        server.send_signal(signal.SIGINT)
        code = server.wait(20)
        assert server.stderr is not None
        said = server.stderr.read()
        server.stderr.close()
    assert (code, said) == (0, "")


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def test_a_server_answers_holds_its_port_and_its_folder_and_lets_others_read(desk: Desk) -> None:
    port, other = free_port(), free_port()
    with serving(desk, port):
        body = json.dumps({"question": QUESTION}).encode()
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/api/ask", body, timeout=20) as answered:
            served = json.load(answered)
        asked = json.loads(desk("ask", QUESTION, "--json").stdout)
        assert {**served, "elapsed_ms": 0} == {**asked, "elapsed_ms": 0}
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/", timeout=20) as page:
            assert "申报助手" in page.read().decode()
        assert str(port) in refused(desk("serve", "--port", str(port)), 2)
        for arguments in (["index"], ["serve", "--port", str(other)]):
            started = time.monotonic()
            sentence = refused(desk(*arguments), 3)
            assert time.monotonic() - started < 5
            assert "serve" in sentence  # it names the holder
    assert desk("index").returncode == 0
