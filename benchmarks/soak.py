"""Many clients ask while the documents change again and again: no error, and no answer from half an index.

A copy of the corpus is edited so that an answer changes with every generation. Every answer that a client got must be,
byte for byte but for the time it took, the answer of the complete generation that its header names.
"""

from __future__ import annotations

import json
import shutil
import threading
import time
import urllib.request
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from assistant.answering.answer import Question
from assistant.exchange import answer_fields, to_json
from assistant.settings import from_environment
from assistant.wiring import build
from benchmarks.load_client import body_digest
from benchmarks.servers import asked, served
from evals.errors import EvalError

NAME = "lighthouse-notice.txt"
NOTICE = "灯塔工程申报通知\n\n一、申报条件\n\n（一）联合申报单位不超过 {most} 家。\n\n（二）申报书一式 {most} 份。\n"
TELLTALE = ("灯塔工程联合申报单位最多几家？", "灯塔工程申报书要几份？")
FIRST = 3
LOOK = 0.25
LAST, PATIENCE = 3.0, 240.0  # seconds: of a further look, and of all of them; a busy machine rebuilds slowly

Right = dict[str, dict[int, str]]


@dataclass(frozen=True, slots=True)
class Soak:
    """What is soaked: `scratch` is thrown away, `rebuilds` are spread evenly over `seconds`."""

    corpus: Path
    scratch: Path
    questions: Sequence[str]
    today: date
    clients: int
    seconds: float
    rebuilds: int
    workers: int | None


def soaked(soak: Soak) -> dict[str, Any]:
    """The figures of the run; `wrong` counts answers that no complete generation gives."""
    corpus = soak.scratch / "changing"
    shutil.copytree(soak.corpus, corpus)
    questions = [*TELLTALE, *soak.questions]
    right: Right = {}
    for number in range(soak.rebuilds + 1):
        _write(corpus, number)
        right |= _answers(corpus, soak.scratch / "right", questions, soak.today)
    _write(corpus, 0)
    if len(right) != soak.rebuilds + 1 or len({tuple(held.values()) for held in right.values()}) != len(right):
        raise EvalError("The generations of the soak do not differ.")
    with served(corpus, soak.scratch / "changing-data", soak.workers, soak.today.isoformat()) as server:
        over = threading.Event()
        editing = threading.Thread(target=_edit, args=(corpus, soak, server.port, tuple(right), over))
        editing.start()
        bodies = [{"question": question} for question in questions]
        try:
            figures = asked(server.port, "/api/ask", bodies, soak.clients, seconds=soak.seconds, watch=True)
            seen, bad = figures.pop("seen"), Counter(figures["bad"])
            end = time.monotonic() + PATIENCE
            while editing.is_alive() and time.monotonic() < end:
                more = asked(server.port, "/api/ask", bodies, soak.clients, seconds=LAST, watch=True)
                seen += more["seen"]
                bad += Counter(more["bad"])
        finally:
            over.set()
            editing.join()
        said = [line for line in server.said if "index" not in line and "running" not in line]
    wrong = sum(count for at, name, digest, count in seen if right.get(name, {}).get(at) != digest)
    return {
        **figures,
        "bad": dict(bad),
        "wrong": wrong,
        "generations": [len({s[1] for s in seen}), len(right)],
        "said": said,
    }


def _edit(corpus: Path, soak: Soak, port: int, indexes: Sequence[str], over: threading.Event) -> None:
    """Change the notice at even intervals, but never before the change before it is served."""
    pause, started = soak.seconds / (soak.rebuilds + 1), time.monotonic()
    for number in range(1, soak.rebuilds + 1):
        while time.monotonic() < started + number * pause or _served(port) != indexes[number - 1]:
            if over.wait(LOOK):
                return
        _write(corpus, number)
    while _served(port) != indexes[-1] and not over.wait(LOOK):
        pass


def _served(port: int) -> str:
    with urllib.request.urlopen(f"http://127.0.0.1:{port}/api/health", timeout=60) as health:
        return str(json.load(health)["index"])


def _write(corpus: Path, number: int) -> None:
    """The notice with another number, all at once as an editor would."""
    draft = corpus.with_name("draft.txt")
    draft.write_text(NOTICE.format(most=FIRST + number), "utf-8")
    draft.replace(corpus / "sources" / NAME)


def _answers(corpus: Path, data: Path, questions: Sequence[str], today: date) -> Right:
    """What one generation answers, each as the digest of the body that HTTP sends."""
    assistant = build(from_environment({"ASSISTANT_LANG": "en"}, corpus=str(corpus), data=str(data)))
    bodies = [to_json(answer_fields(assistant.ask(Question(text), today))) for text in questions]
    return {assistant.health().index: {n: body_digest(body.encode()) for n, body in enumerate(bodies)}}


def main_questions(files: Sequence[Path]) -> list[str]:
    """The different questions of the files, in order."""
    texts = [
        str(json.loads(line)["question"]) for path in files for line in path.read_text("utf-8").splitlines() if line
    ]
    return list(dict.fromkeys(texts))
