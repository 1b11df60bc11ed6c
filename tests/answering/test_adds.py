"""A yes grants nothing that only the question says; where the clause says it too, the yes stands."""

from __future__ import annotations

from dataclasses import replace

import pytest

from assistant.answering.beyond.adds import adds
from assistant.answering.grounds.finding import Finding
from assistant.guideline.quote import locate
from tests.answering.built import Built, over
from tests.programmes.fixtures import clause

TEXT = (
    "灯塔实践基地申报指南",
    "一、申报要求",
    "牵头单位应为高等职业院校，申报方向可参考海洋牧场、港口物流。",
    "海洋司协助引进渔业电视台对入选单位进行报道。",
    "每批推荐不超过3个。",
    "场地提供方为企业的，应配备专职教练。",
    "夜校面向在校学生和未就业渔民开展培训。",
    "工作室场地可与他人共用，共用的须有独立工作区。",
    "二、管理",
    "入选单位应在会后开展验收答辩，验收未通过的可再次申请验收。",
    "将训练项目整体转包或违法分包的，移出名录。",
    "术语首次出现时写全称，再次出现时可使用缩写。",
    "学校取得的培训收入，扣除成本后剩余部分可用于发放绩效。",
    "每年第一季度公布年度计划，每年12月公布年度总结。",
    "年度总结应提前送海洋司审阅。",
    "重点考核潮汐教材在全市的使用情况。",
    "名单公示6个工作日，无异议后予以认定。",
    "联系电话：0571-10000001 传真：0571-10000002",
    "安全培训应由派出学校购买保险，基地负责发放救生衣。",
)


@pytest.fixture(scope="module")
def lighthouse() -> Built:
    return over(*TEXT)


@pytest.mark.parametrize(
    "question",
    [
        "灯塔实践基地的申报方向是不是只能选海洋牧场？",
        "灯塔实践基地入选以后，渔业电视台必须来报道吗？",
        "灯塔实践基地是不是每批至少要推荐3个？",
        "除了高等职业院校，还有别的单位可以牵头灯塔实践基地吗？",
        "场地提供方是合作社，灯塔实践基地也得配备专职教练吗？",
        "已经就业的渔民可以参加灯塔实践基地的夜校培训吗？",
        "灯塔实践基地的验收答辩要提前开展吗？",
        "把灯塔实践基地训练项目的一部分分包出去，会被移出名录吗？",
        "灯塔实践基地的术语首次出现时可以使用缩写吗？",
        "灯塔实践基地的培训总收入可以用于发放绩效吗？",
        "灯塔实践基地的年度计划12月公布就可以，对吗？",
        "灯塔实践基地重点考核潮汐教材在全省的使用情况，对吧？",
        "有人对灯塔实践基地的名单提了异议，我们还是会被认定，对吧？",
        "灯塔实践基地的申请书传真过去就算正式报送了吗？",
        "灯塔实践基地安全培训的保险应该由企业来买，对吧？",
        "Must the 灯塔实践基地 lead unit be a national model college?",
    ],
)
def test_what_only_the_question_says_gets_no_yes(lighthouse: Built, question: str) -> None:
    answer = lighthouse.ask(question)
    assert answer.verdict != "yes", answer.answer


@pytest.mark.parametrize(
    ("question", "verdict", "quote"),
    [
        ("灯塔实践基地的牵头单位只能是高等职业院校吗？", "yes", "牵头单位应为高等职业院校"),
        ("灯塔实践基地每批最多推荐3个，对吧？", "yes", "每批推荐不超过3个"),
        ("场地提供方是企业，灯塔实践基地要配备专职教练吗？", "yes", "场地提供方为企业的，应配备专职教练"),
        ("在校学生可以参加灯塔实践基地的夜校培训吗？", "yes", "面向在校学生"),
        ("灯塔实践基地验收没通过，可以再次申请验收吗？", "yes", "可再次申请验收"),
        ("把灯塔实践基地训练项目违法分包，会被移出名录吗？", "yes", "违法分包"),
        ("灯塔实践基地的术语再次出现时可以使用缩写吗？", "yes", "再次出现时可使用缩写"),
        ("灯塔实践基地的年度总结要提前送审阅吗？", "yes", "提前送海洋司审阅"),
        ("灯塔实践基地名单会公示吗？", "yes", "名单公示6个工作日"),
        ("灯塔实践基地的工作室场地可以和别人共用吗？", "conditional", "可与他人共用，共用的须有独立工作区"),
    ],
)
def test_what_the_clause_says_too_is_told(lighthouse: Built, question: str, verdict: str, quote: str) -> None:
    answer = lighthouse.ask(question)
    assert answer.verdict == verdict, answer.answer
    assert quote in answer.citations[0].quote


@pytest.mark.parametrize(
    "question",
    [
        "灯塔实践基地名单公示了吗？",
        "灯塔实践基地公示结束了没有",
        "灯塔实践基地已经公示了吗",
        "灯塔实践基地现在公示了吗？",
        "灯塔实践基地还在公示吗",
        "灯塔实践基地年度总结公布了吗",
        "Has the 灯塔实践基地 list been published?",
        "Is the 灯塔实践基地 list public already?",
    ],
)
def test_what_has_happened_is_told_by_no_rule(lighthouse: Built, question: str) -> None:
    answer = lighthouse.ask(question)
    assert answer.verdict == "not_specified", answer.answer


@pytest.mark.parametrize(
    ("question", "said", "reason", "more"),
    [
        ("申报方向只能选海洋牧场吗？", "申报方向可参考海洋牧场", "", True),
        ("申报方向只能选海洋牧场吗？", "申报方向限于海洋牧场", "", False),
        ("验收没过还能再申请一次吗？", "可申请验收", "", True),
        ("验收没过还能再申请一次吗？", "可再申请验收", "", False),
        ("先盖章再申报可以吗？", "盖章后申报", "", False),
        ("总结要按季交吗？", "每年6月报送总结", "must", True),
        ("总结要按季交吗？", "每季度报送总结", "must", False),
        ("总结要按年级交吗？", "报送总结", "must", False),
        ("Is the summary due monthly?", "每季度报送总结", "must", True),
        ("总结要提前交吗？", "每年报送总结", "must", True),
        ("总结要提前交吗？", "总结提前报送", "must", False),
        ("除了学校，还有别的单位能牵头吗？", "学校可牵头", "inside", True),
        ("除了学校，还有别的单位能牵头吗？", "学校可牵头，其他单位也可牵头", "inside", False),
        ("联合单位都必须是规上企业吗？", "联合单位以企业为主", "inside", True),
        ("联合单位都必须是规上企业吗？", "联合单位须为企业", "inside", False),
        ("是不是至少要报3个？", "申报不超过3个", "meets", True),
        ("是不是最多报3个？", "申报不超过3个", "meets", False),
        ("每个园区都有3个名额吧？", "园区共3个", "", True),
        ("每个园区都有3个名额吧？", "每个园区3个", "", False),
        ("连专家一共3人够吗？", "团队（不含专家）3人", "meets", True),
        ("团队3人够吗？", "团队（不含专家）3人", "meets", False),
        ("合作社要自筹资金吗？", "依托单位为企业的，应自筹资金", "must", True),
        ("名单公示了吗？", "名单公示6个工作日", "", True),
        ("名单公示了吗？", "名单已公示", "", False),
        ("截止了吗？", "2024年5月15日截止", "passed", False),
        ("企业要自筹资金吗？", "依托单位为企业的，应自筹资金", "must", False),
    ],
)
def test_each_word_that_adds_has_its_counterpart(
    corpus: Built, question: str, said: str, reason: str, more: bool
) -> None:
    made = clause(said)
    found = Finding("p", "answered", "yes", said, (locate(made, said),), reason)
    assert adds(corpus.frame(question), found) is more


@pytest.mark.parametrize(
    ("kind", "said", "more"),
    [
        ("field", "□中央财政投入 □自筹", True),
        ("paragraph", "中央财政给予补助", False),
    ],
)
def test_a_box_to_tick_gives_nothing(corpus: Built, kind: str, said: str, more: bool) -> None:
    made = replace(clause(said), kind=kind)
    found = Finding("p", "answered", "yes", said, (locate(made, said),))
    assert adds(corpus.frame("申报书里有中央财政投入，那就有补助拿，是吗？"), found) is more


@pytest.mark.parametrize(("beside", "more"), [("答辩人员须有企业人员1人以上", False), ("答辩人员可有企业人员", True)])
def test_a_rule_beside_the_case_of_another_is_told_where_it_lays_a_duty(corpus: Built, beside: str, more: bool) -> None:
    quotes = tuple(locate(clause(said), said) for said in ("学校牵头的，应联合2家企业", beside))
    found = Finding("p", "answered", "yes", "", quotes, "must")
    assert adds(corpus.frame("上场答辩得有企业的人员吗？"), found) is more


def test_the_rule_of_one_case_is_not_given_to_the_next(corpus: Built) -> None:
    made = clause("名称变更的，应在会后备案；项目负责人变更的，应事先征得同意。")
    found = Finding("p", "answered", "yes", "", (locate(made, "名称变更的，应在会后备案"),))
    assert adds(corpus.frame("项目负责人变更，会后备案就行了吧？"), found)
    assert not adds(corpus.frame("名称变更，会后备案就行了吧？"), found)


@pytest.mark.parametrize("name", ["专精特新产业学院", "校企协同育人示范基地", "市域产教联合体"])
@pytest.mark.parametrize(
    "question",
    [
        "{}评审快吗",
        "我们能评上{}吗",
        "{}的专家到了吗",
        "{}算科研项目吗",
        "{}有税收优惠吗",
        "Can students apply for the {}?",
        "Is the {} worth it?",
    ],
)
def test_one_word_of_a_clause_is_no_rule_on_it(corpus: Built, question: str, name: str) -> None:
    answer = corpus.ask(question.format(name))
    assert answer.verdict != "yes", answer.answer


def test_the_whole_word_of_a_leave_is(corpus: Built) -> None:
    answer = corpus.ask("专精特新产业学院可以用活页教材吗？")
    assert answer.verdict == "yes"
    assert "活页" in answer.citations[0].quote
