"""A check over HTTP: the fields of the command line, one error shape, an allowance of its own, and nothing is kept."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from starlette.testclient import TestClient

from assistant.drafting.facts_read import sheet_of
from assistant.paper.writing import exported_form
from assistant.precheck_told import precheck_fields
from assistant.service import Assistant
from assistant.settings import Web
from assistant.web.application import create_app

DAY = date(2031, 2, 1)
FACTS: dict[str, Any] = {
    "forms": {"lighthouse": {"cover.name": "甲塔", "2": "巡检、维修、值守。" * 60, "1.phone": "待定"}}
}
ASK = {"form": "lighthouse", "facts": FACTS}


@pytest.fixture
def client(held: Assistant) -> Iterator[TestClient]:
    app = create_app(held, chat=False, web=Web(rate="0"), today=lambda: DAY)
    with TestClient(app, raise_server_exceptions=False) as client:
        yield client


def test_the_fields_are_those_of_the_command_line(client: TestClient, held: Assistant) -> None:
    for language in ("zh", "en"):
        response = client.post("/api/check", params={"lang": language}, json=ASK)
        assert response.status_code == 200
        assert response.json() == precheck_fields(held.precheck("lighthouse", sheet_of(FACTS), DAY), language)
    found = {(point["rule"], point["outcome"]) for point in response.json()["points"]}
    assert found >= {("limit", "fail"), ("placeholder", "fail"), ("empty", "fail"), ("deadline", "pass")}


def test_what_is_sent_is_what_is_described(client: TestClient) -> None:
    document = client.get("/openapi.json").json()
    operation = document["paths"]["/api/check"]["post"]
    schema = operation["responses"]["200"]["content"]["application/json"]["schema"]
    Draft202012Validator({**schema, "components": document["components"]}).validate(
        client.post("/api/check", json=ASK).json()
    )
    assert set(operation["requestBody"]["content"]) == {"application/json", "multipart/form-data"}


def test_a_report_as_a_file(client: TestClient) -> None:
    text = client.post("/api/check", params={"format": "md"}, json=ASK)
    assert text.headers["content-type"].startswith("text/markdown")
    assert text.text.startswith("# 预审报告：灯塔守护基地申报表")
    word = client.post("/api/check", params={"format": "docx"}, json=ASK)
    assert word.content[:2] == b"PK"
    assert 'filename="check.docx"' in word.headers["content-disposition"]


def test_a_word_file_is_read(client: TestClient, held: Assistant) -> None:
    form = held.held_form("lighthouse")
    data = exported_form(form, sheet_of({"forms": {"lighthouse": {"cover.name": "甲塔"}}}).filled("lighthouse"), DAY)
    for more in ({}, {"form": "灯塔表"}):
        response = client.post("/api/check", files={"file": ("表.docx", data)}, data=more)
        assert response.status_code == 200
        assert response.json()["source"] == "word"
        assert response.json()["form"] == "lighthouse"


@pytest.mark.parametrize(
    ("sent", "status", "code"),
    [
        ({"content": b""}, 400, "bad_input"),
        ({"json": []}, 400, "bad_input"),
        ({"json": {"form": "lighthouse"}}, 400, "bad_input"),
        ({"json": {"form": "lighthouse", "facts": {}, "text": "x"}}, 400, "bad_input"),
        ({"json": {"facts": {}}}, 400, "bad_input"),
        ({"json": {"form": "lighthouse", "facts": {"x": 1}}}, 400, "bad_input"),
        ({"json": {"form": "lighthouse", "facts": {}, "more": 1}}, 400, "bad_input"),
        ({"json": {"form": "nope", "facts": {}}}, 404, "unknown_id"),
        ({"json": {"form": "lighthouse-list", "facts": {}}}, 400, "bad_input"),
        ({"json": ASK, "params": {"format": "pdf"}}, 422, "bad_parameter"),
        ({"files": {"file": ("a.docx", b"x")}}, 400, "bad_file"),
        ({"files": {"other": ("a.docx", b"x")}}, 400, "bad_input"),
        ({"files": [("file", ("a", b"x")), ("file", ("b", b"y"))]}, 400, "bad_input"),
        ({"content": b"x", "headers": {"content-type": "multipart/form-data"}}, 400, "bad_input"),
        ({"content": b"x", "headers": {"content-type": "multipart/form-data; boundary=a"}}, 400, "bad_input"),
        ({"content": b" " * 1_100_000}, 413, "too_large"),
        ({"files": {"file": ("a.docx", b"x" * 10_500_000)}}, 413, "too_large"),
    ],
)
def test_errors_have_one_shape(client: TestClient, sent: dict[str, Any], status: int, code: str) -> None:
    response = client.post("/api/check", **sent)
    assert response.status_code == status
    assert response.json()["error"]["code"] == code


def test_who_types_has_an_allowance_of_their_own(held: Assistant) -> None:
    app = create_app(held, chat=False, web=Web(rate="2/minute"), today=lambda: DAY)
    client = TestClient(app, raise_server_exceptions=False)
    assert [client.post("/api/count", json={"text": "字"}).status_code for _ in range(5)] == [200] * 5
    assert client.post("/api/check", json=ASK).status_code == 200
    sent = [client.post("/api/check", files={"file": ("a.docx", b"x")}).status_code for _ in range(3)]
    assert sent == [400, 400, 429]
    flood = [client.post("/api/count", json={"text": "字"}).status_code for _ in range(40)]
    assert 429 in flood  # on a slow machine an allowance comes back between two of them


def test_nothing_of_a_check_is_kept_or_logged(
    client: TestClient, held: Assistant, caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str], tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    secret = "某处灯塔的秘密名称"
    with caplog.at_level(logging.DEBUG):
        client.post(
            "/api/check", json={"form": "lighthouse", "facts": {"forms": {"lighthouse": {"cover.name": secret}}}}
        )
        client.post("/api/check", files={"file": ("a.docx", secret.encode() * 200_000)})
    assert secret not in caplog.text
    assert secret not in "".join(capfd.readouterr())
    assert list(tmp_path.iterdir()) == []
