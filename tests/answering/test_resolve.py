"""Which programme is meant: full names, aliases, parts of names, document numbers, look-alikes."""

from __future__ import annotations

import pytest

from assistant.answering.question.resolve import Named, Resolver, _abbreviated
from assistant.answering.question.text import clean
from assistant.guideline.document import Entry, Guideline, Programme
from tests.answering.built import Built

HANGZHOU = {"hangzhou-consortium", "hangzhou-community", "hangzhou-centre"}


@pytest.fixture(scope="module")
def resolver(corpus: Built) -> Resolver:
    return Resolver(corpus.guidelines)


def held(resolver: Resolver, text: str) -> set[str]:
    low = clean(text).lower()
    return {p for n in resolver.find(low) if n.held for p in resolver.choose(n, low)}


def strangers(resolver: Resolver, text: str) -> list[Named]:
    return [n for n in resolver.find(clean(text).lower()) if not n.held]


@pytest.mark.parametrize(
    ("text", "programme"),
    [
        # full names
        ("“校企协同就业创业创新示范实践基地”谁能申报", "practice-base"),
        ("专精特新产业学院的申报条件", "industry-college"),
        ("“专精特新”产业学院的申报条件", "industry-college"),
        ("产教科融合发展联合体", "cjk-consortium"),
        ("工业和信息化部校企协同育人示范基地", "education-base"),
        ("杭州市行业产教融合共同体", "hangzhou-community"),
        ("市域产教联合体", "hangzhou-consortium"),
        ("企业实践中心谁能建", "hangzhou-centre/enterprise"),
        # aliases
        ("双创实践基地", "practice-base"),
        ("工信部校企协同育人基地", "education-base"),
        ("产业学院", "industry-college"),
        ("实践中心", "hangzhou-centre"),
        ("the practice base", "practice-base"),
        ("SRDI Industry College", "industry-college"),
        ("the open regional practice centre", "hangzhou-centre"),
        # a part of a full name
        ("协同育人示范基地", "education-base"),
        ("就业创新示范实践基地", "practice-base"),
        ("产教科发展联合体", "cjk-consortium"),
        # the document's number
        ("中小企函〔2022〕87号", "industry-college"),
        ("工人函〔2022〕91号什么时候截止", "education-base"),
        # spaced and full-width
        ("专精特新 产业 学院", "industry-college"),
        ("ＳＲＤＩ Industry College", "industry-college"),
    ],
)
def test_one_programme(resolver: Resolver, text: str, programme: str) -> None:
    assert held(resolver, text) == {programme}
    assert strangers(resolver, text) == []


def test_a_document_number_names_every_programme_of_the_document(resolver: Resolver) -> None:
    assert held(resolver, "杭教高教〔2024〕1号什么时候截止") >= HANGZHOU


@pytest.mark.parametrize(
    ("text", "programmes"),
    [
        ("联合体谁牵头", {"cjk-consortium", "hangzhou-consortium"}),
        ("示范基地谁能报", {"practice-base", "education-base"}),
        # narrowed by region or issuer
        ("杭州的联合体谁牵头", {"hangzhou-consortium"}),
        ("浙江的联合体谁牵头", {"hangzhou-consortium"}),
        ("杭州市教育局的联合体谁牵头", {"hangzhou-consortium"}),
    ],
)
def test_a_shared_short_name(resolver: Resolver, text: str, programmes: set[str]) -> None:
    assert held(resolver, text) == programmes


def test_the_part_of_a_name_right_before_a_shared_short_name_narrows_it(resolver: Resolver) -> None:
    assert held(resolver, "产教科那个联合体，方向咋定") == {"cjk-consortium"}
    assert held(resolver, "产教那个联合体，方向咋定") == {"cjk-consortium", "hangzhou-consortium"}
    invented = (
        Programme("sea", "doc", ("沿海渔业示范园", "示范园")),
        Programme("hill", "doc", ("山地林业示范园", "示范园")),
    )
    other = Resolver((Guideline("doc", Entry("doc.txt"), "", (), invented),))
    assert held(other, "沿海渔业的示范园怎么报") == {"sea"}
    assert held(other, "那个示范园怎么报") == {"sea", "hill"}


@pytest.mark.xfail(
    strict=True, reason="the ministry in 工业和信息化部人事教育司 also names the issuer 工业和信息化部中小企业…中心"
)
def test_the_issuer_narrows_a_shared_short_name(resolver: Resolver) -> None:
    text = "工业和信息化部人事教育司的示范基地"
    assert held(resolver, text) == {"education-base"}


@pytest.mark.parametrize(
    "text",
    [
        "教育部现代产业学院",
        "省级现代产业学院",
        "省级市域产教联合体",
        "国家级行业产教融合共同体",
        "国家级开放型区域产教融合实践中心",
        "国家卓越工程师学院",
        "产学合作协同育人项目",
        # another place's platform of the same name
        "宁波市域产教联合体",
        "宁波的行业产教融合共同体",
        "江苏市域产教联合体",
        "温州实践中心",
        # another level's
        "区级市域产教联合体",
        "全国行业产教融合共同体",
        "modern industry college",
    ],
)
def test_a_look_alike_is_not_held(resolver: Resolver, text: str) -> None:
    assert held(resolver, text) == set()
    assert len(strangers(resolver, text)) == 1


@pytest.mark.parametrize("text", ["宁波市的行业产教融合共同体", "江苏省的市域产教联合体"])
def test_a_place_and_a_particle_before_the_name(resolver: Resolver, text: str) -> None:
    assert held(resolver, text) == set()


@pytest.mark.parametrize("text", ["", "联合", "今天的天气", "{}%s", "产业", "学院"])
def test_no_programme(resolver: Resolver, text: str) -> None:
    assert resolver.find(text) == ()


def test_a_national_programme_may_be_asked_about_from_a_city(resolver: Resolver) -> None:
    assert held(resolver, "宁波专精特新产业学院") == {"industry-college"}


def test_english_names_are_whole_words(resolver: Resolver) -> None:
    assert held(resolver, "communityx") == set()
    assert held(resolver, "practice bases") == {"practice-base"}


def test_held_and_kinds(resolver: Resolver) -> None:
    four = {"practice-base", "industry-college", "cjk-consortium", "education-base"}
    assert set(resolver.held()) == four | HANGZHOU
    centres = {"hangzhou-centre/school", "hangzhou-centre/public", "hangzhou-centre/enterprise"}
    assert set(resolver.kinds()) == four | (HANGZHOU - {"hangzhou-centre"}) | centres
    assert set(resolver.in_region(("杭州",))) == HANGZHOU
    assert resolver.in_region(("宁波",)) == ()


def test_offsets(resolver: Resolver) -> None:
    text = "请问专精特新产业学院和市域产教联合体"
    assert [text[n.start : n.end] for n in resolver.find(text)] == ["专精特新产业学院", "市域产教联合体"]


@pytest.mark.parametrize(
    ("name", "text", "short"),
    [
        ("工业和信息化部", "工信部那个基地", True),
        ("住房和城乡建设部", "住建部的通知", True),
        ("人力资源和社会保障部", "人社部", True),
        ("农业农村部", "工信部", False),
        ("工业和信息化部", "工程部", False),
        ("灯塔管理局", "灯理局", False),
    ],
)
def test_a_ministry_is_known_by_its_short_name(name: str, text: str, short: bool) -> None:
    assert _abbreviated(name, text) is short


def _of_names(*names: str) -> Resolver:
    held = (
        Guideline(f"d{k}", Entry("d.txt", title=name), "", (), (Programme(f"d{k}", f"d{k}", (name,)),))
        for k, name in enumerate(names)
    )
    return Resolver(tuple(held))


@pytest.mark.parametrize(
    ("names", "text", "found"),
    [
        (("技能竞赛集训基地", "渔港驿站"), "报省赛的基地要几份材料", {"d0"}),
        (("技能竞赛集训基地", "渔港驿站"), "驿站场地多大才够", {"d1"}),
        (("技能竞赛集训基地", "远洋实训基地"), "报省赛的基地要几份材料", set()),  # which of the two
        (("技能竞赛集训基地", "渔港驿站"), "我们有实训基地，场地够吗", set()),  # a base of their own
        (("技能竞赛集训基地",), "那个基地，谁来牵头", set()),  # nothing else is held: nothing to tell apart
        (("名医工作室", "市级技术中心"), "那个中心谁负责", set()),
    ],
)
def test_the_noun_of_the_only_programme_of_its_kind_names_it(
    names: tuple[str, ...], text: str, found: set[str]
) -> None:
    assert held(_of_names(*names), text) == found
