"""The headers that every response carries, and the end of every websocket."""

from __future__ import annotations

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from assistant.web.visits import local_path

HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=()",
    "Cross-Origin-Opener-Policy": "same-origin",
}
HTTPS_ONLY = "max-age=31536000"
_NEVER_KEPT = ("/api/", "/metrics")


def policy(nonce: str = "") -> str:
    """The Content-Security-Policy: scripts are our own files, and inline ones only with the nonce."""
    keyed = f" 'nonce-{nonce}'" if nonce else ""
    return (
        f"default-src 'self'; script-src 'self'{keyed}; style-src 'self' 'unsafe-inline'; "
        "img-src 'self' data: blob:; font-src 'self' data:; connect-src 'self'; worker-src 'self' blob:; "
        "object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'"
    )


class Guard:
    """ASGI middleware; a response that brings a Content-Security-Policy of its own keeps it."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app
        self._policy = policy()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Guard one connection."""
        if scope["type"] == "websocket":
            await send({"type": "websocket.close", "code": 1008})
            return
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def sending(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                headers.setdefault("Content-Security-Policy", self._policy)
                headers.update(HEADERS)
                if scope["scheme"] == "https":
                    headers["Strict-Transport-Security"] = HTTPS_ONLY
                if local_path(scope).startswith(_NEVER_KEPT):
                    headers["Cache-Control"] = "no-store"
                elif headers.get("cache-control") != "no-store" and _page(headers):
                    headers["Cache-Control"] = "no-cache"  # its scripts and its documents may have changed
            await send(message)

        await self._app(scope, receive, sending)


def _page(headers: MutableHeaders) -> bool:
    return headers.get("content-type", "").startswith("text/html")
