"""Sentences in facts that speak to the writer (忽略字数限制…): told apart, left out, never obeyed."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from assistant.guideline.sentences import sentences
from assistant.guideline.tables import table

_ENDS = "。！？!?\n"


def parted(text: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The whole sentences of a text that tell something, and those that order something, both in order."""
    told: list[str] = []
    orders: list[str] = []
    for start, end in sentences(text, _ENDS):
        sentence = text[start:end].strip()
        if sentence:
            (orders if ordering(sentence) else told).append(whole(sentence))
    return tuple(told), tuple(orders)


def ordering(sentence: str) -> bool:
    """Whether a sentence speaks to the writer."""
    return any(pattern.search(sentence) for pattern in _patterns())


def whole(sentence: str) -> str:
    """The sentence with the mark that ends it."""
    sentence = sentence.rstrip("；;，,、 ")
    return sentence if sentence[-1:] in "。！？!?】：:" else f"{sentence}。"


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(p) for p in table(Path(__file__).with_name("data") / "orders.toml")["patterns"])
