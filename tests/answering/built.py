"""Engines for tests: over the real corpus, and over short documents written in the test."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

from assistant.answering.answer import Answer, Question, Turn
from assistant.answering.engine import Engine
from assistant.answering.question.frame import Frame
from assistant.answering.reply.wording import load
from assistant.guideline.clause import Clause
from assistant.guideline.document import Entry, Guideline, Programme
from assistant.guideline.statement import Statement
from assistant.indexing import passages
from assistant.programmes.card_files import CardFile, read_cards
from assistant.programmes.cards import reviewed
from assistant.programmes.extract import extract
from assistant.reading.corrections import Reviewed
from assistant.reading.extracted import Extracted
from assistant.reading.library import clauses_in, look_alikes, read_folder
from assistant.search.lexical import LexicalIndex
from assistant.search.text import word_spans

ROOT = Path(__file__).resolve().parents[2]
TODAY = date(2026, 7, 29)
WORDING = load(ROOT / "prompts")


class Built:
    """An engine with what it was built from."""

    def __init__(
        self,
        guidelines: tuple[Guideline, ...],
        others: tuple[Programme, ...] = (),
        files: tuple[CardFile, ...] = (),
    ) -> None:
        held = reviewed(guidelines, extract(guidelines), files)
        assert held.notices == ()
        self.statements: tuple[Statement, ...] = held.statements
        first = replace(guidelines[0], programmes=(*guidelines[0].programmes, *others))
        self.guidelines = (first, *guidelines[1:])
        self.documents = {g.id: g for g in self.guidelines}
        self.index = LexicalIndex.in_memory(passages(self.guidelines))
        self.engine = Engine(
            self.guidelines, self.statements, self._search, WORDING, cards=held.cards, word_spans=word_spans
        )

    def _search(self, query: str, k: int) -> tuple[tuple[str, float], ...]:
        return tuple((hit.id, hit.score) for hit in self.index.search(query, k))

    def ask(self, text: str, *before: str, programme: str = "", today: date = TODAY) -> Answer:
        """The answer to a question after the questions `before`."""
        return self.engine.answer(question(text, *before, programme=programme), today)

    def frame(self, text: str, *before: str, today: date = TODAY) -> Frame:
        """The frame of a question after the questions `before`."""
        return self.engine.understand(self.engine.heard(question(text, *before)), today)


Ask = Callable[..., Answer]


def question(text: str, *before: str, programme: str = "") -> Question:
    return Question(text, tuple(Turn("user", said) for said in before), programme)


def over_corpus() -> Built:
    """The five real texts."""
    corpus = ROOT / "corpus"
    guidelines, unreadable = read_folder(corpus)
    assert not unreadable
    return Built(guidelines, look_alikes(corpus), read_cards(corpus / "programmes"))


def over(
    *texts: str,
    names: tuple[str, ...] = ("灯塔实践基地",),
    region: str = "",
    files: tuple[CardFile, ...] = (),
    deadline: date | None = None,
    beside: tuple[str, ...] = (),
) -> Built:
    """A document of the given lines, with one programme ("lighthouse") and its card; `beside` are the lines of another
    document, with a programme of its own ("bridge")."""
    entry = Entry("lighthouse.txt", title=f"{names[0]}申报指南", region=region, deadline=deadline)
    held = [_document("lighthouse", texts, names, entry)]
    if beside:
        held.append(_document("bridge", beside, ("石桥计划",), Entry("bridge.txt", title=beside[0])))
    return Built(tuple(held), (), files)


def over_carded(folder: Path, card: str, *texts: str) -> Built:
    """A document of the given lines with the reviewed card of its programme, as its file says it."""
    (folder / "lighthouse.toml").write_text(card, "utf-8")
    return over(*texts, files=read_cards(folder))


def _document(key: str, texts: tuple[str, ...], names: tuple[str, ...], entry: Entry) -> Guideline:
    text = "\n".join(texts) + "\n"
    clauses: tuple[Clause, ...] = clauses_in(key, Extracted(text), Reviewed())
    return Guideline(key, entry, text, clauses, (Programme(key, key, names),))


def over_notices(folder: Path, **texts: str) -> Built:
    """Notices of which nothing is known but their text, by file name; what they found is read from them."""
    (folder / "sources").mkdir()
    for name, text in texts.items():
        (folder / "sources" / f"{name}.txt").write_text(text, "utf-8")
    guidelines, unreadable = read_folder(folder)
    assert not unreadable
    return Built(guidelines)
