"""The TOML tables that ship with the project, parsed once: TOML is for people, and parsing all of it takes 40 ms.

What was parsed is kept as JSON in __pycache__ beside the table, as Python keeps compiled modules, with the digest
of the TOML it came from. Where nothing can be written there, the table is parsed every time.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any


def table(path: Path) -> dict[str, Any]:
    """The table in a file; ValueError where it is not TOML, OSError where it cannot be read."""
    return _kept(path, "", lambda parsed: parsed)


def derived(path: Path, make: Callable[[dict[str, Any]], dict[str, Any]]) -> dict[str, Any]:
    """What `make` makes of the table in a file, something that JSON can hold; errors as `table`."""
    return _kept(path, f"{make.__module__}.{make.__qualname__} {_source_of(make)}", make)


def _source_of(make: Callable[[dict[str, Any]], dict[str, Any]]) -> str:
    """The digest of the file that `make` stands in: what an older version of it made is not taken for its own."""
    return hashlib.sha256(Path(make.__code__.co_filename).read_bytes()).hexdigest()


def _kept(path: Path, maker: str, make: Callable[[dict[str, Any]], dict[str, Any]]) -> dict[str, Any]:
    source = path.read_bytes()
    digest = hashlib.sha256(source + maker.encode()).hexdigest()
    kept = path.parent / "__pycache__" / f"{path.name}.json"
    with suppress(OSError, ValueError, TypeError):
        held, parsed = json.loads(kept.read_bytes())
        if held == digest and isinstance(parsed, dict):
            return parsed
    import tomllib

    made = make(tomllib.loads(source.decode("utf-8")))
    _keep(kept, [digest, made])
    return made


def _keep(kept: Path, content: list[Any]) -> None:
    draft = kept.with_name(f".{kept.name}.{os.getpid()}")
    with suppress(OSError, TypeError):
        text = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
        kept.parent.mkdir(exist_ok=True)
        draft.write_text(text, encoding="utf-8")
        draft.replace(kept)
