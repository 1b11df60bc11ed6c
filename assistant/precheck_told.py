"""A 预审 as JSON and as a report."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, get_args

from assistant.cells_told import Telling
from assistant.citing import Citations
from assistant.exchange import citation_fields
from assistant.export.report import Report, Table, Text
from assistant.guideline.quote import Quote
from assistant.precheck.report import Outcome, Point, Spot
from assistant.prechecks import Prechecked
from assistant.reasons_told import told
from assistant.words import words

OUTCOMES: tuple[Outcome, ...] = ("fail", "unknown", "pass")
"""In the order in which they are told."""
_PLACES = 6
"""Places of one point that are told on paper."""


def precheck_fields(made: Prechecked, language: str) -> dict[str, Any]:
    """The 预审 for JSON; `citation` of a point is the number of one of `citations`, null where no clause states it."""
    telling = Telling(language, {}, Citations(made.documents))
    points = [_point(point, made, telling) for point in made.report.points]
    return {
        "form": made.form.id,
        "name": made.form.names[0],
        "source": made.paper.source,
        "as_of": made.report.as_of.isoformat(),
        "language": language,
        "summary": counts(made),
        "points": points,
        "citations": [citation_fields(cited) for cited in telling.sources.all],
    }


def precheck_report(made: Prechecked, language: str) -> Report:
    """The 预审 for paper: what fails, what cannot be told, what passes."""
    telling = Telling(language, {}, Citations(made.documents))
    say = telling.say
    header = (say["precheck_told.rule"], say["precheck_told.found"], say["precheck_told.clause"])
    tables = []
    for outcome in OUTCOMES:
        rows = tuple(_row(point, made, telling) for point in made.report.of(outcome))
        title = say["precheck_told.table"].format(outcome=say[f"precheck_outcome.{outcome}"], n=len(rows))
        if rows:
            tables.append(Table(title, header, rows, (2, 6, 5)))
    lines = (say["precheck_told.summary"].format(**counts(made)), say["precheck_told.about"])
    title = say["precheck_told.title"].format(form=made.form.names[0])
    return telling.report(title, lines, tables, made.report.as_of)


def counts(made: Prechecked) -> dict[str, int]:
    """How many points there are of each outcome."""
    return {outcome: sum(1 for _ in made.report.of(outcome)) for outcome in sorted(get_args(Outcome))}


def point_told(point: Point, language: str) -> str:
    """One sentence on what was found."""
    say, values = words(language), dict(point.values)
    if "role" in values:
        values["role"] = say[f"role.{values['role']}"]
    if point.reason is not None:
        values["why"] = told(point.reason, "why", language)
    return say[f"precheck.{point.key}"].format(**values)


def _point(point: Point, made: Prechecked, telling: Telling) -> dict[str, Any]:
    quoted = isinstance(point.quote, Quote)
    return {
        "rule": point.rule,
        "rule_name": telling.say[f"precheck_rule.{point.rule}"],
        "outcome": point.outcome,
        "key": point.key,
        "text": point_told(point, telling.language),
        "places": [{"field": spot.field, "label": spot.label, "words": spot.words} for spot in point.spots],
        "citation": _number(point, made, telling) if quoted else None,
        "quote": point.quoted or None,
    }


def _number(point: Point, made: Prechecked, telling: Telling) -> int:
    if not isinstance(point.quote, Quote):
        raise TypeError("only words of a document are numbered")
    return telling.sources.number(point.quote, made.form.programmes[0])


def _row(point: Point, made: Prechecked, telling: Telling) -> tuple[tuple[Text, ...], ...]:
    rule = Text(telling.say[f"precheck_rule.{point.rule}"])
    found = (Text(point_told(point, telling.language)), *_places(point.spots, telling))
    if isinstance(point.quote, Quote):
        return (rule,), found, (Text(point.quote.text, (_number(point, made, telling),), "quote"),)
    return (rule,), found, (Text(point.quote, kind="quote"),) if point.quote else ()


def _places(spots: tuple[Spot, ...], telling: Telling) -> Iterator[Text]:
    for spot in spots[:_PLACES]:
        key = "precheck_told.at_words" if spot.words and spot.label else "precheck_told.at"
        yield Text(telling.say[key].format(place=spot.label or spot.words, words=spot.words), kind="note")
    if len(spots) > _PLACES:
        yield Text(telling.say["precheck_told.more"].format(n=len(spots)), kind="note")
