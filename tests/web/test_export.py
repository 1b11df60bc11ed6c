"""Forms as files over HTTP: made in memory, the errors of every other route, nothing kept."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.oxml.ns import qn
from jsonschema import Draft202012Validator
from starlette.testclient import TestClient

from assistant.paper.reading import read_form
from assistant.service import Assistant
from assistant.settings import Web
from assistant.web.application import create_app

FACTS = {"forms": {"lighthouse": {"1.name": "东港灯塔守护站", "2": "每周巡检一次。"}}}
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@pytest.fixture
def client(held: Assistant) -> Iterator[TestClient]:
    with TestClient(create_app(held, chat=False, web=Web(rate="0")), raise_server_exceptions=False) as client:
        yield client


def test_a_form_is_sent_as_word(client: TestClient, held: Assistant) -> None:
    response = client.post("/api/forms/灯塔表/export", json={"facts": FACTS})
    assert (response.status_code, response.headers["content-type"]) == (200, WORD)
    assert response.headers["content-disposition"].startswith('attachment; filename="lighthouse.docx"')
    assert int(response.headers["x-open-points"]) > 0
    back = read_form(held.held_form("lighthouse"), response.content)
    assert back.value("1.name") == "东港灯塔守护站"


def test_markdown_and_an_empty_form(client: TestClient) -> None:
    response = client.post("/api/forms/lighthouse/export", params={"format": "md"}, json={})
    assert response.headers["content-type"].startswith("text/markdown")
    assert response.headers["x-open-points"] == "0"
    assert "待补充" not in response.text
    assert "# 灯塔守护基地申报表" in response.text


def test_a_page_that_looks_like_the_paper(client: TestClient) -> None:
    body = {"facts": {"forms": {"lighthouse": {"1.name": "<b>东港</b>", "2": "每周巡检一次。"}}}}
    response = client.post("/api/forms/lighthouse/export", params={"format": "html"}, json=body)
    assert response.headers["content-type"].startswith("text/html")
    assert response.headers["content-disposition"].startswith("attachment")
    assert response.headers["cache-control"] == "no-store"
    assert '<span data-field="1.name">&lt;b&gt;东港&lt;/b&gt;</span>' in response.text
    style = client.get("/ui/paper.css")
    assert (style.status_code, style.headers["content-type"]) == (200, "text/css; charset=utf-8")
    assert style.text in response.text


def test_open_points_are_a_page_behind(client: TestClient) -> None:
    body = {"facts": FACTS, "open_points": True}
    response = client.post("/api/forms/lighthouse/export", json=body)
    text = "".join(node.text or "" for node in docx.Document(BytesIO(response.content)).element.body.iter(qn("w:t")))
    assert "待办清单" in text


def test_nothing_is_left_on_the_disk(client: TestClient, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    assert client.post("/api/forms/lighthouse/export", json={"facts": FACTS}).status_code == 200
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("path", "sent", "status"),
    [
        ("nothing", {"json": {}}, 404),
        ("lighthouse-list", {"json": {}}, 400),
        ("lighthouse", {"content": b"{"}, 400),
        ("lighthouse", {"json": []}, 400),
        ("lighthouse", {"json": {"facts": [1]}}, 400),
        ("lighthouse", {"json": {"open_points": "yes"}}, 400),
        ("lighthouse", {"json": {"facts": {"forms": {"lighthouse": {"9.x": "1"}}}}}, 400),
        ("lighthouse", {"content": b'{"facts": {"forms": {"lighthouse": {"2": "\\ud800"}}}}'}, 400),
        ("lighthouse", {"content": b'{"facts": {"forms": {"lighthouse": {"2": "a\\u0000b"}}}}'}, 400),
        ("lighthouse", {"json": {}, "params": {"format": "doc"}}, 422),
    ],
)
def test_errors_are_one_sentence(client: TestClient, path: str, sent: Any, status: int) -> None:
    response = client.post(f"/api/forms/{path}/export", **sent)
    assert response.status_code == status, response.text
    assert set(response.json()) == {"error"}
    assert response.json()["error"]["message"].count("。") <= 1


def test_what_may_be_sent_is_described(client: TestClient) -> None:
    document = client.get("/openapi.json").json()
    operation = document["paths"]["/api/forms/{form}/export"]["post"]
    body = operation["requestBody"]["content"]["application/json"]
    checker = Draft202012Validator({**body["schema"], "components": document["components"]})
    for example in body["examples"].values():
        checker.validate(example["value"])
    assert set(operation["responses"]["200"]["content"]) == {WORD, "text/markdown", "text/html", "application/pdf"}
    assert "X-Open-Points" in operation["responses"]["200"]["headers"]
