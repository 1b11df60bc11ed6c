"""Lists that go together item by item: "A、B和C分别报送至X、Y和Z"."""

from __future__ import annotations

import re

from assistant.guideline.patterns import regex

_PAIRED = regex(r"(?P<left>[^。；]{4,90}?)(?:的[^，。；、]{1,8})?分别(?P<right>[^。；]{4,90})")


def respective(text: str) -> tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]:
    """Pairs of lists of the same length (2 to 5) on the two sides of 分别."""
    pairs = []
    for match in _PAIRED.finditer(text):
        left, right = _items(match["left"]), _items(re.split(r"，", match["right"])[0])
        if len(left) > len(right) > 1:
            left = left[-len(right) :]
        if len(right) > len(left) > 1:
            right = right[-len(left) :]
        if 2 <= len(left) == len(right) <= 5:
            pairs.append((left, right))
    return tuple(pairs)


def _items(words: str) -> tuple[str, ...]:
    inner = re.search(r"（([^（）]*、[^（）]*)）", words)
    listed = inner.group(1) if inner else re.split(r"[，：:]", words)[-1]
    parts = re.split(r"[、和与及]", listed)
    cleaned = [re.sub(r"^.*(?:至|由|为|向|给)|(?:作为|部门|等).*$", "", p.strip()) for p in parts]
    cleaned = [re.sub(r"^(?:属地|所在地|当地)", "", c) for c in cleaned]
    return tuple(p for p in cleaned if p)
