"""What the guidance of a field wants told, looked for in its text by words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path

from assistant.drafting.draft import without_placeholders
from assistant.drafting.field import Element
from assistant.drafting.matching import Spots, pairs
from assistant.drafting.orders import parted
from assistant.drafting.prose import counted_element
from assistant.guideline.patterns import regex
from assistant.guideline.tables import table
from assistant.precheck.filing import Filing
from assistant.precheck.report import Outcome, Point

_PARTLY = 0.25
"""How many of the pairs of characters that an element alone asks for may stand in a text that does not tell it."""
_OPEN = regex(r"其[他它]")
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
            others = [other.quote.text for other in asked if other != element]
            own = pairs(element.quote.text) - pairs("\n".join((filing.known.form.title.text, *others)))
            outcome = _told(element, own, text, sentences, spots)
            key = {"pass": "element_told", "fail": "element_absent", "unknown": "element_open"}[outcome]
            values = (("about", filing.spot(place.path).label), ("element", element.quote.text))
            yield Point("element", outcome, key, values, filing.spots((place.path,)), element.quote)


def _told(element: Element, own: frozenset[str], text: str, sentences: Sequence[str], spots: Spots) -> Outcome:
    """`own` are the pairs of characters that neither the form's title nor another element holds."""
    words = element.quote.text
    if words in text or any(spots.tells(words, sentence) for sentence in sentences):
        return "pass"
    if counted_element(words) and _COUNTED.search(text):
        return "pass"
    heads = sorted((words.rfind(head) + len(head), head) for head in _telling() if head in words)
    last = heads[-1][1] if heads else ""
    others = _telling().get(last, ())
    if any(last and last in sentence and any(word in sentence for word in others) for sentence in sentences):
        return "pass"
    partly = len(own & pairs(text)) > _PARTLY * len(own) if own else bool(pairs(words) & pairs(text))
    if partly or any(head in text for _, head in heads) or any(word in text for word in others):
        return "unknown"
    return "unknown" if _OPEN.match(words) else "fail"


@cache
def _telling() -> Mapping[str, Sequence[str]]:
    return {
        head: tuple(told) for head, told in table(Path(__file__).with_name("data") / "telling.toml")["words"].items()
    }
