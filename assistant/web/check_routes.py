"""A check before submission over HTTP (预审). What is sent is read in memory, kept nowhere and logged nowhere."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Query, Request
from starlette.concurrency import run_in_threadpool
from starlette.responses import Response

from assistant.drafting.facts_read import sheet_of
from assistant.errors import InputError
from assistant.exchange import from_json
from assistant.exporting import exported
from assistant.precheck_told import precheck_fields, precheck_report
from assistant.prechecks import Prechecked
from assistant.service import Assistant
from assistant.web import check_examples
from assistant.web.check_schemas import CheckBody
from assistant.web.errors import json_response, language_of
from assistant.web.openapi import CHECK_BODY, answers
from assistant.web.parted import parted
from assistant.web.tools import file_of
from assistant.web.visits import sends_file

_KNOWN = ("form", "facts", "text")
_Check = Callable[[date], Prechecked]


def routes(assistant: Assistant, today: Callable[[], date]) -> APIRouter:
    """The route over one assistant, as of `today()`."""
    router = APIRouter(prefix="/api")

    @router.post(
        "/check",
        response_model=CheckBody,
        responses=answers(check_examples.CHECK, 400, 404, 422, 429, 503, files=("docx", "md")),
        openapi_extra=CHECK_BODY,
    )
    async def check(
        request: Request,
        format: Annotated[Literal["json", "docx", "md"], Query(description="JSON, or a report as a file")] = "json",
        lang: Annotated[
            Literal["zh", "en"] | None, Query(description="The language of what is told; quotes stay as they are")
        ] = None,
    ) -> Response:
        """Hold a filled form against every rule of the form and of its guideline.

        Each point passes, fails or cannot be told, with its places and the clause. The form comes as facts, as pasted
        text, or as a Word file in a form with `file`. A file is opened in a process of its own. Nothing is kept or
        logged.
        """
        language = lang or language_of(request)
        wanted = (
            await _file(request, assistant) if sends_file(request.scope) else _typed(await request.body(), assistant)
        )

        def told() -> Response:
            made = wanted(today())
            if format == "json":
                return json_response(precheck_fields(made, language))
            return file_of(exported(precheck_report(made, language), format), format, "check", [made.form.names[0]])

        return await run_in_threadpool(told)

    return router


def _typed(body: bytes, assistant: Assistant) -> _Check:
    fields = from_json(body, exact=True)
    if not isinstance(fields, Mapping):
        raise InputError("请求须是一个 JSON 对象。", "The request must be a JSON object.")
    if strange := sorted(str(key) for key in fields if key not in _KNOWN):
        raise InputError(
            f"请求里没有“{strange[0][:40]}”这一项；可用：{'、'.join(_KNOWN)}。",
            f'The request has no entry "{strange[0][:40]}"; known: {", ".join(_KNOWN)}.',
        )
    form, text, facts = _words(fields, "form"), _words(fields, "text"), fields.get("facts")
    if (text is None) == (facts is None):
        raise InputError("请给出 facts（信息表）或 text（粘贴的文字）之一。", "Give either facts or text.")
    if text is not None:
        return lambda day: assistant.precheck_text(text, day, form or "")
    if not form:
        raise InputError("form（表单）须是文字（字符串）。", "form must be a string.")
    return lambda day: assistant.precheck(form, sheet_of(facts), day)


async def _file(request: Request, assistant: Assistant) -> _Check:
    """The file and the form of a body with parts; InputError for any other parts."""
    sent = await parted(request)
    data, form = sent.file, sent.texts.get("form", "")
    if data is None:
        raise InputError("请上传一个文件（file）。", "Upload one file, as file.")
    return lambda day: assistant.precheck_file(data, day, form)


def _words(fields: Mapping[str, Any], key: str) -> str | None:
    value = fields.get(key)
    if value is not None and not isinstance(value, str):
        raise InputError(f"{key} 须是文字（字符串）。", f"{key} must be a string.")
    return value
