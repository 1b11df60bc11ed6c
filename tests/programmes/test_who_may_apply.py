"""Who may apply, lead or not, in the wordings of offices: the statement that a sentence makes."""

from __future__ import annotations

import pytest

from tests.answering.built import over


@pytest.mark.parametrize(
    ("text", "role", "modality", "closed", "kinds"),
    [
        ("企业、社区居民委员会不能作为牵头组织。", "lead", "must_not", True, ("enterprise", "residents")),
        ("政府部门不作为申报单位。", "applicant", "must_not", True, ("government",)),
        ("行政机关不在申报之列。", "applicant", "must_not", True, ("government",)),
        ("合伙企业的申报不予受理。", "applicant", "must_not", True, ("individual_business",)),
        ("幼儿园、诊所以外的单位不予受理。", "applicant", "must", True, ("kindergarten", "clinic")),
        ("仅面向民办幼儿园。", "applicant", "must", True, ("kindergarten",)),
        ("灯塔实践基地由医疗机构自主申报。", "applicant", "must", True, ("medical",)),
        ("承担单位应为家庭农场。", "applicant", "must", True, ("family_farm",)),
        ("没有物业公司的，由居委会申报。", "applicant", "must", False, ("residents",)),
        ("园区类由管委会申报。", "applicant", "must", False, ("park",)),
    ],
)
def test_the_statement(text: str, role: str, modality: str, closed: bool, kinds: tuple[str, ...]) -> None:
    built = over("灯塔实践基地申报指南", "一、申报主体", text)
    (statement,) = (s for s in built.engine._statements if s.attribute == "unit")
    assert (statement.role, statement.modality, statement.closed) == (role, modality, closed)
    assert tuple(u.kind for u in statement.units) == kinds


@pytest.mark.parametrize(
    "text",
    [
        "由市教育局组织申报。",
        "由各县市推荐申报。",
        "由所在学校统一申报。",
        "由其运营单位申报。",
        "逾期申报不予受理。",
        "近三年受过处罚的，申报不予受理。",
    ],
)
def test_what_says_nothing_of_who_may_apply(text: str) -> None:
    built = over("灯塔实践基地申报指南", "一、申报主体", text)
    assert not [s for s in built.engine._statements if s.attribute == "unit"]


@pytest.mark.parametrize(
    ("text", "asked", "verdict"),
    [
        ("企业、社区居民委员会不能作为牵头组织，可以作为协作单位。", "我们居委会能牵头报灯塔实践基地吗", "no"),
        ("政府部门不作为申报单位，可由其所属的事业单位申报。", "政府部门能申报灯塔实践基地吗", "no"),
        ("申报单位应为事业单位。", "灯塔实践基地学校能申报吗", "conditional"),
        ("申报单位应为事业单位。", "灯塔实践基地民办学校能申报吗", "no"),
        ("申报单位应为事业单位。", "灯塔实践基地企业能申报吗", "no"),
        ("申报单位应为社会组织。", "灯塔实践基地行业协会能申报吗", "yes"),
        ("小区由物业公司申报，没有物业公司的，由居委会申报。", "灯塔实践基地居委会能申报吗", "conditional"),
        ("小区由物业公司申报，没有物业公司的，由居委会申报。", "灯塔实践基地幼儿园能申报吗", "not_specified"),
        ("灯塔实践基地由物业公司申报，没有物业公司的，由居委会申报。", "灯塔实践基地幼儿园能申报吗", "no"),
        ("申报单位应为社会组织。", "灯塔实践基地社会组织的会员企业能申报吗", "no"),
        ("申报单位应为乡镇卫生院。", "灯塔实践基地社区卫生服务中心能申报吗", "no"),
        ("医疗机构可以申报，诊所除外。", "灯塔实践基地村卫生室能申报吗", "yes"),
        ("申报单位应为社会组织。企业不能作为牵头组织。", "灯塔实践基地社会组织能牵头吗", "yes"),
        ("注册地不在本市的单位可以申报。", "灯塔实践基地企业能申报吗", "not_specified"),
    ],
)
def test_who_asks_is_told(text: str, asked: str, verdict: str) -> None:
    answer = over("灯塔实践基地申报指南", "一、申报主体", text, "二、其他", "申报书一式三份。").ask(asked)
    assert answer.verdict == verdict, answer.answer
