"""How much one caller may ask in a while: a fixed window a caller, and a bounded number of callers remembered."""

from __future__ import annotations

import math
from collections import OrderedDict
from time import monotonic

from limits import parse
from limits.storage import Storage
from limits.strategies import FixedWindowRateLimiter
from starlette.requests import Request
from starlette.types import ASGIApp, Receive, Scope, Send

from assistant.web.errors import error_response, language_of
from assistant.web.metrics import Meters
from assistant.web.peers import account
from assistant.web.visits import sends_file, visit_of
from assistant.words import words

CALLERS = 20_000
TYPING = ("15/second", "600/minute")
"""How often a caller may have what is typed counted and checked."""


class Callers(Storage):
    """How often each caller asked in its present window; of more than `limit` the longest silent is forgotten.

    The library's own store in memory sweeps in threads, forgets nobody sooner, and can stumble over itself meanwhile.
    """

    STORAGE_SCHEME = None

    def __init__(self, limit: int = CALLERS) -> None:
        super().__init__()
        self._limit = limit
        self._windows: OrderedDict[str, tuple[float, int]] = OrderedDict()

    @property
    def base_exceptions(self) -> type[Exception]:
        """What can go wrong in it: nothing of its own."""
        return ValueError

    def incr(self, key: str, expiry: int, amount: int = 1) -> int:
        """Count for a caller; a new window ends `expiry` seconds from now."""
        end, count = self._windows.pop(key, (0.0, 0))
        if end <= monotonic():
            end, count = monotonic() + expiry, 0
        self._windows[key] = (end, count + amount)
        if len(self._windows) > self._limit:
            self._windows.popitem(last=False)
        return count + amount

    def get(self, key: str) -> int:
        """How often a caller asked in its window."""
        end, count = self._windows.get(key, (0.0, 0))
        return count if end > monotonic() else 0

    def get_expiry(self, key: str) -> float:
        """When, by the monotonic clock, a caller's window ends."""
        return self._windows.get(key, (monotonic(), 0))[0]

    def check(self) -> bool:
        """It is always well."""
        return True

    def reset(self) -> int:
        """Forget everybody."""
        count = len(self._windows)
        self._windows.clear()
        return count

    def clear(self, key: str) -> None:
        """Forget one caller."""
        self._windows.pop(key, None)

    def __len__(self) -> int:
        """How many callers are remembered."""
        return len(self._windows)


class Window:
    """A rate like "120/minute" for each caller, counted in fixed windows that begin with its first request."""

    def __init__(self, rate: str, callers: Callers | None = None) -> None:
        self._item = parse(rate)
        self._limiter = FixedWindowRateLimiter(Callers() if callers is None else callers)

    def wait(self, caller: str) -> int:
        """Count one request; 0 if it may pass, else the whole seconds until the next may."""
        if self._limiter.hit(self._item, caller):
            return 0
        reset, _ = self._limiter.get_window_stats(self._item, caller)
        return max(1, math.ceil(reset - monotonic()))


class Pace:
    """ASGI middleware: requests that cost something and come too fast are answered 429 with `Retry-After`.

    Those that somebody's keystrokes cause have an allowance of their own, so that typing leaves questions alone.
    """

    def __init__(self, app: ASGIApp, rate: str, meters: Meters) -> None:
        self._app = app
        asked, typed = ((), ()) if rate == "0" else ((Window(rate),), tuple(map(Window, TYPING)))
        self._windows = {"asked": asked, "typed": typed}
        self._meters = meters

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let one request pass, or not yet."""
        seconds = self._wait(scope) if scope["type"] == "http" else 0
        if seconds == 0:
            await self._app(scope, receive, send)
            return
        self._meters.turned_away(visit_of(scope).route)
        said = words(language_of(Request(scope)))["error.too_many"].format(seconds=seconds)
        response = error_response("too_many_requests", said, 429, {"Retry-After": str(seconds)})
        await response(scope, receive, send)

    def _wait(self, scope: Scope) -> int:
        pace = visit_of(scope).pace
        if pace == "typed" and sends_file(scope):
            pace = "asked"
        return max((window.wait(account(scope)) for window in self._windows.get(pace, ())), default=0)
