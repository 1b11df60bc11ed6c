"""Pictures of every state of every page, to be looked at by people: python -m tests.browser.shots OUT_DIR [FILTER]."""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page, sync_playwright

from tests.browser.driving import (
    BOX,
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
)
from tests.browser.machine import ARGUMENTS, chromium, serving

NARROWEST: dict[str, Any] = {**SIZES["phone"], "viewport": {"width": 320, "height": 640}}
DOCUMENT = "library/industry-college-notice-2022"
CHECKED = "eligibility?unit.kind=higher_vocational&unit.ownership=private&region=%E6%9D%AD%E5%B7%9E#result"
COMPARED = "compare?programme=practice-base&programme=hangzhou-consortium"
MANY = ("practice-base", "industry-college", "cjk-consortium", "education-base", "hangzhou-community")
State = Callable[[Page, str, str], None]


def _chat(page: Page, root: str, language: str) -> None:
    open_chat(page, root)


def _asked(questions: dict[str, str]) -> State:
    def state(page: Page, root: str, language: str) -> None:
        open_chat(page, root)
        ask(page, questions[language])

    return state


def _two(page: Page, root: str, language: str) -> None:
    open_chat(page, root)
    ask(page, LIMIT[language])
    ask(page, SEVERAL[language])


def _source(page: Page, root: str, language: str) -> None:
    open_chat(page, root)
    answer = ask(page, WHO[language])
    open_source(answer.locator(".card").first)
    page.wait_for_timeout(300)  # the pane slides in


def _unfolded(page: Page, root: str, language: str) -> None:
    open_chat(page, root)
    answer = ask(page, LIMIT[language])
    if answer.locator(".card").first.get_attribute("open") is None:
        answer.locator(".card summary").first.click()


def _raw(page: Page, root: str, language: str) -> None:
    _source(page, root, language)
    page.locator("#sheet a[data-sheet]").first.click()
    page.locator("#sheet pre #here").wait_for()


def _failed(page: Page, root: str, language: str) -> None:
    open_chat(page, root)
    page.route("**/run/turn", lambda route: route.abort())
    send(page, LIMIT[language])
    page.locator(".problem [role=alert]").wait_for()


def _waiting(page: Page, root: str, language: str) -> None:
    open_chat(page, root)
    page.route("**/run/turn", lambda route: None)
    send(page, LIMIT[language])
    page.locator(".waiting .told").wait_for()


def _typing(page: Page, root: str, language: str) -> None:
    open_chat(page, root)
    page.fill(BOX, "\n".join([LIMIT[language]] * 6))


def _at(path: str) -> State:
    def state(page: Page, root: str, language: str) -> None:
        page.goto(root + path)

    return state


def _answer_page(page: Page, root: str, language: str) -> None:
    open_chat(page, root)
    answer = ask(page, WHO[language])
    page.goto(root + str(answer.locator("[data-share]").get_attribute("href")))


def _printed(page: Page, root: str, language: str) -> None:
    _answer_page(page, root, language)
    page.emulate_media(media="print")


STATES: dict[str, State] = {
    "chat": _chat,
    "limit": _asked(LIMIT),
    "unfolded": _unfolded,
    "who": _asked(WHO),
    "several": _asked(SEVERAL),
    "two": _two,
    "silence": _asked(SILENCE),
    "outside": _asked(OUTSIDE),
    "source": _source,
    "raw": _raw,
    "failed": _failed,
    "waiting": _waiting,
    "typing": _typing,
    "library": _at("library"),
    "found": _at("library?q=联合申报单位"),
    "related": _at("library?q=学校能不能当牵头的"),
    "document": _at(DOCUMENT),
    "rawdocument": _at(f"{DOCUMENT}?raw=1"),
    "documentfound": _at(f"{DOCUMENT}?q=企业"),
    "missing": _at("library/nothing-here"),
    "listing": _at("checklist"),
    "listed": _at("checklist?programme=hangzhou-consortium"),
    "filling": _at("eligibility"),
    "checked": _at(CHECKED),
    "choosing": _at("compare"),
    "compared": _at(COMPARED),
    "many": _at("compare?different=1&programme=" + "&programme=".join(MANY)),
    "desk": _at("desk"),
    "deskfacts": _at("desk/facts"),
    "deskform": _at("desk/community-recommendation#f.3"),
    "deskpreview": _at("desk/community-recommendation/preview"),
    "plain": _at("answer"),
    "answer": _answer_page,
    "printed": _printed,
}
DARK = (
    "chat",
    "several",
    "silence",
    "source",
    "failed",
    "library",
    "checked",
    "compared",
    "listed",
    "answer",
    "deskform",
)
NARROW = ("chat", "several", "silence", "source", "library", "checked", "compared", "listed", "desk", "deskform")


def _looks() -> Iterator[tuple[str, str, str, dict[str, Any]]]:
    for language in ROOT_OF:
        for size, options in SIZES.items():
            for state in STATES:
                yield f"{size}-{language}-{state}", state, language, options
    for state in DARK:
        yield f"wide-zh-{state}-dark", state, "zh", {**SIZES["wide"], "color_scheme": "dark"}
        yield f"phone-zh-{state}-dark", state, "zh", {**SIZES["phone"], "color_scheme": "dark"}
    for state in NARROW:
        yield f"narrow-zh-{state}", state, "zh", NARROWEST
        yield f"narrow-en-{state}", state, "en", NARROWEST


def _shoot(browser: Browser, address: str, folder: Path, wanted: str) -> None:
    for name, state, language, options in _looks():
        if wanted not in name:
            continue
        context = browser.new_context(**options)
        page = context.new_page()
        STATES[state](page, address + ROOT_OF[language], language)
        page.wait_for_timeout(200)  # late layout, so that pictures are alike
        page.screenshot(path=folder / f"{name}.png", full_page=state == "printed")
        print(name, flush=True)
        page.unroute_all(behavior="ignoreErrors")
        context.close()


def main(arguments: list[str]) -> int:
    """Take all pictures, or those whose names contain FILTER."""
    found = chromium()
    if not arguments or found is None:
        print(__doc__ if found else "Chromium is not installed.", file=sys.stderr)
        return 2
    folder = Path(arguments[0])
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as made, serving(Path(made)) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found, args=ARGUMENTS)
        _shoot(browser, address, folder, arguments[1] if len(arguments) > 1 else "")
        browser.close()
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
