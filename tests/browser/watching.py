"""What windows do while a test runs: where they send requests, and what goes wrong in their scripts."""

from __future__ import annotations

from dataclasses import dataclass, field

from playwright.sync_api import BrowserContext, ConsoleMessage, Request, WebError


@dataclass
class Watch:
    """Collects from any number of windows; `check` fails the test for what must never happen."""

    requests: list[str] = field(default_factory=list)
    elsewhere: list[str] = field(default_factory=list)
    failures: list[str] = field(default_factory=list)

    def over(self, context: BrowserContext, own: str) -> None:
        """Look at all pages of a window; `own` is the only address that it may speak to."""

        def asked(request: Request) -> None:
            self.requests.append(request.url)
            if not request.url.startswith((f"{own.rstrip('/')}/", "data:", "blob:")):
                self.elsewhere.append(request.url)

        def said(message: ConsoleMessage) -> None:
            if "Content Security Policy" in message.text or "Mixed Content" in message.text:
                self.failures.append(message.text)

        def failed(error: WebError) -> None:
            self.failures.append(str(error.error))

        context.on("request", asked)
        context.on("console", said)
        context.on("weberror", failed)

    def check(self) -> None:
        """Nothing left this machine, no script failed, no policy was broken."""
        assert self.elsewhere == []
        assert self.failures == []
