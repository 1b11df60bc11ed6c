"""What the page's count of 字数 knows of every character, taken from the engine's: python -m tests.drafting.count_table
writes it anew after a change of `assistant/drafting/count.py` or of Python's Unicode."""

from __future__ import annotations

import sys
import unicodedata
from itertools import groupby
from pathlib import Path

from assistant.drafting.count import _kind, _pictures

FILE = Path(__file__).resolve().parents[2] / "assistant" / "web" / "static" / "count_table.js"
_CLASSES = {"space": "s", "belongs": "b", "chinese": "c", "other": "o"}
_WIDTH = 118


def class_of(char: str) -> str:
    """One letter: of those that have a kind, C and P are pictures, which joiners bind, and A letters and figures, between
    which an apostrophe is one."""
    kind = _kind(char)
    if _pictures(char):
        return {"chinese": "C", "other": "P"}[kind]
    return "A" if kind == "other" and char.isalnum() else _CLASSES[kind]


def same_unicode() -> bool:
    """Whether the table is of this Python's version of Unicode; of another it is right but for new characters."""
    return f'"{unicodedata.unidata_version}"' in FILE.read_text(encoding="utf-8")


def module() -> str:
    """The whole file: runs of one class in the order of code points, each its length in base 36 and the letter."""
    runs = (
        (letter, sum(1 for _ in chars))
        for letter, chars in groupby(class_of(chr(point)) for point in range(sys.maxunicode + 1))
    )
    text = " ".join(f"{_based(length)}.{letter}" if length > 1 else letter for letter, length in runs)
    lines, line = [], ""
    for part in text.split(" "):
        if len(line) + len(part) > _WIDTH - 8:
            lines.append(line)
            line = ""
        line += f"{part} "
    lines.append(line.rstrip())
    joined = ' +\n  "'.join(f'{one}"' for one in lines)
    return (
        "// Made by python -m tests.drafting.count_table; see there what the letters say.\n"
        f'export const unicode = "{unicodedata.unidata_version}";\nexport const runs =\n  "{joined};\n'
    )


def _based(number: int) -> str:
    digits = ""
    while number:
        digits = "0123456789abcdefghijklmnopqrstuvwxyz"[number % 36] + digits
        number //= 36
    return digits


if __name__ == "__main__":
    FILE.write_text(module(), encoding="utf-8")
