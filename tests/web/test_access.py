"""Request ids, the access log, and faults: what is written down and what never is."""

from __future__ import annotations

import json
import logging
from collections.abc import Iterator
from typing import Any

import pytest
from starlette.testclient import TestClient

from assistant.service import Assistant
from assistant.settings import Web
from assistant.web import access
from assistant.web.application import create_app
from assistant.web.masking import masked_text


def client_of(assistant: Assistant, *, page: bool = False, **web: Any) -> TestClient:
    app = create_app(assistant, chat=page, web=Web(**web), body_limit=5_000)
    return TestClient(app, raise_server_exceptions=False, client=("198.51.100.7", 5000))


@pytest.fixture
def lines(caplog: pytest.LogCaptureFixture) -> Iterator[Any]:
    with caplog.at_level(logging.INFO, "assistant.access"):
        yield lambda: [json.loads(r.getMessage()) for r in caplog.records if r.name == "assistant.access"]


@pytest.mark.parametrize("wished", ["abcdefgh", "A-Z_0.9-" * 8, "0af7651916cd43dd8448eb211c80319c"])
def test_a_plain_request_id_is_taken_over(assistant: Assistant, lines: Any, wished: str) -> None:
    response = client_of(assistant).get("/api/health", headers={"x-request-id": wished})
    assert response.headers.get_list("x-request-id") == [wished]
    assert lines()[0]["id"] == wished


@pytest.mark.parametrize("wished", ["", "short", "x" * 65, "has spaces in it", "äöüäöüäöü", "a\tbbbbbbbb", "<script>x"])
def test_any_other_request_id_is_replaced(assistant: Assistant, wished: str) -> None:
    response = client_of(assistant).get("/api/health", headers={"x-request-id": wished.encode()})
    assert access.request_id(response.headers["x-request-id"]) == response.headers["x-request-id"]
    assert response.headers["x-request-id"] != wished


def test_every_response_has_an_id_of_its_own(assistant: Assistant) -> None:
    client = client_of(assistant, rate="5/minute")
    responses = [
        client.get("/nope"),
        client.get("/api/nope"),
        client.delete("/api/ask"),
        client.post("/gradio_api/upload"),
        client.post("/api/ask", content=b"x" * 6_000),
        client.post("/api/ask", content=b"{"),
        client.post("/api/ask", json={"question": "崩溃"}),
        client.post("/api/ask", json={"question": "几家？"}),
        client.get("/api/search"),
    ]
    assert [response.status_code for response in responses] == [404, 404, 405, 403, 413, 400, 500, 200, 429]
    assert len({response.headers["x-request-id"] for response in responses}) == len(responses)


def test_one_line_a_request_with_no_word_of_the_question(assistant: Assistant, lines: Any, caplog: Any) -> None:
    client = client_of(assistant)
    client.post("/api/ask", json={"question": "我的电话13812345678，几家？"}, headers={"accept-language": "en"})
    client.get("/api/search?q=13812345678")
    client.get("/api/documents/13812345678")
    client.get("/13812345678")
    client.post("/api/ask", json={"question": "崩溃13812345678"})
    client.post("/api/ask/stream", json={"question": "崩溃13812345678"})
    assert [(line["method"], line["route"], line["status"]) for line in lines()] == [
        ("POST", "/api/ask", 200),
        ("GET", "/api/search", 200),
        ("GET", "/api/documents/{document}", 404),
        ("GET", "other", 404),
        ("POST", "/api/ask", 500),
        ("POST", "/api/ask/stream", 200),
    ]
    first = lines()[0]
    assert list(first) == [
        *("time", "id", "method", "route", "status", "ms", "bytes", "client", "language", "outcome", "verdict")
    ]
    assert (first["client"], first["outcome"], first["verdict"]) == ("198.51.100.0", "answered", "conditional")
    assert first["bytes"] > 100
    assert [line.get("error") for line in lines()[-2:]] == ["ZeroDivisionError"] * 2
    assert "1381234" not in caplog.text
    assert "几家" not in caplog.text


def test_a_fault_is_one_line_and_its_stack_only_for_developers(assistant: Assistant, caplog: Any) -> None:
    client = client_of(assistant)
    client.post("/api/ask", json={"question": "崩溃"})
    [fault] = [record for record in caplog.records if record.name == "assistant.faults"]
    assert json.loads(fault.getMessage())["error"] == "ZeroDivisionError"
    assert "\n" not in fault.getMessage()
    caplog.clear()
    with caplog.at_level(logging.DEBUG, "assistant.faults"):
        client.post("/api/ask", json={"question": "崩溃"})
    assert "in answer" in caplog.text
    assert "ZeroDivisionError: scripted" not in caplog.text  # the message of an exception may quote what was asked


def test_questions_are_logged_masked_and_only_on_demand(assistant: Assistant, lines: Any) -> None:
    question = "我叫王某，电话138-1234-5678，最多\n几家？\ud800"
    body = json.dumps({"question": question})
    for path in ("/api/ask", "/api/ask/stream"):
        client_of(assistant, log_questions=True).post(path, content=body)
    assert [line["question"] for line in lines()] == ["我叫王某，电话[电话]，最多\n几家？?"] * 2


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("打13812345678", "打[电话]"),
        ("打138 1234 5678。", "打[电话]。"),
        ("打１３８１２３４５６７８", "打[电话]"),
        ("+86 13812345678", "[电话]"),
        ("座机0571-12345678转", "座机[电话]转"),
        ("座机（0571）12345678", "座机[电话]"),
        ("身份证110101199003074258", "身份证[证件号]"),
        ("身份证11010119900307425X号", "身份证[证件号]号"),
        ("卡号6222021001112345678", "卡号[号码]"),
        ("卡号6222 0210 0111 2345 678", "卡号[号码]"),
        ("写信a.b+c@example.com.cn吧", "写信[邮箱]吧"),
        ("2026年11月20日截止，注册资本1000万元，20261120前", "2026年11月20日截止，注册资本1000万元，20261120前"),
        ("致电12345678901234", "致电[号码]"),
        ("工人函〔2022〕91号第3条，5家，100000000元", "工人函〔2022〕91号第3条，5家，100000000元"),
        ("x" * 900, "x" * 500),
    ],
)
def test_personal_data_are_masked_and_amounts_are_not(text: str, masked: str) -> None:
    assert masked_text(text) == masked


def test_importing_and_building_configure_no_logging(assistant: Assistant, capsys: pytest.CaptureFixture[str]) -> None:
    client_of(assistant).get("/api/health")
    assert capsys.readouterr().err == ""


def test_lines_go_to_standard_error_when_serving(assistant: Assistant, capsys: pytest.CaptureFixture[str]) -> None:
    before = [(logger, logger.handlers, logger.propagate, logger.level) for logger in (access.ACCESS, access.FAULTS)]
    try:
        access.to_stderr(access=True)
        client_of(assistant).get("/api/health")
        assert json.loads(capsys.readouterr().err)["route"] == "/api/health"
        access.to_stderr(access=False)
        client_of(assistant).post("/api/ask", json={"question": "崩溃"})
        assert json.loads(capsys.readouterr().err)["error"] == "ZeroDivisionError"
    finally:
        for logger, handlers, propagate, level in before:
            logger.handlers, logger.propagate = handlers, propagate
            logger.setLevel(level)
