"""A yes that its own clause gainsays: each trap beside the question to which the same clause does say yes."""

from __future__ import annotations

import pytest

from assistant.answering.question.claimed import claim
from tests.answering.built import Built, over


@pytest.fixture(scope="module")
def lantern() -> Built:
    """A guideline nobody published."""
    return over(
        "灯塔实践基地管理办法",
        "第一条 期满评估不合格的，限期六个月整改，整改后仍不合格的摘牌。",
        "第二条 摘牌之前应当书面告知有关单位，听取其申辩。",
        "第三条 网上数据与纸质台账不一致的，以网上数据为准。",
        "第四条 未提交影像资料的不影响评分。",
        "第五条 公示无异议后，由中心颁发铜牌。",
        "第六条 航标员津贴不得用于购置车辆，救生艇除外。",
        "第七条 联合体的材料封面加盖牵头单位公章即可。",
        "第八条 接收短期访客的，不计入前述训练人数。",
        "第九条 省级基地在第五部分盖章，首页不盖章。",
        "第十条 训练期满由县航道站组织考核，由市航道局组织验收。",
        "第十一条 面向渔业的新设专业，连续招生可放宽至2届。",
        "第十二条 每个基地可获得20万元建设补助。年度考核优秀的，另给予5万元奖励。筹备类基地不参加优秀评定。",
    )


@pytest.mark.parametrize(
    "question",
    [
        "灯塔实践基地期满评估不合格，是不是没有整改的机会了？",
        "灯塔实践基地摘牌，中心是不会提前书面告知单位的，对吧？",
        "灯塔实践基地网上数据与纸质台账不一致的，以纸质台账为准，对吧？",
        "灯塔实践基地没有提交影像资料的会影响评分，对吧？",
        "灯塔实践基地公示有异议也照样颁发铜牌，是吧？",
        "灯塔实践基地联合体的材料封面每一方都要盖公章，对吧？",
        "灯塔实践基地接收短期访客也算进训练人数，对吧？",
        "灯塔实践基地的省级基地也要在首页盖章，对吧？",
        "灯塔实践基地训练期满由市航道局组织考核，对吧？",
        "灯塔实践基地面向渔业的新设专业连续招生一届就够了，对吗？",
        "灯塔实践基地筹备类基地年度考核优秀也有5万元奖励，没错吧？",
        "灯塔实践基地的训练人数和补助跟省级基地是一样多的，对吧？",
    ],
)
def test_the_clause_says_otherwise(lantern: Built, question: str) -> None:
    answer = lantern.ask(question)
    assert answer.verdict in ("no", "not_specified"), answer.answer


@pytest.mark.parametrize(
    "question",
    [
        "灯塔实践基地网上数据与纸质台账不一致的，以网上数据为准，对吧？",
        "灯塔实践基地联合体的材料封面加盖牵头单位公章即可，对吧？",
        "灯塔实践基地训练期满由县航道站组织考核，对吧？",
        "灯塔实践基地摘牌之前应当书面告知有关单位，对吧？",
        "灯塔实践基地未提交影像资料的不影响评分，对吧？",
        "灯塔实践基地航标员津贴不能用于购置车辆，对吧？",
    ],
)
def test_the_clause_says_so(lantern: Built, question: str) -> None:
    answer = lantern.ask(question)
    assert answer.verdict == "yes", answer.answer


@pytest.mark.parametrize(
    ("question", "denied"),
    [
        ("灯塔实践基地不提供住宿就不能申报，对吧？", ()),
        ("灯塔实践基地没有提交视频的会影响评审，对吧？", ()),
        ("灯塔实践基地免不了要交年报，对吧？", ()),
        ("灯塔实践基地的总结不用交，对吧？", ("交",)),
        ("灯塔实践基地申报不能超过5家，对吧？", ()),
        ("我们没有船，灯塔实践基地能报吗？", ()),
        ("灯塔实践基地的保险不是必须买的，对吧？", ("必须买的",)),
    ],
)
def test_what_is_claimed_not_to_be(lantern: Built, question: str, denied: tuple[str, ...]) -> None:
    assert claim(lantern.frame(question)).denied == denied


def test_who_is_never_to_have_a_part_has_one_where_the_rule_opens_to_them() -> None:
    built = over(
        "灯塔实践基地申报指南",
        "一、申报主体",
        "高校联合渔业企业、行业协会、产业园区等主体申报。联合申报单位可包括渔业企业、行业协会、产业园区等。",
    )
    asked = "Only companies, never industry associations, may join the 灯塔实践基地 application, correct?"
    assert built.ask(asked).verdict == "no"
    assert built.ask("May industry associations join the 灯塔实践基地 application?").verdict == "yes"
