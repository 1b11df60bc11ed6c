"""A table of bad and hostile input, each with the exact answer it gets; nothing brings a 500."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest
from starlette.testclient import TestClient

from assistant.service import Assistant
from assistant.settings import Web
from assistant.web.application import create_app

OK = (200, "")
BAD = (400, "bad_input")


@pytest.fixture
def client(assistant: Assistant) -> Iterator[TestClient]:
    app = create_app(assistant, chat=False, web=Web(rate="0"))
    with TestClient(app, raise_server_exceptions=False) as client:
        yield client


def outcome(response: Any) -> tuple[int, str]:
    """The status, and the code of the error in the one shape."""
    assert response.headers["x-content-type-options"] == "nosniff"
    assert response.headers["x-request-id"]
    if response.status_code == 200:
        return OK
    assert response.headers["content-type"] == "application/json"
    assert set(response.json()) == {"error"}
    assert set(response.json()["error"]) == {"code", "message"}
    assert response.json()["error"]["message"]
    return response.status_code, response.json()["error"]["code"]


def turn(content: str) -> bytes:
    return b'{"question": "x", "history": [{"role": "user", "content": ' + content.encode() + b"}]}"


BODIES: list[tuple[str, bytes, tuple[int, str]]] = [
    ("surrogate question", b'{"question": "\\ud83d \\u51e0\\u5bb6"}', OK),
    ("only a surrogate", b'{"question": "\\ud800"}', BAD),
    ("surrogate in history", turn('"\\ud800"'), OK),
    ("surrogate role", b'{"question": "x", "history": [{"role": "\\ud800", "content": "x"}]}', BAD),
    ("surrogate programme", b'{"question": "x", "programme": "\\ud800"}', (404, "unknown_id")),
    ("surrogate key", b'{"question": "x", "\\ud800": 1}', OK),
    ("surrogate bytes", b'{"question": "\xed\xa0\x80"}', BAD),
    ("NaN", b'{"question": NaN}', BAD),
    ("NaN elsewhere", b'{"question": "x", "id": NaN}', BAD),
    ("Infinity", b'{"question": "x", "history": Infinity}', BAD),
    ("-Infinity", b'{"question": "x", "history": [-Infinity]}', BAD),
    ("overflowing float", b'{"question": "x", "id": 1e999}', OK),
    ("huge int", b'{"question": "x", "id": ' + b"9" * 5_000 + b"}", BAD),
    ("large int", b'{"question": "x", "id": ' + b"9" * 4_000 + b"}", OK),
    ("deep lists", b"[" * 100_000, BAD),
    ("deep closed lists", b"[" * 100_000 + b"]" * 100_000, BAD),
    ("deep objects", b'{"a":' * 40_000 + b"1" + b"}" * 40_000, BAD),
    ("deep beside the question", b'{"question": "x", "a": ' + b"[" * 100_000 + b"]" * 100_000 + b"}", BAD),
    ("duplicate keys: the last counts", b'{"question": 1, "question": "x"}', OK),
    ("duplicate keys the other way", b'{"question": "x", "question": 1}', BAD),
    ("empty", b"", BAD),
    ("blank", b" \n ", BAD),
    ("byte-order mark", b'\xef\xbb\xbf{"question": "x"}', OK),
    ("UTF-16", '{"question": "x"}'.encode("utf-16"), BAD),
    ("GBK", '{"question": "联合申报"}'.encode("gbk"), BAD),
    ("invalid UTF-8", b'{"question": "\xff\xfe"}', BAD),
    ("overlong UTF-8", b'{"question": "\xc0\xaf"}', BAD),
    ("cut UTF-8", b'{"question": "\xe8\x81"}', BAD),
    ("null byte", b'{"question": "a\\u0000b"}', OK),
    ("raw null byte", b'{"question": "a\x00b"}', BAD),
    ("only controls", b'{"question": "\\u0000\\u001b\\u200b\\ufeff"}', BAD),
    ("direction override", b'{"question": "\\u202e\\u51e0\\u5bb6"}', OK),
    ("two documents", b'{"question": "x"}{"question": "y"}', BAD),
    ("trailing comma", b'{"question": "x",}', BAD),
    ("comment", b'{"question": "x"} // no', BAD),
    ("single quotes", b"{'question': 'x'}", BAD),
    ("number", b"1", BAD),
    ("string", b'"x"', BAD),
    ("true", b"true", BAD),
    ("list", b'[{"question": "x"}]', BAD),
    ("question as list", b'{"question": ["x"]}', BAD),
    ("question as object", b'{"question": {"$ne": ""}}', BAD),
    ("question as bool", b'{"question": true}', BAD),
    ("other case", b'{"Question": "x"}', BAD),
    ("programme as list", b'{"question": "x", "programme": ["lighthouse-plan"]}', BAD),
    ("empty programme is none", b'{"question": "x", "programme": ""}', OK),
    ("programme with blanks", b'{"question": "x", "programme": " lighthouse-plan"}', (404, "unknown_id")),
    ("long programme", b'{"question": "x", "programme": "' + b"p" * 50_000 + b'"}', (404, "unknown_id")),
    ("history as string", b'{"question": "x", "history": "x"}', BAD),
    ("null turn", b'{"question": "x", "history": [null]}', BAD),
    ("turn without content", b'{"question": "x", "history": [{"role": "user"}]}', BAD),
    ("numeric content", turn("7"), BAD),
    ("long turn", turn('"' + "x" * 20_001 + '"'), (413, "too_long")),
    ("many turns", json.dumps({"question": "x", "history": [{"role": "user", "content": "y"}] * 3_000}).encode(), OK),
    ("2,000 characters", json.dumps({"question": "长" * 2_000}).encode(), OK),
    ("2,001 characters", json.dumps({"question": "长" * 2_001}).encode(), (413, "too_long")),
    ("257 KB", b'{"question": "x"' + b" " * 262_144 + b"}", (413, "too_large")),
    ("30 MB", b'{"question": "' + b"x" * 31_457_280 + b'"}', (413, "too_large")),
    ("script", b'{"question": "<script>alert(1)</script>"}', OK),
    ("prototype", b'{"question": "x", "__proto__": {"admin": true}, "constructor": {}}', OK),
    ("template", b'{"question": "{{7*7}} ${7*7} %s %(x)s {0.__class__} \\\\n"}', OK),
    ("log forging", b'{"question": "x\\r\\n{\\"status\\": 200}"}', OK),
]


@pytest.mark.parametrize(("body", "expected"), [(body, end) for _, body, end in BODIES], ids=[b[0] for b in BODIES])
@pytest.mark.parametrize("path", ["/api/ask", "/api/ask/stream"])
def test_bodies(client: TestClient, path: str, body: bytes, expected: tuple[int, str]) -> None:
    response = client.post(path, content=body, headers={"content-type": "application/json"})
    if path.endswith("stream") and expected[1] == "unknown_id":
        assert '"code": "unknown_id"' in response.text
    else:
        assert outcome(response) == expected


@pytest.mark.parametrize(
    "kind",
    [
        "",
        "text/plain",
        "text/html",
        "application/xml",
        "application/x-www-form-urlencoded",
        "multipart/form-data; boundary=x",
        "multipart/form-data",
        "application/json; charset=utf-16",
        "application/json" * 50,
        "\u00ff/\u00ff",
    ],
)
def test_the_declared_type_does_not_matter(client: TestClient, kind: str) -> None:
    for body, expected in ((b'{"question": "x"}', OK), (b"question=x", BAD), (b"--x\r\n\r\n--x--", BAD)):
        response = client.post("/api/ask", content=body, headers={"content-type": kind.encode("latin-1")})
        assert outcome(response) == expected


@pytest.mark.parametrize("coding", ["gzip", "br", "deflate", "x" * 300])
def test_a_compressed_body_is_no_json(client: TestClient, coding: str) -> None:
    import gzip

    packed = gzip.compress(b'{"question": "' + b"x" * 1_000_000 + b'"}')
    assert outcome(client.post("/api/ask", content=packed, headers={"content-encoding": coding})) == BAD


ADDRESSES: list[tuple[str, tuple[int, str]]] = [
    ("/api/search", (422, "bad_parameter")),
    ("/api/search?q=", BAD),
    ("/api/search?q=%00", BAD),
    ("/api/search?q=%ED%A0%80", OK),
    ("/api/search?q=%FF%FE", OK),
    ("/api/search?q=%", OK),
    ("/api/search?q=x&q=y", OK),
    ("/api/search?q[]=x", (422, "bad_parameter")),
    ("/api/search?q=x&k=0", (422, "bad_parameter")),
    ("/api/search?q=x&k=-1", (422, "bad_parameter")),
    ("/api/search?q=x&k=101", (422, "bad_parameter")),
    ("/api/search?q=x&k=" + "9" * 30, (422, "bad_parameter")),
    ("/api/search?q=x&k=" + "9" * 6_000, (422, "bad_parameter")),
    ("/api/search?q=x&k=1e2", (422, "bad_parameter")),
    ("/api/search?q=x&k=NaN", (422, "bad_parameter")),
    ("/api/search?q=x&k=", (422, "bad_parameter")),
    ("/api/search?q=x&k=1.5", (422, "bad_parameter")),
    ("/api/search?q=x&k=0x10", (422, "bad_parameter")),
    ("/api/search?q=x&k=%EF%BC%91", (422, "bad_parameter")),  # a full-width one
    ("/api/search?q=x&programme=nope", (404, "unknown_id")),
    ("/api/search?q=x&programme=%ED%A0%80", (404, "unknown_id")),
    ("/api/search?q=x&programme=' OR 1=1 --", (404, "unknown_id")),
    ("/api/search?" + "&".join(f"a{n}=b" for n in range(2_000)), (422, "bad_parameter")),
    ("/api/search?q=" + "x" * 2_001, (413, "too_long")),
    ("/api/search?q=" + "x" * 33_000, (414, "address_too_long")),
    ("/api/documents/nope", (404, "unknown_id")),
    ("/api/documents/%00", (404, "unknown_id")),
    ("/api/documents/%ED%A0%80", (404, "unknown_id")),
    ("/api/documents/LIGHTHOUSE", (404, "unknown_id")),
    ("/api/documents/lighthouse%20", (404, "unknown_id")),
    ("/api/documents/%3Cscript%3Ealert(1)%3C%2Fscript%3E", (404, "not_found")),  # %2F is a slash
    ("/api/documents/<img src=x>", (404, "unknown_id")),
    ("/api/documents/" + "x" * 30_000, (404, "unknown_id")),
    ("/api/documents/", (404, "not_found")),
    ("/api/documents/lighthouse/related", (422, "bad_parameter")),
    ("/api/documents/lighthouse/related?clause=nope", (404, "unknown_id")),
    ("/api/documents/lighthouse/related?clause=%00", (404, "unknown_id")),
    ("/api/documents/lighthouse/related?clause=1.1&k=-5", (422, "bad_parameter")),
    ("/api/documents/nope/related?clause=1", (404, "unknown_id")),
    ("/api/health/", (404, "not_found")),
    ("/api/health%00", (404, "not_found")),
    ("/API/health", (404, "not_found")),
    ("/api//health", (404, "not_found")),
    ("/api/health;x=1", (404, "not_found")),
    ("/api/.env", (404, "not_found")),
    ("/.git/config", (404, "not_found")),
    ("/docs", (404, "not_found")),
    ("/redoc", (404, "not_found")),
    ("/apix", (404, "not_found")),
]


@pytest.mark.parametrize(("address", "expected"), ADDRESSES, ids=[address[:60] for address, _ in ADDRESSES])
def test_addresses(client: TestClient, address: str, expected: tuple[int, str]) -> None:
    response = client.get(address)
    assert outcome(response) == expected
    assert response.headers["content-type"] == "application/json"  # with nosniff: no browser reads it as a page


PATHS = (
    "/api/ask",
    "/api/ask/stream",
    "/api/search",
    "/api/programmes",
    "/api/documents",
    "/api/documents/lighthouse",
    "/api/documents/lighthouse/related",
    "/api/health",
)


@pytest.mark.parametrize(
    "method", ["HEAD", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "CONNECT", "PROPFIND", "GETX"]
)
def test_methods(client: TestClient, method: str) -> None:
    for path in PATHS:
        response = client.request(method, path)
        assert response.status_code == 405, (method, path)
        assert response.headers["allow"]
        if method != "HEAD":
            assert outcome(response) == (405, "method_not_allowed")
    assert outcome(client.request(method, "/nope")) == (404, "not_found") if method != "HEAD" else True


def test_the_method_is_not_overridden(client: TestClient) -> None:
    headers = {"x-http-method-override": "POST", "x-method-override": "DELETE"}
    assert client.get("/api/health", headers=headers).status_code == 200


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("accept-language", "en" * 10_000),
        ("accept-language", "\u00ff\u00fe"),
        ("accept", "image/webp"),
        ("cookie", "a=b; " * 3_000),
        ("content-length", "-1"),
        ("content-length", "9" * 40),
        ("content-length", "\u0661"),
        ("expect", "200-ok"),
        ("range", "bytes=0-0,-1"),
        ("if-none-match", "*"),
        ("host", "evil.example"),
        ("x-forwarded-host", "evil.example"),
        ("x-forwarded-prefix", "/../../etc"),
        ("authorization", "Basic " + "A" * 5_000),
        ("origin", "null"),
        ("referer", "javascript:alert(1)"),
    ],
)
def test_odd_headers_change_nothing(client: TestClient, name: str, value: str) -> None:
    response = client.get("/api/health", headers={name: value.encode("utf-8")})
    assert outcome(response) == OK
    assert "evil" not in response.text


@pytest.mark.parametrize(
    "line",
    [
        b"X-Request-Id: abcdefgh\r\n Set-Cookie: a=b",
        b"X-Request-Id: abcdefgh%0d%0aSet-Cookie: a=b",
        b"X-Request-Id: abcdefgh\rSet-Cookie: a=b",
        b"X-Request-Id: abcdefgh\x00",
        b"X-Request-Id: abcdefgh\nSet-Cookie: a=b",
    ],
)
def test_no_header_is_injected(assistant: Assistant, serve: Any, raw: Any, line: bytes) -> None:
    received = raw.exchange(serve(create_app(assistant, chat=False)), raw.head(b"/api/health", line))
    assert raw.status(received) in (200, 400)
    assert b"set-cookie" not in received.partition(b"\r\n\r\n")[0].lower()


@pytest.mark.parametrize(
    ("target", "status"),
    [
        (b"http://evil.example/api/health", 200),
        (b"http://evil.example/nope", 404),
        (b"http://evil.example", 400),
        (b"//evil.example/api/health", 404),
        (b"/api/health?" + b"x" * 30_000, 200),
        (b"/api/health?" + b"x" * 40_000, 414),
        (b"/api/health#fragment", 200),
        (b"/api/../api/health", 404),
        (b"/api/%2e%2e/health", 404),
        (b"/%61pi/health", 200),
        (b"*", 404),
        (b"api/health", 400),
        (b"/api/health ", 200),
    ],
)
def test_odd_targets(assistant: Assistant, serve: Any, raw: Any, target: bytes, status: int) -> None:
    received = raw.exchange(serve(create_app(assistant, chat=False)), raw.head(target))
    assert raw.status(received) == status
    assert b"evil" not in received


def test_a_flood_is_answered_and_turned_away_without_a_500(assistant: Assistant) -> None:
    client = TestClient(create_app(assistant, chat=False, web=Web(rate="20/minute")), raise_server_exceptions=False)
    statuses = [client.post("/api/ask", json={"question": "几家？"}).status_code for _ in range(300)]
    assert statuses == [200] * 20 + [429] * 280
    assert client.get("/api/health").status_code == 200


def test_markup_comes_back_as_data_only(client: TestClient) -> None:
    text = "<script>alert(1)</script><img src=x onerror=alert(1)>"
    answered = client.post("/api/ask", json={"question": text})
    assert answered.json()["question"] == text
    searched = client.get("/api/search", params={"q": text})
    streamed = client.post("/api/ask/stream", json={"question": text})
    for response in (answered, searched, streamed):
        assert response.headers["content-type"].split(";")[0] in ("application/json", "text/event-stream")
        assert response.headers["x-content-type-options"] == "nosniff"


def test_a_line_break_begins_no_event_of_its_own(client: TestClient) -> None:
    sent = client.post("/api/ask/stream", json={"question": "x\n\nevent: error\ndata: {}\r\r\u2028"}).text
    assert [line for line in sent.split("\n") if line.startswith("event: ")] == [
        "event: understood",
        "event: answer",
        "event: done",
    ]
    assert "\r" not in sent
