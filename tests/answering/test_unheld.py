"""A programme of which no document is held is not answered for by the rules of others."""

from __future__ import annotations

import pytest

from assistant.answering.question.unheld_names import unheld
from tests.answering.built import Built, over

TEXT = "灯塔实践基地由高校牵头申报。基地应有实训平台和公共服务中心。技能竞赛集训基地另行通知。"
NAMES = ("灯塔实践基地", "技能大师竞赛集训基地")


@pytest.mark.parametrize(
    "text",
    [
        "报科技小院要几家企业",
        "科技小院能由企业牵头吗",
        "国家级创业孵化基地怎么申报",
        "想申报中小企业数字化转型实训基地",
        "现代学徒制示范点有名额限制吗",
        "校地联合实验室最多报几个",
    ],
)
def test_a_name_that_stands_nowhere_is_another_programme(text: str) -> None:
    assert unheld(text, TEXT.__contains__, NAMES)


@pytest.mark.parametrize(
    "text",
    [
        "实践基地由谁牵头",
        "这个基地能报几个",
        "我们学院能牵头吗",
        "我们有省级重点实验室，能报吗",
        "我们是省级示范性产业园区，行吗",
        "跟一家国家级工程研究中心合作可以吗",
        "竞赛基地的名额",
        "要有公共服务中心吗",
        "去年的项目还能报吗",
        "",
    ],
)
def test_what_anybody_has_or_is_names_no_programme(text: str) -> None:
    assert not unheld(text, TEXT.__contains__, NAMES)


@pytest.mark.parametrize(
    "text",
    [
        "杭州的科技小院能由企业牵头吗",
        "报科技小院，企业能牵头吗",
        "绿色制造示范工厂的申报截止到哪天",
        "现代学徒制示范点补助多少钱",
        "县域中试平台要交几份材料",
    ],
)
def test_no_other_programme_answers_for_it(corpus: Built, text: str) -> None:
    answer = corpus.ask(text)
    assert answer.abstained
    assert not answer.citations
    assert answer.answer.startswith("本库没有这个项目的文件")
    assert answer.of_no_document


def test_the_documents_silence_is_another(corpus: Built) -> None:
    answer = corpus.ask("专精特新产业学院要给企业多少补贴？")
    assert answer.abstained
    assert not answer.of_no_document


@pytest.mark.parametrize(
    "text",
    [
        "Can our university apply for a national demonstration factory programme?",
        "Can a company lead a demonstration farm programme?",
        "Can a private college lead the green factory scheme?",
    ],
)
def test_nor_where_it_is_named_in_english(corpus: Built, text: str) -> None:
    answer = corpus.ask(text)
    assert answer.of_no_document, answer.answer


def test_this_programme_is_no_name(corpus: Built) -> None:
    assert not corpus.ask("Can a vocational college apply for this programme?").of_no_document
    assert not corpus.ask("Can a company lead one of these Hangzhou programmes?").of_no_document


def test_a_talk_goes_on_about_what_is_not_held(corpus: Built) -> None:
    first = "科技小院能由企业牵头吗"
    assert corpus.ask("要几家企业", first).answer.startswith("本库没有")
    assert corpus.ask("市域产教联合体由谁牵头", first, "要几家企业").citations


def test_a_talk_on_a_programme_asks_for_things_of_it(corpus: Built) -> None:
    first = "专精特新产业学院企业能牵头吗"
    assert "本库没有" not in corpus.ask("要建校外实习实训基地吗", first).answer
    assert corpus.ask("那科技小院呢", first).answer.startswith("本库没有")


def test_on_the_page_of_a_programme_everything_is_about_it() -> None:
    built = over("灯塔实践基地申报通知", "一、条件", "基地应建有技术研发平台。")
    assert "本库没有" not in built.ask("海上救援平台要有吗", programme="lighthouse").answer
