"""An answer as the page shows it: chips, rows, groups, cards, choices, the link and what is copied."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

from assistant.answering.answer import Answer, Ask, ByProgramme, Option, Question, Turn
from assistant.guideline.document import Guideline, Programme
from assistant.web.views import Chip, Choice, Told, told

TODAY = date(2026, 11, 20)


@pytest.fixture
def answer(engine: Any) -> Answer:
    made: Answer = engine.answer(Question("最多几家？"), TODAY)
    return made


def seen(answer: Answer, guideline: Guideline, asked: Question | None = None, **more: Any) -> Told:
    return told(asked or Question("最多几家？"), answer, (guideline,), TODAY, **more)


def by(programme: str, verdict: Any, text: str) -> ByProgramme:
    return ByProgramme(programme, verdict, text, (1,))


def several(guideline: Guideline) -> Guideline:
    """The notice with two more programmes."""
    others = tuple(Programme(name, "lighthouse", (name,)) for name in ("bridge", "tower"))
    return replace(guideline, programmes=(*guideline.programmes, *others))


def test_one_programme_has_one_chip_and_its_words_without_the_verdict(answer: Answer, guideline: Guideline) -> None:
    said = replace(
        answer, answer="不可以：不在其内。", by_programme=(by("lighthouse-plan", "no", "不可以：不在其内。"),)
    )
    view = seen(said, guideline)
    assert view.chip == Chip("no", "✕", "不可以")
    assert [(row.text, row.refs) for row in view.rows] == [("不在其内。", (1,))]
    assert view.groups == ()
    assert view.state == "complete"


def test_a_verdict_in_other_words_keeps_its_word(answer: Answer, guideline: Guideline) -> None:
    said = replace(answer, answer="不需要：没有。", by_programme=(by("lighthouse-plan", "no", "不需要：没有。"),))
    assert seen(said, guideline).chip == Chip("no", "✕", "不需要")


def test_a_value_leads(answer: Answer, guideline: Guideline) -> None:
    text = "5家：联合申报单位不超过5家"
    view = seen(
        replace(answer, answer=text, verdict=None, by_programme=(by("lighthouse-plan", None, text),)), guideline
    )
    assert (view.rows[0].lead, view.rows[0].text) == ("5家", "联合申报单位不超过5家")
    assert view.chip is None


def test_several_programmes_are_grouped_by_verdict_and_equal_answers_told_once(
    answer: Answer, guideline: Guideline
) -> None:
    parts = (
        by("lighthouse-plan", "yes", "可以：甲。"),
        by("bridge", "no", "不可以：乙。"),
        by("tower", "yes", "可以：甲。"),
    )
    view = seen(replace(answer, answer="…", by_programme=parts, verdict="conditional"), several(guideline))
    assert view.chip is None
    assert [(chip.kind, [name.text for name in names]) for chip, names in view.groups] == [
        ("yes", ["灯塔计划", "tower"]),
        ("no", ["bridge"]),
    ]
    assert [row.text for row in view.rows] == ["甲。", "乙。"]


def test_a_passed_deadline_is_said_over_one_programme_and_at_each_of_several(
    answer: Answer, guideline: Guideline
) -> None:
    closed = replace(guideline, entry=replace(guideline.entry, deadline=date(2026, 11, 19)))
    assert seen(answer, closed).banners == ("报送截止 2026-11-19，已过。",)
    open_today = replace(guideline, entry=replace(guideline.entry, deadline=TODAY))
    assert seen(answer, open_today).banners == ()
    parts = (by("lighthouse-plan", "yes", "可以：甲。"), by("bridge", "no", "不可以：乙。"))
    view = seen(replace(answer, by_programme=parts), several(closed))
    assert view.banners == ()
    assert [name.gone for row in view.rows for name in row.names] == ["2026-11-19 已截止"] * 2


def test_a_superseded_document_is_said(answer: Answer, guideline: Guideline) -> None:
    old = replace(guideline, entry=replace(guideline.entry, status="superseded", deadline=date(2020, 1, 1)))
    assert seen(answer, old).banners == ("《灯塔计划申报通知》已被新文件取代。",)


def test_what_is_not_held_is_no_silence_of_the_documents(answer: Answer, guideline: Guideline) -> None:
    elsewhere = replace(
        answer, outcome="not_specified", verdict="not_specified", abstained=True, citations=(), by_programme=()
    )
    assert seen(elsewhere, guideline).chip == Chip("not_specified", "○", "本库未收录")


def test_silence_shows_the_nearest_clause_without_a_number_and_no_row(answer: Answer, guideline: Guideline) -> None:
    near = replace(answer.citations[0], n=0)
    silent = replace(
        answer,
        outcome="not_specified",
        verdict="not_specified",
        abstained=True,
        citations=(),
        nearest=near,
        searched=("lighthouse",),
        rephrase=("联合申报单位最多几家？",),
    )
    view = seen(silent, guideline)
    assert view.chip == Chip("not_specified", "○", "文件未规定")
    assert view.rows == ()
    assert view.cards == ()
    assert view.nearest is not None
    assert view.nearest.n == 0
    assert view.searched == ("灯塔计划申报通知",)
    assert [choice.question for choice in view.rephrase] == ["联合申报单位最多几家？"]
    assert view.contact == "电话 0571-12345678"
    assert view.state == "none"


def test_a_card_leads_to_its_very_words(answer: Answer, guideline: Guideline) -> None:
    card = seen(answer, guideline).cards[0]
    address = urlsplit(card.source)
    assert address.path == "library/lighthouse"
    fields = parse_qs(address.query)
    text = guideline.clause(fields["clause"][0]).text
    assert text[int(fields["from"][0]) : int(fields["to"][0])] == card.quote == "联合申报单位不超过 3 家"


def test_the_link_carries_question_history_programme_and_generation(answer: Answer, guideline: Guideline) -> None:
    earlier = (Turn("user", "一"), Turn("assistant", "答"), Turn("user", "二 & 三"))
    answer = replace(answer, generation="0123456789abcdef")
    view = seen(answer, guideline, Question("最多几家？", earlier, "lighthouse-plan"))
    assert parse_qs(urlsplit(view.link).query) == {
        "q": ["最多几家？"],
        "h": ["一", "二 & 三"],
        "p": ["lighthouse-plan"],
        "g": ["0123456789ab"],
    }


def test_the_link_of_a_long_talk_names_the_programme_it_is_about(answer: Answer, guideline: Guideline) -> None:
    earlier = tuple(Turn("user", text) for text in "甲乙丙丁戊")
    fields = parse_qs(urlsplit(seen(answer, guideline, Question("最多几家？", earlier)).link).query)
    assert fields["h"] == ["乙", "丙", "丁", "戊"]
    assert fields["p"] == [answer.by_programme[0].programme]
    assert "p" not in parse_qs(urlsplit(seen(answer, guideline, Question("最多几家？", earlier[1:])).link).query)


def test_a_link_survives_a_lone_surrogate(answer: Answer, guideline: Guideline) -> None:
    assert parse_qs(urlsplit(seen(answer, guideline, Question("\ud800 几家")).link).query)["q"] == ["? 几家"]


def test_what_is_copied_names_every_source(answer: Answer, guideline: Guideline) -> None:
    assert seen(answer, guideline).copied.splitlines() == [
        "问：最多几家？",
        "答：不超过 3 家（不含牵头单位）[1]",
        "[1] 《灯塔计划申报通知》 · 一、申报条件：“联合申报单位不超过 3 家”",
        "按 2026-11-20 的文件答复 · 以正式文件为准",
    ]


def test_the_understanding_leaves_out_the_questions_own_words(answer: Answer, guideline: Guideline) -> None:
    same = replace(answer, question="最多几家？", understood_as="灯塔计划｜最多几家?")
    assert seen(same, guideline).understood == "灯塔计划"
    other = replace(answer, question="那呢", understood_as="灯塔计划｜联合单位最多几家")
    assert seen(other, guideline).understood == "灯塔计划｜联合单位最多几家"


def test_what_follows_is_asked_for_the_programme_that_was_told(answer: Answer, guideline: Guideline) -> None:
    view = seen(answer, guideline, following=("要哪些材料？",))
    assert [(choice.question, choice.programme) for choice in view.following] == [("要哪些材料？", "lighthouse-plan")]
    parts = (by("lighthouse-plan", "yes", "可以：甲。"), by("bridge", "no", "不可以：乙。"))
    view = seen(replace(answer, by_programme=parts), several(guideline), following=("要哪些材料？",))
    assert view.following[0].programme == ""


@pytest.mark.parametrize(("what", "where"), [("programme", "narrow"), ("question", "pick"), ("ownership", "settle")])
def test_what_is_asked_back_stands_in_its_place(answer: Answer, guideline: Guideline, what: Any, where: str) -> None:
    asking = Ask(what, (Option("民办", "民办高校能牵头吗？", "lighthouse-plan"),))
    view = seen(replace(answer, asks=(asking,)), guideline)
    places = {name: getattr(view, name) for name in ("narrow", "pick", "settle")}
    assert places.pop(where) == (Choice("民办", "民办高校能牵头吗？", "lighthouse-plan"),)
    assert set(places.values()) == {()}


def test_the_only_programme_told_is_named_beside_the_verdict(answer: Answer, guideline: Guideline) -> None:
    assert seen(answer, guideline).by == "灯塔计划"
    parts = (by("lighthouse-plan", "yes", "可以：甲。"), by("bridge", "no", "不可以：乙。"))
    assert seen(replace(answer, by_programme=parts), several(guideline)).by == ""
    silent = replace(answer, outcome="not_specified", abstained=True, citations=(), searched=("lighthouse", "other"))
    assert seen(silent, guideline).by == ""


def test_a_deadline_that_was_moved_has_not_passed(answer: Answer, guideline: Guideline) -> None:
    closed = replace(guideline, entry=replace(guideline.entry, deadline=date(2026, 11, 1)))
    programme = replace(guideline.programmes[0], deadline=date(2026, 12, 1))
    assert seen(answer, replace(closed, programmes=(programme,))).banners == ()
    gone = replace(programme, deadline=date(2026, 11, 10))
    assert seen(answer, replace(closed, programmes=(gone,))).banners == ("报送截止 2026-11-10，已过。",)


def test_a_sum_over_several_programmes_comes_first(answer: Answer, guideline: Guideline) -> None:
    parts = (by("lighthouse-plan", None, "首批建设5个"), by("bridge", None, "首批建设8个"))
    said = replace(answer, answer="共13个（5＋8）\n…", total="共13个（5＋8）", by_programme=parts, verdict=None)
    rows = seen(said, several(guideline)).rows
    assert [(row.lead, row.text, bool(row.names)) for row in rows] == [
        ("共13个（5＋8）", "", False),
        ("", "首批建设5个", True),
        ("", "首批建设8个", True),
    ]
