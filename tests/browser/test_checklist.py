"""The checklist: choosing a programme, its clauses, its files, printing."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, expect

from tests.browser.driving import SIZES, WHO, ask, bare, open_chat

Window = Callable[..., BrowserContext]


@pytest.mark.parametrize(("size", "script"), [("phone", True), ("wide", False)])
def test_a_programme_is_chosen_and_every_step_leads_to_its_clause(
    window: Window, server: str, size: str, script: bool
) -> None:
    page = window(**SIZES[size], java_script_enabled=script).new_page()
    page.goto(f"{server}/checklist")
    page.get_by_role("link", name="市域产教联合体").click()
    expect(page.locator(".banner")).to_have_text("报送截止 2024-05-15，已过")
    step = page.locator(".steps > li").first
    quote = bare(step.locator(".words").inner_text())
    step.locator("a.open").click()
    expect(page.locator("mark#here")).to_be_in_viewport()
    assert bare(page.locator("mark#here").inner_text()) == quote
    page.go_back()
    expect(page.locator(".steps > li")).not_to_have_count(0)


def test_files_are_kept_under_names_that_say_what_they_are(window: Window, server: str) -> None:
    page = window(**SIZES["wide"]).new_page()
    page.goto(f"{server}/checklist?programme=practice-base")
    for name, ending in (("下载 Word", "docx"), ("加入日历", "ics")):
        with page.expect_download() as loaded:
            page.get_by_role("link", name=name).click()
        assert loaded.value.suggested_filename == f"校企协同就业创业创新示范实践基地.{ending}"
    page.emulate_media(media="print")
    for hidden in (".top", ".onward", ".downloads", "details.fold"):
        expect(page.locator(hidden).first).to_be_hidden()
    expect(page.locator(".papers .words").first).to_be_visible()


def test_an_answer_leads_to_the_checklist_of_its_programme(window: Window, server: str) -> None:
    page = window(**SIZES["phone"]).new_page()
    open_chat(page, f"{server}/")
    ask(page, WHO["zh"]).get_by_role("link", name="办事清单").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("办事清单：校企协同就业创业创新示范实践基地")
