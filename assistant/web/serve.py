"""Listening: the port first, then the data folder, then the assistant, so that every refusal comes at once.

The heavy libraries load last.
"""

from __future__ import annotations

import errno
import gc
import signal
import socket
import sys
import threading
from contextlib import suppress
from datetime import date
from types import FrameType

from assistant.errors import AssistantError, InputError
from assistant.service import Assistant
from assistant.settings import Settings
from assistant.wiring import serving
from assistant.words import words

WATCH_SECONDS = 3.0
LAST_LOOK = 1.0
STOPPING = (signal.SIGTERM, signal.SIGINT)


def serve(settings: Settings, today: date | None = None) -> None:
    """Serve the page and the API until SIGTERM or SIGINT; `today` fixes the day to answer as of."""
    for number in STOPPING:
        signal.signal(number, _stopped)
    with listening(settings.host, settings.port) as listener, serving(settings) as assistant:
        from assistant.web import access
        from assistant.web.application import create_app
        from assistant.web.server import Server

        access.to_stderr(settings.web.log)
        app = create_app(
            assistant, today=(lambda: today) if today else date.today, web=settings.web, sources=settings.corpus
        )
        host, port = listener.getsockname()[:2]
        address = f"http://{f'[{host}]' if ':' in host else host}:{port}/"
        print(words(settings.language)["cli.serving"].format(address=address), file=sys.stderr, flush=True)
        watching = threading.Event()
        watch = threading.Thread(target=_watch, args=(assistant, settings, watching), daemon=True)
        watch.start()
        server = Server(app, assistant)
        for number in STOPPING:
            signal.signal(number, server.handle_exit)
        gc.collect()
        gc.freeze()  # the libraries stay: a search for garbage among them stops everything for a tenth of a second
        server.run(sockets=[listener])
        watching.set()
        watch.join(LAST_LOOK)


def _stopped(number: int, frame: FrameType | None) -> None:
    """Stopped before anything was served: what was opened is closed on the way out."""
    raise SystemExit(0)


def _watch(assistant: Assistant, settings: Settings, stopped: threading.Event) -> None:
    """Take up changed documents while serving, and find out what can be suggested; what goes wrong is said once and
    the last good state stays."""
    told = ""
    while True:
        problem = ""
        try:
            assistant.reindex()
        except AssistantError as error:
            problem = error.message(settings.language)
        except Exception as error:  # one failure must not end the watch
            problem = f"{words(settings.language)['error.internal']} ({type(error).__name__})"
        with suppress(Exception):  # suggestions are asked for again the next time
            assistant.warm()
        if stopped.wait(WATCH_SECONDS):
            return
        if problem and problem != told:
            print(problem, file=sys.stderr, flush=True)
        told = problem


def listening(host: str, port: int) -> socket.socket:
    """A socket that listens there; InputError says why it cannot."""
    try:
        family, kind, protocol, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        listener = socket.socket(family, kind, protocol)
    except OSError as error:
        raise InputError(f"监听地址“{host}”无效。", f'"{host}" is no address to listen on.') from error
    try:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind(address)
        listener.listen(512)
    except OSError as error:
        listener.close()
        if error.errno == errno.EADDRINUSE:
            raise InputError(
                f"端口 {port} 已被占用，请用 --port 换一个。", f"Port {port} is in use; choose another with --port."
            ) from error
        raise InputError(
            f"不能在 {host}:{port} 上监听（系统错误 {error.errno}）。",
            f"Cannot listen on {host}:{port} ({error.strerror}).",
        ) from error
    return listener
