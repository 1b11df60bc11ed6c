"""Tables drawn with blanks or with box characters, as pasted text has them, made such that tabs part their cells."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.reading.mapped import Mapped

_WALL = re.compile(r"[│┃]")
_PIPED = re.compile(r"^\s*[|｜].*[|｜]\s*$")
_DRAWN = re.compile(r"[─━┄┈—\-=＝┌┐└┘├┤┬┴┼╔╗╚╝╠╣╦╩╬═│┃|｜\s　]+")
_CORNER = re.compile(r"[┌┐└┘├┤┬┴┼╔╗╚╝]")
_GAP = re.compile(r"(?<=\S)(?:[ \xa0]{2,}|　[ 　]*|[ \xa0]+　[ 　]*)(?=\S)")
_SENTENCE = re.compile(r"[。！？；]")
_LABEL = re.compile(r"[^：:]{2,12}[：:]\s*$|_{3,}")
_LEAST = 3  # lines of a table that blanks draw
_OFF = 3.0  # how far a column may stand from its place, in Chinese characters
_CELL = 24  # characters of a cell


def with_tabs(lines: Sequence[Mapped]) -> tuple[Mapped, ...]:
    """The physical lines; in those that are rows of such a table a tab stands in the place of each border."""
    made = [_unwalled(line) for line in lines]
    at = 0
    while at < len(made):
        end = _run(made, at)
        if end - at >= _LEAST:
            made[at:end] = [_parted(line) for line in made[at:end]]
        at = max(end, at + 1)
    return tuple(made)


def is_drawn(text: str) -> bool:
    """Whether the line is nothing but a drawn border."""
    return bool(_CORNER.search(text) or _WALL.search(text)) and _DRAWN.fullmatch(text) is not None


def _unwalled(line: Mapped) -> Mapped:
    """The line with tabs for walls, where it has walls between cells."""
    if _PIPED.match(line.text) and "\t" not in line.text:
        return line.spelled(re.sub("[|｜]", "\t", line.text)).strip("\t ")
    if "\t" in line.text or not _WALL.search(line.text.strip("│┃|｜ ")) or _SENTENCE.search(line.text):
        return line
    return line.spelled(_CORNER.sub(" ", _WALL.sub("\t", line.text)))


def _run(lines: Sequence[Mapped], at: int) -> int:
    """The line after the rows that begin at `at`, whose cells all begin where one of the first row does."""
    first = _places(lines[at].text)
    end = at + 1
    while first and end < len(lines):
        places = _places(lines[end].text)
        if not 0 < len(places) <= len(first) or any(all(abs(a - b) > _OFF for b in first) for a in places):
            break
        end += 1
    return end if first else at


def _places(text: str) -> tuple[float, ...]:
    """Where on the page the cells behind the first begin, in Chinese characters; () where the line is no row."""
    if "\t" in text or _SENTENCE.search(text):
        return ()
    indent = len(text) - len(text.lstrip())
    cells = _GAP.split(text.strip())
    if len(cells) < 2 or any(len(c) > _CELL or _LABEL.search(c) for c in cells):
        return ()
    return tuple(_width(text[: indent + m.end()]) for m in _GAP.finditer(text.strip()))


def _parted(line: Mapped) -> Mapped:
    return line.spelled(_GAP.sub(lambda m: "\t" + m.group()[1:], line.text))


def _width(text: str) -> float:
    return sum(0.5 if ord(char) < 0x2000 else 1.0 for char in text)
