"""Which addresses are open, and that none of them reads a file it should not."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import gradio
import pytest
from fastapi import FastAPI
from starlette.routing import Mount, Route
from starlette.testclient import TestClient

from assistant.service import Assistant
from assistant.web.application import create_app
from assistant.web.doors import Doors

FRONTEND = Path(gradio.__file__).parent / "templates" / "frontend"


@pytest.fixture
def client(assistant: Assistant) -> Iterator[TestClient]:
    with TestClient(create_app(assistant), raise_server_exceptions=False) as client:
        yield client


def code_of(response: Any) -> str:
    assert set(response.json()) == {"error"}
    code: str = response.json()["error"]["code"]
    return code


def gradio_routes() -> list[tuple[str, str]]:
    """Every route of a Gradio application, with its method."""

    async def made() -> FastAPI:  # outside a running loop Gradio opens one and never closes it
        with gradio.Blocks(analytics_enabled=False) as blocks:
            return gradio.routes.App.create_app(blocks)

    app = asyncio.run(made())
    found = set()
    pending: list[Any] = list(app.routes)
    while pending:
        route = pending.pop()
        pending += getattr(getattr(route, "original_router", None), "routes", [])
        if isinstance(route, Route):
            found |= {(method, route.path) for method in route.methods or ()}
        elif isinstance(route, Mount):
            found.add(("GET", route.path + "/x"))
    return sorted(found)


# What the page and its client libraries use; everything else of Gradio is closed.
OPEN = {
    "/",
    "/config",
    "/theme.css",
    "/favicon.ico",
    "/manifest.json",
    "/robots.txt",
    "/assets/{path:path}",
    "/static/{path:path}",
    "/svelte/{path:path}",
    "/gradio_api/app_id",
    "/gradio_api/startup-events",
    "/gradio_api/run/{api_name}",
    "/openapi.json",
}


def test_of_gradios_routes_only_those_the_page_needs_are_open(client: TestClient) -> None:
    routes = gradio_routes()
    assert len(routes) > 60
    assert {path for _, path in routes} >= OPEN
    for mount in ("", "/en"):
        for method, path in routes:
            if path in OPEN:
                continue
            response = client.request(method, mount + path.replace("{", "").replace("}", "").replace(":path", ""))
            wanted = (403, "uploads_closed") if "/upload" in path else (404, "not_found")
            if method == "HEAD":
                assert response.status_code == wanted[0], path
            else:
                assert (response.status_code, code_of(response)) == wanted, path


def test_every_file_of_the_page_can_be_fetched(client: TestClient) -> None:
    doors = Doors(FastAPI(), FastAPI(routes=[Mount("", FastAPI()), Mount("/en", FastAPI())]))
    files = [path.relative_to(FRONTEND).as_posix() for path in FRONTEND.rglob("*") if path.is_file()]
    served = [name for name in files if name.startswith(("assets/", "static/"))]
    assert len(served) > 100
    for name in served:
        for mount in ("/", "/en/"):
            door = doors.find(mount + name)
            assert door is not None, name
            assert door.route == f"{mount}{name.partition('/')[0]}/{{file}}"
    assert client.get("/static/img/logo_nosize.svg").status_code == 200
    assert client.get("/en/static/img/logo_nosize.svg").status_code == 200


FILE_ROUTES = (
    "/assets/",
    "/static/",
    "/svelte/",
    "/gradio_api/file=",
    "/gradio_api/file/",
    "/gradio_api/proxy=",
    "/gradio_api/proxy=file://",
    "/gradio_api/stream/",
    "/gradio_api/custom_component/x/client/component/",
    "/gradio_api/run-history/records/x/y/assets/",
    "/file=",
    "/pwa_icon/",
    "/api/documents/",
    "/",
)
UPS = (
    "../",
    "..%2f",
    "..%2F",
    "%2e%2e/",
    "%2e%2e%2f",
    ".%2e/",
    "%2e./",
    "..\\",
    "..%5c",
    "%2e%2e%5c",
    "%252e%252e/",
    "%252e%252e%252f",
    "..%252f",
    "..%c0%af",
    "%c0%ae%c0%ae/",
    "%c0%ae%c0%ae%c0%af",
    "..%e0%80%af",
    "%uff0e%uff0e/",
    "%ef%bc%8e%ef%bc%8e/",
    "..%ef%bc%8f",
    "....//",
    "..../",
    "..;/",
    "..%00/",
    "..%0d%0a/",
    ".%00./",
    "./../",
    "img/../../",
    "img/%2e%2e/%2e%2e/",
    "//../",
    "..//",
    "%2f..%2f",
    ".%252e/",
    "..%u2215",
    "..%E2%88%95",
    "..%09/",
    "..%20/",
    "..+/",
)


def spellings(target: str) -> list[str]:
    """Ways of writing the same absolute path in an address."""
    tail = target.lstrip("/")
    absolute = ["/" + tail, "%2f" + tail, "//" + tail, "file:///" + tail, tail, "~/" + tail, "%00/" + tail]
    return absolute + [up * 12 + tail for up in UPS] + [up * 2 + tail for up in UPS]


def test_no_spelling_of_a_path_gets_a_file_from_outside(
    assistant: Assistant, serve: Any, raw: Any, tmp_path: Path
) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("hidden-7c1f", encoding="utf-8")
    port = serve(create_app(assistant))
    control = raw.exchange(port, raw.head(b"/static/img/logo_nosize.svg"))
    assert raw.status(control) == 200
    asked = 0
    for mount in ("", "/en"):
        for route in FILE_ROUTES:
            for spelling in [*spellings(str(secret)), *spellings("/etc/passwd")]:
                received = raw.exchange(port, raw.head(f"{mount}{route}{spelling}".encode()))
                assert raw.status(received) in (400, 403, 404), (mount, route, spelling)
                assert b"hidden-7c1f" not in received
                assert b"root:" not in received
                asked += 1
        for page in ("/?deep_link=", "/config?deep_link=", "/gradio_api/queue/data?session_hash=", "/?__theme="):
            for spelling in spellings(str(secret)):
                received = raw.exchange(port, raw.head(f"{mount}{page}{spelling}".encode()))
                assert raw.status(received) in (200, 400, 404, 422), (mount, page, spelling)
                assert b"hidden-7c1f" not in received
    assert asked > 2 * len(FILE_ROUTES) * 2 * 70


def test_forged_file_values_in_an_event_read_nothing(client: TestClient, tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("hidden-7c1f", encoding="utf-8")
    forged = {"path": str(secret), "url": f"file://{secret}", "meta": {"_type": "gradio.FileData"}}
    for data in ([forged, "", []], ["几家？", forged, []], ["几家？", "", [{"role": "user", "content": forged}]]):
        told = client.post("/gradio_api/run/turn", json={"data": data})
        assert "hidden-7c1f" not in told.text


def test_an_address_of_our_own_is_open_without_being_listed() -> None:
    app = FastAPI(routes=[Route("/about", lambda request: None), Mount("/pictures", Route("/x", lambda request: None))])
    doors = Doors(app, app)
    assert doors.find("/about") is not None
    assert doors.find("/pictures/a/b.png") is not None
    for path in ("/pictures/../about", "/pictures/.hidden", "/pictures/", "/about/", "/about\n"):
        assert doors.find(path) is None


def test_too_long_an_address_is_refused(client: TestClient) -> None:
    response = client.get("/api/search?q=" + "x" * 40_000)
    assert (response.status_code, code_of(response)) == (414, "address_too_long")
    assert client.get("/api/search", params={"q": "长" * 2_001}).status_code == 413
