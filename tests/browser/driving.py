"""The hands and eyes of the tests: open the page, ask, open a source, and say what is seen."""

from __future__ import annotations

import re
from typing import Any

from playwright.sync_api import Locator, Page, expect

BOX = "#ask textarea"
READY = f"{BOX}[enterkeyhint=send]"
ANSWERS = "#turns article.told"
STORE = {"zh": "assistant.talk.zh-CN", "en": "assistant.talk.en"}
ROOT_OF = {"zh": "/", "en": "/en/"}

WIDE: dict[str, Any] = {"viewport": {"width": 1280, "height": 860}}
PHONE: dict[str, Any] = {
    "viewport": {"width": 390, "height": 844},
    "has_touch": True,
    "is_mobile": True,
    "device_scale_factor": 2,
}
SIZES = {"wide": WIDE, "phone": PHONE}

LIMIT = {
    "zh": "示范实践基地联合申报单位最多几家？",
    "en": "How many joint units may the practice base have?",
}
WHO = {"zh": "民办院校能牵头示范实践基地吗？", "en": "Can a private college lead the practice base?"}
SEVERAL = {"zh": "民办院校能牵头吗？", "en": "Can a private college lead?"}
FOLLOWING = {"zh": "那企业能牵头吗？", "en": "And can a company lead?"}
SILENCE = {
    "zh": "产业学院要给企业多少补贴？",
    "en": "How much subsidy must the industry college pay companies?",
}
OUTSIDE = {"zh": "今天天气怎么样？", "en": "What is the weather today?"}


def bare(text: str) -> str:
    """The text without white space."""
    return re.sub(r"\s+", "", text)


def open_chat(page: Page, address: str) -> None:
    """The chat page, ready to be typed in."""
    page.goto(address)
    ready(page)


def ready(page: Page) -> None:
    """Wait until Gradio has made the composer and the page has taken it over."""
    page.locator(READY).wait_for()


def send(page: Page, question: str) -> None:
    """Type a question and send it with Enter."""
    page.fill(BOX, question)
    page.press(BOX, "Enter")


def ask(page: Page, question: str) -> Locator:
    """Ask, and give the new answer."""
    return answer_to(page, lambda: send(page, question))


def answer_to(page: Page, act: Any) -> Locator:
    """The answer that comes after `act`."""
    known = page.locator(ANSWERS).count()
    act()
    answer = page.locator(ANSWERS).nth(known)
    answer.wait_for()
    expect(page.locator("body")).not_to_have_class(re.compile(r"\bbusy\b"))
    return answer


def open_source(card: Locator) -> None:
    """Unfold a card and open its document beside the conversation."""
    if card.get_attribute("open") is None:
        card.locator("summary").click()
    turn_sheet(card.locator("[data-source]"))


def turn_sheet(link: Locator) -> None:
    """Press what changes the document beside the conversation, and wait until it has changed."""
    page = link.page
    page.locator("#sheet").evaluate("sheet => { for (const held of sheet.children) held.dataset.old = ''; }")
    link.click()
    page.locator("#sheet > :not([data-old]) #here").wait_for()


def box_text(page: Page) -> str:
    """What stands in the composer."""
    return page.locator(BOX).input_value()


def storage(page: Page, language: str) -> dict[str, Any]:
    """The conversation as the browser keeps it."""
    held: dict[str, Any] = page.evaluate("key => JSON.parse(localStorage.getItem(key) ?? '{}')", STORE[language])
    return held


def sideways(page: Page) -> int:
    """How many pixels the page is wider than its window."""
    return int(page.evaluate("() => document.documentElement.scrollWidth - document.documentElement.clientWidth"))
