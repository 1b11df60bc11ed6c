"""A small reverse proxy with TLS that serves a program under a path of its own, as a college's web server would."""

from __future__ import annotations

import http.client
import ssl
import subprocess
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import urlsplit

PREFIX = "/shenbao"
_HOP = {"connection", "keep-alive", "transfer-encoding", "te", "trailer", "upgrade", "host", "content-length"}


class _Proxy(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    backend = ""
    strips = True

    def do_GET(self) -> None:
        """Pass one request on, without the prefix, and its answer back."""
        if not self.path.startswith(f"{PREFIX}/"):
            self._answer(404, [], b"not under the prefix")
            return
        size = int(self.headers.get("content-length") or 0)
        body = self.rfile.read(size)
        connection = http.client.HTTPConnection(urlsplit(self.backend).netloc, timeout=30)
        try:
            path = self.path.removeprefix(PREFIX) if self.strips else self.path
            connection.request(self.command, path, body, self._forwarded())
            answer = connection.getresponse()
            kept = [(name, value) for name, value in answer.getheaders() if name.lower() not in _HOP]
            self._answer(answer.status, kept, answer.read())
        finally:
            connection.close()

    do_POST = do_GET  # noqa: N815  # the name that http.server looks for
    do_HEAD = do_GET  # noqa: N815

    def _forwarded(self) -> dict[str, str]:
        headers = {name: value for name, value in self.headers.items() if name.lower() not in _HOP}
        host = self.headers.get("host", "")
        return {
            **headers,
            "Host": urlsplit(self.backend).netloc,
            "X-Forwarded-Proto": "https",
            "X-Forwarded-Host": host,
            "X-Forwarded-Prefix": PREFIX,
            "X-Forwarded-For": self.client_address[0],
        }

    def _answer(self, status: int, headers: list[tuple[str, str]], body: bytes) -> None:
        self.send_response_only(status)
        for name, value in headers:
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        """Nothing: the tests look at the browser."""


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, request: object, client_address: object) -> None:
        """A browser that leaves in the middle is no error."""


def certificate(folder: Path) -> ssl.SSLContext:
    """A certificate for this machine that nobody but the maker trusts."""
    key, made = folder / "key.pem", folder / "certificate.pem"
    command = "openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2 -subj /CN=127.0.0.1"
    command += " -addext subjectAltName=IP:127.0.0.1"
    subprocess.run([*command.split(), "-keyout", key, "-out", made], check=True, capture_output=True, timeout=60)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(made, key)
    return context


@contextmanager
def behind_tls(backend: str, folder: Path, *, strips: bool = True) -> Iterator[str]:
    """The address under which a program is served by the proxy; `strips`: it does not see the prefix."""
    handler = type("Handler", (_Proxy,), {"backend": backend, "strips": strips})
    with _Server(("127.0.0.1", 0), handler) as server:
        server.socket = certificate(folder).wrap_socket(server.socket, server_side=True, do_handshake_on_connect=False)
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
        thread.start()
        try:
            yield f"https://127.0.0.1:{server.server_port}{PREFIX}/"
        finally:
            server.shutdown()
            thread.join()
