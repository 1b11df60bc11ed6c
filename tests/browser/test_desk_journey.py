"""A week at the desk in one go: facts taken in, fields edited past their limit and back, the network lost, a reload, the
Word file, which passes 预审; spoiled copies of it fail on exactly what was spoiled. Wide and phone."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.desking import again, box, field, open_form, told
from tests.browser.driving import SIZES
from tests.browser.machine import serving
from tests.browser.test_desk_files import export
from tests.precheck import spoiling as s
from tests.precheck.cases import CENTRE, CONSORTIUM, GOOD

Window = Callable[..., BrowserContext]
OF_A_SCHOOL = "杭州某江职业技术学院智能装备产教融合实践中心"
SPOILED: dict[str, tuple[str, tuple[s.Step, ...], set[str], set[str]]] = {
    "over the limit": (CENTRE, (s.long_to("5.1", 640),), {"limit"}, set()),
    "a section is gone": (
        CENTRE, (s.without_section("(一)建设开放运营论证", "(二)开放运营计划及目标"),), {"form"}, {"empty"},
    ),
    "a wrong total": (CENTRE, (s.says("3.results.2025", "4"),), {"total"}, {"same_figure"}),
    "a school's name": (CENTRE, (s.says("cover.name", OF_A_SCHOOL), s.says("1.name", OF_A_SCHOOL)), {"naming"}, set()),
    "another font": (CONSORTIUM, (s.in_font("3", "微软雅黑"),), {"font"}, set()),
}  # fmt: skip
"""What is done to which form, the rules that must fail, and those that may since they follow."""


@pytest.fixture(scope="module")
def in_time(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The program three days before the forms are due."""
    folder = tmp_path_factory.mktemp("in-time")
    with serving(folder, today="2024-05-12", ASSISTANT_RATE="0", ASSISTANT_PROXIES="127.0.0.1") as address:
        yield address


def failed(page: Page, server: str, data: bytes) -> list[tuple[str, str]]:
    """The rules that a Word file fails, with what is said."""
    response = page.request.post(
        f"{server}/api/check",
        multipart={"file": {"name": "a.docx", "mimeType": "application/octet-stream", "buffer": data}},
        timeout=60_000,
    )
    assert response.ok, response.text()
    report: dict[str, Any] = response.json()
    return [(point["rule"], point["text"]) for point in report["points"] if point["outcome"] == "fail"]


@pytest.mark.parametrize("size", ["wide", "phone"])
def test_from_the_facts_to_a_file_that_passes(window: Window, in_time: str, size: str, tmp_path: Path) -> None:
    context = window(in_time, **SIZES[size])
    page = context.new_page()
    files: dict[str, bytes] = {}
    for form, prose in ((CENTRE, "5.1"), (CONSORTIUM, "3")):
        open_form(page, in_time, form)
        page.set_input_files("#open-file", GOOD / f"{form}.json")
        own = json.loads((GOOD / f"{form}.json").read_text("utf-8"))["forms"][form][prose]
        expect(field(page, prose)).to_have_value(own)
        told(page, prose, own + "再写一句。" * 300, form)
        expect(box(page, prose).locator(".count")).to_have_attribute("data-near", "over")
        if size == "phone":
            page.locator("#open-panel").click()
        page.locator("[data-export=docx]").click()
        page.locator("#exporting").get_by_role("button", name="去这一栏").click()
        expect(field(page, prose)).to_be_focused()
        context.set_offline(True)
        told(page, prose, own + "断网时写的。", form)
        context.set_offline(False)
        again(page)
        expect(field(page, prose)).to_have_value(own + "断网时写的。")
        told(page, prose, own, form)
        expect(page.locator("#check .outcome.fail")).to_have_count(0)
        files[form] = export(page, "docx", tmp_path).read_bytes()
        assert failed(page, in_time, files[form]) == []
    for name, (form, steps, must, may) in SPOILED.items():
        said = failed(page, in_time, s.spoiled(files[form], steps))
        rules = {rule for rule, _ in said}
        assert must <= rules <= must | may, (name, said)
