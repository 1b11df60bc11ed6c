"""The desk's pages: the forms, the fact sheet, one form. What is written there stays in the browser."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from fastapi import APIRouter, Request
from starlette.responses import Response

from assistant.drafting.form import Form
from assistant.service import Assistant
from assistant.web.desk_known import common, known_of, places_of, rows_asked, shared_keys
from assistant.web.desk_views import desk, listed
from assistant.web.rendering import Rendering, language_of
from assistant.words import words

_FIXED: dict[str, Any] = {"at": "desk", "chat": False, "skip": "#main"}


def routes(assistant: Assistant, today: Callable[[], date], rendering: Rendering, prefix: str) -> APIRouter:
    """The pages of one language, under its prefix."""
    router = APIRouter(prefix=prefix, include_in_schema=False)

    @router.get("/desk")
    def forms(request: Request) -> Response:
        say = words(language_of(request))
        held = assistant.forms()
        keys = shared_keys(held)
        known = {
            form.id: [
                *([f.path, f.fact if f.fact in keys else "", f.year] for f in places_of(form)),
                *([path, "", None] for path in rows_asked(form)),
            ]
            for form in held.held
        }
        return rendering.page(
            request,
            "desk.html",
            forms=listed(held, assistant.cards(), assistant.documents(), today(), say),
            known={"forms": known},
            said=_said(say),
            **_FIXED,
        )

    @router.get("/desk/facts")
    def facts(request: Request) -> Response:
        say = words(language_of(request))
        return rendering.page(
            request, "desk_facts.html", common=common(assistant.forms()), said=_said(say), **_FIXED
        )  # fmt: skip

    def named(form: str) -> Form | None:
        return next((one for one in assistant.forms().held if one.id == form), None)

    def missing(request: Request) -> Response:
        problem = words(language_of(request))["desk.unknown"]
        return rendering.page(request, "failed.html", 404, problem=problem, **_FIXED)

    @router.get("/desk/{form}")
    def form(request: Request, form: str) -> Response:
        language = language_of(request)
        say = words(language)
        if (found := named(form)) is None:
            return missing(request)
        view = desk(found, assistant.forms(), assistant.documents(), today(), say, language)
        return rendering.page(request, "desk_form.html", desk=view, said=_said(say), **_FIXED)

    @router.get("/desk/{form}/preview")
    def preview(request: Request, form: str) -> Response:
        if (found := named(form)) is None:
            return missing(request)
        known = known_of(found, assistant.forms())
        said = _said(words(language_of(request)))
        return rendering.page(request, "desk_preview.html", title=found.names[0], known=known, said=said, **_FIXED)

    return router


def _said(say: Mapping[str, str]) -> dict[str, str]:
    """What the scripts of the desk say."""
    said = {key.partition(".")[2]: text for key, text in say.items() if key.startswith("desk.")}
    return said | {"failed_source": say["page.failed_source"]}
