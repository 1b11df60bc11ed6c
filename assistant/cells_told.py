"""What comparison and checklist have in common when they are told: heads, cells, sources."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from assistant.citing import Citations
from assistant.export.report import Report, Source, Table, Text
from assistant.guideline.card import Conflict
from assistant.guideline.quote import Quote
from assistant.programmes.cells import Cell, Head, distinct, tight
from assistant.words import words

SOURCE_HEADER = ("number", "document", "place", "page", "quote")


class Telling:
    """Words in one language, names of programmes by id, and the sources numbered so far."""

    def __init__(self, language: str, names: Mapping[str, str], sources: Citations) -> None:
        self.language = language
        self.say = words(language)
        self.sources = sources
        self._names = names

    def cell_fields(self, cell: Cell, programme: str) -> dict[str, Any]:
        """A cell for JSON."""
        return {
            "facet": cell.facet,
            "label": self.say[f"facet.{cell.facet}"],
            "state": cell.state,
            "reviewed": cell.reviewed,
            "note": self.note(cell),
            "kinds": list(cell.kinds),
            "citations": self.sources.numbers(cell.quotes, programme),
            "conflicts": [self._conflict_fields(conflict, programme) for conflict in cell.conflicts],
        }

    def cell_texts(self, cell: Cell, programme: str) -> tuple[Text, ...]:
        """A cell for paper: its words, then what is to be said about them."""
        quotes = self.quotes(cell.quotes, programme)
        if cell.facet == "word_limit":
            # "(500字以内)" says nothing without the part of the form that it stands in.
            quotes = [
                replace(t, about=q.clause.path[-1] if q.clause.path else "")
                for t, q in zip(quotes, cell.quotes, strict=True)
            ]
        return (*quotes, *self._notes(cell, programme))

    def name(self, programme: str) -> str:
        """The name of a programme by its id."""
        return self._names.get(programme, programme)

    def note(self, cell: Cell) -> str:
        """What is to be said of a cell besides its words, "" for nothing."""
        kinds = self.names(cell.kinds)
        if cell.state == "stated":
            return self.say["told.kinds_more"].format(names=kinds) if kinds else ""
        return self.say[f"told.{cell.state}"].format(names=kinds)

    def names(self, programmes: Iterable[str]) -> str:
        """The names of programmes, by id, in one line."""
        return self.say["told.list"].join(self.name(programme) for programme in programmes)

    def quotes(self, quotes: Iterable[Quote], programme: str) -> list[Text]:
        """Words of the documents, each with the number of its source."""
        return [Text(q.text, (self.sources.number(q, programme),), "quote") for q in distinct(map(tight, quotes))]

    def head(self, head: Head) -> str:
        """A programme on one line: its document, its deadlines, whether it was reviewed."""
        say = self.say
        said = [say["told.title"].format(title=head.title)]
        if head.superseded:
            said.append(say["told.superseded"])
        for due in head.deadlines:
            said.append(say["told.deadline_passed" if due.passed else "told.deadline"].format(date=due.day))
        checked = say["told.checked"].format(by=head.checked_by, date=head.checked_on)
        said.append(checked if head.checked_by else say["told.unchecked"])
        return say["told.head"].format(name=head.programme.name, said=say["told.then"].join(said))

    def report(self, title: str, lines: Iterable[str], tables: Iterable[Table], as_of: date) -> Report:
        """The report with the sources numbered so far."""
        say = self.say
        number, document, place, page, quote = (say[f"told.{name}"] for name in SOURCE_HEADER)
        return Report(
            self.language,
            as_of,
            title,
            (say["told.as_of"].format(date=as_of), *lines),
            tuple(tables),
            tuple(Source(c.n, c.title, c.place, c.page, c.quote) for c in self.sources.all),
            say["told.sources"],
            (number, document, place, page, quote),
            say["page.formal"],
            say["place.page"],
            say["told.paging"],
            say["told.about"],
        )

    def _notes(self, cell: Cell, programme: str) -> Iterator[Text]:
        if note := self.note(cell):
            yield Text(note, kind="note")
        if cell.points and not cell.reviewed:
            yield Text(self.say["told.unchecked"], kind="note")
        for conflict in cell.conflicts:
            told = self.sources.numbers(cell.quotes, programme)
            numbers = self.sources.numbers(conflict.quotes, programme)
            for quote, number in zip(conflict.quotes, numbers, strict=True):
                if number not in told:
                    yield Text(quote.text, (number,), "quote")
            yield Text(self._judged(conflict, numbers), tuple(numbers), "note")

    def _judged(self, conflict: Conflict, numbers: list[int]) -> str:
        if conflict.governs is None:
            said = self.say["told.conflict"]
        else:
            said = self.say["told.conflict_governed"].format(number=numbers[conflict.governs])
        return self.say["told.head"].format(name=said, said=self._reason(conflict))

    def _reason(self, conflict: Conflict) -> str:
        zh, en = conflict.reason
        return en if self.language == "en" else zh

    def _conflict_fields(self, conflict: Conflict, programme: str) -> dict[str, Any]:
        numbers = self.sources.numbers(conflict.quotes, programme)
        governs = None if conflict.governs is None else numbers[conflict.governs]
        return {"citations": numbers, "governs": governs, "reason": self._reason(conflict)}


def head_fields(head: Head) -> dict[str, Any]:
    """A programme with its document for JSON."""
    return {
        "programme": head.programme.id,
        "name": head.programme.name,
        "document": head.document,
        "title": head.title,
        "superseded": head.superseded,
        "deadlines": [{"date": due.day.isoformat(), "passed": due.passed} for due in head.deadlines],
        "checked_by": head.checked_by,
        "checked_on": head.checked_on.isoformat() if head.checked_on else None,
    }
