"""The self-check: filling it in, the next question, the result, the clause, the way back; also on a phone."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.driving import SIZES, bare

Window = Callable[..., BrowserContext]


def fill(page: Page, address: str) -> None:
    """Tell what the applicant is, and check."""
    page.goto(f"{address}/eligibility")
    own = page.locator("form .fields").first
    own.get_by_label("单位性质").select_option(label="高职")
    own.get_by_label("公办或民办").select_option(label="民办")
    own.get_by_label("所在地").fill("杭州市")
    page.get_by_role("button", name="核对").click()
    page.locator("#result").wait_for()


@pytest.mark.parametrize(("size", "script"), [("wide", True), ("phone", True), ("wide", False)])
def test_from_the_form_to_the_clause_and_back(window: Window, server: str, size: str, script: bool) -> None:
    page = window(**SIZES[size], java_script_enabled=script).new_page()
    fill(page, server)
    expect(page.locator("#result .chip.no")).to_be_in_viewport()
    expect(page.locator("#form")).not_to_have_attribute("open", "")
    asked = page.locator(".one .text").first
    question, told = asked.inner_text(), page.url
    page.locator(".one").first.locator(".choice").first.click()
    expect(page.locator("#result")).to_be_in_viewport()
    assert page.url != told
    assert question not in page.locator(".one .text").all_inner_texts()
    refused = page.locator(".checked").first
    refused.locator("summary").first.click()
    clause = refused.locator(".criterion").first
    expect(clause.locator(".chip.no")).to_be_visible()
    quote = bare(clause.locator(".words").first.inner_text())
    clause.locator("a.open").first.click()
    expect(page.locator("mark#here")).to_be_in_viewport()
    assert bare(page.locator("mark#here").inner_text()) == quote
    page.go_back()
    page.go_back()
    assert page.url == told
    expect(page.locator(".one .text").first).to_have_text(question)
    page.locator("#form > summary").click()
    expect(page.locator("form .fields").first.get_by_label("所在地")).to_have_value("杭州市")


def test_joint_units_are_rows_and_what_is_wrong_is_said_beside_them(window: Window, server: str) -> None:
    page = window(**SIZES["phone"]).new_page()
    page.goto(f"{server}/eligibility")
    page.get_by_role("button", name="再加一项").click()
    second = page.get_by_role("group", name="第 2 项")
    expect(second.get_by_label("单位性质")).to_be_focused()
    second.get_by_label("企业称号").select_option(label="省级专精特新企业")
    second.get_by_label("所在地").fill("火星")
    page.get_by_role("button", name="核对").click()
    expect(page.get_by_role("alert")).to_contain_text("第 1 项联合申报单位的所在地“火星”不是能识别的地名")
    row = page.get_by_role("group", name="第 1 项")
    expect(row.get_by_label("企业称号")).to_have_value("srdi/province")
    row.get_by_label("所在地").fill("")
    page.get_by_role("button", name="核对").click()
    expect(page.locator("#result .understood")).to_contain_text("联合申报单位：省级专精特新企业 × 1")
    with page.expect_download() as loaded:
        page.get_by_role("link", name="下载 Word").click()
    assert loaded.value.suggested_filename == "资格自检.docx"
