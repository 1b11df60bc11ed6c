"""Tables drawn with blanks or with box characters, as pasted text has them, made such that tabs part their cells."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.reading.mapped import Mapped

_WALL = re.compile(r"[│┃]")
_PIPED = re.compile(r"^\s*[|｜].*[|｜]\s*$")
_DRAWN = re.compile(r"[─━┄┈—\-=＝┌┐└┘├┤┬┴┼╔╗╚╝╠╣╦╩╬═│┃|｜\s　]+")
_CORNER = re.compile(r"[┌┐└┘├┤┬┴┼╔╗╚╝]")
_GAP = re.compile(r"(?<=\S)(?:[ \xa0]{2,}|　[ 　]*|[ \xa0]+　[ 　]*|(?<=[）)])[ \xa0](?=[一-鿿]))(?=\S)")
_SENTENCE = re.compile(r"[。！？；]")
_SPACED = re.compile(r"(?<!\S)([一-鿿])([ 　]{1,4})([一-鿿])(?!\S)")  # 类　别: one word set wide
_NO_GAP = "\u2007"
_LABEL = re.compile(r"[^：:]{2,12}[：:]\s*$|_{3,}")
_INDENT = re.compile(r"^[ \xa0　]+")
_FIGURE = re.compile(r"\d")
_BARE = re.compile(r"[\d.,%—－/-]+")
_LONE = 14.0  # width of a cell, or a part of one, that stands alone in its line
_LEAST = 3  # lines of a table that blanks draw
_OFF = 3.0  # how far a column may stand from its place, in Chinese characters
_CELL = 24  # characters of a cell


def with_tabs(lines: Sequence[Mapped]) -> tuple[Mapped, ...]:
    """The physical lines; in those that are rows of such a table a tab stands in the place of each border."""
    made = [_unwalled(line) for line in lines]
    at = 0
    while at < len(made):
        end = _run(made, at)
        end = end if end - at >= _LEAST else _loose_run(made, at)
        if end > at + 1:
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
    """The line after the rows that begin at `at`, whose cells all begin where one of the first row does. A cell that
    a row lacks at its end may stand alone in the line below."""
    first = _places(lines[at].text)
    end, before = at + 1, len(first)
    while first and end < len(lines):
        places = _places(lines[end].text) or _cut_off(lines[end].text, end > at + 1 and before < len(first))
        if not 0 < len(places) <= len(first) or any(all(abs(a - b) > _OFF for b in first) for a in places if a):
            break
        end, before = end + 1, len(places)
    return end if first else at


def _loose_run(lines: Sequence[Mapped], at: int) -> int:
    """The line after the rows that begin at `at` with the names of columns, where pasting has pushed the cells out of
    line: figures stand at the end of several; `at` itself where there are none."""
    figured, end = 0, at
    while end < len(lines) and (text := lines[end].text.strip()) and "\t" not in text and not _SENTENCE.search(text):
        cells = _GAP.split(_as_words(text))
        if any(len(c) > _CELL or _LABEL.search(c) for c in cells) or len(cells) == 1 and _width(text) > _LONE:
            break
        if end == at and (len(cells) < 2 or any(_FIGURE.search(c) for c in cells)):
            return at
        figured += len(cells) > 2 and bool(_BARE.fullmatch(cells[-1]))
        end += 1
    return end if figured >= _LEAST else at


def _cut_off(text: str, wanted: bool) -> tuple[float, ...]:
    """Where the line's only cell begins, where the row above wants one: at its column, or at 0 where it was cut off."""
    cell = text.strip()
    if not wanted or not cell or len(cell) > _CELL // 2 or "\t" in text or not _FIGURE.search(cell):
        return ()
    return () if _SENTENCE.search(cell) or _GAP.search(cell) else (_width(text[: len(text) - len(text.lstrip())]),)


def _places(text: str) -> tuple[float, ...]:
    """Where on the page the cells behind the first begin, in Chinese characters; () where the line is no row."""
    if "\t" in text or _SENTENCE.search(text):
        return ()
    text = _as_words(text)
    indent = len(text) - len(text.lstrip())
    cells = _GAP.split(text.strip())
    if len(cells) < 2 or any(len(c) > _CELL or _LABEL.search(c) for c in cells):
        return ()
    return tuple(_width(text[: indent + m.end()]) for m in _GAP.finditer(text.strip()))


def _parted(line: Mapped) -> Mapped:
    text = _GAP.sub(lambda m: "\t" + m.group()[1:], _as_words(line.text))
    return line.spelled(_INDENT.sub(lambda m: "\t" + m.group()[1:], text) if "\t" not in text else text)


def _as_words(text: str) -> str:
    """The text with the blanks inside a word that is set wide told from those between cells."""
    return _SPACED.sub(lambda m: m[1] + _NO_GAP * len(m[2]) + m[3], text)


def _width(text: str) -> float:
    return sum(0.5 if ord(char) < 0x2000 else 1.0 for char in text)
