"""What stands between the printed words of a form, in a text that may have been typed over."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from assistant.export.script import Told
from assistant.export.searching import Printed, Span, Text
from assistant.export.sheet import Line
from assistant.export.wordnames import bookmark


@dataclass(frozen=True, slots=True)
class Place:
    """Where the value of a field stands."""

    path: str


Token = Printed | Place


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
    Within other lines they are looked for only if not `lenient`, since prose may speak of a heading.
    """
    text = Text(told, [token for token in order if isinstance(token, Printed) and token.passing])
    found = Found()
    kept = [token for token in order if isinstance(token, Place) or not token.passing]
    part: list[Token] = []
    at = 0
    for token in kept:
        if isinstance(token, Printed) and token.alone and (start := text.find(token, at, False)) >= 0:
            end = start + len(text.matched)
            _between(part, text, at, start, found, lenient)
            part, at = [], end
        else:
            part.append(token)
    _between(part, text, at, len(text.plain), found, lenient)
    return found


def _between(order: Sequence[Token], text: Text, at: int, end: int, found: Found, lenient: bool) -> None:
    """The values between two lines of print."""
    group: list[Token] = []
    for number, token in enumerate(order):
        if isinstance(token, Place) or (token.alone and lenient):
            group.append(token)
            continue
        last = not any(isinstance(later, Place) for later in order[number:])
        start = text.parted(token, at, end) if token.alone else text.find(token, at, last, end)
        if start < 0:
            group.append(token)
            continue
        _group(group, text, at, start, found, lenient)
        group, at = [], start + len(text.matched)
    _group(group, text, at, end, found, lenient)


def _group(group: Sequence[Token], text: Text, at: int, end: int, found: Found, lenient: bool) -> None:
    """Places between which no print was found."""
    gone = [token for token in group if isinstance(token, Printed)]
    paths = [token.path for token in group if isinstance(token, Place)]
    found.gone += gone
    if not paths:
        return
    whole = text.span(at, end)
    marked = _by_marks(paths, text, whole) if len(paths) > 1 else {}
    if gone and not whole.text and text.plain and not lenient:
        found.unread += paths
    elif len(paths) == 1 or not whole.text:
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


def _by_marks(paths: Sequence[str], text: Text, whole: Span) -> Mapping[str, Span]:
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
