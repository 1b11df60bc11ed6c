"""An answer as the page shows it: rows of verdicts, cards of clauses, choices to press. Nothing here is markup."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from urllib.parse import quote, urlencode

from assistant.answering.answer import Answer, Citation, Question
from assistant.exchange import printable
from assistant.guideline.document import Guideline, Programme
from assistant.printing import contact_line, opening
from assistant.service import COMPARED_LIMIT
from assistant.words import words

SHAPES = {"yes": "✓", "no": "✕", "conditional": "◐", "not_specified": "○"}
_VALUE = 24
EARLIER = 4  # questions before it that the address of an answer keeps
STATES = {
    "clarify": "clarify",
    "not_specified": "none",
    "out_of_scope": "outside",
    "refused": "refused",
    "error": "refused",
}


@dataclass(frozen=True, slots=True)
class Chip:
    """A verdict: `kind` colours it, `shape` and `label` say it without colour."""

    kind: str
    shape: str
    label: str


@dataclass(frozen=True, slots=True)
class Name:
    """A programme; `gone` says that its deadline has passed or its document is superseded, "" otherwise."""

    text: str
    gone: str


@dataclass(frozen=True, slots=True)
class Row:
    """What the documents say for some programmes: `lead` is the value itself where the text opens with one, `text`
    what follows, `refs` the numbers of cards."""

    names: tuple[Name, ...]
    chip: Chip | None
    lead: str
    text: str
    refs: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Card:
    """A clause with its place; `source` is the address of the document at these words, from the language root."""

    n: int
    name: str
    place: str
    page: int | None
    quote: str
    title: str
    source: str


@dataclass(frozen=True, slots=True)
class Choice:
    """A button: what it says, and the question that it asks for a programme ("" for no choice of programme)."""

    label: str
    question: str
    programme: str


@dataclass(frozen=True, slots=True)
class Told:
    """One answer, ready to be shown. `by` names the programme where only one was looked at or speaks; `groups` gather
    the programmes by verdict where several are told; `onward` is what a link to another page says, and its address;
    `desk` is the address of the form that the answer belongs to, "" for none."""

    language: str
    question: str
    programme: str
    state: str
    chip: Chip | None
    by: str
    groups: tuple[tuple[Chip, tuple[Name, ...]], ...]
    rows: tuple[Row, ...]
    banners: tuple[str, ...]
    cards: tuple[Card, ...]
    nearest: Card | None
    searched: tuple[str, ...]
    contact: str
    narrow: tuple[Choice, ...]
    pick: tuple[Choice, ...]
    settle: tuple[Choice, ...]
    rephrase: tuple[Choice, ...]
    following: tuple[Choice, ...]
    understood: str
    link: str
    onward: tuple[str, str] | None
    copied: str
    as_of: str
    desk: str = ""


def told(
    asked: Question,
    answer: Answer,
    documents: Iterable[Guideline],
    today: date,
    following: Sequence[str] = (),
    desk: str = "",
) -> Told:
    """The view of an answer to `asked`; `following` are questions to go on with, `desk` the address of its form."""
    say = words(answer.language)
    held = {guideline.id: guideline for guideline in documents}
    named = {p.id: p for guideline in held.values() for p in guideline.programmes}
    cards = tuple(_card(cited, named, held) for cited in answer.citations)
    nearest = _card(answer.nearest, named, held) if answer.nearest else None
    gone = {p.id: _gone(held[p.document], p, today, say) for p in named.values() if p.held}
    rows = _rows(answer, {i: Name(p.name, gone.get(i, "")) for i, p in named.items()}, say)
    only = answer.by_programme[0].programme if len(answer.by_programme) == 1 else ""
    return Told(
        language=answer.language,
        question=printable(asked.text),
        programme=asked.programme,
        state=STATES.get(answer.outcome) or answer.completeness,
        chip=_overall(answer, rows, say),
        by=named[only].name if only in named and len(answer.searched) < 2 else "",
        groups=_groups(rows),
        rows=rows,
        banners=_banners(answer, named, held, today, say) if len(rows) < 2 else (),
        cards=cards,
        nearest=nearest,
        searched=tuple(held[identity].entry.title for identity in answer.searched if identity in held),
        contact=contact_line(answer.contact, say) if answer.contact else "",
        narrow=_choices(answer, "programme"),
        pick=_choices(answer, "question"),
        settle=_choices(answer, ""),
        rephrase=tuple(Choice(q, q, asked.programme) for q in answer.rephrase),
        following=tuple(Choice(q, q, asked.programme or only) for q in following),
        understood=_understood(answer),
        link=_link(asked, answer),
        onward=_onward([part.programme for part in answer.by_programme if part.programme in named], say),
        copied=_copied(asked, answer, cards, say),
        as_of=say["page.as_of"].format(date=answer.as_of),
        desk=desk,
    )


def _onward(programmes: list[str], say: Mapping[str, str]) -> tuple[str, str] | None:
    """Where to go on from here: what it says, and the address of the checklist of the one programme told of, or of the
    comparison of several."""
    if len(programmes) == 1:
        return say["tool.list_this"], "checklist?" + urlencode({"programme": programmes[0]})
    if 1 < len(programmes) <= COMPARED_LIMIT:
        return say["tool.compare_these"], "compare?" + urlencode([("programme", name) for name in programmes])
    return None


def _understood(answer: Answer) -> str:
    """How the question was understood, without the words that are the question's own."""
    names, bar, sense = answer.understood_as.partition("｜")
    same = bar and _bare(sense) == _bare(answer.question)
    return printable(names if same else answer.understood_as)


def _bare(text: str) -> str:
    return "".join(char for char in unicodedata.normalize("NFKC", text) if char.isalnum())


def source_address(document: str, clause: str, start: int, end: int) -> str:
    """The address of a document's page at words of a clause, seen from the language root."""
    return f"library/{quote(document)}?{urlencode({'clause': clause, 'from': start, 'to': end})}#here"


def _groups(rows: tuple[Row, ...]) -> tuple[tuple[Chip, tuple[Name, ...]], ...]:
    gathered: dict[str, tuple[Chip, tuple[Name, ...]]] = {}
    for row in rows if len(rows) > 1 else ():
        if row.chip is None:
            return ()
        chip, names = gathered.get(row.chip.kind, (row.chip, ()))
        gathered[row.chip.kind] = (chip, (*names, *row.names))
    return tuple(gathered[kind] for kind in SHAPES if kind in gathered)


def _gone(guideline: Guideline, programme: Programme, today: date, say: Mapping[str, str]) -> str:
    due = guideline.due(programme.id)
    if guideline.entry.status == "superseded":
        return say["doc.superseded"]
    if due and due < today:
        return say["page.gone"].format(date=due.isoformat())
    return ""


def _rows(answer: Answer, named: Mapping[str, Name], say: Mapping[str, str]) -> tuple[Row, ...]:
    if answer.abstained and answer.nearest:
        return ()
    if not answer.by_programme:
        return (Row((), None, "", printable(answer.answer), ()),)
    if len(answer.by_programme) == 1 and not answer.answer.startswith(answer.by_programme[0].answer):
        # What is said of one programme alone may be said once more in words of its own.
        only = answer.by_programme[0]
        return (_row((only.programme,), only.verdict, answer.answer, only.citations, named, say),)
    grouped: dict[tuple[str | None, str], list[int]] = {}
    for at, part in enumerate(answer.by_programme):
        grouped.setdefault((part.verdict, part.answer), []).append(at)
    rows = [Row((), None, printable(answer.total), "", ())] if answer.total else []
    for (verdict, text), members in grouped.items():
        parts = [answer.by_programme[at] for at in members]
        refs = tuple(dict.fromkeys(n for part in parts for n in part.citations))
        rows.append(_row(tuple(part.programme for part in parts), verdict, text, refs, named, say))
    return tuple(rows)


def _row(
    programmes: tuple[str, ...],
    verdict: str | None,
    text: str,
    refs: tuple[int, ...],
    named: Mapping[str, Name],
    say: Mapping[str, str],
) -> Row:
    label, rest = opening(text, verdict)
    rest = rest[:1].upper() + rest[1:]
    chip = Chip(verdict, SHAPES[verdict], label or say[f"verdict.{verdict}"]) if verdict else None
    value, colon, after = rest.partition("：")
    if not (colon and len(value) <= _VALUE and any(char.isdigit() for char in value)) or chip:
        value, colon, after = "", "", rest
    names = tuple(named[p] for p in programmes if p in named)
    return Row(names, chip, printable(value), printable(after), refs)


def _overall(answer: Answer, rows: tuple[Row, ...], say: Mapping[str, str]) -> Chip | None:
    """The chip over the whole answer: that of its only row, or the silence; several programmes speak row by row."""
    if answer.abstained and answer.outcome == "not_specified":
        label = "verdict.not_held" if answer.of_no_document else "verdict.not_specified"
        return Chip("not_specified", SHAPES["not_specified"], say[label])
    return rows[0].chip if len(rows) == 1 else None


def _card(cited: Citation, named: Mapping[str, Programme], held: Mapping[str, Guideline]) -> Card:
    clause = held[cited.document].clause(cited.clause)
    start = max(clause.text.find(cited.quote), 0)
    name = named[cited.programme].name if cited.programme in named else ""
    return Card(
        cited.n,
        name,
        cited.place,
        cited.page,
        printable(" ".join(cited.quote.split())),
        cited.title or cited.document,
        source_address(cited.document, cited.clause, start, start + len(cited.quote)),
    )


def _banners(
    answer: Answer,
    named: Mapping[str, Programme],
    held: Mapping[str, Guideline],
    today: date,
    say: Mapping[str, str],
) -> tuple[str, ...]:
    told_of = {named[p.programme].document: p.programme for p in answer.by_programme if p.programme in named}
    lines = []
    for identity, programme in told_of.items():
        entry, due = held[identity].entry, held[identity].due(programme)
        title = entry.title or identity
        if entry.status == "superseded":
            lines.append(say["page.superseded"].format(title=title))
        elif due and due < today:
            key = "page.passed" if len(told_of) > 1 else "page.passed_only"
            lines.append(say[key].format(title=title, date=due.isoformat()))
    return tuple(lines)


def _choices(answer: Answer, kind: str) -> tuple[Choice, ...]:
    """The choices that ask back which programme or which question is meant, or with "" for a missing fact."""
    return tuple(
        Choice(option.label, option.question, option.programme)
        for ask in answer.asks
        if (ask.what if ask.what in ("programme", "question") else "") == kind
        for option in ask.options
    )


def _link(asked: Question, answer: Answer) -> str:
    """The address of this answer from the language root: the question, what was asked last before it, the programme,
    also the one that was only named longer ago."""
    earlier = [turn.content for turn in asked.history if turn.role == "user"]
    fields = [("q", asked.text), *(("h", text) for text in earlier[-EARLIER:])]
    alone = answer.by_programme[0].programme if len(answer.by_programme) == 1 and len(earlier) > EARLIER else ""
    if programme := asked.programme or alone:
        fields.append(("p", programme))
    if answer.generation:
        fields.append(("g", answer.generation[:12]))
    return "answer?" + urlencode([(name, text.encode("utf-8", "replace")) for name, text in fields])


def _copied(asked: Question, answer: Answer, cards: tuple[Card, ...], say: Mapping[str, str]) -> str:
    colon = "：" if answer.language == "zh" else ": "
    lines = [f"{say['page.asked']}{colon}{asked.text}", f"{say['page.answered']}{colon}{answer.answer}"]
    for card in cards:
        page = say["place.page"].format(page=card.page) if card.page else ""
        where = " · ".join(part for part in (f"《{card.title.strip('《》')}》", card.place, page) if part)
        lines.append(f"[{card.n}] {where}{colon}“{card.quote}”")
    lines.append(f"{say['page.as_of'].format(date=answer.as_of)} · {say['page.formal']}")
    return printable("\n".join(lines))
