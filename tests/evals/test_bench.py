from __future__ import annotations

import json
import math
import sys
from pathlib import Path

import pytest

from benchmarks.coverage import Brought, coverage, occurrences_of, within
from benchmarks.processes import once
from benchmarks.questions import Asked, load_questions
from benchmarks.recipe_compare import lines
from benchmarks.warm import WARMING, Side, measured
from evals.__main__ import CASES
from evals.errors import EvalError
from evals.metrics import Share
from evals.sources import Sources, source

TEXT = "甲 乙丙丁。戊己\n庚辛。甲乙。"
HELD = Sources({"001_x": source("001_x", TEXT), "002_y": source("002_y", "壬癸")})


def asked(*gold: str, answerable: bool = True) -> Asked:
    return Asked("q", "?", "?", tuple(("001_x", quote) for quote in gold), answerable)


def test_gold_counts_by_its_place_in_the_source() -> None:
    assert list(occurrences_of("甲乙", TEXT)) == [[0, 2], [12, 13]]
    first = Brought("001_x", range(4))
    rest = Brought("001_x", range(4, 9))
    assert coverage([(asked("甲乙"), [first])], HELD).every == Share(1, 1)
    assert coverage([(asked("丙丁"), [first])], HELD).some == Share(0, 1)
    assert coverage([(asked("丙丁"), [rest, first])], HELD).some == Share(1, 1)
    assert coverage([(asked("甲乙"), [Brought("002_y", range(4))])], HELD).lost == ("q",)


def test_some_and_all_and_unanswerable_are_apart() -> None:
    found = coverage([(asked("甲乙", "庚辛"), [Brought("001_x", range(4))]), (asked("x", answerable=False), [])], HELD)
    assert (found.some, found.every, found.lost) == (Share(1, 1), Share(0, 1), ())


def test_the_budget_cuts_the_last_passage() -> None:
    passages = [Brought("a", range(4)), Brought("b", range(10, 20)), Brought("c", range(5))]
    assert [list(p.places) for p in within(passages, 6)] == [[0, 1, 2, 3], [10, 11]]


def test_questions_of_either_shape(tmp_path: Path) -> None:
    turns = [{"role": "user", "content": "一"}, {"role": "assistant", "content": "x"}]
    rows = [
        {"id": "a", "question": "二", "history": turns, "gold": [{"doc": "001", "quote": "甲"}]},
        {"id": "b", "question": "三", "gold": [{"document": "002_y", "quote": "壬"}], "verdict": "not_specified"},
    ]
    path = tmp_path / "q.jsonl"
    path.write_text("\n".join(json.dumps(row) for row in rows), "utf-8")
    first, second = load_questions([path], HELD)
    assert (first.query, first.gold, first.answerable) == ("一\n二", (("001_x", "甲"),), True)
    assert not second.answerable
    path.write_text(json.dumps({"id": "c", "question": "?", "gold": [{"doc": "00", "quote": "甲"}]}), "utf-8")
    with pytest.raises(EvalError, match="document 00"):
        load_questions([path], HELD)


def test_hashed_vectors_are_unit_and_repeatable() -> None:
    from evals.baselines.hashed import DIMENSIONS, embedded

    vector = embedded("牵头 单位")
    assert len(vector) == DIMENSIONS
    assert math.isclose(sum(value * value for value in vector), 1.0)
    assert vector == embedded("牵头单位")
    assert not any(embedded(""))


def test_a_process_is_timed_or_its_failure_told() -> None:
    ran = once([sys.executable, "-c", "print('here')"])
    assert ran.printed == "here\n"
    assert ran.seconds > 0
    assert ran.peak > 1
    with pytest.raises(EvalError, match="ended with 3: no luck"):
        once([sys.executable, "-c", "import sys; print('no luck', file=sys.stderr); sys.exit(3)"])


def test_the_table_has_a_row_for_every_figure() -> None:
    side: dict[str, object] = {
        "cold_s": 0.02,
        "cold_mib": 30.0,
        "index_s": 0.5,
        "index_mib": 90.0,
        "warm_ms_median": 1.0,
    }
    side |= {"warm_ms_p95": 2.0, "warm_mib": 50.0, "gold_any": [9, 10], "gold_all": [8, 10]}
    table = list(lines({"ours": side, "recipe": side | {"cold_kept_s": 2.2}, "floor": {"cold_s": 0.008}}))
    assert "| cold `ask` process, s (median) | 0.020 | 0.020 |" in table
    assert "| the same, recipe with its vectors kept, s | - | 2.200 |" in table
    assert "| all gold quotes in the first 1,500 characters | 8/10 80.0% | 8/10 80.0% |" in table


def test_a_side_is_timed_and_counted() -> None:
    brings = {"?": [Brought("001_x", range(4))]}
    side = Side(lambda one: one.question, lambda query: brings[query])
    figures = measured(side, [asked("甲乙"), asked("庚辛"), asked(answerable=False)], HELD)
    assert (figures["gold_any"], figures["gold_all"], figures["lost"]) == ([1, 2], [1, 2], ["q"])
    assert 0 < figures["warm_ms_median"] <= figures["warm_ms_p95"]


def test_no_question_is_timed_twice() -> None:
    seen: list[str] = []
    side = Side(lambda one: seen.append(one.question), lambda query: [])
    many = [Asked(str(n), f"?{n}", "?", (), False) for n in range(8)]
    measured(side, many, HELD)
    assert seen[-8:] == [one.question for one in many]
    assert len(seen) == len(set(seen)) == 60 + 8


def test_questions_are_left_to_warm_with_when_all_our_cases_are_measured() -> None:
    seen: list[str] = []
    side = Side(lambda one: seen.append(one.question), lambda query: [])
    lines = [line for path in CASES.glob("*.jsonl") for line in path.read_text("utf-8").splitlines()]
    texts = {str(json.loads(line)["question"]) for line in lines}
    measured(side, [Asked("", text, text, (), False) for text in texts], HELD)
    assert len(seen) == WARMING + len(texts)
