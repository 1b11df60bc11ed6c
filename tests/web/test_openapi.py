"""The OpenAPI document: whole, valid, with an example for everything, and true of what is sent."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from starlette.testclient import TestClient

from assistant.service import Assistant
from assistant.settings import Web
from assistant.web.application import create_app

COMMON = {"200", "405", "408", "413", "414", "431", "500"}
ASKING = {"400", "404", "429", "503"}
STATUSES = {
    ("/api/ask", "post"): ASKING,
    ("/api/ask/stream", "post"): ASKING,
    ("/api/search", "get"): ASKING | {"422"},
    ("/api/programmes", "get"): set(),
    ("/api/documents", "get"): set(),
    ("/api/documents/{document}", "get"): {"404", "422"},
    ("/api/documents/{document}/related", "get"): {"404", "422", "429", "503"},
    ("/api/eligibility", "post"): {"400", "404", "422", "429"},
    ("/api/health", "get"): set(),
    ("/api/count", "post"): {"400", "429"},
    ("/api/check", "post"): {"400", "404", "422", "429", "503"},
    ("/api/draft", "post"): {"400", "404", "422", "429"},
    ("/api/forms", "get"): {"422"},
    ("/api/forms/{form}", "get"): {"400", "404", "422"},
    ("/api/forms/{form}/export", "post"): {"400", "404", "422", "429", "503"},
    ("/api/compare", "get"): {"400", "404", "422", "429"},
    ("/api/checklist", "get"): {"400", "404", "422", "429"},
}


@pytest.fixture
def client(assistant: Assistant) -> Iterator[TestClient]:
    app = create_app(assistant, chat=False, web=Web(rate="0"))
    with TestClient(app, raise_server_exceptions=False) as client:
        yield client


@pytest.fixture
def document(client: TestClient) -> Any:
    return client.get("/openapi.json").json()


def operations(document: Any) -> Iterator[tuple[str, str, Any]]:
    for path, item in document["paths"].items():
        for method, operation in item.items():
            yield path, method, operation


def validator(document: Any, schema: Any) -> Draft202012Validator:
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator({**schema, "components": document["components"]})


def shown(content: Any) -> list[Any]:
    found = [content["example"]] if "example" in content else []
    return found + [example["value"] for example in content.get("examples", {}).values()]


def test_every_operation_tells_what_it_does_and_how_it_can_fail(document: Any) -> None:
    found = {(path, method): set(operation["responses"]) for path, method, operation in operations(document)}
    assert found == {place: COMMON | own for place, own in STATUSES.items()}
    for path, _, operation in operations(document):
        assert operation["description"].strip(), path
        for status, response in operation["responses"].items():
            assert response["description"], (path, status)
            assert "X-Request-Id" in response["headers"]
        for parameter in operation.get("parameters", []):
            assert parameter["description"], (path, parameter["name"])
        if "429" in operation["responses"]:
            assert operation["responses"]["429"]["headers"]["Retry-After"]["schema"]["type"] == "integer"


def assert_events_fit(document: Any, schema: Any, text: str) -> None:
    for block in text.strip().split("\n\n"):
        event = dict(line.split(": ", 1) for line in block.split("\n"))
        validator(document, schema).validate(event)
        [own] = [kind for kind in schema["oneOf"] if kind["properties"]["event"]["const"] == event["event"]]
        validator(document, own["properties"]["data"]["contentSchema"]).validate(json.loads(event["data"]))


def test_every_example_fits_its_schema(document: Any) -> None:
    count = 0
    for path, _, operation in operations(document):
        bodies = [*operation["responses"].items(), ("request", operation.get("requestBody", {"content": {}}))]
        for status, body in bodies:
            for kind, content in body["content"].items():
                examples = shown(content)
                assert examples or status == "request", (path, status)
                for example in examples:
                    count += 1
                    if kind == "text/event-stream":
                        assert_events_fit(document, content["itemSchema"], example)
                        continue
                    validator(document, content["schema"]).validate(example)
                    if kind == "application/json" and status not in ("200", "request"):
                        assert set(example) == {"error"}
    assert count > 60
    asked = document["paths"]["/api/ask"]["post"]["requestBody"]["content"]["application/json"]
    assert shown(asked)[0] == {"question": "最多可以有几家联合申报单位？"}


def test_every_reference_leads_somewhere(document: Any) -> None:
    for reference in re.findall(r'"\$ref": "([^"]+)"', json.dumps(document)):
        found = document
        for part in reference.removeprefix("#/").split("/"):
            found = found[part]


def test_the_examples_asked_are_answered_as_described(document: Any, client: TestClient) -> None:
    for path in ("/api/ask", "/api/ask/stream"):
        operation = document["paths"][path]["post"]
        for example in shown(operation["requestBody"]["content"]["application/json"]):
            response = client.post(path, json={**example, "programme": ""})
            assert response.status_code == 200
    told = document["paths"]["/api/ask/stream"]["post"]
    assert_events_fit(document, told["responses"]["200"]["content"]["text/event-stream"]["itemSchema"], response.text)
    events = {line for line in response.text.splitlines() if line.startswith("event: ")}
    for name in ("understood", "answer", "done", "error"):
        assert f"`{name}`" in told["description"]
        assert name == "error" or f"event: {name}" in events
        assert any(
            f"event: {name}\n" in text for text in shown(told["responses"]["200"]["content"]["text/event-stream"])
        )


ERRORS: list[tuple[str, str, Any, str]] = [
    ("/api/ask", "post", {"content": b"{"}, "400"),
    ("/api/ask", "post", {"json": {"question": "x", "programme": "nope"}}, "404"),
    ("/api/ask", "post", {"json": {"question": "x" * 2_001}}, "413"),
    ("/api/ask", "post", {"content": b" " * 300_000}, "413"),
    ("/api/ask", "post", {"json": {"question": "崩溃"}}, "500"),
    ("/api/ask", "delete", {}, "405"),
    ("/api/search", "get", {}, "422"),
    ("/api/search", "get", {"params": {"q": "x" * 40_000}}, "414"),
    ("/api/documents/nope", "get", {}, "404"),
    ("/api/compare", "get", {"params": {"programme": "lighthouse-plan"}}, "400"),
    ("/api/compare", "get", {"params": {"programme": ["lighthouse-plan", "none"]}}, "404"),
    ("/api/compare", "get", {}, "422"),
    ("/api/checklist", "get", {"params": {"programme": "none"}}, "404"),
    ("/api/checklist", "get", {"params": {"programme": "lighthouse-plan", "format": "pdf"}}, "422"),
    ("/api/checklist", "get", {"params": {"programme": "lighthouse-plan", "format": "ics"}}, "400"),
    ("/api/eligibility", "post", {"json": {"profile": {"unit": "公办民办高校"}}}, "400"),
    ("/api/eligibility", "post", {"json": {"programmes": ["nope"]}}, "404"),
    ("/api/eligibility", "get", {}, "405"),
]


@pytest.mark.parametrize(("path", "method", "sent", "status"), ERRORS)
def test_every_error_is_one_of_those_shown(
    document: Any, client: TestClient, path: str, method: str, sent: Any, status: str
) -> None:
    response = client.request(method, path, **sent)
    assert str(response.status_code) == status
    template = path.replace("nope", "{document}")
    operation = next(iter(document["paths"][template].values()))
    examples = shown(operation["responses"][status]["content"]["application/json"])
    assert response.json()["error"]["code"] in {example["error"]["code"] for example in examples}
    assert set(operation["responses"][status]["headers"]) <= {name.title() for name in response.headers}


def test_behind_a_prefix_the_document_says_so(assistant: Assistant) -> None:
    app = create_app(assistant, chat=False, web=Web(proxies=("10.0.0.1",)))
    behind = TestClient(app, client=("10.0.0.1", 1)).get("/openapi.json", headers={"x-forwarded-prefix": "/shenbao"})
    assert behind.json()["servers"] == [{"url": "/shenbao"}]
    assert "servers" not in TestClient(app).get("/openapi.json").json()
