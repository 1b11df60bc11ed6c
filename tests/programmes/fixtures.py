"""Tiny guidelines for rule tests: one clause for each line."""

from __future__ import annotations

from assistant.guideline.clause import Clause, ClauseKind, OffsetMap
from assistant.guideline.document import Entry, Guideline, Programme
from assistant.guideline.statement import Statement
from assistant.programmes.extract import extract


def clause(
    text: str,
    number: int = 0,
    *,
    kind: ClauseKind = "item",
    heading: str = "",
    path: tuple[str, ...] = (),
    parent: str | None = None,
) -> Clause:
    offsets = OffsetMap(((0, 0, max(1, len(text))),))
    return Clause(f"c{number}", "doc", kind, "", heading, text, path, parent, number, None, "", offsets)


def guideline(*clauses: Clause, programmes: tuple[Programme, ...] = ()) -> Guideline:
    return Guideline("doc", Entry("doc.txt"), "", clauses, programmes or (Programme("p", "doc", ("测试基地",)),))


def told(text: str, attribute: str = "", **where: object) -> tuple[Statement, ...]:
    """The statements of one clause, of one attribute if given."""
    found = extract((guideline(clause(text, **where)),))  # type: ignore[arg-type]
    return tuple(s for s in found if not attribute or s.attribute == attribute)
