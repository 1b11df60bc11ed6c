"""The route of a form's file under /api: made in memory, sent, gone."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Path, Query, Request
from starlette.concurrency import run_in_threadpool
from starlette.responses import Response

from assistant.exchange import from_json
from assistant.paper.filed import asked_for, blank, filed
from assistant.paper.writing import FORM_PAPERS, FormPaper
from assistant.service import Assistant
from assistant.web.errors import language_of
from assistant.web.openapi import EXPORT_BODY, answers
from assistant.web.tools import file_of

_OPEN = {
    "X-Open-Points": {
        "description": "How many places are still to be filled in or looked at; 0 for an empty form",
        "schema": {"type": "integer", "minimum": 0},
    }
}


def routes(assistant: Assistant, today: Callable[[], date]) -> APIRouter:
    """The route over one assistant, as of `today()`."""
    router = APIRouter(prefix="/api")

    @router.post(
        "/forms/{form}/export",
        response_class=Response,
        responses=_files(),
        openapi_extra=EXPORT_BODY,
    )
    async def export(
        request: Request,
        form: Annotated[
            str, Path(description="An id of /api/forms, the number of an annex, or a title", examples=["2.5"])
        ],
        format: Annotated[
            FormPaper, Query(description="Word, PDF, a page of HTML that looks like the paper, or Markdown")
        ] = "docx",
        lang: Annotated[Literal["zh", "en"] | None, Query(description="The language of error messages")] = None,
    ) -> Response:
        """A form as a file, filled in and drafted from a fact sheet; without one to be filled in by hand.

        What is missing is marked 【待补充】. A text over its limit is refused with 400 unless `open_points` asks for a
        page behind the form that has it in full, with whatever is missing or contradicts a clause. The facts are
        neither kept nor logged.
        """
        language = lang or language_of(request)
        fields = from_json(await request.body(), exact=True)

        def made() -> Response:
            sheet, points = asked_for(fields)
            held = assistant.held_form(form)
            if sheet is None:
                done = blank(held, today(), format)
            else:
                done = filed(assistant.draft(held.id, sheet), sheet, today(), format, points, language)
            response = file_of(done.data, format, held.id, [held.names[0]])
            response.headers["X-Open-Points"] = str(done.open)
            return response

        return await run_in_threadpool(made)

    return router


def _files() -> dict[int | str, dict[str, Any]]:
    found = answers(None, 400, 404, 422, 429, 503, files=FORM_PAPERS)
    del found[200]["content"]["application/json"]
    found[200] |= {"description": "The file", "headers": _OPEN}
    return found
