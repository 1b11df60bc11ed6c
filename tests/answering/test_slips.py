"""A word of the documents that is written with another character of the same sound is read as meant."""

from __future__ import annotations

import pytest

from assistant.answering.question.spelling import Speller
from assistant.reading.pinyin import readings
from assistant.search.text import word_spans

TEXTS = ("灯塔基地首批建设方向由理事会确定。", "基地须有独立空间，年度总结应超过三页。", "公用设备的功用应当说明。")


@pytest.fixture(scope="module")
def speller() -> Speller:
    sounds = readings()
    return Speller(
        (), lambda word: any(word in t for t in TEXTS), lambda char: sounds.get(char, ()), (), lambda: TEXTS, word_spans
    )


def mended(speller: Speller, text: str, *read: str) -> str:
    taken = {i for word in read for i in range(text.find(word), text.find(word) + len(word))}
    return speller.slips(text, set(range(len(text))) - taken)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("建设的放向是什么", "建设的方向是什么"),
        ("里事会有谁", "理事会有谁"),
        ("一个空见是什么", "一个空间是什么"),
        ("什么时候交总接", "什么时候交总结"),
    ],
)
def test_a_slip_is_read_as_the_word_meant(speller: Speller, written: str, meant: str) -> None:
    assert mended(speller, written) == meant


@pytest.mark.parametrize("text", ["能跳过区里吗", "方向写几个月要交", "终身有效吗", "hello 放x向", "", "建设方向"])
def test_what_is_rightly_written_stays(speller: Speller, text: str) -> None:
    assert mended(speller, text) == text


def test_what_is_already_read_stays(speller: Speller) -> None:
    assert mended(speller, "里事会有谁", "里事会") == "里事会有谁"


def test_of_two_words_that_sound_so_neither_is_taken(speller: Speller) -> None:
    assert mended(speller, "设备的工用") == "设备的工用"


@pytest.mark.parametrize(
    ("text", "meant"), [("有没有余地", "有没有余地"), ("给多少吐地", "给多少土地"), ("查邮乡", "查邮箱")]
)
def test_a_short_word_is_mended_by_the_commonest_reading_alone(text: str, meant: str) -> None:
    """余 is read "tu" only in a few names: 余地 is no misspelt 土地."""
    sounds = readings()
    speller = Speller(("土地", "邮箱"), lambda word: word in ("土地", "邮箱"), lambda char: sounds.get(char, ()))
    assert speller.mend(text, (text[-2:],)) == meant
