"""The page of a 预审: a file or pasted text in, the report as the answer to it; nothing of either is kept."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

from fastapi import APIRouter, Request
from starlette.concurrency import run_in_threadpool
from starlette.responses import Response

from assistant.errors import AssistantError, InputError
from assistant.prechecks import Prechecked
from assistant.service import Assistant
from assistant.web.bodies import FILE_LIMIT
from assistant.web.parted import Parted, parted
from assistant.web.prechecked import View, view_of
from assistant.web.rendering import Rendering, language_of
from assistant.words import words

TEMPLATE = "precheck.html"


def routes(assistant: Assistant, today: Callable[[], date], rendering: Rendering, prefix: str) -> APIRouter:
    """The page of one language, under its prefix."""
    router = APIRouter(prefix=prefix, include_in_schema=False)

    def page(request: Request, sent: Parted | None = None, problem: str = "", status: int = 200) -> Response:
        language = language_of(request)
        view: View | None = None
        if sent is not None and not problem:
            try:
                view = view_of(_made(assistant, sent, today()), language)
            except AssistantError as error:
                problem, status = error.message(language), error.status
        chosen = sent.texts if sent is not None else {}
        names = [(form.id, form.names[0]) for form in assistant.forms().held]
        made = rendering.page(request, TEMPLATE, status, **values(language, names, chosen, problem, view))
        if request.method == "POST":
            made.headers["Cache-Control"] = "no-store"
        return made

    @router.get("/precheck")
    def precheck(request: Request) -> Response:
        return page(request)

    @router.post("/precheck")
    async def prechecked(request: Request) -> Response:
        try:
            sent = await parted(request)
        except InputError as error:
            return await run_in_threadpool(page, request, None, error.message(language_of(request)), error.status)
        return await run_in_threadpool(page, request, sent)

    return router


def values(
    language: str,
    forms: list[tuple[str, str]],
    chosen: Mapping[str, str] | None = None,
    problem: str = "",
    view: View | None = None,
) -> dict[str, object]:
    """What the template wants. Text that was pasted comes back only with a problem, to be sent again."""
    sent = chosen or {}
    return {
        "at": "precheck",
        "chat": False,
        "skip": "#main",
        "view": view,
        "forms": forms,
        "form": sent.get("form", ""),
        "text": sent.get("text", "") if problem else "",
        "megabytes": FILE_LIMIT // 2**20,
        "limit": FILE_LIMIT,
        "problem": problem,
        "busy": words(language)["precheck_page.busy"],
    }


def _made(assistant: Assistant, sent: Parted, today: date) -> Prechecked:
    text, form = sent.texts.get("text", "").replace("\r\n", "\n"), sent.texts.get("form", "")
    zh, en = words("zh"), words("en")
    if sent.file is not None and text.strip():
        raise InputError(zh["precheck_page.both"], en["precheck_page.both"])
    if sent.file is not None:
        return assistant.precheck_file(sent.file, today, form)
    if not text.strip():
        raise InputError(zh["precheck_page.nothing"], en["precheck_page.nothing"])
    return assistant.precheck_text(text, today, form)
