"""The applicants' page: a first, plain Gradio chat. Everything it shows comes from `Answer`."""

from __future__ import annotations

import asyncio
import os
from collections.abc import Callable
from datetime import date
from typing import Any

import gradio as gr
from fastapi import FastAPI
from starlette.responses import RedirectResponse
from starlette.routing import Mount

from assistant.answering.answer import Question, Turn
from assistant.errors import AssistantError
from assistant.exchange import TURNS_KEPT, printable
from assistant.service import Assistant
from assistant.web import errors
from assistant.web.markdown import answer_markdown, plain
from assistant.words import words

Messages = list[dict[str, str]]
STARTERS = ("page.starter_1", "page.starter_2", "page.starter_3", "page.starter_4")


def mount(app: FastAPI, assistant: Assistant, today: Callable[[], date]) -> None:
    """Put the page at "/" of `app`, and its English twin at "/en/"."""
    os.environ["GRADIO_ANALYTICS_ENABLED"] = "False"

    async def mounting() -> None:
        _mount(app, assistant, today)

    # Outside a running event loop Gradio opens one for itself and never closes it.
    asyncio.run(mounting())


def _mount(app: FastAPI, assistant: Assistant, today: Callable[[], date]) -> None:
    app.add_route("/en", lambda request: RedirectResponse("/en/"), include_in_schema=False)
    for path, language, tag in (("/en", "en", "en"), ("/", "zh", "zh-CN")):
        gr.mount_gradio_app(
            app,
            blocks(assistant, today, language),
            path=path,
            head=f'<script>document.documentElement.lang = "{tag}"</script>',
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


def blocks(assistant: Assistant, today: Callable[[], date], language: str) -> gr.Blocks:
    """The page in one language."""
    say = words(language)
    choices = [(say["page.every"], "")] + [(p.name, p.id) for p in assistant.programmes() if p.held]

    def reply(text: str, shown: Messages, turns: list[Turn], programme: str) -> tuple[str, Messages, list[Turn]]:
        asked: dict[str, str] = {"role": "user", "content": plain(text)}
        try:
            answer = assistant.ask(Question(text, tuple(turns[-TURNS_KEPT:]), programme), today())
        except AssistantError as error:
            told = say["page.failed"].format(text=error.message(language))
            return printable(text), [*shown, asked, {"role": "assistant", "content": plain(told)}], turns
        said: dict[str, str] = {"role": "assistant", "content": answer_markdown(answer, assistant.programmes())}
        spoken = [*turns, Turn("user", text), Turn("assistant", answer.answer)]
        return "", [*shown, asked, said], spoken[-TURNS_KEPT:]

    def forget() -> list[Turn]:
        return []

    page: gr.Blocks
    with gr.Blocks(title=say["page.title"], analytics_enabled=False, delete_cache=(600, 1800)) as page:
        gr.Markdown(f"# {say['page.title']}\n{say['page.subtitle']} {say['page.other']}", latex_delimiters=[])
        programme = gr.Dropdown(choices, value="", label=say["page.programme"], filterable=False)
        chat = gr.Chatbot(
            label=say["page.title"],
            show_label=False,
            height="48vh",
            latex_delimiters=[],
            allow_tags=False,
            buttons=[],
            feedback_options=None,
            allow_file_downloads=False,
        )
        turns: Any = gr.State([])
        with gr.Row():
            starters = [gr.Button(say[key], size="sm") for key in STARTERS]
        box = gr.Textbox(label=say["page.ask"], show_label=False, placeholder=say["page.ask"], autofocus=True, lines=1)
        with gr.Row():
            send = gr.Button(say["page.send"], variant="primary")
            clear = gr.Button(say["page.clear"])
        given, taken = [box, chat, turns, programme], [box, chat, turns]
        for event in (send.click, box.submit):
            event(reply, given, taken, api_visibility="private", show_progress="minimal")
        for starter in starters:
            starter.click(
                reply, [starter, chat, turns, programme], taken, api_visibility="private", show_progress="minimal"
            )
        chat.clear(forget, None, turns, api_visibility="private")
        clear.click(lambda: ("", [], []), None, taken, api_visibility="private")
    page.queue(default_concurrency_limit=8, max_size=64, api_open=False)
    return page
