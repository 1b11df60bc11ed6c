"""The addresses that are open. What is not listed here or routed by the application itself is 404, Gradio's rest too:
its file, proxy, upload, component, recording, history and monitoring routes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from fastapi import FastAPI
from starlette.requests import Request
from starlette.routing import BaseRoute, Mount, Route
from starlette.types import ASGIApp, Receive, Scope, Send

from assistant.web.dressing import Dressed
from assistant.web.errors import error_response, language_of
from assistant.web.visits import OTHER, Pace, local_path, visit_of
from assistant.words import words

ADDRESS_LIMIT = 32 * 1024
PACED = frozenset(
    {
        "/api/ask",
        "/api/ask/stream",
        "/api/search",
        "/api/compare",
        "/api/checklist",
        "/api/documents/{document}/related",
        "/api/eligibility",
        "/api/draft",
        "/api/forms/{form}/export",
        "/desk/read",
        "/gradio_api/run/{name}",
        "/answer",
        "/en/answer",
        "/eligibility",
        "/en/eligibility",
        "/checklist",
        "/en/checklist",
        "/compare",
        "/en/compare",
        "/library",
        "/en/library",
        "/precheck",
        "/en/precheck",
    }
)
TYPED = frozenset({"/api/check", "/api/count", "/desk/{form}/derived"})
# What a page of Gradio asks for; its queue stays closed, since `turn` is called directly.
_PAGE = (
    "/",
    "/config",
    "/theme.css",
    "/favicon.ico",
    "/manifest.json",
    "/robots.txt",
    "/assets/{file}",
    "/static/{file}",
    "/svelte/{file}",
    "/gradio_api/app_id",
    "/gradio_api/startup-events",
    "/gradio_api/run/{name}",
)
_PARTS = {"name": r"[A-Za-z0-9_-]{1,64}", "file": r"(?:[A-Za-z0-9_-][A-Za-z0-9_.-]*/)*[A-Za-z0-9_-][A-Za-z0-9_.-]*"}
_UPLOADS = ("/gradio_api/upload", "/gradio_api/upload_progress")


@dataclass(frozen=True, slots=True)
class Door:
    """An open address: what it matches, and the name it has in logs and metrics."""

    route: str
    pattern: re.Pattern[str]
    pace: Pace = ""


class Doors:
    """ASGI middleware: nothing but the routes of `app`, and of what is mounted in it, can be reached."""

    def __init__(self, inner: ASGIApp, app: FastAPI) -> None:
        self._inner = inner
        self._doors = tuple(_doors(app.routes))
        mounts = {"", *(route.path for route in app.routes if isinstance(route, Mount))}
        self._uploads = tuple(mount + path for mount in mounts for path in _UPLOADS)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let one request in, or say that there is nothing here."""
        if scope["type"] != "http":
            await self._inner(scope, receive, send)
            return
        path, say = local_path(scope), words(language_of(Request(scope)))
        door = self.find(path)
        if len(scope.get("raw_path") or b"") + len(scope["query_string"]) > ADDRESS_LIMIT:
            said = say["error.long_address"].format(limit=ADDRESS_LIMIT // 1024)
            await error_response("address_too_long", said, 414)(scope, receive, send)
        elif door is not None:
            visit = visit_of(scope)
            visit.route, visit.pace = door.route, door.pace
            await self._inner(scope, receive, send)
        elif path.startswith(self._uploads):
            await error_response("uploads_closed", say["error.no_upload"], 403)(scope, receive, send)
        else:
            await error_response("not_found", say["error.not_found"], 404)(scope, receive, send)

    def find(self, path: str) -> Door | None:
        """The door of a path; None where there is none."""
        return next((door for door in self._doors if door.pattern.fullmatch(path)), None)


def _doors(routes: Iterable[BaseRoute]) -> Iterator[Door]:
    for route in routes:
        included = getattr(route, "original_router", None)
        if included is not None:
            yield from _doors(included.routes)
        elif isinstance(route, Route):
            name = OTHER if "{rest:" in route.path else route.path_format
            yield Door(name, route.path_regex, _pace(name))
        elif isinstance(route, Mount):
            own = _PAGE if isinstance(route.app, (FastAPI, Dressed)) else ("/{file}",)
            for template in own:
                yield _door(route.path, template)


def _door(mount: str, template: str) -> Door:
    pieces = re.split(r"\{(\w+)\}", template)
    pattern = "".join(_PARTS[piece] if odd % 2 else re.escape(piece) for odd, piece in enumerate(pieces))
    return Door(mount + template, re.compile(re.escape(mount) + pattern), _pace(template))


def _pace(route: str) -> Pace:
    return "typed" if route in TYPED else "asked" if route in PACED else ""
