"""Each question of a line is answered as it would be alone; the verdict is that of the one that asks for one."""

from __future__ import annotations

import pytest

from tests.answering.built import Built, over

LINES = (
    "灯塔帆船基地申报通知",
    "一、申报单位",
    "（一）帆船基地由职业院校牵头申报。企业、渔民合作社不得作为牵头单位，可以作为联合申报单位参与。",
    "（二）联合申报单位不超过4家。",
    "二、经费",
    "（一）区财政给予每个帆船基地30万元补助。",
    "（二）补助资金不得用于发放工资。",
    "三、报送",
    "（一）申报书一式3份，于2026年9月10日前报送区文体局。",
    "（二）联系人：林小舟，电话 0599-5550123。",
)


@pytest.fixture(scope="module")
def sails() -> Built:
    return over(*LINES, names=("灯塔帆船基地", "帆船基地"))


@pytest.mark.parametrize(
    ("line", "verdict", "told"),
    [
        ("职业院校能牵头灯塔帆船基地吗，联合申报单位最多几家？", "yes", ("职业院校牵头", "4家")),
        ("企业能牵头灯塔帆船基地吗，申报书交几份？", "no", ("不得作为牵头单位", "3份")),
        ("灯塔帆船基地申报书交几份，企业能牵头吗？", "no", ("不得作为牵头单位", "3份")),
        ("我们是企业，能牵头灯塔帆船基地吗，最晚几号报送？", "no", ("不得作为牵头单位", "9月10日")),
        ("能牵头灯塔帆船基地吗，最晚几号报送，我们是企业", "no", ("不得作为牵头单位", "9月10日")),
        ("灯塔帆船基地的补助能发工资吗，一共补助多少，电话多少？", "no", ("不得用于", "30万元", "5550123")),
        ("Can a company lead the 灯塔帆船基地, and how many copies of the application form?", "no", ("不得", "3份")),
    ],
)
def test_every_part_is_told(sails: Built, line: str, verdict: str, told: tuple[str, ...]) -> None:
    answer = sails.ask(line)
    assert (answer.outcome, answer.verdict) == ("answered", verdict), answer.answer
    assert all(t in answer.answer for t in told), answer.answer
    assert all(any(c.quote in answer.answer for c in answer.citations) for _ in told)
    assert {n for p in answer.by_programme for n in p.citations} == {c.n for c in answer.citations}


@pytest.mark.parametrize(
    ("line", "verdict", "unsettled"),
    [
        ("职业院校能牵头灯塔帆船基地吗，食堂要几层？", "yes", "食堂要几层"),
        ("企业能牵头灯塔帆船基地吗，公示几天？", "no", "公示几天"),
        (
            "May a company lead the 灯塔帆船基地, and where is the kick-off meeting?",
            "no",
            "where is the kick-off meeting",
        ),
    ],
)
def test_a_part_that_nothing_settles_is_named(sails: Built, line: str, verdict: str, unsettled: str) -> None:
    answer = sails.ask(line)
    assert (answer.outcome, answer.verdict, answer.completeness) == ("partial", verdict, "partial"), answer.answer
    assert f"“{unsettled}”" in answer.answer
    assert answer.citations
    assert not answer.abstained


@pytest.mark.parametrize(
    "line",
    [
        "我们是渔民合作社，申报书交几份，能牵头灯塔帆船基地吗？",
        "渔民合作社能参与灯塔帆船基地吗，能牵头吗？",
        "渔民合作社能参与灯塔帆船基地吗？能牵头吗？几号截止？",
        "能牵头灯塔帆船基地吗？几号报送？我们是企业。",
        "如果牵头的是企业，能报灯塔帆船基地吗，交几份？",
        "企业可以牵头灯塔帆船基地，对吧，那交几份？",
        "既然企业可以牵头灯塔帆船基地，那联合单位最多几家，交几份？",
        "We are a company. How many copies, and may we lead the 灯塔帆船基地?",
        "If we are a company, may we lead the 灯塔帆船基地, and how many copies are there?",
    ],
)
def test_nobody_is_granted_what_the_line_denies_them(sails: Built, line: str) -> None:
    assert sails.ask(line).verdict in ("no", "conditional"), sails.ask(line).answer


def test_one_yes_and_one_no_are_no_plain_verdict(sails: Built) -> None:
    answer = sails.ask("职业院校能牵头灯塔帆船基地吗，企业能牵头吗？")
    assert answer.verdict in ("no", "conditional")
    assert "职业院校牵头" in answer.answer
    assert "不得作为牵头单位" in answer.answer


def test_the_programme_named_first_holds_for_the_others() -> None:
    both = over(
        *LINES, names=("灯塔帆船基地",), beside=("石桥计划通知", "石桥计划的申报书一式7份。", "由企业牵头申报。")
    )
    answer = both.ask("企业能牵头灯塔帆船基地吗，申报书交几份？")
    assert [p.programme for p in answer.by_programme] == ["lighthouse"]
    assert "3份" in answer.answer
    assert "7份" not in answer.answer
