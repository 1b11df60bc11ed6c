"""How many tokens a text costs: exactly where tiktoken's ranks are on this machine, else an upper bound."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

_BASE = "https://openaipublic.blob.core.windows.net/encodings/"
_RANKS = {
    "cl100k_base": "223921b76ee99bde995b7ff738513eef100fb51d18c93597a113bcffe865b2a7",
    "o200k_base": "446a9538cb6c348e3516120d7c08b09f57c36495e2acfffe59a5bf8b0cfb1a2d",
}


@dataclass(frozen=True, slots=True)
class TokenCounter:
    """`count(text)` gives tokens; `exact` is False where it is the number of UTF-8 bytes.

    Every byte-level BPE starts from single bytes and only merges them, so no text costs more tokens than bytes.
    """

    count: Callable[[str], int]
    exact: bool

    def fitting(self, texts: Iterable[str], budget: int) -> tuple[str, ...]:
        """The longest beginning of the texts that costs at most `budget` tokens; no text is cut."""
        fit: list[str] = []
        for text in texts:
            budget -= self.count(text)
            if budget < 0:
                break
            fit.append(text)
        return tuple(fit)


def token_counter(encoding: str = "o200k_base") -> TokenCounter:
    """A counter for the encoding; never touches the network and never waits.

    Exact where the folder of TIKTOKEN_CACHE_DIR (tiktoken's own setting) holds the intact rank file.
    ValueError for an encoding other than cl100k_base and o200k_base.
    """
    if encoding not in _RANKS:
        raise ValueError(f"no encoding {encoding!r}; one of {', '.join(sorted(_RANKS))}")
    if not _ranks_held(encoding):
        return TokenCounter(_bytes, exact=False)
    import tiktoken

    ranks = tiktoken.get_encoding(encoding)
    return TokenCounter(lambda text: len(ranks.encode_ordinary(text)), exact=True)


def _bytes(text: str) -> int:
    return len(text.encode("utf-8", "surrogatepass"))


def _ranks_held(encoding: str) -> bool:
    """Whether tiktoken will find its file: a missing or damaged one it would delete and fetch, without a timeout."""
    folder = os.environ.get("TIKTOKEN_CACHE_DIR")
    if not folder:
        return False
    name = hashlib.sha1(f"{_BASE}{encoding}.tiktoken".encode(), usedforsecurity=False).hexdigest()
    try:
        content = (Path(folder) / name).read_bytes()
    except OSError:
        return False
    return hashlib.sha256(content).hexdigest() == _RANKS[encoding]
