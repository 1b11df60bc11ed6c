"""The server that listens: uvicorn, with an end that finishes what was started."""

from __future__ import annotations

import asyncio
import socket
from contextlib import suppress

import uvicorn
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from assistant.service import Assistant

GRACE = 10
KEPT_ALIVE = 15
CONNECTIONS = 900
ENDLESS = "/gradio_api/heartbeat/"


class Server(uvicorn.Server):
    """Stops accepting when told to stop, and ends when everything taken is answered, after `GRACE` seconds at most."""

    def __init__(self, app: ASGIApp, assistant: Assistant) -> None:
        self._endless = Endless(app)
        self._assistant = assistant
        config = uvicorn.Config(
            self._endless,
            log_level="warning",
            access_log=False,
            server_header=False,
            timeout_keep_alive=KEPT_ALIVE,
            timeout_graceful_shutdown=GRACE,
            limit_concurrency=CONNECTIONS,
        )
        super().__init__(config)

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """Let the streams end that never would, and shortly before the last moment refuse what is still unanswered."""
        self._endless.stop()
        loop = asyncio.get_running_loop()
        last = loop.call_later(GRACE - 1, lambda: loop.run_in_executor(None, self._assistant.close, 0.0))
        await super().shutdown(sockets)
        last.cancel()


class Endless:
    """ASGI middleware that can end the streams by which open pages show that they are there."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app
        self._stopping = asyncio.Event()

    def stop(self) -> None:
        """End them now."""
        self._stopping.set()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request."""
        if scope["type"] != "http" or ENDLESS not in scope["path"]:
            await self._app(scope, receive, send)
            return
        ended = False

        async def sending(message: Message) -> None:
            nonlocal ended
            ended = ended or (message["type"] == "http.response.body" and not message.get("more_body", False))
            await send(message)

        stream = asyncio.ensure_future(self._app(scope, receive, sending))
        stopped = asyncio.ensure_future(self._stopping.wait())
        try:
            await asyncio.wait((stream, stopped), return_when=asyncio.FIRST_COMPLETED)
        finally:
            stopped.cancel()
            stream.cancel()
        with suppress(asyncio.CancelledError):
            await stream
        if not ended:
            await send({"type": "http.response.body", "body": b"", "more_body": False})
