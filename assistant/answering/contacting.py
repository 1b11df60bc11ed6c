"""Whom to ask where the documents are silent: the contact that the programme's own document gives."""

from __future__ import annotations

from dataclasses import asdict

from assistant.guideline.statement import Statement
from assistant.guideline.values import Contact


def contact(statements: tuple[Statement, ...]) -> dict[str, str] | None:
    """The fields of the programme's contact that are given: of several offices the one that receives its papers."""
    held = [s.value for s in statements if isinstance(s.value, Contact)]
    if not held:
        return None
    receiving = " ".join(s.quote.text for s in statements if s.attribute == "organiser")
    offices = [c for c in held if c.office]
    chosen = [c for c in offices if c.office in receiving][:1] or (offices[:1] if offices else held)
    fields: dict[str, str] = {}
    for one in chosen:
        for name, value in asdict(one).items():
            if value and name != "fax":
                fields.setdefault(name, value)
    return fields or None


def spoken(fields: dict[str, str]) -> str:
    """The contact in one line, the person first."""
    order = ("office", "person", "phone", "email")
    return " ".join(fields[name] for name in order if name in fields) or fields.get("address", "")
