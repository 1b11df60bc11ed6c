"""A guideline document with its catalogue entry, its clause tree and its programmes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from assistant.guideline.clause import Clause

Status = Literal["in_force", "deadline_passed", "superseded", "unknown"]


@dataclass(frozen=True, slots=True)
class Programme:
    """A programme that a document regulates.

    `names` are the full name first, then aliases and the short names that callers use. `annex` is the id
    of the clause whose subtree belongs to this programme alone ("" when the whole document does).
    `held` is False for a look-alike that people ask about and whose document is not here. `deadline` is the one
    that a later notice set in place of its document's, None where none did.
    """

    id: str
    document: str
    names: tuple[str, ...]
    names_en: tuple[str, ...] = ()
    annex: str = ""
    held: bool = True
    deadline: date | None = None

    @property
    def name(self) -> str:
        """The full name."""
        return self.names[0]


@dataclass(frozen=True, slots=True)
class Entry:
    """What the catalogue says of a document; every field but `file` may be empty for a new file. `amends` are the
    ids of the documents that it changes."""

    file: str
    title: str = ""
    issuer: str = ""
    number: str = ""
    issued: date | None = None
    in_force: date | None = None
    deadline: date | None = None
    region: str = ""
    status: Status = "unknown"
    provenance: str = ""
    amends: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Guideline:
    """One document: `source` is the decoded text as received (for PDF and Word the extracted text).

    `programmes` are those it founds; `also` those of the documents that it amends, directly or through another.
    """

    id: str
    entry: Entry
    source: str
    clauses: tuple[Clause, ...]
    programmes: tuple[Programme, ...]
    also: tuple[Programme, ...] = ()

    @property
    def spoken(self) -> tuple[Programme, ...]:
        """The programmes that its clauses can speak of."""
        return tuple(p for p in (*self.programmes, *self.also) if p.held)

    def due(self, programme: str) -> date | None:
        """The deadline of one of its programmes, as amended; None where there is none."""
        amended = next((p.deadline for p in self.programmes if p.id == programme), None)
        return amended or self.entry.deadline

    @property
    def closes(self) -> date | None:
        """The last deadline of its programmes, as amended; its own where it founds none."""
        days = [d for p in self.programmes if p.held and (d := self.due(p.id))]
        return max(days, default=self.entry.deadline)

    def clause(self, clause_id: str) -> Clause:
        """The clause of that id; KeyError otherwise."""
        for clause in self.clauses:
            if clause.id == clause_id:
                return clause
        raise KeyError(clause_id)

    def children(self, clause_id: str | None) -> tuple[Clause, ...]:
        """The clauses directly below, in order."""
        return tuple(c for c in self.clauses if c.parent == clause_id)
