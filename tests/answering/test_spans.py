"""The shortest whole segments that carry a value and its condition."""

from __future__ import annotations

import pytest

from assistant.answering.sentences.passages import Passage
from assistant.answering.sentences.spans import around, segments, whole
from tests.programmes.fixtures import clause


def passage(text: str, start: int = 0, end: int | None = None) -> Passage:
    return Passage(clause(text), start, len(text) if end is None else end, frozenset(), "")


def parts(text: str) -> list[str]:
    return [text[s:e] for s, e in segments(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("甲，乙；丙。", ["甲，", "乙；", "丙。"]),
        ("甲（乙，丙），丁", ["甲（乙，丙），", "丁"]),
        ("《甲，乙》，“丙，丁”", ["《甲，乙》，", "“丙，丁”"]),
        ("甲）乙，丙", ["甲）乙，", "丙"]),
        ("甲", ["甲"]),
        ("", []),
    ],
)
def test_segments(text: str, expected: list[str]) -> None:
    assert parts(text) == expected
    assert "".join(parts(text)) == text


def around_value(text: str, value: str, *words: str, longest: int = 90) -> str:
    at = text.index(value)
    return around(passage(text), at, at + len(value), words, longest).text


def test_the_segment_that_holds_the_value() -> None:
    assert around_value("指南自发布之日起实施，公示5个工作日，由中心解释。", "5个工作日") == "公示5个工作日"


def test_it_grows_towards_the_words_asked_for() -> None:
    text = "企业须独立，成立2年以上，有办公场所。"
    assert around_value(text, "2年") == "成立2年以上"
    assert around_value(text, "2年", "独立") == "企业须独立，成立2年以上"
    assert around_value(text, "2年", "办公") == "成立2年以上，有办公场所"
    assert around_value(text, "2年", "宿舍") == "成立2年以上"


def test_it_stays_short() -> None:
    text = "企业须独立，" + "长" * 40 + "，成立2年以上。"
    assert around_value(text, "2年", "独立", longest=30) == "成立2年以上"


@pytest.mark.parametrize(
    "condition",
    [
        "经市教育局批准，",
        "如有必要，",
        "除特殊情况外，",
        "对符合条件的企业，",
        "审核通过后，",
        "经费充足的前提下，",
        "评估不合格的，",
    ],
)
def test_a_condition_in_front_is_kept(condition: str) -> None:
    text = f"本通知另有规定。{condition}可延长3年。"
    assert around_value(text, "3年") == f"{condition}可延长3年"


def test_a_value_over_several_segments() -> None:
    text = "部属高校不超过3个，共建高校不超过2个。"
    assert (
        around(passage(text), text.index("3个"), text.index("2个") + 2, ()).text
        == "部属高校不超过3个，共建高校不超过2个"
    )


def test_whole_drops_the_closing_mark_and_the_space_around_it() -> None:
    assert whole(passage("公示一周。")).text == "公示一周"
    assert whole(passage(" 公示一周；")).text == "公示一周"
    assert whole(passage("。")).text == "。"


def test_offsets_are_those_of_the_clause() -> None:
    text = "第一句。公示一周，无异议。"
    quote = around(passage(text, 4), 0, 4, ())
    assert (quote.start, quote.end, quote.text) == (4, 8, "公示一周")
