"""The document beside the answer: the words marked are the words quoted, and the way there and back."""

from __future__ import annotations

from difflib import SequenceMatcher

from playwright.sync_api import Page, expect

from tests.browser.conftest import Open
from tests.browser.driving import LIMIT, SEVERAL, WHO, ask, bare, open_source, turn_sheet
from tests.browser.machine import ROOT


def marked(page: Page) -> str:
    """The marked words, without white space."""
    return bare(page.locator("#sheet #here").inner_text())


def assert_same(raw: str, quote: str, document: str | None) -> None:
    """The words of the source; where its reading errors were corrected, all but those."""
    if (ROOT / "corpus" / "corrections" / f"{document}.toml").exists():
        codes = SequenceMatcher(None, raw, quote, autojunk=False).get_opcodes()
        wrong = sum(max(b - a, d - c) for kind, a, b, c, d in codes if kind != "equal")
        assert wrong <= max(2, len(quote) // 20), (raw, quote)
    else:
        assert raw == quote


def test_the_words_marked_are_the_words_quoted_for_every_card_in_both_views(chat: Open) -> None:
    page = chat("wide")
    looked_at = 0
    for question in (SEVERAL["zh"], LIMIT["zh"], "产业学院要交哪些材料？", "哪些单位可以参加产业学院？"):
        answer = ask(page, question)
        for card in answer.locator(".card").all():
            open_source(card)
            quote = bare(card.locator(".words").inner_text())
            title = card.locator("cite").inner_text()
            expect(page.locator("#sheet .doctitle")).to_have_text(title)
            expect(page.locator("#sheet #here")).to_be_in_viewport()
            assert marked(page) == quote
            turn_sheet(page.locator("#sheet .views a[data-sheet]"))
            expect(page.locator("#sheet pre #here")).to_be_in_viewport()
            assert_same(marked(page), quote, page.locator("#sheet .sheet").get_attribute("data-document"))
            looked_at += 1
    assert looked_at >= 10


def test_the_outline_walks_through_the_document(chat: Open) -> None:
    page = chat("wide")
    open_source(ask(page, WHO["zh"]).locator(".card").first)
    page.locator("#sheet .outlines summary").click()
    for entry in (page.locator("#sheet .outline a").last, page.locator("#sheet .outline a").nth(2)):
        target = str(entry.get_attribute("href"))
        entry.click()
        clause = page.locator(f'#sheet [id="{target[1:]}"]')
        expect(clause).to_be_in_viewport()
        assert bare(entry.inner_text()).removesuffix("……") in bare(clause.inner_text())
        page.locator("#source").evaluate("pane => { pane.scrollTop = 0; }")


def test_several_places_of_one_answer_are_walked_through(chat: Open) -> None:
    page = chat("wide")
    answer = ask(page, SEVERAL["zh"])
    cards = answer.locator(".card")
    assert cards.count() > 1
    open_source(cards.first)
    first = marked(page)
    turn_sheet(page.locator("#following"))
    expect(page.locator("#where")).to_contain_text(cards.nth(1).locator("cite").inner_text())
    second = bare(cards.nth(1).locator(".words").text_content() or "")
    expect(page.locator("#sheet .doctitle")).to_have_text(cards.nth(1).locator("cite").text_content() or "")
    assert marked(page) == second
    turn_sheet(page.locator("#previous"))
    expect(page.locator("#sheet .doctitle")).to_have_text(cards.first.locator("cite").text_content() or "")
    assert marked(page) == first


def test_one_place_alone_has_no_next(chat: Open) -> None:
    page = chat("wide")
    answer = ask(page, LIMIT["zh"])
    assert answer.locator(".card").count() == 1
    open_source(answer.locator(".card"))
    expect(page.locator("#following")).to_be_hidden()
    expect(page.locator("#previous")).to_be_hidden()


def test_on_a_phone_the_source_slides_over_and_back_to_where_one_was(chat: Open) -> None:
    page = chat("phone")
    card = ask(page, LIMIT["zh"]).locator(".card").first
    pane = page.locator("#source")
    for leave in (page.go_back, page.locator("#close").click, lambda: page.keyboard.press("Escape")):
        expect(pane).not_to_be_visible()
        open_source(card)
        expect(page.locator("#sheet #here")).to_be_in_viewport()
        expect(pane).to_have_css("transform", "none")
        box = pane.bounding_box()
        assert box is not None
        assert (box["x"], box["width"]) == (0, 390)
        leave()
        expect(pane).not_to_be_visible()
        expect(card.locator("[data-source]")).to_be_focused()
        expect(card).to_be_in_viewport()


def test_on_a_phone_forward_opens_the_source_again_or_stays_on_the_page(chat: Open) -> None:
    page = chat("phone")
    card = ask(page, LIMIT["zh"]).locator(".card").first
    for _ in range(2):
        open_source(card)
        page.go_back()
        expect(page.locator("#source")).not_to_be_visible()
    page.go_forward()
    expect(page.locator("#turns article.told")).to_have_count(1)


def test_words_are_found_in_the_document_without_leaving_the_conversation(chat: Open) -> None:
    page = chat("wide")
    open_source(ask(page, LIMIT["zh"]).locator(".card").first)
    page.locator("#sheet input[name=q]").fill("企业")
    page.locator("#sheet input[name=q]").press("Enter")
    expect(page.locator("#sheet [role=status]")).to_contain_text("“企业”")
    assert set(page.locator("#sheet mark").all_inner_texts()) == {"企业"}
    expect(page.locator("#turns article.told")).to_have_count(1)


def test_a_source_that_does_not_open_says_so(chat: Open) -> None:
    page = chat("wide")
    card = ask(page, LIMIT["zh"]).locator(".card").first
    page.route("**/library/**", lambda route: route.abort())
    card.locator("[data-source]").click()
    expect(page.locator("#sheet [role=alert]")).to_have_text("原文没有打开，请再点一次。")
    page.unroute("**/library/**")
    open_source(card)


def test_a_reference_in_the_text_unfolds_its_card(chat: Open) -> None:
    page = chat("phone")
    answer = ask(page, LIMIT["zh"])
    reference = answer.locator(".ref").first
    card = answer.locator(f'.card[data-n="{reference.get_attribute("data-ref")}"]')
    assert card.get_attribute("open") is None
    reference.click()
    expect(card.locator(".words")).to_be_in_viewport()
    expect(card.locator("summary")).to_be_focused()
