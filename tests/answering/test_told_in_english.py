"""English questions tell ages, dates and sums in ways of their own; what is asked often stands first in them."""

from __future__ import annotations

import pytest

from assistant.answering.question.told_in_english import as_readers_know
from tests.answering.built import Built, over


@pytest.mark.parametrize(
    ("told", "known"),
    [
        ("our firm is only three years old", "our firm was founded only three years ago"),
        ("a two-year-old company", "a company founded 2 years ago"),
        ("the project leader is 61 years old", "the project leader is 61岁"),
        ("a 17-year-old trainee", "a 17岁 trainee"),
        ("registered in february 2021", "registered in 2021年2月"),
        ("sent on 5 may 2025", "sent on 2025年5月5日"),
        ("founded sixteen months ago", "founded 16 months ago"),
        ("two and a half years ago", "30 months ago"),
        ("a turnover of 80 million, is that enough?", "a turnover of 80 million yuan, is that enough?"),
        ("an income of 90k last year", "an income of 90 thousand yuan last year"),
        ("how long is the title valid?", "how long now is the title valid?"),
        ("is a red seal enough for the summary form?", "for the summary form, is a red seal enough?"),
    ],
)
def test_what_is_told_in_english_is_told_as_readers_know_it(told: str, known: str) -> None:
    assert " ".join(as_readers_know(told).split()) == known


@pytest.mark.parametrize(
    "told",
    [
        "it serves 2 million people",  # no money
        "how long is the summary?",  # the length of a text
        "may 5 people attend?",
        "may the grant be used for the new lab?",  # what the money goes to is what is asked
        "can we apply again if we failed in the first round?",
        "可以交3份吗",
    ],
)
def test_what_is_no_such_thing_stays_as_it_is(told: str) -> None:
    assert as_readers_know(told) == told


@pytest.fixture(scope="module")
def lamp() -> Built:
    return over(
        "关于申报北滩市匠心工坊的通知",
        "一、申报条件",
        "1.申报单位应为企业，截至2025年6月30日注册成立满3年。",
        "2.上一年度营业收入不低于5000万元。",
        "3.工坊负责人年龄不超过55周岁。",
        "4.评审得分80分以上的予以认定，有效期4年。",
        "二、材料要求",
        "1.申报书不超过30页，纸质材料一式5份（其中1份为原件，其余可为复印件），左侧装订，不得使用塑料封皮。",
        names=("北滩市匠心工坊", "匠心工坊"),
    )


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("Our company is two years old. Is it old enough to apply for the 匠心工坊?", "no"),
        ("Our company was registered in May 2022. Can it apply for the 匠心工坊?", "yes"),
        ("Our company was registered in July 2022. Can it apply for the 匠心工坊?", "no"),
        ("Our turnover was 30 million last year. Is that enough for the 匠心工坊?", "no"),
        ("The head of our workshop is 58 years old. Is that allowed for the 匠心工坊?", "no"),
        ("Is a plastic cover allowed for the 匠心工坊 application form?", "no"),
    ],
)
def test_a_question_that_tells_it_is_answered(lamp: Built, text: str, verdict: str) -> None:
    made = lamp.ask(text)
    assert made.verdict in (verdict, "conditional" if verdict == "yes" else verdict)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("What score does a 匠心工坊 need to be recognised?", "80分"),
        ("How long is the title of 匠心工坊 valid?", "4年"),
        ("What is the page limit of the 匠心工坊 application form?", "30页"),
    ],
)
def test_a_value_is_asked_for_by_a_noun(lamp: Built, text: str, says: str) -> None:
    assert says in lamp.ask(text).answer


def test_what_no_clause_tells_stays_untold(lamp: Built) -> None:
    assert lamp.ask("Is a wooden box allowed for the 匠心工坊 samples?").verdict != "yes"
    assert lamp.ask("Our deputy is 58 years old. May he sign for the 匠心工坊?").verdict != "yes"


def test_a_figure_that_keeps_the_bound_is_not_confirmed_to_break_it(lamp: Built) -> None:
    asked = "Our turnover was 60 million last year, so that is below the minimum for the 匠心工坊, right?"
    assert lamp.ask(asked).verdict != "yes"
    assert lamp.ask("Our turnover was 60 million last year. Is that enough for the 匠心工坊?").verdict != "no"
