"""A comparison as its page shows it. Nothing here is markup."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from assistant.guideline.document import Guideline
from assistant.web.choosing import due, gone
from assistant.web.clauses import cards
from assistant.web.views import Card

_FIRST = 3


@dataclass(frozen=True, slots=True)
class Column:
    """One programme; `without` is the address of the same comparison without it, "" where too few would be left."""

    id: str
    name: str
    title: str
    document: str
    gone: str
    due: str
    reviewed: bool
    without: str


@dataclass(frozen=True, slots=True)
class Clash:
    """Clauses that say different things; `governing` is the one that is followed."""

    said: str
    reason: str
    clauses: tuple[Card, ...]
    governing: int | None


@dataclass(frozen=True, slots=True)
class Cell:
    """What one programme says of a point: the first clauses, the others, and what is to be said besides."""

    name: str
    state: str
    first: tuple[Card, ...]
    others: tuple[Card, ...]
    note: str
    unreviewed: bool
    clashes: tuple[Clash, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """One point across the programmes."""

    facet: str
    label: str
    agreement: str
    agreed: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Compared:
    """A comparison; `bare` are the labels of points on which nobody says anything, by why."""

    as_of: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    bare: tuple[tuple[str, tuple[str, ...]], ...]
    count: int
    same: int


def address(programmes: Sequence[str], facets: Sequence[str], different: bool) -> str:
    """The address of a comparison, from the language root."""
    fields = [("programme", name) for name in programmes] + [("facet", name) for name in facets]
    return "compare?" + urlencode([*fields, ("different", "1")] if different else fields)


def file_address(programmes: Sequence[str], facets: Sequence[str], language: str, ending: str) -> str:
    """The address of a comparison as a file, from the site's root."""
    fields = [("programme", name) for name in programmes] + [("facet", name) for name in facets]
    return "api/compare?" + urlencode([*fields, ("format", ending), ("lang", language)])


def compared(
    fields: Mapping[str, Any],
    documents: Iterable[Guideline],
    say: Mapping[str, str],
    facets: Sequence[str],
    different: bool,
) -> Compared:
    """The view of a comparison in the fields of the API; `different` leaves out what all say alike."""
    held = cards(fields["citations"], documents)
    heads = fields["programmes"]
    ids = [head["programme"] for head in heads]
    wanted = [row for row in fields["rows"] if not different or row["agreement"] != "same"]
    bare = [row for row in wanted if _bare(row)]
    return Compared(
        fields["as_of"],
        tuple(_column(head, ids, facets, different, say) for head in heads),
        tuple(_row(row, heads, held, say) for row in wanted if not _bare(row)),
        tuple(
            (say[f"told.{state}"], labels)
            for state in ("silent", "unseen")
            if (labels := tuple(row["label"] for row in bare if row["cells"][0]["state"] == state))
        ),
        len(fields["rows"]),
        sum(row["agreement"] == "same" for row in fields["rows"]),
    )


def _column(
    head: Mapping[str, Any], ids: list[str], facets: Sequence[str], different: bool, say: Mapping[str, str]
) -> Column:
    others = [name for name in ids if name != head["programme"]]
    return Column(
        head["programme"],
        head["name"],
        head["title"],
        head["document"],
        gone(head, say),
        due(head, say),
        bool(head["checked_by"]),
        address(others, facets, different) if len(others) > 1 else "",
    )


def _row(row: Mapping[str, Any], heads: Any, held: Mapping[int, Card], say: Mapping[str, str]) -> Row:
    cells = zip(heads, row["cells"], strict=True)
    return Row(
        row["facet"],
        row["label"],
        row["agreement"],
        say[f"told.{row['agreement']}"],
        tuple(cell(fields, head["name"], held, say) for head, fields in cells),
    )


def cell(fields: Mapping[str, Any], name: str, held: Mapping[int, Card], say: Mapping[str, str]) -> Cell:
    """A cell of a card in the fields of the API."""
    quotes = tuple(held[n] for n in fields["citations"])
    return Cell(
        name,
        fields["state"],
        quotes[:_FIRST],
        quotes[_FIRST:],
        fields["note"],
        fields["state"] == "stated" and not fields["reviewed"],
        tuple(clash(conflict, held, say) for conflict in fields["conflicts"]),
    )


def clash(fields: Mapping[str, Any], held: Mapping[int, Card], say: Mapping[str, str]) -> Clash:
    """A conflict of a card in the fields of the API."""
    governs = fields["governs"]
    said = say["told.conflict"] if governs is None else say["tool.clash_governed"]
    return Clash(said, fields["reason"], tuple(held[n] for n in fields["citations"]), governs)


def _bare(row: Mapping[str, Any]) -> bool:
    """Whether no programme says anything, all for the same reason."""
    states = {cell["state"] for cell in row["cells"]}
    return len(states) == 1 and states <= {"silent", "unseen"} and not any(c["conflicts"] for c in row["cells"])
