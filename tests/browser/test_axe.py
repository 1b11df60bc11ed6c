"""axe-core finds nothing, not even moderate, on any page in any state, in both languages, light and dark."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Page

from tests.browser.driving import (
    ANSWERS,
    LIMIT,
    OUTSIDE,
    ROOT_OF,
    SEVERAL,
    SILENCE,
    SIZES,
    WHO,
    ask,
    open_chat,
    open_source,
    send,
    turn_sheet,
)
from tests.browser.machine import AXE

DOCUMENT = "library/practice-base-guide-2021"
PAGES = (
    "library",
    "library?q=联合申报单位",
    "library?q=学校能不能当牵头的",
    DOCUMENT,
    f"{DOCUMENT}?raw=1",
    f"{DOCUMENT}?q=企业",
    "library/nothing-here",
    "checklist",
    "checklist?programme=hangzhou-consortium",
    "eligibility",
    "eligibility?unit.kind=higher_vocational&unit.ownership=private&partners.0.count=2",
    "compare",
    "compare?programme=practice-base&programme=hangzhou-consortium",
    "answer",
    "answer?q=民办院校能牵头吗",
    "answer?q=产业学院要给企业多少补贴",
)
Findings = dict[str, list[str]]


@pytest.fixture(scope="module")
def axe() -> str:
    """The script of axe-core."""
    if not AXE.exists():
        pytest.skip("axe-core is missing: npm ci --prefix tests/browser --ignore-scripts")
    return AXE.read_text(encoding="utf-8")


def findings(page: Page, axe: str) -> list[str]:
    """What is moderate or worse, each with the elements it is about."""
    page.evaluate(axe)
    found: list[dict[str, Any]] = page.evaluate(
        "async () => (await axe.run(document, {resultTypes: ['violations'], iframes: false})).violations"
    )
    return [
        f"{one['id']}: {one['help']}: {[node['html'][:160] for node in one['nodes'][:4]]}"
        for one in found
        if one["impact"] in ("moderate", "serious", "critical")
    ]


def _chat_states(page: Page, root: str, language: str, look: Callable[[str], None]) -> None:
    open_chat(page, root)
    look("empty")
    for question in (SEVERAL, SILENCE, OUTSIDE, WHO):
        ask(page, question[language])
    page.locator("#turns").evaluate("turns => turns.querySelectorAll('details').forEach((one) => { one.open = true; })")
    look("answers")
    open_source(page.locator(f"{ANSWERS} .card").last)
    page.locator("#sheet .outlines summary").click()
    look("source")
    turn_sheet(page.locator("#sheet .views a[data-sheet]"))
    look("raw")
    page.keyboard.press("Escape")
    page.locator("body:not(.reading)").wait_for()
    page.route("**/run/turn", lambda route: route.abort())
    send(page, LIMIT[language])
    page.locator(".problem [role=alert]").wait_for()
    look("failed")


@pytest.mark.parametrize(
    ("size", "language", "scheme"),
    [
        ("wide", "zh", "light"),
        ("phone", "zh", "dark"),
        ("phone", "en", "light"),
        ("wide", "en", "dark"),
    ],
)
def test_nothing_is_found(
    window: Callable[..., BrowserContext], server: str, axe: str, size: str, language: str, scheme: str
) -> None:
    page = window(**SIZES[size], color_scheme=scheme, reduced_motion="reduce", bypass_csp=True).new_page()
    found: Findings = {}

    def look(state: str) -> None:
        found[state] = findings(page, axe)

    root = server + ROOT_OF[language]
    _chat_states(page, root, language, look)
    for path in PAGES:
        page.goto(root + path)
        look(path)
    assert len(found) == 5 + len(PAGES)
    assert {state: said for state, said in found.items() if said} == {}
