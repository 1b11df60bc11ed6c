"""A document as pages show it: its facts, its outline, its text with words marked. Nothing here is markup."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import islice

from assistant.exchange import printable
from assistant.guideline.clause import Clause
from assistant.guideline.document import Guideline
from assistant.service import Found
from assistant.web.listed import address
from assistant.web.views import source_address

HITS_SHOWN = 100
FACTS = ("number", "issuer", "issued", "since", "deadline", "region", "provenance")
_AROUND = 40


@dataclass(frozen=True, slots=True)
class Heading:
    """One entry of an outline."""

    depth: int
    text: str
    anchor: str


@dataclass(frozen=True, slots=True)
class Held:
    """What is said of a document before its text; `status` is a key of the words, `status_said` its sentence;
    `amended` says which later documents changed it, one line each; `lists` are the names and checklists of its
    programmes."""

    id: str
    title: str
    status: str
    status_said: str
    deadline: str
    lines: tuple[str, ...]
    programmes: tuple[str, ...]
    outline: tuple[Heading, ...]
    amended: tuple[str, ...] = ()
    lists: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Line:
    """A clause as a paragraph: `pieces` are its words in order, each with whether it is marked."""

    anchor: str
    kind: str
    depth: int
    context: str
    cited: bool
    pieces: tuple[tuple[str, bool], ...]


@dataclass(frozen=True, slots=True)
class Hit:
    """Words found, with a little of what stands around them."""

    title: str
    place: str
    source: str
    before: str
    marked: str
    after: str


def status(guideline: Guideline, today: date) -> str:
    """in_force, deadline_passed, superseded or unknown, as of `today`."""
    entry = guideline.entry
    if entry.status == "superseded":
        return "superseded"
    if guideline.closes and guideline.closes < today:
        return "deadline_passed"
    return "unknown" if entry.status == "unknown" else "in_force"


def held(guideline: Guideline, today: date, say: Mapping[str, str], others: Iterable[Guideline] = ()) -> Held:
    """What is said of a document; `others` are all that are held."""
    entry, kind, closes = guideline.entry, status(guideline, today), guideline.closes
    days = (_iso(day) for day in (entry.issued, entry.in_force, closes))
    values = (entry.number, entry.issuer, *days, entry.region, entry.provenance)
    return Held(
        guideline.id,
        entry.title or entry.file,
        kind,
        say[f"doc.{kind}"],
        f"{say['doc.deadline']} {closes.isoformat()}" if closes else "",
        tuple(f"{say[f'doc.{name}']} {value}" for name, value in zip(FACTS, values, strict=True) if value),
        tuple(programme.name for programme in guideline.spoken),
        outline(guideline),
        tuple(
            say["doc.amended"].format(title=(other.entry.title or other.id).strip("《》"))
            for other in others
            if guideline.id in other.entry.amends
        ),
        tuple((p.name, address(p.id)) for p in guideline.spoken if "/" not in p.id),
    )


def outline(guideline: Guideline) -> tuple[Heading, ...]:
    """The titles and headings in order; `depth` counts the headings above."""
    depths = _depths(guideline)
    return tuple(
        Heading(depths[clause.id], _short(clause), anchor(clause))
        for clause in guideline.clauses
        if clause.kind in ("title", "heading")
    )


def lines(guideline: Guideline, cited: tuple[str, int, int] | None, query: str = "") -> tuple[Line, ...]:
    """All clauses; marked are the words `cited` (clause id, start, end in its text) or all that equal `query`."""
    depths = _depths(guideline)
    made = []
    context = ""
    for clause in guideline.clauses:
        here = cited if cited is not None and cited[0] == clause.id else None
        spans = [(here[1], here[2])] if here else [found.span() for found in _finder(query).finditer(clause.text)]
        fresh = clause.context if clause.context != context else ""
        context = clause.context
        made.append(
            Line(anchor(clause), clause.kind, min(depths[clause.id], 6), printable(fresh), here is not None,
                 _pieces(clause.text, spans))
        )  # fmt: skip
    return tuple(made)


def raw(guideline: Guideline, cited: tuple[str, int, int] | None) -> tuple[str, str, str]:
    """The source before the cited words, their run of the source, and what follows."""
    if cited is None:
        return printable(guideline.source), "", ""
    start, end = guideline.clause(cited[0]).offsets.span(cited[1], cited[2])
    return tuple(
        printable(part) for part in (guideline.source[:start], guideline.source[start:end], guideline.source[end:])
    )  # type: ignore[return-value]  # three parts


def anchor(clause: Clause) -> str:
    """The id of a clause's paragraph on its page."""
    return f"c-{clause.id}"


def found_words(guidelines: Iterable[Guideline], query: str) -> tuple[tuple[Hit, ...], int]:
    """The first places where the words stand exactly, white space aside, and how many there are in all."""
    places = [
        (guideline, clause, *found.span())
        for guideline in guidelines
        for clause in guideline.clauses
        for found in _finder(query).finditer(clause.text)
    ]
    return tuple(_hit(*place) for place in islice(places, HITS_SHOWN)), len(places)


def related(found: Iterable[Found]) -> tuple[Hit, ...]:
    """Clauses that a search by meaning brought up, each from its beginning."""
    return tuple(_hit(hit.guideline, hit.clause, 0, 0) for hit in found if hit.clause.text.strip())


def _hit(guideline: Guideline, clause: Clause, start: int, end: int) -> Hit:
    text = clause.text
    low, high = max(0, start - _AROUND), min(len(text), end + _AROUND * 2)
    return Hit(
        guideline.entry.title or guideline.id,
        clause.place,
        source_address(guideline.id, clause.id, start, end if end > start else len(text)),
        printable(("…" if low else "") + text[low:start]),
        printable(text[start:end]),
        printable(text[end:high] + ("…" if high < len(text) else "")),
    )


def _finder(query: str) -> re.Pattern[str]:
    chars = [re.escape(char) for char in query if not char.isspace()]
    return re.compile(r"\s*".join(chars) if chars else r"(?!)", re.IGNORECASE)


def _pieces(text: str, spans: list[tuple[int, int]]) -> tuple[tuple[str, bool], ...]:
    pieces, at = [], 0
    for start, end in spans:
        pieces += [(text[at:start], False), (text[start:end], True)]
        at = end
    pieces.append((text[at:], False))
    return tuple((printable(piece), marked) for piece, marked in pieces if piece)


def _depths(guideline: Guideline) -> dict[str, int]:
    """How many clauses stand above each one."""
    depths: dict[str, int] = {}
    for clause in guideline.clauses:
        depths[clause.id] = depths.get(clause.parent, -1) + 1 if clause.parent else 0
    return depths


def _iso(day: date | None) -> str:
    return day.isoformat() if day else ""


def _short(clause: Clause) -> str:
    text = printable(" ".join(clause.text.split()))
    return text if len(text) <= 48 else f"{text[:46]}……"
