"""The papers and contacts of a checklist as JSON and as tables."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import asdict
from typing import Any

from assistant.cells_told import Telling
from assistant.export.report import Table, Text
from assistant.guideline.card import Point
from assistant.guideline.values import Contact
from assistant.programmes.cells import distinct, tight
from assistant.programmes.checklist import Checklist
from assistant.programmes.papers_of import Paper

_COPIES = re.compile(r"(?:一式|各|共)?\s*[\d一二三四五六七八九十两]+\s*份")
_SEAL = re.compile(r"(?:加?盖\w{0,4})?公?章|签[字名章]")


def paper_fields(paper: Paper, programme: str, telling: Telling) -> dict[str, Any]:
    """A paper for JSON; `copies` and `seals` are words of the clauses."""
    return {
        "name": paper.name,
        "phase": paper.phase,
        "reviewed": all(p.reviewed for p in paper.points),
        "copies": [_words(point, _COPIES) for point in paper.copies],
        "seals": [_words(point, _SEAL) for point in paper.seals],
        "citations": _numbers((*paper.points, *paper.copies, *paper.seals), programme, telling),
    }


def paper_table(checklist: Checklist, telling: Telling) -> Table:
    """The papers, with how many of each and which seals."""
    say, programme = telling.say, checklist.head.programme.id
    rows = tuple(
        (
            tuple(_named(paper, telling)),
            tuple(_short(point, _COPIES, programme, telling) for point in paper.copies),
            tuple(_short(point, _SEAL, programme, telling) for point in paper.seals),
            tuple(telling.quotes((p.statement.quote for p in paper.points), programme)),
        )
        for paper in checklist.papers
    )
    header = (say["told.paper"], say["told.copies"], say["told.seals"], say["told.clause"])
    return Table(say["told.papers"], header, rows, (3, 2, 2, 6))


def contact_fields(checklist: Checklist, telling: Telling) -> list[dict[str, Any]]:
    """Whom to ask for JSON; a field that the document does not give is ""."""
    programme = checklist.head.programme.id
    return [
        {**asdict(contact), "reviewed": point.reviewed, "citations": _numbers((point,), programme, telling)}
        for point, contact in _contacts(checklist)
    ]


def contact_table(checklist: Checklist, telling: Telling) -> Table:
    """Whom to ask, and how."""
    say, programme = telling.say, checklist.head.programme.id
    rows = []
    for point, contact in _contacts(checklist):
        (number,) = _numbers((point,), programme, telling)
        who = " ".join(part for part in (contact.office, contact.person) if part)
        ways = {"phone": contact.phone, "fax": contact.fax, "email": contact.email, "address": contact.address}
        how = [f"{say[f'place.{name}']} {value}" for name, value in ways.items() if value]
        told = [Text(words, (number,) if at == len(how) else ()) for at, words in enumerate(how, start=1)]
        rows.append(((Text(who or "—", () if how else (number,)),), tuple(told)))
    return Table(say["told.contacts"], (say["told.contact"], say["told.content"]), tuple(rows), (3, 6))


def _contacts(checklist: Checklist) -> Iterator[tuple[Point, Contact]]:
    for cell in checklist.details:
        for point in cell.points if cell.facet == "contact" else ():
            if isinstance(point.statement.value, Contact):
                yield point, point.statement.value


def _named(paper: Paper, telling: Telling) -> Iterator[Text]:
    yield Text(paper.name)
    if paper.phase != "application":
        yield Text(telling.say[f"told.phase_{paper.phase}"], kind="note")
    if any(not p.reviewed for p in paper.points):
        yield Text(telling.say["told.unchecked"], kind="note")


def _short(point: Point, wanted: re.Pattern[str], programme: str, telling: Telling) -> Text:
    (number,) = _numbers((point,), programme, telling)
    return Text(_words(point, wanted), (number,), "quote")


def _words(point: Point, wanted: re.Pattern[str]) -> str:
    """The words of the quote that are wanted, else the whole quote."""
    quote = tight(point.statement.quote)
    found = wanted.search(quote.text)
    return found.group() if found else quote.text


def _numbers(points: tuple[Point, ...], programme: str, telling: Telling) -> list[int]:
    quotes = distinct(tight(p.statement.quote) for p in points)
    return telling.sources.numbers(quotes, programme)
