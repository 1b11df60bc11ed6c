"""The OpenAPI document: what pydantic and FastAPI cannot say of the API by themselves."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from fastapi import FastAPI
from fastapi.routing import APIRoute
from starlette.routing import BaseRoute

from assistant.exporting import MEDIA
from assistant.web import check_examples, draft_examples, eligibility_examples, examples, form_examples, tool_examples
from assistant.web.bodies import BODY_LIMIT, BODY_SECONDS
from assistant.web.check_schemas import CheckAskBody, CheckFileBody
from assistant.web.doors import ADDRESS_LIMIT
from assistant.web.draft_schemas import CountAskBody, DraftAskBody
from assistant.web.eligibility_schemas import EligibilityAskBody
from assistant.web.form_schemas import ExportAskBody
from assistant.web.patience import HEAD_LIMIT
from assistant.web.schemas import AskBody, ErrorBody
from assistant.words import words

ABOUT = """Questions about application guidelines, answered with a verdict and the clause word for word.

Every error is `{"error": {"code", "message"}}`: branch on `code`; `message` is one sentence for people, in English if
`Accept-Language` begins with `en`, else in Chinese. Every response carries `X-Request-Id`; send one of 8 to 64
characters of `A-Z a-z 0-9 . _ -` to have yours taken over. Addresses that cost work are limited for each caller; over
the limit the answer is 429 and `Retry-After` says for how many seconds. Bodies are read as JSON whatever their
declared type. Text is UTF-8."""

_SAY = words("zh")
# Each status with its meaning and, by code, a sentence as it is sent.
_MEANINGS: Mapping[int, tuple[str, Mapping[str, str]]] = {
    400: (
        "The request cannot be understood",
        {
            "bad_input": "内容不是有效的 JSON。",
            "bad_file": "这不是可用的 Word（.docx）文件。",
            "ambiguous": "“推荐书”可指共同体推荐书（community-recommendation）、联合体推荐书（consortium-recommendation），请写明其一。",
        },
    ),
    404: (
        "No programme, document, clause or form of that id",
        {"unknown_id": "没有编号为“nope”的项目；现有：practice-base。", "not_found": _SAY["error.not_found"]},
    ),
    405: ("The address does not support this method", {"method_not_allowed": _SAY["error.method"]}),
    408: (f"The body did not arrive within {BODY_SECONDS:.0f} seconds", {"too_slow": _SAY["error.too_slow"]}),
    413: (
        "The question or the body is too long",
        {
            "too_long": "问题太长：共 2001 个字符，最多 2000 个，请缩短后再问。",
            "too_large": _SAY["error.too_large"].format(limit=BODY_LIMIT // 1024),
        },
    ),
    414: (
        "The address is too long",
        {"address_too_long": _SAY["error.long_address"].format(limit=ADDRESS_LIMIT // 1024)},
    ),
    422: (
        "A parameter is missing or of the wrong type",
        {"bad_parameter": _SAY["error.parameter"].format(name="k")},
    ),
    429: ("Too many requests from this caller", {"too_many_requests": _SAY["error.too_many"].format(seconds=12)}),
    431: (
        "The headers are too long",
        {"headers_too_long": _SAY["error.long_head"].format(limit=HEAD_LIMIT // 1024)},
    ),
    500: ("Internal error", {"internal": _SAY["error.internal"]}),
    503: (
        "No answer now: too many ask at once, the answer took too long, the server is stopping, or the documents "
        "cannot be used; with Retry-After it makes sense to ask again",
        {"busy": "现在提问的人太多。", "took_too_long": "这个问题用时太久。", "index_unusable": "索引无法使用。"},
    ),
}
_EVERYWHERE = (405, 408, 413, 414, 431, 500)
_ID_HEADER = {"X-Request-Id": {"description": "The id of this request", "schema": {"type": "string"}}}
_GENERATION = {"X-Index-Generation": {"description": "The index that the answer is from", "schema": {"type": "string"}}}
_HEADERS: Mapping[int, dict[str, Any]] = {
    405: {"Allow": {"description": "What it does support", "schema": {"type": "string"}, "required": True}},
    503: {"Retry-After": {"description": "Whole seconds to wait", "schema": {"type": "integer", "minimum": 1}}},
    429: {
        "Retry-After": {
            "description": "Whole seconds to wait",
            "schema": {"type": "integer", "minimum": 1},
            "required": True,
        }
    },
}


def _event(name: str, properties: Mapping[str, Any], **more: Any) -> dict[str, Any]:
    data = {"type": "object", "properties": properties, "required": list(properties), **more}
    sent = {"type": "string", "contentMediaType": "application/json", "contentSchema": data}
    return {
        "type": "object",
        "properties": {"event": {"const": name}, "data": sent},
        "required": ["event", "data"],
    }


_BINARY = {"type": "string", "format": "binary"}
_TEXT, _REVISION = {"type": "string"}, {"type": "integer", "minimum": 1}
_EVENT: dict[str, Any] = {
    "oneOf": [
        _event("understood", {"understood_as": _TEXT, "language": {"enum": ["zh", "en"]}}),
        _event("answer", {"revision": _REVISION}, allOf=[{"$ref": "#/components/schemas/AnswerBody"}]),
        _event("done", {"revision": _REVISION, "elapsed_ms": {"type": "number"}}),
        _event("error", {"code": _TEXT, "message": _TEXT}),
    ]
}


def answers(example: object, *statuses: int, files: Iterable[str] = ()) -> dict[int | str, dict[str, Any]]:
    """The responses of one operation: its example, the errors it can have, and those that every one has; `files` are
    the endings of what it gives besides JSON."""
    content: dict[str, dict[str, Any]] = {"application/json": {"example": example}}
    content |= {MEDIA[ending]: {"schema": _BINARY, "example": tool_examples.FILES[ending]} for ending in files}
    found: dict[int | str, dict[str, Any]] = {200: {"content": content}}
    return found | {status: _failure(status) for status in sorted({*statuses, *_EVERYWHERE})}


def events(*statuses: int) -> dict[int | str, dict[str, Any]]:
    """The responses of an operation that streams its answer as server-sent events."""
    stream = {"itemSchema": _EVENT, "examples": examples.STREAM}
    return answers(None, *statuses) | {
        200: {"description": "Server-sent events", "content": {"text/event-stream": stream}}
    }


def _body(schema: str, shown: Mapping[str, Any]) -> dict[str, Any]:
    """The request body of an operation that reads it by itself."""
    content = {"schema": {"$ref": f"#/components/schemas/{schema}"}, "examples": shown}
    return {"requestBody": {"required": True, "content": {"application/json": content}}}


ASK_BODY = _body("AskBody", examples.ASK)
ELIGIBILITY_BODY = _body("EligibilityAskBody", eligibility_examples.PROFILES)
COUNT_BODY = _body("CountAskBody", draft_examples.COUNT_ASKED)
DRAFT_BODY = _body("DraftAskBody", draft_examples.DRAFT_ASKED)
CHECK_BODY = _body("CheckAskBody", check_examples.ASKED)
CHECK_BODY["requestBody"]["content"]["multipart/form-data"] = {"schema": {"$ref": "#/components/schemas/CheckFileBody"}}
EXPORT_BODY = _body("ExportAskBody", form_examples.EXPORTS)

_BODIES = (AskBody, EligibilityAskBody, CountAskBody, DraftAskBody, ExportAskBody, CheckAskBody, CheckFileBody)


def described(app: FastAPI, routes: Iterable[BaseRoute]) -> Callable[[], dict[str, Any]]:
    """What `app.openapi` is to be."""
    plain = app.openapi

    def document() -> dict[str, Any]:
        if app.openapi_schema is not None:
            return app.openapi_schema
        whole = plain()
        whole["info"]["description"] = ABOUT
        for body in _BODIES:
            schema = body.model_json_schema(ref_template="#/components/schemas/{model}")
            whole["components"]["schemas"] |= {**schema.pop("$defs", {}), body.__name__: schema}
        for route in routes:
            if isinstance(route, APIRoute):
                for method in route.methods or ():
                    _complete(whole["paths"][route.path_format][method.lower()], route)
        return whole

    return document


def _complete(operation: dict[str, Any], route: APIRoute) -> None:
    """Name the header of every response, and put back the nulls that FastAPI strikes out of examples."""
    for response in operation["responses"].values():
        response["headers"] = response.get("headers", {}) | _ID_HEADER
    if route.path == "/api/ask":
        operation["responses"]["200"]["headers"] |= _GENERATION
    for kind, content in route.responses[200]["content"].items():
        operation["responses"]["200"]["content"][kind] |= content


def _failure(status: int) -> dict[str, Any]:
    meaning, sentences = _MEANINGS[status]
    shown = {code: {"value": {"error": {"code": code, "message": sentence}}} for code, sentence in sentences.items()}
    return {
        "model": ErrorBody,
        "description": meaning,
        "content": {"application/json": {"examples": shown}},
        "headers": _HEADERS.get(status, {}),
    }
