"""The ways to get replies: our assistant in this process, its command line, or a file that any assistant wrote."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from pathlib import Path
from types import MappingProxyType
from typing import Any, Protocol

from assistant.answering.answer import Answer, Question
from assistant.answering.trace import Trace
from assistant.exchange import answer_fields, checked, question_of
from assistant.search.protocols import Searcher
from evals.cases import Case
from evals.errors import EvalError, ReplyError
from evals.held import Held
from evals.reply import Reply, reply_of
from evals.seen import KEPT, Seen, seen


@dataclass(frozen=True, slots=True)
class Heard:
    """A reply, or None and the reason why there is none; the steps behind it where they can be seen."""

    reply: Reply | None
    reason: str = ""
    seen: Seen | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """Which corpus is asked, where its index is kept, and the day of asking."""

    corpus: Path
    data: Path
    today: date


Asker = Callable[[Sequence[Case]], Mapping[str, Heard]]


def request(case: Case) -> dict[str, Any]:
    """The case as a line of the batch contract."""
    turns = [{"role": turn.role, "content": turn.content} for turn in case.history]
    return {"id": case.id, "question": case.question, "history": turns}


class Traces(Protocol):
    """What is needed of an engine whose steps are looked at: `wiring.opened` makes one."""

    def trace(self, question: Question, today: date) -> Trace:
        """The answer as of `today`, with what each step made."""


class Answers(Protocol):
    """What is needed of an assistant in this process: `wiring.build` makes one."""

    def ask(self, question: Question, today: date) -> Answer:
        """The answer as of `today`."""


def asking(assistant: Answers, today: date) -> Asker:
    """Asks that assistant; a question that breaks it has no answer, and the rest goes on."""

    def answer(case: Case) -> object:
        return answer_fields(assistant.ask(question_of(request(case)), today))

    return lambda cases: {case.id: _heard(partial(answer, case)) for case in cases}


def stepping(engine: Traces, held: Held, today: date, search: Searcher | None = None) -> Asker:
    """Asks that engine and looks at its steps, and at what plain search brings up; a question that breaks the engine
    has no answer, and the rest goes on."""

    def ask(case: Case) -> Heard:
        traces: list[Trace] = []

        def answer() -> object:
            traces.append(engine.trace(checked(question_of(request(case))), today))
            return answer_fields(traces[0].answer)

        heard = _heard(answer)
        if not traces:
            return heard
        hits = tuple(hit.id for hit in search.search(case.question, KEPT)) if search else None
        return replace(heard, seen=seen(case, traces[0], held, hits))

    return lambda cases: {case.id: ask(case) for case in cases}


def by_command(place: Place) -> Asker:
    """Asks `python -m assistant ask --batch` in a process of its own."""
    return lambda cases: from_lines(_batched(cases, place))


def batch(cases: Sequence[Case], place: Place, hash_seed: str) -> list[dict[str, Any]]:
    """What the command line says to the cases, line by line, in a process with that PYTHONHASHSEED."""
    return [json.loads(line) for line in _batched(cases, place, {"PYTHONHASHSEED": hash_seed})]


def _batched(cases: Sequence[Case], place: Place, more: Mapping[str, str] = MappingProxyType({})) -> list[str]:
    with tempfile.TemporaryDirectory() as folder:
        lines, out = Path(folder, "in.jsonl"), Path(folder, "out.jsonl")
        lines.write_text("".join(json.dumps(request(c), ensure_ascii=False) + "\n" for c in cases), "utf-8")
        command = [sys.executable, "-m", "assistant", "--corpus", str(place.corpus), "--data", str(place.data),
                   "--today", place.today.isoformat(), "ask", "--batch", str(lines), "--out", str(out)]  # fmt: skip
        done = subprocess.run(  # noqa: S603 - a list, no shell
            command, capture_output=True, text=True, check=False, env={**os.environ, **more}
        )
        if done.returncode:
            raise EvalError(f"The assistant's command line ended with {done.returncode}: {done.stderr.strip()[-300:]}")
        return out.read_text("utf-8").splitlines()


def from_file(path: Path) -> Asker:
    """Takes the replies that stand in a JSONL file."""
    if not path.is_file():
        raise EvalError(f"There is no answers file at {path}.")
    heard = from_lines(path.read_text("utf-8").splitlines())
    return lambda cases: heard


def from_lines(lines: Iterable[str]) -> dict[str, Heard]:
    """The replies of JSONL lines by id; EvalError for a line that is no JSON object with an id."""
    heard: dict[str, Heard] = {}
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            fields = json.loads(line)
        except ValueError:
            raise EvalError(f"Line {number} of the answers is not valid JSON.") from None
        if not isinstance(fields, dict) or not isinstance(fields.get("id"), str):
            raise EvalError(f"Line {number} of the answers has no id.")
        if fields["id"] in heard:
            raise EvalError(f"The answers hold {fields['id']} twice.")
        heard[fields["id"]] = _heard(partial(dict, fields))
    return heard


def _heard(say: Callable[[], object]) -> Heard:
    try:
        return Heard(reply_of(say()))
    except ReplyError as error:
        return Heard(None, str(error))
    except Exception as error:  # one question that breaks the assistant must not end the run
        return Heard(None, f"{type(error).__name__}: {error}")
