"""What is left out with a document, and the words of the others stay."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from evals.errors import EvalError
from evals.left_out import Left, cases_by_document, leave_out, lines, toml
from evals.metrics import Share
from evals.sources import Sources, source

CATALOGUE = """
[[document]]
file = "lamp.txt"
title = "灯塔指南"
issued = 2024-02-20
[[document]]
file = "harbour.txt"
title = "海港指南"
[[programme]]
id = "lamp"
document = "lamp"
names = ["灯塔计划", "灯计"]
names_en = ["Lamp"]
[[programme]]
id = "harbour"
document = "harbour"
names = ["海港联盟", "海盟"]
[[programme]]
id = "elsewhere"
held = false
names = ["别处", "他处"]
"""
SOURCES = Sources(
    {"lamp": source("lamp", "灯塔须点 亮三年。\n公示5天。"), "harbour": source("harbour", "海港公示3天。")}
)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    data = tmp_path / "assistant"
    (data / "answering" / "data").mkdir(parents=True)
    (data / "programmes" / "data").mkdir(parents=True)
    (data / "answering" / "data" / "concepts.toml").write_text(
        '[a]\nask = ["点亮"]\ndoc = ["点亮", "公示", "无处"]\n', "utf-8"
    )
    (data / "answering" / "data" / "colloquial.toml").write_text('[b]\ndoc = ["须点"]\n', "utf-8")
    (data / "programmes" / "data" / "units.toml").write_text(
        '[kinds]\nlamp = { parents = [], zh = ["灯塔", "塔须"], en = ["lamp"] }\n', "utf-8"
    )
    corpus = tmp_path / "corpus"
    (corpus / "corrections").mkdir(parents=True)
    (corpus / "programmes").mkdir()
    for name in ("lamp", "harbour"):
        (corpus / "corrections" / f"{name}.toml").write_text("", "utf-8")
        (corpus / "programmes" / f"{name}.toml").write_text("", "utf-8")
    (corpus / "catalogue.toml").write_text(CATALOGUE, "utf-8")
    return tmp_path


def read(path: Path) -> dict[str, object]:
    return tomllib.loads(path.read_text("utf-8"))


def test_what_was_reviewed_for_one_document_goes_and_no_word(project: Path) -> None:
    assert leave_out(project, "lamp", SOURCES, words=False) == ()
    catalogue = read(project / "corpus" / "catalogue.toml")
    assert catalogue["document"] == [{"file": "lamp.txt"}, {"file": "harbour.txt", "title": "海港指南"}]
    assert catalogue["programme"] == [
        {"id": "lamp", "document": "lamp", "names": ["灯塔计划"]},
        {"id": "harbour", "document": "harbour", "names": ["海港联盟", "海盟"]},
        {"id": "elsewhere", "held": False, "names": ["别处", "他处"]},
    ]
    left = sorted(p.relative_to(project / "corpus").as_posix() for p in (project / "corpus").rglob("*/*.toml"))
    assert left == ["corrections/harbour.toml", "programmes/harbour.toml"]
    assert "须点" in (project / "assistant/answering/data/colloquial.toml").read_text("utf-8")


def test_its_own_words_go_and_shared_and_asked_ones_stay(project: Path) -> None:
    assert leave_out(project, "lamp", SOURCES) == ("点亮", "须点", "塔须")
    data = project / "assistant" / "answering" / "data"
    assert read(data / "concepts.toml") == {"a": {"ask": ["点亮"], "doc": ["公示", "无处"]}}
    assert read(data / "colloquial.toml") == {"b": {"doc": []}}
    assert read(project / "assistant/programmes/data/units.toml") == {
        "kinds": {"lamp": {"parents": [], "zh": ["灯塔"], "en": ["lamp"]}}
    }


def test_a_document_that_is_not_there_is_one_sentence(project: Path) -> None:
    with pytest.raises(EvalError, match=r"^There is no document nope in the corpus\.$"):
        leave_out(project, "nope", SOURCES)


def test_tables_are_written_as_they_were_read() -> None:
    tables = tomllib.loads(CATALOGUE)
    assert tomllib.loads(toml(tables)) == tables


def test_a_case_belongs_to_the_document_of_its_gold_or_programme(project: Path) -> None:
    usual = '"lang": "zh", "asker": "caller", "family": "f", "history": [], "verdict_alt": [], "note": "", '
    usual += '"must_include": [], "must_not_include": []'
    path = project / "cases.jsonl"
    gold = '[{"document": "lamp", "quote": "公示5天"}]'
    both = '[{"document": "lamp", "quote": "公示5天"}, {"document": "harbour", "quote": "公示3天"}]'
    rows = [("a", "fact", "null", "[]", gold), ("b", "unanswerable", '"not_specified"', '["harbour"]', "[]"),
            ("c", "fact", "null", "[]", both), ("d", "not_held", "null", '["elsewhere"]', "[]")]  # fmt: skip
    path.write_text("".join(
        f'{{"id": "{i}", "question": "？问", "kind": "{k}", "verdict": {v}, "programmes": {p}, "gold": {g}, {usual}}}\n'
        for i, k, v, p, g in rows), "utf-8")  # fmt: skip
    assert cases_by_document([path], project, SOURCES) == {"harbour": ["b"], "lamp": ["a"]}


def test_the_lines_show_all_three_scores() -> None:
    left = Left("lamp", ("点亮",), Share(4, 5), Share(3, 5), Share(2, 5), 1, ("a", "b"))
    assert [" ".join(line.split()) for line in lines([left])] == [
        "lamp 4/5 80.0% unreviewed 3/5 60.0% and without its 1 words 2/5 40.0% 1 false permits",
        "only with lamp: a, b",
        "words: 点亮",
    ]
