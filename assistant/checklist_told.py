"""A checklist as JSON and as a report."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from assistant.cells_told import Telling, head_fields
from assistant.checklist_papers import contact_fields, contact_table, paper_fields, paper_table
from assistant.citing import Citations
from assistant.dates_told import checklist_diary, date_fields, date_table
from assistant.exchange import citation_fields
from assistant.export.report import Report, Table, Text
from assistant.programmes.checklist import Checklist, Step


def checklist_fields(checklist: Checklist, names: Mapping[str, str], language: str) -> dict[str, Any]:
    """The checklist for JSON; the numbers in it are those of `citations`."""
    telling = Telling(language, names, Citations(checklist.documents))
    programme, diary = checklist.head.programme.id, checklist_diary(checklist, language)
    return {
        "as_of": checklist.as_of.isoformat(),
        "language": language,
        "programme": head_fields(checklist.head),
        "kinds": list(checklist.kinds),
        "written": checklist.written,
        "steps": [_step_fields(n, step, checklist, telling) for n, step in enumerate(checklist.steps, start=1)],
        "papers": [paper_fields(paper, programme, telling) for paper in checklist.papers],
        "details": [telling.cell_fields(cell, programme) for cell in checklist.details],
        "contacts": contact_fields(checklist, telling),
        "dates": [date_fields(held, programme, telling) for held in checklist.dates],
        "calendar": {"events": len(diary.happenings), "left_out": list(diary.notes)},
        "citations": [citation_fields(cited) for cited in telling.sources.all],
    }


def checklist_report(checklist: Checklist, names: Mapping[str, str], language: str) -> Report:
    """The checklist for paper; `names` are those of the programmes by id."""
    telling = Telling(language, names, Citations(checklist.documents))
    say, programme = telling.say, checklist.head.programme
    lines = [telling.head(checklist.head)]
    if checklist.kinds:
        lines.append(say["told.kinds_more"].format(names=telling.names(checklist.kinds)))
    tables = [
        _steps(checklist, telling),
        paper_table(checklist, telling),
        _details(checklist, telling),
        contact_table(checklist, telling),
        date_table(checklist, telling),
        _bare(checklist, telling),
    ]
    title = say["told.head"].format(name=say["told.checklist"], said=programme.name)
    return telling.report(title, lines, (table for table in tables if table.rows), checklist.as_of)


def _step_fields(number: int, step: Step, checklist: Checklist, telling: Telling) -> dict[str, Any]:
    return {
        "n": number,
        "stage": step.stage,
        "label": _label(step, telling),
        "state": step.state,
        "note": _note(step, checklist, telling),
        "reviewed": all(p.reviewed for p in step.points) if step.points else step.state == "silent",
        "deadlines": [{"date": due.day.isoformat(), "passed": due.passed} for due in step.dues],
        "passed": step.passed,
        "citations": telling.sources.numbers(step.quotes, checklist.head.programme.id),
    }


def _label(step: Step, telling: Telling) -> str:
    """What is to be done, "" where the document's own words say it."""
    return "" if step.stage == "process" else telling.say[f"step.{step.stage}"]


def _note(step: Step, checklist: Checklist, telling: Telling) -> str:
    if step.state == "stated":
        return ""
    return telling.say[f"told.{step.state}"].format(names=telling.names(checklist.kinds))


def _steps(checklist: Checklist, telling: Telling) -> Table:
    say, programme = telling.say, checklist.head.programme.id
    rows = []
    for number, step in enumerate(checklist.steps, start=1):
        told = [Text(label)] if (label := _label(step, telling)) else []
        told += telling.quotes(step.quotes, programme)
        rows.append(((Text(str(number)),), tuple(told), tuple(_condition(step, checklist, telling))))
    title = say["told.steps" if checklist.written else "told.steps_usual"]
    return Table(title, (say["told.number"], say["told.step"], say["told.condition"]), tuple(rows), (1, 8, 3))


def _condition(step: Step, checklist: Checklist, telling: Telling) -> Iterator[Text]:
    for due in step.dues:
        key = "told.deadline_passed" if due.passed else "told.deadline"
        yield Text(telling.say[key].format(date=due.day))
    if note := _note(step, checklist, telling):
        yield Text(note, kind="note")
    if any(not p.reviewed for p in step.points):
        yield Text(telling.say["told.unchecked"], kind="note")


def _details(checklist: Checklist, telling: Telling) -> Table:
    say, programme = telling.say, checklist.head.programme.id
    # Papers, contacts and dates have tables of their own.
    own = ("material", "contact", "deadline", "public_notice", "yearly")
    rows = tuple(
        ((Text(say[f"facet.{cell.facet}"]),), telling.cell_texts(cell, programme))
        for cell in checklist.details
        if cell.conflicts or cell.state == "kinds" or (cell.state == "stated" and cell.facet not in own)
    )
    return Table(say["told.details"], (say["told.facet"], say["told.content"]), rows, (2, 8))


def _bare(checklist: Checklist, telling: Telling) -> Table:
    """The facets of which the documents say nothing, by why."""
    say, rows = telling.say, []
    for state in ("silent", "unseen"):
        cells = [c for c in checklist.details if c.state == state and not c.conflicts]
        if cells:
            labels = say["told.list"].join(say[f"facet.{c.facet}"] for c in cells)
            rows.append(((Text(say[f"told.{state}"]),), (Text(labels),)))
    return Table(say["told.nothing"], (say["told.state"], say["told.facet"]), tuple(rows), (2, 6))
