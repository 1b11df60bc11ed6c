"""Marks of something still to be told, and words of the form left standing in a place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from assistant.guideline.tables import table
from assistant.paper.places import Place
from assistant.precheck.filing import Filing
from assistant.precheck.known import plain
from assistant.precheck.report import Outcome, Point

_AROUND = "（）()。 "
_LEAST = 6
"""Characters from which words in a text are known to be the guidance's."""


def found(filing: Filing) -> Iterator[Point]:
    """Each place with such a mark, and one pass where none has."""
    told = clean = 0
    for place in filing.mine():
        if not place.text.strip() or place.field.options:
            continue
        told += 1
        points = [*_marks(place, filing), *_guidance(place, filing)]
        clean += not points
        yield from points
    if told and told == clean:
        yield Point("placeholder", "pass", "placeholder_none", (("n", str(told)),))


def _marks(place: Place, filing: Filing) -> Iterator[Point]:
    label = filing.spot(place.path).label
    for outcome in ("fail", "unknown"):
        marks = [found[0] for found in _pattern(outcome).finditer(place.text)]
        if marks:
            values = (("about", label), ("mark", marks[0][:40]), ("n", str(len(marks))))
            spot = filing.spot(place.path, _around(place.text, marks[0]))
            if outcome == "fail":
                yield Point("placeholder", "fail", "placeholder", values, (spot,))
            else:
                yield Point("placeholder", "unknown", "placeholder_open", values, (spot,))
            return


def _guidance(place: Place, filing: Filing) -> Iterator[Point]:
    """The form's own guidance, for sure where it stands alone: above a text it is the form's own print."""
    text = plain(place.text)
    for quote in place.field.guidance:
        words = plain(quote.text)
        if len(words) < _LEAST or words not in text:
            continue
        values = (("about", filing.spot(place.path).label), ("words", " ".join(quote.text.split())[:60]))
        outcome: Outcome = "fail" if text.strip(_AROUND) == words.strip(_AROUND) else "unknown"
        yield Point("placeholder", outcome, "guidance_left", values, filing.spots((place.path,)), quote)
        return


def _around(text: str, mark: str) -> str:
    at = text.find(mark)
    return text[max(0, at - 20) : at + len(mark) + 20]


@cache
def _pattern(outcome: str) -> re.Pattern[str]:
    return re.compile("|".join(table(Path(__file__).with_name("data") / "placeholders.toml")[outcome]))
