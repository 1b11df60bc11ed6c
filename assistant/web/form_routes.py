"""The routes of forms under /api."""

from __future__ import annotations

from typing import Annotated, Literal

from fastapi import APIRouter, Path, Query, Request
from starlette.concurrency import run_in_threadpool
from starlette.responses import Response

from assistant.forms_told import form_fields, forms_fields
from assistant.service import Assistant
from assistant.web import form_examples, form_schemas
from assistant.web.errors import json_response, language_of
from assistant.web.openapi import answers

_Language = Annotated[
    Literal["zh", "en"] | None,
    Query(description="The language of remarks; without it that of `Accept-Language`. Quotes stay as they are"),
]


def routes(assistant: Assistant) -> APIRouter:
    """The routes over one assistant."""
    router = APIRouter(prefix="/api")

    @router.get("/forms", response_model=form_schemas.FormsBody, responses=answers(form_examples.FORMS, 422))
    async def forms(request: Request, lang: _Language = None) -> Response:
        """All forms of the documents; those that are only mentioned come last, with `held` false."""
        language = lang or language_of(request)
        return json_response(await run_in_threadpool(lambda: forms_fields(assistant.forms(), language)))

    @router.get(
        "/forms/{form}",
        response_model=form_schemas.FormBody | form_schemas.AbsentFormBody,
        responses=answers(form_examples.FORM, 400, 404, 422),
    )
    async def form(
        request: Request,
        form: Annotated[
            str,
            Path(
                description="An id of /api/forms, the number of an annex, or a title, whole or in part; 400 where "
                "several fit",
                examples=["consortium-recommendation"],
            ),
        ],
        lang: _Language = None,
    ) -> Response:
        """One form: every field with its limit and guidance, the rules of the form, its layout, each with its clause.

        Limits are counted as Microsoft Word counts 字. A form that is only mentioned has `held` false and is what the
        document asks of it, never a form made up.
        """
        language = lang or language_of(request)

        def told() -> Response:
            found = assistant.form(form)
            return json_response(form_fields(found, assistant.documents(), assistant.cards(), language))

        return await run_in_threadpool(told)

    return router
