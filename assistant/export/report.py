"""A report: what people are told, ready for paper. It knows neither Word nor Excel nor what it is about."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal


@dataclass(frozen=True, slots=True)
class Text:
    """One paragraph of a cell; `refs` are numbers of sources. `kind` "quote" are words of a document, "note" words
    about them. `about` is what a quote too short to be understood speaks of."""

    text: str
    refs: tuple[int, ...] = ()
    kind: Literal["plain", "quote", "note"] = "plain"
    about: str = ""


Cell = tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under a header; `widths` are the shares of the columns. The first column names the row."""

    title: str
    header: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    widths: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Source:
    """A numbered quote with its place; `page` is None where the document has no pages."""

    n: int
    title: str
    place: str
    page: int | None
    quote: str


def shown(text: Text) -> str:
    """A paragraph of a cell: words of a document in quotation marks, then the numbers of its sources."""
    said = f"“{text.text}”" if text.kind == "quote" else text.text
    return (f"{text.about} · " if text.about else "") + said + "".join(f" [{n}]" for n in text.refs)


@dataclass(frozen=True, slots=True)
class Report:
    """`language` is "zh" or "en".

    `lines` stand under the title; `source_header` names number, document, place, page and quote; `closing` stands at
    the foot of each page beside `paging` ("{page} of {pages}"); `page` is how the page of a source is named
    ("page {page}"), `about` the place where title and lines stand alone.
    """

    language: str
    as_of: date
    title: str
    lines: tuple[str, ...]
    tables: tuple[Table, ...]
    sources: tuple[Source, ...]
    source_title: str
    source_header: tuple[str, str, str, str, str]
    closing: str
    page: str
    paging: str
    about: str
