"""Whether a kind of unit may fill a role: the rules' sets against the asked set, closure and modality."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from assistant.guideline.patterns import regex
from assistant.guideline.statement import Statement
from assistant.guideline.values import Role, Unit
from assistant.programmes.units import Relation, Taxonomy

Ruling = Literal["yes", "no", "conditional", "not_specified"]
_RESERVED = regex(r"除外|但|原则上|不含|除非|^且")
_CASE = regex(r"^[^,;。]{2,}的$")  # 没有物业的: in that case alone
_ELSEWHERE = regex(r"不在|外|^outside$|异地")
_ONE_OF = regex(r"下列|以下|如下")
SAME: dict[Role, tuple[Role, ...]] = {
    "lead": ("lead",),
    "joint": ("joint", "member"),
    "member": ("member", "joint"),
    "builder": ("builder", "lead"),
    "applicant": ("applicant", "lead", "builder"),
    "": (),
}


@dataclass(frozen=True, slots=True)
class Decision:
    """`reason` is a wording key; `deciding` the statements that decide, the strongest first."""

    ruling: Ruling
    reason: str
    deciding: tuple[Statement, ...]


def decide(asked: Unit, role: Role, statements: tuple[Statement, ...], taxonomy: Taxonomy) -> Decision | None:
    """The ruling for one unit in one role, or None where no statement speaks of the role.

    Every closed rule must hold; a rule that only lists, encourages or says "usually" closes nothing. A unit
    outside a closed rule that another clause lets in gets "conditional" with both clauses, and so does one that
    may not apply itself but may be a partner, or may in one case.
    """
    decision = _decide(asked, role, statements, taxonomy)
    if role != "applicant" or decision is None or decision.ruling != "no":
        return decision
    partner = _decide(asked, "joint", statements, taxonomy)
    if partner is not None and partner.ruling in ("yes", "conditional") and decision.reason == "closed":
        return Decision("conditional", "partner", (*decision.deciding[:1], *partner.deciding[:1]))
    return decision


def undecided(role: Role, statements: tuple[Statement, ...], taxonomy: Taxonomy) -> Decision | None:
    """That it depends on which unit is to fill the role, with what it depends on; None where no rule tells units
    apart."""
    decision = _decide(Unit(min(taxonomy.generic)), role, statements, taxonomy, anyone=True)
    return decision if decision is not None and decision.ruling == "conditional" else None


def _decide(
    asked: Unit, role: Role, statements: tuple[Statement, ...], taxonomy: Taxonomy, anyone: bool = False
) -> Decision | None:
    rules = [s for s in statements if s.attribute == "unit" and s.role in SAME[role] and s.units]
    if role == "builder" and any(s.role == "builder" for s in rules):
        rules = [s for s in rules if s.role == "builder"]
    if role == "lead" and all(s.modality == "must_not" for s in rules):  # who leads is one of those who apply
        rules += [s for s in statements if s.attribute == "unit" and s.role in ("applicant", "builder") and s.units]
    if not rules:
        return None
    forbids = [s for s in rules if s.modality == "must_not" and not _regional(s)]
    if role in ("lead", "builder"):  # who may not apply may not lead
        forbids += [s for s in statements if _keeps_out(s)]
    permits = [s for s in rules if s.modality != "must_not" and not _lets_strangers(s, taxonomy)]
    for rule in forbids:
        named = tuple(u for u in rule.units if u.kind not in taxonomy.generic)
        if named and taxonomy.relation_any(asked, named) == "inside":
            return Decision("no", "prohibited", (rule,))
    if asked.kind in taxonomy.generic and not anyone or not permits:
        return None
    decision = _permitted(asked, permits, taxonomy)
    if decision.ruling != "yes":
        return decision
    partly = [s for s in forbids if taxonomy.relation_any(asked, s.units) == "overlap" and not _generic(s, taxonomy)]
    if partly:
        return Decision("conditional", "overlap", (*decision.deciding[:1], *partly[:1]))
    if all(case_of(s) for s in decision.deciding):
        return Decision("conditional", "case", decision.deciding)
    if any(_RESERVED.search(e) for s in decision.deciding for e in s.exceptions):
        return Decision("conditional", "overlap", decision.deciding)
    return decision


def _permitted(asked: Unit, permits: list[Statement], taxonomy: Taxonomy) -> Decision:
    """The ruling by the statements that let units in."""
    related: list[tuple[Relation, Statement]] = [
        (taxonomy.relation_any(asked, _listed_with(s, permits)), s) for s in permits
    ]
    closed = [(r, s) for r, s in related if s.closed]
    # Of a list the item that names the unit lets it in, on the conditions of that item.
    inside = [s for r, s in related if r == "inside" and taxonomy.relation_any(asked, s.units) != "outside"]
    overlap = [s for r, s in related if r == "overlap"]
    if closed and all(r == "outside" for r, _ in closed):
        inside = [s for s in inside if not _only_wider(asked, s, closed, taxonomy)]
    if closed and all(r == "outside" for r, _ in closed):
        if inside and (in_case := [s for s in inside if case_of(s)]):
            return Decision("conditional", "case", (in_case[0], closed[0][1]))
        if inside:
            return Decision("conditional", "conflict", (closed[0][1], inside[0]))
        return Decision("no", "closed", tuple(s for _, s in closed))
    if any(r == "outside" for r, _ in closed):
        kept = [s for r, s in closed if r != "outside" and s in (*inside, *overlap)]
        return Decision("conditional", "overlap", (*kept, *(s for r, s in closed if r == "outside")))
    if inside and all(r == "inside" for r, _ in closed):
        named = [s for s in inside if any(u.kind == asked.kind for u in s.units)]
        strongest = [*(s for s in inside if s.closed), *named] or inside
        return Decision("yes", "inside", tuple(dict.fromkeys(strongest)))
    if closed or overlap:
        narrow = tuple(s for r, s in closed if r == "overlap")
        return Decision("conditional", "overlap", (*narrow[:1], *inside[:1], *narrow[1:]) if narrow else tuple(overlap))
    if any(s.modality == "usual" for s in permits):
        return Decision("conditional", "usual", tuple(s for s in permits if s.modality == "usual"))
    return Decision("not_specified", "unlisted", tuple(permits))


def case_of(statement: Statement) -> str:
    """The case in which alone the statement holds ("没有物业的，由居委会申报"), "" where it holds in any."""
    return next((e for e in statement.exceptions if _CASE.match(e)), "")


def _listed_with(statement: Statement, permits: list[Statement]) -> tuple[Unit, ...]:
    """The units of the statement, with those of the items beside it where it is one of a list ("应为下列之一")."""
    if not _ONE_OF.search(statement.subject):
        return statement.units
    parent = statement.quote.clause.parent
    alike = (s for s in permits if s.subject == statement.subject and s.quote.clause.parent == parent)
    return tuple(u for s in alike for u in s.units)


def _only_wider(asked: Unit, permit: Statement, closed: list[tuple[Relation, Statement]], taxonomy: Taxonomy) -> bool:
    """Whether the statement lets the unit in only by a wider noun for a kind that a closed rule names narrowed
    ("省级行业协会" there, "行业协会" here): it speaks of the same, and opens nothing."""
    wide = [u for u in permit.units if taxonomy.relation(asked, u) == "inside"]
    narrow = [u for _, s in closed for u in s.units if u.features]
    return all(any(n.kind == w.kind and set(w.features) < set(n.features) for n in narrow) for w in wide)


def _keeps_out(statement: Statement) -> bool:
    """Whether the statement says of kinds of unit that they may not apply at all."""
    applies = statement.attribute == "unit" and statement.role == "applicant" and bool(statement.units)
    return applies and statement.modality == "must_not" and not statement.exceptions and not _regional(statement)


def _generic(statement: Statement, taxonomy: Taxonomy) -> bool:
    return all(u.kind in taxonomy.generic for u in statement.units)


def _lets_strangers(statement: Statement, taxonomy: Taxonomy) -> bool:
    """Whether the statement only lets in those from elsewhere ("注册地不在本市的单位可以申报"): of the others it says
    nothing."""
    if statement.closed or statement.modality != "may" or not _generic(statement, taxonomy):
        return False
    return all(any(_ELSEWHERE.search(v) for _, v in u.features) for u in statement.units)


def _regional(statement: Statement) -> bool:
    return any(u.feature("region") for u in statement.units)
