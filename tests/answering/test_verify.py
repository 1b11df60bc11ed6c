"""What is found is checked once more against the quotes alone."""

from __future__ import annotations

from dataclasses import replace

import pytest

from assistant.answering.answer import Verdict
from assistant.answering.grounds.finding import Finding
from assistant.answering.verify import verified
from assistant.guideline.quote import span
from tests.answering.built import Built
from tests.programmes.fixtures import clause


def finding(words: str, verdict: Verdict | None, said: str = "") -> Finding:
    made = clause(words)
    return Finding("p", "answered", verdict, said or words, (span(made, 0, len(words)),))


def test_a_sound_finding_stays(corpus: Built) -> None:
    sound = finding("联合申报单位不超过5家", "yes")
    assert verified(sound, corpus.frame("联合申报单位5家可以吗？")) == sound


@pytest.mark.parametrize("words", ["企业不得牵头", "严禁企业牵头", "禁止企业牵头", "企业牵头的不予受理"])
def test_a_yes_over_a_prohibition_is_weakened(corpus: Built, words: str) -> None:
    frame = corpus.frame("企业可以牵头吗？")
    assert verified(finding(words, "yes"), frame).verdict == "conditional"
    assert verified(finding(words, "no"), frame).verdict == "no"


def test_a_prohibition_that_the_question_shares_weakens_nothing(corpus: Built) -> None:
    assert verified(finding("企业不得牵头", "yes"), corpus.frame("企业是不是不得牵头？")).verdict == "yes"


def test_a_verdict_without_a_quote_is_none(corpus: Built) -> None:
    bare = replace(finding("企业可以牵头", "yes"), quotes=())
    checked = verified(bare, corpus.frame("企业可以牵头吗？"))
    assert (checked.outcome, checked.verdict) == ("not_specified", "not_specified")


def test_a_figure_that_stands_in_no_quote_makes_the_answer_partial(corpus: Built) -> None:
    frame = corpus.frame("联合申报单位最多几家？")
    assert verified(finding("联合申报单位不超过5家", None, "不超过8家"), frame).outcome == "partial"
    assert verified(finding("联合申报单位不超过5家", None, "不超过5家"), frame).outcome == "answered"


def test_silence_is_left_alone(corpus: Built) -> None:
    silent = replace(finding("企业不得牵头", "not_specified"), outcome="not_specified")
    assert verified(silent, corpus.frame("企业可以牵头吗？")) == silent


def test_a_figure_inside_another_figure_is_no_proof(corpus: Built) -> None:
    frame = corpus.frame("联合申报单位最多几家？")
    assert verified(finding("联合申报单位不超过15家", None, "不超过5家"), frame).outcome == "partial"
