"""Copying, sharing, printing, changing a question, and the pages that need no script."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Open
from tests.browser.driving import ANSWERS, BOX, LIMIT, OUTSIDE, SILENCE, WHO, ask, bare, box_text

CLIPBOARD = ["clipboard-read", "clipboard-write"]


def _clipboard(page: Page) -> str:
    return str(page.evaluate("() => navigator.clipboard.readText()"))


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_copy_holds_question_answer_quote_and_title(chat: Open, language: str) -> None:
    page = chat("wide", language, permissions=CLIPBOARD)
    answer = ask(page, WHO[language])
    answer.locator("[data-copy]").click()
    expect(answer.locator(".noted")).not_to_be_empty()
    copied = bare(_clipboard(page))
    assert bare(WHO[language]) in copied
    for card in answer.locator(".card").all():
        assert bare(card.locator(".words").text_content() or "") in copied
        assert bare(card.locator("cite").text_content() or "").strip("《》") in copied


def test_where_the_clipboard_is_closed_copying_says_what_to_do(chat: Open) -> None:
    page = chat("wide")
    answer = ask(page, LIMIT["zh"])
    page.evaluate(
        "() => { Object.defineProperty(navigator, 'clipboard', {value: undefined});"
        " document.execCommand = () => false; }"
    )
    answer.locator("[data-copy]").click()
    expect(answer.locator(".noted")).to_have_text("浏览器不允许复制，请长按选取。")


@pytest.mark.parametrize(("language", "asked"), [("zh", LIMIT), ("zh", SILENCE), ("en", WHO)])
def test_a_shared_link_opens_the_same_answer_on_a_plain_page(chat: Open, language: str, asked: dict[str, str]) -> None:
    page = chat("wide", language, permissions=CLIPBOARD)
    answer = ask(page, asked[language])
    said = [bare(row) for row in answer.locator(".said").all_text_contents()]
    quotes = [bare(quote) for quote in answer.locator(".words").all_text_contents()]
    answer.locator("[data-share]").click()
    expect(answer.locator(".noted")).not_to_be_empty()
    page.goto(_clipboard(page))
    expect(page.locator("h1.question")).to_have_text(asked[language])
    assert [bare(row) for row in page.locator(".said").all_text_contents()] == said
    assert quotes
    assert [bare(quote) for quote in page.locator(".words").all_inner_texts()] == quotes
    expect(page.locator(".banner")).to_have_count(0)
    expect(page).to_have_title(f"{asked[language]} · {'申报助手' if language == 'zh' else 'Application assistant'}")


def test_a_shared_follow_up_is_understood_as_in_the_conversation(chat: Open, server: str) -> None:
    page = chat("wide")
    ask(page, "示范实践基地联合申报单位最多几家？")
    answer = ask(page, "民办院校能牵头吗？")
    understood = answer.locator(".sense").inner_text()
    said = bare(answer.locator(".said").first.inner_text())
    page.goto(f"{server}/{answer.locator('[data-share]').get_attribute('href')}")
    expect(page.locator(".sense")).to_have_text(understood)
    assert bare(page.locator(".said").first.inner_text()) == said


def test_printing_gives_answer_and_quotes_and_nothing_to_press(chat: Open, server: str) -> None:
    page = chat("wide")
    answer = ask(page, WHO["zh"])
    link = str(answer.locator("[data-print]").get_attribute("href"))
    for printed in (None, f"{server}/{link}"):
        if printed:
            page.goto(printed)
        page.emulate_media(media="print")
        expect(page.locator(".told .said").first).to_be_visible()
        for quote in page.locator(".card .words").all():
            expect(quote).to_be_visible()
        for hidden in (".top", "button >> visible=true", ".choices", "#source", ".change", "form"):
            for found in page.locator(hidden).all():
                expect(found).not_to_be_visible()
        page.emulate_media(media="screen")


def test_print_opens_the_answer_alone_and_prints_it(chat: Open) -> None:
    page = chat("wide")
    page.context.add_init_script("window.print = () => { document.documentElement.dataset.printed = 'yes'; };")
    answer = ask(page, LIMIT["zh"])
    with page.context.expect_page() as opened:
        answer.locator("[data-print]").click()
    expect(opened.value.locator("html[data-printed=yes] .told")).to_be_visible()


def test_the_plain_page_has_working_tools(chat: Open, server: str) -> None:
    page = chat("wide", permissions=CLIPBOARD)
    page.goto(f"{server}/answer?q=示范实践基地联合申报单位最多几家？")
    page.locator("[data-copy]").click()
    expect(page.locator(".noted")).to_have_text("已复制，含条款原文和出处。")
    assert "不超过5家" in bare(_clipboard(page))
    page.locator("[data-share]").click()
    expect(page.locator(".noted")).to_have_text("链接已复制，打开就能看到这个答复。")
    assert _clipboard(page).startswith(f"{server}/answer?")


def test_changing_puts_the_question_back_to_be_written_anew(chat: Open) -> None:
    page = chat("phone")
    answer = ask(page, LIMIT["zh"])
    answer.locator("[data-change]").click()
    expect(page.locator(BOX)).to_be_focused()
    assert "联合申报单位" in box_text(page)


def test_without_scripts_everything_is_reached(window, server: str) -> None:  # type: ignore[no-untyped-def]
    page = window(java_script_enabled=False).new_page()
    page.goto(server)
    page.locator("noscript a").click()
    page.locator("#q").fill(WHO["zh"])
    page.locator("#question button").click()
    expect(page.locator(".told .chip.yes")).to_be_visible()
    page.locator(".card [data-source]").first.click()
    expect(page.locator("mark#here")).to_be_visible()
    page.locator(".top nav a[href$=library]").click()
    page.locator("#q").fill("联合申报单位")
    page.locator("form button").first.click()
    expect(page.locator(".hits li")).not_to_have_count(0)
    page.locator(".hits a").first.click()
    expect(page.locator("mark#here")).to_have_text("联合申报单位")


def test_the_library_finds_words_and_says_when_there_are_none(chat: Open, server: str) -> None:
    page = chat("phone")
    page.goto(f"{server}/library")
    page.locator("#q").fill("联合 申报单位")
    page.locator("#q").press("Enter")
    expect(page.locator(".hits [role=status]")).to_contain_text("处")
    hit = page.locator(".hits mark").first
    assert bare(hit.inner_text()) == "联合申报单位"
    page.locator("#q").fill("zzzzqqqq")
    page.locator("#q").press("Enter")
    expect(page.locator(".hits [role=status]")).to_contain_text("zzzzqqqq")


def test_an_empty_conversation_has_nothing_to_lose(chat: Open) -> None:
    page = chat("wide")
    page.locator("#clear").click()
    expect(page.locator("#status")).to_be_empty()
    ask(page, OUTSIDE["zh"])
    expect(page.locator(ANSWERS)).to_have_count(1)
