"""How text becomes terms."""

from __future__ import annotations

from assistant.search import text


def test_normalises_width_case_and_lone_surrogates() -> None:
    assert text.normalise("ＡＢＣ３０％\ud800x") == "abc30% x"


def test_atoms_are_han_characters_latin_words_and_numbers() -> None:
    assert text.runs("注册3年，AI_lab😀二〇二四") == [
        ["注", "册", "3", "年"],
        ["ai"],
        ["lab"],
        ["二", "〇", "二", "四"],
    ]


def test_bigrams_cross_scripts_but_not_punctuation() -> None:
    assert text.bigrams(text.runs("满3年，AI")) == ["满3", "3年", "ai"]
    assert text.bigrams(text.runs("第2024期")) == ["第2024", "2024期", "2024"]


def test_words_keep_latin_and_numbers_whole() -> None:
    assert text.words("产业学院2024年申报OpenAI") == ["产业", "学院", "2024", "年", "申报", "openai"]


def test_endless_latin_words_are_cut() -> None:
    assert text.runs("a" * 70_000) == [["a" * 64]]
    assert text.words("a" * 70_000) == ["a" * 64]


def test_query_words_take_the_likeliest_segmentation() -> None:
    held = {"产业": 9, "学院": 8, "产业学院": 1, "业": 2, "产": 2, "学": 2, "院": 2}
    segments = text.query_words("产业学院X9", lambda word: held.get(word, 0), 100, lambda pair: True)
    assert segments == ["产业学院", "x9"]


def test_query_words_pass_over_unknown_characters() -> None:
    held = {"学院": 3}
    assert text.query_words("龘学院", lambda word: held.get(word, 0), 3, lambda pair: True) == ["龘", "学院"]


def test_query_words_are_not_sought_across_pairs_never_seen() -> None:
    asked: list[str] = []

    def frequency(word: str) -> int:
        asked.append(word)
        return 1

    text.query_words("甲乙丙", frequency, 3, lambda pair: pair == "甲乙")
    assert asked == ["甲", "甲乙", "乙", "丙"]


def test_nothing_in_nothing_out() -> None:
    assert text.runs("") == text.runs("，。😀 _") == []
    assert text.query_words("😀？", lambda _: 1, 1, lambda _: True) == []
