from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from evals import __main__ as command
from evals.asking import from_lines, request
from evals.cases import Case, Turn
from evals.compare import compare
from evals.compare_told import lines
from evals.errors import EvalError
from evals.reply import Reply
from evals.sources import Sources, load_sources, source
from evals.table import printable

CASE: dict[str, Any] = {
    "id": "a", "question": "企业要注册满几年？", "lang": "zh", "asker": "caller", "kind": "number", "family": "age",
    "programmes": [], "history": [], "verdict": None, "verdict_alt": [], "must_include": [["3年"]],
    "must_not_include": [], "gold": [{"document": "rules", "quote": "不少于 3 年"}], "note": "",
}  # fmt: skip
GOOD: dict[str, Any] = {
    "id": "a", "answer": "3年", "verdict": None, "abstained": False,
    "citations": [{"document": "rules", "source_quote": "不少于\n 3 年"}],
}  # fmt: skip


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "corpus" / "sources").mkdir(parents=True)
    (tmp_path / "corpus" / "sources" / "rules.txt").write_text("企业注册时间不少于\n 3 年。\n", "utf-8")
    (tmp_path / "cases").mkdir()
    write(tmp_path / "cases" / "own-x.jsonl", [CASE, CASE | {"id": "b", "verdict": "no"}])
    monkeypatch.setattr(command, "CASES", tmp_path / "cases")
    return tmp_path


def write(path: Path, rows: list[dict[str, Any]]) -> Path:
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), "utf-8")
    return path


def run(folder: Path, rows: list[dict[str, Any]], *more: str) -> tuple[int, dict[str, Any]]:
    answers, out = write(folder / "answers.jsonl", rows), folder / "report.json"
    code = command.main(
        ["run", "--corpus", str(folder / "corpus"), "--answers", str(answers), "--out", str(out), *more]
    )
    return code, json.loads(out.read_text("utf-8")) if out.exists() else {}


def test_a_run_counts_each_state_apart(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, report = run(folder, [GOOD])
    assert code == 1
    assert [case["status"] for case in report["cases"]] == ["passed", "unanswered"]
    assert report["figures"]["pass_rate"] == {"hits": 1, "total": 1}
    assert (
        "1/1 100.0% passed of those scored, 2 cases in all; 0 failed, 1 without an answer, 0 not scored"
        in capsys.readouterr().out
    )


def test_the_filter_and_the_suite_choose(folder: Path) -> None:
    assert run(folder, [GOOD], "--filter", "age")[1]["figures"]["cases"] == 2
    assert run(folder, [GOOD], "--filter", "b")[0] == 1
    assert run(folder, [GOOD], "--filter", "none of these")[0] == 2
    assert run(folder, [GOOD], "--suite", "own")[0] == 1
    assert run(folder, [GOOD], "--suite", "other")[0] == 2


def test_a_run_is_the_same_twice(folder: Path) -> None:
    first, second = (run(folder, [GOOD, GOOD | {"id": "b", "verdict": "no"}])[1] for _ in range(2))
    for report in (first, second):
        del report["made"], report["seconds"]
    assert first == second


def test_compare_names_every_kind_of_step_back(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    right = GOOD | {"id": "b", "verdict": "no"}
    _, base = run(folder, [GOOD, right])
    assert not compare(base, base).stops

    _, permit = run(folder, [GOOD, right | {"verdict": "yes"}])
    found = compare(base, permit)
    assert [change.id for change in found.broke] == [change.id for change in found.permits] == ["b"]
    assert next(lines(found, base, permit)) == "pass -> fail: 1"

    _, quote = run(folder, [GOOD | {"citations": [{"document": "rules", "source_quote": "不少于5年"}]}, right])
    assert [change.id for change in compare(base, quote).quotes] == ["a"]
    assert compare(base, quote).stops

    _, silent = run(folder, [GOOD])
    assert [change.what for change in compare(base, silent).missing] == ["unanswered: there is no reply to this case"]
    gone = base | {"cases": base["cases"][:1]}
    assert [change.what for change in compare(base, gone).missing] == ["the case is gone"]

    _, hedge = run(folder, [GOOD, right | {"verdict": "conditional"}])
    assert [change.what for change in compare(base, hedge).permits] == ["conditional for no"]

    _, worse = run(folder, [GOOD | {"answer": "4年"}, right])
    assert [change.id for change in compare(base, worse).broke] == ["a"]
    assert not compare(base, worse).stops
    assert [change.id for change in compare(worse, base).mended] == ["a"]


def test_compare_ends_with_1_where_it_must_stop(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(folder, [GOOD, GOOD | {"id": "b", "verdict": "no"}])
    base = (folder / "report.json").rename(folder / "base.json")
    run(folder, [GOOD, GOOD | {"id": "b", "verdict": "yes"}])
    assert command.main(["compare", str(base), str(folder / "report.json")]) == 1
    assert command.main(["compare", str(base), str(base)]) == 0
    assert command.main(["compare", str(base), str(folder / "lost.json")]) == 2
    assert "There is no report" in capsys.readouterr().err


def test_broken_replies_are_no_answers() -> None:
    rows = [{"id": "a", "error": "busy"}, {"id": "b", "answer": ""}, {"id": "c", "answer": "x", "citations": "y"}]
    heard = from_lines(json.dumps(row) for row in rows)
    assert heard["a"].reply == Reply(error="busy")
    assert heard["b"].reply is None
    assert heard["b"].reason == "The reply has no answer text."
    assert heard["c"].reason == "The citations must be a list."
    with pytest.raises(EvalError, match="Line 2 of the answers has no id"):
        from_lines(['{"id": "a", "answer": "x"}', "{}"])
    with pytest.raises(EvalError, match="hold a twice"):
        from_lines(['{"id": "a", "answer": "x"}'] * 2)


def test_a_request_holds_nothing_but_the_question(make_case: Callable[..., Case]) -> None:
    asked = request(make_case(history=(Turn("user", "你好"),)))
    assert asked == {"id": "t-1", "question": "企业要注册满几年？", "history": [{"role": "user", "content": "你好"}]}


def test_sources_decode_as_received(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes("一\r\n二".encode("gb18030"))
    (tmp_path / "b.txt").write_bytes("\ufeff三".encode())
    held = load_sources(tmp_path)
    assert [held.by_id[name].text for name in ("a", "b")] == ["一\r\n二", "三"]
    with pytest.raises(EvalError, match="There is no folder"):
        load_sources(tmp_path / "lost")


def test_a_terminal_is_never_obeyed() -> None:
    assert printable("a\x1b[31m\u202eb\nc") == "a[31mb c"


def test_gold_may_run_over_a_page_break_and_a_quote_may_not() -> None:
    text = "联合成员\n单位\n- 1 -\n\n\x0c某某协会\n共同申报，不少于3家。"
    held = Sources({"a": source("a", text)})
    assert held.gold_spans("成员单位共同申报", "a") == ((2, 17),)
    assert held.gold_spans("成员单位申报", "a") == ()
    assert held.gold_spans("不少于3家", "a") == ((18, 23),)
    assert held.gold_spans("成员单位不共同申报", "a") == ()
    assert held.holding("成员单位共同申报") == ()
