"""Behind a reverse proxy with TLS and a path of its own, everything works and nothing is asked for outside the path."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import BrowserContext, expect

from tests.browser.driving import LIMIT, OUTSIDE, WHO, ask, bare, open_chat, open_source, ready
from tests.browser.proxy import behind_tls


@pytest.fixture(scope="module")
def proxied(server: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the program behind the proxy."""
    if shutil.which("openssl") is None:
        pytest.skip("the proxy's certificate is made by the openssl command")
    with behind_tls(server, tmp_path_factory.mktemp("proxy")) as address:
        yield address


@pytest.mark.parametrize("language", ["zh", "en"])
def test_everything_works_under_the_proxys_path(
    window: Callable[..., BrowserContext], proxied: str, language: str
) -> None:
    context = window(proxied, ignore_https_errors=True, permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    root = proxied if language == "zh" else f"{proxied}en/"
    open_chat(page, root)
    answer = ask(page, WHO[language])
    card = answer.locator(".card").first
    open_source(card)
    assert bare(page.locator("#sheet #here").inner_text()) == bare(card.locator(".words").inner_text())
    page.locator("#sheet a[data-sheet]").click()
    page.locator("#sheet pre #here").wait_for()
    answer.locator("[data-share]").click()
    expect(answer.locator(".noted")).not_to_be_empty()
    shared = str(page.evaluate("() => navigator.clipboard.readText()"))
    assert shared.startswith(f"{root}answer?")
    with context.expect_page() as whole:
        page.locator("#whole").click()
    expect(whole.value.locator("mark#here")).to_be_visible()
    page.goto(shared)
    expect(page.locator("h1.question")).to_have_text(WHO[language])
    page.locator(".choices [data-ask]").first.click()
    expect(page.locator(".told")).to_be_visible()
    page.locator(".top nav a[href$=library]").click()
    page.locator("#q").fill("联合申报单位")
    page.locator("#q").press("Enter")
    page.locator(".hits a").first.click()
    expect(page.locator("mark#here")).to_be_visible()
    page.locator(".top .other").click()
    expect(page.locator("html")).to_have_attribute("lang", "en" if language == "zh" else "zh-CN")
    page.locator(".top nav a").first.click()
    ready(page)
    ask(page, OUTSIDE["en" if language == "zh" else "zh"])


def test_addresses_without_the_last_slash_lead_to_the_page(window: Callable[..., BrowserContext], proxied: str) -> None:
    page = window(proxied, ignore_https_errors=True).new_page()
    open_chat(page, f"{proxied}en")
    assert page.url == f"{proxied}en/"
    ask(page, LIMIT["en"])
