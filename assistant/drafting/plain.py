"""What may stand in a fact sheet: plain text of bounded length, exact numbers, short lists."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

from assistant.errors import InputError
from assistant.guideline.patterns import regex

MOST_ROWS = 300
"""Rows of one list, and lines of one text: no form has room for more."""
MOST_CHARACTERS = 20_000
MOST_DIGITS = 24

_DIGITS = regex(r"[+-]?[0-9]{1,24}(?:\.[0-9]{1,12})?")
_BIDI = frozenset("\u202a\u202b\u202d\u202e\u2066\u2067\u2068")


def plain(text: str, place: str) -> str:
    """The text with one kind of line end and without white space at its ends; InputError for what no file can hold."""
    made = text.replace("\r\n", "\n").replace("\r", "\n").strip()
    if len(made) > MOST_CHARACTERS:
        raise bad(
            place,
            f"太长：共 {len(made)} 个字符，最多 {MOST_CHARACTERS} 个",
            f"is too long: {len(made)} characters, at most {MOST_CHARACTERS}",
        )
    if made.count("\n") >= MOST_ROWS:
        raise bad(place, f"有 {made.count(chr(10)) + 1} 行，最多 {MOST_ROWS} 行", f"has over {MOST_ROWS} lines")
    for char in made:
        if unicodedata.category(char) == "Cs":
            raise bad(place, "含有不成对的代理字符，不是有效文字", "holds a lone surrogate, which is no character")
        if (unicodedata.category(char) == "Cc" and char not in "\n\t") or char in _BIDI or char in "\ufffe\uffff":
            raise bad(
                place,
                f"含有不可见的控制字符 U+{ord(char):04X}，请删去",
                f"holds the control character U+{ord(char):04X}, which must go",
            )
    return made


def number(held: object, place: str) -> Decimal:
    """The exact number; InputError for anything else, floats, infinities and booleans included."""
    if isinstance(held, str) and _DIGITS.fullmatch(held.strip()):
        held = Decimal(held.strip())
    if isinstance(held, int) and not isinstance(held, bool) and abs(held) < 10**MOST_DIGITS:
        held = Decimal(held)
    if isinstance(held, Decimal) and held.is_finite() and abs(held.adjusted()) < MOST_DIGITS:
        if _DIGITS.fullmatch(format(held, "f")):
            return held
    raise bad(place, "须是数字", "must be a number")


def year_of(held: str, place: str) -> int:
    """A year of four digits."""
    if held.isascii() and held.isdigit() and len(held) == 4 and held >= "1900":
        return int(held)
    raise bad(place, f"里的“{held[:20]}”须是四位数的年份", f'has "{held[:20]}" where a year of four digits must stand')


def table(held: object, place: str, known: Sequence[str] = ()) -> Mapping[str, Any]:
    """The object with known keys only, any where none are named."""
    if not isinstance(held, Mapping):
        raise bad(place, "须是 JSON 对象", "must be a JSON object")
    if len(held) > MOST_ROWS:
        raise bad(place, f"有 {len(held)} 项，最多 {MOST_ROWS} 项", f"has {len(held)} entries, at most {MOST_ROWS}")
    if known and (strange := next((key for key in held if key not in known), None)) is not None:
        raise bad(
            place,
            f"里没有“{strange[:40]}”这一项，可用：{'、'.join(known)}",
            f'has no entry "{strange[:40]}"; known: {", ".join(known)}',
        )
    return held


def listed(held: object, place: str) -> list[Any]:
    """The list, not too long."""
    if not isinstance(held, list):
        raise bad(place, "须是列表", "must be a list")
    if len(held) > MOST_ROWS:
        raise bad(place, f"有 {len(held)} 行，最多 {MOST_ROWS} 行", f"has {len(held)} rows, at most {MOST_ROWS}")
    return held


def bad(place: str, zh: str, en: str) -> InputError:
    """One sentence on one place of the facts, told without what cannot be printed."""
    return InputError(_shown(f"信息表的 {place[:80]} {zh}。"), _shown(f"{place[:80]} of the facts {en}."))


def _shown(text: str) -> str:
    return "".join(char if unicodedata.category(char)[0] != "C" else "?" for char in text)
