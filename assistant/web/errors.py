"""Errors over HTTP: one shape, `{"error": {"code", "message"}}`, with the right status."""

from __future__ import annotations

from collections.abc import Mapping

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.responses import Response

from assistant.errors import AssistantError
from assistant.exchange import to_json
from assistant.web.rendering import site_path
from assistant.words import words

_CODES = {404: ("not_found", "error.not_found"), 405: ("method_not_allowed", "error.method")}


def json_response(value: object, status: int = 200, headers: Mapping[str, str] | None = None) -> Response:
    """A JSON response that any text survives, lone surrogates included."""
    return Response(to_json(value), status, headers, media_type="application/json")


def error_response(code: str, message: str, status: int, headers: Mapping[str, str] | None = None) -> Response:
    """A response in the one error shape."""
    return json_response({"error": {"code": code, "message": message}}, status, headers)


def language_of(request: Request) -> str:
    """The language of messages for this caller: English under /en or if it prefers English, Chinese otherwise.
    Who sends a page's form gets that of the page."""
    if site_path(request).startswith("/en/"):
        return "en"
    if request.method == "POST" and "text/html" in request.headers.get("accept", ""):
        return "zh"
    return "en" if request.headers.get("accept-language", "").strip().lower().startswith("en") else "zh"


def install(app: FastAPI) -> None:
    """Answer every error of `app` in the one shape."""

    @app.exception_handler(AssistantError)
    async def _known(request: Request, error: AssistantError) -> Response:
        later = {"Retry-After": str(error.retry_after)} if error.retry_after else None
        return error_response(error.code, error.message(language_of(request)), error.status, later)

    @app.exception_handler(RequestValidationError)
    async def _invalid(request: Request, error: RequestValidationError) -> Response:
        name = ".".join(str(part) for part in error.errors()[0]["loc"][1:])
        message = words(language_of(request))["error.parameter"].format(name=name)
        return error_response("bad_parameter", message, 422)

    @app.exception_handler(HTTPException)
    async def _http(request: Request, error: HTTPException) -> Response:
        code, key = _CODES.get(error.status_code, ("bad_request", "error.bad_request"))
        return error_response(code, words(language_of(request))[key], error.status_code, error.headers)

    @app.exception_handler(Exception)
    async def _unknown(request: Request, error: Exception) -> Response:
        return error_response("internal", words(language_of(request))["error.internal"], 500)
