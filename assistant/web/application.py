"""The one web application: the API, the applicants' page at "/", and the layers that stand before both."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

from fastapi import FastAPI, Request
from starlette.exceptions import HTTPException
from starlette.middleware.cors import CORSMiddleware
from starlette.responses import Response
from starlette.routing import BaseRoute, Match, Route
from starlette.types import ASGIApp

from assistant.service import Assistant
from assistant.settings import Web
from assistant.web import (
    api,
    check_routes,
    desk_page,
    desk_routes,
    draft_routes,
    eligibility_page,
    errors,
    export_routes,
    form_routes,
    metrics,
    pages,
    precheck_page,
    tool_pages,
    tools,
)
from assistant.web.access import Watch
from assistant.web.asking import Asking
from assistant.web.bodies import BODY_LIMIT, BODY_SECONDS, Bodies
from assistant.web.crossing import Crossing
from assistant.web.doors import Doors
from assistant.web.guard import Guard
from assistant.web.health import VERSION
from assistant.web.openapi import described
from assistant.web.pace import Pace
from assistant.web.peers import Peers
from assistant.web.readable import Readable
from assistant.web.rendering import Rendering
from assistant.web.showing import Showing

METHODS = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE"]


def create_app(
    assistant: Assistant,
    *,
    today: Callable[[], date] = date.today,
    chat: bool = True,
    web: Web | None = None,
    sources: Path | None = None,
    body_limit: int = BODY_LIMIT,
    body_seconds: float = BODY_SECONDS,
) -> ASGIApp:
    """The guarded application. Without `chat` there is no page at "/" and no Gradio; `sources` is the folder that
    the original files are shown from."""
    web = web or Web()
    app = FastAPI(title="申报助手", version=VERSION, docs_url=None, redoc_url=None, openapi_url="/openapi.json")
    # Gradio leaves the cross-origin policy alone only where the application has its own; ours allows nobody.
    app.add_middleware(CORSMiddleware, allow_origins=[])
    errors.install(app)
    meters = metrics.Meters(assistant.health)
    asking = Asking(assistant, today, meters)
    routers = (
        api.routes(assistant, asking),
        tools.routes(assistant, today),
        form_routes.routes(assistant),
        draft_routes.routes(assistant),
        check_routes.routes(assistant, today),
        export_routes.routes(assistant, today),
    )
    for router in routers:
        app.include_router(router)
    routed = [route for router in routers for route in router.routes]
    app.openapi = described(app, routed)  # type: ignore[method-assign]
    if web.metrics:
        app.router.routes.append(Route("/metrics", metrics.endpoint(meters), include_in_schema=False))
    nothing = _nothing_here(routed)
    app.router.routes.append(Route("/api{rest:path}", nothing, methods=METHODS, include_in_schema=False))
    rendering = Rendering()
    showing = Showing(assistant, asking, today)
    app.include_router(desk_routes.routes(assistant, today))
    for prefix in ("", "/en"):
        app.include_router(pages.routes(assistant, showing, today, rendering, sources, prefix))
        app.include_router(eligibility_page.routes(assistant, today, rendering, prefix))
        app.include_router(tool_pages.routes(assistant, today, rendering, prefix))
        app.include_router(desk_page.routes(assistant, today, rendering, prefix))
        app.include_router(precheck_page.routes(assistant, today, rendering, prefix))
    app.mount("/ui", pages.static())
    if chat:
        from assistant.web.page import mount

        mount(app, assistant, showing, today, rendering)
    # The first to see a request stands last: who calls, what is noted of it, what every answer carries, which other
    # sites may ask, how people are told of errors, which addresses there are, how fast, and how much.
    guarded: ASGIApp = Bodies(app, body_limit, body_seconds)
    guarded = Pace(guarded, web.rate, meters)
    guarded = Doors(guarded, app)
    guarded = Readable(guarded, rendering)
    guarded = Crossing(guarded, web.origins)
    guarded = Watch(guarded, meters, questions=web.log_questions)
    guarded = Guard(guarded)
    return Peers(guarded, web.proxies)


def _nothing_here(routes: list[BaseRoute]) -> Callable[[Request], Response]:
    def answer(request: Request) -> Response:
        partly = [route for route in routes if route.matches(request.scope)[0] == Match.PARTIAL]
        if not partly:
            raise HTTPException(404)
        allowed = sorted({method for route in partly for method in getattr(route, "methods", None) or ()})
        raise HTTPException(405, headers={"Allow": ", ".join(allowed)})

    return answer
