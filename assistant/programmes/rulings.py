"""What became of a criterion, and why: typed reasons that are told in words elsewhere."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

from assistant.guideline.quote import Quote
from assistant.guideline.statement import Statement
from assistant.guideline.values import Interval, Unit
from assistant.programmes.criteria import Criterion

Ruling = Literal["met", "unmet", "unknown", "note"]


@dataclass(frozen=True, slots=True)
class Amount:
    """Numbers with what they count: "年", "家", "个", "比例"."""

    interval: Interval
    unit: str


Value = str | int | Amount | tuple[Unit, ...]


@dataclass(frozen=True, slots=True)
class Reason:
    """A key of the wording with what it speaks of, in order."""

    key: str
    values: tuple[tuple[str, Value], ...] = ()


@dataclass(frozen=True, slots=True)
class Ruled:
    """One criterion held against a profile.

    `cure` is what would mend an unmet one, key "none" where nothing the applicant can do would. `open` names the
    facts that an unknown one turns on: "unit", "region", "age", "role", "legal_person", "partners", "cooperation",
    "ratio", "submitting", "answer", and "partners.0.unit" and so on of a partner; none where no fact settles it.
    """

    criterion: Criterion
    ruling: Ruling
    reason: Reason
    quotes: tuple[Quote, ...] = ()
    cure: Reason | None = None
    open: tuple[str, ...] = ()


def ruled(
    criterion: Criterion,
    ruling: Ruling,
    key: str,
    *,
    by: tuple[Statement, ...] = (),
    cure: Reason | None = None,
    open: tuple[str, ...] = (),
    told: Mapping[str, Value] = MappingProxyType({}),
    **values: Value,
) -> Ruled:
    """A ruling with the quotes of the statements that decide, of all where none is named."""
    quotes = tuple(dict.fromkeys(s.quote for s in by or criterion.statements))
    return Ruled(criterion, ruling, Reason(key, (*values.items(), *told.items())), quotes, cure, open)


def reason(key: str, **values: Value) -> Reason:
    """A reason, or a cure."""
    return Reason(key, tuple(values.items()))
