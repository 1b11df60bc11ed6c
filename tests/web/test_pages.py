"""The plain pages: documents, one document, an answer by its link; relative addresses; nobody's words are markup."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from assistant.guideline.document import Guideline
from assistant.service import Assistant, Opened
from assistant.web.application import create_app

EVIL = '"><img src=x onerror=alert(1)><script>alert(1)</script>'


def client_of(assistant: Assistant, sources: Path | None = None) -> TestClient:
    return TestClient(create_app(assistant, chat=False, sources=sources), raise_server_exceptions=False)


@pytest.fixture
def client(assistant: Assistant, tmp_path: Path) -> Iterator[TestClient]:
    (tmp_path / "sources").mkdir()
    (tmp_path / "sources" / "lighthouse.txt").write_text("灯塔计划", encoding="utf-8")
    (tmp_path / "secret.txt").write_text("secret", encoding="utf-8")
    with client_of(assistant, tmp_path) as client:
        yield client


@pytest.mark.parametrize("path", ["/library", "/en/library"])
def test_the_library_lists_documents_with_their_status(client: TestClient, path: str) -> None:
    page = client.get(path)
    assert page.status_code == 200
    assert "灯塔计划申报通知" in page.text
    assert ("有效" if path == "/library" else "In force") in page.text
    assert f'<html lang="{"zh-CN" if path == "/library" else "en"}">' in page.text


def test_the_library_finds_words_and_says_so(client: TestClient) -> None:
    page = client.get("/library", params={"q": "不超过"}).text
    assert "“不超过”：1 处" in page
    assert "<mark>不超过</mark>" in page
    assert "没有找到“zzz”" in client.get("/library", params={"q": "zzz"}).text


def test_a_document_opens_at_the_words_and_the_raw_text_is_one_link_away(client: TestClient) -> None:
    address = {"clause": "1.1", "from": 9, "to": 22}
    page = client.get("/library/lighthouse", params=address).text
    marked = re.search(r'<mark id="here"[^>]*>([^<]+)</mark>', page)
    assert marked is not None
    assert marked[1] == "，联合申报单位不超过 3 家"[0:13]
    raw_link = re.search(r'href="\.\./(library/lighthouse\?[^"]*raw=1[^"]*)"', page)
    assert raw_link is not None
    raw = client.get("/" + html.unescape(raw_link[1])).text
    again = re.search(r'<pre.*<mark id="here"[^>]*>([^<]+)</mark>', raw, re.S)
    assert again is not None
    assert again[1] == marked[1]


@pytest.mark.parametrize(
    "address",
    [
        {"clause": "nope", "from": 0, "to": 5},
        {"clause": "1.1", "from": 5, "to": 2},
        {"clause": "1.1", "from": -1, "to": 9999999999},
        {"clause": "\x00", "from": 0, "to": 1},
    ],
)
def test_a_link_to_words_that_are_not_there_opens_the_document_unmarked(client: TestClient, address: Any) -> None:
    page = client.get("/library/lighthouse", params=address)
    assert page.status_code == 200
    assert "<mark" not in page.text


def test_a_part_has_no_page_around_it(client: TestClient) -> None:
    part = client.get("/library/lighthouse", params={"part": 1, "clause": "1.1", "from": 0, "to": 3}).text
    assert part.lstrip().startswith('<div class="sheet"')
    assert "<html" not in part
    assert 'href="./library/lighthouse?clause=1.1&amp;from=0&amp;to=3&amp;raw=1#here"' in part


def test_the_original_file_is_shown_and_no_other(client: TestClient) -> None:
    assert client.get("/library/lighthouse/file").text == "灯塔计划"
    assert client.get("/library/lighthouse/file").headers["content-type"] == "text/plain; charset=utf-8"
    for name in ("..", "../secret.txt", "%2e%2e", "..%2fsecret.txt", "lighthouse%2f..%2f..%2fsecret.txt", "secret"):
        assert client.get(f"/library/{name}/file").status_code == 404, name


def test_a_pdf_opens_at_the_page_of_the_clause(guideline: Guideline, engine: Any, tmp_path: Path) -> None:
    clauses = tuple(replace(clause, page=4) for clause in guideline.clauses)
    printed = replace(guideline, entry=replace(guideline.entry, file="lighthouse.pdf"), clauses=clauses)
    (tmp_path / "lighthouse.pdf").write_bytes(b"%PDF-1.4")
    opened = Opened("d1", (printed,), (), engine, lambda *a: (), lambda *a: ())
    with client_of(Assistant(opened, lambda held: held), tmp_path) as client:
        page = client.get("/library/lighthouse", params={"clause": "1.1", "from": 0, "to": 4}).text
        assert 'href="../library/lighthouse/file#page=4"' in page
        assert "原 PDF 第 4 页" in page
        shown = client.get("/library/lighthouse/file")
        assert shown.headers["content-type"] == "application/pdf"
        assert shown.headers["content-disposition"].startswith("inline")
        assert "object-src 'self'" in shown.headers["content-security-policy"]


def test_a_text_in_gb18030_opens_in_its_encoding(client: TestClient, tmp_path: Path) -> None:
    (tmp_path / "sources" / "lighthouse.txt").write_bytes("灯塔计划".encode("gb18030"))
    assert client.get("/library/lighthouse/file").text == "灯塔计划"


def test_a_catalogue_that_names_a_file_elsewhere_shows_nothing(
    assistant: Assistant, guideline: Guideline, engine: Any, tmp_path: Path
) -> None:
    (tmp_path / "corpus").mkdir()
    (tmp_path / "secret.txt").write_text("secret", encoding="utf-8")
    outside = replace(guideline, entry=replace(guideline.entry, file="../secret.txt"))
    opened = Opened("d1", (outside,), (), engine, lambda *a: (), lambda *a: ())
    with client_of(Assistant(opened, lambda held: held), tmp_path / "corpus") as client:
        assert client.get("/library/lighthouse/file").status_code == 404


def test_an_answer_by_its_link(client: TestClient, engine: Any) -> None:
    link = {"q": "那最多几家？", "h": ["前一问", "再前"], "p": "lighthouse-plan", "g": "d1"}
    page = client.get("/answer", params=link)
    assert page.status_code == 200
    asked = engine.asked[0][0]
    assert (asked.text, [turn.content for turn in asked.history], asked.programme) == (
        "那最多几家？",
        ["前一问", "再前"],
        "lighthouse-plan",
    )
    assert "联合申报单位不超过 3 家" in page.text
    assert "文件或程序有过更新" not in page.text
    assert "文件或程序有过更新" in client.get("/answer", params={**link, "g": "older"}).text


def test_a_link_without_a_question_is_a_form_and_a_bad_one_says_so(client: TestClient, engine: Any) -> None:
    assert '<form class="find again"' in client.get("/answer").text
    long = client.get("/answer", params={"q": "长" * 2001})
    assert long.status_code == 413
    assert "问题太长" in long.text
    assert client.get("/answer", params={"q": "几家", "p": "nope"}).status_code == 200
    assert next(asked for asked, _ in engine.asked if asked.text == "几家").programme == ""


def test_unknown_documents_are_said_in_a_page(client: TestClient) -> None:
    page = client.get("/library/nope%3Cimg%3E")
    assert page.status_code == 404
    assert "文件库里没有这份文件。" in page.text
    assert "lighthouse" not in page.text
    assert "There is no such document here." in client.get("/en/library/nope").text


@pytest.mark.parametrize("path", ["/library?q={}", "/library/lighthouse?q={}", "/answer?q={}", "/answer?q=a&h={}&g={}"])
def test_nobodys_words_become_markup(client: TestClient, path: str) -> None:
    page = client.get(path.replace("{}", EVIL)).text
    assert "<img" not in page
    assert "<script>alert" not in page


def test_a_documents_words_are_no_markup(guideline: Guideline, engine: Any) -> None:
    clauses = tuple(replace(c, text=EVIL + c.text, context=EVIL) for c in guideline.clauses)
    evil = replace(guideline, entry=replace(guideline.entry, title=EVIL, number=EVIL), clauses=clauses)
    opened = Opened("d1", (evil,), ((EVIL, EVIL),), engine, lambda *a: (), lambda *a: ())
    with client_of(Assistant(opened, lambda held: held)) as client:
        for path in ("/library", "/library/lighthouse", "/library/lighthouse?part=1", "/library?q=img"):
            page = client.get(path).text
            assert "<img" not in page, path
            assert "<script>alert" not in page, path


def test_pages_name_each_other_by_relative_addresses(client: TestClient) -> None:
    for path in ("/library", "/library/lighthouse", "/answer?q=a", "/en/library", "/en/library/lighthouse"):
        page = client.get(path).text
        mine = re.sub(r"<script.*?</script>", "", page, flags=re.S)
        found = re.findall(r'(?:href|src|action)="([^"]*)"', mine)
        assert found
        assert [address for address in found if address.startswith(("/", "http:", "https:", "//"))] == [], path


def test_style_and_scripts_may_be_kept(client: TestClient) -> None:
    asked = re.search(r'"\./(ui/page\.css\?\w+)"', client.get("/library").text)
    assert asked is not None
    assert client.get("/" + asked[1]).headers["cache-control"] == "public, max-age=31536000, immutable"
    assert client.get("/ui/ui.js").headers["cache-control"] == "no-cache"
    for name in ("../page.py", "..%2fpage.py", "%2e%2e/page.py", "nope.js"):
        assert client.get(f"/ui/{name}").status_code == 404


def test_an_error_under_en_is_english_whatever_the_browser_prefers(client: TestClient) -> None:
    page = client.get("/en/nothing", headers={"accept": "text/html", "accept-language": "zh-CN"}).text
    assert "There is nothing at this address." in page
    assert "没有这个地址" not in page
