"""How the command line, the page and the service show what is asked back and what to ask next."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from assistant.answering.answer import Answer, Ask, Citation, Option
from assistant.errors import Unknown
from assistant.printing import answer_lines
from assistant.service import Assistant
from tests.conftest import ScriptedEngine

ANSWER = Answer("能牵头吗？", "能牵头吗？", "zh", "2026-11-20", "answered", "有条件。", "conditional", False)
OWNER = Ask(
    "ownership", (Option("公办", "公办高校能牵头吗？", "lighthouse-plan"), Option("民办", "民办高校能牵头吗？", ""))
)
PROGRAMME = Ask(
    "programme", (Option("灯塔计划", "能牵头吗？", "lighthouse-plan"), Option("航标计划", "能牵头吗？", "buoy"))
)
BARE = Ask("question", (Option("谁可以牵头申报？", "谁可以牵头申报？", ""),))


@pytest.mark.parametrize(
    ("ask", "lines"),
    [
        (OWNER, ["  · 公办 → 公办高校能牵头吗？", "  · 民办 → 民办高校能牵头吗？"]),
        (PROGRAMME, ["  · 灯塔计划 → --programme lighthouse-plan", "  · 航标计划 → --programme buoy"]),
        (BARE, ["  · 谁可以牵头申报？"]),
    ],
)
def test_what_is_asked_back_is_printed_as_it_is_asked(ask: Ask, lines: list[str]) -> None:
    assert list(answer_lines(replace(ANSWER, asks=(ask,)), ())) == ["【有条件】有条件。", *lines]


def test_what_is_not_held_is_not_said_to_be_unregulated() -> None:
    silent = replace(ANSWER, outcome="not_specified", verdict="not_specified", abstained=True, answer="本库没有它。")
    assert list(answer_lines(silent, ())) == ["【本库未收录】本库没有它。"]


def test_questions_to_ask_instead_are_printed() -> None:
    silent = replace(ANSWER, outcome="not_specified", verdict=None, answer="文件未规定。", rephrase=("公示几天？",))
    assert list(answer_lines(silent, ())) == ["文件未规定。", "可以改问：", "  · 公示几天？"]


def test_the_service_suggests_what_its_engine_answers(assistant: Assistant, engine: ScriptedEngine) -> None:
    # The scripted engine always answers with a limit on joint units.
    assert assistant.starters("lighthouse-plan", "zh") == ("最多可以有几家联合申报单位？", "申报流程是怎样的？")
    assert assistant.starters("lighthouse-plan", "en")[0] == "What is the maximum number of joint units?"
    asked = len(engine.asked)
    assert assistant.starters("lighthouse-plan", "zh")
    assert len(engine.asked) == asked
    answer = engine.answer(engine.asked[0][0], date(2026, 11, 20))
    assert assistant.following(answer, ()) == ()
    elsewhere: tuple[Citation, ...] = ()
    assert assistant.following(replace(answer, citations=elsewhere), ()) == (
        "最多可以有几家联合申报单位？",
        "申报流程是怎样的？",
    )


def test_the_service_knows_the_programme_or_says_so(assistant: Assistant) -> None:
    with pytest.raises(Unknown):
        assistant.starters("nowhere", "zh")
    assert isinstance(assistant.starters("", "zh"), tuple)


def test_a_new_generation_is_asked_anew(assistant: Assistant, engine: ScriptedEngine) -> None:
    assistant.warm()
    asked = len(engine.asked)
    assistant.starters("lighthouse-plan", "zh")
    assert len(engine.asked) == asked
    assistant._opened = replace(assistant._opened)
    assistant.starters("lighthouse-plan", "zh")
    assert len(engine.asked) > asked
