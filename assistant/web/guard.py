"""What stands in front of every route: a limit on bodies, closed uploads, and security headers."""

from __future__ import annotations

import secrets
from collections.abc import Iterable

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from assistant.web.errors import error_response, language_of
from assistant.words import words

BODY_LIMIT = 256 * 1024

HEADERS = {
    "Content-Security-Policy": (
        "default-src 'self'; script-src 'self' 'nonce-{nonce}'; style-src 'self' 'unsafe-inline'; "
        "img-src 'self' data: blob:; font-src 'self' data:; connect-src 'self'; worker-src 'self' blob:; "
        "object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=()",
    "Cross-Origin-Opener-Policy": "same-origin",
}


class Guard:
    """ASGI middleware; nothing reaches the application with a body over `limit` bytes or for a closed path."""

    def __init__(self, app: ASGIApp, limit: int = BODY_LIMIT, closed: Iterable[str] = ()) -> None:
        self._app = app
        self._limit = limit
        self._closed = tuple(closed)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Guard one connection."""
        if scope["type"] == "websocket":
            await send({"type": "websocket.close", "code": 1008})
            return
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        key = scope["assistant.nonce"] = secrets.token_urlsafe(16)

        async def sending(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    headers[name] = value.format(nonce=key)
                if scope["path"].startswith("/api/"):
                    headers["Cache-Control"] = "no-store"
            await send(message)

        say = words(language_of(Request(scope)))
        if any(scope["path"].startswith(path) for path in self._closed):
            await error_response("uploads_closed", say["error.no_upload"], 403)(scope, receive, sending)
        elif _declared(scope) > self._limit or (body := await _body(receive, self._limit)) is None:
            said = say["error.too_large"].format(limit=self._limit // 1024)
            await error_response("too_large", said, 413)(scope, receive, sending)
        else:
            await self._app(scope, replaying(body, receive), sending)


async def _body(receive: Receive, limit: int) -> bytes | None:
    """The whole body; None as soon as it goes over the limit."""
    parts, size, more = [], 0, True
    while more:
        message = await receive()
        parts.append(message.get("body", b""))
        size += len(parts[-1])
        more = message.get("more_body", False)
        if size > limit:
            return None
    return b"".join(parts)


def replaying(body: bytes, receive: Receive) -> Receive:
    """A `receive` that gives the body again, then what else comes."""
    waiting: list[Message] = [{"type": "http.request", "body": body, "more_body": False}]

    async def replay() -> Message:
        return waiting.pop() if waiting else await receive()

    return replay


def _declared(scope: Scope) -> int:
    length = Headers(scope=scope).get("content-length", "0")
    return int(length) if length.isascii() and length.isdigit() and len(length) < 19 else 0
