"""What stands in a file and was read into no place of the form: it was not checked, which must not pass unsaid."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from assistant.export.folding import folded
from assistant.precheck.filing import Filing, shown
from assistant.precheck.report import Point, Spot

_MOST = 20
_TOLD = re.compile(r"[㐀-鿿]")
_LEAST = 6
"""Chinese characters that are worth a word: less may be a page's number, a mark, half a label."""
_SHORTEST = 2


def found(filing: Filing) -> Iterator[Point]:
    """One point for all that was left over."""
    if filing.paper.source == "facts":
        return
    held = _folded(line for place in filing.places for line in place.text.split("\n"))
    printed = filing.known.printed
    values, print_ = "\n".join(held), "\n".join(printed)
    spots: list[Spot] = []
    for words in re.split(r"[\n\t]", filing.paper.text):
        text = folded(words)
        if len(text) < _LEAST or text in print_ or text in values:
            continue
        if len(_TOLD.findall(_without(text, (*held, *printed)))) >= _LEAST:
            spots.append(Spot("", "", shown(words)))
    if spots:
        n = str(len(spots))
        yield Point("form", "unknown", "form_left", (("n", n),), tuple(spots[:_MOST]), filing.known.form.title)


def _folded(lines: Iterator[str]) -> tuple[str, ...]:
    """What is worth comparing of lines, the longest first."""
    made = {text for line in lines if len(text := folded(line)) >= _SHORTEST}
    return tuple(sorted(made, key=lambda text: (-len(text), text)))


def _without(text: str, known: Sequence[str]) -> str:
    for words in known:
        if words in text:
            text = text.replace(words, "\n")
    return text
