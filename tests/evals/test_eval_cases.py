from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from evals.cases import load_cases, parse
from evals.errors import CaseError
from evals.sources import Sources

GOOD: dict[str, Any] = {
    "id": "t-1", "question": "满几年？", "lang": "zh", "asker": "caller", "kind": "number", "family": "age",
    "programmes": ["p"], "history": [{"role": "user", "content": "你好"}], "verdict": "no",
    "verdict_alt": ["conditional"], "must_include": [["3年"]], "must_not_include": [],
    "gold": [{"document": "rules", "quote": "不少于3年"}], "note": "",
}  # fmt: skip


def lines(path: Path, *cases: dict[str, Any]) -> Path:
    path.write_text("".join(json.dumps(case, ensure_ascii=False) + "\n" for case in cases), "utf-8")
    return path


def test_a_good_file_loads_in_order(tmp_path: Path, sources: Sources) -> None:
    path = lines(tmp_path / "blind-x.jsonl", GOOD, GOOD | {"id": "t-2", "verdict": None})
    first, second = load_cases([path], sources)
    assert (first.id, second.id, first.suite) == ("t-1", "t-2", "blind-x")
    assert first.accepted == {"no", "conditional"}
    assert not first.silent
    assert first.history[0].content == "你好"


def test_duplicate_ids_are_refused_across_files(tmp_path: Path, sources: Sources) -> None:
    files = [lines(tmp_path / "a.jsonl", GOOD), lines(tmp_path / "b.jsonl", GOOD)]
    with pytest.raises(CaseError, match=r"^b\.jsonl:1: the id t-1 is already used at a\.jsonl:1\.$"):
        load_cases(files, sources)


@pytest.mark.parametrize(
    ("gold", "says"),
    [
        ({"document": "rules", "quote": "不少于5年"}, "does not stand in rules"),
        ({"document": "other", "quote": "不少于3年"}, "does not stand in other"),
        ({"document": "lost", "quote": "不少于3年"}, "names the document lost"),
    ],
)
def test_gold_must_stand_in_its_document(tmp_path: Path, sources: Sources, gold: dict[str, str], says: str) -> None:
    with pytest.raises(CaseError, match=says):
        load_cases([lines(tmp_path / "a.jsonl", GOOD | {"gold": [gold]})], sources)


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({"verdct": "no"}, "x:1: unknown key verdct."),
        ({"kind": "riddle"}, "x:1: kind must be one of fact, "),
        ({"verdict": "maybe"}, "x:1: verdict must be "),
        ({"verdict_alt": ["maybe"]}, "x:1: verdict_alt must be "),
        ({"must_include": [[]]}, "x:1: must_include must be "),
        ({"must_include": ["3年"]}, "x:1: must_include must be "),
        ({"gold": [{"quote": "a"}]}, "x:1: gold must be "),
        ({"history": [{"role": "system", "content": "a"}]}, "x:1: history must be "),
        ({"question": " "}, "x:1: question must be "),
        ({"lang": ["zh"]}, "x:1: lang must be "),
    ],
)
def test_each_mistake_is_one_sentence(changes: dict[str, Any], says: str) -> None:
    with pytest.raises(CaseError) as caught:
        parse(json.dumps(GOOD | changes), "x:1")
    assert str(caught.value).startswith(says)
    assert "\n" not in str(caught.value)


def test_missing_keys_and_no_json() -> None:
    with pytest.raises(CaseError, match="the key gold is missing"):
        parse(json.dumps({k: v for k, v in GOOD.items() if k != "gold"}), "x:1")
    with pytest.raises(CaseError, match="not valid JSON"):
        parse("{", "x:1")
    with pytest.raises(CaseError, match="must be a JSON object"):
        parse("[]", "x:1")


def test_the_digest_moves_with_what_is_expected_and_not_with_notes() -> None:
    usual = parse(json.dumps(GOOD), "x:1").digest
    assert parse(json.dumps(GOOD | {"note": "other"}), "x:1", "suite").digest == usual
    assert parse(json.dumps(GOOD | {"verdict": "yes"}), "x:1").digest != usual


def test_alternatives_of_gold_are_one(tmp_path: Path, sources: Sources) -> None:
    gold = [{"document": "rules", "quote": "不少于3年", "group": "age"}, {"document": "rules", "quote": "不超过5家"},
            {"document": "other", "quote": "满8年", "group": "age"}]  # fmt: skip
    (case,) = load_cases([lines(tmp_path / "a.jsonl", GOOD | {"gold": gold})], sources)
    assert [[one.quote for one in group] for group in case.gold_groups] == [["不少于3年", "满8年"], ["不超过5家"]]
    with pytest.raises(CaseError, match="gold must be a list of"):
        parse(json.dumps(GOOD | {"gold": [gold[0] | {"page": "1"}]}), "x:1")
