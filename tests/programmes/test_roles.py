"""Who leads, applies, builds and joins: every rule on the words of a held document and on new words."""

from __future__ import annotations

import pytest

from assistant.guideline.document import Programme
from assistant.guideline.statement import Statement
from assistant.programmes.extract import extract
from tests.programmes.fixtures import clause, guideline, told

Row = tuple[str, str, bool, tuple[str, ...]]  # role, modality, closed, kinds


def rows(text: str) -> list[Row]:
    return [(s.role, s.modality, s.closed, tuple(u.kind for u in s.units)) for s in told(text, "unit")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # 由X牵头 and 由X作为牵头单位 close
        ("行业产教融合共同体由行业龙头企业作为牵头单位组织申报。", ("lead", "must", True, ("enterprise",))),
        ("训练岛由技工院校牵头申报。", ("lead", "must", True, ("technician",))),
        (
            "“专精特新产业学院”应由高校（全日制本科院校、高等职业院校）牵头。",
            ("lead", "must", True, ("undergraduate", "higher_vocational")),
        ),
        # 原则上 and 一般 do not
        ("原则上由高校牵头，企业参与。", ("lead", "usual", False, ("higher_ed",))),
        (
            "项目牵头单位一般为本科高校、高等职业学校。",
            ("lead", "usual", False, ("undergraduate", "higher_vocational")),
        ),
        # 可由 permits
        ("可由企业或行业协会牵头申报。", ("lead", "may", False, ("enterprise", "association"))),
        # 等 leaves the list open
        ("由高校、园区等牵头申报。", ("lead", "must", False, ("higher_ed", "park"))),
        # the bracket of 牵头高校（…）
        (
            "联合体牵头高校（全日制本科院校、高等职业院校）应为高水平院校。",
            ("lead", "must", True, ("undergraduate", "higher_vocational")),
        ),
        ("牵头企业（链主企业）应当具备条件。", ("lead", "must", True, ("enterprise",))),
        # 牵头单位为X
        ("（牵头申报单位为职业院校，联合申报单位不超过5家）", ("lead", "must", True, ("vocational",))),
        ("牵头单位：职业院校", ("lead", "must", True, ("vocational",))),
        # encouragement
        (
            "支持龙头企业和普通高等学校、职业院校牵头，联合行业组织等参与。",
            ("lead", "encourage", False, ("enterprise", "higher_ed", "vocational")),
        ),
        ("鼓励民营企业牵头申报。", ("lead", "encourage", False, ("enterprise",))),
        # 方可 and 只有…才能 close
        ("市级以上专精特新企业方可作为牵头单位。", ("lead", "must", True, ("enterprise",))),
        ("只有本科高校才能牵头申报。", ("lead", "must", True, ("undergraduate",))),
        # prohibitions, in four word orders
        ("市域外单位不得作为牵头单位", ("lead", "must_not", True, ("organisation",))),
        ("不得由培训机构牵头。", ("lead", "must_not", True, ("training_body",))),
        ("牵头单位不得为民办高校。", ("lead", "must_not", True, ("higher_ed",))),
        ("支持企业参与，但不得牵头。", ("lead", "must_not", True, ("enterprise",))),
        ("除省属高校外，其他单位不得牵头。", ("lead", "must", True, ("higher_ed",))),
        # 面向X申报|认定, 申报主体为X, 仅限X
        (
            "拟面向部属高校和部省共建高校认定一批校企协同育人示范基地。",
            ("applicant", "must", True, ("higher_ed", "higher_ed")),
        ),
        ("专精特新产业学院面向高校开展申报。", ("applicant", "must", True, ("higher_ed",))),
        ("本项目仅限职业院校申报。", ("applicant", "must", True, ("vocational",))),
        ("个人不得申报。", ("applicant", "must_not", True, ("person",))),
        ("企业实践中心的建设单位一般为企业。", ("builder", "usual", False, ("enterprise",))),
        ("建设单位为产业园区。", ("builder", "must", True, ("park",))),
        # joint units
        (
            "联合申报单位可包括“专精特新”企业（省级以上）、行业协会、产业园区等，其中企业不少于1家。",
            ("joint", "may", False, ("enterprise", "association", "park")),
        ),
        ("职业院校、行业协会可以作为联合单位参与。", ("joint", "may", False, ("vocational", "association"))),
        ("外资企业不得参与。", ("joint", "must_not", True, ("enterprise",))),
        (
            "各联合体由高校、园区、企业等联合组成，围绕区域产业。",
            ("member", "states", False, ("higher_ed", "park", "enterprise")),
        ),
        ("鼓励产业链上下游企业共同参与。", ("member", "encourage", False, ("enterprise",))),
    ],
)
def test_one_rule(text: str, expected: Row) -> None:
    assert expected in rows(text)


@pytest.mark.parametrize(
    "text",
    [
        "由市教育局牵头组织评审。",
        "由市发改委牵头，会同市教育局建立联席会议制度。",
        "申报单位为企业的，应当成立满3年。",
        "如牵头单位为企业，须提供营业执照。",
        "企业不得同时牵头两个项目。",
        "牵头单位不得变更。",
        "申报主体不限。",
        "联合成立管理运行机构，共同建设载体。",
        "鼓励高校与企业（院所）组建产学研联盟。",
        "通过形式审查的，由专家咨询委员会组成评审组。",
    ],
)
def test_no_permission_is_read(text: str) -> None:
    assert [r for r in rows(text) if r[1] != "must_not"] == []


def test_features_regions_and_conditions() -> None:
    (region,) = told("市域外单位不得作为牵头单位", "unit")
    assert region.units[0].feature("region") == "outside"
    (named,) = told("共同体由杭州市一家行业龙头企业牵头组建。", "unit")
    assert (named.units[0].feature("region"), named.units[0].feature("designation")) == ("杭州市", "leading")
    barred, consoled = told("非会员企业不得牵头，可以作为参建单位加入。", "unit")
    assert {s.units[0].feature("condition") for s in (barred, consoled)} == {"非会员"}
    assert {(s.role, s.modality) for s in (barred, consoled)} == {("lead", "must_not"), ("joint", "may")}
    (local,) = told("申报主体应为在本省注册、具有独立法人资格的企业。", "unit")
    assert (local.units[0].feature("region"), local.units[0].feature("condition")) == ("本省", "具有独立法人资格")


def test_what_a_bracket_takes_away_is_barred() -> None:
    allowed, barred = told("高校（不含独立学院）可以牵头申报。", "unit")
    assert (allowed.modality, allowed.exceptions) == ("may", ("不含独立学院",))
    assert (barred.modality, barred.units[0].feature("ownership")) == ("must_not", "private")


def test_alone_and_together_are_kept_as_exceptions() -> None:
    assert told("企业不能单独申报。", "unit")[0].exceptions == ("单独",)
    assert told("由1家企业、1所职业学校共同牵头，组建共同体。", "unit")[0].exceptions == ("共同牵头",)


_CALLED = {"h": "实践中心", "h/a": "学校实践中心", "h/b": "企业实践中心", "u": "市域联合体"}
NAMES = tuple(Programme(i, "doc", (name,)) for i, name in _CALLED.items())


def _of(text: str) -> list[tuple[tuple[str, ...], tuple[str, ...]]]:
    found: tuple[Statement, ...] = extract((guideline(clause(text), programmes=NAMES),))
    return [(s.programmes, tuple(u.kind for u in s.units)) for s in found if s.attribute == "unit"]


def test_respectively_and_segments_give_each_programme_its_own_rule() -> None:
    text = "市域联合体由产业园区作为牵头单位，实践中心（学校实践中心和企业实践中心）分别由职业院校和企业作为牵头单位进行申报。"
    assert _of(text) == [(("h/a",), ("vocational",)), (("h/b",), ("enterprise",)), (("u",), ("park",))]


def test_items_below_a_colon() -> None:
    head = clause("第五条 下列单位可以牵头申报：", 1)
    items = (clause("（一）技工院校；", 2, parent="c1"), clause("（二）行业协会。", 3, parent="c1"))
    found = extract((guideline(head, *items),))
    assert [(s.units[0].kind, s.modality, s.closed, s.quote.text) for s in found if s.attribute == "unit"] == [
        ("technician", "may", False, "技工院校"),
        ("association", "may", False, "行业协会"),
    ]


def test_who_may_take_part_in_applying_is_a_joint_unit() -> None:
    (said,) = told("行业协会可参与申报。", "unit")
    assert [(u.kind, said.role, said.modality, said.closed) for u in said.units] == [
        ("association", "joint", "may", False)
    ]
