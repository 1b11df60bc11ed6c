"""Work in several processes makes what one process makes; documents that nothing ties are settled apart."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from assistant.answering.answer import Question
from assistant.indexing import read
from assistant.programmes.card_files import read_cards
from assistant.reading.library import look_alikes, read_folder
from assistant.settings import from_environment
from assistant.wiring import opened
from evals.cases import load_cases
from evals.crowd import in_parts, spread, told
from evals.groups import gathered, groups
from evals.held import Held
from evals.running import HOME
from evals.sampling import stratified
from evals.seen import retrieved
from evals.sources import Sources, load_sources
from evals.told import asked
from evals.worlds import Workshop

TODAY = date(2026, 11, 20)
CORPUS = HOME / "corpus"


@pytest.mark.parametrize("processes", [1, 2])
def test_what_is_made_comes_in_order(processes: int) -> None:
    doubled = list(spread(lambda part: [2 * n for n in part], in_parts(range(10), 3), processes))
    assert doubled == [[0, 2, 4], [6, 8, 10], [12, 14, 16], [18]]


def test_an_error_of_a_process_is_an_error_here() -> None:
    with pytest.raises(ZeroDivisionError):
        list(spread(lambda part: 1 // part, [1, 0, 1], 2))


def test_progress_is_told_by_tenths_where_nobody_watches(capsys: pytest.CaptureFixture[str]) -> None:
    tell = told("cases")
    for done in range(1, 101):
        tell(done, 100)
    assert len(capsys.readouterr().err.splitlines()) == 11


def test_documents_settled_apart_are_as_settled_together() -> None:
    texts, guidelines, cards = read(CORPUS), read_folder(CORPUS)[0], read_cards(CORPUS / "programmes")
    apart = groups(guidelines, cards)
    shop = Workshop(CORPUS, TODAY)
    by_id = {g.id: g for g in guidelines}
    parts = [group.settled(by_id, {g.id: shop.statements(g.id) for g in guidelines}) for group in apart]
    held = gathered(tuple(by_id), parts, look_alikes(CORPUS))
    assert (held.guidelines, held.statements, held.cards, held.amendments) == (
        texts.guidelines, texts.statements, texts.cards, texts.amendments,
    )  # fmt: skip
    assert sorted(name for group in apart for name in group.names) == sorted(by_id)


def test_a_document_that_amends_another_is_settled_with_it() -> None:
    first, second, *rest = read_folder(CORPUS)[0]
    amending = replace(first, entry=replace(first.entry, amends=(second.id,)))
    tied = groups((amending, second, *rest), ())
    assert {group.documents for group in tied} == {frozenset({first.id, second.id}), *(frozenset({g.id}) for g in rest)}


@pytest.fixture
def small(tmp_path: Path) -> Path:
    (tmp_path / "sources").mkdir()
    (tmp_path / "sources" / "a.txt").write_text(
        "灯塔实践基地申报指南\n一、主体\n联合申报单位不超过 5 家。\n二、流程\n公示5个工作日。\n", "utf-8"
    )
    return tmp_path


def test_the_steps_behind_an_answer_can_be_seen(small: Path, tmp_path: Path) -> None:
    guidelines, engine = opened(from_environment({}, corpus=str(small), data=str(tmp_path / "data")))
    trace = engine.trace(Question("联合申报单位最多几家？"), TODAY)
    assert trace.answer == replace(
        engine.answer(Question("联合申报单位最多几家？"), TODAY), elapsed_ms=trace.answer.elapsed_ms
    )
    assert trace.frame.asks == {"how_many"}
    assert [f.said for f in trace.settled] == [f.said for f in trace.decided]
    hits = retrieved(trace.found, frozenset(trace.scope.programmes))
    assert hits[0].text == "联合申报单位不超过5家。"
    sources: Sources = load_sources(small / "sources")
    assert Held(guidelines, sources).digest(hits[0].place) != ""
    assert Held(guidelines, sources).digest("a#none") == ""


def test_a_world_in_memory_answers_like_the_index_on_disk(tmp_path: Path) -> None:
    sources = load_sources(CORPUS / "sources")
    cases = stratified(load_cases(sorted((HOME / "evals" / "cases").glob("*.jsonl")), sources), 40)
    _, engine = opened(from_environment({}, corpus=str(CORPUS), data=str(tmp_path / "data")))
    world = Workshop(CORPUS, TODAY).plain
    for case in cases:
        there, here = engine.answer(asked(case), TODAY), world.ask(asked(case))
        assert replace(there, elapsed_ms=0.0) == replace(here, elapsed_ms=0.0), case.id
