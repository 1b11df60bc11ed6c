"""The one writer of a data folder: a lock that the system releases when its process ends, however it ends."""

from __future__ import annotations

import fcntl
import json
import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from assistant.errors import DataFolderBusy

_PAUSE = 0.02


@contextmanager
def writer_lock(path: Path, wait: float = 0.0) -> Iterator[None]:
    """Hold the lock file `path`; after `wait` seconds of another holder, DataFolderBusy that names it.

    Two holders exclude each other within one process too. OSError where the file cannot be opened.
    """
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o644)
    try:
        deadline = time.monotonic() + wait
        while not _taken(descriptor):
            if time.monotonic() >= deadline:
                raise _busy(path)
            time.sleep(_PAUSE)
        _write(descriptor, _holder())
        try:
            yield
        finally:
            _write(descriptor, {})
    finally:
        os.close(descriptor)


def _taken(descriptor: int) -> bool:
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def _holder() -> dict[str, str]:
    since = datetime.now().astimezone().isoformat(timespec="seconds")
    return {"pid": str(os.getpid()), "command": " ".join(sys.orig_argv)[:200], "since": since}


def _write(descriptor: int, holder: dict[str, str]) -> None:
    data = json.dumps(holder, ensure_ascii=True).encode()
    os.ftruncate(descriptor, 0)
    os.pwrite(descriptor, data, 0)


def _busy(path: Path) -> DataFolderBusy:
    try:
        holder = json.loads(path.read_text(encoding="ascii"))
        pid, command, since = str(holder["pid"]), str(holder["command"]), str(holder["since"])
    except (OSError, ValueError, KeyError, TypeError):
        pid, command, since = "?", "?", "?"
    return DataFolderBusy(
        f"数据目录 {path.parent} 正由另一进程写入（进程号 {pid}，命令 {command}，自 {since} 起），请稍后再试。",
        f"The data folder {path.parent} is being written by process {pid} ({command}) since {since}; try again later.",
    )
