"""Intervals worked out by hand, and what two reports side by side must stop."""

from __future__ import annotations

import json
from itertools import product
from math import comb
from pathlib import Path
from typing import Any

import pytest

from evals import __main__ as command
from evals.baseline import refusal, written
from evals.cases import load_cases
from evals.compare import compare, load
from evals.compare_told import drop_line, lines
from evals.estimates import Estimate, Interval, clustered, wilson
from evals.running import FORMAT
from evals.sources import load_sources

PASS, FAIL = {"result": "pass", "reason": ""}, {"result": "fail", "reason": "missing: 3年"}


def case(number: int, passed: bool = True, **changes: Any) -> dict[str, Any]:
    usual = {
        "id": f"c{number}", "digest": f"d{number}", "suite": "own", "kind": "number", "lang": "zh",
        "family": f"f{number}", "question": "?", "status": "passed" if passed else "failed", "reason": "",
        "permit": "", "marks": {"facts": PASS if passed else FAIL}, "got": {"answer": "3年", "verdict": None},
    }  # fmt: skip
    return usual | changes


def report(*cases: dict[str, Any]) -> dict[str, Any]:
    figures = {"passed": sum(c["status"] == "passed" for c in cases), "cases": len(cases)}
    return {
        "format": FORMAT,
        "today": "2026-11-20",
        "digests": {"corpus": "a"},
        "figures": figures,
        "cases": list(cases),
    }


def twenty(lost: int, family: str = "") -> dict[str, Any]:
    """Twenty cases of which the first `lost` fail, all in one family where it is named."""
    return report(*(case(n, n >= lost, **({"family": family} if family and n < 4 else {})) for n in range(20)))


@pytest.mark.parametrize(
    ("hits", "total", "low", "high"),
    [(8, 10, 0.4902, 0.9433), (0, 10, 0.0, 0.2775), (10, 10, 0.7225, 1.0)],
)
def test_wilson_as_published(hits: int, total: int, low: float, high: float) -> None:
    assert wilson(hits, total) == Interval(pytest.approx(low, abs=1e-4), pytest.approx(high, abs=1e-4))


def test_wilson_solves_its_own_equation() -> None:
    """At both ends the share seen lies 1.96 standard errors of that end away."""
    found = wilson(3, 17)
    assert found
    for end in (found.low, found.high):
        assert abs(3 / 17 - end) == pytest.approx(1.959964 * (end * (1 - end) / 17) ** 0.5)
    assert wilson(0, 0) is None


def test_two_families_are_drawn_in_four_ways() -> None:
    assert clustered({"a": [(1, 1)], "b": [(0, 1)]}) == Estimate(0.5, Interval(0, 1), 2, 2)
    assert clustered({"a": [(1, 1)] * 3, "b": [(0, 1)]}) == Estimate(0.75, Interval(0, 1), 4, 2)
    assert clustered({"a": [(2, 3)], "b": [(0, 1)]}) == Estimate(0.5, Interval(0, 2 / 3), 2, 2)
    assert clustered({"a": [(1, 1)], "b": [(1, 1)]}) == Estimate(1, Interval(1, 1), 2, 2)
    assert clustered({"a": [(1, 1), (0, 1)]}) == Estimate(0.5, None, 2, 1)
    assert clustered({"a": []}) is None


def test_the_interval_is_that_of_all_draws() -> None:
    """Four families of unequal size: all 4^4 draws, weighed alike, give the quantiles that the bootstrap nears."""
    families = {"a": [(1.0, 2.0), (1.0, 1.0)], "b": [(0.0, 1.0)], "c": [(1.0, 1.0), (0.0, 2.0)], "d": [(-1.0, 1.0)]}
    sizes = [(sum(t for t, _ in v), sum(n for _, n in v)) for v in families.values()]
    means = sorted(sum(t for t, _ in draw) / sum(n for _, n in draw) for draw in product(sizes, repeat=4))
    found = clustered(families)
    assert found
    assert found.interval
    near = (means[int(0.015 * 256)], means[int(0.035 * 256)], means[int(0.965 * 256)], means[int(0.985 * 256)])
    assert near[0] <= found.interval.low <= near[1]
    assert near[2] <= found.interval.high <= near[3]


@pytest.mark.parametrize(("lost", "low", "high"), [(3, 0, 6), (4, 1, 8)])
def test_single_cases_follow_the_binomial(lost: int, low: int, high: int) -> None:
    def below(k: int) -> float:
        return sum(comb(20, i) * (lost / 20) ** i * (1 - lost / 20) ** (20 - i) for i in range(k + 1))

    assert below(low - 1) < 0.025 <= below(low)
    assert below(high - 1) < 0.975 <= below(high)
    found = clustered({str(n): [(n < lost, 1)] for n in range(20)})
    assert found == Estimate(lost / 20, Interval(low / 20, high / 20), 20, 20)


def test_the_order_of_cases_and_families_changes_nothing() -> None:
    forth = {str(n): [(n % 3, 1), (n % 2, 1)] for n in range(9)}
    assert clustered(forth) == clustered({name: forth[name][::-1] for name in reversed(forth)})
    assert clustered(forth, seed=1) != clustered(forth, seed=2)


def test_a_drop_stops_when_it_is_significant_and_beyond_the_tolerance() -> None:
    base = twenty(0)
    assert not compare(base, twenty(1)).dropped
    assert not compare(base, twenty(3)).stops
    found = compare(base, twenty(4))
    assert found.drop == Estimate(0.2, Interval(0.05, 0.4), 20, 20)
    assert found.stops
    assert not compare(base, twenty(4), tolerance=0.2).stops
    assert not compare(twenty(4), base).stops
    assert not compare(twenty(4), twenty(4)).stops


def test_four_lost_in_one_family_are_one_thing_lost() -> None:
    found = compare(twenty(0, "one"), twenty(4, "one"))
    assert found.drop
    assert found.drop.families == 17
    assert found.drop.mean == 0.2
    assert not found.dropped


def test_what_is_won_makes_up_for_what_is_lost() -> None:
    base, new = report(*(case(n, n >= 4) for n in range(20))), report(*(case(n, n < 16) for n in range(20)))
    found = compare(base, new)
    assert (len(found.broke), len(found.mended)) == (4, 4)
    assert found.drop
    assert found.drop.mean == 0


def test_a_case_in_other_words_is_named_and_not_paired() -> None:
    permit = case(1, False, digest="other", permit="yes for no")
    found = compare(report(case(0), case(1, permit="yes for no")), report(case(0), permit))
    assert [change.id for change in found.regraded] == ["c1"]
    assert not found.broke
    assert [change.id for change in found.permits] == ["c1"]
    assert found.drop
    assert found.drop.count == 1


def test_a_false_permit_is_new_when_it_is_graver_than_before() -> None:
    def permits(before: str, now: str) -> int:
        return len(compare(report(case(0, False, permit=before)), report(case(0, False, permit=now))).permits)

    assert permits("", "conditional for no") == permits("conditional for no", "yes for no") == 1
    assert permits("", "no for yes, a duty waived") == 1
    assert permits("yes for no", "yes for no") == permits("yes for no", "conditional for no") == 0
    assert permits("yes for no", "") == 0


def test_other_words_with_the_same_result_are_told() -> None:
    found = compare(report(case(0)), report(case(0, got={"answer": "三年", "verdict": None})))
    assert [change.what for change in found.reworded] == ["3年 -> 三年"]
    assert not found.stops


def test_the_lines_say_the_worst_first() -> None:
    base = twenty(0)
    new = twenty(4)
    told = list(lines(compare(base, new), base, new))
    assert told[0] == "pass -> fail: 4"
    assert told[1] == "  c0  facts: missing: 3年"
    assert told[-1] == (
        "lost less won: +20.00% of 20 cases in both, 95% +5.00% to +40.00% over 20 families; "
        "SIGNIFICANT AND BEYOND the tolerance of 0.50%"
    )
    assert drop_line(compare(report(), report())) == "no case is scored in both"
    assert drop_line(compare(base, base)) == "no case lost and none won, of 20 in both"


ROW: dict[str, Any] = {
    "id": "a", "question": "企业要注册满几年？", "lang": "zh", "asker": "caller", "kind": "number", "family": "age",
    "programmes": [], "history": [], "verdict": None, "verdict_alt": [], "must_include": [["3年"]],
    "must_not_include": [], "gold": [{"document": "rules", "quote": "不少于3年"}], "note": "",
}  # fmt: skip
SAID = {"id": "a", "answer": "3年", "citations": [{"document": "rules", "source_quote": "不少于3年"}]}


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "corpus" / "sources").mkdir(parents=True)
    (tmp_path / "corpus" / "sources" / "rules.txt").write_text("企业注册时间不少于3年。\n", "utf-8")
    (tmp_path / "cases").mkdir()
    (tmp_path / "cases" / "own.jsonl").write_text(json.dumps(ROW, ensure_ascii=False) + "\n", "utf-8")
    monkeypatch.setattr(command, "CASES", tmp_path / "cases")
    return tmp_path


def ran(folder: Path, *more: dict[str, Any]) -> dict[str, Any]:
    (folder / "answers.jsonl").write_text("".join(json.dumps(row) + "\n" for row in (more or (SAID,))), "utf-8")
    command.main(["run", "--corpus", str(folder / "corpus"), "--answers", str(folder / "answers.jsonl"), "--quiet",
                  "--out", str(folder / "report.json")])  # fmt: skip
    made: dict[str, Any] = json.loads((folder / "report.json").read_text("utf-8"))
    return made


def blessed(folder: Path, report: dict[str, Any], *more: str) -> int:
    (folder / "report.json").write_text(json.dumps(report), "utf-8")
    return command.main(["bless", str(folder / "report.json"), "--corpus", str(folder / "corpus"),
                         "--baseline", str(folder / "baseline.json"), *more])  # fmt: skip


def test_only_a_reason_and_a_yes_write_the_baseline(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    made = ran(folder) | {"asked": "in process"}
    for more in ((), ("--yes",), ("--reason", "first"), ("--yes", "--reason", " ")):
        assert blessed(folder, made, *more) == 1
        assert not (folder / "baseline.json").exists()
    assert "new cases: 1" in capsys.readouterr().out
    assert blessed(folder, made, "--yes", "--reason", "The first\none.") == 0
    held = load(folder / "baseline.json")
    assert held["reason"] == "The first one."
    assert not compare(held, made).stops
    assert not compare(held, made).reworded


def test_what_is_blessed_has_no_times_and_one_line_a_case(folder: Path) -> None:
    made = ran(folder)
    later = made | {"made": "2030-01-01T00:00:00Z", "seconds": 99, "figures": made["figures"] | {"latency": 7}}
    assert written(made, "why") == written(later, "why")
    rows = [line for line in written(made, "why").splitlines() if '"digest"' in line]
    assert len(rows) == 1
    assert json.loads(rows[0])["got"] == {"verdict": None, "answer": "3年"}
    assert '   "pass": {"value": 1.0, "hits": 1.0, "total": 1.0},' in written(made, "why").splitlines()
    assert json.loads(written(made, "why"))["figures"]["by_kind"] == {"number": {"hits": 1, "total": 1}}


def test_what_may_not_be_blessed(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    good = ran(folder) | {"asked": "in process"}
    own = load_cases([folder / "cases" / "own.jsonl"], load_sources(folder / "corpus" / "sources"))
    assert refusal(good, own, folder / "corpus") == ""
    assert refusal(good, own[:0], folder / "corpus").startswith("The report is not of all own cases")
    stale = good | {"digests": good["digests"] | {"code": "0"}}
    assert refusal(stale, own, folder / "corpus").startswith("Documents or code changed")
    assert refusal(good | {"asked": "answers file"}, own, folder / "corpus") == "The report is of another assistant."
    assert refusal(ran(folder, {"id": "a", "error": "busy"}) | {"asked": "in process"}, own, folder / "corpus") == (
        "1 cases are not scored, a first."
    )
    assert blessed(folder, stale, "--yes", "--reason", "x") == 2
    assert "run the cases again" in capsys.readouterr().err
    assert not (folder / "baseline.json").exists()


def test_the_tolerance_is_a_share(folder: Path) -> None:
    path = folder / "base.json"
    path.write_text(json.dumps(twenty(0)), "utf-8")
    (folder / "new.json").write_text(json.dumps(twenty(4)), "utf-8")
    assert command.main(["compare", str(path), str(folder / "new.json")]) == 1
    assert command.main(["compare", str(path), str(folder / "new.json"), "--tolerance", "0.3"]) == 0
    with pytest.raises(SystemExit):
        command.main(["compare", str(path), str(folder / "new.json"), "--tolerance", "3"])
