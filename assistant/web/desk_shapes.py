"""The shapes of what the desk shows of a form: clauses, places, blocks. Nothing here is markup."""

from __future__ import annotations

from dataclasses import dataclass

from assistant.drafting.field import Field
from assistant.guideline.quote import Quote
from assistant.web.views import source_address


@dataclass(frozen=True, slots=True)
class Clause:
    """Words of the document and the address of its page at them, from the language root."""

    text: str
    source: str


@dataclass(frozen=True, slots=True)
class Most:
    """How long a text may be: `most` 字, the words that say so, and a remark of ours on them."""

    most: int
    clause: Clause
    remark: str


@dataclass(frozen=True, slots=True)
class Spot:
    """A place to fill in. `label` is what is read out where nothing stands around it, `short` what stands beside it,
    `fact` the key that it shares with other places, "" for none; `elements` are id, words, whether asked."""

    path: str
    label: str
    short: str
    kind: str
    unit: str
    clause: Clause
    guidance: tuple[Clause, ...] = ()
    limit: Most | None = None
    elements: tuple[tuple[str, str, bool], ...] = ()
    options: tuple[tuple[str, str], ...] = ()
    several: bool | None = None
    year: int | None = None
    fact: str = ""
    remarks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Prose:
    """A field that takes a text of its own."""

    spot: Spot
    what: str = "prose"


@dataclass(frozen=True, slots=True)
class Entries:
    """Short fields below one heading, "" for none."""

    heading: str
    spots: tuple[Spot, ...]
    what: str = "entries"


@dataclass(frozen=True, slots=True)
class Years:
    """Numbers by year: a row for each label, a column for each of `years`."""

    heading: str
    years: tuple[int, ...]
    rows: tuple[tuple[str, Clause, tuple[Spot | None, ...]], ...]
    what: str = "years"


@dataclass(frozen=True, slots=True)
class Rows:
    """Records of one kind: a column for each of `spots`; `printed` is how many the form has room for, `more` the words
    that let rows be added."""

    path: str
    label: str
    spots: tuple[Spot, ...]
    printed: int
    more: Clause | None
    what: str = "rows"


@dataclass(frozen=True, slots=True)
class Aside:
    """Words that nobody fills in here: what the form prints, what is signed on paper, what the office writes."""

    key: str
    texts: tuple[str, ...]
    what: str = "aside"


Block = Prose | Entries | Years | Rows | Aside


def quoted(quote: Quote) -> Clause:
    """Words of the document with their place."""
    return Clause(line(quote.text), source_address(quote.clause.document, quote.clause.id, quote.start, quote.end))


def labels(field: Field, year: bool = True) -> list[str]:
    """Every label from the outermost to its own, then the year where the column tells it and it is wished for."""
    above = [line(quote.text) for quote in field.under]
    last = [above.pop()] if field.year and above and above[-1] == f"{field.year}年" else []
    return [*above, line(field.label.text).rstrip("：:"), *(last if year else [])]


def line(text: str) -> str:
    """The text on one line."""
    return " ".join(text.split())
