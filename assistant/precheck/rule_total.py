"""Parts and their sum, and how many there are against how many are named."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from assistant.drafting.form import Total
from assistant.drafting.values import bare, shown
from assistant.precheck.filing import Filing
from assistant.precheck.flagged import Flagged, points_of
from assistant.precheck.report import Point
from assistant.precheck.units_named import ends_open, names_in


def found(filing: Filing, flags: tuple[Flagged, ...]) -> Iterator[Point]:
    """Each sum that does not hold or cannot be formed, each list of another length, and one pass for those that do."""
    wrong = tuple(points_of(flags, "total", filing))
    yield from wrong
    named = {spot.field for point in wrong for spot in point.spots}
    held: list[str] = []
    for total in filing.known.form.totals:
        told = [path for path in (total.path, *total.terms) if path in filing.numbers]
        if total.path not in named and total.path in told:
            if len(told) == len(total.terms) + 1:
                held.append(total.path)
            elif len(told) > 1:
                yield _open(total, filing)
    lists = tuple(_lists(filing))
    yield from (point for point in lists if point.outcome != "pass")
    held += [spot.field for point in lists if point.outcome == "pass" for spot in point.spots[:1]]
    if held:
        yield Point("total", "pass", "totals_hold", (("n", str(len(held))),), filing.spots(held))


def _open(total: Total, filing: Filing) -> Point:
    lacking = [path for path in total.terms if path not in filing.numbers]
    about = bare(filing.known.fields[total.path].label.text)
    missing = "、".join(bare(filing.known.fields[path].label.text) for path in lacking)
    label = filing.known.fields[total.path].label
    spots = filing.spots((total.path, *lacking))
    return Point("total", "unknown", "total_open", (("about", about), ("missing", missing)), spots, label)


def _lists(filing: Filing) -> Iterator[Point]:
    """A number beside the names that it counts: of one key, one ending in .count or in nothing, the other in names."""
    by_fact = {field.fact: field for field in filing.known.fields.values() if field.fact and not field.repeat}
    values = dict(filing.paper.filled.values)
    for fact, names in by_fact.items():
        if not fact.endswith(("_names", ".names")):
            continue
        stem = fact.removesuffix("names")
        counted = by_fact.get(f"{stem}count") if stem.endswith(".") else by_fact.get(stem.removesuffix("_"))
        listed = values.get(names.path)
        if counted is None or counted.path not in filing.numbers or not isinstance(listed, str):
            continue
        told, count = names_in(listed), filing.numbers[counted.path]
        if not told:
            continue
        given = (("about", filing.known.labels[counted.path]), ("count", shown(count)), ("listed", str(len(told))))
        spots = filing.spots((counted.path, names.path))
        if count == Decimal(len(told)):
            yield Point("total", "pass", "listed_right", given, spots, counted.label)
        elif ends_open(listed) and count > len(told) or (len(told) == 1 and count > 1):
            yield Point("total", "unknown", "listed_open", given, spots, counted.label)
        else:
            yield Point("total", "fail", "listed_wrong", given, spots, counted.label)
