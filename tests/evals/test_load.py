"""The load benchmark, in small: its client, its table, and a real server soaked for a moment."""

from __future__ import annotations

import asyncio
import json
import shutil
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from benchmarks.load import faults, lines
from benchmarks.load_client import body_digest, ran
from benchmarks.soak import Soak, main_questions, soaked
from evals.running import HOME

RUN = {"answers": 9, "seconds": 3.0, "a_second": 3.0, "p50_ms": 1.0, "p95_ms": 2.0, "p99_ms": 3.0, "bad": {}}
FIGURES: dict[str, Any] = {
    "load": {
        "workers": {"1": {**RUN, "foreign": 0.04, "cpu_ms": 5.62}},
        "no workers": {"1": {**RUN, "foreign": 0.5, "cpu_ms": 5.0}},
    },
    "first_s": {"workers": 2.5},
    "mib": {"workers": {"warm": 300.0, "after 1,000": 301.0}},
    "chat": "it is not there.",
    "soak": {**RUN, "wrong": 0, "generations": [6, 6], "said": []},
}


def test_the_table_has_a_row_for_every_run() -> None:
    table = list(lines(FIGURES))
    assert "| workers, 1 | 3 | 1 | 2 | 3 | 0 | 5.6 | 4% |" in table
    assert "The page's chat was not measured: it is not there." in table
    assert "workers: 2.50 s from start to first answer; resident memory of all processes, MiB: " in table[-5]
    assert "| 3 s | 3 | 1 | 2 | 3 | 0 | 6 of 6 | 0 |" in table


def test_errors_and_wrong_answers_count_as_faults() -> None:
    assert faults(FIGURES) == 0
    bad = {**FIGURES, "chat": {"1": {**RUN, "bad": {"503": 2}}}, "soak": {**FIGURES["soak"], "wrong": 3}}
    assert faults(bad) == 5


def test_the_time_an_answer_took_is_no_part_of_what_it_says() -> None:
    first, again, other = (
        f'{{"answer": "{n}", "elapsed_ms": {ms}}}'.encode() for n, ms in ((3, 0.25), (3, 1e-05), (4, 0.25))
    )
    assert body_digest(first) == body_digest(again) != body_digest(other)


@pytest.mark.parametrize("cut", [1, 7, 10_000])
def test_the_client_counts_answers_and_errors_however_they_arrive(cut: int) -> None:
    body = b'{"answer": "3"}'
    head = b"HTTP/1.1 %d x\r\nContent-Length: %d\r\nX-Index-Generation: g1\r\n\r\n"
    answers = iter([head % (200, len(body)) + body, head % (503, len(body)) + body] * 3)

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        while (length := await reader.readline()) and (asked := next(answers, b"")):
            while (line := await reader.readline()).strip():
                length = line if line.lower().startswith(b"content-length") else length
            await reader.readexactly(int(length.split()[1]))
            for at in range(0, len(asked), cut):
                writer.write(asked[at : at + cut])
                await writer.drain()
        writer.close()

    async def run() -> dict[str, Any]:
        server = await asyncio.start_server(serve, "127.0.0.1", 0)
        async with server:
            port = server.sockets[0].getsockname()[1]
            job = {"port": port, "path": "/", "clients": 1, "bodies": ['{"q": 1}'], "count": 7, "watch": True}
            return await ran(job)

    seen = asyncio.run(run())
    assert (seen["answers"], seen["bad"]) == (3, {"503": 3, "connection lost": 1})
    assert seen["seen"] == [[0, "g1", body_digest(body), 3]]


def test_a_server_whose_documents_change_gives_only_answers_of_complete_generations(tmp_path: Path) -> None:
    sources = tmp_path / "corpus" / "sources"
    sources.mkdir(parents=True)
    shutil.copy(HOME / "corpus" / "sources" / "practice-base-guide-2021.txt", sources)
    (tmp_path / "q.jsonl").write_text(json.dumps({"question": "什么时候截止？"}) + "\n", "utf-8")
    questions = main_questions([tmp_path / "q.jsonl"])
    figures = soaked(Soak(tmp_path / "corpus", tmp_path, questions, date(2026, 1, 15), 4, 2.0, 1, 1))
    assert figures["answers"] > 0
    assert (figures["bad"], figures["wrong"], figures["said"]) == ({}, 0, [])
    assert figures["generations"] == [2, 2]
