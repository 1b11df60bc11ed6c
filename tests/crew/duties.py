"""What the processes of these tests do; they find this module as `tests.crew.duties`."""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

from assistant.crew.duty import Tell
from assistant.errors import CorpusError, Unknown


def held(folder: Path) -> Path:
    """Two named pipes: the work says its process number through `started` and waits for `release`."""
    for name in ("started", "release"):
        os.mkfifo(folder / name)
    return folder


def started(folder: Path) -> int:
    """Wait until the work has started; the number of its process."""
    return int((folder / "started").read_text())


def release(folder: Path) -> None:
    """Let the work end."""
    (folder / "release").write_text("go")


def duty(tell: Tell) -> Callable[[tuple[str, Any]], Any]:
    """Work that does as it is told."""
    tell("就绪", "ready")

    def work(item: tuple[str, Any]) -> Any:
        word, value = item
        if word == "pid":
            return os.getpid()
        if word == "hold":
            (value / "started").write_text(str(os.getpid()))
            (value / "release").read_text()
            return value.name
        if word == "spin":  # a computation that never looks up: no thread of this process gets a turn
            if value:
                (value / "started").write_text(str(os.getpid()))
            re.match(r"(a|a)*b", "a" * 60)
        if word == "die":
            os._exit(3)
        if word == "refuse":
            raise Unknown("没有。", "None.")
        if word == "crash":
            raise ZeroDivisionError("scripted")
        return value

    return work


def impossible(tell: Tell) -> Callable[[Any], Any]:
    """A duty nobody can prepare for."""
    raise CorpusError("读不了。", "Cannot be read.")


def sudden(tell: Tell) -> Callable[[Any], Any]:
    """A duty whose process dies while it prepares."""
    os._exit(4)
