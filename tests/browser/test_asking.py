"""Asking: the answer, the next question with what was said before, choices to press, and what is sent."""

from __future__ import annotations

import json
from typing import Any

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Open
from tests.browser.driving import ANSWERS, BOX, FOLLOWING, LIMIT, OUTSIDE, SILENCE, answer_to, ask, box_text

EVERYWHERE = [("wide", "zh"), ("wide", "en"), ("phone", "zh"), ("phone", "en")]


@pytest.mark.parametrize(("size", "language"), EVERYWHERE)
def test_a_question_is_answered_and_followed_up_with_what_was_said_before(chat: Open, size: str, language: str) -> None:
    page = chat(size, language)
    sent: list[dict[str, Any]] = []
    page.on("request", lambda request: sent.append(request.post_data_json) if "run/turn" in request.url else None)
    first = ask(page, LIMIT[language])
    expect(first).to_contain_text("5")
    expect(first.locator(".card")).not_to_have_count(0)
    assert box_text(page) == ""
    ask(page, FOLLOWING[language])
    history = sent[1]["data"][2]
    assert [turn["role"] for turn in history] == ["user", "assistant"]
    assert history[0]["content"] == LIMIT[language]
    assert history[1]["content"]
    choice = first.locator("[data-ask]").first
    wanted = choice.get_attribute("data-ask")
    answer_to(page, choice.click)
    assert sent[2]["data"][0] == wanted
    assert len(sent[2]["data"][2]) == 4
