from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from assistant.drafting.count import Count, count, words

CHINESE = st.sampled_from("产教融合的一二〇，。、；：！？（）《》“”‘—…·％＋１Ａ①ｱか한𠮷")
OTHER = st.sampled_from("abzXY019.%-/+=&@#$*~°×αяéÅ≥")
SPACE = st.sampled_from(" \t\n\r\u3000\u00a0\u2003\u2028\x00\x1f")


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("", 0),
        (" \n\u3000\t", 0),
        ("产教融合", 4),
        ("你好，世界。", 6),
        ("98.6%", 1),
        ("2024-2026", 1),
        ("2024-2026年", 2),
        ("1,200人", 2),
        ("约1.5亿元", 4),
        ("“专精特新”企业", 8),
        ("——", 2),
        ("……", 2),
        ("2024—2026年", 4),
        ("2024–2026年", 2),
        ("张三·李四", 5),
        ("hello world", 2),
        ("don't stop", 2),
        ("don’t stop", 2),
        ("说‘好’", 4),
        ("5G+AI平台", 3),
        ("C/C++语言", 3),
        ("ＡＢＣ１２３", 6),
        ("①②", 2),
        ("か\u3099", 1),
        ("e\u0301a", 1),
        ("a\u200bb", 1),
        ("a\u3000b", 2),
        ("中\u200d国", 2),
        ("\U00020bb7野家", 3),
        ("😀😀", 2),
        ("👍🏽", 1),
        ("👨\u200d👩\u200d👧", 1),
        ("❤\ufe0f\u200d🔥", 1),
        ("\ud800", 1),
        ("\ud800\udfff", 1),
        ("中\udfff", 2),
        ("\u0301", 0),
    ],
)
def test_words_are_counted_as_word_counts_them(text: str, number: int) -> None:
    assert words(text) == number


def test_punctuation_and_characters_stand_beside() -> None:
    assert count("一、产教融合（2024-2026年），增长98.6%！\n") == Count(
        words=15, unpunctuated=10, characters=27, spaced=27
    )
    assert count("a - b，～\tc") == Count(words=6, unpunctuated=3, characters=6, spaced=9)


def test_a_mark_inside_a_run_neither_hides_nor_doubles_it() -> None:
    assert count("...2024...").unpunctuated == 1
    assert count("... --").unpunctuated == 0


@given(st.lists(CHINESE, max_size=40))
def test_every_chinese_character_is_one(chars: list[str]) -> None:
    assert words("".join(chars)) == len(chars)


@given(st.lists(OTHER, min_size=1, max_size=40))
def test_a_run_is_one(chars: list[str]) -> None:
    assert words("".join(chars)) == 1


@given(st.lists(SPACE, max_size=40))
def test_white_space_is_none(chars: list[str]) -> None:
    assert words("".join(chars)) == 0


@given(st.text(), SPACE, st.text())
def test_white_space_adds_two_texts_up(first: str, space: str, second: str) -> None:
    assert words(first + space + second) == words(first) + words(second)


@given(st.text(), st.text())
@example("a’", "b")
def test_joining_hides_at_most_a_run_and_an_apostrophe(first: str, second: str) -> None:
    assert words(first) + words(second) - 2 <= words(first + second) <= words(first) + words(second) + 1


@given(st.text(alphabet=st.characters(exclude_categories=())))
@example("\ud83d")
def test_any_string_is_counted_and_the_counts_agree(text: str) -> None:
    found = count(text)
    assert 0 <= found.unpunctuated <= found.words <= found.characters <= found.spaced <= len(text)


@given(st.text(alphabet=st.one_of(CHINESE, OTHER, SPACE)))
def test_line_ends_do_not_matter(text: str) -> None:
    assert words(text.replace("\n", "\r\n")) == words(text)
