"""/precheck: the report first, then every rule with place and clause; errors on the page; nothing kept or written."""

from __future__ import annotations

import base64
import re
import tempfile
from collections.abc import Iterator
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any

import docx
import pytest
from starlette.testclient import TestClient

from assistant.errors import Busy
from assistant.service import Assistant
from assistant.settings import Web
from assistant.web import bodies
from assistant.web.application import create_app
from assistant.web.bodies import FILE_LIMIT
from assistant.web.parted import Parted, _parted
from tests.web.tooling import links, words_of

EVIL = '"><img src=x onerror=alert(1)><script>alert(1)</script>'
FACTS = {"forms": {"lighthouse": {"1.name": "东港灯塔", "2": f"每周巡检一次{EVIL}。"}}}
AS_PAGE = {"Accept": "text/html"}
DAY = date(2026, 11, 20)


@pytest.fixture
def client(held: Assistant) -> Iterator[TestClient]:
    app = create_app(held, chat=False, web=Web(rate="0"), today=lambda: DAY)
    with TestClient(app, raise_server_exceptions=False, headers=AS_PAGE) as client:
        yield client


@pytest.fixture(scope="module")
def word(held: Assistant) -> bytes:
    """The form, filled in in part, as Word."""
    with TestClient(create_app(held, chat=False, web=Web(rate="0"), today=lambda: DAY)) as client:
        return client.post("/api/forms/lighthouse/export", json={"facts": FACTS}).content


def sent(data: bytes, name: str = "a.docx", **texts: str) -> dict[str, Any]:
    """A body as the page sends it."""
    return {"files": {"file": (name, data)}, "data": texts}


def problem(page: str) -> str:
    found = re.search(r'<p class="banner" role="alert" id="problem">([^<]*)</p>', page)
    return found[1] if found else ""


def test_before_anything_is_sent_there_is_only_the_form(client: TestClient) -> None:
    page = client.get("/precheck")
    assert page.status_code == 200
    assert 'enctype="multipart/form-data"' in page.text
    assert "灯塔守护基地申报表" in page.text
    assert "result" not in re.findall(r'id="(\w+)"', page.text)
    assert client.get("/en/precheck").text.count("Check before submission") > 1


def test_the_report_says_first_what_it_comes_to(client: TestClient, word: bytes) -> None:
    response = client.post("/precheck", **sent(word))
    assert response.status_code == 200
    assert response.headers["cache-control"] == "no-store"
    page = response.text
    lead = re.search(r'<h2 id="lead" class="lead (\w+)">([^<]+)</h2>', page)
    assert lead is not None
    told = client.post("/api/check", files={"file": ("a.docx", word)}).json()
    fails, unknown = told["summary"]["fail"], told["summary"]["unknown"]
    assert fails > 0
    assert lead[1] == "no"
    assert lead[2] == f"有{fails}处不合要求" + (f"，{unknown}处无法判断" if unknown else "")
    said = words_of(page)
    for point in told["points"]:
        assert " ".join(point["text"].split()) in said, point
    chips = re.findall(r'<span class="chip (\w+)"', page)
    assert chips == sorted(chips, key=("no", "conditional", "yes").index)


def test_what_stands_in_a_file_is_only_words(client: TestClient, word: bytes) -> None:
    page = client.post("/precheck", **sent(word)).text
    assert "<script>alert" not in page
    assert "<img" not in page
    assert "每周巡检一次&#34;&gt;&lt;img" in page


def test_a_clause_leads_to_its_words_in_the_source(client: TestClient, word: bytes) -> None:
    page = client.post("/precheck", **sent(word)).text
    source = next(link for link in links(page) if "clause=" in link)
    assert '<mark id="here"' in client.get("/" + source.removeprefix("./")).text


def test_the_report_can_be_kept(client: TestClient, word: bytes) -> None:
    page = client.post("/precheck", **sent(word)).text
    found = dict(re.findall(r'href="data:[^;]+;base64,([^"]+)" download="([^"]+)"', page))
    files = {name: base64.b64decode(data) for data, name in found.items()}
    assert set(files) == {"预审报告-灯塔守护基地申报表.docx", "预审报告-灯塔守护基地申报表.md"}
    text = "".join(
        cell.text
        for table in docx.Document(BytesIO(files["预审报告-灯塔守护基地申报表.docx"])).tables
        for row in table.rows
        for cell in row.cells
    )
    assert "没有填写" in text
    assert "没有填写" in files["预审报告-灯塔守护基地申报表.md"].decode()


def test_pasted_text_is_read_too(client: TestClient, word: bytes) -> None:
    document = docx.Document(BytesIO(word))
    lines = [paragraph.text for paragraph in document.paragraphs]
    lines += ["\t".join(cell.text for cell in row.cells) for table in document.tables for row in table.rows]
    response = client.post("/precheck", **sent(b"", "", text="\r\n".join(lines), form="lighthouse"))
    assert response.status_code == 200, problem(response.text)
    assert '<h2 id="lead"' in response.text
    assert "<textarea" in response.text
    assert "每周巡检一次" not in re.findall(r"<textarea[^>]*>([^<]*)", response.text)[0]


@pytest.mark.parametrize(
    ("data", "name", "texts", "status", "sentence"),
    [
        (b"", "", {}, 400, "请选择一个 .docx 文件，或粘贴文字。"),
        (b"", "", {"text": " \n "}, 400, "请选择一个 .docx 文件，或粘贴文字。"),
        (b"x", "a.docx", {"text": "甲"}, 400, "文件和粘贴的文字只能选一种，请去掉一种。"),
        (b"%PDF-1.7", "a.docx", {}, 400, ""),
        (b"", "a.docx", {}, 400, ""),
        (b"PK\x03\x04", "a.docx", {}, 400, ""),
        (b"", "", {"text": "今天天气很好。"}, 400, ""),
        (b"", "", {"text": "今天天气很好。", "form": "nowhere"}, 404, ""),
        (b"", "", {"text": "甲" * 200_001}, 400, ""),
    ],
)  # fmt: skip
def test_an_error_is_one_sentence_on_the_page(
    client: TestClient, data: bytes, name: str, texts: dict[str, str], status: int, sentence: str
) -> None:
    response = client.post("/precheck", **sent(data, name, **texts))
    assert response.status_code == status
    said = problem(response.text)
    assert said
    assert said.count("。") == 1
    assert not sentence or said == sentence
    assert response.headers["cache-control"] == "no-store"
    assert "<form" in response.text


def test_pasted_text_that_could_not_be_read_is_there_again(client: TestClient) -> None:
    response = client.post("/precheck", **sent(b"", "", text=EVIL, form="lighthouse"))
    assert response.status_code == 400
    assert "&lt;script&gt;alert(1)&lt;/script&gt;</textarea>" in response.text
    assert '<option value="lighthouse" lang="zh-CN" selected>' in response.text


def test_what_is_no_form_with_parts_is_one_sentence(client: TestClient) -> None:
    for body, sort in ((b"x", "multipart/form-data"), (b"x", "text/plain"), (b"{}", "multipart/form-data; boundary=y")):
        response = client.post("/precheck", content=body, headers={"Content-Type": sort})
        assert response.status_code == 400
        assert problem(response.text)


def test_a_large_upload_is_refused_on_the_page_and_not_held(client: TestClient) -> None:
    taken = 0

    def stream() -> Iterator[bytes]:
        nonlocal taken
        for _ in range(40):
            taken += 1
            yield b"x" * 2**20

    for path in ("/precheck", "/en/precheck"):
        kind = {"Content-Type": "multipart/form-data; boundary=y"}
        response = client.post(path, content=stream(), headers=kind)
        assert response.status_code == 413
        assert problem(response.text)
        assert "<form" in response.text
        declared = client.post(path, content=b"x", headers={**kind, "Content-Length": str(FILE_LIMIT + 1)})
        assert declared.status_code == 413


def test_files_under_way_hold_so_much_together(held: Assistant, word: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bodies, "FILES_ROOM", 2**20)
    large = b"PK\x03\x04" + bytes(3 * 2**20)
    with TestClient(create_app(held, chat=False, web=Web(rate="0")), headers=AS_PAGE) as client:
        for _ in range(3):
            refused = client.post("/precheck", **sent(large))
            assert (refused.status_code, problem(refused.text)) == (503, "正在传的文件太多，请稍后再试。")
            assert refused.headers["retry-after"]
        told = client.post("/api/check", files={"file": ("a.docx", large)}, headers={"Accept": "*/*"})
        assert (told.status_code, told.json()["error"]["code"]) == (503, "busy")
        for _ in range(3):
            assert client.post("/precheck", **sent(b"PK\x03\x04" + bytes(2**20))).status_code == 400
            assert client.post("/precheck", **sent(word)).status_code == 200


def test_too_many_at_once_are_told_on_the_page(
    client: TestClient, word: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    def busy(*_: object) -> None:
        raise Busy("正在预审的文件太多，请稍后再试。", "Too many files are being checked just now.")

    monkeypatch.setattr(Assistant, "precheck_file", busy)
    response = client.post("/precheck", **sent(word))
    assert (response.status_code, problem(response.text)) == (503, "正在预审的文件太多，请稍后再试。")


def test_the_pace_is_kept_and_told_on_the_page(held: Assistant) -> None:
    with TestClient(create_app(held, chat=False, web=Web(rate="2/minute")), headers=AS_PAGE) as client:
        answers = [client.post("/precheck", **sent(b"", "")) for _ in range(3)]
    assert [answer.status_code for answer in answers] == [400, 400, 429]
    assert "请求太频繁" in problem(answers[-1].text)
    assert answers[-1].headers["retry-after"]


def test_a_program_is_told_in_json(client: TestClient) -> None:
    answer = client.post("/precheck", content=b"x" * (FILE_LIMIT + 1), headers={"Accept": "*/*"})
    assert answer.status_code == 413
    assert answer.json()["error"]["code"] == "too_large"


def test_nothing_is_written_to_disk(
    client: TestClient, word: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*_: object, **__: object) -> None:
        raise AssertionError("a file was opened")

    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    for name in ("mkstemp", "mkdtemp", "NamedTemporaryFile", "TemporaryFile", "_mkstemp_inner"):
        monkeypatch.setattr(tempfile, name, refused)
    assert client.post("/precheck", **sent(word)).status_code == 200
    assert client.post("/precheck", **sent(b"PK\x03\x04" + bytes(9 * 2**20))).status_code == 400
    assert list(tmp_path.iterdir()) == []


def test_parts_are_taken_apart_in_memory() -> None:
    body = (
        b'--y\r\nContent-Disposition: form-data; name="form"\r\n\r\n2.5\r\n'
        b'--y\r\nContent-Disposition: form-data; name="file"; filename="a.docx"\r\n\r\n'
        + b"\r\n-" * 9
        + b"\r\n--y--\r\n"
    )
    from starlette.datastructures import Headers

    held = _parted(Headers({"content-type": "multipart/form-data; boundary=y"}), body)
    assert held == Parted({"form": "2.5"}, b"\r\n-" * 9)


def test_the_log_says_nothing_of_what_was_sent(client: TestClient, word: bytes, capsys: Any) -> None:
    client.post("/precheck", **sent(word, "机密文件名.docx", form="lighthouse"))
    told = capsys.readouterr()
    assert "机密" not in told.err + told.out
    assert "东港" not in told.err + told.out
