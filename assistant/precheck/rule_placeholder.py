"""Marks of something still to be told, and words of the form left standing in a place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from assistant.guideline.patterns import regex
from assistant.guideline.tables import table
from assistant.paper.places import Place
from assistant.precheck.filing import Filing
from assistant.precheck.known import plain
from assistant.precheck.report import Point

_LEAST = 8
"""Characters from which words of the guidance are known to be the guidance's."""
_LIMIT = regex(r"[（(][^（）()]{0,20}\d{2,5}字(?:以内|以下|左右)?[^（）()]{0,20}[)）]")


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
    """The form's own guidance, or its limit in brackets, in a text."""
    text = plain(place.text)
    for quote in place.field.guidance:
        words = plain(quote.text).strip("（）()。")
        if (len(words) >= _LEAST and words in text) or (_LIMIT.search(place.text) and _LIMIT.search(quote.text)):
            values = (("about", filing.spot(place.path).label), ("words", " ".join(quote.text.split())[:60]))
            yield Point("placeholder", "fail", "guidance_left", values, filing.spots((place.path,)), quote)
            return


def _around(text: str, mark: str) -> str:
    at = text.find(mark)
    return text[max(0, at - 20) : at + len(mark) + 20]


@cache
def _pattern(outcome: str) -> re.Pattern[str]:
    return re.compile("|".join(table(Path(__file__).with_name("data") / "placeholders.toml")[outcome]))
