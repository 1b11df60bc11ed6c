"""A real server for what only a real connection shows, and requests as raw bytes, which no client library tidies."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

import pytest
import uvicorn
from starlette.types import ASGIApp

from assistant.indexing import read
from assistant.service import Assistant, Opened
from assistant.web.patience import PatientProtocol
from tests.drafting.lighthouse import FORM, forms
from tests.drafting.test_form_files import ABSENT

Serve = Callable[..., int]


@pytest.fixture(scope="module")
def held(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    """An assistant over an invented text with one form, and one that is only mentioned."""
    folder: Path = tmp_path_factory.mktemp("forms")
    found = forms(folder, FORM, ABSENT)
    texts = read(folder)
    nobody: Any = None
    opened = Opened("d1", texts.guidelines, (), nobody, nobody, nobody, texts.cards, lambda: found)
    return Assistant(opened, lambda opened: opened)


@contextmanager
def listening(app: ASGIApp, protocol: type[PatientProtocol]) -> Iterator[int]:
    listener = socket.create_server(("127.0.0.1", 0))
    config = uvicorn.Config(app, http=protocol, ws="none", proxy_headers=False, log_level="critical", lifespan="on")
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]}, daemon=True)
    thread.start()
    while not server.started:
        assert thread.is_alive()
        time.sleep(0.01)
    try:
        yield listener.getsockname()[1]
    finally:
        server.should_exit = True
        thread.join(10)


@pytest.fixture
def serve() -> Iterator[Serve]:
    """`serve(app)` gives the port at which it is being served until the test ends."""
    with ExitStack() as stack:

        def start(app: ASGIApp, protocol: type[PatientProtocol] = PatientProtocol) -> int:
            return stack.enter_context(listening(app, protocol))

        yield start


def exchange(port: int, *pieces: bytes, pause: float = 0.0, timeout: float = 10.0) -> bytes:
    """Send the pieces as they are and read until the server closes."""
    with socket.create_connection(("127.0.0.1", port), timeout=timeout) as connection:
        for piece in pieces:
            try:
                connection.sendall(piece)
            except (BrokenPipeError, ConnectionResetError):
                break
            time.sleep(pause)
        received = b""
        while True:
            try:
                part = connection.recv(65536)
            except ConnectionResetError:
                part = b""
            if not part:
                return received
            received += part


def head(target: bytes, *lines: bytes, method: bytes = b"GET") -> bytes:
    """The head of a request after which the server closes."""
    return b"\r\n".join([method + b" " + target + b" HTTP/1.1", b"Host: x", b"Connection: close", *lines, b"", b""])


def status(received: bytes) -> int:
    """The status of a raw response; 0 for none."""
    return int(received.split(b" ", 2)[1]) if received.startswith(b"HTTP/1.1 ") else 0


@pytest.fixture
def raw() -> Any:
    """The three helpers above, for test modules that cannot import this one."""

    class Raw:
        exchange = staticmethod(exchange)
        head = staticmethod(head)
        status = staticmethod(status)

    return Raw
