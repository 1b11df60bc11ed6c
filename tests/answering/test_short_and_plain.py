"""Short questions as people talk: statements with a question mark, 俩 and 礼拜, and noes that no clause says."""

from __future__ import annotations

import pytest

from assistant.answering.question.lexicon import lexicon
from assistant.answering.sentences.rulings import parts
from assistant.guideline.tables import table
from tests.answering.built import ROOT, Built, over

TEXT = (
    "灯塔实践基地申报指南",
    "一、申报要求",
    "合作公司须有固定的办公场所。",
    "部属高校每校申报不超过2个。",
    "申报书报送三份，寄送至海洋司。",
    "各申报单位自筹资金，自主建设。",
    "名单在海洋司官网公示一周，无异议后予以认定。",
    "海洋司建立数据库，方便社会公众查询。",
    "二、管理",
    "学校、企业、学徒签订三方协议，学徒未满16周岁的不得签订。",
    "被撤销称号的渔场，3年内不得再次申报。",
    "奖补资金不得用于基本建设和人员支出，企业导师带徒津贴除外。",
    "单台价格低于5万元的潜水设备不计入投入基数。",
    "其余部分可用于潜水设备的维护和添置。",
    "同一渔民参加不同工种训练的可累计。",
    "理事会每年召开年度会议，发布年度报告。",
    "样书报送3套，其中新编的提供样章打印稿。",
    "填写年度计划，字迹清楚。",
)


@pytest.fixture(scope="module")
def lighthouse() -> Built:
    return over(*TEXT)


@pytest.mark.parametrize(
    ("question", "verdict", "quote"),
    [
        ("灯塔实践基地合作公司须有固定办公场所？", "yes", "固定的办公场所"),
        ("灯塔实践基地申报书寄两份就够？", "no", "报送三份"),
        ("灯塔实践基地公示只三天？", "no", "公示一周"),
        ("部属高校报俩灯塔实践基地行吗？", "yes", "不超过2个"),
        ("部属高校塞仨灯塔实践基地可以吗", "no", "不超过2个"),
        ("灯塔实践基地要自个儿筹资金吗", "yes", "自筹资金"),
        ("普通市民能查询灯塔实践基地吗", "yes", "社会公众查询"),
        ("灯塔实践基地公示完就认定？", "conditional", "无异议后予以认定"),
        ("灯塔实践基地公示完就算评上了？", "conditional", "无异议后予以认定"),
        ("带徒津贴能列入灯塔实践基地的人员支出吗？", "conditional", "带徒津贴除外"),
        ("被撤销称号的渔场第二年能再次申报灯塔实践基地吗？", "no", "不得再次申报"),
        ("灯塔实践基地的奖补资金能用于基本建设吗？", "no", "不得用于基本建设"),
    ],
)
def test_they_are_read_as_meant(lighthouse: Built, question: str, verdict: str, quote: str) -> None:
    answer = lighthouse.ask(question)
    assert answer.verdict == verdict, answer.answer
    assert quote in answer.citations[0].quote


@pytest.mark.parametrize("question", ["灯塔实践基地的材料？", "灯塔实践基地须知？", "灯塔实践基地要交的材料？"])
def test_a_heading_with_a_question_mark_asks_for_no_yes(lighthouse: Built, question: str) -> None:
    assert "whether" not in lighthouse.frame(question).asks


@pytest.mark.parametrize(
    "question",
    [
        "灯塔实践基地的学徒能换师傅吗？",
        "灯塔实践基地的潜水设备非进口不可吗？",
        "渔民练两个工种可以累计进灯塔实践基地的训练吗？",
    ],
)
def test_no_is_not_said_by_a_rule_on_another_case(lighthouse: Built, question: str) -> None:
    answer = lighthouse.ask(question)
    assert answer.verdict != "no", answer.answer


@pytest.mark.parametrize(
    "question",
    [
        "灯塔实践基地的理事会每季度开会吗？",
        "灯塔实践基地的理事会周末开会吗？",
        "灯塔实践基地的样书必须彩印吗？",
        "二手家什算灯塔实践基地的投入吗？",
        "各省灯塔实践基地的年度报告要求一样吗？",
    ],
)
def test_what_no_clause_says_gets_no_yes(lighthouse: Built, question: str) -> None:
    answer = lighthouse.ask(question)
    assert answer.verdict != "yes", answer.answer


def test_whether_one_is_let_is_asked_by_whichever_verb(lighthouse: Built) -> None:
    for asked in ("准不准", "许不许", "让不让"):
        terms = lighthouse.frame(f"灯塔实践基地{asked}渔民查询？").terms
        assert not any(asked in t.words for t in terms)


@pytest.mark.parametrize(
    "question", ["同一个渔民能参加灯塔实践基地的训练吗？", "灯塔实践基地里一个懂行的都没有也行吗？"]
)
def test_the_same_one_and_not_one_are_no_figures(lighthouse: Built, question: str) -> None:
    assert lighthouse.frame(question).quantities == ()


@pytest.mark.parametrize(
    "question",
    [
        "校企协同育人示范基地需要刻光盘不？",
        "交上去的校企协同育人示范基地申请书还能撤回吗？",
        "学生进了行业产教融合共同体包分配吗？",
        "开放型区域产教融合实践中心申报书能用英文写吗",
        "Do most applicants for 市域产教联合体 succeed?",
        "能不能让专精特新产业学院的老师居家上班？",
    ],
)
def test_a_word_of_the_topic_proves_nothing(corpus: Built, question: str) -> None:
    answer = corpus.ask(question)
    assert answer.verdict != "yes", answer.answer


def test_what_is_topical_is_told_apart_in_the_lexicon() -> None:
    words = lexicon()
    assert words.only_of_topic("光盘", "electronic")
    assert not words.only_of_topic("电子版", "electronic")
    assert not words.only_of_topic("交上去", "submit")


def test_every_topical_word_is_one_of_its_topic() -> None:
    data = ROOT / "assistant" / "answering" / "data"
    held: dict[str, set[str]] = {}
    for name in ("concepts", "colloquial", "plain"):
        for key, entry in table(data / f"{name}.toml").items():
            if "ask" in entry:
                held.setdefault(key, set()).update(entry["ask"])
    topical = table(data / "topical.toml")
    assert {k: sorted(set(words) - held.get(k, set())) for k, words in topical.items()} == {k: [] for k in topical}


@pytest.mark.parametrize(("word", "weight"), [("居家", 0.7), ("中心", 0.3)])
def test_a_word_that_no_document_holds_weighs(lighthouse: Built, word: str, weight: float) -> None:
    terms = {t.words: t for t in lighthouse.frame(f"灯塔实践基地{word}行吗？").terms}
    assert terms[word].kind == "unknown"
    assert terms[word].weight == weight


def test_what_need_not_be_done_is_governed_by_no_prohibition() -> None:
    _, made = parts("奖补资金不得用于基本建设，学历不作要求")
    assert [(p.leave, p.start, p.end) for p in made] == [("no", 0, 13)]
