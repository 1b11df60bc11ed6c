"""One spelling for one thing, and the language of a question."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.answering.question.text import clean, language


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("ａｂｃ１２３％", "abc123%"),
        ("（２０００字）？", "(2000字)?"),
        ("㎡", "m2"),
        ("①", "1"),
        ("你\ud800好", "你好"),
        ("\udfff", ""),
        ("a\x00b\x1fc\x7fd", "a b c d"),
        ("\u200b牵头\ufeff单位", "牵头单位"),
        ("牵头\u2028单位", "牵头单位"),
        ("联合 申报\t单位\n不超过", "联合申报单位不超过"),
        ("产业 college 学院", "产业 college 学院"),
        ("第 1 条", "第 1 条"),
        ("SRDI   企业", "SRDI 企业"),
        ("  Can \u3000 we  ", "Can we"),
        ("「专精特新」『企业』", "“专精特新”“企业”"),
        ("爲什麽", "为什么"),
        ("", ""),
        ("   ", ""),
        ("😀", "😀"),
    ],
)
def test_clean(raw: str, expected: str) -> None:
    assert clean(raw) == expected


@given(st.text(max_size=60))
def test_clean_never_fails_and_is_stable(raw: str) -> None:
    once = clean(raw)
    assert clean(once) == once
    assert once == once.strip()
    once.encode("utf-8")


@given(st.text(alphabet=st.characters(categories=["Cs", "Cc", "Cf", "Lo"]), max_size=30))
def test_no_surrogate_or_control_character_is_left(raw: str) -> None:
    assert not any("\ud800" <= c <= "\udfff" or c < " " for c in clean(raw))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Can a company lead?", "en"),
        ("What is the deadline for 专精特新产业学院?", "en"),
        ("Who is the contact for the \"专精特新产业学院\"（学院）?", "en"),
        ("How many joint units may take part in 示范基地?", "en"),
        ("企业可以牵头吗？", "zh"),
        ("SRDI企业 can lead 吗", "zh"),
        ("word版和PDF版都要交吗", "zh"),
        ("rlzy@chinasme.org.cn 是谁的邮箱", "zh"),
        ("5", "zh"),
        ("", "zh"),
    ],
)  # fmt: skip
def test_language(text: str, expected: str) -> None:
    assert language(text) == expected


@pytest.mark.parametrize(
    "text", ["How many units may join?", "May companies join?", "Which companies may apply?", "Could schools join?"]
)
def test_short_english_questions(text: str) -> None:
    assert language(text) == "en"
