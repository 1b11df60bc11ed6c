"""`python -m tests.precheck.opening FILE`: one file opened as a 预审 opens it; what came of it as one line of JSON."""

from __future__ import annotations

import json
import resource
import sys
import time
from pathlib import Path

from assistant.errors import AssistantError
from tests.drafting.completed import HELD


def main(path: Path) -> None:
    """Print the outcome, the words of it, seconds, and MiB at the most of this process and of its children."""
    from assistant.precheck.apart import paper_apart

    data = path.read_bytes()
    ours = _mib(resource.RUSAGE_SELF)
    started = time.perf_counter()
    outcome, words = "read", ""
    try:
        paper = paper_apart(data, HELD.values())
        words = f"{paper.form} {paper.text}"
    except AssistantError as error:
        outcome, words = "refused", error.zh + "\n" + error.en
    told = {
        "outcome": outcome, "words": words, "seconds": time.perf_counter() - started,
        "grown": _mib(resource.RUSAGE_SELF) - ours, "children": _mib(resource.RUSAGE_CHILDREN),
    }  # fmt: skip
    print(json.dumps(told, ensure_ascii=False))


def _mib(who: int) -> float:
    return resource.getrusage(who).ru_maxrss / 1024


if __name__ == "__main__":
    main(Path(sys.argv[1]))
