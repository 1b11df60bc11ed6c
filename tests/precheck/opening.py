"""`python -m tests.precheck.opening FILE...`: files opened as a 预审 opens them, each by a process of its own; what came
of each as one line of JSON, in their order."""

from __future__ import annotations

import json
import os
import resource
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from assistant.errors import AssistantError
from assistant.precheck.apart import paper_apart
from tests.drafting.completed import HELD


def main(paths: Sequence[Path]) -> None:
    """One fork for each, so that the forms are read once and what one file costs is told apart from the others."""
    for path in paths:
        sys.stdout.flush()
        pid = os.fork()
        if not pid:
            code = 1
            try:
                print(json.dumps(opened(path.read_bytes()), ensure_ascii=False), flush=True)
                code = 0
            finally:
                os._exit(code)
        if os.waitpid(pid, 0)[1]:
            print(json.dumps({"outcome": "crashed", "words": path.name, "seconds": 0, "grown": 0, "children": 0}))


def opened(data: bytes) -> dict[str, object]:
    """The outcome, its words, seconds, MiB that this process grew by and MiB that the one that reads had at the most."""
    ours = _mib(resource.RUSAGE_SELF)
    started = time.perf_counter()
    outcome, words = "read", ""
    try:
        paper = paper_apart(data, HELD.values())
        words = f"{paper.form} {paper.text}"
    except AssistantError as error:
        outcome, words = "refused", error.zh + "\n" + error.en
    return {
        "outcome": outcome, "words": words, "seconds": time.perf_counter() - started,
        "grown": _mib(resource.RUSAGE_SELF) - ours, "children": _mib(resource.RUSAGE_CHILDREN),
    }  # fmt: skip


def _mib(who: int) -> float:
    return resource.getrusage(who).ru_maxrss / 1024


if __name__ == "__main__":
    main([Path(told) for told in sys.argv[1:]])
