"""The desk: writing, counting past the limit and back, drafting, locking, versions, undo, rows, sources; wide and phone."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.desking import (
    FORM,
    LIMIT,
    NAME,
    PROSE,
    again,
    box,
    drawer,
    field,
    open_form,
    told,
    wait_kept,
)
from tests.browser.driving import SIZES, bare, sideways

Window = Callable[..., BrowserContext]
SENTENCE = "坚持产教融合、校企合作，到2026年建成共同体。"


def containing(text: str) -> re.Pattern[str]:
    return re.compile(re.escape(text))


def at_desk(window: Window, server: str, size: str = "wide", **options: Any) -> Page:
    page = window(**SIZES[size], **options).new_page()
    open_form(page, server)
    return page


@pytest.mark.parametrize("size", ["wide", "phone"])
def test_a_text_is_counted_past_its_limit_and_back_and_never_stopped(window: Window, server: str, size: str) -> None:
    page = at_desk(window, server, size)
    count = box(page, PROSE).locator(".count")
    expect(count).to_contain_text(f"已用 0 / {LIMIT} 字")
    field(page, PROSE).fill("字" * 449)
    expect(count).to_have_attribute("data-near", "")
    field(page, PROSE).press("End")
    field(page, PROSE).press_sequentially("满")
    expect(count).to_have_attribute("data-near", "near")
    expect(count).to_contain_text("还可写 50 字")
    expect(page.locator("#said-aloud")).to_contain_text("九成")
    field(page, PROSE).fill("字" * 512)
    expect(count).to_contain_text("超出 12 字")
    assert len(field(page, PROSE).input_value()) == 512
    expect(page.locator("#said-aloud")).to_contain_text("超过了 500 字上限")
    field(page, PROSE).fill("字" * 12)
    expect(count).to_contain_text(f"已用 12 / {LIMIT} 字")
    expect(count).to_have_attribute("data-near", "")
    assert sideways(page) == 0


@pytest.mark.parametrize("size", ["wide", "phone"])
def test_what_is_written_survives_a_reload_and_a_crash(window: Window, server: str, size: str) -> None:
    page = at_desk(window, server, size)
    told(page, PROSE, SENTENCE)
    field(page, NAME).fill("某行业产教融合共同体")
    wait_kept(page, ["facts", "shared", "platform.name"], "某行业产教融合共同体")
    again(page)
    expect(field(page, PROSE)).to_have_value(SENTENCE)
    expect(field(page, "1.name")).to_have_value("某行业产教融合共同体")
    field(page, PROSE).fill("关掉以前写的最后一句。")
    context = page.context
    page.close(run_before_unload=False)
    page = context.new_page()
    open_form(page, server)
    expect(field(page, PROSE)).to_have_value("关掉以前写的最后一句。")


def test_a_shared_field_is_told_once_and_can_be_set_apart(window: Window, server: str) -> None:
    page = at_desk(window, server)
    field(page, NAME).fill("甲共同体")
    expect(field(page, "1.name")).to_have_value("甲共同体")
    tie = box(page, "1.name").locator("[data-tie]")
    tie.click()
    expect(tie).to_have_attribute("aria-pressed", "false")
    field(page, "1.name").fill("乙共同体")
    expect(field(page, NAME)).to_have_value("甲共同体")
    tie.click()
    expect(field(page, "1.name")).to_have_value("甲共同体")
    open_form(page, server, "consortium-recommendation")
    expect(field(page, "cover.name")).to_have_value("甲共同体")


@pytest.mark.parametrize("size", ["wide", "phone"])
def test_a_draft_takes_the_place_of_a_text_which_stays_as_a_version(window: Window, server: str, size: str) -> None:
    page = at_desk(window, server, size)
    page.evaluate(
        """facts => { const desk = {kind: "assistant.desk", version: 1, revision: 1, saved: "", facts, desk: {}};
           localStorage.setItem("assistant.desk", JSON.stringify(desk)); }""",
        {"plans": [{"about": "建设目标", "text": SENTENCE}]},
    )
    again(page)
    own = box(page, PROSE)
    own.get_by_role("button", name="起草", exact=True).click()
    expect(field(page, PROSE)).to_have_value(containing(SENTENCE))
    expect(own.locator(".drafted")).to_contain_text("已起草")
    drafted = field(page, PROSE).input_value()
    field(page, PROSE).fill("我自己写的一句。")
    expect(own.locator(".drafted")).to_have_count(0)
    own.get_by_role("button", name="重新起草").click()
    expect(field(page, PROSE)).to_have_value(drafted)
    versions = drawer(page, PROSE, "versions")
    expect(versions.locator("li").first).to_contain_text("重新起草前")
    expect(versions.locator(".differs").first).to_contain_text("我自己写的一句。")
    versions.get_by_role("button", name="换回这一版").first.click()
    expect(field(page, PROSE)).to_have_value("我自己写的一句。")
    page.locator("#undo").click()
    expect(field(page, PROSE)).to_have_value(drafted)
    page.locator("#redo").click()
    expect(field(page, PROSE)).to_have_value("我自己写的一句。")
    own.get_by_role("button", name="锁定").click()
    expect(field(page, PROSE)).to_have_js_property("readOnly", True)
    expect(own.locator("[data-draft]")).to_be_disabled()
    again(page)
    expect(field(page, PROSE)).to_have_js_property("readOnly", True)
    own.get_by_role("button", name="解锁").click()
    expect(field(page, PROSE)).to_have_js_property("readOnly", False)


def test_all_empty_fields_are_drafted_and_no_other(window: Window, server: str) -> None:
    page = at_desk(window, server)
    told(page, PROSE, "我自己写的一句。")
    box(page, "4").get_by_role("button", name="锁定").click()
    page.get_by_role("button", name="草拟全部空着的栏目").click()
    expect(page.locator("#drafting")).to_contain_text("已草拟 2 栏")
    expect(field(page, PROSE)).to_have_value("我自己写的一句。")
    expect(field(page, "4")).to_have_value("")
    expect(field(page, "5")).to_have_value(containing("待补充"))
    page.keyboard.press("Control+z")
    expect(field(page, "5")).to_have_value("")


def test_typing_is_undone_stretch_by_stretch(window: Window, server: str) -> None:
    page = at_desk(window, server)
    field(page, PROSE).press_sequentially("第一段")
    field(page, "4").press_sequentially("另一栏")
    field(page, "4").press("Control+z")
    expect(field(page, "4")).to_have_value("")
    expect(field(page, PROSE)).to_have_value("第一段")
    field(page, "4").press("Control+z")
    expect(field(page, PROSE)).to_have_value("")
    expect(field(page, PROSE)).to_be_focused()
    field(page, PROSE).press("Control+Shift+z")
    expect(field(page, PROSE)).to_have_value("第一段")


@pytest.mark.parametrize("size", ["wide", "phone"])
def test_rows_are_added_and_removed(window: Window, server: str, size: str) -> None:
    page = at_desk(window, server, size)
    rows = box(page, "1.schools")
    field(page, "1.schools.1.name").fill("甲学院")
    rows.get_by_role("button", name="加一行").click()
    expect(field(page, "1.schools.2.name")).to_be_focused()
    field(page, "1.schools.2.name").fill("乙学院")
    wait_kept(page, ["facts", "forms", FORM, "1.schools", "1", "name"], "乙学院")
    rows.get_by_role("button", name="删除 第 1 行").click()
    expect(field(page, "1.schools.1.name")).to_have_value("乙学院")
    expect(field(page, "1.schools.2.name")).to_have_count(0)
    page.locator("#undo").click()
    expect(field(page, "1.schools.2.name")).to_have_value("乙学院")
    again(page)
    expect(field(page, "1.schools.1.name")).to_have_value("甲学院")


def test_what_the_checks_say_moves_nothing_under_a_finger(window: Window, server: str) -> None:
    page = at_desk(window, server, "phone")
    field(page, "1.schools.1.name").fill("甲学院")
    box(page, "1.schools").get_by_role("button", name="加一行").click(delay=900)
    expect(field(page, "1.schools.2.name")).to_be_focused()
    expect(page.locator("#check-state")).to_contain_text("核对")


def test_units_of_the_fact_sheet_stand_in_the_form(window: Window, server: str) -> None:
    page = window(**SIZES["wide"]).new_page()
    page.goto(f"{server}/desk/facts")
    unit = page.locator("#units [data-n='1']")
    unit.get_by_label("单位名称").fill("某装备公司")
    unit.get_by_label("身份").select_option("牵头")
    unit.get_by_label("性质").fill("行业龙头企业")
    page.locator("#units").get_by_role("button", name="加一行").click()
    other = page.locator("#units [data-n='2']")
    other.get_by_label("单位名称").fill("某学院")
    other.get_by_label("性质").fill("高职院校")
    wait_kept(page, ["facts", "units", "1", "kind"], "高职院校")
    open_form(page, server)
    expect(field(page, "1.company")).to_have_attribute("placeholder", "信息表：某装备公司")
    derived = box(page, "1.schools").locator(".derived")
    expect(derived).to_contain_text("某学院")
    derived.get_by_role("button").click()
    expect(field(page, "1.schools.1.name")).to_have_value("某学院")


@pytest.mark.parametrize("size", ["wide", "phone"])
def test_the_clause_opens_beside_the_field_and_closes_again(window: Window, server: str, size: str) -> None:
    page = at_desk(window, server, size)
    box(page, PROSE).locator("a.basis").first.click()
    mark = page.locator("#sheet mark#here")
    mark.wait_for()
    expect(page.locator("#source")).to_be_in_viewport()
    assert "不超过500字" in bare(mark.inner_text())
    assert sideways(page) == 0
    page.keyboard.press("Escape")
    expect(page.locator("body")).not_to_have_class("plain desk live reading")
    expect(box(page, PROSE).locator("a.basis").first).to_be_focused()


def test_what_a_field_wants_is_asked_in_place(window: Window, server: str) -> None:
    page = at_desk(window, server)
    asked = drawer(page, PROSE, "what")
    expect(asked.locator("article.told")).to_be_visible()
    expect(asked.get_by_label("问题")).to_have_value("行业产教融合共同体推荐书的“总体建设思路”要写什么？")
    href = asked.get_by_role("link", name="到问答里接着问").get_attribute("href") or ""
    assert href.startswith("../answer?q=")


def test_what_no_number_is_is_said_and_left_out(window: Window, server: str) -> None:
    page = at_desk(window, server)
    number = field(page, "2.ordered.2024")
    number.fill("约三十")
    expect(box(page, "2.ordered.2024").locator(".unfit")).to_contain_text("须是数字")
    expect(number).to_have_attribute("aria-invalid", "true")
    number.fill("30")
    expect(box(page, "2.ordered.2024").locator(".unfit")).to_be_empty()


@pytest.mark.parametrize("size", ["wide", "phone"])
def test_progress_and_what_is_empty_lead_to_the_field(window: Window, server: str, size: str) -> None:
    page = at_desk(window, server, size)
    expect(page.locator("#progress-said")).to_have_text("已填 0 / 99 栏")
    field(page, NAME).fill("甲共同体")
    expect(page.locator("#progress-said")).to_have_text("已填 2 / 99 栏")
    if size == "phone":
        page.locator("#open-panel").click()
        expect(page.locator("#panel")).to_be_in_viewport()
    page.locator("#missing").get_by_role("link", name="推荐区、县(市)").click()
    expect(field(page, "cover.district")).to_be_focused()
    if size == "phone":
        expect(page.locator("body")).not_to_have_class("plain desk live paneled")


def test_without_script_the_fields_can_be_read(window: Window, server: str) -> None:
    page = window(**SIZES["phone"], java_script_enabled=False).new_page()
    page.goto(f"{server}/desk/{FORM}")
    expect(page.locator(".banner")).to_contain_text("没有启用脚本")
    expect(box(page, PROSE)).to_contain_text("不超过500字")
    expect(box(page, PROSE).locator(".acts")).to_be_hidden()
    box(page, PROSE).locator("a.basis").first.click()
    expect(page.locator("mark#here")).to_be_in_viewport()


def test_rows_of_the_fact_sheet_are_kept_when_one_of_them_is_written_in(window: Window, server: str) -> None:
    page = window(**SIZES["wide"]).new_page()
    open_form(page, server, "industry-college-application")
    units = [{"name": "甲公司", "role": "联合申报"}, {"name": "乙公司", "role": "联合申报"}]
    page.evaluate(
        """facts => localStorage.setItem("assistant.desk", JSON.stringify(
           {kind: "assistant.desk", version: 1, revision: 1, saved: "", facts, desk: {}}))""",
        {"units": units},
    )
    again(page)
    expect(box(page, "joint.units").locator(".derived")).to_contain_text("2 行：甲公司、乙公司")
    field(page, "joint.units.1.profile").fill("甲公司是本行业的龙头企业。")
    expect(field(page, "joint.units.2.name")).to_have_value("乙公司")
    expect(field(page, "joint.units.1.name")).to_have_value("甲公司")
    page.locator("#undo").click()
    expect(field(page, "joint.units.2.name")).to_have_count(0)


def test_the_limit_of_the_whole_text_is_counted_and_stops_the_file(window: Window, server: str) -> None:
    page = window(**SIZES["wide"]).new_page()
    open_form(page, server, "community-annual-summary")
    whole = page.locator("#whole-count")
    expect(whole).to_contain_text("全文已用 0 / 5000 字")
    first = page.locator(".prose textarea").first
    first.fill("字" * 4600)
    expect(whole).to_have_attribute("data-near", "near")
    first.fill("字" * 5001)
    expect(whole).to_have_attribute("data-near", "over")
    page.locator("[data-export=docx]").click()
    expect(page.locator("#exporting")).to_contain_text("须删减后才能导出")


@pytest.mark.parametrize("size", ["wide", "phone"])
def test_nothing_moves_while_somebody_types(window: Window, server: str, size: str) -> None:
    page = at_desk(window, server, size)
    told(page, "4", "【待补充：先写的】")
    page.locator("#check .outcome, #check-state:has-text('核对')").first.wait_for(state="attached")
    field(page, "5").scroll_into_view_if_needed()
    field(page, "5").click()
    tops = set()
    for text in ("坚持产教融合。", "【待补充：目标】", "某某有限公司2026年增长120%。", "字" * 60):
        field(page, "5").press_sequentially(text, delay=5)
        page.wait_for_timeout(600)
        tops.add(page.evaluate("() => Math.round(document.activeElement.getBoundingClientRect().top)"))
    assert len(tops) == 1


def test_what_is_typed_before_the_scripts_are_there_is_kept(window: Window, server: str) -> None:
    page = window(**SIZES["phone"]).new_page()
    page.route("**/ui/desk/form.js*", lambda route: (page.wait_for_timeout(1500), route.continue_()))
    page.goto(f"{server}/desk/{FORM}", wait_until="commit")
    field(page, PROSE).fill("网慢时先写的。")
    page.locator("body.live").wait_for()
    wait_kept(page, ["facts", "forms", FORM, PROSE], "网慢时先写的。")
    expect(field(page, PROSE)).to_have_value("网慢时先写的。")
