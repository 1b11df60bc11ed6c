"""`python -m benchmarks.load_client`: many clients in one light process; a job as JSON in, what happened as JSON out.

Requests are made ready beforehand and responses are looked at as bytes, since the client shares its cores with the
server it measures. A client asks again as soon as it is answered, over one connection.
"""

from __future__ import annotations

import asyncio
import hashlib
import json
import re
import sys
import time
from collections import Counter
from dataclasses import dataclass, field
from typing import Any

ELAPSED = re.compile(rb'"elapsed_ms": [-+.0-9e]+')
LENGTH = re.compile(rb"\r\ncontent-length: (\d+)", re.IGNORECASE)
GENERATION = re.compile(rb"\r\nx-index-generation: (\S+)", re.IGNORECASE)


@dataclass
class Seen:
    """What all clients of one run saw: milliseconds of good answers, bad ones by kind, and where wanted which
    answers (question number, generation, digest of the body without its time)."""

    taken: list[float] = field(default_factory=list)
    bad: Counter[str] = field(default_factory=Counter)
    answers: Counter[tuple[int, str, str]] = field(default_factory=Counter)


class Client(asyncio.Protocol):
    """One connection."""

    def __init__(self, run: Run, number: int) -> None:
        self._run = run
        self._at = number
        self._got = b""
        self._need = -1
        self._head = b""
        self._sent = 0.0
        self._busy = False
        self.done = asyncio.get_running_loop().create_future()

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Ask at once."""
        assert isinstance(transport, asyncio.Transport)
        self._transport = transport
        self._ask()

    def data_received(self, data: bytes) -> None:
        """Note an answer as soon as it is whole."""
        self._got += data
        if self._need < 0:
            end = self._got.find(b"\r\n\r\n")
            if end < 0:
                return
            self._head, self._got = self._got[:end], self._got[end + 4 :]
            length = LENGTH.search(self._head)
            self._need = int(length[1]) if length else 0
        if len(self._got) >= self._need:
            self._run.note(self._at, self._head, self._got, (time.perf_counter() - self._sent) * 1_000)
            self._got, self._need, self._busy = b"", -1, False
            self._at += self._run.step
            self._ask()

    def connection_lost(self, error: Exception | None) -> None:
        """A connection lost before its answer is an error."""
        if self._busy:
            self._run.seen.bad["connection lost"] += 1
        if not self.done.done():
            self.done.set_result(None)

    def _ask(self) -> None:
        if self._run.over():
            self._transport.close()
            return
        self._busy = True
        self._sent = time.perf_counter()
        self._transport.write(self._run.requests[self._at % len(self._run.requests)])


class Run:
    """One run: so many clients for so many seconds, or until so many questions were sent."""

    def __init__(self, job: dict[str, Any]) -> None:
        self.requests = [_request(job["path"], body) for body in job["bodies"]]
        self.step = int(job["clients"])
        self.seen = Seen()
        self._watching = bool(job.get("watch"))
        self._left = int(job.get("count") or sys.maxsize)
        self._end = time.perf_counter() + float(job.get("seconds") or 1e9)

    def over(self) -> bool:
        """Whether nothing more is to be asked; otherwise one more question is counted."""
        self._left -= 1
        return self._left < 0 or time.perf_counter() >= self._end

    def note(self, at: int, head: bytes, body: bytes, milliseconds: float) -> None:
        """Note one response."""
        if head[9:12] != b"200":
            self.seen.bad[head[9:12].decode()] += 1
            return
        self.seen.taken.append(milliseconds)
        if self._watching:
            generation = GENERATION.search(head)
            name = generation[1].decode() if generation else ""
            self.seen.answers[at % len(self.requests), name, body_digest(body)] += 1


def body_digest(body: bytes) -> str:
    """What an answer says, without the time it took."""
    return hashlib.sha256(ELAPSED.sub(b"", body)).hexdigest()[:16]


async def ran(job: dict[str, Any]) -> dict[str, Any]:
    """Do the job."""
    run = Run(job)
    loop, started = asyncio.get_running_loop(), time.perf_counter()
    made = [
        await loop.create_connection(lambda n=n: Client(run, n * 7), "127.0.0.1", job["port"])  # type: ignore[misc]
        for n in range(run.step)
    ]
    await asyncio.gather(*(client.done for _, client in made))
    seconds = time.perf_counter() - started
    taken = sorted(run.seen.taken)
    return {
        "answers": len(taken),
        "seconds": seconds,
        "a_second": len(taken) / seconds,
        **{f"p{share}_ms": taken[min(len(taken) - 1, len(taken) * share // 100)] for share in (50, 95, 99) if taken},
        "bad": dict(run.seen.bad),
        "client_cpu_s": time.process_time(),
        "seen": [[*key, count] for key, count in run.seen.answers.items()],
    }


def _request(path: str, body: str) -> bytes:
    data = body.encode()
    head = f"POST {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\n"
    return f"{head}Content-Length: {len(data)}\r\n\r\n".encode() + data


if __name__ == "__main__":
    print(json.dumps(asyncio.run(ran(json.load(sys.stdin)))))
