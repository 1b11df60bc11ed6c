"""Which other sites' pages may use the API from a browser: none but those named."""

from __future__ import annotations

from collections.abc import Iterable

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from assistant.web.errors import error_response, language_of
from assistant.web.visits import local_path
from assistant.words import words

_PREFLIGHT = {
    "Access-Control-Allow-Methods": "GET, POST",
    "Access-Control-Allow-Headers": "Content-Type, X-Request-Id",
    "Access-Control-Max-Age": "600",
}
_EXPOSED = "X-Request-Id, X-Index-Generation, Retry-After"


class Crossing:
    """ASGI middleware: cross-origin headers for the `origins` named and the addresses under /api, for nobody else."""

    def __init__(self, app: ASGIApp, origins: Iterable[str] = ()) -> None:
        self._app = app
        self._origins = frozenset(origins)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a preflight, or mark the response as readable for the page that asked."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        headers, ours = Headers(scope=scope), local_path(scope).startswith("/api/")
        origin, asking = headers.get("origin", ""), "access-control-request-method" in headers
        welcome = ours and origin in self._origins

        async def sending(message: Message) -> None:
            if message["type"] == "http.response.start":
                answered = MutableHeaders(scope=message)
                answered["Access-Control-Allow-Origin"] = origin
                answered["Access-Control-Expose-Headers"] = _EXPOSED
            await send(message)

        async def varying(message: Message) -> None:
            if message["type"] == "http.response.start" and ours and self._origins:
                MutableHeaders(scope=message).add_vary_header("Origin")
            await (sending if welcome else send)(message)

        if not (asking and scope["method"] == "OPTIONS"):
            await self._app(scope, receive, varying)
        elif welcome:
            await Response(status_code=204, headers=_PREFLIGHT)(scope, receive, varying)
        else:
            said = words(language_of(Request(scope)))["error.origin"]
            await error_response("origin_refused", said, 403)(scope, receive, varying)
