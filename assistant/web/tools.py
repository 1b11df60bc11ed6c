"""The routes of self-check, comparison and checklist under /api: as JSON, or as a file to be kept."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Annotated, Literal
from urllib.parse import quote

from fastapi import APIRouter, Query, Request
from starlette.concurrency import run_in_threadpool
from starlette.responses import Response

from assistant.checklist_told import checklist_fields, checklist_report
from assistant.comparison_told import comparison_fields, comparison_report
from assistant.dates_told import checklist_diary
from assistant.eligibility_told import eligibility_fields, eligibility_report, wished
from assistant.exchange import from_json
from assistant.exporting import MEDIA, dated, exported
from assistant.service import COMPARED_LIMIT, Assistant
from assistant.web import eligibility_examples, schemas, tool_examples
from assistant.web.eligibility_schemas import EligibilityBody
from assistant.web.errors import json_response, language_of
from assistant.web.openapi import ELIGIBILITY_BODY, answers
from assistant.words import words

_Language = Annotated[
    Literal["zh", "en"] | None,
    Query(description="The language of labels; without it that of `Accept-Language`. Quotes stay as they are"),
]
_ID = {"minLength": 1, "maxLength": 200}


def routes(assistant: Assistant, today: Callable[[], date]) -> APIRouter:
    """The routes over one assistant, as of `today()`."""
    router = APIRouter(prefix="/api")

    @router.get(
        "/compare",
        response_model=schemas.ComparisonBody,
        responses=answers(tool_examples.COMPARISON, 400, 404, 422, 429, files=("docx", "xlsx")),
    )
    async def compare(
        request: Request,
        programme: Annotated[
            list[str],
            Query(
                description=f"Ids of programmes, 2 to {COMPARED_LIMIT} different ones",
                examples=[["practice-base", "industry-college"]],
                max_length=50,
            ),
        ],
        facet: Annotated[
            list[str] | None,
            Query(description="Only these facets; without it all", examples=[["lead", "deadline"]], max_length=50),
        ] = None,
        format: Annotated[Literal["json", "docx", "xlsx"], Query(description="JSON, or a file")] = "json",
        lang: _Language = None,
    ) -> Response:
        """Programmes side by side, facet by facet, each cell with its clauses.

        A cell is `stated`, regulated only for `kinds` of the programme, `silent` (a reviewer found that the documents
        regulate nothing) or `unseen` (nothing found and nobody reviewed it). A row is `same`, `different`, or `unsure`
        where something is unseen.
        """
        language = lang or language_of(request)

        def told() -> Response:
            comparison = assistant.compare(programme, today(), facet or ())
            names = _names(assistant)
            if format == "json":
                return json_response(comparison_fields(comparison, names, language))
            data = exported(comparison_report(comparison, names, language), format)
            return file_of(data, format, "comparison", [head.programme.name for head in comparison.heads[:3]])

        return await run_in_threadpool(told)

    @router.get(
        "/checklist",
        response_model=schemas.ChecklistBody,
        responses=answers(tool_examples.CHECKLIST, 400, 404, 422, 429, files=("docx", "xlsx", "ics")),
    )
    async def checklist(
        request: Request,
        programme: Annotated[
            str,
            Query(description="The id of a programme", examples=["practice-base"], json_schema_extra=_ID),
        ],
        format: Annotated[
            Literal["json", "docx", "xlsx", "ics"],
            Query(description="JSON, or a file; `ics` is the dates alone, and 400 where there is none to come"),
        ] = "json",
        lang: _Language = None,
    ) -> Response:
        """What to do for one programme: the steps in order, papers with copies and seals, contacts and dates.

        Every statement has its clause; what the documents do not regulate is told from what nobody looked for. A step
        whose deadline lies before today is `passed`.
        """
        language = lang or language_of(request)

        def told() -> Response:
            found = assistant.checklist(programme, today())
            names = _names(assistant)
            if format == "json":
                return json_response(checklist_fields(found, names, language))
            if format == "ics":
                data = dated(checklist_diary(found, language))
            else:
                data = exported(checklist_report(found, names, language), format)
            return file_of(data, format, "checklist", [found.head.programme.name])

        return await run_in_threadpool(told)

    @router.post(
        "/eligibility",
        response_model=EligibilityBody,
        responses=answers(eligibility_examples.ELIGIBILITY, 400, 404, 422, 429, files=("docx", "xlsx")),
        openapi_extra=ELIGIBILITY_BODY,
    )
    async def eligibility(
        request: Request,
        format: Annotated[Literal["json", "docx", "xlsx"], Query(description="JSON, or a file")] = "json",
        lang: _Language = None,
    ) -> Response:
        """Hold an applicant against every condition of the programmes: met, unmet or unknown, each with its clause.

        The profile is neither kept nor logged. `questions` are only those of which two answers give different
        results: put an option's `value` at the question's `path` of the profile and ask again.
        """
        language = lang or language_of(request)
        fields = from_json(await request.body())

        def told() -> Response:
            day = today()
            profile, programmes = wished(fields, day)
            made = assistant.eligibility(profile, day, programmes)
            names = _names(assistant)
            if format == "json":
                return json_response(eligibility_fields(made, names, language))
            data = exported(eligibility_report(made, names, language), format)
            return file_of(data, format, "eligibility", [words(language)["check.title"]])

        return await run_in_threadpool(told)

    return router


def _names(assistant: Assistant) -> dict[str, str]:
    return {programme.id: programme.name for programme in assistant.programmes()}


def file_of(data: bytes, ending: str, kind: str, names: list[str]) -> Response:
    """A file that the browser keeps under a name in Chinese, or in Latin letters where it cannot (RFC 6266)."""
    wide = quote(f"{'-'.join(names)}.{ending}".encode("utf-8", "replace"), safe="")
    told = f"attachment; filename=\"{kind}.{ending}\"; filename*=UTF-8''{wide}"
    return Response(data, media_type=MEDIA[ending], headers={"Content-Disposition": told})
