"""The ten invented notices: their gold, and statements in the gold's terms."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from assistant.guideline.document import Guideline
from assistant.guideline.statement import Statement
from assistant.guideline.values import Contact, Day, Quantity
from assistant.programmes.extract import extract
from assistant.reading.library import read_file

FOLDER = Path(__file__).parents[1] / "notices"
Item = tuple[str, str, str]  # document, attribute, value

_ROLES = {"lead": "lead_unit", "applicant": "lead_unit", "joint": "joint_unit", "member": "joint_unit"}
_NUMBERS = {
    "age": "age_min",
    "ratio": "ratio",
    "quota": "quota",
    "copies": "copies",
    "cooperation": "cooperation_years",
    "word_limit": "word_limit",
}


@cache
def guidelines() -> tuple[Guideline, ...]:
    files = sorted(p for p in FOLDER.iterdir() if p.suffix in (".txt", ".pdf", ".docx"))
    return tuple(read_file(p) for p in files)


@cache
def statements() -> tuple[Statement, ...]:
    return extract(guidelines())


@cache
def gold() -> tuple[Item, ...]:
    rows = [json.loads(line) for p in sorted(FOLDER.glob("gold-*.jsonl")) for line in p.read_text("utf-8").splitlines()]
    return tuple((r["document"], r["attribute"], r["value"]) for r in rows)


@cache
def reviewed() -> dict[Item, bool]:
    """Items that the gold does not list, read against the notices one by one: right or wrong."""
    lines = (Path(__file__).parent / "reviewed.jsonl").read_text("utf-8").splitlines()
    return {(r["document"], r["attribute"], r["value"]): r["right"] for r in map(json.loads, lines)}


def items(statement: Statement) -> Iterator[Item]:
    """What a statement says in the gold's attributes; nothing where the gold has no such attribute."""
    s, document, value = statement, statement.quote.clause.document, statement.value
    if s.attribute == "unit" and s.modality != "must_not":
        kind = _ROLES.get(s.role)
        if kind:
            yield from ((document, kind, u.words) for u in s.units)
    elif s.attribute == "count" and isinstance(value, Quantity):
        if s.role != "joint":
            yield document, "quota", f"{value.interval.high}{value.unit}"
            return
        if value.interval.low is not None:
            yield document, "joint_min", f"{value.interval.low}{value.unit}"
        if value.interval.high is not None:
            yield document, "joint_max", f"{value.interval.high}{value.unit}"
    elif s.attribute == "period" and isinstance(value, Quantity):
        valid = s.subject.startswith("有效") and "届满" not in s.subject
        name = "public_notice" if "公示" in s.subject else "validity" if valid else ""
        if name:
            yield document, name, f"{value.interval.low or value.interval.high}{value.unit}"
    elif s.attribute in _NUMBERS and isinstance(value, Quantity):
        number = value.interval.low if value.interval.low is not None else value.interval.high
        yield document, _NUMBERS[s.attribute], f"{number}{value.unit}"
    elif s.attribute in ("deadline", "in_force", "yearly") and isinstance(value, Day):
        full = value.full()
        yield document, "date", full.isoformat() if full else f"{value.month}月{value.day}日"
    elif s.attribute == "contact" and isinstance(value, Contact):
        fields = [*value.phone.split("、"), value.email, value.address, value.fax, value.person]
        yield from ((document, "contact", f) for f in fields if f)
    elif s.attribute == "material" and isinstance(value, str):
        yield document, "materials", value


def same(mine: Item, wanted: Item) -> bool:
    """Whether an extracted item is the gold's: names by containment, figures exactly."""
    if mine[:2] != wanted[:2]:
        return False
    a, b = _plain(mine[2]), _plain(wanted[2])
    if mine[1] in ("lead_unit", "joint_unit", "materials"):
        return bool(a) and (a in b or b in a)
    if mine[1] == "ratio":
        from assistant.programmes.quantities import find_quantities

        return any(f"{q.interval.low}比例" == a for q in find_quantities(wanted[2]))
    if mine[1] == "public_notice":
        return a.replace("天", "日") == b.replace("天", "日").replace("个工作日", "工作日")
    return a == b or (mine[1] == "contact" and a in b)


def _plain(text: str) -> str:
    return "".join(c for c in text if c not in ' “”"《》（）()\t\n')
