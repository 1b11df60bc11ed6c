"""预审: a file in, the report out, the clause behind a finding and back; also on a phone, without script, with errors."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from docx import Document
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.driving import SIZES, bare, sideways
from tests.browser.machine import AXE
from tests.browser.test_axe import findings
from tests.precheck.cases import CONSORTIUM, good
from tests.precheck.spoiling import emptied, long_to, spoiled, without_section

Window = Callable[..., BrowserContext]


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A 推荐书 with a text too long, a name left out and a section gone."""
    steps = (long_to("1.park_industries", 201), emptied("1.head"), without_section("4.建设规划", "5.申报承诺"))
    made = tmp_path_factory.mktemp("precheck") / "联合体.docx"
    made.write_bytes(spoiled(good(CONSORTIUM), steps))
    return made


def check(page: Page, address: str, file: Path, path: str = "precheck") -> None:
    """Choose a file and have it checked."""
    page.goto(f"{address}/{path}")
    page.set_input_files("input[type=file]", file)
    page.locator("button.main").click()
    page.locator("#result").wait_for(timeout=60_000)


@pytest.mark.parametrize(("size", "script"), [("wide", True), ("phone", True), ("wide", False)])
def test_from_the_file_to_the_clause_and_back(
    window: Window, server: str, file: Path, size: str, script: bool, tmp_path: Path
) -> None:
    page = window(**SIZES[size], java_script_enabled=script).new_page()
    check(page, server, file)
    lead = page.locator("#lead")
    expect(lead).to_be_in_viewport()
    expect(lead).to_have_text(re.compile(r"^有\d+处不合要求，\d+处无法判断$"))
    said = bare(page.locator("#result").inner_text())
    for words in ("共201字，超过200字的上限，多1字", "“联合体负责人”没有填写", "“4.建设规划”找不到了"):
        assert words in said
    first = page.locator(".point").first
    expect(first.locator(".chip.no")).to_contain_text("不通过")
    expect(page.locator(".passes")).not_to_have_attribute("open", "")
    assert sideways(page) == 0
    with page.expect_download() as loaded:
        page.locator("a[download$='.docx']").click()
    kept = tmp_path / "report.docx"
    loaded.value.save_as(kept)
    assert loaded.value.suggested_filename == "预审报告-市域产教联合体推荐书.docx"
    assert any("201字" in cell.text for table in Document(str(kept)).tables for row in table.rows for cell in row.cells)
    limit = page.locator(".point", has_text="字数").first
    quote = bare(limit.locator(".words").first.inner_text())
    limit.locator("a.open").first.click()
    expect(page.locator("mark#here")).to_be_in_viewport()
    assert bare(page.locator("mark#here").inner_text()) == quote


def test_the_file_stays_chosen_for_the_next_time(window: Window, server: str, file: Path) -> None:
    page = window(**SIZES["phone"]).new_page()
    check(page, server, file)
    expect(page.locator("#result")).to_be_focused()
    page.locator("#form > summary").click()
    page.get_by_label("是哪份表单").select_option(label="行业产教融合共同体推荐书")
    page.locator("button.main").click()
    expect(page.get_by_role("alert").or_(page.locator(".sum", has_text="共同体"))).to_be_visible(timeout=60_000)


def test_text_can_be_pasted(window: Window, server: str, file: Path) -> None:
    page = window(**SIZES["wide"]).new_page()
    page.goto(f"{server}/precheck")
    page.get_by_text("没有文件，就粘贴全文").click()
    held = Document(str(file))
    rows = ["\t".join(cell.text for cell in row.cells) for table in held.tables for row in table.rows]
    page.get_by_label("粘贴的全文").fill("\n".join([*(one.text for one in held.paragraphs), *rows]))
    page.get_by_label("是哪份表单").select_option(label="市域产教联合体推荐书")
    page.locator("button.main").click()
    page.locator("#result").wait_for(timeout=60_000)
    expect(page.locator("#lead")).to_be_in_viewport()


@pytest.mark.parametrize("script", [True, False])
def test_errors_stand_on_the_page_and_nothing_is_lost(
    window: Window, server: str, tmp_path: Path, script: bool
) -> None:
    page = window(**SIZES["phone"], java_script_enabled=script).new_page()
    page.goto(f"{server}/precheck")
    page.locator("button.main").click()
    expect(page.get_by_role("alert")).to_have_text("请选择一个 .docx 文件，或粘贴文字。")
    for name, data in (("a.docx", b"%PDF-1.7 nothing"), ("large.docx", b"PK\x03\x04" + bytes(11 * 2**20))):
        file = tmp_path / name
        file.write_bytes(data)
        page.set_input_files("input[type=file]", file)
        page.locator("button.main").click()
        alert = page.get_by_role("alert")
        expect(alert).to_have_text(re.compile("10" if name == "large.docx" else "docx"), timeout=60_000)
        assert alert.inner_text().count("。") == 1
        expect(page.locator("button.main")).to_be_enabled()
        expect(page.locator("#result")).to_have_count(0)


def test_without_a_connection_the_file_is_still_there(window: Window, server: str, file: Path) -> None:
    page = window(**SIZES["wide"]).new_page()
    page.goto(f"{server}/precheck")
    page.set_input_files("input[type=file]", file)
    page.context.set_offline(True)
    page.locator("button.main").click()
    expect(page.get_by_role("alert")).to_contain_text("文件还在这里")
    page.context.set_offline(False)
    page.locator("button.main").click()
    page.locator("#result").wait_for(timeout=60_000)
    expect(page.get_by_role("alert")).to_have_count(0)


def test_progress_is_told_while_one_waits(window: Window, server: str, file: Path) -> None:
    page = window(**SIZES["wide"]).new_page()
    page.goto(f"{server}/precheck")
    page.set_input_files("input[type=file]", file)
    page.route("**/precheck", lambda route: (page.wait_for_timeout(800), route.continue_())[1])
    page.locator("button.main").click(no_wait_after=True)
    expect(page.locator("button.main")).to_have_text("正在预审……")
    page.locator("#result").wait_for(timeout=60_000)
    expect(page.locator("button.main")).to_have_text("预审")


@pytest.mark.parametrize(
    ("size", "path", "scheme"),
    [("wide", "precheck", "light"), ("phone", "precheck", "dark"), ("phone", "en/precheck", "light")],
)
def test_axe_finds_nothing(
    window: Window, server: str, file: Path, size: str, path: str, scheme: str, tmp_path: Path
) -> None:
    if not AXE.exists():
        pytest.skip("axe-core is missing: npm ci --prefix tests/browser --ignore-scripts")
    axe = AXE.read_text(encoding="utf-8")
    page = window(**SIZES[size], color_scheme=scheme, reduced_motion="reduce", bypass_csp=True).new_page()
    page.goto(f"{server}/{path}")
    assert findings(page, axe) == []
    page.locator("button.main").click()
    page.get_by_role("alert").wait_for()
    assert findings(page, axe) == []
    check(page, server, file, path)
    page.locator("main").evaluate("main => main.querySelectorAll('details').forEach((one) => { one.open = true; })")
    assert findings(page, axe) == []
