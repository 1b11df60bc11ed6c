"""The gate and the commands about cases over a small corpus, and what a baseline keeps of twins."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from evals import __main__ as command
from evals import balance, gate
from evals.baseline import written
from evals.cases import Case, Gold
from evals.compare import compare
from evals.determinism import Repeated, differing
from evals.held import Held
from evals.sampling import stratified
from evals.sources import Sources
from evals.touched import Touched, digests, touched, unrecorded
from evals.twin_rows import Report as Twins
from evals.twin_rows import Row
from evals.worlds import Workshop

TEXT = "灯塔实践基地申报指南\n一、申报主体\n联合申报单位不超过 5 家。\n二、流程\n公示5个工作日。\n"
CASE: dict[str, Any] = {
    "id": "a", "question": "灯塔实践基地联合申报单位最多几家？", "lang": "zh", "asker": "caller", "kind": "number",
    "family": "most", "programmes": [], "history": [], "verdict": None, "verdict_alt": [], "must_include": [["5家"]],
    "must_not_include": [], "gold": [{"document": "lighthouse", "quote": "联合申报单位不超过5家"}], "note": "",
}  # fmt: skip
NOTICE = CASE | {"id": "b", "question": "灯塔实践基地公示几天？", "family": "notice", "must_include": [["5个工作日"]],
                 "gold": [{"document": "lighthouse", "quote": "公示5个工作日"}]}  # fmt: skip


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "corpus" / "sources").mkdir(parents=True)
    (tmp_path / "corpus" / "sources" / "lighthouse.txt").write_text(TEXT, "utf-8")
    (tmp_path / "cases").mkdir()
    rows = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in (CASE, NOTICE))
    (tmp_path / "cases" / "own.jsonl").write_text(rows, "utf-8")
    monkeypatch.setattr(command, "CASES", tmp_path / "cases")
    return tmp_path


def ran(folder: Path, *more: str) -> int:
    return command.main(
        ["gate", "--corpus", str(folder / "corpus"), "--data", str(folder / "data"), "--out", str(folder / "new.json"),
         "--baseline", str(folder / "baseline.json"), *more]
    )  # fmt: skip


def test_the_gate_opens_over_a_baseline_and_shuts_on_a_step_back(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert ran(folder) == 1
    assert "there is no baseline" in capsys.readouterr().out
    made = json.loads((folder / "new.json").read_text("utf-8"))
    assert (made["determinism"]["hits"], made["determinism"]["total"]) == (2, 2)
    assert made["twins"]["rates"]["delete"] == {"hits": 2, "total": 2}
    (folder / "baseline.json").write_text(written(made, "first"), "utf-8")
    assert ran(folder) == 0
    told = capsys.readouterr()
    assert "the gate is open" in told.out
    assert "twins of cases 2 of 2" in told.err

    source = folder / "corpus" / "sources" / "lighthouse.txt"
    source.write_text(TEXT + "三、附则\n联合申报单位不超过 5 家，公示9个工作日。\n", "utf-8")
    cases = folder / "cases" / "own.jsonl"
    cases.write_text(json.dumps(CASE | {"must_include": [["6家"]]}, ensure_ascii=False) + "\n", "utf-8")
    assert ran(folder) == 1
    assert "missing: b the case is gone" in capsys.readouterr().out


def row(case: str = "a", **more: Any) -> Row:
    usual: dict[str, Any] = {"kind": "delete", "case": case, "question": "?", "change": "x", "follows": True}
    return Row(**usual | more)


def report_of(*rows: Row) -> Twins:
    return Twins(len(rows), len(rows), rows, len(rows))


@pytest.fixture
def made(folder: Path) -> dict[str, Any]:
    ran(folder, "--sample", "1")
    loaded: dict[str, Any] = json.loads((folder / "new.json").read_text("utf-8"))
    return loaded


def against(made: dict[str, Any], before: Twins, now: Twins) -> tuple[list[str], tuple[str, ...]]:
    base = json.loads(written(made | {"twins": before.fields()}, "why"))
    outcome = gate.judged(made, now, Repeated(1, ()), base, compare(base, made))
    return [words for check in outcome.checks for words in check.against], outcome.notes


def test_a_twin_with_more_leave_shuts_the_gate_once(made: dict[str, Any]) -> None:
    wrong = row(follows=False, false_permit=True, why="yes by: 可以")
    assert against(made, report_of(row()), report_of(wrong))[0][0] == "delete a x: yes by: 可以"
    assert not [a for a in against(made, report_of(wrong), report_of(wrong))[0] if "delete a" in a]


def test_twins_that_miss_now_are_named_and_stop_only_in_number(made: dict[str, Any]) -> None:
    many = [row(str(n)) for n in range(40)]
    one = [row("0", follows=False), *many[1:]]
    found, notes = against(made, report_of(*many), report_of(*one))
    assert (found, notes[0]) == ([], "twin misses, and not in the baseline: delete 0 x")
    four = [row(str(n), follows=n > 2) for n in range(40)]
    assert against(made, report_of(*many), report_of(*four))[0] == ["edit follow: 100.0% -> 92.5%"]


def test_a_twin_that_crashed_shuts_the_gate(made: dict[str, Any]) -> None:
    assert against(made, report_of(row()), report_of(row(crashed="KeyError: x")))[0] == ["delete a x: KeyError: x"]


def test_a_measure_that_falls_shuts_the_gate(made: dict[str, Any]) -> None:
    def with_value(value: float, total: int) -> dict[str, Any]:
        measures = made["figures"]["measures"]
        fallen = {**measures, "ndcg@10": {**measures["ndcg@10"], "value": value, "total": total}}
        return {**made, "figures": {**made["figures"], "measures": fallen}}

    def stopped(before: dict[str, Any], now: dict[str, Any]) -> bool:
        outcome = gate.judged(now, report_of(), Repeated(1, ()), before, compare(before, now))
        return any("nDCG" in words for check in outcome.checks for words in check.against)

    assert stopped(with_value(0.9, 60), with_value(0.87, 60))
    assert not stopped(with_value(0.9, 60), with_value(0.89, 60))
    assert not stopped(with_value(0.9, 40), with_value(0.5, 40))


def test_only_equal_replies_are_the_same() -> None:
    same, other = {"a": {"answer": "5家"}, "b": {"answer": "x"}}, {"a": {"answer": "5家"}, "b": {"answer": "y"}}
    assert differing(["a", "b"], [same, same]) == ()
    assert differing(["a", "b", "c"], [same, other]) == ("b", "c")


def test_a_choice_is_proportional_and_rests_on_the_words_alone(make_case: Callable[..., Case]) -> None:
    cases = [make_case(id=f"n{n}", kind="number") for n in range(12)] + [
        make_case(id=f"d{n}", kind="date") for n in range(4)
    ]
    chosen = stratified(cases, 4)
    assert [case.kind for case in chosen].count("number") == 3
    assert [case.id for case in stratified(cases[::-1], 4)] == [case.id for case in chosen][::-1]
    assert stratified(cases, 99) == cases
    assert stratified([], 3) == []


def test_a_changed_document_names_its_cases(folder: Path, make_case: Callable[..., Case]) -> None:
    cases = [make_case(id="a", gold=(Gold("lighthouse", "联合申报单位不超过5家"),)),
             make_case(id="b", gold=(Gold("lighthouse", "公示5个工作日"),)), make_case(id="c", gold=())]  # fmt: skip

    def now(text: str) -> dict[str, dict[str, str]]:
        from datetime import date

        from evals.sources import load_sources

        (folder / "corpus" / "sources" / "lighthouse.txt").write_text(text, "utf-8")
        held: Sources = load_sources(folder / "corpus" / "sources")
        return digests(cases, Held(Workshop(folder / "corpus", date(2026, 11, 20)).plain.guidelines, held))

    before = now(TEXT)
    assert set(before) == {"a", "b"}
    assert list(touched(before, now(TEXT.replace("灯塔", "灯台")))) == []
    after = now(TEXT.replace("5个工作日", "5个工作日，遇节假日顺延"))
    (place,) = before["b"]
    assert list(touched(before, after)) == [Touched("b", f"{place} reads otherwise")]
    assert unrecorded({"a": before["a"]}, before) == ("b",)


def test_touched_records_what_is_accepted(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    options = ["touched", "--corpus", str(folder / "corpus"), "--record", str(folder / "clauses.json")]
    assert command.main(options) == 1
    assert command.main([*options, "--accept"]) == 0
    assert command.main(options) == 0
    assert "0 cases rest on clauses that changed, 0 are new, 0 are gone" in capsys.readouterr().out
    (folder / "clauses.json").write_text("[1]", "utf-8")
    assert command.main(options) == 2


def test_the_balance_shows_kinds_against_documents(make_case: Callable[..., Case]) -> None:
    cases = [make_case(id="a"), make_case(id="b", gold=()), make_case(id="c", kind="date")]
    told = "\n".join(balance.lines(cases))
    assert "number             1     1     2" in told
    assert "families: 1, the largest 3 cases" in told


@pytest.mark.parametrize(("step", "told"), [("frame", "figure or date is asked for   1.000   2 of 2"),
                                            ("retrieve", "recall@1                      1.000   2 of 2"),
                                            ("decide", "rests on gold                 1.000   2 of 2")])  # fmt: skip
def test_a_step_alone(folder: Path, capsys: pytest.CaptureFixture[str], step: str, told: str) -> None:
    assert (
        command.main(["run", "--step", step, "--corpus", str(folder / "corpus"), "--data", str(folder / "data")]) == 0
    )
    assert told in capsys.readouterr().out
