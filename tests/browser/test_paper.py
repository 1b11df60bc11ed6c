"""A form as a page: A4 wide, nothing runs out of its cell, and axe-core finds nothing; printed it is A4 again."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from io import BytesIO

import pytest
from playwright.sync_api import Browser, Page
from pypdf import PdfReader

from assistant.drafting.facts import Filled
from assistant.export.sheet_html import sheet_html
from assistant.paper.laid import laid
from tests.browser.driving import SIZES, sideways
from tests.browser.machine import AXE
from tests.browser.test_axe import findings
from tests.drafting.completed import HELD, complete

DAY = date(2026, 11, 20)
NAMES = ("consortium-recommendation", "centre-recommendation", "industry-college-application")
OUTSIDE = """() => [...document.querySelectorAll("td, th")].filter((cell) => {
  const box = cell.getBoundingClientRect(), range = document.createRange();
  range.selectNodeContents(cell);
  return [...range.getClientRects()].some((one) => one.width && (one.right > box.right + 1 || one.left < box.left - 1));
}).map((cell) => cell.textContent)"""


@pytest.fixture
def shown(browser: Browser) -> Iterator[Callable[[str, str, bool], Page]]:
    """Opens a form as its page: `shown(form, size, filled)`."""
    contexts = []

    def open_page(name: str, size: str, filled: bool) -> Page:
        contexts.append(browser.new_context(**SIZES[size]))
        page = contexts[-1].new_page()
        form = HELD[name]
        page.set_content(sheet_html(laid(form, complete(form) if filled else Filled(form.id), DAY)))
        return page

    yield open_page
    for context in contexts:
        context.close()


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("filled", [True, False])
def test_it_looks_like_the_paper(shown: Callable[[str, str, bool], Page], name: str, filled: bool) -> None:
    page = shown(name, "wide", filled)
    assert {round(one.bounding_box()["width"]) for one in page.locator(".part").all()} == {794}  # type: ignore[index]
    assert page.evaluate(OUTSIDE) == []
    printed = PdfReader(BytesIO(page.pdf(prefer_css_page_size=True)))
    assert {(round(one.mediabox.width), round(one.mediabox.height)) for one in printed.pages} == {(595, 842)}
    assert all("".join(one.extract_text().split()) for one in printed.pages)


@pytest.mark.parametrize("size", ["wide", "phone"])
def test_axe_finds_nothing(shown: Callable[[str, str, bool], Page], size: str) -> None:
    if not AXE.exists():
        pytest.skip("axe-core is missing: npm ci --prefix tests/browser --ignore-scripts")
    page = shown("consortium-recommendation", size, False)
    assert sideways(page) == 0
    assert findings(page, AXE.read_text(encoding="utf-8")) == []
