"""An untrusted file read in a process of its own, with little memory, little time, no files and no network.

The forms are laid out here, once; the process gets their print and the file over its input and gives back JSON. It
opens nothing, writes nothing, and is killed when its time is over, so nothing of a file outlives it.
"""

from __future__ import annotations

import json
import os
import pickle
import subprocess
import sys
import threading
import time
from collections.abc import Iterable, Mapping
from math import ceil
from pathlib import Path
from typing import Any

from assistant.drafting.form import Form
from assistant.errors import BadFile, Busy, InputError, TooLong
from assistant.export.limits import MAX_FILE, too_large
from assistant.precheck.paper import Paper
from assistant.precheck.received import Received, of_json
from assistant.precheck.receiving import blanks_of, by_id, said

SECONDS = 18.0
"""From a file's arrival to the end of its reading, waiting included, so that an answer is there within 20 s."""
ANSWER = 16_000_000
"""Bytes that a process may say of one file."""
CHILD = ("-m", "assistant.precheck.apart_child")
_KNOWN = ("PATH", "LANG", "LC_ALL", "SYSTEMROOT", "PYTHONPATH")
"""All that the process learns of where it runs: no keys, no addresses."""
_HOME = Path(__file__).resolve().parents[2]
_ERRORS: Mapping[str, type[InputError]] = {"bad_file": BadFile, "too_long": TooLong, "bad_input": InputError}


class Apart:
    """At most `at_once` files are read at a time and `waiting` wait; Busy for any more. Made once by whoever serves."""

    def __init__(self, forms: Iterable[Form], *, at_once: int = 2, waiting: int = 8, seconds: float = SECONDS) -> None:
        self._forms = by_id(forms, None)
        self._print = _printed(self._forms)
        self._seconds = seconds
        self._free = threading.BoundedSemaphore(at_once)
        self._places = threading.BoundedSemaphore(at_once + waiting)

    def free(self) -> bool:
        """Whether one more would be taken now."""
        if taken := self._places.acquire(blocking=False):
            self._places.release()
        return taken

    def paper(self, data: bytes, form: str | None = None) -> Paper:
        """As `paper_of`, from any thread. Besides its errors: BadFile where reading takes too much time or memory, Busy
        where too many files wait already."""
        by_id(self._forms.values(), form)
        if not self._places.acquire(blocking=False):
            raise _busy()
        end = time.monotonic() + self._seconds
        try:
            if not self._free.acquire(timeout=self._seconds / 2):
                raise _busy()
            try:
                return said(_read(self._print, data, form, end - time.monotonic()), self._forms, "word")
            finally:
                self._free.release()
        finally:
            self._places.release()


def paper_apart(data: bytes, forms: Iterable[Form], form: str | None = None, *, seconds: float = SECONDS) -> Paper:
    """One file, read as `Apart` does, without a queue. The process loads no documents: `forms` are those already read
    here, and what goes to it is how they are laid out."""
    known = by_id(forms, form)
    return said(_read(_printed(known), data, form, seconds), known, "word")


def _printed(forms: Mapping[str, Form]) -> bytes:
    return pickle.dumps(blanks_of(forms.values()))


def _read(printed: bytes, data: bytes, form: str | None, seconds: float) -> Received:
    if len(data) > MAX_FILE:
        raise too_large()
    head = json.dumps({"form": form, "print": len(printed)}).encode() + b"\n"
    try:
        process = subprocess.Popen(  # noqa: S603
            [sys.executable, *CHILD, str(ceil(seconds))],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            cwd=_HOME,
            env={name: os.environ[name] for name in _KNOWN if name in os.environ},
        )
    except OSError as error:
        raise _busy() from error
    clock = threading.Timer(seconds, process.kill)
    clock.start()
    try:
        with process:
            try:
                answer = _asked(process, head + printed + data)
            finally:
                process.kill()
    except OSError:  # what was still to be told to a process that is gone
        answer = b""
    finally:
        clock.cancel()
    return _answered(answer, form)


def _asked(process: subprocess.Popen[bytes], told: bytes) -> bytes:
    """What the process says, b"" where it ended without or says more than it may."""
    if process.stdin is None or process.stdout is None:
        return b""
    process.stdin.write(told)
    process.stdin.close()
    answer = process.stdout.read(ANSWER + 1)
    return answer if len(answer) <= ANSWER else b""


def _answered(answer: bytes, form: str | None) -> Received:
    try:
        held: Any = json.loads(answer)
        if "zh" in held:
            raise _ERRORS.get(str(held["code"]), BadFile)(str(held["zh"]), str(held["en"]))
        return of_json(held)
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        raise BadFile(
            "文件过于复杂，读取超出时间或内存限制；请用 Word 另存为新的 .docx 后再试。",
            "The file takes more time or memory to read than is allowed; save it as a new .docx and try again.",
        ) from None


def _busy() -> Busy:
    return Busy("正在预审的文件太多，请稍后再试。", "Too many files are being checked just now; please try again soon.")
