"""The one web application: the API, the applicants' page at "/", and the layers that stand before both."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from fastapi import FastAPI, Request
from starlette.exceptions import HTTPException
from starlette.middleware.cors import CORSMiddleware
from starlette.responses import Response
from starlette.routing import BaseRoute, Match, Route
from starlette.types import ASGIApp

from assistant.service import Assistant
from assistant.settings import Web
from assistant.web import api, errors, metrics
from assistant.web.access import Watch
from assistant.web.bodies import BODY_LIMIT, BODY_SECONDS, Bodies
from assistant.web.crossing import Crossing
from assistant.web.doors import Doors
from assistant.web.guard import Guard
from assistant.web.health import VERSION
from assistant.web.openapi import described
from assistant.web.pace import Pace
from assistant.web.peers import Peers

METHODS = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE"]


def create_app(
    assistant: Assistant,
    *,
    today: Callable[[], date] = date.today,
    page: bool = True,
    web: Web | None = None,
    body_limit: int = BODY_LIMIT,
    body_seconds: float = BODY_SECONDS,
) -> ASGIApp:
    """The guarded application. Without `page` it is the API alone and loads no Gradio."""
    web = web or Web()
    app = FastAPI(title="申报助手", version=VERSION, docs_url=None, redoc_url=None, openapi_url="/openapi.json")
    # Gradio leaves the cross-origin policy alone only where the application has its own; ours allows nobody.
    app.add_middleware(CORSMiddleware, allow_origins=[])
    errors.install(app)
    app.state.meters = meters = metrics.Meters(assistant.health)
    router = api.routes(assistant, today, meters)
    app.include_router(router)
    app.openapi = described(app, router.routes)  # type: ignore[method-assign]
    if web.metrics:
        app.router.routes.append(Route("/metrics", metrics.endpoint(meters), include_in_schema=False))
    nothing = _nothing_here(router.routes)
    app.router.routes.append(Route("/api{rest:path}", nothing, methods=METHODS, include_in_schema=False))
    if page:
        from assistant.web.page import mount

        mount(app, assistant, today)
    # The first to see a request stands last: who calls, what is noted of it, what every answer carries, which other
    # sites may ask, which addresses there are, how fast, and how much.
    guarded: ASGIApp = Bodies(app, body_limit, body_seconds)
    guarded = Pace(guarded, web.rate, meters)
    guarded = Doors(guarded, app)
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
