"""The pages over the programmes' cards: comparison and checklist. The address is the state; nothing of it is kept."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Annotated

from fastapi import APIRouter, Query, Request
from starlette.responses import Response

from assistant.checklist_told import checklist_fields
from assistant.comparison_told import comparison_fields
from assistant.dates_told import when
from assistant.errors import AssistantError
from assistant.guideline.card import FACETS
from assistant.service import COMPARED_LIMIT, Assistant
from assistant.web.choosing import offers
from assistant.web.compared import Compared, address, compared, file_address
from assistant.web.listed import Listed, listed
from assistant.web.rendering import Rendering, language_of
from assistant.words import words

_Names = Annotated[list[str] | None, Query()]


def routes(assistant: Assistant, today: Callable[[], date], rendering: Rendering, prefix: str) -> APIRouter:
    """The pages of one language, under its prefix."""
    router = APIRouter(prefix=prefix, include_in_schema=False)

    @router.get("/compare")
    def compare(request: Request, programme: _Names = None, facet: _Names = None, different: bool = False) -> Response:
        language = language_of(request)
        say = words(language)
        known = {p.id: p.name for p in assistant.programmes() if p.held}
        asked = tuple(dict.fromkeys(programme or ()))
        chosen = [name for name in asked if name in known]
        facets = [name for name in dict.fromkeys(facet or ()) if name in FACETS]
        view: Compared | None = None
        hint, problem, status = "", "", 200
        if len(chosen) < len(asked):
            problem, status = say["tool.no_programme"], 404
        elif len(chosen) == 1:
            hint = say["tool.one_more"]
        elif chosen:
            if facet and not facets:
                problem, status = say["tool.no_facet"], 404
            try:
                made = assistant.compare(chosen, today(), facets)
                fields = comparison_fields(made, known, language)
                view = compared(fields, made.documents, say, facets, different)
            except AssistantError as error:
                problem, status = error.message(language), error.status
        return rendering.page(
            request,
            "compare.html",
            status,
            at="compare",
            chat=False,
            skip="#main",
            view=view,
            offers=offers(assistant.programmes(), chosen),
            limit=COMPARED_LIMIT,
            facets=[say[f"facet.{name}"] for name in facets],
            different=different,
            every_link=address(chosen, facets, False),
            different_link=address(chosen, facets, True),
            files=[(ending, file_address(chosen, facets, language, ending)) for ending in ("docx", "xlsx")],
            facet_link=address(chosen, (), different),
            hint=hint,
            problem=problem,
        )

    @router.get("/checklist")
    def checklist(request: Request, programme: str = "") -> Response:
        language = language_of(request)
        say = words(language)
        known = {p.id: p.name for p in assistant.programmes() if p.held}
        view: Listed | None = None
        problem, status = "", 200
        if programme and programme not in known:
            problem, status = say["tool.no_programme"], 404
        elif programme:
            made = assistant.checklist(programme, today())
            whens = [when(held, say) for held in made.dates]
            view = listed(checklist_fields(made, known, language), made.documents, whens, known, say)
        return rendering.page(
            request,
            "checklist.html",
            status,
            at="checklist",
            chat=False,
            skip="#main",
            view=view,
            offers=offers(assistant.programmes(), (programme,)),
            problem=problem,
        )

    return router
