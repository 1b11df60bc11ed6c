"""What the browser keeps: the conversation, the draft and the programme; clearing, undoing, and no storage at all."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Open
from tests.browser.driving import ANSWERS, BOX, LIMIT, OUTSIDE, SILENCE, STORE, ask, box_text, ready, storage

BLOCKED = "Object.defineProperty(window, 'localStorage', {get() { throw new DOMException('no', 'SecurityError'); }});"
FULL = "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); };"


def _again(page: Page) -> None:
    page.reload()
    ready(page)


@pytest.mark.parametrize(("size", "language"), [("wide", "zh"), ("phone", "en")])
def test_conversation_draft_and_programme_come_back(chat: Open, size: str, language: str) -> None:
    page = chat(size, language)
    ask(page, LIMIT[language])
    ask(page, SILENCE[language])
    before = page.locator("#turns").inner_text()
    page.select_option("#programme", "practice-base")
    page.fill(BOX, "还没写完")
    _again(page)
    expect(page.locator(ANSWERS)).to_have_count(2)
    assert page.locator("#turns").inner_text() == before
    assert box_text(page) == "还没写完"
    expect(page.locator("#programme")).to_have_value("practice-base")
    expect(page.locator("#hello")).to_be_hidden()


def test_a_sent_question_is_no_draft(chat: Open) -> None:
    page = chat("wide")
    ask(page, LIMIT["zh"])
    _again(page)
    assert box_text(page) == ""


def test_each_language_has_its_own_conversation(chat: Open) -> None:
    page = chat("wide")
    ask(page, LIMIT["zh"])
    page.locator(".top .other").click()
    ready(page)
    expect(page.locator("html")).to_have_attribute("lang", "en")
    expect(page.locator(ANSWERS)).to_have_count(0)
    page.locator(".top .other").click()
    ready(page)
    expect(page.locator(ANSWERS)).to_have_count(1)


@pytest.mark.parametrize(("language", "browsers"), [("zh", "en-US"), ("en", "zh-CN")])
def test_the_page_keeps_its_language_whatever_the_browsers_is(chat: Open, language: str, browsers: str) -> None:
    page = chat("wide", language, locale=browsers)
    ask(page, OUTSIDE[language])
    _again(page)
    expect(page.locator(ANSWERS)).to_have_count(1)
    expect(page.locator("html")).to_have_attribute("lang", {"zh": "zh-CN", "en": "en"}[language])


def test_clearing_can_be_undone(chat: Open) -> None:
    page = chat("phone")
    ask(page, LIMIT["zh"])
    ask(page, OUTSIDE["zh"])
    page.locator("#clear").click()
    expect(page.locator(".turn")).to_have_count(0)
    expect(page.locator("#hello")).to_be_visible()
    assert storage(page, "zh")["turns"] == []
    page.locator("#status button").click()
    expect(page.locator(ANSWERS)).to_have_count(2)
    assert len(storage(page, "zh")["turns"]) == 2
    page.locator("#clear").click()
    _again(page)
    expect(page.locator(".turn")).to_have_count(0)


def test_back_and_forward_find_the_conversation(chat: Open) -> None:
    page = chat("phone")
    ask(page, LIMIT["zh"])
    page.locator(".top nav a[href$=library]").click()
    expect(page.locator(".held")).not_to_have_count(0)
    page.go_back()
    ready(page)
    expect(page.locator(ANSWERS)).to_have_count(1)
    page.go_forward()
    expect(page.locator(".held")).not_to_have_count(0)


@pytest.mark.parametrize("script", [BLOCKED, FULL], ids=["blocked", "full"])
def test_without_storage_everything_but_remembering_works(chat: Open, script: str) -> None:
    page = chat("wide")
    page.add_init_script(script)
    _again(page)
    ask(page, LIMIT["zh"])
    with page.expect_request("**/run/turn") as sent:
        ask(page, SILENCE["zh"])
    assert len(sent.value.post_data_json["data"][2]) == 2
    page.locator("#clear").click()
    page.locator("#status button").click()
    expect(page.locator(ANSWERS)).to_have_count(2)


def test_what_cannot_be_read_is_started_anew(chat: Open) -> None:
    page = chat("wide")
    for kept in ("{", "[]", "null", '{"turns": {}}', '{"turns": [1, null, {}]}', '{"turns": "x"}'):
        page.evaluate(
            "([key, kept]) => { localStorage.setItem(key, kept); sessionStorage.setItem(key, kept); }",
            [STORE["zh"], kept],
        )
        _again(page)
        ask(page, OUTSIDE["zh"])
        assert [turn["q"] for turn in storage(page, "zh")["turns"]] == [OUTSIDE["zh"]], kept


def test_thirty_turns_are_kept_and_twenty_are_sent(chat: Open) -> None:
    page = chat("wide")
    turn = {"q": "早先的问题", "p": "", "a": "早先的答复", "html": "<article class='told'>早先的答复</article>"}
    page.evaluate(
        "([key, turn]) => localStorage.setItem(key, JSON.stringify({turns: Array(30).fill(turn)}))",
        [STORE["zh"], turn],
    )
    _again(page)
    expect(page.locator(ANSWERS)).to_have_count(30)
    with page.expect_request("**/run/turn") as sent:
        ask(page, OUTSIDE["zh"])
    assert len(sent.value.post_data_json["data"][2]) == 40
    assert len(storage(page, "zh")["turns"]) == 30
