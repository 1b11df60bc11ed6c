"""A comparison as JSON and as a report."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from assistant.cells_told import Telling, head_fields
from assistant.citing import Citations
from assistant.exchange import citation_fields
from assistant.export.report import Report, Table, Text
from assistant.programmes.comparing import Comparison, Row


def comparison_fields(comparison: Comparison, names: Mapping[str, str], language: str) -> dict[str, Any]:
    """The comparison for JSON; the numbers in its cells are those of `citations`."""
    telling = Telling(language, names, Citations(comparison.documents))
    rows = [
        {
            "facet": row.facet,
            "label": telling.say[f"facet.{row.facet}"],
            "agreement": row.agreement,
            "cells": [
                {"programme": head.programme.id, **telling.cell_fields(cell, head.programme.id)}
                for head, cell in zip(comparison.heads, row.cells, strict=True)
            ],
        }
        for row in comparison.rows
    ]
    return {
        "as_of": comparison.as_of.isoformat(),
        "language": language,
        "programmes": [head_fields(head) for head in comparison.heads],
        "rows": rows,
        "citations": [citation_fields(cited) for cited in telling.sources.all],
    }


def comparison_report(comparison: Comparison, names: Mapping[str, str], language: str) -> Report:
    """The comparison for paper; `names` are those of the programmes by id."""
    telling = Telling(language, names, Citations(comparison.documents))
    say, heads = telling.say, comparison.heads
    told = [row for row in comparison.rows if not _alike_empty(row)]
    rows = tuple((_named(row, telling), *_cells(row, comparison, telling)) for row in told)
    header = (say["told.facet"], *(head.programme.name for head in heads))
    tables = [Table("", header, rows, (2, *(4 for _ in heads)))] if rows else []
    if bare := tuple(_bare([row for row in comparison.rows if _alike_empty(row)], telling)):
        tables.append(Table(say["told.nothing"], (say["told.state"], say["told.facet"]), bare, (2, 6)))
    return telling.report(say["told.compare"], map(telling.head, heads), tables, comparison.as_of)


def _named(row: Row, telling: Telling) -> tuple[Text, ...]:
    return Text(telling.say[f"facet.{row.facet}"]), Text(telling.say[f"told.{row.agreement}"], kind="note")


def _cells(row: Row, comparison: Comparison, telling: Telling) -> Iterator[tuple[Text, ...]]:
    for head, cell in zip(comparison.heads, row.cells, strict=True):
        yield telling.cell_texts(cell, head.programme.id)


def _alike_empty(row: Row) -> bool:
    """Whether no programme says anything, all for the same reason."""
    return row.empty and len({cell.state for cell in row.cells}) == 1 and not any(c.conflicts for c in row.cells)


def _bare(rows: list[Row], telling: Telling) -> Iterator[tuple[tuple[Text, ...], ...]]:
    """The facets on which no programme says anything, by why."""
    for state in ("silent", "unseen"):
        labels = [telling.say[f"facet.{row.facet}"] for row in rows if row.cells[0].state == state]
        if labels:
            yield (Text(telling.say[f"told.{state}"]),), (Text(telling.say["told.list"].join(labels)),)
