"""Text that anybody wrote, made safe to show: what would not be seen, or would be obeyed, is named instead."""

from __future__ import annotations

import unicodedata

_NAMED = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})


def visible(text: str) -> str:
    """The text with line ends and tabs as they are; controls, direction marks, lone surrogates, private and
    unassigned characters as [U+202E]. What is left stands in any UTF-8 file and in XML 1.0."""
    plain = text.replace("\r\n", "\n").replace("\r", "\n")
    return "".join(char if char in "\n\t" or not _unseen(char) else f"[U+{ord(char):04X}]" for char in plain)


def one_line(text: str) -> str:
    """The same on one line."""
    return " ".join(visible(text).split())


def _unseen(char: str) -> bool:
    return unicodedata.category(char) in _NAMED
