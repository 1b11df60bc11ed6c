from __future__ import annotations

import pytest

from evals.text import mentions, occurrences, plain, tight


@pytest.mark.parametrize(
    ("words", "text"),
    [
        ("3年", "不少于 3 年"),
        ("500", "限500字"),
        ("500", "200，500"),
        ("1500", "1,500 字"),
        ("11月15日", "11 月 15 日前"),
        ("8525 2353", "电话85252353"),
        ("85252353", "电话：８５２５２３５３。"),
        ("college", "Colleges may lead"),
        ("at least three", "**at least**  three"),
        ("5", "第3.5家，5家"),
    ],
)
def test_spelling_does_not_matter(words: str, text: str) -> None:
    assert mentions(text, words) > 0


@pytest.mark.parametrize(
    ("words", "text"),
    [
        ("500", "1500字"),
        ("500", "1,500字"),
        ("500", "5000字"),
        ("5", "1.5倍"),
        ("1", "1.5倍"),
        ("two", "a network"),
        ("3年", "13年"),
        ("85252353", "8525 2353"),
        ("", "anything"),
    ],
)
def test_parts_of_figures_and_words_do_not_count(words: str, text: str) -> None:
    assert mentions(text, words) == -1


def test_position_is_the_end_of_the_first_mention() -> None:
    assert mentions("满3年，3年以上", "3年") == 3


def test_white_space_goes_and_nothing_else() -> None:
    assert tight(" 一 、\u3000A\r\nb\t") == "一、Ab"
    assert plain("Ａ **B**，`c`") == "a b, c"


def test_overlapping_occurrences_are_all_found() -> None:
    assert list(occurrences("aaa", "aa")) == [0, 1]
    assert list(occurrences("aaa", "")) == []
