"""Connections that never get to the point, against a real server."""

from __future__ import annotations

import asyncio
import json
import socket
import time
from typing import Any

from starlette.responses import PlainTextResponse, StreamingResponse
from starlette.types import Receive, Scope, Send

from assistant.service import Assistant
from assistant.web.application import create_app
from assistant.web.patience import PatientProtocol


class Hurried(PatientProtocol):
    seconds = 0.3


def error_code(received: bytes) -> str:
    code: str = json.loads(received.partition(b"\r\n\r\n")[2])["error"]["code"]
    return code


def test_a_head_that_dribbles_in_is_cut_off(assistant: Assistant, serve: Any, raw: Any) -> None:
    port = serve(create_app(assistant, chat=False), Hurried)
    began = time.perf_counter()
    received = raw.exchange(port, b"GET /api/health HTTP/1.1\r\n", *[b"A: b\r\n"] * 60, pause=0.05)
    assert received == b""
    assert time.perf_counter() - began < 3.5


def test_a_silent_connection_is_cut_off(assistant: Assistant, serve: Any) -> None:
    port = serve(create_app(assistant, chat=False), Hurried)
    with socket.create_connection(("127.0.0.1", port), timeout=3) as connection:
        assert connection.recv(10) == b""


async def endless(scope: Scope, receive: Receive, send: Send) -> None:
    def parts() -> Any:
        for _ in range(4_000):
            yield b"x" * 65_536

    await StreamingResponse(parts())(scope, receive, send)


def test_a_reader_that_does_not_read_is_cut_off(serve: Any, raw: Any) -> None:
    port = serve(endless_with_lifespan, Hurried)
    with socket.create_connection(("127.0.0.1", port), timeout=10) as connection:
        connection.sendall(raw.head(b"/"))
        time.sleep(1.5)
        taken = 0
        try:
            while part := connection.recv(1 << 20):
                taken += len(part)
        except ConnectionResetError:
            pass
    assert taken < 4_000 * 65_536


async def endless_with_lifespan(scope: Scope, receive: Receive, send: Send) -> None:
    if scope["type"] == "lifespan":
        await receive()
        await send({"type": "lifespan.startup.complete"})
        await receive()
        await send({"type": "lifespan.shutdown.complete"})
    else:
        await endless(scope, receive, send)


async def unhurried(scope: Scope, receive: Receive, send: Send) -> None:
    if scope["type"] == "lifespan":
        await endless_with_lifespan(scope, receive, send)
        return
    await asyncio.sleep(1.2)
    await PlainTextResponse("at last")(scope, receive, send)


def test_who_waits_for_an_answer_is_not_cut_off(serve: Any, raw: Any) -> None:
    port = serve(unhurried, Hurried)
    assert raw.exchange(port, raw.head(b"/")).endswith(b"at last")


def test_a_connection_in_use_is_not_cut_off(assistant: Assistant, serve: Any, raw: Any) -> None:
    port = serve(create_app(assistant, chat=False), Hurried)
    again = raw.head(b"/api/health").replace(b"Connection: close\r\n", b"")
    received = raw.exchange(port, *[again] * 8, raw.head(b"/api/health"), pause=0.15)
    assert received.count(b"HTTP/1.1 200") == 9


def test_a_head_without_end_is_refused_at_64_kilobytes(assistant: Assistant, serve: Any, raw: Any) -> None:
    port = serve(create_app(assistant, chat=False))
    for begin in (b"GET /api/health HTTP/1.1\r\nHost: x\r\nA: ", b"GET /"):
        received = raw.exchange(port, begin, b"x" * 70_000)
        assert raw.status(received) == 431
        assert error_code(received) == "headers_too_long"


def test_a_head_of_many_lines_within_the_limit_is_fine(assistant: Assistant, serve: Any, raw: Any) -> None:
    port = serve(create_app(assistant, chat=False))
    assert raw.status(raw.exchange(port, raw.head(b"/api/health", *[b"A: " + b"x" * 500] * 60))) == 200


def test_what_is_no_http_is_told_so_in_the_one_shape(assistant: Assistant, serve: Any, raw: Any) -> None:
    port = serve(create_app(assistant, chat=False))
    for garbage in (b"\x16\x03\x01\x02\x00\x01", b"GET /\xff HTTP/1.1\r\nHost: x\r\n\r\n", b"HELLO\r\n\r\n"):
        received = raw.exchange(port, garbage)
        assert raw.status(received) == 400, garbage
        assert error_code(received) == "no_http"
        assert b"X-Content-Type-Options: nosniff" in received
    port = serve(create_app(assistant, chat=False))
    both = raw.head(b"/api/ask", b"Content-Length: 3", b"Transfer-Encoding: chunked", method=b"POST")
    assert raw.status(raw.exchange(port, both + b"0\r\n\r\n")) == 400
