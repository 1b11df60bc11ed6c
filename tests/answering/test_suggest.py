"""Every suggestion is a question that the documents answer, and none is put twice."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from typing import get_args

import pytest

from assistant.answering.answer import Answer, Language, Question
from assistant.answering.reply.suggest import FOLLOWING, STARTERS, Suggestions, templates
from tests.answering.built import TODAY, Built, over

LANGUAGES: tuple[Language, ...] = get_args(Language)
PROGRAMMES = (
    "cjk-consortium",
    "education-base",
    "hangzhou-consortium",
    "hangzhou-community",
    "hangzhou-centre",
    "industry-college",
    "practice-base",
)
KINDS = ("hangzhou-centre/school", "hangzhou-centre/public", "hangzhou-centre/enterprise")


def suggesting(built: Built, *programmes: str) -> Suggestions:
    return Suggestions(lambda question: built.engine.answer(question, TODAY), programmes)


@pytest.fixture(scope="module")
def suggestions(corpus: Built) -> Suggestions:
    return suggesting(corpus, *PROGRAMMES)


def test_the_templates_are_whole() -> None:
    assert 20 <= len(templates()) <= 30
    for template in templates():
        assert template.zh.endswith("？"), template.key
        assert template.en.endswith("?"), template.key
        assert template.en.isascii(), template.key
        assert template.meant(template.zh), template.key
        assert template.meant(template.en), template.key
    for language in LANGUAGES:
        assert len({t.text(language) for t in templates()}) == len(templates())


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("programme", [*PROGRAMMES, *KINDS, ""])
def test_every_suggestion_is_answered_with_citations(
    corpus: Built, suggestions: Suggestions, programme: str, language: Language
) -> None:
    offered = [t.text(language) for t in suggestions.offered(programme, language)]
    assert len(offered) >= 4
    for text in offered:
        answer = corpus.ask(text, programme=programme)
        assert (answer.outcome, answer.abstained, answer.language) == ("answered", False, language), text
        assert answer.citations, text
        assert all(p.programme == programme for p in answer.by_programme) or not programme, text
    starters = suggestions.starters(programme, language)
    assert list(starters) == offered[:STARTERS]
    for text in starters:
        following = suggestions.following(corpus.ask(text, programme=programme), starters[:2])
        assert len(following) <= FOLLOWING
        assert not {text, *starters[:2]} & set(following)


@pytest.mark.parametrize(
    ("programme", "starters"),
    [
        (
            "practice-base",
            (
                "谁可以牵头申报？", "最多可以有几家联合申报单位？", "企业要成立几年？", "申报要提交哪些材料？",
                "哪些单位可以参与联合申报？", "申报条件有哪些？",
            ),
        ),
        (
            "education-base",
            ("谁可以牵头申报？", "什么时候截止？", "申报要提交哪些材料？", "找谁咨询？", "申报条件有哪些？", "申报流程是怎样的？"),
        ),
        (
            "cjk-consortium",
            ("谁可以牵头申报？", "哪些单位可以参与联合申报？", "申报条件有哪些？", "重点任务有哪些？", "哪些情形会被撤销认定？"),
        ),
        (
            "",
            (
                "谁可以牵头申报？", "什么时候截止？", "申报要提交哪些材料？", "找谁咨询？", "哪些单位可以参与联合申报？",
                "申报条件有哪些？",
            ),
        ),
    ],
)  # fmt: skip
def test_the_most_useful_come_first(suggestions: Suggestions, programme: str, starters: tuple[str, ...]) -> None:
    assert suggestions.starters(programme, "zh") == starters


def test_one_goes_on_with_the_next_attribute_of_the_same_programme(corpus: Built, suggestions: Suggestions) -> None:
    answer = corpus.ask("校企协同育人示范基地什么时候截止？")
    # The clause on the deadline says which papers are due then.
    assert suggestions.following(answer, ()) == ("找谁咨询？", "申报条件有哪些？", "申报流程是怎样的？")
    assert suggestions.following(answer, ["找谁咨询？"])[:2] == ("申报条件有哪些？", "申报流程是怎样的？")


def test_what_the_answer_shows_already_is_not_suggested(corpus: Built, suggestions: Suggestions) -> None:
    # The clause on who may lead also says how many may join and who.
    answer = corpus.ask("谁可以牵头申报？", programme="practice-base")
    assert suggestions.following(answer, ()) == ("企业要成立几年？", "申报要提交哪些材料？", "申报流程是怎样的？")


def test_one_goes_on_in_the_language_of_the_answer(corpus: Built, suggestions: Suggestions) -> None:
    answer = corpus.ask("Who can lead the SRDI industry college?")
    assert suggestions.following(answer, ())[0] == "Which materials must be submitted?"


def test_after_a_question_out_of_scope_there_are_general_ones(corpus: Built, suggestions: Suggestions) -> None:
    answer = corpus.ask("今天天气怎么样？")
    assert suggestions.following(answer, ()) == ("谁可以牵头申报？", "什么时候截止？", "申报要提交哪些材料？")


def test_an_unseen_document_is_asked_only_what_it_says() -> None:
    built = over(
        "一、申报条件", "牵头申报单位为高校，联合申报单位不超过4家。", "企业须成立3年以上。", "二、时间", "申报截止时间为2026年9月1日。"
    )  # fmt: skip
    suggestions = suggesting(built, "lighthouse")
    starters = suggestions.starters("lighthouse", "zh")
    assert starters[:4] == ("谁可以牵头申报？", "最多可以有几家联合申报单位？", "企业要成立几年？", "什么时候截止？")
    assert "公示几天？" not in [t.zh for t in suggestions.offered("lighthouse", "zh")]
    without = suggesting(over("一、总则", "牵头申报单位为高校。"), "lighthouse")
    assert without.starters("lighthouse", "zh") == ("谁可以牵头申报？",)


def test_each_question_is_asked_once_and_only_when_needed(corpus: Built) -> None:
    seen: list[tuple[str, str]] = []

    def ask(question: Question) -> Answer:
        seen.append((question.text, question.programme))
        return corpus.engine.answer(question, TODAY)

    suggestions = Suggestions(ask, PROGRAMMES)
    assert seen == []
    suggestions.starters("education-base", "zh")
    assert {programme for _, programme in seen} == {"education-base"}
    assert len(seen) < len(templates())
    before = len(seen)
    suggestions.starters("education-base", "zh")
    assert len(seen) == before
    suggestions.warm()
    assert len(seen) == len(set(seen))
    after = len(seen)
    suggestions.starters("", "en")
    assert len(seen) == after


def test_threads_see_the_same(corpus: Built, suggestions: Suggestions) -> None:
    shared = suggesting(corpus, *PROGRAMMES)
    made: list[tuple[str, ...]] = []

    def look() -> None:
        made.append(shared.starters("industry-college", "zh"))

    def threads() -> Iterator[threading.Thread]:
        for _ in range(4):
            thread = threading.Thread(target=look)
            thread.start()
            yield thread

    for thread in list(threads()):
        thread.join()
    assert made == [suggestions.starters("industry-college", "zh")] * 4


def test_what_is_not_known_yet_is_not_asked_for_in_a_hurry(corpus: Built) -> None:
    asked: list[Question] = []

    def ask(question: Question) -> Answer:
        asked.append(question)
        return corpus.engine.answer(question, TODAY)

    suggestions = Suggestions(ask, ["practice-base"])
    answer = corpus.ask("示范实践基地联合申报单位最多几家？")
    assert suggestions.following(answer, (), known=True) == ()
    assert asked == []
    suggestions.warm()
    asked.clear()
    assert len(suggestions.following(answer, (), known=True)) == 3
    assert suggestions.following(answer, (), known=True) == suggestions.following(answer, ())
    assert asked == []
