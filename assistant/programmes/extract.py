"""From clauses to statements."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from assistant.guideline.clause import Clause
from assistant.guideline.document import Guideline
from assistant.guideline.patterns import regex
from assistant.guideline.statement import Statement
from assistant.guideline.values import Quantity
from assistant.programmes.attribution import Names
from assistant.programmes.calendar_rules import find_dates, find_issued
from assistant.programmes.consequences import find_funding, find_revocations
from assistant.programmes.counts import find_counts
from assistant.programmes.enumerations import find_listed_papers, find_listed_units
from assistant.programmes.forms import find_formats, find_seals
from assistant.programmes.limits import find_limits
from assistant.programmes.offices import find_contact_details, find_organisers
from assistant.programmes.papers import find_materials
from assistant.programmes.partners import find_partners
from assistant.programmes.roles import find_roles
from assistant.programmes.scope import Sentence, split
from assistant.programmes.standing import find_standing
from assistant.programmes.units import taxonomy

_TOPIC = regex(r"(?:牵头|申报|申请)[^,，。]{0,8}(?:单位|高校|院校|企业|主体|对象)\s?(?:一般|应|须|需)?(?:为|是)")
Reader = Callable[[Sentence], Iterator[Statement]]

READERS: tuple[Reader, ...] = (
    find_roles,
    find_partners,
    find_counts,
    find_standing,
    find_limits,
    find_dates,
    find_issued,
    find_materials,
    find_seals,
    find_formats,
    find_contact_details,
    find_organisers,
    find_funding,
    find_revocations,
)


def extract(guidelines: tuple[Guideline, ...]) -> tuple[Statement, ...]:
    """Every statement of the documents, in the order of their clauses; each states exactly what its quote says."""
    return tuple(s for g in guidelines for s in _settled(tuple(_statements(g))))


def _statements(guideline: Guideline) -> Iterator[Statement]:
    names = Names(guideline)
    below: dict[str, list[Clause]] = {}
    for clause in guideline.clauses:
        if clause.parent is not None:
            below.setdefault(clause.parent, []).append(clause)
    for clause in guideline.clauses:
        if clause.kind == "title":
            continue
        children = tuple(below.get(clause.id, ()))
        if children:
            yield from find_listed_units(clause, children, names)
            yield from find_listed_papers(clause, children, names)
        for sentence in split(clause, names):
            for reader in READERS:
                yield from reader(sentence)


def _settled(found: tuple[Statement, ...]) -> Iterator[Statement]:
    """Without repeats, and without a topic's wide noun (牵头申报单位为院校，需…) where a rule names the kinds."""
    seen: set[object] = set()
    rules = [s for s in found if s.attribute == "unit" and s.closed and s.modality == "must"]
    for s in found:
        place = s.quote.clause.id if s.attribute in ("word_limit", "material") else s.quote
        value = s.value.interval if s.attribute == "word_limit" and isinstance(s.value, Quantity) else s.value
        key = (s.programmes, s.attribute, s.role, s.units, value, s.subject, s.modality, place)
        if key in seen:
            continue
        seen.add(key)
        if s.attribute == "unit" and s.modality == "states" and _TOPIC.search(s.quote.text) and _wider(s, rules):
            continue
        yield s


def _wider(statement: Statement, rules: list[Statement]) -> bool:
    same = [r for r in rules if r.role == statement.role and r.programmes == statement.programmes]
    return any(taxonomy().relation_any(u, r.units) != "inside" for r in same for u in statement.units)
