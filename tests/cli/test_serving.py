"""Serving: several processes answer, the documents change meanwhile, and it ends when told to."""

from __future__ import annotations

import json
import os
import select
import shutil
import signal
import subprocess
import sys
import threading
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from http.client import HTTPConnection
from pathlib import Path
from typing import Any

import pytest

from assistant.answering.answer import Answer, Question
from assistant.crewed import CrewedEngine
from assistant.errors import CorpusError, Ended
from assistant.service import Assistant
from assistant.settings import Settings
from assistant.wiring import build, serving
from tests.crew.duties import held, release, started

ROOT = Path(__file__).resolve().parents[2]
DAY = date(2026, 1, 15)
QUESTION = Question("灯塔工程联合申报单位最多几家？")
NOTICE = "灯塔工程申报通知\n\n一、申报条件\n\n（一）联合申报单位不超过 {most} 家。\n\n（二）企业须成立满{most}年。\n"


def write(settings: Settings, most: int) -> None:
    """Another number in the notice, all at once as an editor would."""
    sources = settings.corpus / "sources"
    sources.mkdir(parents=True, exist_ok=True)
    draft = settings.corpus.with_name("draft")
    draft.write_text(NOTICE.format(most=most), encoding="utf-8")
    draft.replace(sources / "lighthouse.txt")


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    made = Settings(tmp_path / "corpus", tmp_path / "data", workers=2)
    write(made, 3)
    return made


def pids(assistant: Assistant) -> tuple[int, ...]:
    engine = assistant._opened.engine
    assert isinstance(engine, CrewedEngine)
    engine.crew.ready()
    return engine.crew.pids()


def timeless(answer: Answer) -> Answer:
    return replace(answer, elapsed_ms=0.0)


def test_answers_and_searches_are_those_of_one_process(settings: Settings) -> None:
    alone = build(settings)
    with serving(settings) as assistant:
        assert len(pids(assistant)) == 2
        assert timeless(assistant.ask(QUESTION, DAY)) == timeless(alone.ask(QUESTION, DAY))
        assert assistant.ask(QUESTION, DAY).generation == assistant.health().index == alone.health().index
        assert assistant.search("联合申报单位", 3) == alone.search("联合申报单位", 3)
    with pytest.raises(Ended):
        assistant.ask(QUESTION, DAY)


def test_without_workers_this_process_answers(settings: Settings) -> None:
    with serving(replace(settings, workers=0)) as assistant:
        assert timeless(assistant.submit(QUESTION, DAY).result()) == timeless(assistant.ask(QUESTION, DAY))
        assert assistant.ask(QUESTION, DAY).generation == assistant.health().index


def test_documents_change_under_load_without_a_wrong_or_missing_answer(settings: Settings) -> None:
    right: dict[str, Answer] = {}
    for most in (3, 4, 5):
        other = Settings(settings.corpus, settings.data.with_name(f"data-{most}"))
        write(settings, most)
        alone = build(other)
        right[alone.health().index] = timeless(alone.ask(QUESTION, DAY))
    assert len({answer.answer for answer in right.values()}) == 3
    seen: list[Answer] = []
    wrong: list[object] = []
    over = threading.Event()

    def ask(assistant: Assistant) -> None:
        while not over.is_set():
            try:
                seen.append(assistant.ask(QUESTION, DAY))
            except Exception as error:
                wrong.append(error)

    write(settings, 3)
    with serving(settings) as assistant:
        before = pids(assistant)
        asking = [threading.Thread(target=ask, args=(assistant,)) for _ in range(4)]
        for thread in asking:
            thread.start()
        for most in (4, 5):
            write(settings, most)
            health = assistant.reindex()
            assert assistant.ask(QUESTION, DAY).generation == health.index
        over.set()
        for thread in asking:
            thread.join()
        assert not set(before) & set(pids(assistant))
        assert all(_gone(pid) for pid in before)
    assert wrong == []
    assert {answer.generation for answer in seen} == set(right)
    assert all(timeless(answer) == right[answer.generation] for answer in seen)


def test_a_failed_build_keeps_the_last_state_and_is_told_once(
    settings: Settings, capsys: pytest.CaptureFixture[str]
) -> None:
    with serving(settings) as assistant:
        before = timeless(assistant.ask(QUESTION, DAY))
        capsys.readouterr()
        (settings.corpus / "catalogue.toml").write_text("[[document", encoding="utf-8")
        for _ in range(3):
            with pytest.raises(CorpusError):
                assistant.reindex()
        assert len(capsys.readouterr().err.splitlines()) == 1
        assert timeless(assistant.ask(QUESTION, DAY)) == before
        (settings.corpus / "catalogue.toml").unlink()
        assert assistant.reindex().index == before.generation
        write(settings, 9)
        assert "9" in (assistant.reindex() and assistant.ask(QUESTION, DAY).answer)


def test_a_deleted_index_is_made_again_while_serving(settings: Settings) -> None:
    with serving(settings) as assistant:
        before, processes = assistant.health(), pids(assistant)
        shutil.rmtree(settings.data)
        assert "3" in assistant.ask(QUESTION, DAY).answer
        assert assistant.reindex() == before
        assert not set(processes) & set(pids(assistant))
        assert "3" in assistant.ask(QUESTION, DAY).answer


def test_a_folder_that_cannot_be_written_is_served_from_memory(settings: Settings) -> None:
    settings.data.write_text("a file stands where the folder should be")
    with serving(settings) as assistant:
        assert "3" in assistant.ask(QUESTION, DAY).answer


def _gone(pid: int, seconds: float = 20.0) -> bool:
    try:
        descriptor = os.pidfd_open(pid)
    except ProcessLookupError:
        return True
    try:
        return bool(select.select([descriptor], [], [], seconds)[0])
    finally:
        os.close(descriptor)


@contextmanager
def started_server(*command: str, **environ: str) -> Iterator[tuple[subprocess.Popen[str], int]]:
    """A server process and its port, which its first line of errors names."""
    with subprocess.Popen(
        [sys.executable, *command],
        cwd=ROOT,
        env={**os.environ, "ASSISTANT_LOG": "off", **environ},
        stderr=subprocess.PIPE,
        text=True,
    ) as server:
        try:
            assert server.stderr is not None
            line = next(line for line in server.stderr if "127.0.0.1:" in line)
            yield server, int(line.partition("127.0.0.1:")[2].partition("/")[0])
        finally:
            server.kill()


def test_a_server_ends_with_0_and_leaves_nothing(settings: Settings) -> None:
    build(settings)
    environ = {
        "ASSISTANT_CORPUS": str(settings.corpus), "ASSISTANT_DATA": str(settings.data), "ASSISTANT_WORKERS": "2",
    }  # fmt: skip
    with started_server("-m", "assistant", "serve", "--port", "0", **environ) as (server, port):
        body = json.dumps({"question": QUESTION.text}).encode()
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/api/ask", body, timeout=60) as answered:
            assert len(answered.headers["X-Index-Generation"]) == 24
        below = _below(server.pid)
        assert len(below) == 2
        since = time.monotonic()
        server.send_signal(signal.SIGTERM)
        assert server.wait(20) == 0
        assert time.monotonic() - since < 5
        assert server.stderr is not None
        assert server.stderr.read() == ""
        assert all(_gone(pid, 0) for pid in below)


@pytest.mark.parametrize("clients", [1, 5])
def test_a_question_that_was_taken_is_answered_before_the_end(tmp_path: Path, clients: int) -> None:
    slow = held(tmp_path)
    with started_server("-m", "tests.cli.slow_server", str(slow)) as (server, port):
        asking = [HTTPConnection("127.0.0.1", port, timeout=20) for _ in range(clients)]
        for connection in asking:
            connection.request("POST", "/api/ask", json.dumps({"question": "最多几家？"}))
        pid = started(slow)
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/api/health", timeout=20) as health:
            assert health.status == 200  # whoever came before has been let in
        server.send_signal(signal.SIGTERM)
        _refused(port)
        for _ in range(clients - 1):
            release(slow)
            assert started(slow) == pid
        release(slow)
        for connection in asking:
            with connection.getresponse() as answered:
                assert (answered.status, bool(answered.read())) == (200, True)
            connection.close()
        assert server.wait(20) == 0
        assert server.stderr is not None
        assert server.stderr.read() == ""
        assert _gone(pid, 0)


def _refused(port: int) -> None:
    """Wait until nobody listens there any more."""
    while True:
        connection = HTTPConnection("127.0.0.1", port, timeout=20)
        try:
            connection.connect()
        except ConnectionRefusedError:
            return
        except ConnectionResetError:
            pass  # it closed between hearing and accepting
        finally:
            connection.close()


def _below(pid: int) -> list[int]:
    tasks: Any = Path(f"/proc/{pid}/task").glob("*/children")
    return [int(child) for task in tasks for child in task.read_text().split()]
