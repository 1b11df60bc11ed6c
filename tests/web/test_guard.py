"""What every response carries, which other sites may ask, and bodies that are too big, too slow or never end."""

from __future__ import annotations

import re
import socket
import time
from collections.abc import Iterator
from typing import Any

import pytest
from starlette.testclient import TestClient
from starlette.websockets import WebSocketDisconnect

from assistant.service import Assistant
from assistant.settings import Web
from assistant.web.application import create_app
from assistant.web.guard import policy

HERE = "https://college.example.cn"


def client_of(assistant: Assistant, *, page: bool = False, base: str = "http://testserver", **web: Any) -> TestClient:
    app = create_app(assistant, chat=page, web=Web(**web))
    return TestClient(app, base, raise_server_exceptions=False, follow_redirects=False)


def test_security_headers_are_on_every_response(assistant: Assistant) -> None:
    with client_of(assistant, page=True, rate="4/minute") as client:
        responses = [
            client.get(path)
            for path in ("/", "/en", "/en/", "/config", "/theme.css", "/static/img/logo_nosize.svg", "/openapi.json")
        ]
        responses += [client.get(path) for path in ("/nope", "/api/nope", "/api/health", "/gradio_api/upload")]
        responses += [client.post("/api/ask", content=body) for body in (b"{", b" " * 300_000)]
        responses += [client.post("/api/ask", json={"question": text}) for text in ("崩溃", "几家？", "几家？")]
    assert {response.status_code for response in responses} == {200, 307, 400, 403, 404, 413, 429, 500}
    for response in responses:
        headers = response.headers
        keyed = re.search(r"'nonce-([\w-]+)'", headers["content-security-policy"])
        assert headers.get_list("content-security-policy") == [policy(keyed[1] if keyed else "")]
        assert (keyed is not None) == (response.url.path in ("/", "/en/"))
        assert "frame-ancestors 'none'" in policy()
        assert "object-src 'none'" in policy()
        assert headers.get_list("x-content-type-options") == ["nosniff"]
        assert headers.get_list("x-frame-options") == ["DENY"]
        assert headers.get_list("referrer-policy") == ["no-referrer"]
        assert headers["x-request-id"]
        assert "access-control-allow-origin" not in headers
        assert "strict-transport-security" not in headers
        assert "server" not in headers


def test_inline_scripts_need_the_nonce() -> None:
    assert "script-src 'self';" in policy()
    assert "script-src 'self' 'nonce-abc';" in policy("abc")


def test_https_is_remembered_only_where_the_request_came_by_it(assistant: Assistant) -> None:
    said = client_of(assistant, base="https://testserver").get("/api/nope").headers
    assert said["strict-transport-security"] == "max-age=31536000"
    app = create_app(assistant, chat=False, web=Web(proxies=("10.0.0.1",)))
    for peer, seen in (("10.0.0.1", True), ("10.0.0.2", False)):
        headers = TestClient(app, client=(peer, 1)).get("/api/health", headers={"x-forwarded-proto": "https"}).headers
        assert ("strict-transport-security" in headers) is seen


def test_no_other_site_may_ask(assistant: Assistant) -> None:
    with client_of(assistant, page=True) as client:
        for origin in ("http://localhost:3000", "http://127.0.0.1:9", "null", HERE, HERE + "."):
            for path in ("/api/health", "/api/nope", "/", "/config", "/gradio_api/run/turn"):
                plain = client.get(path, headers={"origin": origin})
                asked = client.options(path, headers={"origin": origin, "access-control-request-method": "POST"})
                assert (asked.status_code, asked.json()["error"]["code"]) == (403, "origin_refused")
                for response in (plain, asked):
                    assert not [name for name in response.headers if name.startswith("access-control-")], path


def test_a_named_site_may_use_the_api_and_nothing_else(assistant: Assistant) -> None:
    with client_of(assistant, page=True, origins=(HERE,), rate="1/minute") as client:
        asking = {"origin": HERE, "access-control-request-method": "POST"}
        preflight = client.options("/api/ask", headers=asking)
        assert preflight.status_code == 204
        assert preflight.headers["access-control-allow-methods"] == "GET, POST"
        assert preflight.headers["access-control-allow-headers"] == "Content-Type, X-Request-Id"
        answers = [client.post("/api/ask", json={"question": "几家？"}, headers={"origin": HERE}) for _ in range(2)]
        assert [answer.status_code for answer in answers] == [200, 429]
        for response in (preflight, *answers):
            assert response.headers["access-control-allow-origin"] == HERE
            assert "Retry-After" in response.headers["access-control-expose-headers"]
            assert "access-control-allow-credentials" not in response.headers
            assert "Origin" in response.headers["vary"]
        for path in ("/", "/config", "/openapi.json"):
            assert "access-control-allow-origin" not in client.get(path, headers={"origin": HERE}).headers
        other = client.get("/api/health", headers={"origin": "https://other.example.cn"})
        assert "access-control-allow-origin" not in other.headers
        assert "Origin" in other.headers["vary"]
        assert client.options("/", headers=asking).status_code == 403


def test_websockets_are_refused(assistant: Assistant, serve: Any, raw: Any) -> None:
    with pytest.raises(WebSocketDisconnect), client_of(assistant).websocket_connect("/gradio_api/queue/join"):
        pass
    port = serve(create_app(assistant, chat=False))
    wish = (b"Upgrade: websocket", b"Sec-WebSocket-Version: 13", b"Sec-WebSocket-Key: YWJjZGVmZ2hpamtsbW5vcA==")
    request = raw.head(b"/ws", *wish).replace(b"Connection: close", b"Connection: Upgrade, close")
    assert raw.status(raw.exchange(port, request)) == 404


def test_30_megabytes_are_refused_unread(assistant: Assistant, serve: Any, raw: Any) -> None:
    port = serve(create_app(assistant, chat=False))
    declared = raw.head(b"/api/ask", b"Content-Length: 31457280", method=b"POST")
    began = time.perf_counter()
    received = raw.exchange(port, declared)  # not one byte of the body is sent
    assert (raw.status(received), b'"too_large"' in received) == (413, True)
    assert time.perf_counter() - began < 2


def test_30_megabytes_in_chunks_are_refused_at_the_limit(assistant: Assistant, serve: Any, raw: Any) -> None:
    port = serve(create_app(assistant, chat=False))
    chunk = b"10000\r\n" + b" " * 65_536 + b"\r\n"
    begin = raw.head(b"/api/ask", b"Transfer-Encoding: chunked", method=b"POST")
    received = raw.exchange(port, begin, *[chunk] * 480, b"0\r\n\r\n")
    assert raw.status(received) in (413, 0)  # 0: the server hung up while we still sent
    received = raw.exchange(port, begin, *[chunk] * 5)
    assert (raw.status(received), b'"too_large"' in received) == (413, True)


def test_a_body_that_dribbles_in_is_given_up(assistant: Assistant, serve: Any, raw: Any) -> None:
    port = serve(create_app(assistant, chat=False, body_seconds=0.4))
    begin = raw.head(b"/api/ask", b"Content-Length: 5000", method=b"POST").replace(b"Connection: close\r\n", b"")
    received = raw.exchange(port, begin, *[b" "] * 12, pause=0.1)
    assert (raw.status(received), b'"too_slow"' in received) == (408, True)
    assert b"connection: close" in received.lower()


def test_half_a_body_is_no_question(assistant: Assistant, engine: Any, serve: Any, raw: Any) -> None:
    port = serve(create_app(assistant, chat=False))
    body = b'{"question": "x"}'
    with socket.create_connection(("127.0.0.1", port)) as connection:
        connection.sendall(raw.head(b"/api/ask", b"Content-Length: %d" % (len(body) + 1), method=b"POST") + body)
        connection.shutdown(socket.SHUT_WR)
        assert connection.recv(65_536) == b""
    assert engine.asked == []
    whole = raw.exchange(port, raw.head(b"/api/ask", b"Content-Length: %d" % len(body), method=b"POST") + body)
    assert (raw.status(whole), len(engine.asked)) == (200, 1)


def test_a_body_without_declared_length_is_limited_too(assistant: Assistant) -> None:
    def endless() -> Iterator[bytes]:
        for _ in range(100):
            yield b" " * 10_000

    response = client_of(assistant).post("/api/ask", content=endless())
    assert (response.status_code, response.json()["error"]["code"]) == (413, "too_large")
