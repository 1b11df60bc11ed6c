"""The TOML tables that ship with the project, parsed once: TOML is for people, and parsing all of it takes 40 ms.

What was parsed is kept as JSON in __pycache__ beside the table, as Python keeps compiled modules, with the digest
of the TOML it came from. Where nothing can be written there, the table is parsed every time.
"""

from __future__ import annotations

import hashlib
import json
import os
from contextlib import suppress
from pathlib import Path
from typing import Any


def table(path: Path) -> dict[str, Any]:
    """The table in a file; ValueError where it is not TOML, OSError where it cannot be read."""
    source = path.read_bytes()
    digest = hashlib.sha256(source).hexdigest()
    kept = path.parent / "__pycache__" / f"{path.name}.json"
    with suppress(OSError, ValueError, TypeError):
        held, parsed = json.loads(kept.read_bytes())
        if held == digest and isinstance(parsed, dict):
            return parsed
    import tomllib

    made = tomllib.loads(source.decode("utf-8"))
    _keep(kept, [digest, made])
    return made


def _keep(kept: Path, content: list[Any]) -> None:
    draft = kept.with_name(f".{kept.name}.{os.getpid()}")
    with suppress(OSError, TypeError):
        text = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
        kept.parent.mkdir(exist_ok=True)
        draft.write_text(text, encoding="utf-8")
        draft.replace(kept)
