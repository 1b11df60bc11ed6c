"""What is running: versions, the index, since when."""

from __future__ import annotations

import platform
from collections.abc import Mapping
from datetime import UTC, datetime
from importlib.metadata import PackageNotFoundError
from importlib.metadata import version as version_of
from typing import Any

from assistant.service import Health

VERSION = "0.1.0"
LIBRARIES = ("fastapi", "starlette", "uvicorn", "gradio", "tantivy", "chromadb")


def installed(name: str) -> str:
    """The version of a distribution, not importing it; "" where there is none."""
    try:
        return version_of(name)
    except PackageNotFoundError:
        return ""


def running() -> dict[str, Any]:
    """What does not change while the server runs: versions, and that it started now (ISO 8601 in UTC)."""
    return {
        "version": VERSION,
        "python": platform.python_version(),
        "started": datetime.now(UTC).isoformat(timespec="seconds"),
        "libraries": {name: installed(name) for name in LIBRARIES},
    }


def health_fields(state: Health, run: Mapping[str, Any]) -> dict[str, Any]:
    """The fields of /api/health."""
    return {
        "status": "ok",
        "version": run["version"],
        "python": run["python"],
        "started": run["started"],
        "index": state.index,
        "documents": state.documents,
        "clauses": state.clauses,
        "programmes": state.programmes,
        "unreadable": [{"zh": zh, "en": en} for zh, en in state.unreadable],
        "libraries": run["libraries"],
    }
