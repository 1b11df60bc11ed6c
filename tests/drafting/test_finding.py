"""Forms and fields by what people call them; two that fit are both named."""

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.drafting.finding import Ambiguous, Place, field_named, form_named, full_label
from assistant.errors import InputError, Unknown
from tests.drafting.test_corpus_forms import form, held


@pytest.mark.parametrize(
    ("name", "wanted"),
    [
        ("consortium-recommendation", "consortium-recommendation"),
        ("1.2", "consortium-recommendation"),
        ("附件1.2", "consortium-recommendation"),
        ("附件 1.2", "consortium-recommendation"),
        ("联合体推荐书", "consortium-recommendation"),
        ("《市域产教联合体推荐书》", "consortium-recommendation"),
        ("2.5", "community-recommendation"),
        ("附件2", "industry-college-application"),
        ("申报书", "industry-college-application"),
        ("行业发展分析报告（提纲）", "community-industry-report"),
        ("行业发展分析报告(提纲)", "community-industry-report"),
        ("年度运营报告", "centre-annual-report"),
        ("育人示范基地申请书", "education-base-application"),
        ("practice-base", "practice-base-application"),
        ("industry-college", "industry-college-application"),
    ],
)
def test_a_form_is_found(name: str, wanted: str) -> None:
    assert form_named(held(), name).id == wanted


@pytest.mark.parametrize(
    ("name", "named"),
    [
        ("推荐书", ["consortium-recommendation", "community-recommendation", "centre-recommendation"]),
        ("汇总表", ["consortium-list", "community-list", "centre-list"]),
        ("hangzhou-consortium", ["consortium-recommendation", "consortium-list"]),
        ("hangzhou-centre/school", ["centre-plan", "centre-annual-report", "centre-recommendation", "centre-list"]),
    ],
)
def test_a_name_of_several_forms_is_told_with_each(name: str, named: list[str]) -> None:
    with pytest.raises(Ambiguous) as error:
        form_named(held(), name)
    for one in named:
        assert one in error.value.zh
        assert one in error.value.en
    assert error.value.exit_code == 2


@pytest.mark.parametrize("name", ["", " ", "船舶登记表", "附件9.9", "x" * 5000])
def test_an_unknown_form_is_one_sentence_with_those_held(name: str) -> None:
    with pytest.raises(Unknown) as error:
        form_named(held(), name)
    assert "community-list" in error.value.en
    assert len(error.value.en) < 600


@pytest.mark.parametrize(
    ("of", "name", "path", "record"),
    [
        ("centre-recommendation", "4.2", "4.2", None),
        ("centre-recommendation", "实践中心基本情况", "4.2", None),
        ("centre-recommendation", "(二)实践中心基本情况", "4.2", None),
        ("centre-recommendation", "（二） 实践中心基本情况", "4.2", None),
        ("centre-recommendation", "预期开展社会培训项目、数量及效益", "5.2.2", None),
        ("consortium-recommendation", "特色与创新", "3", None),
        ("consortium-recommendation", "2.majors.2023", "2.majors.2023", None),
        ("consortium-recommendation", "共建专业 2024年", "2.majors.2024", None),
        ("consortium-recommendation", "资源共建共享 › 共建专业 › 2023年", "2.majors.2023", None),
        ("consortium-recommendation", "2023年产业园区总产值", "1.park_output", None),
        ("community-recommendation", "1.schools.2.name", "1.schools.name", 2),
        ("community-recommendation", "科研机构 单位名称", "1.institutes.name", None),
        ("industry-college-application", "院校简介", "lead.profile", None),
        ("industry-college-application", "joint.units.1.profile", "joint.units.profile", 1),
    ],
)
def test_a_field_is_found_by_path_and_by_label(of: str, name: str, path: str, record: int | None) -> None:
    place = field_named(form(of), name)
    assert (place.field.path, place.record) == (path, record)


@pytest.mark.parametrize(
    ("of", "name", "error"),
    [
        ("consortium-recommendation", "共建专业", Ambiguous),
        ("consortium-recommendation", "单位名称", Ambiguous),
        ("centre-recommendation", "联系电话", Ambiguous),
        ("centre-recommendation", "4.9", Unknown),
        ("centre-recommendation", "", Unknown),
        ("centre-recommendation", "1.partners.0.name", Unknown),
        ("centre-recommendation", "1.partners.x.name", Unknown),
        ("centre-recommendation", "1.partners.1.colour", Unknown),
    ],
)
def test_a_field_that_is_none_or_several_is_one_sentence(of: str, name: str, error: type[InputError]) -> None:
    with pytest.raises(error) as told:
        field_named(form(of), name)
    assert "\n" not in told.value.en
    assert of in told.value.en


@pytest.mark.parametrize("name", [one.id for one in held().held])
def test_every_path_and_every_full_label_leads_back(name: str) -> None:
    one = form(name)
    labels = [full_label(field) for field in one.fields()]
    for field in one.fields():
        assert field_named(one, field.path) == Place(field)
        if field.under and labels.count(full_label(field)) == 1:
            assert field_named(one, full_label(field)).field == field


@given(st.text(max_size=80))
def test_no_name_breaks_the_search(name: str) -> None:
    with suppress(InputError):
        form_named(held(), name)
    with suppress(InputError):
        field_named(form("centre-recommendation"), name)
