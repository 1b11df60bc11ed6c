"""The page of an eval report: filters, links to cases, and reading it without its script."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from evals.reports.page import page as made
from tests.browser.driving import SIZES
from tests.browser.machine import AXE
from tests.browser.test_axe import findings
from tests.evals.test_eval_reports import HELD, case, hostile, report


@pytest.fixture
def address(tmp_path: Path) -> str:
    base = report(case("a", "passed"), case("b"), case("c"))
    lost = case("c", "unanswered", kind="date", got=None, marks={}, step=None, steps=None, reason="HTTP 503: busy")
    new = report(
        case("a"),
        case("b", kind="list", permit="yes for no", question="谁可以牵头？"),
        lost,
        hostile() | {"permit": ""},
    )
    path = tmp_path / "report.html"
    path.write_text(made(new, base, HELD), "utf-8")
    return path.as_uri()


def opened(browser: Browser, address: str, size: str, **options: Any) -> tuple[Page, list[str]]:
    context = browser.new_context(**SIZES[size], **options)
    context.set_default_timeout(10_000)
    page, told = context.new_page(), list[str]()
    page.on("request", lambda request: told.append(request.url))
    page.on("console", lambda message: told.append(message.text))
    page.on("dialog", lambda dialog: told.append(dialog.message) or dialog.dismiss())
    page.goto(address)
    return page, told


def shown(page: Page) -> int:
    return page.locator("details.case:visible").count()


@pytest.mark.parametrize("size", ["wide", "phone"])
def test_filters_leave_what_they_name(browser: Browser, address: str, size: str) -> None:
    page, told = opened(browser, address, size)
    count = page.locator("#count")
    assert (shown(page), count.inner_text()) == (4, "4 of 4 shown")
    page.select_option("select[name=kind]", "list")
    assert (shown(page), count.inner_text()) == (1, "1 of 4 shown")
    page.select_option("select[name=status]", "unanswered")
    assert shown(page) == 0
    assert page.locator("#none").is_visible()
    page.get_by_role("button", name="Show all").click()
    page.wait_for_function("document.getElementById('count').textContent === '4 of 4 shown'")
    for status, left in (("permit", 1), ("broke", 3), ("unanswered", 1)):
        page.select_option("select[name=status]", status)
        assert shown(page) == left, status
    page.select_option("select[name=status]", "")
    page.fill("input[name=words]", "谁 牵头")
    assert shown(page) == 1
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert told == [address]
    page.context.close()


def test_a_change_leads_to_its_case(browser: Browser, address: str) -> None:
    page, _ = opened(browser, address, "wide")
    page.fill("input[name=words]", "谁")
    page.locator('a[href="#case-a"]').first.click()
    page.wait_for_selector("#case-a[open]")
    assert page.locator("#case-a").is_visible()
    page.get_by_role("button", name="Fold", exact=True).click()
    assert page.locator("details.case[open]").count() == 0
    page.context.close()


def test_everything_reads_without_the_script(browser: Browser, address: str) -> None:
    page, _ = opened(browser, address, "phone", java_script_enabled=False)
    assert not page.locator("#filters").is_visible()
    assert shown(page) == 4
    page.locator("#case-a summary").first.click()
    assert page.locator("#case-a").get_by_text("no finding rests on it").is_visible()
    page.context.close()


@pytest.mark.parametrize(("size", "scheme"), [("wide", "light"), ("phone", "dark")])
def test_axe_finds_nothing(browser: Browser, address: str, size: str, scheme: str) -> None:
    if not AXE.exists():
        pytest.skip("axe-core is missing: npm ci --prefix tests/browser --ignore-scripts")
    page, _ = opened(browser, address, size, color_scheme=scheme)
    page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })")
    assert findings(page, AXE.read_text("utf-8")) == []
    page.context.close()
