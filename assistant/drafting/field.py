"""A place of a form that is to be filled in, and what the form says of it: guidance, limit, boxes to tick."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from assistant.guideline.quote import Quote

FieldKind = Literal["text", "narrative", "number", "date", "choice", "signature", "seal", "opinion"]
"""text: a few words; narrative: composed prose; opinion: what an authority writes by hand or types; signature, seal:
room for ink that nobody types."""

FilledBy = Literal["applicant", "authority"]
"""Who fills a field: the one who applies or reports, or the office that recommends it."""

Remark = tuple[str, str]
"""Words of ours in Chinese and English: what is reconstructed, what is ambiguous."""


@dataclass(frozen=True, slots=True)
class Limit:
    """At most `most` 字, counted as `count` counts. `inherited_from` is the path of the field whose words (下同) hold
    here as well, "" where the words are this field's own; `remark` names an ambiguity."""

    most: int
    quote: Quote
    inherited_from: str = ""
    remark: Remark | None = None


@dataclass(frozen=True, slots=True)
class Element:
    """Something the guidance wants told. `asked` is False for what it only encourages."""

    id: str
    quote: Quote
    asked: bool = True


@dataclass(frozen=True, slots=True)
class Option:
    """A box to tick."""

    id: str
    quote: Quote


@dataclass(frozen=True, slots=True)
class Field:
    """A place to fill in.

    `under` are the printed labels above and left of it, outermost first, without its own: 师资共建共享, 2023年.
    `unit` is as printed; `unit_beside` where it stands behind the blank ("m²") and not in the label ("(万元)").
    `year` is that of its column or label, `years` those that a narrative is to be parted by. `several` lets more than
    one option be ticked, or is None where the form does not say. `repeat` is the path of the rows that it belongs to.
    `fact` is the key of the fact sheet that it shares with other fields and forms, of its `year` where it has one, ""
    where it is alone.
    """

    path: str
    label: Quote
    kind: FieldKind
    under: tuple[Quote, ...] = ()
    unit: Quote | None = None
    unit_beside: bool = False
    guidance: tuple[Quote, ...] = ()
    elements: tuple[Element, ...] = ()
    limit: Limit | None = None
    options: tuple[Option, ...] = ()
    several: bool | None = None
    year: int | None = None
    years: tuple[int, ...] = ()
    filled_by: FilledBy = "applicant"
    repeat: str = ""
    fact: str = ""
    remarks: tuple[Remark, ...] = ()
