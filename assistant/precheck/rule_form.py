"""Sections, labels and rows that the form prints, and what hides in the file."""

from __future__ import annotations

from collections.abc import Iterator

from assistant.drafting.field import Field
from assistant.guideline.quote import Quote
from assistant.precheck.filing import Filing, shown
from assistant.precheck.known import plain
from assistant.precheck.report import Point, Spot

_MOST = 20
"""Places told one by one; of more only how many there are."""


def found(filing: Filing) -> Iterator[Point]:
    """What is missing of the print, what could not be found or read for sure, and one pass where all stands."""
    form, paper = filing.known.form, filing.paper
    if paper.source == "facts":
        return
    gone: set[str] = set()
    for words in _outermost(filing):
        below = tuple(path for path in paper.unread if _below(filing.known.fields.get(path), words, filing))
        gone.update(below)
        spots = (Spot("", words), *(filing.spot(path, "") for path in below))
        quote = filing.known.prints.get(plain(words), "")
        yield Point("form", "fail", "form_missing", (("words", words),), spots[:_MOST], quote)
    if left := tuple(path for path in paper.unread if path not in gone):
        spots = tuple(filing.spot(path, "") for path in left[:_MOST])
        yield Point("form", "unknown", "form_unread", (("n", str(len(left))),), spots, form.title)
    for words in paper.hidden:
        yield Point("form", "unknown", "form_hidden", (("words", words),), (Spot("", "", shown(words)),))
    if paper.tracked:
        yield Point("form", "unknown", "form_tracked")
    if not paper.missing and not paper.unread:
        yield Point("form", "pass", "form_whole", (("n", str(len(form.sections))),), (), form.title)


def _outermost(filing: Filing) -> Iterator[str]:
    """What is missing, without what else stands only in a section whose title is missing."""
    lost = {plain(words) for words in filing.paper.missing}
    gone: set[str] = set()
    above: list[int] = []
    for part in filing.known.form.sections:
        above = [level for level in above if level < part.level]
        title = plain(part.title.text) if part.title is not None else ""
        if title in lost:
            above.append(part.level)
        if above:
            gone |= filing.known.within_parts[part.id] - ({title} if len(above) == 1 else set())
    yield from (words for words in filing.paper.missing if plain(words) not in gone)


def _below(field: Field | None, words: str, filing: Filing) -> bool:
    """Whether a field is headed by words that are missing: its label, one above it or the title of its section."""
    if field is None:
        return False
    heads: list[Quote] = [field.label, *field.under]
    for part in filing.known.form.parts():
        if part.title is not None and any(one.path == field.path for one in part.fields()):
            heads.append(part.title)
    return any(plain(quote.text) == plain(words) for quote in heads)
