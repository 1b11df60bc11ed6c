"""The API: the fields of the contract, one error shape, and no input that brings a 500."""

from __future__ import annotations

import importlib.metadata
import json
import platform
import tomllib
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from starlette.testclient import TestClient

from assistant.exchange import answer_fields
from assistant.service import Assistant
from assistant.web.application import create_app

ROOT = Path(__file__).resolve().parents[2]
ANSWER_FIELDS = [
    "question",
    "understood_as",
    "language",
    "as_of",
    "outcome",
    "answer",
    "verdict",
    "abstained",
    "by_programme",
    "citations",
    "contact",
    "asks",
    "nearest",
    "searched",
    "rephrase",
    "elapsed_ms",
]


@pytest.fixture
def client(assistant: Assistant) -> Iterator[TestClient]:
    with TestClient(create_app(assistant, chat=False), raise_server_exceptions=False) as client:
        yield client


def post(client: TestClient, body: bytes, path: str = "/api/ask") -> Any:
    return client.post(path, content=body, headers={"content-type": "application/json"})


def assert_error(response: Any, status: int, code: str) -> None:
    assert response.status_code == status, response.text
    assert set(response.json()) == {"error"}
    assert response.json()["error"]["code"] == code
    assert response.json()["error"]["message"]


def test_an_answer_has_the_fields_of_the_contract_and_those_of_the_command_line(
    client: TestClient, assistant: Assistant, engine: Any
) -> None:
    response = client.post("/api/ask", json={"question": "最多几家？", "id": "x", "unknown": [1]})
    assert response.status_code == 200
    fields = response.json()
    assert list(fields) == ANSWER_FIELDS
    question, today = engine.asked[0]
    assert fields == answer_fields(engine.answer(question, today))
    cited = fields["citations"][0]
    assert cited["source_quote"] == engine.guideline.source[cited["start"] : cited["end"]]


def test_history_and_programme_reach_the_engine(client: TestClient, engine: Any) -> None:
    history = [{"role": "user", "content": "灯塔计划"}, {"role": "user", "content": "截止呢"}]
    body = {"question": "几家？", "history": history, "programme": "lighthouse-plan"}
    assert client.post("/api/ask", json=body).status_code == 200
    question, _ = engine.asked[0]
    assert [turn.content for turn in question.history] == ["灯塔计划", "截止呢"]
    assert question.programme == "lighthouse-plan"


@pytest.mark.parametrize(
    ("body", "status", "code"),
    [
        (b"", 400, "bad_input"),
        (b"{", 400, "bad_input"),
        (b"[]", 400, "bad_input"),
        (b"null", 400, "bad_input"),
        (b'"x"', 400, "bad_input"),
        (b"[" * 100_000, 400, "bad_input"),
        (b'{"question": NaN}', 400, "bad_input"),
        (b'{"question": "x", "other": Infinity}', 400, "bad_input"),
        (b'{"question": 1' + b"0" * 5_000 + b"}", 400, "bad_input"),
        (b'{"question": 3}', 400, "bad_input"),
        (b'{"question": null}', 400, "bad_input"),
        (b'{"question": ""}', 400, "bad_input"),
        (b'{"question": " \\n\\u0000\\u3000"}', 400, "bad_input"),
        (b'{"question": "\\ud800"}', 400, "bad_input"),
        (b'{"question": "\xff"}', 400, "bad_input"),
        ("问题".encode("gbk"), 400, "bad_input"),
        (b'{"question": "x", "history": {}}', 400, "bad_input"),
        (b'{"question": "x", "history": [1]}', 400, "bad_input"),
        (b'{"question": "x", "history": [{"role": "system", "content": "x"}]}', 400, "bad_input"),
        (b'{"question": "x", "history": [{"role": [], "content": "x"}]}', 400, "bad_input"),
        (b'{"question": "x", "history": [{"role": "user", "content": null}]}', 400, "bad_input"),
        (b'{"question": "x", "programme": 7}', 400, "bad_input"),
        (b'{"question": "x", "programme": "nope"}', 404, "unknown_id"),
        (b'{"question": "x", "programme": "\\udfff"}', 404, "unknown_id"),
        (json.dumps({"question": "长" * 10_000}).encode(), 413, "too_long"),
        (b'{"question": "' + b"x" * 300_000 + b'"}', 413, "too_large"),
    ],
)
@pytest.mark.parametrize("path", ["/api/ask", "/api/ask/stream"])
def test_bad_input_is_refused_with_one_sentence(
    client: TestClient, path: str, body: bytes, status: int, code: str
) -> None:
    if path.endswith("stream") and code == "unknown_id":
        assert '"code": "unknown_id"' in post(client, body, path).text
    else:
        assert_error(post(client, body, path), status, code)


@pytest.mark.parametrize("text", ["😀", "\\ud83d 几家", "a\\u0000b", "\\u202e几家", "x" * 2_000])
def test_odd_questions_are_answered(client: TestClient, text: str) -> None:
    response = post(client, f'{{"question": "{text}"}}'.encode())
    assert response.status_code == 200
    assert response.json()["question"] == json.loads(f'"{text}"')


def test_a_body_without_declared_length_is_limited_too(client: TestClient) -> None:
    def endless() -> Iterator[bytes]:
        for _ in range(100):
            yield b" " * 10_000

    assert_error(client.post("/api/ask", content=endless()), 413, "too_large")


def test_an_unexpected_failure_is_a_plain_500(client: TestClient) -> None:
    response = client.post("/api/ask", json={"question": "崩溃"})
    assert_error(response, 500, "internal")
    assert "ZeroDivision" not in response.text
    assert "event: error" in client.post("/api/ask/stream", json={"question": "崩溃"}).text


def test_the_stream_says_understood_answer_done(client: TestClient) -> None:
    response = client.post("/api/ask/stream", json={"question": "最多几家？"})
    assert response.headers["content-type"].startswith("text/event-stream")
    events = [dict(line.split(": ", 1) for line in block.split("\n")) for block in response.text.strip().split("\n\n")]
    assert [event["event"] for event in events] == ["understood", "answer", "done"]
    answer = json.loads(events[1]["data"])
    assert answer.pop("revision") == 1
    assert list(answer) == ANSWER_FIELDS


def test_search_programmes_documents_and_health(client: TestClient) -> None:
    hits = client.get("/api/search", params={"q": "联合申报", "k": 1}).json()["hits"]
    assert [hit["document"] for hit in hits] == ["lighthouse"]
    assert client.get("/api/programmes").json()["programmes"][0]["name"] == "灯塔计划"
    document = client.get("/api/documents/lighthouse").json()
    assert [clause["id"] for clause in document["clauses"]] == ["1", "1.1", "2", "2.1"]
    assert document["issued"] == "2026-03-01"
    [held] = client.get("/api/documents").json()["documents"]
    assert held == {
        "id": "lighthouse",
        "title": "灯塔计划申报通知",
        "status": "in_force",
        "issued": "2026-03-01",
        "in_force": None,
        "deadline": None,
        "programmes": ["lighthouse-plan"],
    }


def test_health_says_what_runs_since_when(client: TestClient) -> None:
    health = client.get("/api/health").json()
    assert (health["status"], health["documents"], health["index"]) == ("ok", 1, "d1")
    assert health["python"] == platform.python_version()
    assert health["libraries"]["fastapi"] == importlib.metadata.version("fastapi")
    assert datetime.fromisoformat(health["started"]).utcoffset() == timedelta(0)
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert health["version"] == project["version"]


@pytest.mark.parametrize(
    ("method", "path", "status", "code"),
    [
        ("GET", "/api/nope", 404, "not_found"),
        ("GET", "/api", 404, "not_found"),
        ("POST", "/api/health/x", 404, "not_found"),
        ("GET", "/api/ask", 405, "method_not_allowed"),
        ("DELETE", "/api/ask", 405, "method_not_allowed"),
        ("POST", "/api/health", 405, "method_not_allowed"),
        ("TRACE", "/api/search", 405, "method_not_allowed"),
        ("GET", "/api/search", 422, "bad_parameter"),
        ("GET", "/api/search?q=x&k=no", 422, "bad_parameter"),
        ("GET", "/api/search?q=x&k=0", 422, "bad_parameter"),
        ("GET", "/api/search?q=%20", 400, "bad_input"),
        ("GET", "/api/search?q=x&programme=no", 404, "unknown_id"),
        ("GET", "/api/search?q=" + "x" * 2_001, 413, "too_long"),
        ("GET", "/api/documents/nope", 404, "unknown_id"),
        ("GET", "/api/documents/%ED%A0%80", 404, "unknown_id"),
        ("POST", "/gradio_api/upload", 403, "uploads_closed"),
    ],
)
def test_every_error_has_the_one_shape(client: TestClient, method: str, path: str, status: int, code: str) -> None:
    response = client.request(method, path)
    assert_error(response, status, code)
    if status == 405:
        assert response.headers["allow"]


def test_errors_speak_the_callers_language(client: TestClient) -> None:
    english = client.get("/api/nope", headers={"accept-language": "en-GB,en;q=0.9"})
    assert english.json()["error"]["message"].isascii()
    assert not client.get("/api/nope").json()["error"]["message"].isascii()


def test_openapi_describes_what_is_sent(client: TestClient) -> None:
    document = client.get("/openapi.json").json()
    ask = client.post("/api/ask", json={"question": "几家？"}).json()
    bodies = {
        "AnswerBody": ask,
        "HitsBody": client.get("/api/search?q=几家").json(),
        "ProgrammesBody": client.get("/api/programmes").json(),
        "DocumentsBody": client.get("/api/documents").json(),
        "DocumentBody": client.get("/api/documents/lighthouse").json(),
        "HealthBody": client.get("/api/health").json(),
        "ErrorBody": client.get("/api/nope").json(),
    }
    for name, body in bodies.items():
        schema = {"$ref": f"#/components/schemas/{name}", "components": document["components"]}
        Draft202012Validator(schema).validate(body)
