"""Whom to ask: of the contacts in the programme's own document, that of the office that receives its papers."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import asdict

from assistant.answering.sentences.passages import Passage
from assistant.guideline.patterns import regex
from assistant.guideline.statement import Statement
from assistant.guideline.values import Contact

_OTHER_LINE = regex(r"纪委|纪检|监督|举报|投诉|技术支持")


def receivers(
    statements: tuple[Statement, ...], names: tuple[str, ...], passages: Iterable[Passage]
) -> tuple[str, ...]:
    """The offices with a contact to which the programme's papers go in the end ("……的推荐书一并报送至市教育局"):
    those of the sentences that name the programme, else the first that its organiser statements name."""
    offices = tuple(
        dict.fromkeys(s.value.office for s in statements if isinstance(s.value, Contact) and s.value.office)
    )
    if not offices:
        return ()
    told: list[str] = []
    for passage in passages:
        for part in re.split(r"[，,；;。]", passage.text):
            if "报送至" in part and any(n in part for n in names):
                told += [o for o in offices if o in part.split("报送至")[-1]]
    if told:
        return tuple(dict.fromkeys(told))
    organisers = " ".join(s.quote.text for s in statements if s.attribute == "organiser")
    return tuple(o for o in offices if o in organisers)[:1]


def contact(statements: tuple[Statement, ...], offices: tuple[str, ...]) -> dict[str, str] | None:
    """The fields of the programme's contact that are given, those of several offices side by side."""
    given = [s for s in statements if isinstance(s.value, Contact)]
    usual = [s for s in given if not _OTHER_LINE.search(s.quote.text)] or given
    held = [s.value for s in usual if isinstance(s.value, Contact)]
    chosen = [c for c in held if c.office in offices] or [c for c in held if c.office][:1] or held
    fields: dict[str, list[str]] = {}
    for one in chosen:
        for name, value in asdict(one).items():
            if value and name != "fax" and (offices or name not in fields) and value not in fields.get(name, ()):
                fields.setdefault(name, []).append(value)
    return {name: "、".join(values) for name, values in fields.items()} or None


def spoken(fields: dict[str, str]) -> str:
    """The contact in one line, the person first."""
    order = ("office", "person", "phone", "email")
    return " ".join(fields[name] for name in order if name in fields) or fields.get("address", "")
