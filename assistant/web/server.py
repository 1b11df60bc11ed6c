"""The server that listens: uvicorn, with an end that finishes what was started."""

from __future__ import annotations

import asyncio
import socket

import uvicorn
from starlette.types import ASGIApp

from assistant.service import Assistant
from assistant.web.patience import PatientProtocol

GRACE = 10
KEPT_ALIVE = 15
CONNECTIONS = 900


class Server(uvicorn.Server):
    """Stops accepting when told to stop, and ends when everything taken is answered, after `GRACE` seconds at most."""

    def __init__(self, app: ASGIApp, assistant: Assistant) -> None:
        self._assistant = assistant
        config = uvicorn.Config(
            app,
            http=PatientProtocol,
            ws="none",
            proxy_headers=False,  # assistant.web.peers believes the proxies that were named, and only them
            log_level="warning",
            access_log=False,
            server_header=False,
            timeout_keep_alive=KEPT_ALIVE,
            timeout_graceful_shutdown=GRACE,
            limit_concurrency=CONNECTIONS,
        )
        super().__init__(config)

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """Shortly before the last moment, refuse what is still unanswered."""
        loop = asyncio.get_running_loop()
        last = loop.call_later(GRACE - 1, lambda: loop.run_in_executor(None, self._assistant.close, 0.0))
        await super().shutdown(sockets)
        last.cancel()
