"""Whose word about the caller is believed."""

from __future__ import annotations

from typing import Any

import pytest
from starlette.responses import JSONResponse
from starlette.testclient import TestClient
from starlette.types import Receive, Scope, Send

from assistant.web.peers import Peers, account, masked
from assistant.web.visits import local_path, visit_of

PROXIES = ("10.0.0.1", "192.168.0.0/16", "2001:db8:ffff::/48")


async def mirror(scope: Scope, receive: Receive, send: Send) -> None:
    told = {
        "account": account(scope),
        "masked": masked(scope),
        "scheme": scope["scheme"],
        "prefix": scope.get("root_path", ""),
        "path": local_path(scope),
        "private": visit_of(scope).private,
        "headers": sorted(name.decode() for name, _ in scope["headers"] if b"forw" in name or b"gradio" in name),
    }
    await JSONResponse(told)(scope, receive, send)


def told(peer: str, headers: dict[str, str], proxies: tuple[str, ...] = PROXIES, path: str = "/x") -> Any:
    return TestClient(Peers(mirror, proxies), client=(peer, 1)).get(path, headers=headers).json()


@pytest.mark.parametrize(
    ("peer", "forwarded", "caller"),
    [
        ("198.51.100.7", "", "198.51.100.7"),
        ("198.51.100.7", "203.0.113.9", "198.51.100.7"),  # nobody's proxy: not believed
        ("10.0.0.1", "203.0.113.9", "203.0.113.9"),
        ("::ffff:10.0.0.1", "203.0.113.9", "203.0.113.9"),
        ("10.0.0.1", "1.1.1.1, 203.0.113.9", "203.0.113.9"),  # what the caller wrote itself stands to the left
        ("10.0.0.1", "203.0.113.9, 192.168.3.4", "203.0.113.9"),  # two proxies of ours
        ("10.0.0.1", "203.0.113.9:4711", "203.0.113.9"),
        ("10.0.0.1", "[2001:db8::5]:4711", "2001:db8::/64"),
        ("2001:db8:ffff::1", "2001:db8::5", "2001:db8::/64"),
        ("10.0.0.1", "", "10.0.0.1"),
        ("10.0.0.1", "nonsense", "-"),
    ],
)
def test_the_caller_is_the_rightmost_that_is_no_proxy_of_ours(peer: str, forwarded: str, caller: str) -> None:
    headers = {"x-forwarded-for": forwarded} if forwarded else {}
    assert told(peer, headers)["account"] == caller


FORWARDING = {
    "x-forwarded-proto": "https",
    "x-forwarded-host": "evil.example",
    "x-forwarded-prefix": "/shenbao",
    "x-real-ip": "203.0.113.9",
    "forwarded": "for=203.0.113.9",
    "x-gradio-server": "http://evil.example",
}


def test_a_strangers_forwarding_headers_reach_nobody() -> None:
    seen = told("198.51.100.7", FORWARDING)
    assert (seen["scheme"], seen["prefix"], seen["headers"]) == ("http", "", [])


def test_a_proxy_names_scheme_and_prefix() -> None:
    seen = told("10.0.0.1", FORWARDING, path="/en/")
    assert (seen["scheme"], seen["prefix"], seen["path"]) == ("https", "/shenbao", "/en/")
    assert "x-gradio-server" not in seen["headers"]
    for wrong in ("shenbao", "/a b", "/../x", "//x", "/<script>", "/"):
        assert told("10.0.0.1", {"x-forwarded-prefix": wrong})["prefix"] == ""


def test_logs_keep_no_whole_address() -> None:
    assert told("198.51.100.77", {})["masked"] == "198.51.100.0"
    assert told("2001:db8:1:2::1", {})["masked"] == "2001:db8:1::/48"
    assert told("fe80::1%eth0", {})["masked"] == "fe80::/48"
    assert told("testclient", {})["masked"] == "-"


@pytest.mark.parametrize(
    ("peer", "headers", "private"),
    [
        ("127.0.0.1", {}, True),
        ("::1", {}, True),
        ("10.0.0.1", {}, True),
        ("192.168.7.7", {}, True),
        ("127.0.0.1", {"x-forwarded-for": "203.0.113.9"}, False),
        ("127.0.0.1", {"forwarded": "for=203.0.113.9"}, False),
        ("127.0.0.1", {"x-real-ip": "203.0.113.9"}, False),
        ("10.0.0.1", {"x-forwarded-host": "example.cn"}, False),
        ("198.51.100.7", {}, False),
        ("testclient", {}, False),
    ],
)
def test_what_came_through_a_proxy_is_not_private(peer: str, headers: dict[str, str], private: bool) -> None:
    assert told(peer, headers)["private"] is private
