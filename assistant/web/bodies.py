"""Requests are read whole before any route sees them: never more than so many bytes, never longer than so long."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

from starlette.datastructures import Headers
from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from assistant.web.errors import error_response, language_of
from assistant.web.visits import sends_file, visit_of
from assistant.words import words

BODY_LIMIT = 256 * 1024
FILE_LIMIT = 10 * 1024 * 1024
"""Bytes of a body that brings a filled form as a file."""
TYPED_LIMIT = 1024 * 1024
"""Bytes of one that brings it as text or as facts, which are read as JSON."""
TYPED = "/api/check"
FILED = frozenset({"/api/check", "/desk/read", "/precheck", "/en/precheck"})
BODY_SECONDS = 15.0
FILES_ROOM = 64 * 1024 * 1024
"""Bytes that all files under way may hold together."""
_SLOWER = 4
"""How many times as long a file may take as anything else."""


class Bodies:
    """ASGI middleware: 413 over `limit` bytes, unread where the length was declared; 408 after `seconds`.

    Where a file may be sent it is `FILE_LIMIT`, where what is typed may be sent instead `TYPED_LIMIT`; 503 while the
    files under way hold `FILES_ROOM`.
    """

    def __init__(self, app: ASGIApp, limit: int = BODY_LIMIT, seconds: float = BODY_SECONDS) -> None:
        self._app = app
        self._room = FILES_ROOM
        self._limit = limit
        self._seconds = seconds

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Read the body of one request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        held = 0

        def takes(size: int) -> bool:
            nonlocal held
            more = max(0, size - self._limit) - held
            if more > self._room:
                return False
            held, self._room = held + more, self._room - more
            return True

        try:
            body = await self._read(scope, receive, send, takes)
            if body is not None:
                await self._app(scope, replaying(body, receive), send)
        finally:
            self._room += held

    async def _read(self, scope: Scope, receive: Receive, send: Send, takes: Callable[[int], bool]) -> bytes | None:
        """The body; None where the caller is gone, or was told why it is not taken."""
        say = words(language_of(Request(scope)))
        filed = visit_of(scope).route in FILED
        limit = FILE_LIMIT if filed else self._limit
        if visit_of(scope).route == TYPED and not sends_file(scope):
            limit = TYPED_LIMIT
        try:
            async with asyncio.timeout(self._seconds * (_SLOWER if filed else 1)):
                body = None if _declared(scope) > limit else await _body(receive, limit, takes)
        except TimeoutError:
            headers = {"Connection": "close"}
            await error_response("too_slow", say["error.too_slow"], 408, headers)(scope, receive, send)
        except _NoRoom:
            later = {"Retry-After": "5"}
            await error_response("busy", say["precheck_page.crowded"], 503, later)(scope, receive, send)
        except _Gone:
            pass
        else:
            if body is not None:
                return body
            key, unit = ("precheck_page.too_big", 2**20) if filed else ("error.too_large", 1024)
            said = say[key].format(limit=limit // unit)
            await error_response("too_large", said, 413)(scope, receive, send)
        return None


class _Gone(Exception):
    """The caller hung up before the body was whole."""


class _NoRoom(Exception):
    """All that files may hold is held."""


async def _body(receive: Receive, limit: int, takes: Callable[[int], bool]) -> bytes | None:
    """The whole body; None as soon as it goes over the limit. `takes` says whether there is room for so many bytes."""
    parts, size, more = [], 0, True
    while more:
        message = await receive()
        if message["type"] == "http.disconnect":
            raise _Gone
        parts.append(message.get("body", b""))
        size += len(parts[-1])
        more = message.get("more_body", False)
        if size > limit:
            return None
        if not takes(size):
            raise _NoRoom
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
