"""A real server on a port of its own, as `./start` would start it, and what can be seen of it from outside."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from evals.errors import EvalError
from evals.running import HOME

PATIENCE = 120.0


@dataclass(frozen=True, slots=True)
class Server:
    """A server that answers; `first_s` is the time from its start to its first answer, `said` its error lines."""

    process: subprocess.Popen[str]
    port: int
    first_s: float
    said: list[str]

    def resident(self) -> float:
        """MiB that it and its processes hold."""
        return sum(_resident(pid) for pid in self._pids()) / 1024

    def cpu(self) -> float:
        """Seconds of computing that it and its processes have used."""
        return sum(map(_computing, self._pids()))

    def _pids(self) -> tuple[int, ...]:
        return self.process.pid, *children(self.process.pid)


@contextmanager
def served(corpus: Path, data: Path, workers: int | None, today: str) -> Iterator[Server]:
    """A server for as long as the block runs; EvalError where it does not start or does not end with 0."""
    port = free_port()
    environ = {name: value for name, value in os.environ.items() if not name.startswith("ASSISTANT_")}
    environ |= {"ASSISTANT_RATE": "0", "ASSISTANT_LOG": "off"}  # all clients share one address
    if workers is not None:
        environ["ASSISTANT_WORKERS"] = str(workers)
    command = [sys.executable, "-m", "assistant", "--corpus", str(corpus), "--data", str(data)]
    command += ["--today", today, "--lang", "en", "serve", "--port", str(port)]
    started = time.perf_counter()
    process = subprocess.Popen(command, cwd=HOME, env=environ, stderr=subprocess.PIPE, text=True)
    said: list[str] = []
    listening = threading.Thread(target=_listen, args=(process, said), daemon=True)
    listening.start()
    try:
        _first_answer(process, port, said)
        yield Server(process, port, time.perf_counter() - started, said)
    finally:
        process.send_signal(signal.SIGTERM)
        try:
            process.wait(20)
        finally:
            process.kill()
            listening.join()
            assert process.stderr is not None
            process.stderr.close()
    if process.returncode:
        raise EvalError(f"The server ended with {process.returncode}: {''.join(said)[-400:]}")


def asked(port: int, path: str, bodies: Sequence[Mapping[str, Any]], clients: int, **more: Any) -> dict[str, Any]:
    """What `clients` clients in another process saw; `more` is `seconds` or `count`, and `watch`."""
    job = {
        "port": port,
        "path": path,
        "clients": clients,
        "bodies": [json.dumps(b, ensure_ascii=False) for b in bodies],
    }
    command = [sys.executable, "-m", "benchmarks.load_client"]
    done = subprocess.run(
        command, cwd=HOME, input=json.dumps({**job, **more}), capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise EvalError(f"The clients failed: {done.stderr.strip()[-400:]}")
    figures: dict[str, Any] = json.loads(done.stdout)
    return figures


def children(pid: int) -> tuple[int, ...]:
    """All processes below one."""
    found: list[int] = []
    for task in Path(f"/proc/{pid}/task").glob("*/children"):
        for child in map(int, task.read_text().split()):
            found += [child, *children(child)]
    return tuple(found)


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _resident(pid: int) -> int:
    try:
        lines = Path(f"/proc/{pid}/status").read_text().splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) for line in lines if line.startswith("VmRSS:")), 0)


def _computing(pid: int) -> float:
    try:
        fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return 0.0
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def _listen(process: subprocess.Popen[str], said: list[str]) -> None:
    assert process.stderr is not None
    said.extend(process.stderr)


def _first_answer(process: subprocess.Popen[str], port: int, said: list[str]) -> None:
    body = json.dumps({"question": "联合申报单位最多几家？"}).encode()
    head = b"POST /api/ask HTTP/1.0\r\nContent-Length: %d\r\n\r\n" % len(body)
    end = time.perf_counter() + PATIENCE
    while process.poll() is None and time.perf_counter() < end:
        try:
            with socket.create_connection(("127.0.0.1", port), PATIENCE) as connection:
                connection.sendall(head + body)
                if connection.recv(64)[9:12] == b"200":
                    return
        except OSError:
            pass
        time.sleep(0.01)
    raise EvalError(f"The server gives no answer: {''.join(said)[-400:]}")
