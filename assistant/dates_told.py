"""The dates of a checklist as JSON, as a table, and as a diary for a calendar."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from assistant.cells_told import Telling
from assistant.citing import Citations
from assistant.export.diary import Diary, Happening
from assistant.export.report import Table, Text
from assistant.programmes.cells import tight
from assistant.programmes.checklist import Checklist
from assistant.programmes.dates import Dated
from assistant.programmes.papers_of import overlap

ALARMS = (14, 3)
"""Days before a deadline."""


def date_fields(held: Dated, programme: str, telling: Telling) -> dict[str, Any]:
    """A date for JSON; for a yearly one `from` and `until` are the next time."""
    return {
        "facet": held.facet,
        "label": telling.say[f"facet.{held.facet}"],
        "kind": held.kind,
        "from": held.first.isoformat() if held.first else None,
        "until": held.last.isoformat() if held.last else None,
        "passed": held.passed,
        "replaced": held.replaced,
        "reviewed": held.point.reviewed,
        "citations": telling.sources.numbers((tight(held.point.statement.quote),), programme),
    }


def date_table(checklist: Checklist, telling: Telling) -> Table:
    """What there is about time, each with its day where it names one."""
    say, programme = telling.say, checklist.head.programme.id
    rows = tuple(
        (
            (Text(say[f"facet.{held.facet}"]),),
            (Text(said),) if (said := when(held, say)) else (),
            tuple(telling.quotes((held.point.statement.quote,), programme)),
        )
        for held in checklist.dates
    )
    return Table(say["told.dates"], (say["told.facet"], say["told.day"], say["told.clause"]), rows, (2, 3, 6))


def checklist_diary(checklist: Checklist, language: str) -> Diary:
    """The days to come; a deadline that has passed is left out, and so is what names no day."""
    telling = Telling(language, {}, Citations(checklist.documents))
    programme = checklist.head.programme
    name = telling.say["told.head"].format(name=telling.say["told.checklist"], said=programme.name)
    happenings, notes = [], []
    for held in checklist.dates:
        if note := _left_out(held, telling.say):
            notes.append(note)
        elif held.last is not None and not held.passed and held.point.statement.attribute != "issued":
            happenings.append(_happening(held, checklist, telling))
    return Diary(language, checklist.as_of, name, tuple(happenings), tuple(dict.fromkeys(notes)))


def _left_out(held: Dated, say: Mapping[str, str]) -> str:
    """Why something that people wait for stands in no calendar, "" where it does or nobody waits for it."""
    if held.replaced:
        return say["calendar.replaced"].format(date=held.last)
    if held.facet == "deadline" and held.passed:
        return say["calendar.passed"].format(date=held.last)
    if held.kind == "words" and held.point.statement.attribute in ("deadline", "yearly", "period"):
        return say["calendar.undated"].format(quote=" ".join(tight(held.point.statement.quote).text.split()))
    return ""


def _happening(held: Dated, checklist: Checklist, telling: Telling) -> Happening:
    say, programme = telling.say, checklist.head.programme
    quote = tight(held.point.statement.quote)
    telling.sources.number(quote, programme.id)
    cited = next(c for c in telling.sources.all if (c.clause, c.quote) == (quote.clause.id, quote.text))
    page = say["place.page"].format(page=cited.page) if cited.page else ""
    source = " · ".join(part for part in (cited.title, cited.place, page) if part)
    lines = [f"“{quote.text}”", say["calendar.source"].format(source=source)]
    if not held.point.reviewed:
        lines.append(say["told.unchecked"])
    first, last = held.first or checklist.as_of, held.last or checklist.as_of
    return Happening(
        (programme.id, quote.clause.document, quote.clause.id, held.facet),
        _summary(held, checklist, say),
        "\n".join([*lines, say["page.formal"]]),
        first,
        last,
        held.kind in ("yearly", "window"),
        held.month_end,
        ALARMS if held.facet == "deadline" else (),
    )


def _summary(held: Dated, checklist: Checklist, say: Mapping[str, str]) -> str:
    quote = held.point.statement.quote
    what = [
        paper.name
        for paper in checklist.papers
        if paper.phase == "yearly" and any(overlap(quote, p.statement.quote) for p in paper.points)
    ]
    key = "calendar.event_of" if held.facet == "yearly" and what else "calendar.event"
    name, label = checklist.head.programme.name, say[f"facet.{held.facet}"]
    return say[key].format(label=label, name=name, what=say["told.list"].join(what))


def when(held: Dated, say: Mapping[str, str]) -> str:
    """The day of a date in words, "" where its clause names none."""
    first, last = held.first, held.last
    if first is None or last is None:
        return ""
    if held.kind == "window":
        return say["told.window"].format(first=first.month, last=last.month, start=first, date=last)
    if held.kind == "yearly":
        key = "told.month_end" if held.month_end else "told.yearly"
        return say[key].format(month=last.month, day=last.day, date=last)
    if held.replaced:
        return say["told.day_replaced"].format(date=last)
    if held.passed and held.facet == "deadline":
        return say["told.day_passed"].format(date=last)
    return last.isoformat()
