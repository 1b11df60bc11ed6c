"""The other end of a `Hand`: `python -m assistant.crew.child DESCRIPTOR`, never started by people.

Its standard input is a pipe that nobody writes to. When the parent goes, however it goes, the system closes that pipe
and ends this process by SIGIO, even in the middle of a computation that never looks up.
"""

from __future__ import annotations

import fcntl
import gc
import os
import select
import signal
import sys
import traceback
from multiprocessing.connection import Connection
from typing import Any

from assistant.crew.duty import Duty, Said, Work
from assistant.errors import AssistantError


def main() -> None:
    """Prepare for the duty that comes first over the pipe, then work through what follows until the pipe closes."""
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, signal.SIG_IGN)  # the parent finishes what was started, and then closes the pipe
    _end_with_the_parent()
    try:
        with Connection(int(sys.argv[1])) as pipe:
            _serve(pipe)
    except (EOFError, BrokenPipeError, ConnectionResetError):
        pass
    os._exit(0)


def _end_with_the_parent(lifeline: int = 0) -> None:
    signal.signal(signal.SIGIO, signal.SIG_DFL)
    fcntl.fcntl(lifeline, fcntl.F_SETOWN, os.getpid())
    fcntl.fcntl(lifeline, fcntl.F_SETFL, fcntl.fcntl(lifeline, fcntl.F_GETFL) | os.O_ASYNC)
    gone = select.poll()
    gone.register(lifeline, select.POLLHUP)
    if gone.poll(0):
        os._exit(0)


def _serve(pipe: Connection[Said, Any]) -> None:
    def tell(zh: str, en: str) -> None:
        pipe.send(("told", (zh, en)))

    def prepare(_: None) -> Work:
        duty: Duty = pipe.recv()
        return duty(tell)

    kind, work = _said(prepare, None)
    if kind != "done":
        pipe.send((kind, work))
        return
    gc.collect()
    gc.freeze()  # what was prepared stays: looking through it for garbage costs each answer
    gc.set_threshold(50_000)  # an answer leaves little garbage: looking for it less often saves a tenth of the time
    pipe.send(("done", None))
    while True:
        pipe.send(_said(work, pipe.recv()))


def _said(work: Work, item: object) -> Said:
    try:
        return "done", work(item)
    except AssistantError as error:
        return "refused", error
    except Exception:
        return "crashed", traceback.format_exc()


if __name__ == "__main__":
    main()
