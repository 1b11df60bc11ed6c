"""Counting and drafting over HTTP. What is sent is read in memory, kept nowhere and logged nowhere."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Query, Request
from starlette.concurrency import run_in_threadpool
from starlette.responses import Response

from assistant.draft_told import count_fields, draft_fields, drafted_fields
from assistant.drafting.count import count
from assistant.drafting.facts_read import sheet_of
from assistant.errors import InputError
from assistant.exchange import from_json
from assistant.service import Assistant
from assistant.web import draft_examples, draft_schemas
from assistant.web.errors import json_response, language_of
from assistant.web.openapi import COUNT_BODY, DRAFT_BODY, answers

_Language = Annotated[
    Literal["zh", "en"] | None,
    Query(description="The language of messages; without it that of `Accept-Language`. Texts are always Chinese"),
]


def routes(assistant: Assistant) -> APIRouter:
    """The routes over one assistant."""
    router = APIRouter(prefix="/api")

    @router.post(
        "/count",
        response_model=draft_schemas.CountBody,
        responses=answers(draft_examples.COUNT, 400, 429),
        openapi_extra=COUNT_BODY,
    )
    async def counted(request: Request) -> Response:
        """Count a text as Microsoft Word counts 字; the text is not kept."""
        fields = _asked(from_json(await request.body()), ("text",))
        text = _words(fields, "text")
        return json_response(await run_in_threadpool(lambda: count_fields(count(text))))

    @router.post(
        "/draft",
        response_model=draft_schemas.DraftBody,
        response_model_exclude_unset=True,
        responses=answers(draft_examples.DRAFT, 400, 404, 422, 429),
        openapi_extra=DRAFT_BODY,
    )
    async def drafted(request: Request, lang: _Language = None) -> Response:
        """Draft a field of a form, or all of its narrative fields, from facts; what is missing is marked.

        No fact, figure or name is made up and no sentence is cut; a text over its limit loses whole sentences. What
        contradicts a clause is told in `warnings` with the clause. Facts and drafts are neither kept nor logged.
        """
        language = lang or language_of(request)
        fields = _asked(from_json(await request.body(), exact=True), ("form", "field", "facts"))

        def told() -> Response:
            form, field = _words(fields, "form"), fields.get("field")
            sheet = sheet_of(fields.get("facts"))
            if field is None:
                return json_response(drafted_fields(assistant.draft(form, sheet), language))
            draft, flags = assistant.draft_field(form, _words(fields, "field"), sheet)
            return json_response(draft_fields(draft, language, flags))

        return await run_in_threadpool(told)

    return router


def _asked(held: object, known: tuple[str, ...]) -> Mapping[str, Any]:
    if not isinstance(held, Mapping):
        raise InputError("请求须是一个 JSON 对象。", "The request must be a JSON object.")
    if strange := sorted(str(key) for key in held if key not in known):
        raise InputError(
            f"请求里没有“{strange[0][:40]}”这一项；可用：{'、'.join(known)}。",
            f'The request has no entry "{strange[0][:40]}"; known: {", ".join(known)}.',
        )
    return held


def _words(fields: Mapping[str, Any], key: str) -> str:
    value = fields.get(key)
    if not isinstance(value, str) or (key == "form" and not value):
        raise InputError(f"{key} 须是文字（字符串）。", f"{key} must be a string.")
    return value
