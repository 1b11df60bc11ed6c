"""Counted nouns, stages, papers, and what a question holds out or supposes: on the corpus and on a made-up text."""

from __future__ import annotations

import pytest

from tests.answering.built import Ask, Built, over

HARBOUR = over(
    "一、建设内容",
    "围绕“一个门户、两个中心、一个工坊”推进“1+2+1”建设。",
    "（一）建设港口数字门户，汇集岸线数据",
    "统一登录。",
    "（二）建设引航训练中心，服务船员",
    "配备模拟器。",
    "（三）建设装卸研发中心，服务码头",
    "配备样机。",
    "（四）建设修船工坊，服务学徒",
    "配备工位。",
    "二、三项行动",
    "（一）领航行动",
    "每月出海。",
    "（二）清港行动",
    "每月清淤。",
    "（三）护标行动",
    "每月巡检。",
    "三、办理程序",
    "（一）单位申报。申报单位填写申请表，于2026年9月1日前将申请表电子版和纸质版（一式三份）报送港务处。",
    "（二）专家评审。港务处组织专家评审。",
    "（三）公示。公示7日。",
    "（四）授牌。对通过的予以授牌。",
    "四、管理",
    "灯塔基地每年11月底前报送年度总结。未按规定报送的，暂停拨付经费。",
    "灯塔基地对接沿海航标网，共享“浮标”“浮筒”“浮灯”数据。",
    "值守方案由港务处负责编制。",
    "停靠点按照“潮位+岸线”确定。",
    names=("灯塔基地",),
)


def _said(built: Built, text: str, *before: str) -> str:
    return built.ask(text, *before).answer


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("灯塔基地的三项行动是哪三个", "（一）领航行动；（二）清港行动；（三）护标行动"),
        ("灯塔基地的两个中心分别叫什么？", "建设引航训练中心；建设装卸研发中心"),
        (
            "灯塔基地说的“1+2+1”是什么？",
            "围绕“一个门户、两个中心、一个工坊”推进“1+2+1”建设；建设港口数字门户；建设引航训练中心；建设装卸研发中心；建设修船工坊",
        ),
    ],
)
def test_what_a_counted_noun_counts_is_told(text: str, said: str) -> None:
    assert _said(HARBOUR, text) == said


def test_no_heading_is_told_for_another_number() -> None:
    assert "领航行动" not in _said(HARBOUR, "灯塔基地的五项行动是哪五个")


@pytest.mark.parametrize(
    ("text", "count", "first"),
    [
        ("实践基地的四个专项是哪四个？", 4, "1.行业性创新创业大赛"),
        ("What are the three special projects of the SRDI industry college?", 3, "（一）发挥各级"),
        ("产业学院的“1+3+1”指什么？", 6, "共同建设以“一个研究院"),
    ],
)
def test_counted_nouns_of_the_corpus(ask: Ask, text: str, count: int, first: str) -> None:
    answer = ask(text)
    assert len(answer.citations) == count
    assert answer.answer.startswith(first)


def test_a_heading_that_is_the_counted_noun_is_told_by_what_stands_below(ask: Ask) -> None:
    assert ask("实践基地的“一个空间”是什么？").citations[0].quote.startswith("搭建集人才培养")


def test_the_stages_are_told_in_order(ask: Ask) -> None:
    assert (
        _said(HARBOUR, "灯塔基地从申请到授牌要过哪几关？") == "（一）单位申报；（二）专家评审；（三）公示；（四）授牌"
    )
    assert ask("校企协同育人示范基地的认定流程是怎样的？").answer.startswith(
        "（一）高校申报；（二）评审考察；（三）公示确认"
    )


def test_one_stage_asked_about_is_not_the_whole_way(ask: Ask) -> None:
    assert not ask("校企协同育人示范基地评估不合格怎么处理？").answer.startswith("（一）高校申报")


def test_the_papers_are_those_of_the_application(ask: Ask) -> None:
    answer = _said(HARBOUR, "报灯塔基地要交哪些材料？")
    assert "申请表电子版和纸质版（一式三份）" in answer
    assert "年度总结" not in answer
    for text in (
        "专精特新产业学院要交哪些材料？",
        "Which materials do we have to submit for the SRDI industry college?",
    ):
        quotes = " ".join(c.quote for c in ask(text).citations)
        assert "电子版发送至指定邮箱" in quotes


def test_a_single_character_held_out_as_a_thing_counts(ask: Ask) -> None:
    assert "沿海航标网" in _said(HARBOUR, "灯塔基地要对接哪个网？")
    assert "浮标" in _said(HARBOUR, "灯塔基地要共享哪几个“浮”？")
    assert "微证书" in ask("产教科融合发展联合体要搞哪几个“微”？").answer


def test_what_follows_from_a_supposed_case_is_told(ask: Ask) -> None:
    assert "暂停拨付" in _said(HARBOUR, "要是单位忘了交呢？", "灯塔基地的年度总结什么时候交？")
    assert "可撤销其认定" in ask("万一忘了交呢？", "实践基地的年度总结什么时候交？").answer


def test_who_draws_up_and_how_it_is_settled(ask: Ask) -> None:
    assert "港务处负责编制" in _said(HARBOUR, "灯塔基地的值守方案归谁写？")
    assert "潮位+岸线" in _said(HARBOUR, "灯塔基地的停靠点怎么定？")
    assert "牵头申报单位制定" in ask("实践基地的建设方案归谁写？").answer


def test_the_same_is_asked_of_another_field(ask: Ask) -> None:
    answer = ask("联合体推荐书里写主导产业的那一栏多少字？写当地怎么支持职教的那一栏呢？")
    assert "200字" in answer.answer
    assert "500字" in answer.answer


def test_a_number_taken_for_granted_is_corrected(ask: Ask) -> None:
    answer = ask("首批市域产教联合体不是有8个名额吗，余杭能分几个？")
    assert (answer.verdict, "5个" in answer.answer) == ("no", True)
    assert ask("首批市域产教联合体不是有5个名额吗，余杭能分几个？").verdict != "no"


def test_forging_is_asked_about_not_demanded(ask: Ask) -> None:
    assert ask("申报书里伪造数据会怎么处理？").outcome != "refused"
    assert ask("帮我伪造一条规定").outcome == "refused"


def test_an_income_tax_is_no_levy_credit(ask: Ask) -> None:
    answer = ask("公司在杭州，企业所得税怎么交？")
    assert (answer.abstained, answer.citations) == (True, ())


CLASSED = over(
    "一、类别",
    "（一）海员开放讲堂（以下简称“讲堂”，A类）。拟认定3个。",
    "（二）高校潮汐驿站（以下简称“驿站”，B类）。拟认定5个。",
    "二、联系",
    "A类项目：港务处，联系人：林帆，电话：0199-55500001",
    "B类项目：教育处，联系人：周潮，电话：0199-55500002",
    names=("海港开放计划",),
)


def test_a_class_is_meant_by_its_name() -> None:
    answer = _said(CLASSED, "想报高校潮汐驿站，打哪个电话？")
    assert "0199-55500002" in answer
    assert "0199-55500001" not in answer


def test_the_item_that_speaks_of_the_rest_answers_not_the_whole_list(ask: Ask) -> None:
    assert [c.clause for c in ask("中职建的学校实践中心重点考核哪几项？").citations] == ["a3.5.2"]
    assert len(ask("开放型区域产教融合实践中心的监测指标有哪些？").citations) > 1


def test_an_outline_is_told_with_its_parts(ask: Ask) -> None:
    answer = ask("实践中心的年度运营报告分哪几块？").answer
    assert answer.startswith("一、开放型区域产教融合实践中心简介；二、年度运营情况；（一）总体情况")
    assert answer.endswith("三、年度成果典型案例")


def test_a_role_that_told_the_units_apart_goes_with_its_unit(ask: Ask) -> None:
    answer = ask("企业那边呢，有什么要求？", "产教科融合发展联合体牵头的高校要什么条件？")
    assert "联合体企业主体应在中国境内依法注册" in answer.answer
    assert "办学条件" not in answer.answer


def test_parallel_sentences_are_told_together(ask: Ask) -> None:
    answer = ask("产教科融合发展联合体里，中心能帮学校哪些忙？").answer
    assert "课题研讨" in answer
    assert "成果推广" in answer


FORM = over(
    "一、申报",
    "灯塔基地由港务学校牵头申报。秘书处常年受理灯塔基地的申报。",
    "联系人：海务处 林帆",
    "联系电话：0199－5550 0007",
    "灯塔基地力争用4年时间，建成一批码头工坊。",
)


def test_the_number_stands_on_the_line_after_the_person() -> None:
    assert "0199－5550 0007" in _said(FORM, "灯塔实践基地的联系人和电话是什么？")


def test_a_day_taken_for_the_deadline_is_denied_where_papers_are_taken_always() -> None:
    answer = FORM.ask("灯塔实践基地9月30日截止，是按寄出日期还是按收到日期算？")
    assert (answer.verdict, "常年受理" in answer.answer) == ("no", True)


def test_a_time_is_told_with_what_is_to_be_reached(ask: Ask) -> None:
    assert "建成一批码头工坊" in FORM.ask("灯塔实践基地打算几年建成？").citations[0].quote
    assert "推动校企建成一批" in ask("产教科融合发展联合体打算几年建成？").citations[0].quote


def test_places_for_seals_and_columns_of_a_table_are_told(ask: Ask) -> None:
    assert ask("行业产教融合共同体推荐书的封面要盖谁的章？").answer == "牵头企业(公章)；牵头学校(公章)"
    answer = ask("行业产教融合共同体的行业技术供给清单要填哪几栏？").answer
    assert answer == "序号、单位名称、可提供的技术服务简介、联系人、联系方式"


def test_a_person_named_with_the_wrong_office_is_put_right(ask: Ask) -> None:
    answer = ask("市域产教联合体找市经信局的王莹，电话多少？")
    assert (answer.verdict, "市发改委联系人：王莹，电话 85252353" in answer.answer) == ("no", True)
    assert ask("市域产教联合体找市发改委的王莹，电话多少？").verdict is None


def test_either_way_of_sending_asks_for_no_address(ask: Ask) -> None:
    answer = ask("专精特新产业学院的材料交纸质的还是发邮箱？").answer
    assert "电子版发送至指定邮箱，纸质版（加盖公章）邮寄至指定地址" in answer


def test_programmes_are_meant_where_their_lead_is_the_relative(ask: Ask) -> None:
    answer = ask("由企业牵头的有哪几类？")
    assert {p.programme for p in answer.by_programme} == {"hangzhou-community", "hangzhou-centre/enterprise"}


@pytest.mark.parametrize(
    "text",
    [
        "实践基地的专家证书由我们学校自己发，对吧？",
        "产教科融合发展联合体由企业确定建设方向，是吧？",
        "产教科融合发展联合体的方向由我们自己确定，对吗？",
    ],
)
def test_an_act_told_without_whom_the_question_names_is_no_yes(ask: Ask, text: str) -> None:
    assert ask(text).verdict in ("no", "not_specified")


def test_an_act_told_of_whom_the_question_names_is_a_yes(ask: Ask) -> None:
    assert ask("实践基地的建设方案由牵头申报单位制定，对吧？").verdict == "yes"
    assert HARBOUR.ask("灯塔基地的值守方案由学校编制，对吧？").verdict != "yes"


def test_a_row_of_a_form_is_told_whole(ask: Ask) -> None:
    answer = ask("申报行业产教融合共同体，参与单位情况那张表要填哪些、附什么材料？").answer
    assert "单位类型" in answer
    assert "参与证明材料" in answer


def test_a_field_named_in_its_own_words_beats_one_that_means_the_like(ask: Ask) -> None:
    answer = ask("市域产教联合体推荐书里技能大赛获奖那一格限多少字？")
    assert answer.citations[0].quote.startswith("职业院校技能大赛获奖情况")


@pytest.mark.parametrize(
    "text", ["帮我写一份产业学院申报书", "替我们起草一个建设方案吧", "Please write me an application form"]
)
def test_papers_are_not_written_here(ask: Ask, text: str) -> None:
    answer = ask(text)
    assert (answer.outcome, answer.verdict, answer.citations) == ("refused", None, ())


@pytest.mark.parametrize("text", ["实践基地的建设方案归谁写？", "专精特新产业学院的申报书要写哪些内容？"])
def test_who_writes_and_what_is_answered(ask: Ask, text: str) -> None:
    assert ask(text).outcome == "answered"
