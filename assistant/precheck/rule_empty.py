"""Places of whoever fills in the form that hold nothing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from assistant.drafting.field import Field
from assistant.drafting.table import Repeat, Table
from assistant.guideline.patterns import regex
from assistant.paper.places import Place
from assistant.precheck.amounts import NOTHING
from assistant.precheck.filing import Filing
from assistant.precheck.report import Outcome, Point

_OPTIONAL = regex(r"如有|若有|有则填|可选|选填|可不填|非必填|不少于0")
_OTHERS = regex(r"^[\s（(]*其[他它]")


def found(filing: Filing) -> Iterator[Point]:
    """Each empty place, the years of one field together; a list of records without any is one."""
    empty: dict[tuple[str, Outcome, str], list[str]] = {}
    told = 0
    for place in filing.mine():
        if place.field.repeat:
            continue
        if not _empty(place):
            told += 1
        elif (held := _lacks(place.field, filing)) is not None:
            outcome, key = held
            empty.setdefault((filing.known.stems[place.path], outcome, key), []).append(place.path)
    for (_, outcome, key), paths in empty.items():
        yield Point("empty", outcome, key, (("about", _named(paths, filing)),), filing.spots(paths))
    yield from _ticked_twice(filing)
    rows = [*_rows(filing), *_records(filing)]
    yield from rows
    if told and not any(outcome == "fail" for _, outcome, _ in empty) and not any(p.outcome == "fail" for p in rows):
        yield Point("empty", "pass", "empty_none", (("n", str(told)),))


def _ticked_twice(filing: Filing) -> Iterator[Point]:
    """Several boxes ticked where the form lets one be, or does not say."""
    for place in filing.mine():
        if place.field.several is not True and isinstance(place.value, tuple) and len(place.value) > 1:
            outcome: Outcome = "unknown" if place.field.several is None else "fail"
            spots = filing.spots((place.path,))
            values = (("about", filing.spot(place.path).label), ("n", str(len(place.value))))
            yield Point("empty", outcome, "choice_several", values, spots, place.field.label)


def _named(paths: Sequence[str], filing: Filing) -> str:
    return "、".join(filing.known.labels[path] for path in paths[:1]) + ("…" if len(paths) > 1 else "")


def _empty(place: Place) -> bool:
    return place.value is None or place.value == () or not place.text.strip()


def _lacks(field: Field, filing: Filing) -> tuple[Outcome, str] | None:
    """Whether and how sure something is lacking in an empty place."""
    words = [field.label, *field.under, *field.guidance]
    if any(_OPTIONAL.search(quote.text) for quote in words) or _none_of_them(field, filing):
        return None
    if field.kind == "opinion":
        return "unknown", "empty_opinion"
    if any(_OTHERS.match(quote.text) for quote in (field.label, *field.under[-1:])):
        return "unknown", "empty_others"
    if field.options:
        return "fail", "empty_choice"
    return "fail", {"number": "empty_number", "narrative": "empty_prose"}.get(field.kind, "empty")


def _none_of_them(field: Field, filing: Filing) -> bool:
    """Whether the form itself says that there is none of the kind: beside a number of 0 nobody wants names."""
    whose = field.fact.rpartition(".")[0]
    counts = [f.path for f in filing.known.fields.values() if whose and f.fact == f"{whose}.count"]
    return any(filing.numbers.get(path) == Decimal(0) for path in counts)


def _rows(filing: Filing) -> Iterator[Point]:
    """Lists without a record: for sure where the list is all that its table is for, or every list of it is empty."""
    for part in filing.known.form.parts():
        for block in part.blocks:
            if not isinstance(block, Table) or not block.repeats:
                continue
            empty = [repeat for repeat in block.repeats if _wanted(repeat, filing)]
            if not empty:
                continue
            alone = len(empty) == len(block.repeats) and all(field.repeat for field in block.fields())
            if alone:
                yield _list(filing, empty, "fail", "empty_list")
            else:
                yield from (_list(filing, [repeat], "unknown", "empty_kind") for repeat in empty)


def _wanted(repeat: Repeat, filing: Filing) -> bool:
    if filing.paper.filled.records(repeat.path):
        return False
    fields = [f for f in filing.known.fields.values() if f.repeat == repeat.path]
    unread = set(filing.paper.unread)
    mine = [f for f in fields if f.filled_by == filing.known.form.filled_by]
    optional = any(_OPTIONAL.search(q.text) for f in mine for q in f.under)
    return bool(mine) and not optional and not any(f.path in unread for f in mine)


def _list(filing: Filing, repeats: Iterable[Repeat], outcome: Outcome, key: str) -> Point:
    held = list(repeats)
    spots = tuple(filing.spot(next(f.path for f in filing.known.fields.values() if f.repeat == r.path)) for r in held)
    about = "、".join(" ".join(repeat.label.text.split()) for repeat in held)
    return Point("empty", outcome, key, (("about", about),), spots, held[0].quote or "")


def _records(filing: Filing) -> Iterator[Point]:
    """Boxes left empty in records that hold something."""
    records: dict[str, list[Place]] = {}
    for place in filing.mine():
        if place.field.repeat:
            records.setdefault(place.path.rpartition(".")[0], []).append(place)
    for held in records.values():
        empty = [p for p in held if _empty(p) and not _OPTIONAL.search(p.field.label.text)]
        told = [place.text.strip() for place in held if not _empty(place)]
        if empty and told and not set(told) <= NOTHING:
            labels = "、".join("".join(place.field.label.text.split()) for place in empty)
            number = empty[0].path.split(".")[-2]
            values = (("row", number), ("about", labels), ("of", _list_name(empty[0].field, filing)))
            yield Point("empty", "fail", "empty_row", values, filing.spots(place.path for place in empty))


def _list_name(field: Field, filing: Filing) -> str:
    repeat = next(one for one in filing.known.form.repeats() if one.path == field.repeat)
    return "".join(repeat.label.text.split())
