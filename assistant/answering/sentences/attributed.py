"""Which passages state an attribute, so that a question about it finds them whatever words they use."""

from __future__ import annotations

from collections.abc import Callable

from assistant.answering.sentences.passages import TermIndex
from assistant.guideline.statement import AIM, Statement
from assistant.guideline.values import Contact, Quantity

_Test = Callable[[Statement], bool]


def _is(*attributes: str) -> _Test:
    return lambda s: s.attribute in attributes


def _role(*roles: str) -> _Test:
    return lambda s: s.attribute == "unit" and s.role in roles


def _format(*subjects: str) -> _Test:
    return lambda s: s.attribute == "format" and s.subject in subjects


def _has(field: str) -> _Test:
    return lambda s: isinstance(s.value, Contact) and bool(getattr(s.value, field))


_TESTS: dict[str, _Test] = {
    "deadline": _is("deadline"),
    "in_force": _is("in_force"),
    "issued": _is("issued"),
    "public_notice": lambda s: s.attribute == "period" and "公示" in s.subject + s.quote.text,
    "cycle": lambda s: s.attribute == "period" and "公示" not in s.quote.text and s.subject != AIM,
    "time_target": lambda s: s.attribute == "period" and s.subject == AIM,
    "contact": _is("contact"),
    "phone": _has("phone"),
    "fax": _has("fax"),
    "email": _has("email"),
    "address": _has("address"),
    "word_limit": _is("word_limit"),
    "copies": _is("copies"),
    "seal": lambda s: s.attribute == "seal",
    "materials": _is("material"),
    "ratio": _is("ratio"),
    "quota": _is("quota"),
    "age": _is("age"),
    "cooperation": _is("cooperation"),
    "lead": _role("lead"),
    "joint": _role("joint"),
    "member": _role("member", "joint"),
    "builder": _role("builder"),
    "applicant": _role("applicant", "lead"),
    "interpret": lambda s: s.attribute == "organiser" and "解释" in s.subject,
    "organise": lambda s: (
        s.attribute == "organiser" and any(w in s.quote.text for w in ("组织", "负责", "实施", "主办"))
    ),
    "submit": lambda s: s.attribute == "organiser" and any(w in s.subject for w in ("报", "寄", "送", "交")),
    "revoke": _is("revocation"),
    "yearly": _is("yearly"),
    "layout": _is("format"),
    "font": _format("字体", "字号", "仿宋", "宋体", "行距"),
    "printing": _format("A4", "A3", "双面", "单面", "页边距", "装订", "胶装"),
    "funding": lambda s: s.attribute == "funding" and isinstance(s.value, Quantity),
    "first_batch": lambda s: s.attribute == "count" and not s.role and "批" in s.quote.text,
    "planned_number": lambda s: s.attribute == "count" and not s.role,
}


def attributed(statements: tuple[Statement, ...], index: TermIndex) -> dict[str, frozenset[int]]:
    """Concept id → numbers of the passages in which a statement of it is quoted."""
    found: dict[str, set[int]] = {}
    for statement in statements:
        clause = statement.quote.clause
        numbers = index.of_clause.get(f"{clause.document}#{clause.id}", ())
        here = next(
            (n for n in numbers if index.passages[n].start <= statement.quote.start < index.passages[n].end), None
        )
        if here is None:
            continue
        for concept, test in _TESTS.items():
            if test(statement):
                found.setdefault(concept, set()).add(here)
    return {c: frozenset(n) for c, n in found.items()}
