"""`python -m benchmarks.load`: answers a second, waiting times and memory of a real server under many clients.

The server answers with its processes, and once more with none (`ASSISTANT_WORKERS=0`), in the same run. The questions
are all different and come in rotation, nothing is cached between them. A light client process shares the machine.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from assistant.errors import AssistantError
from assistant.settings import from_environment
from assistant.wiring import build
from benchmarks.servers import Server, asked, served
from benchmarks.soak import Soak, main_questions, soaked
from evals.__main__ import AS_OF, CASES
from evals.errors import EvalError
from evals.notices import question_files
from evals.running import HOME

CLIENTS = (1, 16, 64)
WARMING = 400
CHAT = "/gradio_api/run/turn"
NONE = "no workers"


@dataclass(frozen=True, slots=True)
class Setup:
    """What is measured: for each number of clients `seconds`, and memory after `memory` questions (0: not)."""

    corpus: Path
    scratch: Path
    questions: tuple[str, ...]
    clients: tuple[int, ...]
    seconds: float
    workers: int | None
    alternative: bool
    chat: str
    memory: int


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print the tables; 2 for wrong input, 1 for an error or a wrong answer under load."""
    options = _parser().parse_args(arguments)
    files = tuple(options.questions or (*sorted(CASES.glob("*.jsonl")), *question_files()))
    try:
        with TemporaryDirectory(prefix="load-") as folder:
            questions = tuple(main_questions(files))
            figures = measure(
                Setup(
                    options.corpus, Path(folder), questions, options.clients, options.seconds, options.workers,
                    not options.no_alternative, options.chat, options.memory,
                )
            )  # fmt: skip
            if options.soak:
                figures["soak"] = soaked(
                    Soak(
                        options.corpus, Path(folder), questions, AS_OF, max(options.clients), options.soak,
                        options.rebuilds, options.workers,
                    )
                )  # fmt: skip
    except (EvalError, AssistantError) as error:
        print(error, file=sys.stderr)
        return 2
    print("\n".join(lines(figures)))
    if options.out:
        options.out.write_text(json.dumps(figures, ensure_ascii=False, indent=1) + "\n", "utf-8")
    return int(faults(figures) > 0)


def measure(setup: Setup) -> dict[str, Any]:
    """The figures of the server, of the same without workers, and of the chat of its page."""
    figures: dict[str, Any] = {"load": {}, "first_s": {}, "mib": {}, "chat": None}
    build(from_environment({}, corpus=str(setup.corpus), data=str(setup.scratch / "data")))  # starts are compared
    sides = {"workers": setup.workers, **({NONE: 0} if setup.alternative else {})}
    for side, workers in sides.items():
        with served(setup.corpus, setup.scratch / "data", workers, AS_OF.isoformat()) as server:
            figures["first_s"][side] = server.first_s
            _warm(server, setup)
            figures["mib"][side] = {"warm": server.resident()}
            if setup.memory and side == "workers":
                figures["mib"][side] |= _memory(server, setup)
            figures["load"][side] = _load(server, setup, "/api/ask", _bodies(setup.questions))
            if setup.chat and side == "workers":
                figures["chat"] = _chat(server, setup)
    return figures


def lines(figures: Mapping[str, Any]) -> Iterator[str]:
    """The figures as Markdown tables."""
    yield "| clients | answers/s | p50 ms | p95 ms | p99 ms | errors | processor ms an answer | machine busy with others |"
    yield "| --- | --- | --- | --- | --- | --- | --- | --- |"
    rows = {**figures["load"], **({"page's chat": figures["chat"]} if isinstance(figures["chat"], dict) else {})}
    for side, runs in rows.items():
        for clients, run in runs.items():
            yield f"| {side}, {clients} | {_row(run)} | {run['cpu_ms']:.1f} | {run['foreign']:.0%} |"
    yield ""
    if isinstance(figures["chat"], str):
        yield f"The page's chat was not measured: {figures['chat']}"
    for side, seconds in figures["first_s"].items():
        held = ", ".join(f"{at} {mib:.0f}" for at, mib in figures["mib"][side].items())
        yield f"{side}: {seconds:.2f} s from start to first answer; resident memory of all processes, MiB: {held}."
    if "soak" in figures:
        soak = figures["soak"]
        yield ""
        yield "| soak | answers/s | p50 ms | p95 ms | p99 ms | errors | generations | wrong answers |"
        yield "| --- | --- | --- | --- | --- | --- | --- | --- |"
        yield f"| {soak['seconds']:.0f} s | {_row(soak)} | {' of '.join(map(str, soak['generations']))} | {soak['wrong']} |"
        yield from soak["said"]


def faults(figures: Mapping[str, Any]) -> int:
    """Errors and wrong answers over all runs."""
    runs = [run for side in figures["load"].values() for run in side.values()]
    runs += figures["chat"].values() if isinstance(figures["chat"], dict) else ()
    runs += [figures["soak"]] if "soak" in figures else []
    return sum(sum(run["bad"].values()) + run.get("wrong", 0) for run in runs)


def _row(run: Mapping[str, Any]) -> str:
    times = (f"{run[key]:.0f}" if key in run else "-" for key in ("p50_ms", "p95_ms", "p99_ms"))
    bad = ", ".join(f"{count} x {kind}" for kind, count in run["bad"].items())
    return f"{run['a_second']:.0f} | {' | '.join(times)} | {bad or 0}"


def _load(server: Server, setup: Setup, path: str, bodies: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    runs: dict[str, Any] = {}
    for clients in setup.clients:
        ours, machine = server.cpu(), _machine()
        run = asked(server.port, path, bodies, clients, seconds=setup.seconds)
        run.pop("seen")
        spent, busy = server.cpu() - ours + run["client_cpu_s"], _machine() - machine
        cores = len(os.sched_getaffinity(0))
        runs[str(clients)] = {
            **run,
            "foreign": max(0.0, (busy - spent) / (run["seconds"] * cores)),
            "cpu_ms": 1_000 * spent / max(1, run["answers"]),
        }
    return runs


def _chat(server: Server, setup: Setup) -> dict[str, Any] | str:
    bodies = [{"data": [question, "", []]} for question in setup.questions]
    tried = asked(server.port, setup.chat, bodies, 1, count=1)
    if tried["bad"]:
        return f"{setup.chat} answers {', '.join(tried['bad'])}."
    return _load(server, setup, setup.chat, bodies)


def _warm(server: Server, setup: Setup) -> None:
    asked(server.port, "/api/ask", _bodies(setup.questions), 8, count=WARMING)


def _memory(server: Server, setup: Setup) -> dict[str, float]:
    """MiB after a tenth of the questions, and after all."""
    held, done = {}, 0
    for upto in (setup.memory // 10, setup.memory):
        asked(server.port, "/api/ask", _bodies(setup.questions), 16, count=upto - done)
        done = upto
        held[f"after {upto:,}"] = server.resident()
    return held


def _bodies(questions: Sequence[str]) -> list[dict[str, str]]:
    return [{"question": question} for question in questions]


def _machine() -> float:
    """Seconds that all cores have been busy."""
    spent = [int(field) for field in Path("/proc/stat").read_text().splitlines()[0].split()[1:]]
    return (sum(spent[:8]) - spent[3] - spent[4]) / os.sysconf("SC_CLK_TCK")


def _numbers(text: str) -> tuple[int, ...]:
    return tuple(int(part) for part in text.split(","))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.load", description=__doc__)
    parser.add_argument("--clients", type=_numbers, default=CLIENTS, metavar="N,N", help="default 1,16,64")
    parser.add_argument("--seconds", type=float, default=15.0, metavar="S", help="for each number of clients")
    parser.add_argument("--workers", type=int, metavar="N", help="default: as the server chooses")
    parser.add_argument("--no-alternative", action="store_true", help="leave out the server without workers")
    parser.add_argument("--chat", default=CHAT, metavar="PATH", help=f'default {CHAT}; "" leaves it out')
    parser.add_argument("--memory", type=int, default=0, metavar="N", help="measure memory after N questions too")
    parser.add_argument("--soak", type=float, default=0.0, metavar="S", help="seconds of asking while documents change")
    parser.add_argument("--rebuilds", type=int, default=5, metavar="N", help="how often they change meanwhile")
    parser.add_argument(
        "--questions", type=Path, nargs="+", metavar="FILE", help="default: our cases, and the notices'"
    )
    parser.add_argument("--corpus", type=Path, default=HOME / "corpus", metavar="DIR")
    parser.add_argument("--out", type=Path, metavar="FILE", help="write the figures as JSON")
    return parser


if __name__ == "__main__":
    sys.exit(main())
