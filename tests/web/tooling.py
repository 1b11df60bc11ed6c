"""Two made-up notices with cards, for the pages over the cards."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from html.parser import HTMLParser

from starlette.testclient import TestClient

from assistant.guideline.document import Guideline, Programme
from assistant.programmes.cards import reviewed
from assistant.programmes.extract import extract
from assistant.service import Assistant
from assistant.settings import Web
from assistant.web.application import create_app
from tests.conftest import ScriptedEngine, invented, over
from tests.programmes.fixtures import clause, guideline

TODAY = date(2026, 11, 20)


def notice(name: str, *texts: str, deadline: date | None = None) -> Guideline:
    """A document of one programme of the same id, one clause for each text."""
    clauses = [replace(clause(text, n, path=("申报条件",)), document=name) for n, text in enumerate(texts)]
    made = guideline(*clauses, programmes=(Programme(name, name, (f"{name}计划",)),))
    entry = replace(made.entry, file=f"{name}.txt", title=f"关于申报{name}计划的通知", deadline=deadline)
    return replace(made, id=name, entry=entry)


def harbour(*more: str) -> Guideline:
    """A notice whose deadline has passed."""
    lead = "本项目由本科院校牵头申报。"
    return notice("港湾", lead, "联合申报单位不超过3家。", *more, deadline=date(2026, 3, 1))


def beacon(*more: str) -> Guideline:
    """A notice that says in part the same."""
    return notice("航标", "本项目由企业牵头申报。", "本项目的联合申报单位不超过 3 家。", *more)


def carded(*documents: Guideline, checked: bool = True) -> Assistant:
    """An assistant over notices with the cards extracted from them; with `checked` as if a reviewer agreed."""
    cards = reviewed(documents, extract(documents), ()).cards
    if checked:
        cards = tuple(replace(card, checked_by="maintainers", checked_on=TODAY) for card in cards)
    made = over(ScriptedEngine(invented()))
    made._opened = replace(made._opened, guidelines=documents, cards=cards)
    return made


@contextmanager
def browsing(assistant: Assistant) -> Iterator[TestClient]:
    """A client of the pages."""
    app = create_app(assistant, chat=False, today=lambda: TODAY, web=Web(rate="0"))
    with TestClient(app, raise_server_exceptions=False) as client:
        yield client


class _Reading(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.links: list[str] = []
        self.words: list[str] = []
        self._dropped = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._dropped += tag in ("script", "style")
        self.links += [value or "" for name, value in attrs if name in ("href", "src", "action", "formaction")]

    def handle_endtag(self, tag: str) -> None:
        self._dropped -= tag in ("script", "style")

    def handle_data(self, data: str) -> None:
        if not self._dropped and data.strip():
            self.words.append(" ".join(data.split()))


def links(page: str) -> list[str]:
    """Every address that a page names."""
    reading = _Reading()
    reading.feed(page)
    return reading.links


def words_of(page: str) -> list[str]:
    """What a page says, piece by piece."""
    reading = _Reading()
    reading.feed(page)
    return reading.words
