"""A talk of many questions stays with what it is about, and a question whole in itself is answered as one."""

from __future__ import annotations

from itertools import pairwise

import pytest

from assistant.answering.question.wishing import wished
from tests.answering.built import Built, over

TALK = ("市域产教联合体怎么申报", "推荐书要几份", "盖章吗", "电子版发哪个邮箱", "谁评审", "评完给钱吗", "公示几天")


@pytest.mark.parametrize("at", range(1, len(TALK)))
def test_the_programme_named_first_is_not_lost(corpus: Built, at: int) -> None:
    answer = corpus.ask(TALK[at], *TALK[:at])
    assert {p.programme for p in answer.by_programme} == {"hangzhou-consortium"}


def test_another_programme_named_on_the_way_takes_its_place(corpus: Built) -> None:
    answer = corpus.ask(
        "公示几天", *TALK, "示范实践基地谁能牵头", "导师要几个", "材料交几份", "电子版要不要", "几号截止"
    )
    assert {p.programme for p in answer.by_programme} == {"practice-base"}
    assert "5个工作日" in answer.answer


def test_a_question_of_all_programmes_frees_the_talk(corpus: Built) -> None:
    answer = corpus.ask("所有项目都公示几天", *TALK)
    assert len(answer.by_programme) > 1


def test_words_of_long_ago_do_not_fill_a_question(corpus: Built) -> None:
    talk = ("示范实践基地的联合申报单位最多几家", *("找谁咨询",) * 4)
    assert corpus.frame("要求呢", *talk).terms == corpus.frame("要求呢", "示范实践基地", *talk[1:]).terms


def test_the_place_named_first_is_not_lost(corpus: Built) -> None:
    talk = ("杭州的平台要交几份材料", "截止到几号", "谁能牵头", "民办学校能牵头吗")
    for before, asked in pairwise(talk):
        answer = corpus.ask(asked, talk[0], *((before,) if before != talk[0] else ()))
        assert all(p.programme.startswith("hangzhou-") for p in answer.by_programme), asked
        assert answer.by_programme, asked


@pytest.mark.parametrize(
    ("before", "asked"),
    [
        ("我们是民办高职，能当专精特新产业学院牵头单位吗", "那企业得成立几年啊"),
        ("杭州的实训基地要建多大面积", "市域产教联合体能给多少钱"),
    ],
)
def test_how_much_is_told_by_no_sentence_without_a_number(corpus: Built, before: str, asked: str) -> None:
    assert corpus.ask(asked, before).outcome == "not_specified"


def test_a_short_question_whole_in_itself_needs_nothing_of_the_one_before(corpus: Built) -> None:
    asked = "推荐书字数有限制吗"
    answer = corpus.ask(asked, "市域产教联合体能给多少钱")
    assert answer.verdict == "yes"
    assert "不超过200字" in answer.answer
    assert answer.citations == corpus.ask(asked, "市域产教联合体").citations


@pytest.mark.parametrize(
    "asked",
    [
        "市域产教联合体的推荐书要盖法人章吗",
        "行业产教融合共同体推荐书要我们厂盖章吗",
        "专精特新产业学院要盖骑缝章吗",
        "校企协同就业创业创新示范实践基地要法人签字吗",
    ],
)
def test_a_seal_that_no_clause_names_is_not_asked_for(corpus: Built, asked: str) -> None:
    assert corpus.ask(asked).verdict == "not_specified"


@pytest.mark.parametrize("asked", ["专精特新产业学院纸质版要盖公章吗", "专精特新产业学院纸质版要我们学校盖公章吗"])
def test_the_official_seal_that_a_clause_names_is(corpus: Built, asked: str) -> None:
    assert corpus.ask(asked).verdict == "yes"


@pytest.mark.parametrize(
    ("text", "before", "asked"),
    [
        ("我们是高职，想报甲项目", "", "我们是高职，能报甲项目吗？"),
        ("我们是一家协会，打算参加甲项目。", "", "我们是一家协会，能参加甲项目吗？"),
        ("我们是省属高校", "想报甲项目", "我们是省属高校，能报吗？"),
        ("本公司属于小微企业！", "甲项目谁能牵头", "本公司属于小微企业，能牵头吗？"),
        ("我们是省属高校", "公示多久", "我们是省属高校，能申报吗？"),
        ("想报四个", "公示多久", "能报四个吗？"),
        (
            "We are an industrial park in Ningbo.",
            "Who can lead it?",
            "We are an industrial park in Ningbo. Can we lead?",
        ),
        ("We're a college", "What is the deadline?", "We're a college. Can we apply?"),
        ("和企业合作了2年。", "公示多久", "和企业合作了2年，可以吗？"),
    ],
)
def test_what_one_is_and_wishes_asks_whether_one_may(text: str, before: str, asked: str) -> None:
    assert wished(text, before) == asked


@pytest.mark.parametrize(
    ("text", "before"),
    [
        ("我们是高职，想报甲项目，材料有哪些", ""),
        ("我们是高职，能报甲项目吗", ""),
        ("我们是高职，想了解甲项目", ""),
        ("想报甲项目", ""),
        ("我们是省属高校", ""),
        ("我们是想问一下甲项目", "甲项目谁能报"),
        ("我们是高职，报告写好了", "甲项目谁能报"),
        ("We are a college. What must we send?", "Who can lead it?"),
    ],
)
def test_what_asks_or_wishes_nothing_stays_as_it_is(text: str, before: str) -> None:
    assert wished(text, before) == text


@pytest.mark.parametrize(
    ("asked", "before", "verdict"),
    [
        ("我们是省属高校", "想报校企协同育人示范基地", "no"),
        ("那牵头呢", "我们是宁波的企业，想参加行业产教融合共同体", "no"),
        ("那牵头呢", "我们厂不在杭州能参加行业产教融合共同体吗", "no"),
    ],
)
def test_who_and_where_one_is_holds_for_another_role(corpus: Built, asked: str, before: str, verdict: str) -> None:
    assert corpus.ask(asked, before).verdict == verdict


@pytest.mark.parametrize(
    ("asked", "before", "alone"),
    [
        ("企业的呢", "学校实践中心要求有哪些", "企业实践中心要求有哪些"),
        ("那市域产教联合体呢？", "校企协同育人示范基地材料几份", "市域产教联合体材料几份"),
        ("校企协同育人示范基地呢", "专精特新产业学院申报材料发哪个邮箱", "校企协同育人示范基地申报材料发哪个邮箱"),
    ],
)
def test_the_name_of_another_programme_asks_the_same_of_it(corpus: Built, asked: str, before: str, alone: str) -> None:
    assert corpus.ask(asked, before).answer == corpus.ask(alone).answer


@pytest.mark.parametrize("asked", ["开放型实践中心有几种", "开放型区域产教融合实践中心分几类"])
def test_the_kinds_of_a_programme_are_counted(corpus: Built, asked: str) -> None:
    answer = corpus.ask(asked)
    assert answer.answer.startswith("3种：")
    assert all(kind in answer.citations[0].quote for kind in ("学校实践中心", "企业实践中心", "公共实践中心"))


def test_sorts_that_nothing_divides_are_not_counted(corpus: Built) -> None:
    assert corpus.ask("专精特新产业学院有几种").outcome == "clarify"
    assert not corpus.ask("开放型实践中心有几种申报材料").answer.startswith("3种")


def test_an_only_that_two_clauses_are_at_odds_on_depends(corpus: Built) -> None:
    assert corpus.ask("行业产教融合共同体必须由龙头企业牵头吗").verdict == "conditional"
    assert corpus.ask("专精特新产业学院必须由高校牵头吗").verdict == "yes"


def test_a_shared_short_name_is_the_one_spoken_of(corpus: Built) -> None:
    answer = corpus.ask("不交会怎么样", "产教科融合发展联合体谁能牵头", "联合体的年度总结交给谁")
    assert {p.programme for p in answer.by_programme} <= {"cjk-consortium"}
    assert corpus.frame("联合体的年度总结交给谁", "产教科融合发展联合体谁能牵头").named == ("cjk-consortium",)


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("校企协同就业创业创新示范实践基地的联合申报企业必须成立2年以上吗", "yes"),
        ("校企协同就业创业创新示范实践基地的联合申报企业成立2年以上才行吗", "yes"),
        ("校企协同就业创业创新示范实践基地的联合申报企业必须成立3年以上吗", "no"),
        ("校企协同育人示范基地合作要满5年才行吗", "no"),
        ("校企协同育人示范基地企业导师必须占三分之一以上吗", "yes"),
    ],
)
def test_the_very_bound_of_a_clause_is_confirmed(corpus: Built, text: str, verdict: str) -> None:
    assert corpus.ask(text).verdict == verdict


def test_a_note_on_a_word_of_a_table_tells_of_that_word_alone(corpus: Built) -> None:
    assert corpus.ask("市域产教联合体产值要多少").outcome == "not_specified"
    assert "500万元" in corpus.ask("市域产教联合体限额以上零售业年商品销售总额要多少").answer


def test_who_may_apply_is_asked_anew_whatever_was_asked_before(corpus: Built) -> None:
    answer = corpus.ask("我们是部属高校", "校企协同育人示范基地公示多久")
    assert answer.verdict == "yes"
    assert "公示" not in answer.answer


@pytest.mark.parametrize(
    ("noun", "told"), [("邮箱", "rlzy@chinasme.org.cn"), ("联系人", "陈琛"), ("电话", "010-82292097")]
)
def test_a_noun_alone_asks_for_its_value(corpus: Built, noun: str, told: str) -> None:
    answer = corpus.ask(noun, "专精特新产业学院民办高职能牵头吗", "园区能当联合申报单位吗")
    assert answer.verdict is None
    assert told in answer.answer


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("专精特新产业学院找了3家企业可以吗", "conditional"),
        ("专精特新产业学院联合1家企业够吗", "conditional"),
        ("专精特新产业学院联合3家企业，其中1家省级专精特新，够吗", "yes"),
        ("校企协同就业创业创新示范实践基地联合4家企业可以吗", "yes"),
        ("校企协同就业创业创新示范实践基地联合6家企业可以吗", "no"),
    ],
)
def test_so_many_of_a_wider_kind_do_not_meet_a_bound_on_a_narrower_one(corpus: Built, text: str, verdict: str) -> None:
    assert corpus.ask(text).verdict == verdict


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("灯塔实践基地有40名教师，够吗", "conditional"),
        ("灯塔实践基地有40名高级职称教师，够吗", "yes"),
        ("灯塔实践基地有20名高级职称教师，够吗", "no"),
    ],
)
def test_people_of_a_wider_kind_do_not_meet_it_either(text: str, verdict: str) -> None:
    built = over("灯塔实践基地申报指南", "一、条件", "（一）有30名以上高级职称教师。")
    assert built.ask(text).verdict == verdict


@pytest.mark.parametrize(
    ("text", "verdict"),
    [("有4间厨房，够吗", "conditional"), ("有4间标准化厨房，够吗", "yes"), ("有2间厨房，够吗", "no")],
)
def test_things_of_a_wider_kind_do_not_meet_it(text: str, verdict: str) -> None:
    built = over("灯塔实践基地申报指南", "一、条件", "（一）建有标准化厨房3间以上。")
    assert built.ask(text).verdict == verdict


def test_what_is_only_told_gets_no_yes(corpus: Built) -> None:
    answer = corpus.ask("去年换过合作企业", "校企协同育人示范基地合作协议签了4年行吗")
    assert answer.verdict is None


def test_who_may_be_a_thing_is_not_told_by_what_that_thing_may_be(corpus: Built) -> None:
    assert corpus.ask("校企协同就业创业创新示范实践基地我是班主任能当负责人吗").verdict == "not_specified"


def test_a_part_of_a_name_picks_one_of_two_that_share_a_short_one(corpus: Built) -> None:
    frame = corpus.frame("牵头单位是开发区可以吗", "我想问下联合体的事", "市域的")
    assert frame.named == ("hangzhou-consortium",)


def test_a_figure_told_in_english_is_asked_about(corpus: Built) -> None:
    before = "校企协同就业创业创新示范实践基地 — who may lead?"
    assert corpus.ask("We have six partners", before).verdict == "no"
