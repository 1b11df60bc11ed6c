"""The desk's files: saved and opened again, a Word form taken in, exports refused over a limit, the preview; axe."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.desking import FORM, NAME, PROSE, box, drawer, field, kept, open_form, told, wait_kept
from tests.browser.driving import SIZES, sideways
from tests.browser.machine import AXE
from tests.browser.test_axe import findings

Window = Callable[..., BrowserContext]


def export(page: Page, kind: str, path: Path) -> Path:
    """Export the form; the phone's panel is opened for it."""
    if page.locator("#open-panel").is_visible() and not page.locator("#panel").is_visible():
        page.locator("#open-panel").click()
    with page.expect_download(timeout=30_000) as loaded:
        page.locator(f"[data-export={kind}]").click()
    loaded.value.save_as(path / loaded.value.suggested_filename)
    return path / loaded.value.suggested_filename


@pytest.mark.parametrize("size", ["wide", "phone"])
def test_a_desk_is_saved_cleared_and_opened_again(window: Window, server: str, size: str, tmp_path: Path) -> None:
    page = window(**SIZES[size]).new_page()
    open_form(page, server)
    told(page, PROSE, "第一稿。")
    box(page, PROSE).locator("[data-lock]").click()
    field(page, NAME).fill("甲共同体")
    wait_kept(page, ["facts", "shared", "platform.name"], "甲共同体")
    page.goto(f"{server}/desk")
    with page.expect_download() as loaded:
        page.get_by_role("button", name="保存到文件").click()
    saved = tmp_path / "desk.json"
    loaded.value.save_as(saved)
    held = json.loads(saved.read_text("utf-8"))
    assert (held["kind"], held["version"], held["desk"][FORM]["locked"]) == ("assistant.desk", 1, [PROSE])
    page.evaluate("localStorage.clear()")
    page.reload()
    page.set_input_files("#open-file", saved)
    expect(page.locator("#banners")).to_contain_text("写入 2 处")
    open_form(page, server)
    expect(field(page, PROSE)).to_have_value("第一稿。")
    expect(field(page, NAME)).to_have_value("甲共同体")


def test_what_an_opened_file_replaces_stays_as_a_version_and_can_be_undone(
    window: Window, server: str, tmp_path: Path
) -> None:
    page = window(**SIZES["wide"]).new_page()
    open_form(page, server)
    told(page, PROSE, "本机写的。")
    facts = {"forms": {FORM: {PROSE: "文件里的。", "2.ordered.2024": 12.50}}}
    (tmp_path / "f.json").write_text(json.dumps(facts).replace("12.5", "12.50"), "utf-8")
    page.set_input_files("#open-file", tmp_path / "f.json")
    expect(field(page, PROSE)).to_have_value("文件里的。")
    expect(field(page, "2.ordered.2024")).to_have_value("12.50")
    expect(drawer(page, PROSE, "versions").locator("summary").first).to_contain_text("打开文件前")
    page.locator("#banners").get_by_role("button", name="撤销").click()
    expect(field(page, PROSE)).to_have_value("本机写的。")


@pytest.mark.parametrize("name", ["x.json", "y.docx", "z.txt"])
def test_what_is_no_file_of_ours_changes_nothing(window: Window, server: str, name: str, tmp_path: Path) -> None:
    page = window(**SIZES["wide"]).new_page()
    open_form(page, server)
    told(page, PROSE, "本机写的。")
    (tmp_path / name).write_bytes(b"PK\x03\x04 no zip" if name.endswith("docx") else b"{{{")
    before = kept(page)["facts"]
    page.set_input_files("#open-file", tmp_path / name)
    expect(page.locator("#banners .banner p").first).not_to_contain_text("正在读取", timeout=20_000)
    expect(page.locator("#banners .banner p").first).not_to_be_empty()
    assert kept(page)["facts"] == before


@pytest.mark.parametrize("size", ["wide", "phone"])
def test_an_exported_word_form_can_be_taken_in_again(window: Window, server: str, size: str, tmp_path: Path) -> None:
    page = window(**SIZES[size]).new_page()
    open_form(page, server)
    told(page, PROSE, "坚持产教融合，\n到2026年建成共同体。")
    field(page, "2.ordered.2024").fill("12.50")
    field(page, "1.schools.1.name").fill("甲学院")
    field(page, NAME).fill("甲共同体")
    word = export(page, "docx", tmp_path)
    assert word.suffix == ".docx"
    page.goto(f"{server}/desk")
    page.evaluate("localStorage.clear()")
    page.reload()
    page.set_input_files("#open-file", word)
    expect(page.locator("#banners")).to_contain_text("已打开", timeout=20_000)
    open_form(page, server)
    expect(field(page, PROSE)).to_have_value("坚持产教融合，\n到2026年建成共同体。")
    expect(field(page, "2.ordered.2024")).to_have_value("12.50")
    expect(field(page, "1.schools.1.name")).to_have_value("甲学院")
    expect(field(page, NAME)).to_have_value("甲共同体")


@pytest.mark.parametrize("size", ["wide", "phone"])
def test_a_text_over_its_limit_stops_the_file_and_is_one_press_away(
    window: Window, server: str, size: str, tmp_path: Path
) -> None:
    page = window(**SIZES[size]).new_page()
    open_form(page, server)
    told(page, PROSE, "字" * 503)
    if size == "phone":
        page.locator("#open-panel").click()
    page.locator("[data-export=docx]").click()
    expect(page.locator("#exporting")).to_contain_text("“三、总体建设思路”超出 3 字，须删减后才能导出")
    page.locator("#exporting").get_by_role("button", name="去这一栏").click()
    expect(field(page, PROSE)).to_be_focused()
    told(page, PROSE, "字" * 500)
    assert export(page, "docx", tmp_path).stat().st_size > 5000
    assert export(page, "pdf", tmp_path).read_bytes().startswith(b"%PDF")
    told(page, PROSE, "字" * 503) if size == "wide" else None
    assert export(page, "points", tmp_path).name == "行业产教融合共同体推荐书（待办清单）.docx"


@pytest.mark.parametrize("size", ["wide", "phone"])
def test_the_preview_is_the_paper_and_follows(window: Window, server: str, size: str) -> None:
    context = window(**SIZES[size])
    page = context.new_page()
    open_form(page, server)
    told(page, PROSE, "坚持产教融合。")
    with context.expect_page() as opened:
        if size == "phone":
            page.locator("#open-panel").click()
        page.locator("#preview").click()
    paper = opened.value
    place = paper.locator(f'article.paper [data-field="{PROSE}"]')
    expect(place).to_have_text("坚持产教融合。")
    assert sideways(paper) == 0
    if size == "phone":
        page.locator("#close-panel").click()
    told(page, PROSE, "坚持校企合作。")
    expect(place).to_have_text("坚持校企合作。")


@pytest.mark.parametrize(
    ("size", "language", "scheme"),
    [("wide", "", "light"), ("phone", "", "dark"), ("phone", "/en", "light"), ("wide", "/en", "dark")],
)
def test_axe_finds_nothing(window: Window, server: str, size: str, language: str, scheme: str) -> None:
    if not AXE.exists():
        pytest.skip("axe-core is missing: npm ci --prefix tests/browser --ignore-scripts")
    axe = AXE.read_text(encoding="utf-8")
    page = window(**SIZES[size], color_scheme=scheme, reduced_motion="reduce", bypass_csp=True).new_page()
    found: dict[str, list[str]] = {}
    for path in ("desk", "desk/facts", "desk/consortium-recommendation", "desk/industry-college-application"):
        page.goto(f"{server}{language}/{path}")
        page.locator("body.live").wait_for()
        found[path] = findings(page, axe)
    open_form(page, server, prefix=language)
    told(page, PROSE, "字" * 503)
    field(page, "2.ordered.2024").fill("约三十")
    box(page, "4").locator("[data-draft]").click()
    box(page, "4").locator(".drafted").wait_for()
    box(page, "4").locator("[data-lock]").click()
    drawer(page, "4", "what").locator("article.told").wait_for()
    told(page, PROSE, "【待补充：目标】")
    drawer(page, PROSE, "versions")
    page.locator("#check ul").first.wait_for(state="attached")
    found["written"] = findings(page, axe)
    if size == "phone":
        page.locator("#open-panel").click()
        found["panel"] = findings(page, axe)
    page.goto(f"{server}{language}/desk/{FORM}/preview")
    page.locator("article.paper").wait_for()
    found["preview"] = findings(page, axe)
    assert {state: said for state, said in found.items() if said} == {}
