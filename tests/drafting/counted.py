"""Texts on which two counts of 字数 are held against each other."""

from __future__ import annotations

import random
import sys
from collections.abc import Iterator
from pathlib import Path

from assistant.drafting.count import _kind
from tests.drafting.count_table import class_of

SOURCES = Path(__file__).resolve().parents[2] / "corpus" / "sources"
_PIECES = (
    "产教融合", "。", "，", "“", "”", "’", "‘", "——", "……", "98.6%", "1,200", "don’t", "a", "Z", "9", "-", "～", "①", "Ⅳ",
    "２０２４", "ＡＢ", "ｱ", "か\u3099", "e\u0301", "\u0301", "\u200b", "\u200d", "\ufe0f", "\u2060", "\xad", "\ufeff",
    "👍🏽", "🏽", "👨\u200d👩\u200d👧", "❤\ufe0f\u200d🔥", "🇨🇳", "1\ufe0f\u20e3", "㊗", "☑", "□", "■", "©", "™", "\u20dd",
    "𠮷", "𝟘", "\U000e0100", "\ud800", "\udbff", " ", "\n", "\r\n", "\t", "\u3000", "\xa0", "\x00", "\x1f", "\x85", "\u2028",
    "\u180e", "\u202e", "ß", "²", "½", "٣", "ไ", "र्", "한", "\u1160", "ﬁ", "\ue000", "\U0010ffff", "\uffff", "【待补充】",
)  # fmt: skip


def sampled(count: int, seed: int = 7) -> Iterator[str]:
    """Texts of pieces that go wrong beside each other, and of any characters; no low surrogate follows a high one,
    since a script would take the two for one character."""
    chance = random.Random(seed)
    for _ in range(count):
        parts = [
            chr(chance.randrange(sys.maxunicode + 1)) if chance.random() < 0.15 else chance.choice(_PIECES)
            for _ in range(chance.randrange(1, 25))
        ]
        yield joined("".join(parts))


def of_every_class() -> Iterator[str]:
    """Every code point beside others of each kind, one of each class beside one of each other, and around ’ and a joiner."""
    for point in range(sys.maxunicode + 1):
        char = chr(point)
        if "\ud800" <= char <= "\udfff" or _kind(char) != _kind(chr(max(point - 1, 0))) or point % 97 == 0:
            yield joined(f"a{char}b{char}中{char} {char}’{char}x🔥\u200d{char}")
    first = {}
    for point in range(sys.maxunicode + 1):
        first.setdefault(class_of(chr(point)), chr(point))
    for one in first.values():
        for other in first.values():
            for between in ("", "’", "\u200d", "’\u200d", "\u200d’"):
                yield f"{one}{between}{other}{between}{one}"


def of_sources() -> Iterator[str]:
    """The lines of the guidelines."""
    for path in sorted(SOURCES.glob("*.txt")):
        yield from path.read_text(encoding="utf-8").splitlines()


def joined(text: str) -> str:
    """The text without surrogates that make a pair."""
    return "".join(
        char
        for at, char in enumerate(text)
        if not ("\udc00" <= char <= "\udfff" and "\ud800" <= text[at - 1] <= "\udbff")
    )
