"""Every sort of rule on made-up notices: at the bound, just under, just over; what is soft, silent or contradicted."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from assistant.guideline.card import Conflict
from assistant.programmes.bounds import exactly
from assistant.programmes.criteria import Sheet, sheet
from assistant.programmes.rulings import Amount
from tests.programmes.checking import card_of, check, notice, of_kind, sheet_of, told

LEAD = "牵头单位应为高校。"
COLLEGE: dict[str, Any] = {"unit": "公办高校"}


def ruling(found: Sheet, kind: str, profile: dict[str, Any]) -> tuple[str, str]:
    made = of_kind(check(found, profile), kind)
    return made.ruling, made.reason.key


def test_a_closed_rule() -> None:
    found = sheet_of("牵头单位应为本科院校。")
    assert check(found, {"unit": "公办本科院校"}).overall == "met"
    assert ruling(found, "lead", {"unit": "高职院校"}) == ("unmet", "closed")
    assert ruling(found, "lead", {"unit": "高校"}) == ("unknown", "overlap")
    assert ruling(found, "lead", {}) == ("unknown", "unit_not_told")
    assert of_kind(check(found, {"unit": "企业"}), "lead").cure is not None


def test_a_prohibition_beside_a_rule() -> None:
    found = sheet_of("牵头单位为高校，民办高校不得牵头。")
    assert ruling(found, "lead", {"unit": "公办高校"}) == ("met", "inside")
    assert ruling(found, "lead", {"unit": "民办高校"}) == ("unmet", "prohibited")
    assert ruling(found, "lead", {"unit": "高校"}) == ("unknown", "overlap")


@pytest.mark.parametrize(
    ("texts", "reason"),
    [
        (("联合申报单位不超过3家。",), "no_rule"),  # silence
        (("鼓励企业牵头申报。",), "no_rule"),
        (("优先支持企业申报。",), "no_rule"),
        (("牵头单位一般为企业。",), "usual_in"),
    ],
)
def test_nothing_is_met_from_silence_or_soft_words(texts: tuple[str, ...], reason: str) -> None:
    made = check(sheet_of(*texts), {"unit": "企业", "partners": []})
    assert made.overall == "unknown"
    assert told(made)[0] == ("lead", "unknown", reason)


def test_usual_outside_is_unknown_and_names_the_clause() -> None:
    made = of_kind(check(sheet_of("牵头单位一般为职业院校。"), {"unit": "企业"}), "lead")
    assert (made.ruling, made.reason.key, made.open) == ("unknown", "usual", ())
    assert [quote.text for quote in made.quotes] == ["牵头单位一般为职业院校"]


def test_a_rule_on_applicants_stands_for_the_lead() -> None:
    found = sheet_of("面向部属高校申报。")
    assert check(found, {"unit": "部属高校"}).overall == "met"
    assert ruling(found, "lead", {"unit": "省属高校"}) == ("unmet", "closed")
    assert ruling(found, "lead", {"unit": "高校"}) == ("unknown", "overlap")


@pytest.mark.parametrize(
    ("count", "expected"), [(2, ("met", "count_in")), (3, ("met", "count_in")), (4, ("unmet", "count_over"))]
)
def test_at_most(count: int, expected: tuple[str, str]) -> None:
    assert ruling(sheet_of(LEAD, "联合申报单位不超过3家。"), "count", {"partners": [{"count": count}]}) == expected


def test_too_many_by_two() -> None:
    made = of_kind(check(sheet_of(LEAD, "联合申报单位不超过3家。"), {"partners": [{"count": 5}]}), "count")
    assert made.cure is not None
    cured = dict(made.cure.values)["number"]
    assert made.cure.key == "reduce"
    assert cured == Amount(exactly(2), "家")


@pytest.mark.parametrize(
    ("count", "expected"), [(1, ("unmet", "count_under")), (2, ("met", "count_in")), (3, ("met", "count_in"))]
)
def test_at_least(count: int, expected: tuple[str, str]) -> None:
    assert ruling(sheet_of(LEAD, "联合申报单位不少于2家。"), "count", {"partners": [{"count": count}]}) == expected


def test_members_may_or_may_not_count_the_lead() -> None:
    found = sheet_of(LEAD, "成员单位不少于5家。")
    assert ruling(found, "count", {"partners": [{"count": 5}]}) == ("met", "count_in")
    assert ruling(found, "count", {"partners": [{"count": 4}]}) == ("unknown", "counting_lead")
    assert ruling(found, "count", {"partners": [{"count": 3}]}) == ("unmet", "count_under")


def test_a_joint_applicant_counts_itself() -> None:
    found = sheet_of(LEAD, "联合申报单位不超过3家。")
    profile = {"unit": "企业", "role": "joint", "partners": [{"count": 2}]}
    assert ruling(found, "count", profile) == ("met", "count_in")
    assert ruling(found, "count", {**profile, "partners": [{"count": 3}]}) == ("unmet", "count_over")


SRDI = "联合申报单位可包括专精特新企业（省级以上）、行业协会等，其中专精特新企业不少于1家。"


@pytest.mark.parametrize(
    ("partners", "expected"),
    [
        (["省级专精特新企业"], ("met", "count_in")),
        (["小巨人企业"], ("met", "count_in")),
        (["市级专精特新企业"], ("unmet", "count_under")),
        (["普通企业"], ("unmet", "count_under")),
        (["产业园区"], ("unmet", "count_under")),
        (["专精特新企业"], ("unknown", "count_open")),
        (["企业", "产业园区"], ("unknown", "count_open")),
        ([{}], ("unknown", "count_open")),
        ([], ("unmet", "count_under")),
        (None, ("unknown", "partners_not_told")),
    ],
)
def test_at_least_one_of_a_kind(partners: list[object] | None, expected: tuple[str, str]) -> None:
    assert ruling(sheet_of(LEAD, SRDI), "count", {"partners": partners}) == expected


@pytest.mark.parametrize(
    ("partner", "expected"),
    [
        ("企业", ("met", "inside")), ("商会", ("met", "inside")), ("银行", ("unmet", "closed")),
        ("高校", ("unmet", "closed")), ({}, ("unknown", "partner_not_told")),
    ],
)  # fmt: skip
def test_a_closed_list_of_partners(partner: object, expected: tuple[str, str]) -> None:
    found = sheet_of(LEAD, "联合申报单位应为企业或行业协会。")
    assert ruling(found, "partner", {"partners": [partner]}) == expected
    if expected[0] == "unmet":
        made = of_kind(check(found, {"partners": [partner]}), "partner")
        assert made.cure is not None
        assert made.cure.key == "swap_partner"


def test_an_open_list_shuts_nobody_out_and_lets_nobody_in_unnamed() -> None:
    found = sheet_of(LEAD, "联合申报单位可包括企业、行业协会等。")
    assert ruling(found, "partner", {"partners": ["企业"]}) == ("met", "inside")
    assert ruling(found, "partner", {"partners": ["银行"]}) == ("unknown", "unlisted")
    assert ruling(found, "partner", {"partners": ["企业", "银行"]}) == ("unknown", "unlisted")
    assert ruling(found, "partner", {"partners": []}) == ("note", "no_partners")


def test_encouraged_partners_are_no_rule() -> None:
    found = sheet_of(LEAD, "鼓励吸纳行业协会参与建设。")
    made = check(found, {**COLLEGE, "partners": ["银行"]})
    assert made.overall == "met"
    assert ("partner", "note", "encouraged") in told(made)


def test_encouragement_does_not_lift_the_level_that_a_rule_asks_of_the_kind() -> None:
    found = sheet_of(LEAD, "联合申报单位可包括市级以上中小企业中心、企业等。", "鼓励中小企业服务机构参与建设。")
    assert ruling(found, "partner", {"partners": ["市级中小企业中心"]}) == ("met", "inside")
    assert ruling(found, "partner", {"partners": ["县级中小企业中心"]}) == ("unknown", "unlisted")
    assert ruling(found, "partner", {"partners": ["中小企业服务机构"]}) == ("note", "encouraged_only")


def test_a_kind_that_must_join() -> None:
    found = sheet_of("牵头单位应为高校，应联合企业共同申报。")
    assert ruling(found, "joined", {"partners": ["国企"]}) == ("met", "joined")
    assert ruling(found, "joined", {"partners": ["产业园区"]}) == ("unmet", "not_joined")
    assert ruling(found, "joined", {"partners": [{}]}) == ("unknown", "joined_open")
    assert ruling(found, "joined", {}) == ("unknown", "partners_not_told")


AGE = "联合申报的企业应成立2年以上。"


@pytest.mark.parametrize(
    ("age", "expected"),
    [
        (2, "met"), ("1年半", "unmet"), ("不到两年", "unmet"), ("2年以上", "met"), ("约2年", "unknown"),
        ("1-3年", "unknown"), ("23个月", "unmet"), ("24个月", "met"), (None, "unknown"),
    ],
)  # fmt: skip
def test_age_of_partners(age: object, expected: str) -> None:
    found = sheet_of(LEAD, AGE)
    assert ruling(found, "age", {"partners": [{"unit": "企业", "age": age}]})[0] == expected
    assert ruling(found, "age", {"partners": [{"unit": "产业园区", "age": age}]}) == ("note", "not_concerned")


@pytest.mark.parametrize(
    ("founded", "expected"),
    [("2024-11-20", "met"), ("2024-11-21", "unmet"), ("2024-11-19", "met"), (2024, "unknown"), (2023, "met"),
     (2025, "unmet"), ("2024年11月", "unknown")],
)  # fmt: skip
def test_age_by_the_day_of_founding(founded: object, expected: str) -> None:
    assert ruling(sheet_of(LEAD, AGE), "age", {"partners": [{"unit": "企业", "founded": founded}]})[0] == expected


def test_more_than_excludes_the_bound() -> None:
    found = sheet_of(LEAD, "联合申报单位为成立超过2年的企业。")
    assert ruling(found, "age", {"partners": [{"unit": "企业", "age": 2}]})[0] == "unmet"
    assert ruling(found, "age", {"partners": [{"unit": "企业", "age": "25个月"}]})[0] == "met"
    assert ruling(found, "age", {"partners": [{"unit": "企业", "age": "超过2年"}]})[0] == "met"


def test_age_of_the_applicant_in_months() -> None:
    found = sheet_of("申报单位为企业。", "申报企业成立满18个月。")
    assert ruling(found, "age", {"unit": "企业", "age": 1.5})[0] == "met"
    made = of_kind(check(found, {"unit": "企业", "age": "17个月"}), "age")
    assert (made.ruling, made.cure and made.cure.key) == ("unmet", "wait_age")


@pytest.mark.parametrize(("years", "expected"), [("35个月", "unmet"), (3, "met"), ("4年", "met"), ("2-4年", "unknown")])
def test_cooperation(years: object, expected: str) -> None:
    assert ruling(sheet_of(LEAD, "与企业合作满3年以上。"), "cooperation", {"cooperation": years})[0] == expected


@pytest.mark.parametrize(
    ("share", "expected"), [("33%", "unmet"), ("1/3", "met"), ("34%", "met"), ("30%以上", "unknown"), (None, "unknown")]
)
def test_ratio(share: object, expected: str) -> None:
    assert ruling(sheet_of(LEAD, "企业导师占比不低于1/3。"), "ratio", {"mentor_share": share})[0] == expected


def test_a_share_that_is_promised_is_no_condition() -> None:
    made = notice("企业导师占比不低于1/3。")
    (clause,) = made.clauses
    promised = replace(made, clauses=(replace(clause, path=("四、资金支持",)),))
    kinds = {c.kind for c in sheet(card_of(promised), promised).criteria}
    assert "ratio" not in kinds


@pytest.mark.parametrize(
    ("unit", "submitting", "expected"),
    [
        ("部属高校", 3, "met"), ("部属高校", 4, "unmet"), ("省属高校", 9, "note"), ("高校", 3, "met"),
        ("高校", 4, "unknown"), ("部属高校", None, "unknown"),
    ],
)  # fmt: skip
def test_quota_by_kind(unit: str, submitting: int | None, expected: str) -> None:
    found = sheet_of(LEAD, "部属高校申报不超过3个。")
    assert ruling(found, "quota", {"unit": unit, "submitting": submitting})[0] == expected


def test_in_principle_is_never_certain() -> None:
    found = sheet_of(LEAD, "原则上联合申报单位不超过3家。")
    assert ruling(found, "count", {"partners": [{"count": 3}]}) == ("unknown", "usual_met")
    assert ruling(found, "count", {"partners": [{"count": 4}]}) == ("unknown", "usual_unmet")


OUT = "市域外单位不得作为牵头单位。"


@pytest.mark.parametrize(
    ("place", "expected"),
    [
        ("杭州市", ("met", "region_in")), ("宁波", ("unmet", "region_out")), ("上海", ("unmet", "region_out")),
        ("香港", ("unmet", "region_out")), ("外市", ("unmet", "region_out")), ("外省", ("unmet", "region_out")),
        ("浙江", ("unknown", "region_not_told")), ("", ("unknown", "region_not_told")),
    ],
)  # fmt: skip
def test_the_place_of_the_lead(place: str, expected: tuple[str, str]) -> None:
    assert ruling(sheet_of(LEAD, OUT, region="浙江省杭州市"), "region", {**COLLEGE, "region": place}) == expected


def test_a_place_that_the_catalogue_does_not_name_is_asked() -> None:
    found = sheet_of(LEAD, OUT)
    assert ruling(found, "region", {**COLLEGE, "region": "杭州"}) == ("unknown", "region_in_words")
    (criterion,) = (c for c in found.criteria if c.kind == "region")
    assert ruling(found, "region", {"answers": {criterion.id: "met"}}) == ("met", "answered_met")


def test_a_rule_whose_units_are_of_a_place() -> None:
    found = sheet_of("申报单位为在本省注册的企业。", region="浙江省杭州市")
    assert ruling(found, "lead", {"unit": "企业", "region": "宁波"}) == ("met", "inside")
    assert ruling(found, "lead", {"unit": "企业", "region": "上海"}) == ("unmet", "elsewhere")
    assert ruling(found, "lead", {"unit": "企业"}) == ("unknown", "overlap")
    assert ruling(found, "lead", {"unit": "高校", "region": "宁波"}) == ("unmet", "closed")


def test_partners_from_elsewhere() -> None:
    found = sheet_of(LEAD, "省外单位不得作为联合申报单位。", region="浙江省杭州市")
    for place, expected in (
        ("宁波", "met"),
        ("上海", "unmet"),
        ("", "unknown"),
        ("外市", "unknown"),
        ("外省", "unmet"),
    ):
        assert ruling(found, "region", {"partners": [{"unit": "企业", "region": place}]})[0] == expected
    assert ruling(found, "region", {"partners": []}) == ("note", "no_partners")


def test_a_local_notice_that_says_nothing_of_other_places() -> None:
    found = sheet_of(LEAD, region="浙江省杭州市")
    assert check(found, {**COLLEGE, "region": "杭州"}).overall == "met"
    assert ruling(found, "home", {**COLLEGE, "region": "宁波"}) == ("unknown", "home_out")
    assert ruling(found, "home", COLLEGE) == ("unknown", "home_not_told")
    assert ruling(found, "home", {**COLLEGE, "role": "joint"}) == ("note", "for_lead")


def test_who_may_not_lead_may_join() -> None:
    found = sheet_of(LEAD, "联合申报单位应为企业或行业协会。")
    assert ruling(found, "lead", {"unit": "企业"}) == ("unknown", "joint_only")
    made = of_kind(check(found, {"unit": "企业", "role": "lead"}), "lead")
    assert (made.ruling, made.cure and made.cure.key) == ("unmet", "as_joint")
    made = of_kind(check(found, {"unit": "银行"}), "lead")
    assert (made.ruling, made.cure and made.cure.key) == ("unmet", "none")


def test_a_joint_applicant_must_know_its_lead() -> None:
    found = sheet_of(LEAD, "联合申报单位应为企业或行业协会。")
    profile: dict[str, Any] = {"unit": "企业", "role": "joint", "partners": []}
    assert ruling(found, "lead", profile) == ("unknown", "lead_of_others")
    lead = of_kind(check(found, profile), "lead").criterion.id
    assert check(found, {**profile, "answers": {lead: "met"}}).overall == "met"
    assert check(found, {**profile, "answers": {lead: "unmet"}}).overall == "unmet"
    assert check(found, {**profile, "unit": "银行", "answers": {lead: "met"}}).overall == "unmet"


def test_what_nobody_reviewed_is_never_met_on_the_whole() -> None:
    made = check(sheet_of(LEAD, checked=False), COLLEGE)
    assert (made.overall, made.reason, made.reviewed) == ("unknown", "not_reviewed", False)
    assert [r.ruling for r in made.criteria] == ["met"]
    assert check(sheet_of(LEAD), COLLEGE).overall == "met"


def conflicted(governs: int | None) -> Sheet:
    made = notice("牵头单位应为高校。", "牵头单位应为产业园区。")
    card = card_of(made)
    quotes = tuple(p.statement.quote for p in card.of("lead"))
    clash = Conflict("lead", quotes, governs, ("两处不同", "they differ"))
    return sheet(replace(card, conflicts=(clash,)), made)


def test_a_conflict_with_a_clause_that_governs() -> None:
    assert ruling(conflicted(0), "lead", {"unit": "高校"}) == ("met", "inside")
    assert ruling(conflicted(0), "lead", {"unit": "产业园区"}) == ("unmet", "closed")
    assert ruling(conflicted(1), "lead", {"unit": "产业园区"}) == ("met", "inside")


def test_a_conflict_of_which_nobody_knows() -> None:
    for unit in ("高校", "产业园区"):
        made = check(conflicted(None), {"unit": unit})
        assert made.overall == "unknown"
        assert len(made.criteria[0].quotes) == 2
    assert check(conflicted(None), {"unit": "企业"}).overall == "unmet"
