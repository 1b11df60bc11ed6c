"""A clause that only speaks of something near what is asked answers nothing: no yes, and no "not required"."""

from __future__ import annotations

import pytest

from tests.answering.built import Built, over

TEXT = (
    "灯塔实践基地申报指南",
    "一、牵头单位",
    "牵头单位应为高水平院校，能够协调政府、行业协会、企业等多方资源。",
    "二、申报单位",
    "本项目应由灯塔协会批准认定的院校等申报单位组成联合体申报。",
    "三、管理",
    "申报单位如有出现违法违规等行为，一经查实，予以撤销认定。",
    "撤销称号前将告知有关单位，听取其陈述和答辩。",
    "申报书正文不超过500字。",
    "教师收入剩余部分按不超过30%的比例分配。",
)


@pytest.fixture(scope="module")
def harbour() -> Built:
    return over(*TEXT)


@pytest.mark.parametrize(
    "question",
    [
        "灯塔实践基地会不会被罚款？",
        "灯塔实践基地申报要不要面试？",
        "灯塔实践基地申报书字数有没有下限要求？",
        "Is there a requirement that applicants hold ISO certification for the 灯塔实践基地?",
        "Must applicants hold blockchain certification for the 灯塔实践基地?",
        "Are there age limits for teachers in the 灯塔实践基地?",
        "灯塔实践基地有没有规定企业必须出场地费？",
        "灯塔实践基地对企业有没有必须盈利的要求？",
    ],
)
def test_something_near_answers_nothing(harbour: Built, question: str) -> None:
    answer = harbour.ask(question)
    assert (answer.verdict, answer.abstained) == ("not_specified", True), answer.answer


@pytest.mark.parametrize(
    ("question", "quote"),
    [
        ("灯塔实践基地申报书字数有没有上限？", "申报书正文不超过500字。"),
        ("灯塔实践基地撤销称号前要听取答辩吗？", "撤销称号前将告知有关单位，听取其陈述和答辩"),
        ("灯塔实践基地违法违规会被撤销认定吗？", "申报单位如有出现违法违规等行为，一经查实，予以撤销认定"),
    ],
)
def test_the_thing_itself_is_answered(harbour: Built, question: str, quote: str) -> None:
    answer = harbour.ask(question)
    assert (answer.verdict, answer.citations[0].quote) == ("yes", quote), answer.answer
