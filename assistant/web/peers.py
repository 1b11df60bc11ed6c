"""Who is calling: forwarding headers are believed from the proxies that were named, and removed from all others."""

from __future__ import annotations

import re
from collections.abc import Iterable
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network
from typing import Any, cast

from starlette.types import ASGIApp, Receive, Scope, Send
from uvicorn.middleware.proxy_headers import ProxyHeadersMiddleware

from assistant.web.visits import visit_of

_FORWARDING = (b"forwarded", b"x-real-ip", b"x-gradio-server")
_PREFIX = re.compile(rb"(?:/[A-Za-z0-9_~-][A-Za-z0-9_.~-]*)+")
_Address = IPv4Address | IPv6Address


class Peers:
    """ASGI middleware: afterwards `scope["client"]`, scheme and prefix are those of the caller before the proxies."""

    def __init__(self, app: ASGIApp, proxies: Iterable[str] = ()) -> None:
        self._app = app
        self._behind = cast(ASGIApp, ProxyHeadersMiddleware(cast(Any, app), list(proxies)))
        self._networks = tuple(ip_network(proxy) for proxy in proxies)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Find out who calls."""
        if scope["type"] not in ("http", "websocket"):
            await self._app(scope, receive, send)
            return
        peer = address_of(scope)
        known = peer is not None and any(peer in network for network in self._networks)
        if known and scope["client"]:
            scope["client"] = (str(peer), scope["client"][1])
        forwarded = [name for name, _ in scope["headers"] if _forwards(name)]
        visit_of(scope).private = not forwarded and (known or (peer is not None and peer.is_loopback))
        prefix = dict(scope["headers"]).get(b"x-forwarded-prefix", b"").rstrip(b"/")
        scope["headers"] = [
            (name, value) for name, value in scope["headers"] if not _forwards(name) or (known and _kept(name))
        ]
        if known and _PREFIX.fullmatch(prefix):
            scope["root_path"] = prefix.decode() + scope.get("root_path", "")
            scope["path"] = prefix.decode() + scope["path"]
        await (self._behind if known else self._app)(scope, receive, send)


def address_of(scope: Scope) -> _Address | None:
    """The caller's address; None where there is none, as with a local socket. IPv4 written as IPv6 is IPv4."""
    client = scope.get("client")
    try:
        address = ip_address(client[0].partition("%")[0]) if client else None
    except ValueError:
        return None
    mapped = address.ipv4_mapped if isinstance(address, IPv6Address) else None
    return mapped or address


def account(scope: Scope) -> str:
    """The name a caller's requests are counted under: an IPv4 address, or an IPv6 network of 64 bits."""
    return _network(address_of(scope), 32, 64)


def masked(scope: Scope) -> str:
    """The caller as logs may keep it: IPv4 without its last octet, IPv6 as a network of 48 bits."""
    return _network(address_of(scope), 24, 48).removesuffix("/24")


def _network(address: _Address | None, four: int, six: int) -> str:
    if address is None:
        return "-"
    bits = four if address.version == 4 else six
    return str(ip_network(f"{address}/{bits}", strict=False)).removesuffix("/32")


def _forwards(name: bytes) -> bool:
    return name.startswith(b"x-forwarded-") or name in _FORWARDING


def _kept(name: bytes) -> bool:
    return name.startswith(b"x-forwarded-")
