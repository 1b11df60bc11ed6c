"""How much one caller may ask in a while: a fixed window a caller, and a bounded number of callers remembered."""

from __future__ import annotations

import math
import time
from collections import OrderedDict

from limits import parse
from limits.storage import MemoryStorage
from limits.strategies import FixedWindowRateLimiter
from starlette.requests import Request
from starlette.types import ASGIApp, Receive, Scope, Send

from assistant.web.errors import error_response, language_of
from assistant.web.metrics import Meters
from assistant.web.peers import account
from assistant.web.visits import visit_of
from assistant.words import words

CALLERS = 20_000


class Window:
    """Counts what each caller asked, like "120/minute"; of more than `callers` the longest silent is forgotten."""

    def __init__(self, rate: str, callers: int = CALLERS) -> None:
        self._item = parse(rate)
        self._limiter = FixedWindowRateLimiter(MemoryStorage())
        self._callers = callers
        self._known: OrderedDict[str, None] = OrderedDict()

    def wait(self, caller: str) -> int:
        """Count one request; 0 if it may pass, else the whole seconds until the next may."""
        self._known[caller] = None
        self._known.move_to_end(caller)
        if len(self._known) > self._callers:
            self._limiter.clear(self._item, self._known.popitem(last=False)[0])
        if self._limiter.hit(self._item, caller):
            return 0
        reset, _ = self._limiter.get_window_stats(self._item, caller)
        return max(1, math.ceil(reset - time.time()))

    def __len__(self) -> int:
        """How many callers are remembered."""
        return len(self._known)


class Pace:
    """ASGI middleware: requests that cost something and come too fast are answered 429 with `Retry-After`."""

    def __init__(self, app: ASGIApp, rate: str, meters: Meters) -> None:
        self._app = app
        self._window = None if rate == "0" else Window(rate)
        self._meters = meters

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let one request pass, or not yet."""
        paced = scope["type"] == "http" and visit_of(scope).paced
        seconds = self._window.wait(account(scope)) if self._window is not None and paced else 0
        if seconds == 0:
            await self._app(scope, receive, send)
            return
        self._meters.turned_away(visit_of(scope).route)
        said = words(language_of(Request(scope)))["error.too_many"].format(seconds=seconds)
        response = error_response("too_many_requests", said, 429, {"Retry-After": str(seconds)})
        await response(scope, receive, send)
