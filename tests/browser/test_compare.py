"""Programmes side by side: choosing them, the table, the cards of a phone, its filter, the source and the way back."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.driving import SIZES, bare

Window = Callable[..., BrowserContext]
NAMES = ("校企协同就业创业创新示范实践基地", "市域产教联合体")
ROW = "tbody tr"


def choose(page: Page, address: str) -> None:
    """Choose two programmes and compare them."""
    page.goto(f"{address}/compare")
    for name in NAMES:
        page.get_by_label(name, exact=True).check()
    page.get_by_role("button", name="对比").click()
    page.locator("table.compared").wait_for()


@pytest.mark.parametrize(("size", "script"), [("wide", True), ("phone", True), ("wide", False)])
def test_two_are_chosen_compared_filtered_and_traced(window: Window, server: str, size: str, script: bool) -> None:
    page = window(**SIZES[size], java_script_enabled=script).new_page()
    choose(page, server)
    expect(page.locator("thead .whole")).to_have_text([NAMES[1], NAMES[0]])  # in the order of the documents
    expect(page.locator("thead .gone")).to_have_text("报送截止 2024-05-15，已过")
    expect(page.locator(".bare dd")).to_have_count(1)
    rows = page.locator(ROW).count()
    page.get_by_role("link", name="只看不同").click()
    expect(page.locator(".bare")).to_have_count(0)
    assert page.locator(ROW).count() == rows > 10
    cell = page.locator(ROW).first.locator("td").last
    expect(cell.locator(".whose")).to_be_visible(visible=size == "phone")
    quote = bare(cell.locator(".words").first.inner_text())
    filtered = page.url
    cell.locator("a.open").first.click()
    expect(page.locator("mark#here")).to_be_in_viewport()
    assert bare(page.locator("mark#here").inner_text()) == quote
    page.go_back()
    assert page.url == filtered
    page.go_back()
    expect(page.locator(".bare")).to_have_count(1)


def test_names_and_points_stay_in_sight_while_a_wide_table_moves(window: Window, server: str) -> None:
    page = window(**SIZES["wide"]).new_page()
    many = ("practice-base", "industry-college", "cjk-consortium", "education-base", "hangzhou-community")
    page.goto(f"{server}/compare?programme=" + "&programme=".join(many))
    frame = page.locator(".frame.many")
    frame.scroll_into_view_if_needed()
    frame.evaluate("frame => frame.scrollTo(500, 2000)")
    box = frame.bounding_box()
    head, last = page.locator("thead th").first.bounding_box(), page.locator("thead th").last.bounding_box()
    assert box is not None
    assert head is not None
    assert last is not None
    assert abs(head["y"] - box["y"]) <= 2
    assert abs(head["x"] - box["x"]) <= 2
    assert abs(last["y"] - box["y"]) <= 2


def test_the_choice_is_counted_and_a_programme_can_be_taken_out(window: Window, server: str) -> None:
    page = window(**SIZES["phone"]).new_page()
    page.goto(f"{server}/compare?programme=practice-base&programme=industry-college&programme=cjk-consortium")
    page.get_by_role("link", name="移去“专精特新产业学院”").click()
    expect(page.locator("thead .whole")).to_have_count(2)
    page.locator("details.fold summary").click()
    expect(page.locator("[data-count]")).to_have_text("已选 2 个")
