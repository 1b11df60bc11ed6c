"""Asking: the answer, the next question with what was said before, choices to press, and what is sent."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Open
from tests.browser.driving import (
    ANSWERS,
    BOX,
    FOLLOWING,
    LIMIT,
    OUTSIDE,
    SILENCE,
    answer_to,
    ask,
    box_text,
    open_chat,
    send,
    storage,
)

EVERYWHERE = [("wide", "zh"), ("wide", "en"), ("phone", "zh"), ("phone", "en")]


def questions_sent(page: Page) -> list[list[Any]]:
    """Every question with its programme and history, from now on."""
    sent: list[list[Any]] = []
    page.on("request", lambda request: sent.append(request.post_data_json["data"]) if "/turn" in request.url else None)
    return sent


@pytest.mark.parametrize(("size", "language"), EVERYWHERE)
def test_a_question_is_answered_and_followed_up_with_what_was_said_before(chat: Open, size: str, language: str) -> None:
    page = chat(size, language)
    sent = questions_sent(page)
    first = ask(page, LIMIT[language])
    expect(first).to_contain_text("5")
    expect(first.locator(".card")).not_to_have_count(0)
    assert box_text(page) == ""
    ask(page, FOLLOWING[language])
    history = sent[1][2]
    assert [turn["role"] for turn in history] == ["user", "assistant"]
    assert history[0]["content"] == LIMIT[language]
    assert history[1]["content"]
    choice = first.locator("[data-ask]").first
    wanted = choice.get_attribute("data-ask")
    answer_to(page, choice.click)
    assert sent[2][0] == wanted
    assert sent[2][2] == []  # a question from a button stands on its own


@pytest.mark.parametrize("size", ["wide", "phone"])
def test_a_starter_asks_its_question(chat: Open, size: str) -> None:
    page = chat(size)
    starter = page.locator("#starters button").first
    wanted = starter.inner_text()
    answer = answer_to(page, starter.click)
    expect(page.locator(".turn .question").last).to_have_text(wanted)
    expect(answer).to_be_visible()
    expect(page.locator("#hello")).to_be_hidden()


def test_every_choice_of_an_answer_asks_what_it_says(chat: Open) -> None:
    page = chat("wide")
    sent = questions_sent(page)
    kinds = set()
    for question in ("公司能牵头吗？", SILENCE["zh"], "企业要成立几年？"):
        answer = ask(page, question)
        for group in answer.locator(".choices").all():
            kinds.add(str(group.get_attribute("class")))
            choice = group.locator("[data-ask]").first
            wanted, programme = choice.get_attribute("data-ask"), choice.get_attribute("data-programme")
            answer_to(page, choice.click)
            assert sent[-1][0] == wanted
            assert not programme or sent[-1][1] == programme
            page.select_option("#programme", "")
    assert "choices next" in kinds


def test_the_programme_chosen_goes_along(chat: Open) -> None:
    page = chat("wide")
    sent = questions_sent(page)
    page.select_option("#programme", "practice-base")
    expect(page.locator("#starters button")).not_to_have_count(0)
    answer = ask(page, "联合申报单位最多几家？")
    assert sent[0][1] == "practice-base"
    expect(answer).to_contain_text("5")
    names = answer.locator(".card .where").all_inner_texts()
    assert names
    assert all("实践基地" in name for name in names)


def test_silence_says_so_with_the_nearest_clause_and_no_reference(chat: Open) -> None:
    answer = ask(chat("wide"), SILENCE["zh"])
    expect(answer.locator(".chip.not_specified")).to_contain_text("文件未规定")
    expect(answer.locator(".ref")).to_have_count(0)
    expect(answer.locator(".card .n")).to_have_count(0)
    expect(answer.locator(".near .words")).to_be_visible()
    expect(answer.locator(".searched li")).not_to_have_count(0)
    expect(answer.locator(".call")).to_contain_text("010-")


def test_what_is_no_matter_of_the_documents_gets_no_verdict(chat: Open) -> None:
    answer = ask(chat("phone"), OUTSIDE["zh"])
    expect(answer).to_have_attribute("data-state", "outside")
    expect(answer.locator(".chip")).to_have_count(0)


def test_enter_that_chooses_characters_does_not_send(chat: Open) -> None:
    page = chat("wide")
    page.fill(BOX, "lianhe")
    composing = "{key: 'Enter', code: 'Enter', bubbles: true, cancelable: true, %s}"
    for how in ("isComposing: true", "keyCode: 229"):
        page.locator(BOX).evaluate(f"box => box.dispatchEvent(new KeyboardEvent('keydown', {composing % how}))")
    page.press(BOX, "Shift+Enter")
    expect(page.locator(".turn")).to_have_count(0)
    assert box_text(page).startswith("lianhe")


def test_an_empty_question_is_not_sent(chat: Open) -> None:
    page = chat("wide")
    sent = questions_sent(page)
    for text in ("", "  \n　"):
        send(page, text)
        expect(page.locator("#status")).to_have_text("请先输入问题。")
        page.locator("#send").click()
        expect(page.locator(BOX)).to_be_focused()
    assert sent == []


def test_a_question_of_2000_characters_is_answered_and_no_longer_one_can_be_typed(chat: Open) -> None:
    page = chat("phone")
    long = ("联合申报单位最多几家？" * 200)[:2000]
    page.fill(BOX, long + "多余的字")
    page.locator(BOX).press("End")
    page.keyboard.type("再多")
    expect(page.locator(BOX)).to_have_attribute("maxlength", "2000")
    answer = ask(page, long)
    expect(answer).to_be_visible()
    assert len(page.locator(".turn .question").inner_text()) == 2000


def test_odd_characters_come_back_as_they_were_typed(chat: Open) -> None:
    page = chat("wide")
    for text in ("专精特新𠮷野家能牵头吗？", "联合申报单位 & <b>5</b> 家？", "最多几家\n换一行呢？"):
        ask(page, text)
        expect(page.locator(".turn .question").last).to_have_text(text, use_inner_text=True)


def test_two_questions_at_once_are_one(chat: Open) -> None:
    page = chat("wide")
    sent = questions_sent(page)
    page.fill(BOX, LIMIT["zh"])
    page.locator(BOX).evaluate(
        "box => { for (let i = 0; i < 3; i += 1) box.dispatchEvent(new KeyboardEvent('keydown',"
        " {key: 'Enter', bubbles: true, cancelable: true})); document.getElementById('send').click(); }"
    )
    page.locator(ANSWERS).wait_for()
    assert len(sent) == 1


def test_two_tabs_talk_side_by_side(chat: Open, server: str) -> None:
    first = chat("wide")
    second = first.context.new_page()
    open_chat(second, f"{server}/")
    ask(first, LIMIT["zh"])
    ask(second, SILENCE["zh"])
    expect(first.locator(".turn .question")).to_have_text([LIMIT["zh"]])
    expect(second.locator(".turn .question")).to_have_text([SILENCE["zh"]])
    ask(first, OUTSIDE["zh"])
    questions = {turn["q"] for turn in storage(first, "zh")["turns"]}
    assert {LIMIT["zh"], OUTSIDE["zh"]} <= questions
