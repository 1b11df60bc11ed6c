"""One line a request, without query strings and, unless asked for, without the question; the last net for faults."""

from __future__ import annotations

import logging
import re
import sys
import traceback
import uuid
from datetime import UTC, datetime
from time import perf_counter

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from assistant.exchange import to_json
from assistant.web.errors import error_response, language_of
from assistant.web.masking import masked_text
from assistant.web.metrics import Meters
from assistant.web.peers import masked
from assistant.web.visits import Visit, visit_of
from assistant.words import words

ACCESS = logging.getLogger("assistant.access")
FAULTS = logging.getLogger("assistant.faults")
_GIVEN_UP = 499
_ID = re.compile(r"[A-Za-z0-9._-]{8,64}")


class Watch:
    """ASGI middleware: gives each request an id, counts it, logs it, and turns what nobody caught into a plain 500."""

    def __init__(self, app: ASGIApp, meters: Meters, *, questions: bool = False) -> None:
        self._app = app
        self._meters = meters
        self._questions = questions

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Watch one request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        began, visit, request = perf_counter(), visit_of(scope), Request(scope)
        visit.id = request_id(Headers(scope=scope).get("x-request-id", ""))
        visit.language = language_of(request)

        async def sending(message: Message) -> None:
            if message["type"] == "http.response.start":
                visit.status = message["status"]
                MutableHeaders(scope=message)["X-Request-Id"] = visit.id
            visit.size += len(message.get("body", b""))
            await send(message)

        self._meters.came_in()
        try:
            await self._app(scope, receive, sending)
        except Exception as error:
            note(visit, error)
            if not visit.status:
                said = words(visit.language)["error.internal"]
                await error_response("internal", said, 500)(scope, receive, sending)
        finally:
            visit.status = visit.status or _GIVEN_UP
            seconds = perf_counter() - began
            self._meters.went_out(visit, scope["method"], seconds)
            if ACCESS.isEnabledFor(logging.INFO):
                ACCESS.info(self._line(scope, visit, seconds))

    def _line(self, scope: Scope, visit: Visit, seconds: float) -> str:
        line: dict[str, object] = {
            "time": datetime.now(UTC).isoformat(timespec="milliseconds"),
            "id": visit.id,
            "method": scope["method"],
            "route": visit.route,
            "status": visit.status,
            "ms": round(seconds * 1000, 1),
            "bytes": visit.size,
            "client": masked(scope),
            "language": visit.language,
        }
        if visit.outcome:
            line |= {"outcome": visit.outcome, "verdict": visit.verdict}
        if visit.error:
            line["error"] = visit.error
        if self._questions and visit.question:
            line["question"] = masked_text(visit.question)
        return to_json(line)


def note(visit: Visit, error: Exception) -> None:
    """Log a fault by its type and place alone, since its message may quote the question; the stack only at debug."""
    visit.error = type(error).__name__
    FAULTS.error(to_json({"id": visit.id, "route": visit.route, "error": visit.error}))
    FAULTS.debug("%s\n%s", visit.id, "".join(traceback.format_tb(error.__traceback__)))


def request_id(wished: str) -> str:
    """The caller's own id if it is 8 to 64 plain characters, else a new one."""
    return wished if _ID.fullmatch(wished) else uuid.uuid4().hex


def to_stderr(access: bool) -> None:
    """Write faults, and with `access` a line for every request, to standard error."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(logging.Formatter("%(message)s"))
    for logger, level in ((ACCESS, logging.INFO if access else logging.CRITICAL), (FAULTS, logging.ERROR)):
        logger.handlers = [handler]
        logger.propagate = False
        logger.setLevel(level)
