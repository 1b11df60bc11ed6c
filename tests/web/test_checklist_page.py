"""/checklist: one programme's steps, papers, dates and contacts, each with its clause; files and ways onward."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from urllib.parse import quote

import pytest
from starlette.testclient import TestClient

from assistant.guideline.document import Guideline
from tests.web.tooling import browsing, carded, harbour, links, notice, words_of

EVIL = '"><img src=x onerror=alert(1)><script>alert(1)</script>'


def pier(*more: str, deadline: date | None = date(2027, 3, 31)) -> Guideline:
    """A notice that says what to do."""
    return notice(
        "栈桥",
        "本项目由本科院校牵头申报。",
        "申报单位填写申报书（加盖公章），一式4份。",
        "请于2027年3月31日前将申报书报送至海州市教育局。",
        "联系人：李平，电话：0571-87654321。",
        *more,
        deadline=deadline,
    )


@pytest.fixture
def client() -> Iterator[TestClient]:
    with browsing(carded(pier(), harbour())) as client:
        yield client


def of(client: TestClient, programme: str = "栈桥", root: str = "/") -> str:
    page = client.get(f"{root}checklist", params={"programme": programme})
    assert page.status_code == 200
    return page.text


def test_first_a_programme_is_chosen(client: TestClient) -> None:
    page = client.get("/checklist").text
    assert {"栈桥计划", "港湾计划"} <= set(words_of(page))
    assert f"./checklist?programme={quote('栈桥')}" in links(page)
    assert '<a href="./checklist" aria-current="page">办事清单</a>' in page


def test_steps_papers_dates_and_contacts_stand_with_their_clauses(client: TestClient) -> None:
    page = of(client)
    said = words_of(page)
    for heading in ("步骤（文件未写明流程，按通常顺序排列）", "材料", "时间", "联系方式"):
        assert heading in said, heading
    for words in ("核对申报条件", "填写表格", "报送", "报送截止 2027-03-31", "申报书", "一式4份", "0571-87654321"):
        assert words in said, words
    assert "tel:0571-87654321" in links(page)
    assert "请于2027年3月31日前将申报书报送至海州市教育局" in said
    source = next(link for link in links(page) if "clause=" in link)
    assert '<mark id="here"' in client.get("/" + source.removeprefix("./")).text


def test_a_deadline_that_has_passed_is_said_first() -> None:
    late = notice("旧港", "请于2026年3月31日前将申报书报送至海州市教育局。")
    with browsing(carded(late)) as client:
        page = of(client, "旧港")
        assert '<p class="banner">报送截止 2026-03-31，已过</p>' in page
        assert "报送截止 2026-03-31 已过，未写入日历。" in words_of(page)
        assert not [link for link in links(page) if "format=ics" in link]


def test_files_are_links_that_say_what_they_are(client: TestClient) -> None:
    found = links(of(client, root="/en/"))
    for ending, start in (("docx", b"PK"), ("xlsx", b"PK"), ("ics", b"BEGIN:VCALENDAR")):
        link = next(link for link in found if f"format={ending}" in link)
        assert link.startswith("../api/checklist?")
        assert "lang=en" in link
        assert client.get("/" + link.removeprefix("../")).content.startswith(start)


def test_what_nobody_says_is_said_and_what_nobody_reviewed_is_marked(client: TestClient) -> None:
    assert "没有找到联系方式。" in words_of(of(client, "港湾"))
    with browsing(carded(harbour(), checked=False)) as other:
        said = words_of(of(other, "港湾"))
        assert "未复核" in said
        assert "未找到相关条款，未复核" in said


def test_the_other_tools_are_one_link_away(client: TestClient) -> None:
    found = links(of(client))
    name = quote("栈桥")
    assert f"./eligibility?programme={name}" in found
    assert f"./compare?programme={name}" in found


def test_an_unknown_programme_is_said_beside_the_others(client: TestClient) -> None:
    page = client.get("/checklist", params={"programme": EVIL})
    assert page.status_code == 404
    assert "没有这个项目，请从下面重新选择。" in words_of(page.text)
    assert "港湾计划" in page.text
    assert "<img" not in page.text


def test_a_documents_words_are_no_markup_and_addresses_are_relative() -> None:
    with browsing(carded(pier(f"申报单位须提交{EVIL}证明材料。"))) as client:
        for root in ("/", "/en/"):
            page = of(client, root=root)
            assert "<img" not in page
            assert [link for link in links(page) if link.startswith(("/", "http"))] == []
