"""Texts whose lines break at one width: a line that fills the page goes on in the next.

Measured on the lines as they were printed: the spaces that tidying takes away were part of the width.
"""

from __future__ import annotations

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


@dataclass(frozen=True, slots=True)
class Page:
    """How a text is broken into lines: `usual` is the width at which its lines are thought to break; `width` the one
    at which they do, in Chinese characters, None where a line is a paragraph; `indented` says that paragraphs begin
    with an indent."""

    usual: float = _USUAL
    width: float | None = None
    indented: bool = False

    def filled(self, line: Line) -> bool:
        """Whether the line reaches the margin, so that what it says may go on."""
        return self.width is not None and "\t" not in line.raw.text and printed(line) >= self.width - _SLACK

    def flush(self, line: Line) -> bool:
        """Whether the line reaches the margin so closely that even a sentence's end there ends no paragraph."""
        return self.width is not None and "\t" not in line.raw.text and printed(line) >= self.width - _FLUSH


def width(text: str) -> float:
    """How wide the text is printed, in Chinese characters."""
    return sum(0.5 if ord(char) < 0x2000 else 1.0 for char in text)


def printed(line: Line) -> float:
    """How wide the line stood on the page, its indent with it."""
    return line.indent + width(line.raw.text)


def page_of(lines: tuple[Line, ...]) -> Page:
    """The page of a text: the width that a good part of its lines come close to and none goes beyond."""
    widths = sorted(printed(line) for line in lines if "\t" not in line.raw.text)
    if len(widths) < _LEAST:
        return Page(_usual(lines))
    most = widths[int(len(widths) * 0.95)]
    near = [w for w in widths if most - _SLACK <= w <= most + _FLUSH]
    if not _NARROWEST <= most <= _WIDEST or widths[-1] > most + 4 or len(near) < max(_NEAR, len(widths) * _SHARE):
        return Page(_usual(lines))
    starts = sum(1.5 <= line.indent <= 2.5 for line in lines)
    return Page(_usual(lines), most, starts >= 3)


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
