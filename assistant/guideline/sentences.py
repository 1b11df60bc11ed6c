"""Where the sentences of a Chinese clause begin and end."""

from __future__ import annotations

import re
from functools import cache

_ENDS = "。！？；;!?"
_OPEN = "（(《“‘【〔"
_CLOSE = "）)》”’】〕"


def sentences(text: str, ends: str = _ENDS) -> tuple[tuple[int, int], ...]:
    """Spans of the sentences in order, covering the text; an end mark inside brackets or quotes ends nothing.

    Brackets that never close (OCR) do not swallow the rest: depth is dropped after 120 characters.
    """
    spans: list[tuple[int, int]] = []
    start, depth, opened = 0, 0, 0
    for mark in _marks(ends).finditer(text):
        i, char = mark.start(), mark.group()
        if char in _OPEN:
            depth, opened = depth + 1, i
        elif char in _CLOSE:
            depth = max(0, depth - 1)
        elif char in ends and (depth == 0 or i - opened > 120):
            spans.append((start, i + 1))
            start, depth = i + 1, 0
    if text[start:].strip():
        spans.append((start, len(text)))
    return tuple(spans)


@cache
def _marks(ends: str) -> re.Pattern[str]:
    return re.compile(f"[{re.escape(ends + _OPEN + _CLOSE)}]")
