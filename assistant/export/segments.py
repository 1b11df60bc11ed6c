"""What stands between the printed words of a form, in a text that may have been typed over."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from assistant.export.folding import folded, folded_at, is_number, unnumbered
from assistant.export.script import Told
from assistant.export.sheet import Line
from assistant.export.wordnames import bookmark

_LONG = 8
"""Characters from which guidance is known by its words alone, wherever on a line it stands."""
_RULES = "_＿﹍﹎"
"""Strokes to write on."""


@dataclass(frozen=True, slots=True)
class Printed:
    """Words of the form. `alone` where they are a whole line, `passing` where they stand only while nothing is
    filled in."""

    text: str
    alone: bool = False
    passing: bool = False

    @property
    def key(self) -> str:
        """The words as they are compared."""
        return folded(self.text)


@dataclass(frozen=True, slots=True)
class Place:
    """Where the value of a field stands."""

    path: str


Token = Printed | Place


@dataclass(frozen=True, slots=True)
class Span:
    """The value of a field, without white space at its ends, and from where to where it stands in the text."""

    text: str
    start: int
    end: int


@dataclass(slots=True)
class Found:
    """What was found: the value of each place, the print that stands nowhere, the places of which nothing can be said,
    and those that may hold more than their own since the print behind them is gone."""

    values: dict[str, Span] = field(default_factory=dict)
    gone: list[Printed] = field(default_factory=list)
    unread: list[str] = field(default_factory=list)
    open: list[str] = field(default_factory=list)


def tokens(lines: Iterable[Line]) -> list[Token]:
    """The printed words and places of lines in order; the pieces of one field are one place."""
    made: list[Token] = []
    for line in lines:
        alone = not any(piece.field for piece in line.pieces)
        if alone:
            faint = any(piece.faint for piece in line.pieces)
            if line.text.strip():
                made.append(Printed(line.text.strip(), True, faint))
            continue
        for piece in line.pieces:
            if piece.field:
                if Place(piece.field) not in made:
                    made.append(Place(piece.field))
            elif piece.text.strip():
                made.append(Printed(piece.text.strip(), False, piece.faint))
    return made


def segmented(order: Sequence[Token], told: Told, lenient: bool = False) -> Found:
    """The value of every place. Printed words are never looked for inside the bookmark of a field. Where print between
    two places is gone, their bookmarks part them; without any, nothing is said of them, but that the first takes it all
    if `lenient` and it stands right behind print that is there.

    Whole lines of print are looked for first, so that what is missing between two of them changes nothing beyond.
    """
    text = _Text(told, [token for token in order if isinstance(token, Printed) and token.passing])
    found = Found()
    kept = [token for token in order if isinstance(token, Place) or not token.passing]
    part: list[Token] = []
    at = 0
    for token in kept:
        if isinstance(token, Printed) and token.alone and (start := text.find(token, at, False)) >= 0:
            _between(part, text, at, start, found, lenient)
            part, at = [], start + len(text.matched)
        else:
            part.append(token)
    _between(part, text, at, len(text.plain), found, lenient)
    return found


def _between(order: Sequence[Token], text: _Text, at: int, end: int, found: Found, lenient: bool) -> None:
    """The values between two lines of print."""
    group: list[Token] = []
    for number, token in enumerate(order):
        if isinstance(token, Place) or token.alone:
            group.append(token)
            continue
        last = not any(isinstance(later, Place) for later in order[number:])
        start = text.find(token, at, last, end)
        if start < 0:
            group.append(token)
            continue
        _group(group, text, at, start, found, lenient)
        group, at = [], start + len(text.matched)
    _group(group, text, at, end, found, lenient)


def _group(group: Sequence[Token], text: _Text, at: int, end: int, found: Found, lenient: bool) -> None:
    """Places between which no print was found."""
    gone = [token for token in group if isinstance(token, Printed)]
    paths = [token.path for token in group if isinstance(token, Place)]
    found.gone += gone
    if not paths:
        return
    whole = text.span(at, end)
    marked = _by_marks(paths, text, whole) if len(paths) > 1 else {}
    if len(paths) == 1 or not whole.text:
        found.values |= dict.fromkeys(paths, whole)
    elif marked:
        found.values |= marked
        found.unread += [path for path in paths if path not in marked]
    elif lenient and isinstance(group[0], Place) and gone:
        found.values[paths[0]] = whole
        found.open.append(paths[0])
        found.unread += paths[1:]
    else:
        found.unread += paths


def _by_marks(paths: Sequence[str], text: _Text, whole: Span) -> Mapping[str, Span]:
    """What the bookmarks part; words beside one belong to the one before them."""
    names = {bookmark(path): path for path in paths}
    edges = [
        (at, names[mark])
        for at in range(whole.start, whole.end)
        if (mark := text.told.held[at]) in names and (at == whole.start or text.told.held[at - 1] != mark)
    ]
    first: dict[str, int] = {}
    for at, path in edges:
        first.setdefault(path, at)
    starts = sorted((at, path) for path, at in first.items())
    ends = [at for at, _ in starts[1:]] + [whole.end]
    return {
        path: text.stripped(whole.start if number == 0 else at, ends[number])
        for number, (at, path) in enumerate(starts)
    }


class _Text:
    """A text as it is compared, guidance taken out; `matched` are the words that were found last."""

    def __init__(self, told: Told, passing: Sequence[Printed]) -> None:
        self.told = told
        self.matched = ""
        self._text = told.text
        self._fold()
        for token in passing:
            key = token.key
            start = self._whole(key, 0, len(self.plain))
            if start < 0:
                start = self._at_an_end(key)
            if start >= 0:
                first, last = self._places[start], self._places[start + len(key) - 1]
                self._text = self._text[:first] + " " * (last + 1 - first) + self._text[last + 1 :]
                self._fold()

    def _fold(self) -> None:
        self.plain, self._places = folded_at(self._text)
        parted = [0, *(number for number, sign in enumerate(self._text) if sign == "\n"), len(self._text)]
        self._first: set[int] = set()
        self._last: set[int] = set()
        number = 0
        for begin, end in pairwise(parted):
            start = number
            while number < len(self._places) and self._places[number] < end:
                number += 1
            if number > start and begin <= self._places[start]:
                self._first.add(start)
                self._last.add(number - 1)

    def find(self, token: Printed, at: int, backwards: bool, end: int | None = None) -> int:
        """Where the printed words stand from `at` on, the last place if `backwards`; -1 where they do not."""
        limit = len(self.plain) if end is None else end
        self.matched = token.key
        if token.alone:
            start = self._whole(token.key, at, limit)
            if start < 0 and (rest := unnumbered(token.key)):
                self.matched = rest
                start = self._whole(rest, at, limit)
            return start
        best = -1
        start = self.plain.find(token.key, at, limit)
        while start >= 0 and token.key:
            if self._free(start, start + len(token.key)):
                if not backwards:
                    return start
                best = start
            start = self.plain.find(token.key, start + 1, limit)
        return best

    def _whole(self, key: str, at: int, limit: int) -> int:
        """Where words stand as a line of their own, a number before them aside."""
        start = self.plain.find(key, at, limit) if key else -1
        while start >= 0:
            end = start + len(key)
            ends = end - 1 in self._last or (self.plain[end : end + 1] == ":" and end in self._last)
            if ends and self._free(start, end) and (start in self._first or self._numbered(start)):
                return start
            start = self.plain.find(key, start + 1, limit)
        return -1

    def _at_an_end(self, key: str) -> int:
        """Where guidance begins or ends a line."""
        if len(key) < _LONG and not key.startswith("("):
            return -1
        start = self.plain.find(key)
        while start >= 0:
            end = start + len(key)
            if self._free(start, end) and (start in self._first or end - 1 in self._last):
                return start
            start = self.plain.find(key, start + 1)
        return -1

    def _numbered(self, start: int) -> bool:
        begin = max((one for one in range(max(0, start - 6), start) if one in self._first), default=-1)
        return begin >= 0 and is_number(self.plain[begin:start])

    def _free(self, start: int, end: int) -> bool:
        held = self.told.held
        return not (held[self._places[start]] or held[self._places[end - 1]])

    def span(self, at: int, end: int) -> Span:
        """What stands from one place of the compared text to another, with all that was left out at its ends."""
        start = self._places[at - 1] + 1 if at else 0
        stop = self._places[end] if end < len(self._places) else len(self._text)
        return self.stripped(start, stop)

    def stripped(self, start: int, stop: int) -> Span:
        """What stands from one place of the text to another, without white space and strokes at its ends."""
        held = self.told.held

        def bare(at: int) -> bool:
            return self._text[at].isspace() or (self._text[at] in _RULES and not held[at])

        while start < stop and bare(start):
            start += 1
        while stop > start and bare(stop - 1):
            stop -= 1
        return Span(self._text[start:stop], start, stop)
