"""The templates, with everything escaped, and the addresses that pages give each other.

Addresses are relative, so that pages work under any path of a reverse proxy.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from starlette.requests import Request
from starlette.responses import HTMLResponse

from assistant.settings import Language
from assistant.words import words

ROOM = Path(__file__).resolve().parent
STATIC = ROOM / "static"
PAPER = ROOM.parent / "export" / "static"
"""The style of forms on paper, which stands in their files too."""


class Rendering:
    """Fills templates; safe to share between threads."""

    def __init__(self) -> None:
        self._templates = Environment(
            loader=FileSystemLoader(ROOM / "templates"),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        files = (path for folder in (STATIC, PAPER) for path in sorted(folder.rglob("*")))
        self.version = _digest(path for path in files if path.is_file())

    def html(self, template: str, language: str, **values: Any) -> str:
        """A filled template."""
        return self._templates.get_template(template).render(
            say=words(language), language=language, version=self.version, **values
        )

    def page(self, request: Request, template: str, status: int = 200, **values: Any) -> HTMLResponse:
        """A filled template as an answer to a request, with the addresses seen from there."""
        return HTMLResponse(self.html(template, **{**addresses(request), **values}), status)


def language_of(request: Request) -> Language:
    """The language of the page asked for: English under /en, Chinese elsewhere."""
    path = site_path(request)
    return "en" if path == "/en" or path.startswith("/en/") else "zh"


def addresses(request: Request) -> dict[str, str]:
    """`language`, and the ways from this page to its language's root, to the site's root, to the other language."""
    path = site_path(request) or "/"
    language = language_of(request)
    english = language == "en"
    inner = path.removeprefix("/en") if english else path
    up = inner.count("/") - 1
    here = "../" * up or "./"
    top = "../" * (up + english) or "./"
    other = (top if english else f"{top}en/") + inner.removeprefix("/")
    query = request.url.query
    return {
        "language": language,
        "here": here,
        "top": top,
        "other": f"{other}?{query}" if query else other,
    }


def site_path(request: Request) -> str:
    """The path inside the application, whatever it is mounted under."""
    scope = request.scope
    root: str = scope.get("app_root_path", scope.get("root_path", ""))
    path: str = scope["path"]
    return path.removeprefix(root)


def _digest(paths: Iterable[Path]) -> str:
    made = hashlib.sha256()
    for path in paths:
        made.update(path.read_bytes())
    return made.hexdigest()[:10]
