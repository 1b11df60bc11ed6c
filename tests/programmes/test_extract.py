"""Figures, dates, papers and offices, each on held and on new words; hostile input; speed."""

from __future__ import annotations

import time
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.guideline.values import Day, Quantity
from assistant.programmes.extract import extract
from tests.programmes.fixtures import clause, guideline, told

Row = tuple[str, str, Fraction | None, Fraction | None]  # attribute, operator, low, high
F = Fraction


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("联合申报单位不超过5家", ("count", "max", None, F(5))),
        ("每个项目的协同单位为3至6家", ("count", "between", F(3), F(6))),
        ("“专精特新产业学院”联合申报单位可包括企业等，其中“专精特新”企业不少于1家。", ("count", "min", F(1), None)),
        ("牵头高校须联合3家以上中小企业", ("count", "min", F(3), None)),
        ("首批建设5个市级行业产教融合共同体。", ("count", "is", F(5), F(5))),
        ("2026年拟认定20个训练岛。", ("count", "is", F(20), F(20))),
        ("部属高校申报不超过3个，共建高校申报不超过2个。", ("quota", "max", None, F(2))),
        ("每所高校限报1个B类项目。", ("quota", "max", None, F(1))),
        ("作为联合申报单位的企业需具有独立法人资格，成立2年以上。", ("age", "min", F(2), None)),
        ("申报单位为企业的，应当成立满3年。", ("age", "min", F(3), None)),
        ("已具有3年以上校企协同育人合作基础。", ("cooperation", "min", F(3), None)),
        ("与企业连续合作满2年。", ("cooperation", "min", F(2), None)),
        ("其中企业导师占导师队伍的比例不低于1/3。", ("ratio", "min", F(1, 3), None)),
        ("用于设备更新的比例不得超过60%。", ("ratio", "max", None, F(3, 5))),
        ("将在我中心官网公示5个工作日，无异议后认定。", ("period", "is", F(5), F(5))),
        ("公示期一周。", ("period", "is", F(1), F(1))),
        ("称号自认定之日起有效期为3年。", ("period", "is", F(3), F(3))),
        ("产业园区主导产业情况\t（不超过200字）", ("word_limit", "max", None, F(200))),
        ("（主要填写效益，1500字以内）", ("word_limit", "max", None, F(1500))),
        ("申请书及相关佐证材料（一式五份）寄送至教育处。", ("copies", "is", F(5), F(5))),
        ("纸质材料一式4份。", ("copies", "is", F(4), F(4))),
    ],
)
def test_figures(text: str, expected: Row) -> None:
    found = [
        (s.attribute, s.operator, s.value.interval.low, s.value.interval.high)
        for s in told(text)
        if isinstance(s.value, Quantity)
    ]
    assert expected in found


@pytest.mark.parametrize(
    ("text", "attribute"),
    [
        ("贡献了70%以上的技术创新。", "ratio"),
        ("2024年首批建设的12个工作室经评估运行良好。", "count"),
        ("联合体近3年内在招生领域发生过重大事件。", "age"),
        ("牵头企业与至少1所联合院校已有2年以上的合作基础。", "count"),
        ("打造“一个空间，两个智库，三个中心”。", "count"),
        ("学校和企业通过平台建设，为各类研修提供项目和经费支持。", "funding"),
        ("各意向申报单位自筹资金，自主实施建设项目。", "funding"),
        ("按照《职业教育法》的规定。", "material"),
        ("连续两年未按规定提交年度工作总结的，可撤销其认定。", "material"),
        ("年度数据截止时间为每年12月31日。", "deadline"),
        ("被撤销称号的，三年内不得申报。", "revocation"),
    ],
)
def test_facts_and_mentions_are_no_rules(text: str, attribute: str) -> None:
    assert told(text, attribute) == ()


@pytest.mark.parametrize(
    ("text", "attribute", "day"),
    [
        ("推荐书于2024年5月15日前报送。", "deadline", (2024, 5, 15)),
        ("平台开放时间为2026年3月2日至2026年3月31日。", "deadline", (2026, 3, 31)),
        ("每年12月15日前完成年度总结报告。", "yearly", (None, 12, 15)),
        ("在每年12月底之前将本年度工作总结报项目办公室。", "yearly", (None, 12, None)),
        ("本指南自2021年9月8日起实施。", "in_force", (2021, 9, 8)),
        ("2022年10月14日", "issued", (2022, 10, 14)),
    ],
)
def test_dates(text: str, attribute: str, day: tuple[int | None, int, int | None]) -> None:
    (found,) = told(text, attribute)
    assert isinstance(found.value, Day)
    assert (found.value.year, found.value.month, found.value.day) == day


@pytest.mark.parametrize(
    ("text", "attribute", "values"),
    [
        ("提交《示范基地建设申请书》。", "material", ["《示范基地建设申请书》"]),
        (
            "申报材料包括：推荐表（附件1）、权属证明、安全生产承诺书。",
            "material",
            ["推荐表", "权属证明", "安全生产承诺书"],
        ),
        ("申报材料：1.申报书；2.营业执照复印件。", "material", ["申报书", "营业执照复印件"]),
        ("本指南由工业和信息化部中小企业发展促进中心负责解释。", "organiser", ["工业和信息化部中小企业发展促进中心"]),
        (
            "（一）本指南由“专精特新产业学院”项目建设办公室起草并解释。",
            "organiser",
            ["“专精特新产业学院”项目建设办公室"],
        ),
        ("本办法由“灯塔工坊”管理中心负责解释。", "organiser", ["“灯塔工坊”管理中心"]),
        ("市发改委对申报材料进行审查。", "organiser", ["市发改委"]),
        ("本指南自发布之日起实施。", "in_force", ["发布之日"]),
        ("共同体每年第一季度（2024年可适当延迟）期间完成年度工作计划。", "yearly", ["第一季度"]),
    ],
)
def test_words(text: str, attribute: str, values: list[str]) -> None:
    assert [s.value for s in told(text, attribute)] == values


def test_a_granted_sum_and_a_refusal() -> None:
    (granted,) = told("给予每个基地50万元经费补助。", "funding")
    assert isinstance(granted.value, Quantity)
    assert granted.value.interval.low == 500_000
    (refused,) = told("本项目不安排财政补助资金。", "funding")
    assert refused.modality == "must_not"


def test_a_word_limit_names_its_field() -> None:
    (row,) = told("职业院校技能大赛获奖情况\t（不超过100字）", "word_limit", kind="row")
    assert row.subject == "职业院校技能大赛获奖情况"
    (under,) = told("（2000字以内）", "word_limit", path=("推荐书", "3.特色与创新"))
    assert under.subject == "特色与创新"
    (again,) = told("1.预期项目（按年度填写，500字以内，下同）", "word_limit")
    assert again.exceptions == ("下同",)


_SOUP = "由|牵头|申报|单位|高校|企业|、|（|）|(|)|，|。|；|不得|可以|为|不超过|5家|3年|前|每年|5月15日|《|》|联合|等|\t|\n|材料|：|1.|除|外|%|“|”"


@settings(max_examples=300, deadline=None)
@given(st.one_of(st.text(max_size=120), st.lists(st.sampled_from(_SOUP.split("|")), max_size=60).map("".join)))
def test_never_raises_and_quotes_are_exact(text: str) -> None:
    if not text.strip():
        return
    one = clause(text)
    for statement in extract((guideline(one, clause("（一）高校；", 1, parent="c0")),)):
        quote = statement.quote
        assert quote.text == quote.clause.text[quote.start : quote.end]


def test_long_hostile_clauses_end_in_time() -> None:
    start = time.perf_counter()
    for text in (
        "由" * 20_000,
        "牵头（" * 5_000,
        "企业、" * 5_000 + "牵头",
        "第" + " " * 20_000,
        "材料" * 10_000,
        "1" * 20_000,
    ):
        told(text)
    assert time.perf_counter() - start < 20
