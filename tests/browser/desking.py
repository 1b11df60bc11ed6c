"""The hands of the tests at the desk: open a form, write in its fields, see what the browser keeps."""

from __future__ import annotations

from typing import Any

from playwright.sync_api import Locator, Page, expect

KEY = "assistant.desk"
FORM = "community-recommendation"
PROSE, LIMIT = "3", 500
NAME = "cover.name"


def open_form(page: Page, server: str, form: str = FORM, prefix: str = "") -> None:
    """A form of the desk, its scripts at work."""
    page.goto(f"{server}{prefix}/desk/{form}")
    page.locator("body.live").wait_for()


def field(page: Page, path: str) -> Locator:
    """What is typed in."""
    return page.locator(f'[id="v.{path}"]')


def box(page: Page, path: str) -> Locator:
    """A field with everything around it."""
    return page.locator(f'[id="f.{path}"]')


def kept(page: Page) -> dict[str, Any]:
    """What the browser keeps."""
    held: dict[str, Any] = page.evaluate(f"() => JSON.parse(localStorage.getItem('{KEY}') ?? '{{}}')")
    return held


def wait_kept(page: Page, path: list[str], value: object) -> None:
    """Wait until a value stands in what the browser keeps."""
    page.wait_for_function(
        """([key, path, value]) => { try {
             return path.reduce((held, name) => held?.[name], JSON.parse(localStorage.getItem(key))) === value;
           } catch { return false; } }""",
        arg=[KEY, path, value],
    )


def told(page: Page, path: str, text: str, form: str = FORM) -> None:
    """Write a text and wait until it is kept."""
    field(page, path).fill(text)
    wait_kept(page, ["facts", "forms", form, path], text)


def again(page: Page) -> None:
    """Reload."""
    page.reload()
    page.locator("body.live").wait_for()


def drawer(page: Page, path: str, button: str) -> Locator:
    """Open what a button of a field opens."""
    box(page, path).locator(f"[data-{button}]").click()
    found = box(page, path).locator(".drawer")
    expect(found).to_be_visible()
    return found
