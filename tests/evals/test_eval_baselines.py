"""The two yardsticks: a copied passage is graded like any answer, and a side that is not there is named."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from evals.asking import Place
from evals.baselines import __main__ as table
from evals.baselines.copying import copying, recipe, top_passage
from evals.cases import Case, Turn
from evals.errors import EvalError
from evals.grading import grade
from evals.reply import Cited
from evals.sources import Sources
from tests.evals.test_eval_reports import case, report

TODAY = table.AS_OF


def test_a_passage_is_said_word_for_word(make_case: Callable[..., Case], sources: Sources) -> None:
    asked: list[str] = []

    def find(query: str) -> Cited | None:
        asked.append(query)
        return Cited("rules", "企业注册时间不少于\n 3 年。", "企业注册时间不少于\n 3 年。") if "满" in query else None

    told = (Turn("user", "你好"), Turn("assistant", "您好"))
    one, none, whether = make_case(history=told), make_case(id="t-2", question="?"), make_case(id="t-3", verdict="yes")
    heard = copying(find)((one, none, whether))
    assert asked[0] == "你好\n企业要注册满几年？"
    assert grade(one, heard["t-1"].reply, sources).status == "passed"
    assert grade(whether, heard["t-3"].reply, sources).status == "failed"
    assert (heard["t-2"].reply, heard["t-2"].reason) == (None, "nothing is found")
    assert heard["t-1"].reply
    assert heard["t-1"].reply.elapsed_ms is not None


def test_the_top_passage_is_a_clause_with_its_place(tmp_path: Path) -> None:
    (tmp_path / "corpus" / "sources").mkdir(parents=True)
    text = "某市专项申报指南\n一、申报条件\n企业注册时间不少于 3 年。\n二、报送要求\n材料一式两份。\n"
    (tmp_path / "corpus" / "sources" / "rules.txt").write_text(text, "utf-8")
    found = top_passage(Place(tmp_path / "corpus", tmp_path / "data", TODAY))("企业注册时间")
    assert found
    assert "不少于" in found.quote
    assert text[found.start : found.end] == found.source_quote


def test_a_missing_extra_is_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setitem(sys.modules, "evals.baselines.recipe", None)
    with pytest.raises(EvalError, match=r"pip install -e .\[bench\]"):
        recipe(Place(tmp_path, tmp_path, TODAY))


def test_a_side_that_cannot_be_asked_is_left_out_by_name(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    def lacking(place: Place, sources: Sources) -> Callable[..., object]:
        raise EvalError("It needs wings.")

    sides = {"copy": lambda place, sources: copying(lambda query: None), "bird": lacking}
    monkeypatch.setattr(table, "SIDES", sides)
    place = Place(table.HOME / "corpus", tmp_path, TODAY)
    made = table.measured(sorted(table.CASES.glob("*.jsonl"))[:1], place, tmp_path / "out")
    assert list(made) == ["copy"]
    assert capsys.readouterr().err == "bird is left out. It needs wings.\n"
    assert (tmp_path / "out" / "copy.json").is_file()
    assert made["copy"]["figures"]["passed"] == 0
    assert made["copy"]["figures"]["unanswered"] == made["copy"]["figures"]["cases"]


def test_the_table_has_a_column_for_each_side() -> None:
    silent = case("c", wanted=case("c")["wanted"] | {"silent": True})
    made = report(case("a", "passed"), case("b"), silent)
    made["figures"]["measures"] = {name: {"hits": 1, "total": 3} for name, _ in table.MEASURES}
    made["figures"]["by_criterion"]["verdict"] = {"hits": 0, "total": 0}
    rows = list(table.lines({"ours": made, "theirs": made}))
    assert rows[:3] == [
        "| | ours | theirs |",
        "| --- | ---: | ---: |",
        "| cases that pass | 33.3% (1/3) | 33.3% (1/3) |",
    ]
    assert "| of them where no verdict is asked and the documents answer | 50.0% (1/2) | 50.0% (1/2) |" in rows
    assert "| verdicts right | – | – |" in rows
