"""What is noted of one request while it is being served: the one place where the layers around the routes meet."""

from __future__ import annotations

from collections.abc import MutableMapping
from dataclasses import dataclass
from typing import Any, Literal

from starlette.datastructures import Headers

Pace = Literal["", "asked", "typed"]
"""What a request counts as: nothing that costs, a question, or a keystroke of somebody who types."""
OTHER = "other"
_KEY = "assistant.visit"


@dataclass(slots=True)
class Visit:
    """Filled as the request goes through; `route` is a template from a closed list, never what was sent."""

    id: str = ""
    route: str = OTHER
    pace: Pace = ""
    private: bool = False
    status: int = 0
    size: int = 0
    error: str = ""
    language: str = ""
    question: str = ""
    outcome: str = ""
    verdict: str = ""


def visit_of(scope: MutableMapping[str, Any]) -> Visit:
    """The note of this request, begun with the first that asks for it."""
    visit: Visit = scope.setdefault(_KEY, Visit())
    return visit


def local_path(scope: MutableMapping[str, Any]) -> str:
    """The path as the application names it, without the prefix that a proxy put before it."""
    path: str = scope["path"]
    prefix: str = scope.get("root_path", "")
    return path[len(prefix) :] if path.startswith(prefix + "/") else path


def sends_file(scope: MutableMapping[str, Any]) -> bool:
    """Whether a request says that it is a form with a file, which costs more than what is typed."""
    return Headers(scope=scope).get("content-type", "").lower().startswith("multipart/")
