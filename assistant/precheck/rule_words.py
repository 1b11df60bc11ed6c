"""Names, abbreviations, secrets, shares, levies: rules of form and notice on words and rates."""

from __future__ import annotations

from collections.abc import Iterator

from assistant.drafting.check_rules import NAME
from assistant.drafting.grants import forgone_in
from assistant.drafting.short_forms import unexplained
from assistant.guideline.quote import Quote
from assistant.precheck.filing import Filing
from assistant.precheck.flagged import Flagged, points_of
from assistant.precheck.report import Point, RuleName


def found(filing: Filing, flags: tuple[Flagged, ...]) -> Iterator[Point]:
    """What goes against each of these rules, and one pass for each that something was held against."""
    rules: tuple[RuleName, ...] = ("naming", "abbreviation", "secret", "share", "levy")
    for rule in rules:
        points = tuple(points_of(flags, rule, filing))
        yield from points
        if not points and (held := _held(rule, filing)) is not None:
            quote, paths = held
            yield Point(rule, "pass", f"{rule}_held", (), filing.spots(paths), quote)


def _held(rule: RuleName, filing: Filing) -> tuple[Quote | str, tuple[str, ...]] | None:
    """What a rule that nothing goes against rests on, with the places held against it; None where there are none."""
    form = filing.known.form
    texts = filing.case.texts
    if rule == "naming":
        stated = form.rule("naming") or form.rule("not_named")
        names = tuple(p.path for p in filing.mine() if p.field.fact == NAME and p.text.strip())
        return (stated.quote, names) if stated is not None and names else None
    if rule == "abbreviation":
        stated = form.rule("abbreviation")
        short = tuple(path for path, text in texts.items() if unexplained(text))
        return (stated.quote, short) if stated is not None and texts else None
    if rule == "secret":
        stated = form.rule("declassification")
        return (stated.quote, ()) if stated is not None and texts else None
    if rule == "share":
        shares = tuple(path for path in filing.numbers if _percent(path, filing))
        return ("", shares) if shares else None
    granted = filing.known.grounds.granted
    spoken = tuple(path for path, text in texts.items() if forgone_in(text))
    return (next(iter(granted.values())), spoken) if spoken and granted else None


def _percent(path: str, filing: Filing) -> bool:
    field = filing.known.fields.get(path)
    return field is not None and field.unit is not None and field.unit.text in ("%", "％")
