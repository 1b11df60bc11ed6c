"""Answers where a later notice amended an earlier one: the newer clause answers, the older is shown as superseded."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from types import SimpleNamespace
from typing import cast

import pytest

from assistant.answering.answer import Answer, Question
from assistant.answering.changes import Changes
from assistant.answering.engine import Engine
from assistant.answering.grounds.finding import Finding
from assistant.answering.question.frame import Frame
from assistant.guideline.quote import locate
from assistant.indexing import passages
from assistant.search.lexical import LexicalIndex
from tests.answering.built import WORDING
from tests.programmes.test_amending import BRIDGE, CHANGES, LAMP, change, texts

DAY = date(2025, 5, 20)  # after the first deadline and before the second
Asked = Callable[..., Answer]


def engine(at: Path, catalogue: str = "", **files: list[str]) -> Asked:
    held = texts(at, catalogue, **files)
    index = LexicalIndex.in_memory(passages(held.guidelines))

    def search(query: str, k: int) -> tuple[tuple[str, float], ...]:
        return tuple((hit.id, hit.score) for hit in index.search(query, k))

    made = Engine(
        held.guidelines, held.statements, search, WORDING, cards=held.cards, amendments=held.amendments
    )  # fmt: skip
    return lambda text, programme="": made.answer(Question(text, (), programme), DAY)


def shown(answer: Answer) -> list[tuple[str, str]]:
    return [(c.document, c.quote) for c in answer.citations]


COUNTS = [
    ("联合申报单位数量由不超过5家调整为不超过8家。", "联合申报单位数量由不超过5家调整为不超过8家"),
    ("联合申报单位不超过8家。", "联合申报单位不超过8家"),
    ("将“联合申报单位不超过5家”修改为“联合申报单位不超过8家”。", "联合申报单位不超过8家"),
    ("将第一条第（二）项中的“不超过5家”修改为“不超过8家”。", "不超过8家"),
]


@pytest.mark.parametrize(("line", "said"), COUNTS)
@pytest.mark.parametrize("name", ["a", "z"])
def test_the_newer_figure_answers_and_the_older_is_shown(tmp_path: Path, line: str, said: str, name: str) -> None:
    ask = engine(tmp_path, m=LAMP, **{name: change(line)})
    answer = ask("联合申报单位最多几家？")
    assert answer.answer == f"{said}。原规定“联合申报单位不超过5家”已被修改。"
    assert shown(answer) == [(name, said), ("m", "联合申报单位不超过5家")]
    assert answer.by_programme[0].citations == (1, 2)
    assert ask("9家联合申报单位可以吗？").verdict == "no"
    assert ask("6家联合申报单位可以吗？").verdict in ("yes", "not_specified")
    assert ask("牵头单位应为本科高校吗？").answer.count("原规定") == 0  # what was not changed is told as ever


@pytest.mark.parametrize(("line", "said"), COUNTS)
def test_asked_what_held_before_the_old_value_is_told_as_superseded(tmp_path: Path, line: str, said: str) -> None:
    ask = engine(tmp_path, m=LAMP, z=change(line))
    for text in ("修改前联合申报单位最多几家？", "联合申报单位原来最多几家？"):
        answer = ask(text)
        assert answer.answer == f"原规定“联合申报单位不超过5家”，已被修改；现为：{said}"
        assert shown(answer) == [("z", said), ("m", "联合申报单位不超过5家")]


def test_in_english(tmp_path: Path) -> None:
    ask = engine(tmp_path, m=LAMP, z=change("联合申报单位不超过8家。"))
    told = "联合申报单位不超过8家 (in English: at most 8). The earlier rule, “联合申报单位不超过5家”, has been amended."
    assert ask("How many joint units at most?").answer == told


@pytest.mark.parametrize(
    "line",
    [
        "申报截止时间由5月15日延长至6月20日。",
        "请于2025年6月20日前报送申报材料。",
        "第二条修改为：“请于2025年6月20日前报送。”",
    ],
)
def test_time_is_told_by_the_later_deadline(tmp_path: Path, line: str) -> None:
    assert engine(tmp_path, m=LAMP)("现在还能申报吗？").verdict == "no"
    ask = engine(tmp_path, m=LAMP, z=change(line))
    answer = ask("现在还能申报吗？")
    assert answer.verdict == "conditional"
    assert answer.answer.startswith("来得及：报送截止 2025-06-20，还在期内")
    assert answer.answer.endswith("已被修改。")
    assert [c.document for c in answer.citations] == ["z", "m"]


def test_an_extension_that_has_passed_too_is_passed(tmp_path: Path) -> None:
    ask = engine(tmp_path, m=LAMP, z=change("申报截止时间由5月15日延长至5月18日。"))
    assert ask("现在还能申报吗？").verdict == "no"


@pytest.mark.parametrize("line", ["牵头单位应为企业。", "将“本科高校”修改为“企业”。", "牵头单位由本科高校调整为企业。"])
def test_who_led_before_leads_no_more(tmp_path: Path, line: str) -> None:
    ask = engine(tmp_path, m=LAMP, z=change(line))
    piece = "“本科高校”" in line  # two words alone prove nothing of a role: then it is not specified, never a yes
    assert ask("本科高校可以牵头吗？").verdict == ("not_specified" if piece else "no")
    assert ask("企业可以牵头吗？").verdict == ("not_specified" if piece else "yes")
    assert "原规定“牵头单位应为本科高校”已被修改" in ask("谁可以牵头？").answer


@pytest.mark.parametrize("line", ["删去“申报材料须加盖公章”。", "删去第一条第（三）项。"])
def test_what_was_deleted_is_ruled_no_more(tmp_path: Path, line: str) -> None:
    ask = engine(tmp_path, m=LAMP, z=change(line))
    answer = ask("申报材料要加盖公章吗？")
    assert (answer.outcome, answer.verdict, answer.abstained) == ("not_specified", "not_specified", True)
    assert answer.answer.startswith("文件已无此规定：原规定“申报材料须加盖公章”已被删去。")
    assert answer.citations == ()
    assert answer.nearest is not None
    assert (answer.nearest.document, answer.nearest.quote) == ("z", line if "“" in line else "删去第一条第（三）项。")


def test_of_two_programmes_the_other_keeps_its_rule(tmp_path: Path) -> None:
    ask = engine(tmp_path, m=BRIDGE, z=change("石桥共同体的联合申报单位不超过8家。", title=BRIDGE[0]))
    assert shown(ask("石桥共同体的联合申报单位最多几家？")) == [
        ("z", "石桥共同体的联合申报单位不超过8家"),
        ("m", "联合申报单位不超过5家"),
    ]
    assert shown(ask("云帆学院的联合申报单位最多几家？")) == [("m", "联合申报单位不超过5家")]


def test_a_chain_answers_with_the_last_and_shows_the_one_before(tmp_path: Path) -> None:
    catalogue = '[[document]]\nfile = "b.txt"\namends = ["m"]\n[[document]]\nfile = "a.txt"\namends = ["b"]\n'
    last = change("联合申报单位数量由不超过8家调整为不超过10家。", day="2025年4月9日")
    ask = engine(tmp_path, catalogue, m=LAMP, b=change("联合申报单位不超过8家。"), a=last)
    answer = ask("联合申报单位最多几家？")
    assert [c.document for c in answer.citations] == ["a", "b"]
    assert answer.answer.endswith("调整为不超过10家。原规定“联合申报单位不超过8家”已被修改。")


def test_an_unrelated_later_notice_changes_no_answer(tmp_path: Path) -> None:
    other = [line.replace("灯塔实践基地", "海港实验室").replace("7号", "9号").replace("5家", "8家") for line in LAMP]
    ask = engine(tmp_path, m=LAMP, z=other)
    answer = ask("灯塔实践基地联合申报单位最多几家？")
    assert {c.document for c in answer.citations} == {"m"}
    assert "原规定" not in answer.answer


@pytest.mark.parametrize("line", [line for line, _, _ in CHANGES])
def test_whom_to_ask_stays(tmp_path: Path, line: str) -> None:
    ask = engine(tmp_path, m=LAMP, a=change(line, "联系人：李蓝，电话：0571-87654321。"))
    silent = ask("灯塔实践基地的评审专家有几位？")
    assert silent.contact == {"person": "王红", "phone": "0571-12345678"}


@pytest.mark.parametrize("line", [line for line, _, _ in CHANGES])
def test_words_that_fell_are_quoted_only_as_superseded(tmp_path: Path, line: str) -> None:
    """Whatever is asked, what fell stands in no quote but the last, which is marked so."""
    held = texts(tmp_path, m=LAMP, z=change(line))
    ask = engine(tmp_path, m=LAMP, z=change(line))
    fell = [a.fell.text for a in held.amendments]
    assert fell
    for text in (
        "联合申报单位最多几家？", "什么时候截止？", "谁可以牵头？", "要盖章吗？", "申报条件有哪些？", "材料怎么报送？",
        "5家联合申报单位可以吗？", "5月15日前报送可以吗？", "本科高校可以牵头吗？", "申报有什么要求？",
    ):  # fmt: skip
        answer = ask(text)
        quoted = [c.quote for c in answer.citations if c.document == "m"]
        if answer.answer.endswith("已被修改。") or answer.answer.startswith("原规定"):
            quoted = quoted[:-1]
        assert not [q for q in quoted for f in fell if f in q], (text, answer.answer)
        assert len(answer.citations) <= 6


@pytest.mark.parametrize(
    ("words", "left"),
    [
        ("申报材料于2025年5月15日前报送。材料一式2份，寄送至高教处。", "材料一式2份，寄送至高教处。"),
        ("各校组织申报，申报材料于2025年5月15日前报送。", "各校组织申报"),
        ("申报材料于2025年5月15日前报送。", "申报材料于"),  # nothing else is left of it
        ("2025年5月15日前", ""),
    ],
)
def test_what_fell_is_cut_out_of_a_quote_at_whole_segments(tmp_path: Path, words: str, left: str) -> None:
    text = "各校组织申报，申报材料于2025年5月15日前报送。材料一式2份，寄送至高教处。"
    held = texts(tmp_path, m=[*LAMP[:8], text, *LAMP[9:]], z=change("申报截止时间由5月15日延长至6月20日。"))
    clause = next(c for g in held.guidelines for c in g.clauses if c.text == text)
    made = Finding("m", "answered", None, words.rstrip("。"), (locate(clause, words),))
    frame = cast("Frame", SimpleNamespace(terms=()))
    settled = Changes(held.guidelines, held.amendments).settled(made, frame)
    assert [q.text for q in settled.quotes] == ([left] if left else [])
    assert (settled.said, settled.silent) == (left.rstrip("。"), not left)
