"""Texts whose lines break at one width: a line that fills the page goes on in the next.

Measured on the lines as they were printed: the spaces that tidying takes away were part of the width.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from itertools import pairwise

from assistant.reading.labels import label_of
from assistant.reading.lines import Line

TERMINAL = "。！？；：!?;:…"
_USUAL = 28.0

_SLACK = 3.0  # a figure or a word that may not be torn goes to the next line whole
_FLUSH = 1.5
_NARROWEST, _WIDEST = 15.0, 46.0
_LEAST, _NEAR, _SHARE = 10, 6, 0.25
_HANGING, _BEYOND = 2, 0.05


@dataclass(frozen=True, slots=True)
class Page:
    """How a text is broken into lines: `usual` is the width at which its lines are thought to break; `width` the one
    at which they do, in Chinese characters, None where a line is a paragraph; `columns` the number of characters at
    which a program broke them that counts a Latin one like a Chinese one; `indented` says that paragraphs begin with
    an indent."""

    usual: float = _USUAL
    width: float | None = None
    indented: bool = False
    columns: int | None = None

    def filled(self, line: Line) -> bool:
        """Whether the line reaches the margin, so that what it says may go on."""
        if "\t" in line.raw.text:
            return False
        counted = self.columns is not None and self.columns <= _counted(line) <= self.columns + _HANGING
        return counted or self.width is not None and printed(line) >= self.width - _SLACK

    def flush(self, line: Line) -> bool:
        """Whether the line reaches the margin so closely that even a sentence's end there ends no paragraph."""
        return self.width is not None and "\t" not in line.raw.text and printed(line) >= self.width - _FLUSH


def width(text: str) -> float:
    """How wide the text is printed, in Chinese characters."""
    return sum(0.5 if ord(char) < 0x2000 else 1.0 for char in text)


def printed(line: Line) -> float:
    """How wide the line stood on the page, its indent with it."""
    return line.indent + width(line.raw.text)


def _counted(line: Line) -> int:
    """How many characters the line has, one indented by halves of a Chinese character with its blanks."""
    return len(line.raw.text) + round(line.indent * 2)


def _columns(lines: tuple[Line, ...]) -> int | None:
    """The number of characters at which a good part of the lines end, stops that hang out aside, and beyond which
    hardly any goes; None where there is none."""
    counts = [_counted(line) for line in lines if "\t" not in line.raw.text]
    often = Counter(n for n in counts if _NARROWEST <= n <= _WIDEST)
    most = max(often, key=lambda n: (often[n], n), default=0)
    full = sum(most <= n <= most + _HANGING for n in counts)
    beyond = sum(n > most + _HANGING for n in counts)
    return most if full >= max(_LEAST, len(counts) * _SHARE) and beyond <= len(counts) * _BEYOND else None


def page_of(lines: tuple[Line, ...]) -> Page:
    """The page of a text: the width that a good part of its lines come close to and none goes beyond."""
    widths = sorted(printed(line) for line in lines if "\t" not in line.raw.text)
    if len(widths) < _LEAST:
        return Page(_usual(lines))
    most = widths[int(len(widths) * 0.95)]
    near = [w for w in widths if most - _SLACK <= w <= most + _FLUSH]
    if not _NARROWEST <= most <= _WIDEST or widths[-1] > most + 4 or len(near) < max(_NEAR, len(widths) * _SHARE):
        return Page(_usual(lines), columns=_columns(lines))
    starts = sum(1.5 <= line.indent <= 2.5 for line in lines)
    return Page(_usual(lines), most, starts >= 3, _columns(lines))


def _usual(lines: tuple[Line, ...]) -> float:
    found = sorted(
        width(line.words)
        for line, after in pairwise(lines)
        if line.words[-1] not in TERMINAL
        and 15 <= width(line.words) <= 46
        and "\t" not in line.raw.text
        and "\t" not in after.raw.text
        and label_of(after.words) is None
    )
    return found[len(found) * 3 // 4] if len(found) >= 5 else _USUAL
