"""A field of a form file held against the document: label, guidance, limit and options must stand there."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import cast, get_args

from assistant.drafting.field import Element, Field, FieldKind, FilledBy, Limit, Option, Remark
from assistant.drafting.places import ANYWHERE, Pages, Spot
from assistant.drafting.rows import Misfit, Row
from assistant.guideline.quote import Quote
from assistant.programmes.numerals import half_width

_PATH = re.compile(r"[a-z0-9_]+(?:\.[a-z0-9_]+)*")
SAME_BELOW = "下同"


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a field takes from where it stands. `pages` hold its form, `everywhere` its document. `label` is that of
    the words printed before it, None where there are none; `year` that of its column; `earlier` are the fields above
    it by their paths."""

    pages: Pages
    everywhere: Pages
    prefix: str
    earlier: Mapping[str, Field]
    spot: Spot = ANYWHERE
    label: Quote | None = None
    under: tuple[Quote, ...] = ()
    year: int | None = None
    repeat: str = ""
    filled_by: FilledBy = "applicant"


def field_of(row: Row, around: Surroundings) -> Field:
    """The field of a row; Misfit where it does not fit. The row may hold keys of the cell, which are left unread."""
    path = _path(row.name("fill"), around)
    label = _optional(row, "label", around) or around.label
    if label is None:
        raise Misfit(f"the field {path} has no label")
    guidance = tuple(around.pages.quote(held, around.spot, f"guidance of {path}") for held in row.list("guidance"))
    options = tuple(around.pages.quote(held, around.spot, f"an option of {path}") for held in row.list("options"))
    kind = cast("FieldKind", row.one_of("kind", get_args(FieldKind), "text"))
    if (kind == "choice") != (len(options) > 1):
        raise Misfit(f"the field {path} is a choice exactly if it has options")
    several = row.flag("several") if "several" in row else None
    over = tuple(around.pages.quote(held, around.spot, f"under of {path}") for held in row.list("under"))
    made = Field(
        path,
        label,
        kind,
        tuple(quote for quote in (*around.under, *over) if quote != label),
        _unit(row, label, around),
        row.flag("beside"),
        guidance,
        elements_of(row, (*guidance, label), around.everywhere, path),
        None,
        tuple(Option(str(n), quote) for n, quote in enumerate(options, 1)),
        several,
        around.year if "year" not in row else row.whole("year", least=1900),
        row.numbers("parted_by"),
        cast("FilledBy", row.one_of("filled_by", get_args(FilledBy), around.filled_by)),
        around.repeat,
        row.words("fact", " ").strip(),
        remarks_of(row),
    )
    return replace(made, limit=_limit(row, around, path))


def elements_of(row: Row, told: tuple[Quote, ...], everywhere: Pages, path: str) -> tuple[Element, ...]:
    """What the guidance or the label names, each inside their words; in another clause where they point to it."""
    made: list[Element] = []
    for number, held in enumerate(row.list("elements"), 1):
        words = {"quote": held} if isinstance(held, str) else held
        one = Row(words, f"an element of {path}")
        wanted, asked, there = one.words("quote"), one.flag("asked", True), one.words("clause", " ").strip()
        one.done()
        if there:
            made.append(Element(str(number), everywhere.find(wanted, Spot(there)), asked))
            continue
        homes = [quote for quote in told if wanted in quote.text]
        if not homes:
            raise Misfit(f"neither guidance nor label of {path} names {wanted!r}")
        start = homes[0].start + homes[0].text.find(wanted)
        made.append(Element(str(number), Quote(homes[0].clause, start, start + len(wanted)), asked))
    return tuple(made)


def remarks_of(row: Row) -> tuple[Remark, ...]:
    """Words of ours in both languages."""
    made: list[Remark] = []
    for one in row.rows("remarks", f"a remark of {row.what}"):
        made.append((one.words("zh"), one.words("en")))
        one.done()
    return tuple(made)


def _limit(row: Row, around: Surroundings, path: str) -> Limit | None:
    held = row.row("limit", f"the limit of {path}")
    if held is None:
        return None
    remark = (held.words("zh"), held.words("en")) if "zh" in held or "en" in held else None
    if "from" in held:
        source = around.earlier.get(held.words("from"))
        held.done()
        if source is None or source.limit is None or SAME_BELOW not in source.label.clause.text:
            raise Misfit(f"the field {path} can take its limit only from one above whose words say {SAME_BELOW}")
        return Limit(source.limit.most, source.limit.quote, source.path, remark)
    most = held.whole("most", least=1)
    spot = Spot(held.words("clause", around.spot.clause or " ").strip(), held.whole("nth", around.spot.nth, 1))
    quote = around.pages.find(held.words("quote"), spot)
    held.done()
    if not re.search(rf"(?<![0-9]){most}字", half_width(quote.text).replace(" ", "")):
        raise Misfit(f"the words {quote.text!r} do not limit {path} to {most}")
    return Limit(most, quote, "", remark)


def _optional(row: Row, key: str, around: Surroundings) -> Quote | None:
    held = row.raw(key)
    return None if held is None else around.pages.quote(held, around.spot, f"{key} of {row.what}")


def _unit(row: Row, label: Quote, around: Surroundings) -> Quote | None:
    """The unit, in the brackets of the label where it stands there."""
    held = row.raw("unit")
    if isinstance(held, str) and (found := re.search(rf"[（(]{re.escape(held)}[)）]", label.text)):
        start = label.start + found.start() + 1
        return Quote(label.clause, start, start + len(held))
    return _optional(row, "unit", around)


def _path(name: str, around: Surroundings) -> str:
    parts = (around.repeat or around.prefix, name, str(around.year or ""))
    path = ".".join(part for part in parts if part)
    if not _PATH.fullmatch(path):
        raise Misfit(f"{path!r} is no path of a field")
    if path in around.earlier:
        raise Misfit(f"two fields have the path {path}")
    return path
