"""What the guidance of a field wants told, looked for in its text by words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path

from assistant.drafting.draft import without_placeholders
from assistant.drafting.field import Element
from assistant.drafting.matching import Spots
from assistant.drafting.orders import parted
from assistant.drafting.prose import counted_element
from assistant.guideline.patterns import regex
from assistant.guideline.tables import table
from assistant.precheck.filing import Filing
from assistant.precheck.report import Outcome, Point

_SHORT = 3
"""Words of up to so many characters are told in too many ways for their absence to show."""
_PARTLY = 0.34
"""How much of the weight of an element's words may stand in a text that does not tell it."""
_COUNTED = regex(r"\d+(?:\.\d+)?\s*[个人次门项家套台场所名万亿元平课学份册篇件]")


def found(filing: Filing) -> Iterator[Point]:
    """Each element asked, in each text that should tell it."""
    for place in filing.prose():
        asked = [element for element in place.field.elements if element.asked]
        if not asked:
            continue
        text = without_placeholders(place.text)
        sentences = filing.case.told.get(place.path) or parted(text)[0]
        spots = filing.known.within.get(place.field.path, filing.known.spots)
        for element in asked:
            outcome = _told(element, text, sentences, spots)
            key = {"pass": "element_told", "fail": "element_absent", "unknown": "element_open"}[outcome]
            values = (("about", filing.spot(place.path).label), ("element", element.quote.text))
            yield Point("element", outcome, key, values, filing.spots((place.path,)), element.quote)


def _told(element: Element, text: str, sentences: Sequence[str], spots: Spots) -> Outcome:
    words = element.quote.text
    if words in text or any(spots.tells(words, sentence) for sentence in sentences):
        return "pass"
    if counted_element(words) and _COUNTED.search(text):
        return "pass"
    others = _others(words)
    if len(words) <= _SHORT and any(word in text for word in others):
        return "pass"
    if spots.held_in(words, text) >= _PARTLY or any(word in text for word in others):
        return "unknown"
    return "unknown" if len(words) <= _SHORT and not others else "fail"


def _others(words: str) -> Sequence[str]:
    """Other words that tell what these ask for, by their last noun."""
    heads = [(words.rfind(head) + len(head), len(head), head) for head in _telling() if head in words]
    return _telling()[max(heads)[2]] if heads else ()


@cache
def _telling() -> Mapping[str, Sequence[str]]:
    return {
        head: tuple(told) for head, told in table(Path(__file__).with_name("data") / "telling.toml")["words"].items()
    }
