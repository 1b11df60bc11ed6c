"""What is asked can change a result, what is not asked cannot, and answering comes to an end."""

from __future__ import annotations

import time
from itertools import pairwise
from typing import Any

import pytest

from assistant.programmes.assessment import Assessment, assess
from assistant.programmes.open_facts import facts
from assistant.programmes.questions import questions
from assistant.programmes.selfcheck import changed, sheets, weigh
from assistant.programmes.told import profile_of
from tests.programmes.checking import TODAY, asked, sheet_of
from tests.programmes.test_selfcheck_matrix import MATRIX, held

LEAD = "牵头单位应为高校。"
PROFILES: tuple[dict[str, Any], ...] = (
    {},
    {"unit": "高职"},
    {"unit": "企业"},
    {"unit": "企业", "role": "joint"},
    {"unit": "部属高校", "cooperation": "3年"},
    {"unit": "产业园区", "region": "杭州"},
    {"unit": "高校", "region": "杭州", "partners": ["企业", "企业", "园区"]},
    {"unit": "学校", "partners": [{"count": 3}]},
    *(dict(row[1]) for row in MATRIX[::13]),
)


def put(profile: dict[str, Any], path: tuple[str | int, ...], value: Any) -> dict[str, Any]:
    """The profile with a value at a question's path, as a page would put it there."""
    made: Any = {**profile}
    where = made
    for step, following in pairwise(path):
        held_there = where[step] if isinstance(step, int) or step in where else {}
        copied: Any = list(held_there) if isinstance(held_there, list) else held_there
        where[step] = (
            {"unit": copied} if isinstance(copied, str) else copied if isinstance(copied, list) else {**copied}
        )
        where = where[step]
        if isinstance(where, list) and isinstance(where[int(following)], str):
            where[int(following)] = {"unit": where[int(following)]}
    where[path[-1]] = value
    return dict(made)


def assessed(profile: dict[str, Any], *chosen: str) -> Assessment:
    return assess(profile_of(profile, TODAY), TODAY, *held(), chosen)


def results(profile: dict[str, Any]) -> dict[str, tuple[str, str]]:
    return {c.result.programme: (c.result.overall, c.result.reason) for c in assessed(profile).programmes}


@pytest.mark.parametrize("profile", PROFILES, ids=range(len(PROFILES)))
def test_two_answers_of_every_question_give_two_results(profile: dict[str, Any]) -> None:
    found = sheets(*held())
    read = profile_of(profile, TODAY).as_of(TODAY)
    weighed = tuple(weigh(sheet, read) for sheet in found)
    by_id = {sheet.card.programme: (sheet, result) for sheet, result in zip(found, weighed, strict=True)}
    made = questions(found, weighed, read)
    assert [len(q.programmes) for q in made] == sorted((len(q.programmes) for q in made), reverse=True)
    for question in made:
        assert len({str(o.value) for o in question.options}) == len(question.options) > 1
        for programme in question.programmes:
            sheet, result = by_id[programme]
            assert result.overall == "unknown"
            told = [profile_of(put(profile, question.path, o.value), TODAY).as_of(TODAY) for o in question.options]
            whole = {(r.overall, r.reason) for r in (weigh(sheet, one) for one in told)}
            alone = len(whole) > 1
            others = [q for q in made if programme in q.programmes and q is not question]
            assert alone or others, (question.id, programme)  # several together, and then all of them are asked


@pytest.mark.parametrize("profile", PROFILES, ids=range(len(PROFILES)))
def test_what_is_not_asked_changes_nothing(profile: dict[str, Any]) -> None:
    found = sheets(*held())
    read = profile_of(profile, TODAY).as_of(TODAY)
    weighed = tuple(weigh(sheet, read) for sheet in found)
    made = {q.id: q.programmes for q in questions(found, weighed, read)}
    for sheet, result in zip(found, weighed, strict=True):
        for ruled in result.criteria:
            for name in ruled.open if ruled.ruling == "unknown" else ():
                for fact in facts(name, ((sheet, ruled),), read):
                    told = {weigh(sheet, o.profile).overall for o in fact.options}
                    if sheet.card.programme not in made.get(fact.id, ()):
                        assert len(told) <= 1 or result.overall == "unmet", (fact.id, sheet.card.programme, told)


@pytest.mark.parametrize("profile", PROFILES, ids=range(len(PROFILES)))
def test_looking_only_at_what_depends_on_a_fact_gives_the_same(profile: dict[str, Any]) -> None:
    read = profile_of(profile, TODAY).as_of(TODAY)
    for sheet in sheets(*held()):
        result = weigh(sheet, read)
        for ruled in result.criteria:
            for name in ruled.open:
                for fact in facts(name, ((sheet, ruled),), read):
                    for option in fact.options:
                        whole = weigh(sheet, option.profile)
                        short = changed(sheet, result, str(fact.path[0]), option.profile)
                        assert short == (whole.overall, whole.reason), (fact.id, option.value)


@pytest.mark.parametrize("pick", [0, -1])
@pytest.mark.parametrize("profile", [{"unit": "高校", "partners": ["企业", "企业"]}, {"unit": "企业"}])
def test_answering_comes_to_an_end(profile: dict[str, Any], pick: int) -> None:
    chosen = ("practice-base", "industry-college", "hangzhou-community")
    for _ in range(100):
        made = assessed(profile, *chosen).questions
        if not made:
            break
        profile = put(profile, made[0].path, made[0].options[pick].value)
    assert not assessed(profile, *chosen).questions


def test_an_unmet_programme_is_asked_nothing_for() -> None:
    made = assessed({"unit": "医院", "role": "lead"})
    assert {c.result.overall for c in made.programmes} == {"unmet"}
    assert made.questions == ()


def test_two_of_three_partners_together_are_asked() -> None:
    """No single answer changes the result, two do."""
    found = sheet_of(LEAD, "联合申报单位可包括专精特新企业（省级以上）、行业协会等，其中专精特新企业不少于2家。")
    made = asked(found, {"unit": "公办高校", "partners": ["企业", "企业", "企业"]})
    assert [q.id for q in made] == ["partners.0.unit.designation", "partners.1.unit.designation"]
    one = asked(found, {"unit": "公办高校", "partners": ["省级专精特新企业", "企业", "企业"]})
    assert [q.id for q in one] == ["partners.1.unit.designation"]


def test_what_no_answer_can_settle_is_not_asked() -> None:
    assert asked(sheet_of("牵头单位一般为高校。"), {"unit": "高校"}) == ()
    assert asked(sheet_of("联合申报单位不超过3家。"), {"unit": "高校", "partners": []}) == ()


@pytest.mark.parametrize(
    ("texts", "profile", "options"),
    [
        ((LEAD, "联合申报的企业应成立2年以上。"), {"unit": "高校", "partners": ["企业"]}, ["不满2年", "2年以上"]),
        ((LEAD, "联合申报单位为成立超过2年的企业。"), {"unit": "高校", "partners": ["企业"]}, ["不超过2年", "超过2年"]),
        ((LEAD, "企业导师占比不低于1/3。"), {"unit": "高校"}, ["低于1/3", "1/3以上"]),
        ((LEAD, "与企业合作满18个月以上。"), {"unit": "高校"}, ["不满18个月", "18个月以上"]),
        ((LEAD, "每所高校限报2项。"), {"unit": "高校"}, [2, 3]),
        ((LEAD, "联合申报单位不超过3家。"), {"unit": "高校"}, [[], [{"count": 1}], [{"count": 2}], [{"count": 3}],
                                                         [{"count": 4}]]),
    ],
)  # fmt: skip
def test_the_options_lie_on_both_sides_of_the_bound(
    texts: tuple[str, ...], profile: dict[str, Any], options: list[object]
) -> None:
    (question,) = asked(sheet_of(*texts), profile)
    assert [o.value for o in question.options] == options


def test_a_kind_of_programme_stands_for_itself() -> None:
    made = assess(profile_of({}, TODAY), TODAY, *held(), ("hangzhou-centre",))
    assert [c.result.programme for c in made.programmes] == [
        f"hangzhou-centre/{k}" for k in ("school", "public", "enterprise")
    ]
    assert "hangzhou-centre" not in results({})


def test_twenty_different_partners_take_no_more_than_seconds() -> None:
    kinds = "企业 产业园区 协会 科研院所 学校 高校 职业院校 民营企业 国企 专精特新企业 中小企业 龙头企业 医院 银行 政府部门 中小企业中心 研究院 本科院校 中职 上市公司".split()
    began = time.monotonic()
    assessed({"unit": "高校", "region": "杭州", "partners": kinds})
    assert time.monotonic() - began < 20
