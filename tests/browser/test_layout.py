"""Space and time: nothing sticks out, nothing jumps, the answer is seen at once and waiting is seen in time."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser.conftest import Open
from tests.browser.driving import (
    ANSWERS,
    BOX,
    LIMIT,
    PHONE,
    ROOT_OF,
    SEVERAL,
    SILENCE,
    WHO,
    ask,
    open_chat,
    open_source,
    send,
    sideways,
)

SHIFTS = """
window.__shift = 0;
new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.__shift += entry.value;
}).observe({type: 'layout-shift', buffered: true});
"""
WIDTHS: dict[str, dict[str, Any]] = {
    "phone": {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True},
    "narrowest": {"viewport": {"width": 320, "height": 640}, "has_touch": True, "is_mobile": True},
    "wide at 200 %": {"viewport": {"width": 640, "height": 430}, "device_scale_factor": 2},
}
DOCUMENT = "library/industry-college-notice-2022"
TOOLS = (
    "checklist",
    "checklist?programme=hangzhou-consortium",
    "eligibility",
    "eligibility?unit.kind=higher_vocational&unit.ownership=private&partners.0.count=2",
    "compare",
    "compare?programme=practice-base&programme=hangzhou-consortium",
)


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("width", WIDTHS)
def test_nothing_sticks_out_sideways(window: Any, server: str, width: str, language: str) -> None:
    page = window(**WIDTHS[width]).new_page()
    root = server + ROOT_OF[language]
    open_chat(page, root)
    assert sideways(page) <= 0
    link = ""
    for question in (SEVERAL, SILENCE, LIMIT):
        answer = ask(page, question[language])
        answer.evaluate("answer => answer.querySelectorAll('details').forEach((one) => { one.open = true; })")
        assert sideways(page) <= 0, question
        link = str(answer.locator("[data-share]").get_attribute("href"))
    open_source(page.locator(f"{ANSWERS} .card").last)
    assert sideways(page) <= 0
    assert page.locator("#source").evaluate("pane => pane.scrollWidth - pane.clientWidth") <= 0
    for path in ("library", "library?q=联合申报单位", DOCUMENT, f"{DOCUMENT}?raw=1", "answer", link, *TOOLS):
        page.goto(root + path)
        assert sideways(page) <= 0, path


@pytest.mark.parametrize("language", ["zh", "en"])
def test_on_a_phone_verdict_and_first_line_are_seen_without_scrolling(chat: Open, language: str) -> None:
    page = chat("phone", language)
    for question in (WHO, SILENCE, LIMIT):
        answer = ask(page, question[language])
        composer = page.locator("gradio-app").bounding_box()
        assert composer is not None
        for seen in (
            page.locator(".turn .question").last,
            *answer.locator(".chip").all()[:1],
            answer.locator(".said, .near .where"),
        ):
            box = seen.first.bounding_box()
            assert box is not None
            assert box["y"] >= 56, question
            assert box["y"] + 24 < composer["y"], question


@pytest.mark.parametrize("size", ["wide", "phone"])
def test_nothing_jumps_when_an_answer_arrives(chat: Open, size: str) -> None:
    page = chat(size)
    ask(page, SEVERAL["zh"])
    page.route("**/run/turn", lambda route: held.append(route))
    held: list[Route] = []
    send(page, LIMIT["zh"])
    page.locator(".waiting .told").wait_for()
    page.evaluate(SHIFTS)
    read = page.locator(".turn").first
    before, scrolled = read.bounding_box(), page.evaluate("() => scrollY")
    question = page.locator(".turn .question").last.bounding_box()
    held[0].continue_()
    page.locator(ANSWERS).nth(1).wait_for()
    page.evaluate("() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")
    assert read.bounding_box() == before
    assert page.evaluate("() => scrollY") == scrolled
    assert page.locator(".turn .question").last.bounding_box() == question
    assert page.evaluate("() => window.__shift") < 0.02


@pytest.mark.parametrize("size", ["wide", "phone"])
def test_from_asking_to_shown_the_page_is_calm_and_quick(chat: Open, size: str) -> None:
    page = chat(size)
    ask(page, SILENCE["zh"])
    page.evaluate(SHIFTS)
    page.fill(BOX, WHO["zh"])
    page.evaluate(
        "() => { const turns = document.getElementById('turns'); const began = performance.now();"
        " new MutationObserver(() => { if (turns.querySelectorAll('article.told').length > 1)"
        " window.__took ??= performance.now() - began; }).observe(turns, {childList: true, subtree: true}); }"
    )
    page.press(BOX, "Enter")
    page.locator(ANSWERS).nth(1).wait_for()
    assert page.evaluate("() => window.__took") < 1500
    assert page.evaluate("() => window.__shift") < 0.02


def test_waiting_shows_after_300_ms_and_not_before(chat: Open) -> None:
    page = chat("wide")
    page.clock.install()
    page.reload()
    page.clock.resume()
    page.locator(f"{BOX}[enterkeyhint=send]").wait_for()
    held: list[Route] = []
    page.route("**/run/turn", lambda route: held.append(route))
    page.fill(BOX, LIMIT["zh"])
    now = page.evaluate("() => Date.now()")
    page.clock.pause_at((now + 2_000) / 1000)
    page.press(BOX, "Enter")
    page.locator("body.busy").wait_for()
    page.clock.run_for(290)
    expect(page.locator(".waiting")).to_have_count(0)
    page.clock.run_for(20)
    expect(page.locator(".waiting [role=status]")).to_have_text("正在查找条款……")
    page.clock.resume()
    held[0].continue_()
    expect(page.locator(ANSWERS)).to_have_count(1)
    expect(page.locator(".waiting")).to_have_count(0)


def test_the_page_does_not_jump_while_it_loads(window: Any, server: str) -> None:
    context = window(**PHONE)
    context.add_init_script(SHIFTS)
    page = context.new_page()
    open_chat(page, f"{server}/")
    assert page.evaluate("() => window.__shift") < 0.1


@pytest.mark.parametrize("language", ["zh", "en"])
def test_what_is_pressed_on_a_phone_is_large_enough(chat: Open, server: str, language: str) -> None:
    page = chat("phone", language)
    assert _small(page) == []
    for question in (SEVERAL, SILENCE, WHO):
        ask(page, question[language])
    assert _small(page) == []
    open_source(page.locator(f"{ANSWERS} .card").first)
    page.locator("#sheet .outlines summary").click()
    assert _small(page) == []
    for path in ("library", f"library?q={LIMIT['zh'][6:12]}", DOCUMENT, f"answer?q={WHO[language]}", *TOOLS):
        page.goto(server + ROOT_OF[language] + path)
        assert _small(page) == [], path


def _small(page: Page) -> list[str]:
    """What is pressed and lower than 44 px, links inside a sentence and boxes inside their label aside."""
    script = """() => [...document.querySelectorAll('button, select, summary, a, input, textarea')]
      .filter((one) => one.checkVisibility({visibilityProperty: true}) && !one.matches('.ref, .skip, .tick input'))
      .map((one) => [one.getBoundingClientRect(), one])
      .filter(([box]) => box.width && box.height && box.height < 43.5)
      .map(([box, one]) => `${one.tagName} ${one.className} ${one.id} ${one.textContent.trim()} ${box.height}`)"""
    found: list[str] = page.evaluate(script)
    return found
