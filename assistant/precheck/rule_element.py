"""What the guidance of a field wants told, looked for in its text by words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path

from assistant.drafting.draft import without_placeholders
from assistant.drafting.field import Element
from assistant.drafting.matching import Spots, bare_title, pairs
from assistant.drafting.orders import parted
from assistant.drafting.prose import counted_element
from assistant.guideline.patterns import regex
from assistant.guideline.tables import table
from assistant.precheck.filing import Filing
from assistant.precheck.report import Outcome, Point

_PARTLY = 0.34
"""How many of the pairs of characters that an element alone asks for may stand in a sentence that does not tell it."""
_SEVERAL = 2
"""Words that usually tell an element, from which it may be told by them."""
_END = regex(r"[。：:；，\s]+$")
_OPEN = regex(r"其[他它]")
_COUNTED = regex(r"\d+(?:\.\d+)?\s*[个人次门项家套台场所名万亿元平课学份册篇件]")


def found(filing: Filing) -> Iterator[Point]:
    """Each element asked, in each text that should tell it."""
    for place in filing.prose():
        asked = [element for element in place.field.elements if element.asked]
        if not asked:
            continue
        spots = filing.known.within.get(place.field.path, filing.known.spots)
        text = _Text(_without_marks(place.text, asked), spots)
        for element in asked:
            others = [other.quote.text for other in asked if other != element]
            outcome = _told(element, others, text, filing.known.form.title.text)
            key = {"pass": "element_told", "fail": "element_absent", "unknown": "element_open"}[outcome]
            values = (("about", filing.spot(place.path).label), ("element", element.quote.text))
            yield Point("element", outcome, key, values, filing.spots((place.path,)), element.quote)


class _Text:
    """A text in sentences, and the words that its paragraphs begin with."""

    def __init__(self, text: str, spots: Spots) -> None:
        self.text, self.spots = text, spots
        self.sentences = parted(text)[0]
        self.held = [pairs(sentence) for sentence in self.sentences]
        self.heads = [re.split("[。：:；，]", bare_title(line), maxsplit=1)[0] for line in text.split("\n")]

    def heads_with(self, words: str) -> bool:
        """Whether a paragraph is headed by an element."""
        return any(head and (words in head or self.spots.tells(words, head)) for head in self.heads)

    def share(self, own: frozenset[str]) -> float:
        """How many of the pairs of characters stand in the sentence that holds most of them."""
        return max((len(own & one) / len(own) for one in self.held), default=0.0) if own else 0.0

    def tells(self, words: str) -> bool:
        """Whether a sentence tells an element."""
        told = zip(self.sentences, self.held, strict=True)
        return words in self.text or any(self.spots.tells(words, one, held) for one, held in told)


def _told(element: Element, others: Sequence[str], text: _Text, title: str) -> Outcome:
    words = element.quote.text
    if text.tells(words):
        return "pass"
    if counted_element(words) and _COUNTED.search(text.text):
        return "pass"
    heads = sorted((words.rfind(head) + len(head), head) for head in _telling() if head in words)
    last = heads[-1][1] if heads else ""
    telling = [word for word in _telling().get(last, ()) if word in text.text]
    if any(last and last in one and any(word in one for word in telling) for one in text.sentences):
        return "pass"
    # Where other elements head the paragraphs, the text was built after the guidance and leaves this one out.
    built = sum(text.heads_with(other) for other in others)
    own = pairs(words) - pairs("\n".join((title, *others)))
    absent = text.share(own) < _PARTLY and len(telling) < _SEVERAL and not _OPEN.match(words)
    return "fail" if built and 2 * built >= len(others) and absent else "unknown"


def _without_marks(text: str, asked: Sequence[Element]) -> str:
    """The text without its marks of something missing, and without headings below which nothing stands."""
    lines = [line for line in without_placeholders(text).split("\n") if line.strip()]
    bare = [_END.sub("", bare_title(line)) in {element.quote.text for element in asked} for line in lines]
    return "\n".join(
        line for at, line in enumerate(lines) if not bare[at] or (at + 1 < len(lines) and not bare[at + 1])
    )


@cache
def _telling() -> Mapping[str, Sequence[str]]:
    return {
        head: tuple(told) for head, told in table(Path(__file__).with_name("data") / "telling.toml")["words"].items()
    }
