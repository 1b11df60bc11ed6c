"""`python -m benchmarks.precheck_load`: whether hostile files disturb those who ask, stay on the disk or tell of others.

A real server; 8 clients ask without end, in turns alone and while files that nobody should have to open are sent one
after another over two connections, good forms of several applicants among them. Then the waiting times of the turns are
compared, the temporary folders are listed, and every answer is searched for the words of the others.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import threading
import time
import urllib.error
import urllib.request
import uuid
import warnings
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import Any

from assistant.settings import from_environment
from assistant.wiring import build
from benchmarks.servers import Server, asked, served
from benchmarks.soak import main_questions
from evals.__main__ import AS_OF, CASES
from evals.errors import EvalError
from evals.notices import question_files
from evals.running import HOME
from tests.precheck import hostile
from tests.precheck.cases import COMMUNITY, good
from tests.precheck.spoiling import instead, spoiled

CLIENTS, SENDERS = 8, 2
PATIENCE = 60.0
TIMES_USUAL = 2.0
LEAD = "杭州某芯物联科技股份有限公司"


@dataclass(frozen=True, slots=True)
class Sent:
    """One file that was sent: its name, status, seconds, and the answer."""

    name: str
    status: int
    seconds: float
    answer: str


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print; 1 where something is not as it should be, 2 where nothing could be measured."""
    options = _parser().parse_args(arguments)
    with TemporaryDirectory(prefix="precheck-load-") as folder:
        try:
            figures = measure(options.corpus, Path(folder), options.seconds, options.files)
        except EvalError as error:
            print(error, file=sys.stderr)
            return 2
    print("\n".join(lines(figures)))
    if options.out:
        options.out.write_text(json.dumps(figures, ensure_ascii=False, indent=1) + "\n", "utf-8")
    return int(any(figures["faults"].values()))


def measure(corpus: Path, folder: Path, seconds: float, files: int) -> dict[str, Any]:
    """The figures of one server, alone and under fire."""
    build(from_environment({}, corpus=str(corpus), data=str(folder / "data")))
    scratch = folder / "tmp"
    scratch.mkdir()
    os.environ["TMPDIR"] = str(scratch)
    sendings = [*_applicants(), *_hostile(files)]
    bodies = [
        {"question": question} for question in main_questions((*sorted(CASES.glob("*.jsonl")), *question_files()))
    ]
    with served(corpus, folder / "data", None, AS_OF.isoformat()) as server:
        asked(server.port, "/api/ask", bodies, CLIENTS, count=800)
        before, listed = server.resident(), dict(_listed(folder, scratch))
        alone = [_sent(server, *one) for one in _applicants()]
        sent: list[Sent] = []
        fire, over, peak = threading.Event(), threading.Event(), [0.0]
        senders = [(server, sendings, sent, fire, over, number) for number in range(SENDERS)]
        threads = [threading.Thread(target=_keep_sending, args=told) for told in senders]
        watch = threading.Thread(target=_watch, args=(server, peak, over))
        for thread in (*threads, watch):
            thread.start()
        quiet, fired = [], []
        while len(sent) < len(sendings):
            quiet.append(asked(server.port, "/api/ask", bodies, CLIENTS, seconds=seconds))
            fire.set()
            fired.append(asked(server.port, "/api/ask", bodies, CLIENTS, seconds=seconds))
            fire.clear()
            time.sleep(1)
        over.set()
        for thread in (*threads, watch):
            thread.join()
        time.sleep(2)
        left = sorted(set(dict(_listed(folder, scratch))) - set(listed))
        after = server.resident()
    for run in (*quiet, *fired):
        run.pop("seen")
    mixed = _mixed(alone, sent)
    slow = [one for one in sent if one.seconds > 20]
    wrong = [one for one in sent if one.status not in (200, 400, 413, 415, 422, 429, 503)]
    usual, under = (median(run["p95_ms"] for run in runs) for runs in (quiet, fired))
    return {
        "quiet": quiet, "fired": fired, "mib": {"before": before, "peak": peak[0], "after": after},
        "sent": [[one.name, one.status, round(one.seconds, 2), one.answer[:160]] for one in sent],
        "faults": {
            "p95 over twice the usual": [round(under, 1)] if under > TIMES_USUAL * usual else [],
            "bad answers to questions": [run["bad"] for run in (*quiet, *fired) if run["bad"]],
            "over 20 s": [one.name for one in slow],
            "neither an answer nor a refusal": [f"{one.name}: {one.status} {one.answer[:200]}" for one in wrong],
            "left on the disk": left,
            "told to another": mixed,
        },
    }  # fmt: skip


def lines(figures: Mapping[str, Any]) -> Iterator[str]:
    """The figures for people."""
    for name, runs in (("alone", figures["quiet"]), ("under fire", figures["fired"])):
        rate, half, most = (median(run[key] for run in runs) for key in ("a_second", "p50_ms", "p95_ms"))
        yield f"{name}, median of {len(runs)} turns: {rate:.0f} answers/s, p50 {half:.0f} ms, p95 {most:.0f} ms"
    yield "server with its processes, MiB: " + ", ".join(f"{at} {mib:.0f}" for at, mib in figures["mib"].items())
    slowest = sorted(figures["sent"], key=lambda one: -one[2])[:8]
    yield f"{len(figures['sent'])} files; slowest: " + ", ".join(f"{one[0]} {one[2]} s ({one[1]})" for one in slowest)
    for kind, found in figures["faults"].items():
        yield f"{kind}: {found or 'none'}"


def _applicants() -> list[tuple[str, bytes]]:
    """A form of each of several applicants, who are told apart by the name of their company."""
    data = good(COMMUNITY)
    return [
        (f"applicant {mark}", spoiled(data, [instead(LEAD, f"杭州某{mark}物联科技股份有限公司")]))
        for mark in ("鲸", "隼", "獭", "鹮")
    ]


def _hostile(files: int) -> list[tuple[str, bytes]]:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return [(file.name, file.make()) for file in hostile.FILES[:files]]


def _keep_sending(
    server: Server,
    sendings: Sequence[tuple[str, bytes]],
    sent: list[Sent],
    fire: threading.Event,
    over: threading.Event,
    first: int,
) -> None:
    for at in count(first, SENDERS):
        while not fire.wait(0.1):
            if over.is_set():
                return
        sent.append(_sent(server, *sendings[at % len(sendings)]))


def _sent(server: Server, name: str, data: bytes) -> Sent:
    border = uuid.uuid4().hex
    head = f'--{border}\r\nContent-Disposition: form-data; name="file"; filename="a.docx"\r\n'
    kind = "Content-Type: application/vnd.openxmlformats-officedocument.wordprocessingml.document\r\n\r\n"
    body = (head + kind).encode() + data + f"\r\n--{border}--\r\n".encode()
    request = urllib.request.Request(f"http://127.0.0.1:{server.port}/api/check", data=body, method="POST")
    request.add_header("Content-Type", f"multipart/form-data; boundary={border}")
    started = time.perf_counter()
    try:
        with urllib.request.urlopen(request, timeout=PATIENCE) as response:
            status, answer = response.status, response.read().decode()
    except urllib.error.HTTPError as error:
        status, answer = error.code, error.read().decode()
    except OSError as error:
        status, answer = 0, repr(error)
    return Sent(name, status, time.perf_counter() - started, answer)


def _watch(server: Server, peak: list[float], over: threading.Event) -> None:
    while not over.wait(0.2):
        peak[0] = max(peak[0], server.resident())


def _listed(*folders: Path) -> Iterator[tuple[str, int]]:
    """Every file of the server's folders, its temporary one among them, and of the shared memory."""
    for folder in (*folders, Path("/dev/shm")):
        for path in folder.rglob("*"):
            if path.is_file():
                yield str(path), path.stat().st_size


def _mixed(alone: Sequence[Sent], sent: Sequence[Sent]) -> list[str]:
    """Where an answer to one applicant differs from that which came when nobody else sent, or names another's company."""
    expected = {one.name: _steady(one.answer) for one in alone}
    marks = [one.name.split()[1] for one in alone]
    found = []
    for one in sent:
        others = [mark for mark in marks if mark in one.answer and one.name != f"applicant {mark}"]
        if others:
            found.append(f"{one.name} is told of {others}")
        if one.status == 200 and one.name in expected and _steady(one.answer) != expected[one.name]:
            found.append(f"{one.name} is told something else")
    return found


def _steady(answer: str) -> str:
    try:
        told = json.loads(answer)
    except ValueError:
        return answer
    if isinstance(told, dict):
        told.pop("elapsed_ms", None)
    return json.dumps(told, sort_keys=True)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.precheck_load", description=__doc__)
    parser.add_argument("--seconds", type=float, default=20.0, metavar="S", help="of each turn of asking")
    parser.add_argument("--files", type=int, default=len(hostile.FILES), metavar="N", help="hostile files, default all")
    parser.add_argument("--corpus", type=Path, default=HOME / "corpus", metavar="DIR")
    parser.add_argument("--out", type=Path, metavar="FILE", help="write the figures as JSON")
    return parser


if __name__ == "__main__":
    raise SystemExit(main())
