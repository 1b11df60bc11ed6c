"""A short sentence is told to its end; a long one is not, and the value stays in front."""

from __future__ import annotations

from assistant.answering.grounds.finding import Finding
from assistant.answering.reply.whole_sentences import in_whole_sentences
from assistant.guideline.clause import Clause
from assistant.guideline.quote import locate
from tests.answering.built import over


def test_the_condition_at_the_end_is_told() -> None:
    built = over("一、每个基地拨付经费20万元，从公布名单的次月起计算。", "二、依托单位应编制预算，报送季度简报。")
    assert "从公布名单的次月起" in built.ask("灯塔实践基地拨付经费多少？").answer
    assert "季度简报" in built.ask("灯塔实践基地的依托单位要做什么？").answer


def _clause(text: str) -> Clause:
    return over(text).guidelines[0].clauses[0]


def _of(clause: Clause, told: str, verdict: str | None = None) -> Finding:
    quote = locate(clause, told)
    return Finding("lighthouse", "answered", verdict, quote.text, (quote,))  # type: ignore[arg-type]


def test_the_value_stays_in_front() -> None:
    text = "依托单位会同参建企业对仪器设备、场地条件和人员配备情况进行全面自查以后，应在12个工作日内书面报告。"
    made = in_whole_sentences(_of(_clause(text), "应在12个工作日内书面报告"))
    assert made.said.startswith("12个工作日：依托单位")
    assert made.quotes[0].text == text.rstrip("。")


def test_a_long_sentence_is_cut_as_before() -> None:
    text = "依托单位" + "应当配备专门人员，" * 12 + "并在3日内报告。"
    finding = _of(_clause(text), "并在3日内报告")
    assert in_whole_sentences(finding) == finding


def test_a_verdict_keeps_the_words_that_decide_it() -> None:
    finding = _of(_clause("企业可以参与，不得牵头。"), "不得牵头", "no")
    assert in_whole_sentences(finding) == finding
