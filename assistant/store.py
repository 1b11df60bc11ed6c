"""The read guidelines and their statements, kept beside the search index so that a cold start reads no source.

One file: a line with the SHA-256 of what follows, then JSON. Rows instead of objects and flat integer lists
for offset maps keep loading the five texts within a few milliseconds. A quote is kept as its place and made
again from the clause, never as words.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from assistant.card_rows import card, card_row
from assistant.errors import IndexUnusable
from assistant.guideline.amendment import Amendment
from assistant.guideline.card import Card
from assistant.guideline.clause import Cell, Clause, OffsetMap
from assistant.guideline.document import Entry, Guideline, Programme
from assistant.guideline.statement import Statement
from assistant.statement_rows import amendment, amendment_row, statement, statement_row

FILE = "texts.json"


@dataclass(frozen=True, slots=True)
class Texts:
    """What one generation holds besides its search index; `unreadable` says in Chinese and English why a
    source file was left out, `notices` what of the reviewed cards does not fit the documents. `former` is what was
    stated until a later document amended it, `amendments` by which words."""

    guidelines: tuple[Guideline, ...]
    statements: tuple[Statement, ...]
    unreadable: tuple[tuple[str, str], ...] = ()
    cards: tuple[Card, ...] = ()
    notices: tuple[tuple[str, str], ...] = ()
    former: tuple[Statement, ...] = ()
    amendments: tuple[Amendment, ...] = ()


def save(folder: Path, texts: Texts) -> None:
    """Write `texts` into a generation folder."""
    numbers = {guideline.id: number for number, guideline in enumerate(texts.guidelines)}
    content = {
        "guidelines": [_guideline_row(guideline) for guideline in texts.guidelines],
        "statements": [statement_row(said, numbers) for said in texts.statements],
        "unreadable": texts.unreadable,
        "cards": [card_row(held, (*texts.statements, *texts.former), numbers) for held in texts.cards],
        "notices": texts.notices,
        "former": [statement_row(said, numbers) for said in texts.former],
        "amendments": [amendment_row(change, numbers) for change in texts.amendments],
    }
    body = json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")
    (folder / FILE).write_bytes(hashlib.sha256(body).hexdigest().encode() + b"\n" + body)


def load(folder: Path) -> Texts:
    """What `save` wrote; IndexUnusable if the file is missing, changed or of another shape."""
    try:
        digest, _, body = (folder / FILE).read_bytes().partition(b"\n")
        if hashlib.sha256(body).hexdigest().encode() != digest:
            raise ValueError("the digest does not match")
        content = json.loads(body.decode("utf-8", "surrogatepass"))
        guidelines = tuple(_guideline(row) for row in content["guidelines"])
        clauses = [{clause.id: clause for clause in guideline.clauses} for guideline in guidelines]
        statements = tuple(statement(row, clauses) for row in content["statements"])
        former = tuple(statement(row, clauses) for row in content["former"])
        return Texts(
            guidelines,
            statements,
            tuple((zh, en) for zh, en in content["unreadable"]),
            tuple(card(row, (*statements, *former), clauses) for row in content["cards"]),
            tuple((zh, en) for zh, en in content["notices"]),
            former,
            tuple(amendment(row, clauses) for row in content["amendments"]),
        )
    except (OSError, ValueError, KeyError, IndexError, TypeError) as error:
        raise IndexUnusable(
            "索引文件已损坏或不完整。", f"The index file is damaged or incomplete ({type(error).__name__})."
        ) from error


def _guideline_row(guideline: Guideline) -> list[Any]:
    return [
        guideline.id,
        _entry_row(guideline.entry),
        guideline.source,
        [_clause_row(clause) for clause in guideline.clauses],
        [_programme_row(p) for p in guideline.programmes],
        [_programme_row(p) for p in guideline.also],
    ]


def _guideline(row: list[Any]) -> Guideline:
    identity, entry, source, clauses, programmes, also = row
    return Guideline(
        identity,
        _entry(entry),
        source,
        tuple([_clause(clause) for clause in clauses]),
        tuple(_programme(programme) for programme in programmes),
        tuple(_programme(programme) for programme in also),
    )


def _programme_row(p: Programme) -> list[Any]:
    return [p.id, p.document, p.names, p.names_en, p.annex, p.held, p.deadline.isoformat() if p.deadline else None]


def _programme(row: list[Any]) -> Programme:
    identity, document, names, names_en, annex, held, due = row
    day = date.fromisoformat(due) if due else None
    return Programme(identity, document, tuple(names), tuple(names_en), annex, held, day)


def _entry_row(entry: Entry) -> list[Any]:
    days = (entry.issued, entry.in_force, entry.deadline)
    return [
        entry.file,
        entry.title,
        entry.issuer,
        entry.number,
        *(day.isoformat() if day else None for day in days),
        entry.region,
        entry.status,
        entry.provenance,
        entry.amends,
    ]


def _entry(row: list[Any]) -> Entry:
    days = (date.fromisoformat(text) if text else None for text in row[4:7])
    return Entry(*[*row[:4], *days, *row[7:-1], tuple(row[-1])])


def _clause_row(clause: Clause) -> list[Any]:
    return [
        clause.id,
        clause.document,
        clause.kind,
        clause.label,
        clause.heading,
        clause.text,
        clause.path,
        clause.parent,
        clause.order,
        clause.page,
        clause.context,
        [number for run in clause.offsets.runs for number in run],
        clause.offsets.replaced,
        [[cell.column, cell.spans] for cell in clause.cells],
    ]


def _clause(row: list[Any]) -> Clause:
    identity, document, kind, label, heading, text, path, parent, order, page, context, flat, replaced, table = row
    numbers = iter(flat)
    runs = tuple(zip(numbers, numbers, numbers, strict=True))
    offsets = OffsetMap(runs, tuple((a, b, c, d) for a, b, c, d in replaced))
    cells = tuple(Cell(column, tuple((a, b) for a, b in spans)) for column, spans in table)
    return Clause(
        identity, document, kind, label, heading, text, tuple(path), parent, order, page, context, offsets, cells
    )
