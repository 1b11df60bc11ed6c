"""What the process that reads one untrusted file does: limits itself, reads, answers, ends."""

from __future__ import annotations

import json
import os
import pickle
import sys
import zipfile
from collections.abc import Mapping
from io import BytesIO
from typing import Any

from assistant.export.wordnames import WORD

MEMORY = 1_000_000_000
_NICE = 10


def main() -> None:
    """Read the print of the forms and a file from the input, and answer with what the file holds."""
    limited(int(sys.argv[1]))
    # All that is needed is loaded before the file is touched, since nothing can be opened from then on.
    from assistant.errors import InputError
    from assistant.export.word_script import script_of
    from assistant.precheck.received import received, to_json
    from assistant.precheck.recognising import Blank

    head = json.loads(sys.stdin.buffer.readline())
    blanks: Mapping[str, Blank] = pickle.loads(sys.stdin.buffer.read(head["print"]))  # noqa: S301 - ours, not the file
    data = sys.stdin.buffer.read()
    script_of(_nothing())
    shut()
    answer: dict[str, Any]
    try:
        answer = to_json(received(script_of(data), blanks, head["form"]))
    except InputError as error:
        answer = {"zh": error.zh, "en": error.en, "code": error.code}
    except (MemoryError, RecursionError):
        os._exit(1)
    sys.stdout.write(json.dumps(answer))
    sys.stdout.flush()
    os._exit(0)


def _nothing() -> bytes:
    """An empty Word file. Reading it loads what Python loads only when it is first used."""
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
    made = BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("_rels/.rels", f'<R><Relationship Type="{kind}" Target="d.xml"/></R>')
        archive.writestr("d.xml", f'<w:document xmlns:w="{WORD}"><w:body/></w:document>')
    return made.getvalue()


def limited(seconds: int) -> None:
    """Little memory, little time, the lowest rank, no core file and no other process."""
    try:
        import resource
    except ImportError:  # Windows has no limits of this kind; the clock of the parent still holds
        return
    os.nice(_NICE)
    for what, most in (
        (resource.RLIMIT_AS, MEMORY),
        (resource.RLIMIT_CPU, seconds),
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_FSIZE, 0),
    ):
        resource.setrlimit(what, (most, most))


def shut() -> None:
    """No file and no connection can be opened from now on; input and output stay."""
    try:
        import resource
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_NOFILE, (0, 0))


if __name__ == "__main__":
    main()
