"""How much a caller may ask, and who counts as one caller."""

from __future__ import annotations

import time
from typing import Any

import pytest
from starlette.testclient import TestClient

from assistant.service import Assistant
from assistant.settings import Web
from assistant.web.application import create_app
from assistant.web.pace import Callers, Window

ASK = {"json": {"question": "几家？"}}


def client_of(assistant: Assistant, address: str = "198.51.100.7", *, page: bool = False, **web: Any) -> TestClient:
    app = create_app(assistant, chat=page, web=Web(**web))
    return TestClient(app, raise_server_exceptions=False, client=(address, 5000))


@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("POST", "/api/ask"),
        ("POST", "/api/ask/stream"),
        ("GET", "/api/search?q=几家"),
        ("GET", "/api/checklist?programme=lighthouse-plan"),
        ("GET", "/api/documents/lighthouse/related?clause=1.1"),
    ],
)
def test_over_the_pace_is_429_and_says_how_long_to_wait(assistant: Assistant, method: str, path: str) -> None:
    client = client_of(assistant, rate="3/minute")
    body = ASK if method == "POST" else {}
    assert [client.request(method, path, **body).status_code for _ in range(4)] == [200, 200, 200, 429]
    refused = client.request(method, path, **body)
    wait = refused.headers["retry-after"]
    assert 1 <= int(wait) <= 60
    error = refused.json()["error"]
    assert error == {"code": "too_many_requests", "message": f"请求太频繁，请 {wait} 秒后再试。"}
    assert refused.headers["x-request-id"]
    assert refused.headers["x-content-type-options"] == "nosniff"
    english = client.request(method, path, headers={"accept-language": "en"}, **body)
    assert english.json()["error"]["message"].startswith("Too many requests")


def test_one_budget_for_all_that_costs_and_none_for_the_rest(assistant: Assistant) -> None:
    client = client_of(assistant, rate="2/minute")
    assert client.post("/api/ask", **ASK).status_code == 200
    assert client.get("/api/search?q=几家").status_code == 200
    assert client.post("/api/ask/stream", **ASK).status_code == 429
    for path in ("/api/health", "/api/programmes", "/api/documents", "/api/documents/lighthouse", "/openapi.json"):
        assert [client.get(path).status_code for _ in range(5)] == [200] * 5


def test_what_is_refused_costs_too(assistant: Assistant) -> None:
    client = client_of(assistant, rate="2/minute")
    assert [client.post("/api/ask", content=b"{").status_code for _ in range(3)] == [400, 400, 429]


@pytest.mark.parametrize("mount", ["", "/en"])
def test_the_pages_questions_are_paced(assistant: Assistant, mount: str) -> None:
    with client_of(assistant, page=True, rate="2/minute") as client:
        asked = [client.post(f"{mount}/gradio_api/run/turn", json={"data": ["几家？", "", []]}) for _ in range(3)]
        assert [response.status_code for response in asked] == [200, 200, 429]
        assert asked[2].json()["error"]["code"] == "too_many_requests"
        assert client.get(mount + "/").status_code == 200


def test_after_the_wait_one_may_ask_again(assistant: Assistant) -> None:
    window = Window("2/second")
    assert [window.wait("a") for _ in range(3)] == [0, 0, 1]
    assert window.wait("b") == 0
    time.sleep(1.05)
    assert [window.wait("a") for _ in range(3)] == [0, 0, 1]


def test_zero_is_no_limit(assistant: Assistant) -> None:
    client = client_of(assistant, rate="0")
    assert {client.get("/api/search?q=几家").status_code for _ in range(200)} == {200}


def test_a_flood_of_callers_is_remembered_in_bounded_memory() -> None:
    callers = Callers(limit=50)
    window = Window("1/minute", callers)
    for number in range(500):
        assert window.wait(f"caller {number}") == 0
        assert window.wait("steady") == (0 if number == 0 else 60)
    assert len(callers) == 50
    assert window.wait("caller 499") > 0
    assert window.wait("caller 1") == 0


def test_callers_keep_to_the_librarys_protocol() -> None:
    callers = Callers()
    assert callers.check()
    assert callers.get("a") == 0
    assert [callers.incr("a", 60), callers.incr("a", 60, 3), callers.get("a")] == [1, 4, 4]
    assert 59 < callers.get_expiry("a") - time.monotonic() <= 60
    callers.clear("a")
    assert (callers.get("a"), callers.reset()) == (0, 0)
    callers.incr("b", 60)
    assert (callers.reset(), len(callers)) == (1, 0)


@pytest.mark.parametrize(
    ("first", "second", "same"),
    [
        ("198.51.100.7", "198.51.100.8", False),
        ("2001:db8:1:2::1", "2001:db8:1:2:ffff::9", True),
        ("2001:db8:1:2::1", "2001:db8:1:3::1", False),
        ("::ffff:198.51.100.7", "198.51.100.7", True),
    ],
)
def test_who_is_one_caller(assistant: Assistant, first: str, second: str, same: bool) -> None:
    app = create_app(assistant, chat=False, web=Web(rate="1/minute"))
    answers = [
        TestClient(app, client=(address, 1)).get("/api/search?q=几家").status_code for address in (first, second)
    ]
    assert answers == [200, 429 if same else 200]
