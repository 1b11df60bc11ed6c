"""Where the words of a question end, and what plain words and single characters stand for."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.answering.grounds.proof import short_for
from assistant.answering.question.lexicon import lexicon
from assistant.answering.question.seams import Seams
from assistant.search.text import word_spans
from tests.answering.built import Built, over


@pytest.fixture(scope="module")
def harbour() -> Built:
    """A guideline nobody published."""
    return over(
        "灯塔实践基地管理办法",
        "第一条 灯塔实践基地由普通本科高校牵头申报。",
        "第二条 基地应建立设备使用、耗材采购和学员管理制度。",
        "第三条 基地面向学生开展航标养护训练，每年不少于二十天。",
        "第四条 基地名称或者值守地点发生变更的，应当报市交通运输局备案。",
        "第五条 基地的训练教材向会员单位无偿提供。",
        "第六条 对入选名单有异议的，应当书面提出。",
        "第七条 基地应当为学员投保人身意外伤害保险。",
        "第八条 年度检查不合格的，暂停招收学员。",
    )


@pytest.mark.parametrize(
    ("text", "piece", "torn"),
    [
        ("栏目次序", "目次", True),
        ("事后补交", "后补", True),
        ("村里用得上", "里用", True),
        ("产品设计", "设计", False),
        ("产品设计", "产品设计", False),
    ],
)
def test_a_piece_of_two_words_is_no_word(text: str, piece: str, torn: bool) -> None:
    at = text.index(piece)
    assert Seams(word_spans(text)).torn(at, at + len(piece)) is torn


@given(st.text(alphabet="基地申报材料设备用电可以不得，1 a", max_size=24))
def test_seams_lie_within_the_text_and_apart(text: str) -> None:
    spans = word_spans(text)
    assert all(0 <= start < end <= len(text) for start, end in spans)
    assert all(one[1] <= other[0] for one, other in itertools.pairwise(spans))
    assert not Seams(spans).torn(0, len(text))


def test_the_lexicon_reads_no_word_across_two() -> None:
    text = "申报表的栏目次序"
    torn = {m.start for m in lexicon().scan(text)} - {
        m.start for m in lexicon().scan(text, seams=Seams(word_spans(text)))
    }
    assert torn == {text.index("目次")}


@pytest.mark.parametrize(
    "question",
    [
        "灯塔实践基地的设备可以租吗？",
        "灯塔实践基地的设备能不能卖？",
        "灯塔实践基地能收学生的训练费吗？",
        "灯塔实践基地的耗材可以退吗？",
        "灯塔实践基地的训练教材可以改吗？",
        "灯塔实践基地可以招大一的学员吗？",
        "灯塔实践基地能发航标养护的毕业证吗？",
        "灯塔实践基地年度检查不合格还可以招学员吗？",
    ],
)
def test_what_is_done_with_a_thing_is_not_let_by_another_act(harbour: Built, question: str) -> None:
    assert harbour.ask(question).verdict in ("not_specified", "no")


@pytest.mark.parametrize(
    ("question", "quoted"),
    [
        ("灯塔实践基地换了值守地点，得去市交通局备案吧？", "应当报市交通运输局备案"),
        ("灯塔实践基地改了名字，要报备吗？", "发生变更的"),
        ("灯塔实践基地的训练教材给会员单位用是不收钱的，对吗？", "无偿提供"),
        ("灯塔实践基地的训练教材免费给会员单位，是这样吗？", "无偿提供"),
    ],
)
def test_a_plain_word_stands_for_the_office_word(harbour: Built, question: str, quoted: str) -> None:
    answer = harbour.ask(question)
    assert answer.verdict == "yes", answer.answer
    assert quoted in answer.citations[0].quote


@pytest.mark.parametrize(
    ("word", "text", "short"),
    [
        ("责任险", "投保实习责任保险", True),
        ("人社局", "报市人力资源和社会保障局备案", True),
        ("人社局", "报市教育局备案", False),
        ("毕业证", "毕业生的工作证明", False),
        ("用地", "用于土地整治", False),
    ],
)
def test_a_short_form_has_the_characters_of_the_full_one_in_order(word: str, text: str, short: bool) -> None:
    assert short_for(word, text) is short
