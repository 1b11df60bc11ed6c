"""One process that has one duty and works through what it is given, one thing after the other."""

from __future__ import annotations

import socket
import subprocess
import sys
import time
from multiprocessing.connection import Connection
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from assistant.crew.duty import Duty, Said, Tell

HOME = Path(__file__).resolve().parents[2]
LAST_WORD = 2.0


class Lost(Exception):
    """The process ended before it was done."""


class Stuck(Exception):
    """The process was not done within its time."""


class Crashed(Exception):
    """The work failed with an error that nobody meant; the text is its traceback."""


class Hand:
    """A process of its own. It has a process group too, so that Ctrl-C at a terminal does not reach it."""

    def __init__(self, duty: Duty, tell: Tell) -> None:
        self._tell = tell
        ours, theirs = socket.socketpair()
        with ours, theirs:
            self._process = subprocess.Popen(  # noqa: S603
                [sys.executable, "-m", "assistant.crew.child", str(theirs.fileno())],
                stdin=subprocess.PIPE,
                stdout=subprocess.DEVNULL,
                pass_fds=[theirs.fileno()],
                process_group=0,
                cwd=HOME,
            )
            self._pipe: Connection[Any, Said] = Connection(ours.detach())
        self._first: Duty | None = duty

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.end(0.0 if kind else LAST_WORD)

    @property
    def pid(self) -> int:
        """The number of the process."""
        return self._process.pid

    def alive(self) -> bool:
        """Whether the process is there."""
        return self._process.poll() is None

    def ready(self, seconds: float | None = None) -> None:
        """Wait until it is prepared; whatever kept it from that is raised."""
        if self._first is not None:
            self.do(self._first, seconds)
            self._first = None

    def do(self, item: object, seconds: float | None = None) -> Any:
        """The result of the work on `item`.

        Lost and Stuck say that this process is of no use any more; an AssistantError and Crashed are the work's own.
        """
        deadline = None if seconds is None else time.monotonic() + seconds
        try:
            self._pipe.send(item)
            while True:
                if not self._pipe.poll(None if deadline is None else max(0.0, deadline - time.monotonic())):
                    raise Stuck
                kind, value = self._pipe.recv()
                if kind == "done":
                    return value
                if kind == "refused":
                    raise value
                if kind == "crashed":
                    raise Crashed(value)
                self._tell(*value)
        except (EOFError, OSError) as error:
            raise Lost from error

    def kill(self) -> None:
        """End it at once, from any thread; what it is doing is lost."""
        self._process.kill()

    def end(self, seconds: float = LAST_WORD) -> None:
        """Let it go; one that is not gone after `seconds` is killed."""
        self._pipe.close()
        try:
            self._process.wait(seconds)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        finally:
            if self._process.stdin is not None:
                self._process.stdin.close()
