"""Connections that never get to the point: heads of requests that do not end, and readers that do not read.

uvicorn waits for both for ever, and the layers in `application` see a request only once its head is complete.
"""

from __future__ import annotations

import asyncio
from http import HTTPStatus
from typing import Any

from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

from assistant.exchange import to_json
from assistant.web.guard import HEADERS, policy
from assistant.words import words

HEAD_LIMIT = 64 * 1024
SECONDS = 10.0


class PatientProtocol(HttpToolsProtocol):
    """Every ten seconds a connection must have got on, or it is closed: a request more, or some of its answer taken."""

    seconds = SECONDS
    _head = 0
    _in_head = False
    _seen: tuple[object, int] | None = None
    _look: asyncio.TimerHandle | None = None

    def connection_made(self, transport: Any) -> None:
        """Begin to look after a connection."""
        super().connection_made(transport)
        self._look = self.loop.call_later(self.seconds, self._looked)

    def connection_lost(self, exc: Exception | None) -> None:
        """Stop looking."""
        if self._look is not None:
            self._look.cancel()
        super().connection_lost(exc)

    def on_message_begin(self) -> None:
        """The head of a request begins."""
        self._in_head = True
        super().on_message_begin()

    def on_headers_complete(self) -> None:
        """The head of a request is whole."""
        self._in_head = False
        super().on_headers_complete()

    def data_received(self, data: bytes) -> None:
        """Take what came; a head may not grow for ever."""
        super().data_received(data)
        self._head = self._head + len(data) if self._in_head else 0
        if self._head > HEAD_LIMIT and not self.transport.is_closing():
            limit = words("zh")["error.long_head"].format(limit=HEAD_LIMIT // 1024)
            self._refuse(HTTPStatus.REQUEST_HEADER_FIELDS_TOO_LARGE, "headers_too_long", limit)

    def send_400_response(self, msg: str) -> None:
        """What is no HTTP is told so in the one shape of errors."""
        self._refuse(HTTPStatus.BAD_REQUEST, "no_http", words("zh")["error.no_http"])

    def _unsupported_upgrade_warning(self) -> None:
        """A websocket is wished for: the request is answered as the plain one it also is."""

    def _refuse(self, status: HTTPStatus, code: str, message: str) -> None:
        body = to_json({"error": {"code": code, "message": message}}).encode()
        lines = [f"HTTP/1.1 {status.value} {status.phrase}", "Content-Type: application/json", "Connection: close"]
        lines += [f"Content-Length: {len(body)}", f"Content-Security-Policy: {policy()}"]
        lines += [f"{name}: {value}" for name, value in HEADERS.items()]
        self.transport.write("\r\n".join([*lines, "", ""]).encode("ascii") + body)
        self.transport.close()

    def _looked(self) -> None:
        """Close what has stood still since the last look; a request that is being answered may take its time."""
        cycle: Any = self.cycle  # None before the first request
        answering = cycle is not None and not cycle.response_complete
        stuck = answering and self.flow.write_paused
        now = (cycle, self.transport.get_write_buffer_size() if stuck else 0)
        if now == self._seen and (stuck or not answering):
            self.transport.abort()
            return
        self._seen = now
        self._look = self.loop.call_later(self.seconds, self._looked)
