"""What every test may use: a small invented notice, an engine that answers from a script, and no network."""

from __future__ import annotations

import os
import socket
from collections.abc import Iterator
from concurrent.futures import Future
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import settings

from assistant.answering.answer import Answer, ByProgramme, Citation, Question
from assistant.guideline.clause import Clause, OffsetMap
from assistant.guideline.document import Entry, Guideline, Programme
from assistant.guideline.quote import locate
from assistant.guideline.statement import Statement
from assistant.guideline.values import Interval, Quantity
from assistant.search.protocols import Hit
from assistant.service import Assistant, Opened

settings.register_profile("unhurried", deadline=None)  # no test depends on how busy the machine is
settings.load_profile("unhurried")

SOURCE = (
    "灯塔计划申报通知\n一、申报条件\n申报单位为本科院校，联合申报单位不超过 3 家。\n二、联系方式\n电话：0571-12345678\n"
)


def _no_skips(report: Any) -> None:
    if os.environ.get("CI") and report.skipped and not hasattr(report, "wasxfail"):
        report.outcome = "failed"
        report.longrepr = f"skipped, but nothing may be skipped when CI is set: {report.longrepr}"


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item, call: pytest.CallInfo[None]) -> Iterator[None]:
    """In the project's own run (CI=1) nothing may be skipped: a skipped test fails."""
    report = yield
    _no_skips(report)
    return report


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report(collector: pytest.Collector) -> Iterator[None]:
    """Nor may a whole file be skipped."""
    report = yield
    _no_skips(report)
    return report


@pytest.fixture(autouse=True)
def only_this_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    """Connections leave this machine in no test."""
    connect = socket.socket.connect

    def local(self: socket.socket, address: Any) -> None:
        if self.family != socket.AF_UNIX and str(address[0]) not in ("127.0.0.1", "::1", "localhost"):
            raise AssertionError(f"a test tried to reach {address}")
        connect(self, address)

    monkeypatch.setattr(socket.socket, "connect", local)


def make_clause(
    identity: str, text: str, order: int, *, parent: str | None = None, path: tuple[str, ...] = ()
) -> Clause:
    """A clause of the invented notice, found in its source as it stands."""
    start = SOURCE.index(text)
    offsets = OffsetMap(((0, start, len(text)),))
    return Clause(identity, "lighthouse", "paragraph", "", "", text, path, parent, order, None, "", offsets)


def invented() -> Guideline:
    """An invented notice with one programme."""
    clauses = (
        make_clause("1", "一、申报条件", 0),
        make_clause("1.1", "申报单位为本科院校，联合申报单位不超过 3 家。", 1, parent="1", path=("一、申报条件",)),
        make_clause("2", "二、联系方式", 2),
        make_clause("2.1", "电话：0571-12345678", 3, parent="2", path=("二、联系方式",)),
    )
    entry = Entry("lighthouse.txt", title="灯塔计划申报通知", issued=date(2026, 3, 1), status="in_force")
    programme = Programme("lighthouse-plan", "lighthouse", ("灯塔计划",))
    return Guideline("lighthouse", entry, SOURCE, clauses, (programme,))


@pytest.fixture
def guideline() -> Guideline:
    """The invented notice."""
    return invented()


@pytest.fixture
def statement(guideline: Guideline) -> Statement:
    """At most three joint units."""
    quote = locate(guideline.clause("1.1"), "联合申报单位不超过 3 家")
    three = Quantity(Interval(None, Fraction(3)), "家", "count", "联合申报单位", 10, 13)
    return Statement((), "count", "joint", (), "联合申报单位", "max", three, "must", False, (), quote)


@dataclass
class ScriptedEngine:
    """Answers every question from the one clause and records what it was asked; "崩溃" makes it fail."""

    guideline: Guideline
    asked: list[tuple[Question, date]] = field(default_factory=list)

    def answer(self, question: Question, today: date) -> Answer:
        """The scripted answer."""
        self.asked.append((question, today))
        if "崩溃" in question.text:
            raise ZeroDivisionError("scripted")
        quote = locate(self.guideline.clause("1.1"), "联合申报单位不超过 3 家")
        start, end = quote.source_span
        cited = Citation(
            1,
            "lighthouse-plan",
            "lighthouse",
            "灯塔计划申报通知",
            "1.1",
            quote.clause.place,
            None,
            quote.text,
            self.guideline.source[start:end],
            start,
            end,
        )
        return Answer(
            question=question.text,
            understood_as=question.text,
            language="zh",
            as_of=today.isoformat(),
            outcome="answered",
            answer="不超过 3 家（不含牵头单位）[1]",
            verdict="conditional",
            abstained=False,
            by_programme=(ByProgramme("lighthouse-plan", "conditional", "不超过 3 家", (1,)),),
            citations=(cited,),
            contact={"phone": "0571-12345678"},
            elapsed_ms=0.5,
            generation="d1",
        )

    def submit(self, question: Question, today: date) -> Future[Answer]:
        """The scripted answer, there already."""
        future: Future[Answer] = Future()
        try:
            future.set_result(self.answer(question, today))
        except ZeroDivisionError as error:
            future.set_exception(error)
        return future

    def close(self, grace: float = 10.0) -> None:
        """Nothing to end."""


@pytest.fixture
def engine(guideline: Guideline) -> ScriptedEngine:
    """The scripted engine over the invented notice."""
    return ScriptedEngine(guideline)


@pytest.fixture
def assistant(engine: ScriptedEngine) -> Assistant:
    """An assistant over the invented notice and the scripted engine."""
    return over(engine)


def over(engine: ScriptedEngine) -> Assistant:
    """An assistant over the notice of a scripted engine."""
    guideline = engine.guideline

    def find(query: str, k: int, keep: Any = None) -> tuple[tuple[str, float], ...]:
        places = [(f"lighthouse#{clause.id}", 1.0) for clause in guideline.clauses if set(query) & set(clause.text)]
        return tuple(place for place in places if keep is None or place[0] in keep)[:k]

    def related(place: str, k: int, keep: Any = None) -> tuple[Hit, ...]:
        return ()

    opened = Opened("d1", (guideline,), (), engine, find, related)
    return Assistant(opened, lambda held: held)
