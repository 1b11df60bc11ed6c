"""What the command line prints for people: verdict first, then the answer, then each clause with its place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from assistant.answering.answer import Answer, Ask, Option
from assistant.exchange import printable
from assistant.export.report import Report, Table, Text, shown
from assistant.guideline.clause import Clause
from assistant.guideline.document import Guideline, Programme
from assistant.service import Found
from assistant.words import words

_SAID: Mapping[str, tuple[str, ...]] = {
    "yes": ("可以", "需要", "是的", "Yes"),
    "no": ("不可以", "不需要", "不是", "来不及了", "没有", "No"),
    "conditional": ("有条件", "视情况", "不一定", "来得及", "It depends", "Not necessarily"),
    "not_specified": ("文件未规定", "The documents"),
}


def answer_lines(answer: Answer, programmes: Iterable[Programme]) -> Iterator[str]:
    """The answer as text; each citation with programme, place and the quote."""
    say = words(answer.language)
    names = {programme.id: programme.name for programme in programmes}
    key = "verdict.not_held" if answer.of_no_document else f"verdict.{answer.verdict}"
    verdict = f"【{say[key]}】" if answer.verdict and not said_first(answer) else ""
    yield printable(verdict + answer.answer)
    for ask in answer.asks:
        for option in ask.options:
            yield printable(f"  · {_way(option, ask)}")
    if answer.rephrase:
        yield printable(say["place.rephrase"])
    for text in answer.rephrase:
        yield printable(f"  · {text}")
    for cited in answer.citations:
        name = names.get(cited.programme, cited.title)
        where = [name, cited.place, say["place.page"].format(page=cited.page) if cited.page else ""]
        yield ""
        yield printable(f"[{cited.n}] " + " · ".join(part for part in where if part))
        yield printable(f"    “{' '.join(cited.quote.split())}”")
    if answer.contact and not said_already(answer):
        yield ""
        yield printable(f"{say['place.contact']}: " + contact_line(answer.contact, say))


def _way(option: Option, ask: Ask) -> str:
    """An option as a person at a command line takes it: what to ask, or which filter to add."""
    if option.label == option.question:
        return option.label
    return f"{option.label} → " + (f"--programme {option.programme}" if ask.what == "programme" else option.question)


def said_first(answer: Answer) -> bool:
    """Whether the answer opens with its verdict in words, so that a label would say it twice."""
    opening = _SAID[answer.verdict] if answer.verdict else ()
    return len(answer.by_programme) == 1 and answer.answer.startswith(opening)


def opening(text: str, verdict: str | None) -> tuple[str, str]:
    """The word of verdict that a text opens with, and the rest; ("", text) where it opens otherwise."""
    for word in _SAID.get(verdict or "", ()):
        for mark in ("：", "。", ": ", ". "):
            if text.startswith(word + mark):
                return word, text[len(word + mark) :]
    return "", text


def said_already(answer: Answer) -> bool:
    """Whether the contact stands in the answer."""
    held = answer.contact or {}
    return bool(held) and any(held.get(name, "\n") in answer.answer for name in ("phone", "email", "person"))


def contact_line(contact: Mapping[str, str], say: Mapping[str, str]) -> str:
    """A contact on one line, each field with its name."""
    return "；".join(f"{say.get(f'place.{name}', name)} {value}" for name, value in contact.items() if value)


def found_lines(found: Iterable[Found]) -> Iterator[str]:
    """Search results as text."""
    for n, hit in enumerate(found, start=1):
        yield printable(f"{n}. {_title(hit.guideline)} · {hit.clause.place}  ({hit.clause.document}#{hit.clause.id})")
        yield printable(f"   {hit.clause.text}")


def clause_lines(guideline: Guideline, clauses: Iterable[Clause]) -> Iterator[str]:
    """A document, or part of it, as text with the ids that `show` takes."""
    yield printable(f"{_title(guideline)}  ({guideline.id})")
    for clause in clauses:
        yield printable(f"{'  ' * len(clause.path)}{clause.text}  [{clause.id}]")


def report_lines(report: Report) -> Iterator[str]:
    """A report as text: row by row, each cell under the name of its column, the sources at the end."""
    yield printable(report.title)
    for line in report.lines:
        yield printable(line)
    for table in report.tables:
        yield ""
        yield from _table_lines(table)
    if report.sources:
        yield ""
        yield printable(report.source_title)
    for source in report.sources:
        page = report.page.format(page=source.page) if source.page else ""
        yield printable(f"[{source.n}] " + " · ".join(part for part in (source.title, source.place, page) if part))
        yield printable(f"    “{' '.join(source.quote.split())}”")
    yield ""
    yield printable(report.closing)


def _table_lines(table: Table) -> Iterator[str]:
    if table.title:
        yield printable(f"# {table.title}")
    for first, *others in table.rows:
        yield printable("## " + " · ".join(map(_told, first)))
        for name, cell in zip(table.header[1:], others, strict=True):
            if cell:
                yield printable(f"{name}:")
            yield from (printable(f"  {_told(text)}") for text in cell)


def _told(text: Text) -> str:
    return shown(replace(text, text=" ".join(text.text.split())))


def found_fields(hit: Found) -> dict[str, Any]:
    """One search result for JSON."""
    return {
        "document": hit.guideline.id,
        "title": hit.guideline.entry.title,
        "clause": hit.clause.id,
        "place": hit.clause.place,
        "page": hit.clause.page,
        "text": hit.clause.text,
        "score": round(hit.score, 6),
    }


def _title(guideline: Guideline) -> str:
    return guideline.entry.title or guideline.entry.file
