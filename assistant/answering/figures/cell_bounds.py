"""A figure held against the cell of a table: that of the column asked about, never that of the one beside it."""

from __future__ import annotations

from dataclasses import replace

from assistant.answering.answer import Verdict
from assistant.answering.grounds.comparing import against
from assistant.answering.grounds.finding import Finding
from assistant.answering.grounds.scene import Scene, quantities_in
from assistant.answering.values.grids import Table, tables_of
from assistant.answering.values.lists import speaks
from assistant.answering.values.tabled import exceptions, named_columns, rows_named
from assistant.guideline.clause import Clause
from assistant.guideline.patterns import regex
from assistant.guideline.quote import span
from assistant.guideline.values import Interval, Quantity

_UNIT = regex(r"[（(](?P<unit>[一-鿿㎡]{1,4})[）)]")
_LEAST, _MOST = regex(r"^\s*[≥＞>]"), regex(r"^\s*[≤＜<]")
_LIMIT = regex(r"限额|名额|上限|最[多高]")
_BARE = regex(r"^\s*[≥≤]?\s*\d+(?:\.\d+)?\s*$")
_AN_ACT = regex(
    r"申请|申报|[能可以想来就]报|报名|报(?:个|一个)|认定|评|入选|牵头|参[加与评]|通过|授牌|立项|获|拿|领|成功|\b(?:apply|eligible|qualif|approved|selected)"
)
_TURNED = regex(r"不够|不足|不达标|不符合|不行|太[少小多大]|还差|再")


def held_against_cell(scene: Scene) -> Finding | None:
    """What the one figure given comes to against the row that the question names; "conditional" where the columns
    differ and none is named. None where anything else is asked, or the row or the unit is not certain."""
    frame = scene.frame
    given = [q for q in frame.quantities if q.interval.exact]
    if not frame.whether or len(given) != 1 or len(frame.quantities) != 1 or not scene.chosen:
        return None
    if frame.denies or _TURNED.search(frame.masked):
        return None
    for table in tables_of(scene.guideline):
        if speaks(scene, table.rows[0]) and (rows := rows_named(scene, table)) and len(rows) == 1:
            return _held(scene, table, rows[0], given[0])
    return None


def _held(scene: Scene, table: Table, row: Clause, given: Quantity) -> Finding | None:
    columns = named_columns(scene, table) or table.measured
    bounds = {c: b for c, v in table.values(row) if c in columns and (b := _bound(table, row, c, v, given))}
    if not bounds or set(bounds) != {c for c, _ in table.values(row) if c in columns and c in table.measured}:
        return None
    results = {against(given.interval, b) for b in bounds.values()}
    if results - {"meets", "under", "over"}:
        return None
    fails = results - {"meets"}
    if fails and exceptions(scene, table, [row]):
        return None  # for some the bound is another: no figure is held against it here
    if len(results) > 1 and named_columns(scene, table):
        return None  # held against which of those named?
    if not fails and _AN_ACT.search(scene.frame.masked) and not all(_LIMIT.search(c) for c in bounds):
        return None  # enough of one thing is not all that is needed
    verdict: Verdict = "yes" if not fails else "no" if "meets" not in results else "conditional"
    bound = "，".join(f"{c}{v}" for c, v in table.values(row) if c in bounds)
    reason = "unsure" if len(results) > 1 else next(iter(results))
    quote = span(row, 0, len(row.text))
    shown = (("bound", bound), ("given", scene.frame.masked[given.start : given.end].strip()))
    return Finding(scene.programme, "answered", verdict, quote.text, (quote,), reason, shown, 9.0, 0.9)


def _bound(table: Table, row: Clause, column: str, value: str, given: Quantity) -> Interval | None:
    """The interval that the cell allows, in the unit of the figure given."""
    unit = next((m["unit"] for m in map(_UNIT.search, (table.name(row), column)) if m), "")
    text = f"{value.strip()}{unit}" if _BARE.match(value) else value
    found = [q for q in quantities_in(text) if q.dimension == given.dimension and _alike(q, given)]
    if len(found) != 1:
        return None
    bound = found[0].interval
    if not bound.exact:
        return bound
    if _LEAST.match(value):
        return replace(bound, high=None)
    return replace(bound, low=None) if _MOST.match(value) or _LIMIT.search(column) else None


def _alike(one: Quantity, other: Quantity) -> bool:
    return one.unit == other.unit or {one.unit, other.unit} <= {"个", "人", "名", "位"}
