"""Open questions: who is behind a programme, times told by order, kinds asked on, and what is none of our business."""

from __future__ import annotations

import pytest

from tests.answering.built import Ask, Built, over

TEXT = (
    "灯塔实践基地申报指南",
    "一、总则",
    "海事促进中心是沿海唯一的航标服务机构，负责本项目的组织实施。",
    "二、流程",
    "经评审通过的基地在我中心官网公示3个工作日，无异议后公布名单。",
    "改造完成后，项目办公室将组织验收。",
    "对通过验收的基地，由海事促进中心授牌。",
    "在扣除成本后，剩余部分用于职工的考核分配。",
)


@pytest.fixture(scope="module")
def lighthouse() -> Built:
    return over(*TEXT)


@pytest.mark.parametrize(
    "question",
    [
        "灯塔实践基地是哪家单位搞的？",
        "灯塔实践基地这个项目是谁办的",
        "Which organisation is running 灯塔实践基地?",
        "Our office got the guide. Which body launched 灯塔实践基地?",
    ],
)
def test_who_runs_it_is_told_by_the_clause_on_running_it(lighthouse: Built, question: str) -> None:
    assert "负责本项目的组织实施" in lighthouse.ask(question).answer


@pytest.mark.parametrize("question", ["灯塔实践基地谁来验收？", "灯塔实践基地由谁授牌", "灯塔实践基地的船谁来办保险"])
def test_who_does_one_thing_is_not_told_as_who_runs_it(lighthouse: Built, question: str) -> None:
    assert "负责本项目的组织实施" not in lighthouse.ask(question).answer


def test_our_centre_is_told_by_its_name(lighthouse: Built) -> None:
    made = lighthouse.ask("灯塔实践基地的名单公示在谁的官网上？")
    assert "我中心官网" in made.answer
    assert "海事促进中心" in made.answer
    assert len(made.citations) == 2


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("灯塔实践基地什么时候授牌", "对通过验收的基地"),
        ("灯塔实践基地啥时候验收", "改造完成后"),
        ("When does 灯塔实践基地 get its plaque?", "对通过验收的基地"),
    ],
)
def test_without_a_date_the_time_is_told_by_what_comes_before(lighthouse: Built, question: str, words: str) -> None:
    made = lighthouse.ask(question)
    assert made.outcome == "answered"
    assert made.answer.startswith(words)


@pytest.mark.parametrize(
    "question",
    [
        "灯塔实践基地几月几号授牌",  # a day is asked for
        "灯塔实践基地什么时候考核",  # the word stands in what the money is for
        "灯塔实践基地什么时候拨款",
        "灯塔实践基地申报什么时候截止",
    ],
)
def test_no_order_stands_for_a_date_or_another_act(lighthouse: Built, question: str) -> None:
    assert lighthouse.ask(question).abstained


@pytest.mark.parametrize(
    ("before", "question", "programme", "words"),
    [
        ("高职的学校实践中心重点考核什么", "公共的呢", "hangzhou-centre/public", "公共实践中心和企业实践中心重点考核"),
        ("公共实践中心谁来牵头", "企业的呢", "hangzhou-centre/enterprise", "企业作为牵头单位"),
        ("企业实践中心的建设单位是谁", "学校那类呢", "hangzhou-centre/school", "学校实践中心的建设单位"),
        ("学校实践中心由谁牵头", "那企业可以吗", "hangzhou-centre/school", "职业院校"),  # a unit, no kind
        ("市域产教联合体谁牵头", "企业呢", "hangzhou-consortium", "产业园区"),  # a programme without kinds
    ],
)
def test_another_kind_of_the_programme_is_asked_on(
    ask: Ask, before: str, question: str, programme: str, words: str
) -> None:
    made = ask(question, before)
    assert [p.programme for p in made.by_programme] == [programme]
    assert words in made.answer


@pytest.mark.parametrize(
    "question",
    [
        "学生证丢了怎么补",
        "职工年假有几天",
        "公司营业执照过期了咋换",
        "专家号怎么挂",
        "会计证换发在哪个窗口",
        "退休老师体检排在哪天",
        "学校食堂招标怎么报名",
        "人才公寓怎么申请",
        "How do I renew my passport?",
        "What is the tuition fee for a master's degree?",
    ],
)
def test_what_no_document_is_about_is_not_answered(ask: Ask, question: str) -> None:
    assert ask(question).abstained


@pytest.mark.parametrize(
    "question",
    [
        "材料有问题找谁",
        "联系人是谁",
        "纸质材料要交几份",
        "评审专家怎么评",
        "员工培训有什么要求",
        "Who can we call about the application?",
    ],
)
def test_what_names_no_programme_is_still_answered(ask: Ask, question: str) -> None:
    assert ask(question).outcome in ("answered", "partial")


BESIDE = (
    "石桥计划申报通知",
    "航标由石桥公司改造，组合方案由专家评审。",
    "网箱、泊位、航标、缆绳的分配由石桥公司考核，验收标准见附件。",
    "职工考核合格的，给予授牌；授牌仪式在每年5月举行。",
)


def test_other_documents_change_nothing_of_what_a_named_programme_is_told() -> None:
    alone, beside = over(*TEXT), over(*TEXT, beside=BESIDE)
    for question in (
        "灯塔实践基地什么时候授牌",
        "灯塔实践基地的组合泊位怎么验收",
        "灯塔实践基地职工怎么考核",
        "灯塔实践基地的网箱谁来分配",
        "灯塔实践基地可以由石桥公司改造吗",
    ):
        assert beside.ask(question).answer == alone.ask(question).answer


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("按灯塔实践基地的指南，收入给职工发完考核的，剩下的钱能花在什么上", "其余用于泊位维护"),
        ("灯塔实践基地发完考核分配，余下的怎么用", "其余用于泊位维护"),
        ("灯塔实践基地扣除成本后，剩下的怎么分配", "在扣除成本后，剩余部分的三成用于职工的考核分配"),
    ],
)
def test_what_is_left_is_told_by_the_sentence_on_the_rest(question: str, words: str) -> None:
    built = over(
        "灯塔实践基地申报指南",
        "一、收入",
        "在扣除成本后，剩余部分的三成用于职工的考核分配；其余用于泊位维护和航标添置。",
    )
    assert built.ask(question).answer.startswith(words)


FORM = (
    "灯塔实践基地申报书",
    "一、建设必要性",
    "（填写建设的必要性及可行性，500字以内）",
    "二、泊位条件",
    "（填写泊位和航标条件，800字以内）",
)


def test_no_limit_is_told_of_a_field_that_the_form_does_not_have() -> None:
    form = over(*FORM)
    assert "500" in form.ask("灯塔实践基地申报书里 necessity and feasibility 那段限多少字").answer
    assert form.ask("灯塔实践基地申报书里食堂伙食那段限多少字").abstained
    assert form.ask("What is the word limit for the kitchen garden in the 灯塔实践基地 form?").abstained


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("Which key fields does the notice on 校企协同育人示范基地 name?", "火炸药"),
        ("Is the plaque of 专精特新产业学院 given at approval or only after acceptance?", "对通过验收的高校"),
        ("What does an excellent Hangzhou platform get as support?", "考核优秀"),
    ],
)
def test_open_questions_in_english(ask: Ask, question: str, words: str) -> None:
    made = ask(question)
    assert words in made.answer
    assert made.verdict is None


@pytest.mark.parametrize(
    "question",
    [
        "国家级专精特新“小巨人”企业认定要什么条件",
        "高新技术企业认定对营业收入有什么要求",
        "省级重点实验室怎么申报",
        "教师资格证书怎么申请",
    ],
)
def test_how_to_get_another_title_is_not_answered(ask: Ask, question: str) -> None:
    assert ask(question).abstained


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("灯塔实践基地首批建几个？石桥计划的组合方案由谁评审？", ("首批建设8个", "由专家评审")),
        ("灯塔实践基地铺到多少个地方", ("6个沿海地区",)),
        ("灯塔实践基地名称照什么格式起", ("应为“XX灯塔站”",)),
        ("渔业学校和海事学校报灯塔实践基地，名额分别是几个", ("不超过3个", "不超过2个")),
    ],
)
def test_each_question_of_a_line_and_what_is_counted_are_told(question: str, words: tuple[str, ...]) -> None:
    built = over(
        "灯塔实践基地申报指南",
        "一、目标",
        "灯塔实践基地首批建设8个，覆盖6个沿海地区。",
        "二、申报",
        "渔业学校申报不超过3个，海事学校申报不超过2个。",
        "灯塔实践基地名称一般应为“XX灯塔站”。",
        beside=BESIDE,
    )
    answer = built.ask(question).answer
    assert all(w in answer for w in words)


def test_what_follows_the_end_is_no_task_and_who_is_told_by_no_title() -> None:
    built = over(
        "灯塔实践基地申报指南",
        "一、任务",
        "（一）改造航标。更新航标装备。",
        "（二）培训船员。每年开展培训。",
        "二、管理",
        "建设期满须报送总结报告，接受评估。",
        "汇总表由海事处报送。",
        "建设周期为3年，首批建设15个。",
        "附件1.灯塔实践基地汇总表",
    )
    assert "总结报告" in built.ask("灯塔实践基地建设期满以后干什么").answer
    assert "由海事处报送" in built.ask("灯塔实践基地汇总表由谁报").answer
    assert built.ask("灯塔实践基地一年要出海多少天").abstained


def test_how_a_thing_is_is_told_by_the_sentence_on_it() -> None:
    built = over(
        "一、工坊采取轮值会长、监事小组等管理体制，定期通报。",
        "二、推行企业匠人进校授艺、在校学员下厂跟岗的“两头跑”计划，拓宽成长渠道。",
        "三、申请表正文使用三号楷体，单倍行距。",
    )
    assert "轮值会长" in built.ask("灯塔实践基地采取什么样的管理体制？").answer
    assert "下厂跟岗" in built.ask("灯塔实践基地说的“两头跑”计划是什么意思？").answer
    assert built.ask("灯塔实践基地的培训采取什么样的收费？").outcome == "not_specified"
