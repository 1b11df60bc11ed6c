"""One Chromium and one server for all browser tests; each test gets windows whose every request is looked at."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from tests.browser.driving import ROOT_OF, SIZES, open_chat
from tests.browser.machine import ARGUMENTS, chromium, serving
from tests.browser.watching import Watch

HERE = Path(__file__).resolve().parent
Open = Callable[..., Page]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Browser tests come last: they are slow, and Playwright keeps an event loop running in their thread."""
    items.sort(key=lambda item: HERE in item.path.parents)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The system's Chromium."""
    found = chromium()
    if found is None:
        pytest.skip("browser tests need Chromium: apt-get install chromium fonts-noto-cjk npm openssl")
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=found, args=ARGUMENTS)
        yield launched
        launched.close()


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the program over the repository's corpus."""
    with serving(tmp_path_factory.mktemp("server"), ASSISTANT_RATE="0", ASSISTANT_PROXIES="127.0.0.1") as address:
        yield address


@pytest.fixture
def watch() -> Iterator[Watch]:
    """What the test's windows did; requests to elsewhere, script errors and broken policy fail the test."""
    watching = Watch()
    yield watching
    watching.check()


@pytest.fixture
def window(browser: Browser, server: str, watch: Watch) -> Iterator[Callable[..., BrowserContext]]:
    """Opens browser windows that share nothing; any options of a Playwright context."""
    with ExitStack() as stack:

        def open_window(own: str = server, **options: Any) -> BrowserContext:
            context = browser.new_context(**options)
            stack.callback(context.close)
            context.set_default_timeout(10_000)
            watch.over(context, own)
            return context

        yield open_window


@pytest.fixture
def chat(window: Callable[..., BrowserContext], server: str) -> Open:
    """Opens the chat page: `chat(size, language)`, with options of a Playwright context."""

    def open_page(size: str = "wide", language: str = "zh", **options: Any) -> Page:
        page = window(**SIZES[size], **options).new_page()
        open_chat(page, server + ROOT_OF[language])
        return page

    return open_page
