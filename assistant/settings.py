"""What can be set from outside, read once from the environment and never changed afterwards."""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from assistant.errors import InputError

Language = Literal["zh", "en"]

HOME = Path(__file__).resolve().parent.parent
DEFAULT_PORT = 7860
MOST_BY_DEFAULT = 4
MOST_WORKERS = 64


@dataclass(frozen=True, slots=True)
class Web:
    """How the server treats its callers: how much each may ask, which proxies are believed, which other sites'
    pages may use the API, what is logged, and whether there are metrics. docs/serving.md explains each."""

    rate: str = "120/minute"
    proxies: tuple[str, ...] = ()
    origins: tuple[str, ...] = ()
    log: bool = True
    log_questions: bool = False
    metrics: bool = True


@dataclass(frozen=True, slots=True)
class Settings:
    """Where the documents and the derived data are, where to listen, the language of messages, the
    OpenAI-compatible embedding model, if there is one, that joins the ranking with `embedding_weight`, how many
    processes answer for a server (0: the server's own), and how the server treats its callers."""

    corpus: Path
    data: Path
    host: str = "127.0.0.1"
    port: int = DEFAULT_PORT
    language: Language = "zh"
    embedding_model: str = ""
    embedding_url: str = ""
    embedding_key: str = field(default="", repr=False)
    embedding_weight: float = 0.3
    workers: int = 0
    web: Web = field(default_factory=Web)


def from_environment(
    environ: Mapping[str, str],
    *,
    corpus: str | None = None,
    data: str | None = None,
    host: str | None = None,
    port: str | None = None,
    language: str | None = None,
) -> Settings:
    """Settings from `environ`, each overridden by the argument of the same name where one is given."""
    folder = Path(corpus or environ.get("ASSISTANT_CORPUS") or HOME / "corpus").absolute()
    chosen = data or environ.get("ASSISTANT_DATA")
    return Settings(
        corpus=folder,
        data=Path(chosen).absolute() if chosen else default_data(folder),
        host=host or environ.get("ASSISTANT_HOST") or "127.0.0.1",
        port=_port(port or environ.get("ASSISTANT_PORT") or str(DEFAULT_PORT)),
        language=_language(environ, language),
        embedding_model=environ.get("ASSISTANT_EMBEDDING_MODEL", ""),
        embedding_url=environ.get("ASSISTANT_EMBEDDING_URL", ""),
        embedding_key=environ.get("ASSISTANT_EMBEDDING_KEY", ""),
        embedding_weight=_share(environ.get("ASSISTANT_EMBEDDING_WEIGHT") or "0.3"),
        workers=_workers(environ.get("ASSISTANT_WORKERS", "")),
        web=_web(environ),
    )


def default_data(corpus: Path) -> Path:
    """The data folder of a corpus nobody chose one for: each corpus has its own, so none evicts another's."""
    if corpus == HOME / "corpus":
        return HOME / "data" / "corpus"
    name = hashlib.sha256(str(corpus).encode("utf-8", "surrogateescape")).hexdigest()[:12]
    return HOME / "data" / f"other-{name}"


def language_of(environ: Mapping[str, str]) -> Language:
    """The language of messages: English where the locale says so, Chinese otherwise."""
    return _language(environ, None)


def _language(environ: Mapping[str, str], chosen: str | None) -> Language:
    names = ("ASSISTANT_LANG", "LC_ALL", "LC_MESSAGES", "LANG")
    wish = chosen or next((environ[name] for name in names if environ.get(name)), "zh")
    return "en" if wish.lower().startswith("en") else "zh"


def _web(environ: Mapping[str, str]) -> Web:
    return Web(
        rate=_rate(environ.get("ASSISTANT_RATE") or "120/minute"),
        proxies=tuple(_network(part) for part in _parts(environ.get("ASSISTANT_PROXIES", ""))),
        origins=tuple(_origin(part) for part in _parts(environ.get("ASSISTANT_ORIGINS", ""))),
        log=_choice(environ, "ASSISTANT_LOG", "access", "off"),
        log_questions=_choice(environ, "ASSISTANT_LOG_QUESTIONS", "1", "0", default="0"),
        metrics=_choice(environ, "ASSISTANT_METRICS", "on", "off"),
    )


def _parts(text: str) -> list[str]:
    return [part.strip() for part in text.split(",") if part.strip()]


def _rate(text: str) -> str:
    if not re.fullmatch(r"0|[1-9][0-9]{0,8}/(second|minute|hour)", text):
        raise InputError(
            f"ASSISTANT_RATE 须形如 120/minute（second、minute 或 hour），0 表示不限，不能是“{text[:20]}”。",
            f'ASSISTANT_RATE must read like 120/minute (second, minute or hour), or 0 for no limit, not "{text[:20]}".',
        )
    return text


def _network(text: str) -> str:
    from ipaddress import ip_network

    try:
        return str(ip_network(text)) if "/" in text else str(ip_network(text)).partition("/")[0]
    except ValueError:
        raise InputError(
            f"ASSISTANT_PROXIES 须是用逗号分开的 IP 地址或网段，“{text[:60]}”不是。",
            f'ASSISTANT_PROXIES must be IP addresses or networks with commas between, and "{text[:60]}" is neither.',
        ) from None


def _origin(text: str) -> str:
    if not re.fullmatch(r"https?://[a-z0-9.\-\[\]:]+", text.lower()):
        raise InputError(
            f"ASSISTANT_ORIGINS 须是用逗号分开的网站来源（如 https://example.cn），“{text[:60]}”不是。",
            f'ASSISTANT_ORIGINS must be origins such as https://example.cn with commas between; "{text[:60]}" is none.',
        )
    return text.lower()


def _choice(environ: Mapping[str, str], name: str, yes: str, no: str, *, default: str = "") -> bool:
    text = environ.get(name) or default or yes
    if text not in (yes, no):
        raise InputError(
            f"{name} 须是 {yes} 或 {no}，不能是“{text[:20]}”。", f'{name} must be {yes} or {no}, not "{text[:20]}".'
        )
    return text == yes


def _port(text: str) -> int:
    if not (text.isascii() and text.isdigit() and len(text) <= 5 and 0 <= int(text) <= 65535):
        raise InputError(
            f"端口须是 0 到 65535 之间的整数，不能是“{text[:20]}”。",
            f'The port must be a whole number from 0 to 65535, not "{text[:20]}".',
        )
    return int(text)


def _workers(text: str) -> int:
    if not text:
        return min(len(os.sched_getaffinity(0)), MOST_BY_DEFAULT)
    if not (text.isascii() and text.isdigit() and len(text) <= 2 and int(text) <= MOST_WORKERS):
        raise InputError(
            f"ASSISTANT_WORKERS 须是 0 到 {MOST_WORKERS} 之间的整数，不能是“{text[:20]}”。",
            f'ASSISTANT_WORKERS must be a whole number from 0 to {MOST_WORKERS}, not "{text[:20]}".',
        )
    return int(text)


def _share(text: str) -> float:
    if not re.fullmatch(r"0(\.[0-9]+)?|1(\.0+)?", text):
        raise InputError(
            f"ASSISTANT_EMBEDDING_WEIGHT 须在 0 到 1 之间，不能是“{text[:20]}”。",
            f'ASSISTANT_EMBEDDING_WEIGHT must lie between 0 and 1, not "{text[:20]}".',
        )
    return float(text)
