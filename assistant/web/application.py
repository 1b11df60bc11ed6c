"""The one web application: the API, and the applicants' page at "/"."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

from fastapi import APIRouter, FastAPI, Request
from starlette.exceptions import HTTPException
from starlette.middleware.cors import CORSMiddleware
from starlette.responses import Response
from starlette.routing import Match, Route
from starlette.types import ASGIApp

from assistant.service import Assistant
from assistant.web import api, errors, pages
from assistant.web.guard import BODY_LIMIT, Guard
from assistant.web.rendering import Rendering

METHODS = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE"]
CLOSED = ("/gradio_api/upload",)


def create_app(
    assistant: Assistant,
    *,
    today: Callable[[], date] = date.today,
    chat: bool = True,
    body_limit: int = BODY_LIMIT,
    sources: Path | None = None,
) -> ASGIApp:
    """The guarded application. Without `chat` there is no page at "/" and no Gradio; `sources` is the folder that
    the original files are shown from."""
    app = FastAPI(title="申报助手", version="0.1.0", docs_url=None, redoc_url=None, openapi_url="/openapi.json")
    # Gradio leaves the cross-origin policy alone only where the application has its own; ours allows nobody.
    app.add_middleware(CORSMiddleware, allow_origins=[])
    errors.install(app)
    router = api.routes(assistant, today)
    app.include_router(router)
    app.router.routes.append(Route("/api{rest:path}", _nothing_here(router), methods=METHODS, include_in_schema=False))
    rendering = Rendering()
    plain = pages.routes(assistant, today, rendering, sources)
    app.include_router(plain)
    app.include_router(plain, prefix="/en")
    app.mount("/ui", pages.static())
    if chat:
        from assistant.web.page import mount

        mount(app, assistant, today, rendering)
    return Guard(app, body_limit, CLOSED)


def _nothing_here(router: APIRouter) -> Callable[[Request], Response]:
    def answer(request: Request) -> Response:
        partly = [route for route in router.routes if route.matches(request.scope)[0] == Match.PARTIAL]
        if not partly:
            raise HTTPException(404)
        allowed = sorted({method for route in partly for method in getattr(route, "methods", None) or ()})
        raise HTTPException(405, headers={"Allow": ", ".join(allowed)})

    return answer
