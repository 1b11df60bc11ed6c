"""Many questions in one process: a line in, a line out, in order, and a bad line stops nothing."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from io import TextIOWrapper
from pathlib import Path
from typing import IO, Any

from assistant.errors import AssistantError, InputError
from assistant.exchange import answer_fields, from_json, question_of, to_json
from assistant.files import reason, whole
from assistant.service import Assistant
from assistant.words import words


def run(assistant: Assistant, lines: list[bytes], out: IO[str], today: date, programme: str, language: str) -> int:
    """Answer every line into `out`, with progress on standard error; how many lines were bad."""
    bad, told = 0, time.monotonic()
    for done, line in enumerate(lines, start=1):
        fields = _answered(assistant, line, today, programme, language)
        bad += "error" in fields
        out.write(to_json(fields) + "\n")
        if time.monotonic() - told > 1:
            told = time.monotonic()
            print(words(language)["cli.progress"].format(done=done, total=len(lines)), file=sys.stderr, flush=True)
    print(words(language)["cli.finished"].format(done=len(lines), bad=bad), file=sys.stderr)
    return bad


def read_lines(path: Path) -> list[bytes]:
    """The lines of a JSONL file that hold anything."""
    try:
        return [line for line in path.read_bytes().split(b"\n") if line.strip()]
    except OSError as error:
        raise InputError(
            f"读不了文件“{path}”：{reason(error, 'zh')}。", f'Cannot read "{path}": {reason(error, "en")}.'
        ) from error


@contextmanager
def written_whole(path: Path, source: Path) -> Iterator[IO[str]]:
    """A file that appears under its name only when complete; what stood there before survives a failure."""
    if path.resolve() == source.resolve():
        raise InputError("--out 不能与 --batch 是同一个文件。", "--out must not be the file given to --batch.")
    with whole(path) as file:
        text = TextIOWrapper(file, encoding="utf-8", newline="\n")
        try:
            yield text
        finally:
            text.flush()
            text.detach()


def _answered(assistant: Assistant, line: bytes, today: date, programme: str, language: str) -> dict[str, Any]:
    identity = None
    try:
        fields = from_json(line)
        identity = fields.get("id") if isinstance(fields, Mapping) else None
        if isinstance(fields, Mapping) and isinstance(fields.get("programme"), list):
            # Question files list what the right answer draws on; that is no filter.
            fields = {**fields, "programme": None}
        question = question_of(fields)
        if programme and not question.programme:
            question = replace(question, programme=programme)
        return {"id": identity, **answer_fields(assistant.ask(question, today))}
    except AssistantError as error:
        return {"id": identity, "error": error.message(language)}
    except Exception as error:  # one line must never take the others with it
        return {"id": identity, "error": f"{words(language)['error.internal']} ({type(error).__name__})"}
