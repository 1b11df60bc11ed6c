"""Errors for people: where a browser asked for a page, the one sentence comes as a page and not as JSON."""

from __future__ import annotations

import json
from typing import Any

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from assistant.web.precheck_page import TEMPLATE
from assistant.web.precheck_page import values as values_of
from assistant.web.rendering import Rendering, addresses
from assistant.web.visits import local_path

_FORMS = ("/precheck", "/en/precheck")
_PROGRAMS = ("/api", "/gradio_api", "/en/gradio_api", "/metrics", "/openapi.json")


class Readable:
    """ASGI middleware around everything that can fail."""

    def __init__(self, app: ASGIApp, rendering: Rendering) -> None:
        self._app = app
        self._rendering = rendering

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request."""
        if scope["type"] != "http" or not _reads(scope):
            await self._app(scope, receive, send)
            return
        failed: Message | None = None
        held: list[bytes] = []

        async def sending(message: Message) -> None:
            nonlocal failed
            if message["type"] == "http.response.start" and message["status"] >= 400:
                if Headers(raw=message["headers"]).get("content-type", "").startswith("application/json"):
                    failed = message
                    return
            if failed is None:
                await send(message)
                return
            held.append(message.get("body", b""))
            if message.get("more_body"):
                return
            body = self._page(scope, b"".join(held))
            headers = MutableHeaders(raw=failed["headers"])
            headers["Content-Type"] = "text/html; charset=utf-8"
            headers["Content-Length"] = str(len(body))
            await send(failed)
            await send({"type": "http.response.body", "body": b"" if scope["method"] == "HEAD" else body})

        await self._app(scope, receive, sending)

    def _page(self, scope: Scope, body: bytes) -> bytes:
        problem = json.loads(body)["error"]["message"]
        values: dict[str, Any] = {**addresses(Request(scope))}
        if scope["method"] == "POST":  # the form is there again, to be sent once more
            shown = values_of(values["language"], [], problem=problem)
        else:
            shown = {"at": "", "chat": False, "skip": "#main", "problem": problem}
        page = self._rendering.html(TEMPLATE if scope["method"] == "POST" else "failed.html", **{**values, **shown})
        return page.encode("utf-8", "replace")


def _reads(scope: Scope) -> bool:
    wants = "text/html" in Headers(scope=scope).get("accept", "")
    path = local_path(scope)
    if scope["method"] == "POST":
        return wants and path in _FORMS
    return wants and scope["method"] in ("GET", "HEAD") and not path.startswith(_PROGRAMS)
