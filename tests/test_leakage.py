"""No wording of a question stands in code or data: own questions always, others by SAMPLE_QUESTIONS=FILE."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from evals import notices
from evals.__main__ import main
from evals.errors import EvalError
from evals.leakage import Asked, Leak, asked_in, held_in, known_in, leaks, search, windows

ROOT = Path(__file__).resolve().parents[1]
SAMPLE = os.environ.get("SAMPLE_QUESTIONS", "")
FILES = [*sorted((ROOT / "evals" / "cases").glob("*.jsonl")), *notices.question_files()]


def test_no_own_question_is_in_code_or_data() -> None:
    assert search(FILES, ROOT) == ()


def test_nor_is_a_sample_that_is_not_committed() -> None:
    assert search([Path(SAMPLE)] if SAMPLE else [], ROOT) == ()


def project(folder: Path, words: str) -> Path:
    """A project whose only data are those words, and whose only source says something else."""
    (folder / "assistant").mkdir()
    (folder / "corpus" / "sources").mkdir(parents=True)
    (folder / "app.py").write_text("", encoding="utf-8")
    (folder / "assistant" / "words.toml").write_text(words, encoding="utf-8")
    (folder / "corpus" / "sources" / "a.txt").write_text("灯塔联合申报单位\n不超过三家。", encoding="utf-8")
    (folder / "corpus" / "catalogue.toml").write_text(
        '[[document]]\nfile = "a.txt"\n[[programme]]\nid = "a"\ndocument = "a"\nnames = ["灯塔航标守护者计划"]\n',
        encoding="utf-8",
    )
    return folder


def found(folder: Path, words: str, *questions: str) -> list[tuple[str, str]]:
    home = project(folder, words)
    held = held_in([home / "assistant" / "words.toml"], home)
    asked = [Asked(f"q{n}", text) for n, text in enumerate(questions)]
    return [(leak.id, leak.run) for leak in leaks(asked, held, known_in(home / "corpus"))]


def test_a_run_of_seven_is_found_and_six_are_not(tmp_path: Path) -> None:
    assert found(tmp_path, 'ask = ["灯光几点钟才亮"]', "请问灯光几点钟才亮？", "请问灯光几点钟亮？") == [
        ("q0", "灯光几点钟才亮")
    ]


def test_marks_spaces_width_and_case_hide_nothing(tmp_path: Path) -> None:
    words = 'ask = ["灯光 ３ 点钟，才亮 A", "please tell me when the light is on"]'
    asked = ("灯光3点钟才亮a吗", "Please tell me: when the LIGHT is on?", "tell me when the light is")
    assert found(tmp_path, words, *asked) == [
        ("q0", "灯光3点钟才亮a"),
        ("q1", "please tell me when the light is on"),
    ]


def test_words_of_two_strings_are_no_run(tmp_path: Path) -> None:
    assert found(tmp_path, 'ask = ["灯光几点", "钟才亮"]', "灯光几点钟才亮？") == []


def test_sources_and_names_of_programmes_may_be_shared(tmp_path: Path) -> None:
    words = 'doc = ["联合申报单位不超过三家", "灯塔航标守护者计划", "灯塔航标守护者计划要几人"]'
    asked = ("联合申报单位不超过三家？", "灯塔航标守护者计划？", "灯塔航标守护者计划要几人？")
    assert found(tmp_path, words, *asked) == [("q2", "标守护者计划要几人")]


def test_what_a_kind_of_unit_is_called_may_be_shared(tmp_path: Path) -> None:
    words = 'zh = ["本科层次职业院校", "本科层次的职业院校"]'
    assert found(tmp_path, words, "本科层次职业院校？", "本科层次的职业院校？") == [("q1", "本科层次的职业院校")]


def test_the_command_says_where(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    lines = tmp_path / "q.jsonl"
    lines.write_text('{"id": "a", "question": "No run of seven words of this is anywhere else, not one."}\n', "utf-8")
    assert main(["leakage", str(lines)]) == 0
    assert capsys.readouterr().out.endswith("0 runs of 7 or more of questions stand in code or data and in no source\n")
    turns = '"history": [{"role": "user", "content": "From a question to a verified answer, in named steps"}]'
    lines.write_text(f'{{"id": "b", "question": "？", {turns}}}\n', "utf-8")
    assert search([lines], ROOT) == (
        Leak("b", "from a question to a verified answer in named steps", "assistant/answering/engine.py"),
    )
    assert main(["leakage", str(lines)]) == 1


@pytest.mark.parametrize("line", ["{", "[]", '{"id": "a"}', '{"id": "a", "question": "？", "history": [1]}'])
def test_what_is_no_question_is_one_sentence(tmp_path: Path, line: str) -> None:
    lines = tmp_path / "q.jsonl"
    lines.write_text(line, "utf-8")
    with pytest.raises(EvalError, match=r"q\.jsonl:1: this is no question with an id"):
        asked_in(lines)


def test_a_short_text_has_no_window() -> None:
    assert list(windows("联合申报单位")) == []
    assert list(windows("联合申报单位：几家")) == [tuple("联合申报单位几"), tuple("合申报单位几家")]
