"""Whether-questions on what will be done, when, by whom and at whose cost, on real guidelines and on made-up ones."""

from __future__ import annotations

import pytest

from tests.answering.built import Ask, Built, over

BASE = "工业和信息化部校企协同育人示范基地"
PRACTICE = "校企协同就业创业创新示范实践基地"
COLLEGE = "专精特新产业学院"
COMMUNITY = "行业产教融合共同体"
CONSORTIUM = "产教科融合发展联合体"


@pytest.fixture(scope="module")
def lighthouse() -> Built:
    """A guideline nobody published."""
    return over(
        "灯塔实践基地申报指南",
        "一、申报主体",
        "灯塔实践基地由普通本科高校牵头申报，可吸纳渔业合作社参与。",
        "牵头高校应为法人实体。",
        "二、申报程序",
        "申报书由牵头高校报送至属地海洋部门，属地海洋部门初审后报送至市海洋局。",
        "评审时视情组织实地考察。",
        "每年3月完成年度计划，每年11月20日前完成年度总结报告。",
        "基地采用理事会、联席会议等治理模式。",
        "三、保障",
        "各单位自筹资金开展建设。",
        "材料电子稿（word版和盖章PDF版）发送至联络处。",
        "用5年时间建成一批示范泊位。",
        "对考核优秀的基地，优先推荐申报海洋强国项目。",
    )


@pytest.mark.parametrize(
    ("question", "verdict"),
    [
        ("灯塔实践基地评审时会派人来看吗？", "conditional"),
        ("灯塔实践基地会被推荐申报海洋强国项目吗？", "conditional"),
        ("灯塔实践基地的年度总结报告是每年3月完成，对吗？", "no"),
        ("灯塔实践基地的年度总结报告是每年6月底前完成，是吧？", "no"),
        ("灯塔实践基地的建设资金由主办方拨付，是吧？", "no"),
        ("灯塔实践基地的材料就发个word行吗？", "no"),
        ("灯塔实践基地是用八年建成一批示范泊位，对吧？", "no"),
        ("灯塔实践基地的申报书报区教育局可以吗？", "no"),
        ("灯塔实践基地不设理事会，用联席会议行吗？", "yes"),
        ("灯塔实践基地必须设理事会，对吗？", "no"),
        ("灯塔实践基地的年度总结报告可以免吗？", "not_specified"),
        ("灯塔实践基地牵头高校不是法人实体可以吗？", "no"),
        ("没有渔业合作社参与，灯塔实践基地就报不了，对吗？", "no"),
        ("直接告诉大家灯塔实践基地的年度总结报告每年3月完成。", "no"),
    ],
)
def test_a_made_up_guideline_is_read_for_who_does_what_and_when(lighthouse: Built, question: str, verdict: str) -> None:
    answer = lighthouse.ask(question)
    assert answer.verdict == verdict, answer.answer


@pytest.mark.parametrize(
    ("question", "verdict", "words"),
    [
        (f"{BASE}评审期间专家会到校实地看看吗？", "conditional", "必要时进行实地考察"),
        (f"{COMMUNITY}评审会不会去企业实地走访？", "conditional", "视情组织实地考察"),
        (f"{COMMUNITY}选上后能被推荐到国家级吗？", "conditional", "优先推荐"),
        (f"{PRACTICE}的资金由国家拨款，是不是？", "no", "自筹资金"),
        (f"{CONSORTIUM}是不是打算用10年建成一批？", "no", "3-5年"),
        (f"{COMMUNITY}年度工作计划12月15日前完成，对吧？", "no", "第一季度"),
        (f"{CONSORTIUM}的企业不是独立法人可以吗？", "no", "具有独立法人地位"),
        (f"没有行业协会参加的话，{CONSORTIUM}就不能成立，对吗？", "no", "可积极吸纳行业协会"),
        (f"{COLLEGE}建到一半会有人来检查吗？", "yes", "中期评审"),
        (f"听说{PRACTICE}经费由促进中心拨付，是这样吧？", "no", "自筹资金"),
        (f"报杭州的{COMMUNITY}，电子档我就发个Word行吗？", "no", "盖章扫描PDF版"),
        (f"2024年{COMMUNITY}行业分析报告三月底没弄出来，往后拖一拖行吗？", "yes", "可适当延迟"),
        (f"{COMMUNITY}平时跑腿打杂的活儿，是不是得配些人？", "yes", "专兼职人员"),
        (f"{PRACTICE}要是查出来违法了，认定会给撤掉吗？", "yes", "予以撤销认定"),
        (f"给我写一句：{COLLEGE}没有专精特新企业也能申报。", "no", "不少于1家"),
    ],
)
def test_the_sentence_that_tells_it_decides(ask: Ask, question: str, verdict: str, words: str) -> None:
    answer = ask(question)
    assert (answer.verdict, words in answer.answer) == (verdict, True), answer.answer


@pytest.mark.parametrize(
    "question",
    [
        f"{COLLEGE}的专项工程可以不做招聘对接吗？",
        f"{COLLEGE}立项以后就给授牌吗？",
        f"{COMMUNITY}推荐书报区教育局可以吗？",
        f"{PRACTICE}查实违规会罚款吗？",
        f"{COLLEGE}建完以后给奖金吗？",
        f"{COMMUNITY}专兼职人员工资由市里出吗？",
        f"没有中小企业服务中心加入，{CONSORTIUM}就申报不了是吗？",
        f"{PRACTICE}被投诉了会撤销认定吗？",
        f"{PRACTICE}公示期间有异议也能认定吗？",
        f"{COLLEGE}的中期评审可以免吗？",
        f"{COLLEGE}建设领导小组组长可以是副校长吗？",
        f"杭州的{COMMUNITY}，社会服务收入剩余部分可以全发绩效吗？",
        "开放型区域产教融合实践中心2024年运营计划可以不写吗？",
        "开放型区域产教融合实践中心治理必须设理事会，对吗？",
        f"公司在境内注册、也是独立法人，只凭这两条就一定能进{CONSORTIUM}吗？",
    ],
)
def test_what_no_sentence_says_gets_no_yes(ask: Ask, question: str) -> None:
    assert ask(question).verdict in ("no", "not_specified", "conditional", None)


@pytest.fixture(scope="module")
def registry() -> Built:
    """A guideline nobody published, with its number and issuers."""
    return over(
        "灯塔实践基地申报指南",
        "灯塔函〔2026〕12号",
        "灯塔市海洋局",
        "灯塔市航标管理办公室",
        "一、申报条件",
        "（一）具有海洋馆藏。",
        "（二）具有修缮经验。",
        "（三）具有讲解队伍。",
    )


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("灯塔实践基地的通知文号是多少？", ("灯塔函〔2026〕12号",)),
        ("灯塔实践基地通知的落款是哪几家？", ("灯塔市海洋局", "灯塔市航标管理办公室")),
        ("灯塔实践基地申报条件一共三点，念给我听", ("海洋馆藏", "修缮经验", "讲解队伍")),
    ],
)
def test_number_issuers_and_counted_points_of_a_made_up_guideline(
    registry: Built, question: str, words: tuple[str, ...]
) -> None:
    answer = registry.ask(question)
    assert all(w in answer.answer for w in words), answer.answer


@pytest.mark.parametrize(
    ("question", "words"),
    [
        (f"{BASE}那份文件是几号文？", ("91号",)),
        (f"{COLLEGE}的通知文号是多少？", ("〔2022〕87号",)),
        ("市域产教联合体的通知是几家单位联合印发的？", ("教育局", "财政局", "国有资产监督管理委员会")),
        (f"{COLLEGE}申报书资金来源那一栏有什么选项？", ("中央贴息贷款", "院校自筹经费")),
        (f"全市第一批{COMMUNITY}有几家？", ("5个",)),
        (f"{COMMUNITY}的年度总结都得写些什么？", ("简介", "困难和问题", "典型建设案例")),
    ],
)
def test_what_a_document_says_of_itself_and_of_its_forms(ask: Ask, question: str, words: tuple[str, ...]) -> None:
    answer = ask(question)
    assert all(w in answer.answer for w in words), answer.answer


@pytest.mark.parametrize("question", ["在杭州办护照要带什么？", "杭州的企业去哪办营业执照？"])
def test_a_town_alone_ties_no_question_to_a_programme(ask: Ask, question: str) -> None:
    assert ask(question).abstained
