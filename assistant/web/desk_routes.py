"""What the scripts of the desk ask besides /api: what a fact sheet tells a form, and what a filled form holds."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from fastapi import APIRouter, Request
from starlette.concurrency import run_in_threadpool
from starlette.responses import Response

from assistant.drafting.facts import FactSheet, Record
from assistant.drafting.facts_read import sheet_of
from assistant.drafting.form import Form
from assistant.drafting.values import added_up, records_of, shown, value_of
from assistant.errors import InputError
from assistant.exchange import from_json
from assistant.paper.filed import filled_fields
from assistant.service import Assistant
from assistant.web.desk_known import places_of
from assistant.web.errors import json_response


def routes(assistant: Assistant, today: Callable[[], date]) -> APIRouter:
    """The routes over one assistant, as of `today()`. What is sent is neither kept nor logged."""
    router = APIRouter(prefix="/desk", include_in_schema=False)

    @router.post("/{form}/derived")
    async def derived(request: Request, form: str) -> Response:
        fields = from_json(await request.body(), exact=True)

        def told() -> Response:
            held = assistant.held_form(form)
            if not isinstance(fields, Mapping):
                raise InputError("请求须是一个 JSON 对象。", "The request must be a JSON object.")
            return json_response(derived_fields(held, sheet_of(fields.get("facts"))))

        return await run_in_threadpool(told)

    @router.post("/read")
    async def read(request: Request) -> Response:
        data = await request.body()

        def told() -> Response:
            if not data.startswith(b"PK\x03\x04"):
                raise InputError("这不是 Word（.docx）文件。", "This is no Word file (.docx).")
            paper = assistant.precheck_file(data, today()).paper
            return json_response({"form": paper.form, "facts": filled_fields(paper.filled)})

        return await run_in_threadpool(told)

    return router


def derived_fields(form: Form, sheet: FactSheet) -> dict[str, Any]:
    """What a form takes from a fact sheet: values by path as text, records by the path of their rows."""
    values = {}
    for field in places_of(form):
        value = value_of(form, field, sheet)
        value = added_up(form, field, sheet) if value is None else value
        if value is not None:
            texts = {option.id: option.quote.text for option in field.options}
            values[field.path] = shown(tuple(texts[one] for one in value) if isinstance(value, tuple) else value)
    rows = {
        repeat.path: [_record(record) for record in records_of(form, repeat, sheet)]
        for repeat in form.repeats()
        if not sheet.filled(form.id).records(repeat.path)
    }
    return {"values": values, "rows": rows}


def _record(record: Record) -> dict[str, Any]:
    return {key: format(value, "f") if isinstance(value, Decimal) else value for key, value in record}
