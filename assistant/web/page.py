"""The applicants' chat: Gradio serves the page, its composer and the call that answers; the rest is our templates."""

from __future__ import annotations

import asyncio
import os
from collections.abc import Callable
from contextlib import suppress
from datetime import date
from typing import Any

import gradio as gr
from fastapi import FastAPI
from starlette.requests import Request
from starlette.responses import RedirectResponse
from starlette.routing import Mount
from starlette.types import ASGIApp, Receive, Scope, Send

from assistant.errors import AssistantError, InputError
from assistant.exchange import from_json, question_of
from assistant.service import Assistant
from assistant.settings import Language
from assistant.web import errors, sheets
from assistant.web.access import note
from assistant.web.bodies import replaying
from assistant.web.dressing import Dressed
from assistant.web.rendering import Rendering, addresses, language_of
from assistant.web.showing import Showing
from assistant.web.visits import visit_of
from assistant.words import words

SAID = (
    "title ask asked retry late offline stopped empty working cleared undo copied uncopied shared failed_source"
).split()
CONCURRENT = 64


def mount(
    app: FastAPI, assistant: Assistant, showing: Showing, today: Callable[[], date], rendering: Rendering
) -> None:
    """Put the page at "/" of `app`, and its English twin at "/en/"."""
    os.environ["GRADIO_ANALYTICS_ENABLED"] = "False"

    async def mounting() -> None:
        _mount(app, assistant, showing, today, rendering)

    # Outside a running event loop Gradio opens one for itself and never closes it.
    asyncio.run(mounting())


def _mount(
    app: FastAPI, assistant: Assistant, showing: Showing, today: Callable[[], date], rendering: Rendering
) -> None:
    app.add_route("/en", lambda request: RedirectResponse("en/"), include_in_schema=False)
    languages: tuple[tuple[str, Language], ...] = (("/en", "en"), ("/", "zh"))
    for path, language in languages:
        gr.mount_gradio_app(
            app,
            blocks(showing, rendering, language),
            path=path,
            theme=gr.themes.Base(font=["sans-serif"], font_mono=["monospace"]),
            show_error=False,
            max_file_size="1mb",
            allowed_paths=[],
            ssr_mode=False,
            mcp_server=False,
            enable_monitoring=False,
            footer_links=[],
            run_history=False,
        )
    for route in app.routes:
        if isinstance(route, Mount) and isinstance(route.app, FastAPI):
            errors.install(route.app)
            route.app = Dressed(_Checked(route.app), lambda request: _shell(request, assistant, today, rendering))


class _Checked:
    """In front of Gradio: a call of `turn` that Gradio could not take is answered in the one shape of errors."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request."""
        if scope["type"] == "http" and scope["method"] == "POST" and scope["path"].endswith("/gradio_api/run/turn"):
            request = Request(scope, receive)
            body = await request.body()
            try:
                fields = from_json(body)
                if not isinstance(fields, dict) or not isinstance(fields.get("data"), list) or len(fields["data"]) != 3:
                    raise InputError(
                        "请求有误：data 须有三项。", "The request is not valid: data must have three items."
                    )
            except InputError as error:
                said = error.message(errors.language_of(request))
                await errors.error_response(error.code, said, error.status)(scope, receive, send)
                return
            receive = replaying(body, receive)
        await self._app(scope, receive, send)


def blocks(showing: Showing, rendering: Rendering, language: Language) -> gr.Blocks:
    """What Gradio holds of the page: the composer, and the call `turn` that answers one question."""
    say = words(language)

    async def turn(question: str, programme: str, history: list[dict[str, Any]], request: gr.Request) -> dict[str, Any]:
        """The answer as a fragment of the page with its text, or the `problem`; `final` where asking again is vain."""
        scope = request.request.scope if request.request else {}
        try:
            asked = question_of({"question": question, "programme": programme, "history": history})
            answer, view = await showing(scope, asked)
            return {"html": rendering.html("turn.html", answer.language, view=view, here="./"), "answer": answer.answer}
        except AssistantError as error:
            return {"problem": error.message(language), "final": error.status < 500}
        except Exception as error:  # Gradio would print what failed, and what failed may quote the question
            note(visit_of(scope), error)
            return {"problem": say["error.internal"], "final": False}

    page: gr.Blocks
    with gr.Blocks(title=say["page.title"], analytics_enabled=False, delete_cache=(600, 1800)) as page:
        with gr.Row(elem_id="composer"):
            gr.Textbox(
                label=say["page.ask"],
                show_label=False,
                placeholder=say["page.hint"],
                lines=1,
                max_lines=5,
                elem_id="ask",
                container=False,
            )
            gr.Button(say["page.send"], variant="primary", elem_id="send")
            gr.Button(say["page.stop"], elem_id="stop")
        gr.events.api(turn, api_name="turn", queue=False, concurrency_limit=CONCURRENT)
    page.queue(default_concurrency_limit=8, max_size=64, api_open=False)
    return page


def _shell(
    request: Request, assistant: Assistant, today: Callable[[], date], rendering: Rendering
) -> tuple[str, str, str]:
    """The language tag, what goes into the head, and what goes into the body before Gradio."""
    found = addresses(request)
    language = language_of(request)
    say = words(language)
    held = [programme for programme in assistant.programmes() if programme.held]
    documents = [sheets.held(guideline, today(), say) for guideline in assistant.documents()]
    starting: tuple[str, ...] = ()
    with suppress(AssistantError):  # the page is worth having without them
        starting = assistant.starters("", language)
    head = rendering.html("head.html", **found)
    body = rendering.html(
        "chat.html",
        **found,
        at="talk",
        chat=True,
        skip="#ask",
        programmes=held,
        documents=documents,
        said={name: say[f"page.{name}"] for name in SAID},
        starting={"": starting},
    )
    return "zh-CN" if language == "zh" else "en", head, body
