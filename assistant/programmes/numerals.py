"""Chinese, Arabic and English numerals as exact fractions, and the half-width form of a text."""

from __future__ import annotations

from fractions import Fraction

from assistant.guideline.patterns import regex

_DIGITS = {c: i for i, c in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2, "○": 0}
_TENS = {"十": 10, "百": 100, "千": 1000}
_BIG = {"万": 10**4, "亿": 10**8}
_WORDS = {
    w: i
    for i, w in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
        "seventeen eighteen nineteen twenty".split()
    )
} | {"a": 1, "an": 1, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "hundred": 100}
_SCALE = {"hundred": 100, "thousand": 1000, "million": 10**6, "billion": 10**9}

_HALF = {i: i - 0xFEE0 for i in range(0xFF01, 0xFF5F)} | {0x3000: 0x20, 0xA0: 0x20, 0x2236: 0x3A, 0x2215: 0x2F}
_HALF |= {0x2044: 0x2F, 0xFE6A: 0x25}
_WIDE = regex("[\uff01-\uff5e\u3000\u00a0\u2236\u2215\u2044\ufe6a]")


def half_width(text: str) -> str:
    """The text with full-width letters, digits and marks in half width; every character keeps its position."""
    return text.translate(_HALF) if _WIDE.search(text) else text


def chinese(words: str) -> Fraction | None:
    """The value of 二十, 一百五十, 两千, 二〇二四, 三万五千; None where the characters form no number."""
    if not words:
        return None
    if all(c in _DIGITS for c in words):
        return Fraction(int("".join(str(_DIGITS[c]) for c in words)))
    total = section = digit = 0
    for char in words:
        if char in _DIGITS:
            digit = _DIGITS[char]
        elif char in _TENS:
            section, digit = section + (digit or 1) * _TENS[char], 0
        elif char in _BIG:
            total, section, digit = (total + section + digit) * _BIG[char], 0, 0
        else:
            return None
    return Fraction(total + section + digit)


def arabic(words: str) -> Fraction | None:
    """The value of 1,000, 2.5, 3万, 1.5亿; None where the characters form no number."""
    scale = 1
    body = words.replace(",", "").replace(" ", "")
    while body and (body[-1] in _TENS or body[-1] in _BIG):
        scale *= _TENS.get(body[-1]) or _BIG[body[-1]]
        body = body[:-1]
    if not body.isascii() or len(body) > 30:
        return None
    try:
        return Fraction(body) * scale
    except (ValueError, ZeroDivisionError):
        return None


def english(word: str, scale: str = "") -> Fraction | None:
    """The value of "three", "10" + "million"; None for an unknown word."""
    low = word.lower()
    value = Fraction(_WORDS[low]) if low in _WORDS else arabic(low)
    return None if value is None else value * _SCALE.get(scale.lower(), 1)


def number(words: str) -> Fraction | None:
    """The value of a Chinese or Arabic numeral."""
    text = words.strip()
    if text[:1].isascii():
        return arabic(text)
    return Fraction(1, 2) if text == "半" else chinese(text)
