"""What the tests need of this machine: Chromium, axe-core, and servers of the program in processes of their own."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
AXE = Path(__file__).resolve().parent / "node_modules" / "axe-core" / "axe.min.js"
TODAY = "2026-11-20"
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
_START_SECONDS = 60


def chromium() -> str | None:
    """The browser of the system, where there is one."""
    names = ("chromium", "chromium-browser", "google-chrome")
    return next((found for name in names if (found := shutil.which(name))), None)


def free_port() -> int:
    """A port nobody listens on."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return int(taken.getsockname()[1])


@contextmanager
def serving(folder: Path, corpus: Path = ROOT / "corpus", today: str = TODAY, **environ: str) -> Iterator[str]:
    """A server over a corpus, as `python app.py` starts it, with its data and log in `folder`; its address."""
    folder.mkdir(parents=True, exist_ok=True)
    port = free_port()
    command = [sys.executable, "app.py", "--port", str(port), "--corpus", str(corpus)]
    command += ["--data", str(folder / "data"), "--today", today, "--lang", "zh"]
    said = folder / "log"
    with said.open("wb") as log:
        process = subprocess.Popen(command, cwd=ROOT, env={**os.environ, **environ}, stdout=log, stderr=log)
        try:
            address = f"http://127.0.0.1:{port}"
            _wait(f"{address}/api/health", process, said)
            yield address
        finally:
            process.terminate()
            process.wait(20)


def _wait(address: str, process: subprocess.Popen[bytes], said: Path) -> None:
    end = time.monotonic() + _START_SECONDS
    while time.monotonic() < end and process.poll() is None:
        try:
            with urllib.request.urlopen(address, timeout=5) as response:
                response.read()
            return
        except OSError:
            time.sleep(0.1)
    raise AssertionError(f"the server did not start: {said.read_text(encoding='utf-8', errors='replace')}")
