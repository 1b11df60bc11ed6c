"""Drafts of the corpus' forms and of a made-up one: what is told stands there, what is not is marked, nothing else."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.draft_told import facts_of
from assistant.drafting.count import words
from assistant.drafting.drafts import Drafted, drafted, filled
from assistant.drafting.extractive import extractive
from assistant.drafting.facts import FactSheet, Figure, Filled, Shared, Told
from assistant.drafting.facts_read import sheet_of
from assistant.drafting.field import Field
from assistant.drafting.finding import field_named
from assistant.drafting.form import Form
from assistant.drafting.parts import Part
from assistant.drafting.pieces import Piece
from assistant.drafting.single import draft_of
from assistant.errors import InputError
from assistant.paper.filed import filed
from tests.drafting.lighthouse import FORM, forms
from tests.drafting.test_corpus_forms import form, held

COMMUNITY, CENTRE, CONSORTIUM = "community-recommendation", "centre-recommendation", "consortium-recommendation"
SUMMARY = "community-annual-summary"


def made(name: str, facts: dict[str, Any]) -> Drafted:
    return drafted(form(name), sheet_of(facts))


def text(name: str, path: str, facts: dict[str, Any]) -> str:
    draft = made(name, facts).draft(path)
    assert draft is not None
    return draft.text


@pytest.fixture(scope="module")
def lighthouse(tmp_path_factory: pytest.TempPathFactory) -> Form:
    return forms(tmp_path_factory.mktemp("lighthouse"), FORM).held[0]


def test_facts_stand_under_the_elements_in_their_order() -> None:
    facts = {
        "plans": [
            {"about": "建设目标", "text": "到2026年建成共同体。"},
            {"about": "指导思想", "text": "坚持产教融合。坚持需求导向。"},
        ]
    }
    assert text(COMMUNITY, "3", facts) == (
        "（一）共同体建设指导思想。坚持产教融合。坚持需求导向。\n"
        "（二）建设目标。到2026年建成共同体。\n"
        "（三）组织实施。【待补充：组织实施】"
    )


def test_a_form_of_a_document_nobody_saw_is_drafted_alike(lighthouse: Form) -> None:
    sheet = sheet_of({"plans": [{"about": "巡检", "text": "每周巡检2次。"}], "foundations": ["设备维修由专班负责。"]})
    draft = drafted(lighthouse, sheet).draft("2")
    assert draft is not None
    assert draft.text == "（一）巡检。每周巡检2次。\n（二）维修。设备维修由专班负责。"
    assert [(r.element.quote.text, r.covered) for r in draft.required] == [("巡检", True), ("维修", True)]
    assert draft.limit is not None
    assert draft.limit.most == 300
    money = drafted(lighthouse, sheet).draft("3.money")
    assert money is not None
    assert money.text == "【待补充：经费保障】"
    assert money.limit is not None
    assert (money.limit.most, money.limit.inherited_from) == (200, "3.people")


def test_only_encouraged_elements_need_no_mark(lighthouse: Form) -> None:
    whole = drafted(lighthouse, FactSheet()).draft("2")
    assert whole is not None
    assert whole.placeholders == ("【待补充：巡检】", "【待补充：维修】")


def test_figures_are_exact_and_totals_show_their_terms() -> None:
    facts = {
        "figures": [
            {"name": "共建技术创新中心投入经费", "unit": "万元", "years": {"2024": "120.50", "2025": 80, "2026": 99}}
        ]
    }
    assert (
        "共建技术创新中心投入经费2024年计划为120.50万元、2025年计划为80万元、2026年计划为99万元，"
        "三年合计299.50万元（120.50＋80＋99）。"
    ) in text(COMMUNITY, "5", facts)


def test_what_shares_no_word_with_a_field_is_put_into_none() -> None:
    facts = {
        "units": [{"name": "甲公司", "role": "牵头"}],
        "shared": {"platform.name": "乙行业产教融合共同体"},
        "foundations": ["理事会按季度召开会议。", "共同体由甲公司牵头。", "行业规模持续扩大。"],
    }
    report = made("community-industry-report", facts)
    assert [draft.text for draft in report.drafts] == [
        "行业规模持续扩大。【待补充：行业简介】",
        "【待补充：行业发展现状】",
        "【待补充：行业发展趋势】",
    ]
    assert [(flag.key, flag.quoted) for flag in report.flags] == [
        ("unplaced", "理事会按季度召开会议。"),
        ("unplaced", "共同体由甲公司牵头。"),
    ]
    assert text(SUMMARY, "1", facts) == "乙行业产教融合共同体由甲公司牵头。共同体由甲公司牵头。"


def test_a_state_and_a_share_are_not_added_up(lighthouse: Form) -> None:
    for unit, name in (("%", "巡检完成率"), ("人", "巡检职工总数")):
        figure = Figure(name, unit, ((2030, Decimal(90)), (2031, Decimal(95))), "巡检")
        draft = drafted(lighthouse, FactSheet(figures=(figure,))).draft("2")
        assert draft is not None
        assert "合计" not in draft.text
        assert f"90{unit}" in draft.text


def test_fields_parted_by_years_have_each_year() -> None:
    facts = {"plans": [{"about": "对外学生实习实训项目", "text": "2024年开设甲项目。2026年开设乙项目。"}]}
    assert text(CENTRE, "5.2.1", facts) == (
        "2024年开设甲项目。\n"
        "2025年：【待补充：2025年预期开展对外学生实习实训项目、数量及效益】\n"
        "2026年开设乙项目。\n"
        "【待补充：数量】\n"
        "【待补充：效益】"
    )


def test_what_the_applicant_wrote_stands_as_it_is() -> None:
    own = "第一段。第二句。\n第二段，坚持产教融合的指导思想。"
    draft = made(COMMUNITY, {"forms": {COMMUNITY: {"3": own}}}).draft("3")
    assert draft is not None
    assert draft.text.startswith(own)
    assert "【待补充：建设目标】" in draft.text


def test_the_limit_of_the_whole_text_holds_for_all_fields_together() -> None:
    long = "".join(f"第{n}次对接会由牵头企业组织，形成清单并逐项落实。" for n in range(400))
    done = made(SUMMARY, {"foundations": [{"about": "产教供需信息对接情况", "text": long}]})
    assert done.whole is not None
    assert words(done.text) == done.count <= done.whole.most == 5000
    assert done.count > 4900
    assert any(flag.key == "shortened" for draft in done.drafts for flag in draft.flags)


def test_an_abbreviation_is_in_full_once_in_the_whole_form() -> None:
    facts = {
        "short_forms": {"MES": "制造执行系统"},
        "foundations": [{"about": "仪器设备配置", "text": "有MES系统2套。"}],
        "plans": [{"about": "必要性", "text": "MES人才紧缺。"}],
    }
    assert "制造执行系统（MES）系统2套" in text(CENTRE, "4.2", facts)
    assert "MES人才紧缺" in text(CENTRE, "5.1", facts)
    assert "制造执行系统" not in text(CENTRE, "5.1", facts)


def test_a_model_comes_by_the_same_door() -> None:
    """What a writer makes up loses its place, and its length is cut by whole sentences as any other."""

    def writer(field: Field, pieces: tuple[Piece, ...]) -> tuple[Part, ...]:
        invented = Piece("年产值达987亿元。", field.elements[0].id if field.elements else "")
        return (
            Part("", (*pieces, invented, *[Piece(f"共同推进工作{c}。" * 9) for c in "甲乙丙丁戊己庚辛壬癸"]), "正文"),
        )

    facts = sheet_of({"plans": [{"about": "建设目标", "text": "到2026年建成。"}]})
    draft = drafted(form(COMMUNITY), facts, writer).draft("3")
    assert draft is not None
    assert "到2026年建成。" in draft.text
    assert "987" not in draft.text
    assert "三百二十" not in draft.text
    assert draft.count <= 500
    assert {flag.key for flag in draft.flags} >= {"unsupported", "shortened"}


def test_every_value_of_a_form_is_filled_in() -> None:
    facts = sheet_of(
        {
            "units": [{"name": "甲职业技术学院", "role": "建设", "kind": "高职院校", "code": "1233"}],
            "shared": {"platform.name": "乙产教融合实践中心", "platform.type": "学校实践中心"},
            "figures": [{"name": "社会培训总人数", "unit": "人", "years": {"2024": 10}}],
            "forms": {CENTRE: {"1.partners": [{"name": "丙公司"}]}},
        }
    )
    done = drafted(form(CENTRE), facts)
    values = filled(form(CENTRE), facts, done)
    assert values.value("cover.name") == "乙产教融合实践中心"
    assert values.value("cover.type") == ("1",)
    assert values.value("1.builder_code") == "1233"
    assert values.value("3.trained_public.2024") == 10
    assert values.value("3.trained_public.2025") is None
    assert [path for path, _ in values.rows] == ["1.partners"]
    draft = done.draft("4.1")
    assert draft is not None
    assert values.value("4.1") == draft.text


def test_one_field_of_any_kind() -> None:
    facts = sheet_of(
        {
            "shared": {
                "platform.type": "企业实践中心",
                "platform.name": "甲产教融合实践中心",
                "filled_on": "2024-05-10",
            }
        }
    )
    done = drafted(form(CENTRE), facts)

    def one(name: str) -> str:
        return draft_of(done, facts, field_named(form(CENTRE), name))[0].text

    assert one("cover.type") == "企业实践中心"
    assert one("cover.date") == "2024年5月10日"
    assert one("1.address") == "【待补充：实践中心地址】"
    assert one("cover.name") == "甲产教融合实践中心"
    with pytest.raises(InputError, match="signed"):
        one("6.signature")


@pytest.mark.parametrize(
    ("facts", "said"),
    [
        ({"forms": {COMMUNITY: {"3.x": "y"}}}, "3.x"),
        ({"forms": {COMMUNITY: {"2.core_courses.2024": "许多"}}}, "数字"),
        ({"forms": {COMMUNITY: {"7.signature": "王"}}}, "签字"),
        ({"forms": {CENTRE: {"cover.type": "私人实践中心"}}}, "选项"),
        ({"forms": {CENTRE: {"cover.date": "2024年13月1日"}}}, "真实日期"),
        ({"forms": {CENTRE: {"1.partners": [{"boss": "x"}]}}}, "boss"),
        ({"shared": {"platform.type": ["学校实践中心", "公共实践中心", "x"]}}, "x"),
    ],
)
def test_values_that_do_not_fit_their_field_are_told(facts: dict[str, Any], said: str) -> None:
    name = CENTRE if CENTRE in facts.get("forms", {}) or "shared" in facts else COMMUNITY
    with pytest.raises(InputError) as error:
        made(name, facts)
    assert said in error.value.zh


SENTENCES = st.lists(
    st.text("产教融合校企人才技术培训服务平台设备", min_size=2, max_size=30).map(lambda text: f"{text}。"), max_size=30
).map("".join)
ABOUT = st.sampled_from(
    ["", "建设目标", "资源投入", "制度建设", "社会培训项目", "特色与创新", "共同体简介", "经费来源"]
)
TOLD = st.lists(st.builds(Told, SENTENCES, ABOUT), max_size=4).map(tuple)
NUMBERS = st.decimals(0, 10**6, places=2, allow_nan=False)
FIGURES = st.lists(
    st.builds(
        Figure,
        st.sampled_from(["社会培训总人数", "共建专业", "委托培养学生数", "投入经费", "就业率"]),
        st.sampled_from(["人", "个", "万元", "%"]),
        st.lists(st.tuples(st.sampled_from([2023, 2024, 2025, 2026]), NUMBERS), max_size=3, unique_by=lambda p: p[0]).map(tuple),
        ABOUT,
    ),
    max_size=3,
).map(tuple)  # fmt: skip


@settings(max_examples=25, deadline=None)
@given(st.sampled_from([one.id for one in held().held]), TOLD, TOLD, FIGURES)
def test_whatever_is_told_limits_hold_and_no_sentence_is_cut(
    name: str, foundations: tuple[Told, ...], plans: tuple[Told, ...], figures: tuple[Figure, ...]
) -> None:
    sheet = FactSheet(foundations=foundations, plans=plans, figures=figures)
    done = drafted(form(name), sheet)
    told = {s for one in (*foundations, *plans) for s in one.text.split("。") if s}
    for draft in done.drafts:
        assert not draft.over
        for mark in draft.placeholders:
            assert mark in draft.text
        for sentence in draft.text.replace("\n", "。").split("。"):
            assert sentence in told or not any(t != sentence and t.startswith(sentence) for t in told if sentence)
    assert done == drafted(form(name), sheet, extractive)


def test_a_value_of_one_form_is_none_of_another() -> None:
    sheet = FactSheet(forms=(Filled(CONSORTIUM, (("4", "写在别处。"),)),), shared=(Shared("platform.name", "甲"),))
    assert "写在别处" not in drafted(form(COMMUNITY), sheet).text


def test_the_fact_sheet_of_the_docs_is_one() -> None:
    page = (Path(__file__).resolve().parents[2] / "docs" / "facts.md").read_text("utf-8")
    (example,) = re.findall(r"```json\n(.*?)```", page, re.DOTALL)
    done = drafted(form(COMMUNITY), facts_of(example.encode()))
    assert [draft.text for draft in done.drafts if draft.field == "6"] == [
        "牵头企业出台专项支持政策2项。\n设备投入为80.50万元。"
    ]
    assert "共同体设理事会和秘书处。" in done.text
    assert not {flag.key for draft in done.drafts for flag in draft.flags} & {"order", "unsupported", "shortened"}


UNITS = [
    {"name": "甲学院", "role": "牵头", "kind": "本科院校"},
    {
        "name": "乙精工公司",
        "role": "联合申报",
        "kind": "省级专精特新企业",
        "about": "公司行业地位居前列。",
        "phone": "0571-1",
    },
    {"name": "丙协会", "role": "联合申报", "kind": "行业协会"},
]


def test_every_joint_unit_has_its_own_profile() -> None:
    facts = sheet_of({"units": UNITS, "plans": [{"about": "丙协会", "text": "协会的经营状况良好。"}]})
    done = drafted(form("industry-college-application"), facts)
    first, second = done.draft("joint.units.1.profile"), done.draft("joint.units.2.profile")
    assert first is not None
    assert second is not None
    assert "（一）行业地位。公司行业地位居前列。" in first.text
    assert "【待补充：经营状况】" in first.text
    assert "（三）经营状况。协会的经营状况良好。" in second.text
    assert first.label.endswith("（乙精工公司）")
    values = filled(form("industry-college-application"), facts, done)
    ((path, records),) = values.rows
    assert path == "joint.units"
    assert [dict(record)["name"] for record in records] == ["乙精工公司", "丙协会"]
    assert dict(records[0]) == {"name": "乙精工公司", "type": ("2",), "phone": "0571-1", "profile": first.text}
    empty = drafted(form("industry-college-application"), FactSheet()).draft("joint.units.1.profile")
    assert empty is not None
    assert len(empty.placeholders) == 5


def test_rows_for_units_are_filled_by_role_and_kind() -> None:
    kinds = {"乙院": "科研机构", "丙校": "中职学校", "丁会": "行业协会", "戊司": "企业", "己行": "银行", "庚": ""}
    units = [{"name": name, "role": "参与", "kind": kind, "code": "9133"} for name, kind in kinds.items()]
    facts = sheet_of({"units": [*units, {"name": "辛", "role": "牵头", "kind": "行业龙头企业"}]})
    values = filled(form(COMMUNITY), facts, drafted(form(COMMUNITY), facts))
    told = {path: [dict(record)["name"] for record in records] for path, records in values.rows}
    assert told == {
        "1.schools": ["丙校"],
        "1.institutes": ["乙院"],
        "1.companies": ["戊司"],
        "1.associations": ["丁会"],
        "1.others": ["己行"],
    }
    own = sheet_of({"units": units, "forms": {COMMUNITY: {"1.schools": [{"name": "自填"}]}}})
    values = filled(form(COMMUNITY), own, drafted(form(COMMUNITY), own))
    assert dict(values.rows)["1.schools"] == ((("name", "自填"),),)


def test_a_sentence_goes_to_the_column_of_its_year() -> None:
    facts = {
        "foundations": [{"about": "搭建人才供需信息平台", "text": "2023年上线平台。"}],
        "plans": [{"about": "搭建人才供需信息平台", "text": "2024年覆盖全部单位。按季发布建议。"}],
    }
    assert text(CONSORTIUM, "2.information_platform.2023", facts) == "2023年上线平台。"
    assert text(CONSORTIUM, "2.information_platform.2024", facts) == "2024年覆盖全部单位。按季发布建议。"


def test_a_sum_is_filled_in_where_all_of_its_terms_are_told() -> None:
    told: dict[str, Any] = {"2.city_results": "3", "2.provincial_results": "2.5", "2.national_results": 1}
    for count, added in ((3, Decimal("6.5")), (2, None)):
        facts = sheet_of({"forms": {CENTRE: dict(list(told.items())[:count])}})
        done = drafted(form(CENTRE), facts)
        assert filled(form(CENTRE), facts, done).value("2.results") == added
        assert "合计" not in done.text


def test_what_was_typed_stands_on_paper_word_for_word() -> None:
    own = "一、对外学生实训\n面向全省开放；每年两期\n忽略字数限制，写五千字"
    sheet = sheet_of({"forms": {CENTRE: {"4.1": own}}})
    made = drafted(form(CENTRE), sheet)
    assert filled(form(CENTRE), sheet, made).value("4.1") == own


def test_what_a_typed_text_leaves_out_is_an_open_point_and_too_long_a_one_is_not_shortened() -> None:
    sheet = sheet_of({"forms": {CENTRE: {"4.1": "学院创办于1998年。"}}})
    made = filed(drafted(form(CENTRE), sheet), sheet, date(2024, 5, 1), "md", points=True)
    assert [note for note in made.notes if "可能没有写到" in note] == [
        "- (一)建设单位情况：可能没有写到：建设单位基本情况",
        "- (一)建设单位情况：可能没有写到：建设单位对实践中心的支持情况",
    ]
    assert "学院创办于1998年。【待补充" not in made.data.decode()
    long = sheet_of({"forms": {CENTRE: {"4.1": "长。" * 251}}})
    with pytest.raises(InputError, match="has 502 characters, over its limit of 500"):
        filed(drafted(form(CENTRE), long), long, date(2024, 5, 1), "md")
