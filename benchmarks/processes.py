"""Wall time and peak memory of whole processes."""

from __future__ import annotations

import os
import subprocess
import time
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median
from tempfile import TemporaryFile

from evals.errors import EvalError


@dataclass(frozen=True, slots=True)
class Ran:
    """One finished process: seconds on the wall, peak resident memory in MiB, what it printed."""

    seconds: float
    peak: float
    printed: str


def once(command: Sequence[str]) -> Ran:
    """Run it; EvalError with the end of its errors if it fails."""
    with TemporaryFile() as out, TemporaryFile() as errors:
        started = time.perf_counter()
        process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=out, stderr=errors)
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - started
        process.returncode = os.waitstatus_to_exitcode(status)
        for file in (out, errors):
            file.seek(0)
        if process.returncode:
            said = errors.read().decode("utf-8", "replace").strip()
            raise EvalError(f"{' '.join(command[:4])} … ended with {process.returncode}: {said[-400:]}")
        return Ran(seconds, usage.ru_maxrss / 1024, out.read().decode("utf-8", "replace"))


def usual(command: Sequence[str], times: int) -> Ran:
    """The run of the median time of several, after one that is not counted; the peak is the highest."""
    once(command)
    runs = [once(command) for _ in range(times)]
    return Ran(median(run.seconds for run in runs), max(run.peak for run in runs), runs[-1].printed)
