"""Gradio's page with our own around it: language, head and body are put into the HTML that Gradio sends."""

from __future__ import annotations

import re
import secrets
from collections.abc import Callable

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from assistant.web.guard import policy

Shell = Callable[[Request], tuple[str, str, str]]

_FOREIGN = re.compile(r"<(?:meta\s+(?:property=\"og:|name=\"twitter:)|link\s+rel=\"manifest\")[^>]*>", re.S)


class Dressed:
    """Around one Gradio mount: its root page, and only that, is dressed; everything else passes through."""

    def __init__(self, app: ASGIApp, shell: Shell) -> None:
        self._app = app
        self._shell = shell

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request."""
        inner = scope.get("path", "").removeprefix(scope.get("root_path", ""))
        if scope["type"] != "http" or scope["method"] not in ("GET", "HEAD") or inner not in ("", "/"):
            await self._app(scope, receive, send)
            return
        started: Message | None = None
        held: list[bytes] = []

        async def collecting(message: Message) -> None:
            nonlocal started
            if message["type"] == "http.response.start":
                started = message
                return
            held.append(message.get("body", b""))
            if message.get("more_body") or started is None:
                return
            body = b"".join(held)
            if Headers(raw=started["headers"]).get("content-type", "").startswith("text/html") and body:
                key = secrets.token_urlsafe(16)
                shell = await run_in_threadpool(self._shell, Request(scope))
                body = dress(body.decode("utf-8"), *shell, key).encode("utf-8")
                headers = MutableHeaders(raw=started["headers"])
                headers["Content-Length"] = str(len(body))
                headers["Content-Security-Policy"] = policy(key)
            await send(started)
            await send({"type": "http.response.body", "body": body})

        # Gradio compresses what it serves; only plain text can be dressed.
        plain = {**scope, "headers": [pair for pair in scope["headers"] if pair[0].lower() != b"accept-encoding"]}
        await self._app(plain, receive, collecting)


def dress(html: str, tag: str, head: str, body: str, key: str) -> str:
    """The page with `head` and `body` put in and `key` on each script; ValueError where Gradio's page is another."""
    html = _FOREIGN.sub("", html)
    html, languages = re.subn(r'<html\s+lang="[^"]*"', f'<html lang="{tag}"', html, count=1)
    html, heads = re.subn(r"</head>", lambda _: f"{head}</head>", html, count=1)
    html, bodies = re.subn(r"<body[^>]*>", lambda _: f'<body class="chat">{body}', html, count=1)
    if (languages, heads, bodies) != (1, 1, 1):
        raise ValueError("Gradio's page has another shape than the one that is dressed")
    return html.replace("<script", f'<script nonce="{key}"')
