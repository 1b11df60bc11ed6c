"""Whether a unit may fill a role, from statements made by hand: closure, modality, prohibition, conflict."""

from __future__ import annotations

import pytest

from assistant.guideline.quote import span
from assistant.guideline.statement import Statement
from assistant.guideline.values import Modality, Role, Unit
from assistant.programmes.eligibility import Decision, decide, undecided
from assistant.programmes.units import taxonomy
from tests.programmes.fixtures import clause

TAXONOMY = taxonomy()


def unit(name: str) -> Unit:
    (mention,) = TAXONOMY.find(name)
    return mention.unit


def rule(
    role: Role, modality: Modality, words: str, closed: bool | None = None, exceptions: tuple[str, ...] = ()
) -> Statement:
    """A statement about all units named in `words`; must and must_not close unless told otherwise."""
    made = clause(words)
    units = tuple(m.unit for m in TAXONOMY.find(words))
    shut = modality in ("must", "must_not") if closed is None else closed
    return Statement((), "unit", role, units, words, "is", None, modality, shut, exceptions, span(made, 0, len(words)))


def ruled(asked: str, role: Role, *statements: Statement) -> Decision:
    decision = decide(unit(asked), role, statements, TAXONOMY)
    assert decision is not None
    return decision


CLOSED = rule("lead", "must", "本科院校、高等职业院校")
OPEN = rule("joint", "may", "企业、行业协会、产业园区")
USUAL = rule("lead", "usual", "职业院校")
BAR_PRIVATE = rule("lead", "must_not", "民办高校")


@pytest.mark.parametrize(
    ("asked", "role", "statements", "ruling", "reason"),
    [
        ("高职院校", "lead", (CLOSED,), "yes", "inside"),
        ("高校", "lead", (CLOSED,), "yes", "inside"),
        ("中职学校", "lead", (CLOSED,), "no", "closed"),
        ("企业", "lead", (CLOSED,), "no", "closed"),
        ("学校", "lead", (CLOSED,), "conditional", "overlap"),
        # an open list
        ("商会", "joint", (OPEN,), "yes", "inside"),
        ("医院", "joint", (OPEN,), "not_specified", "unlisted"),
        ("医院", "member", (OPEN,), "not_specified", "unlisted"),
        # 一般为
        ("中职学校", "lead", (USUAL,), "yes", "inside"),
        ("企业", "lead", (USUAL,), "conditional", "usual"),
        ("本科院校", "lead", (USUAL,), "conditional", "overlap"),
        # encouragement closes nothing
        ("医院", "lead", (rule("lead", "encourage", "企业"),), "not_specified", "unlisted"),
        ("国企", "lead", (rule("lead", "encourage", "企业"),), "yes", "inside"),
        # prohibitions
        ("民办高校", "lead", (CLOSED, BAR_PRIVATE), "no", "prohibited"),
        ("独立学院", "lead", (CLOSED, BAR_PRIVATE), "no", "prohibited"),
        ("公办高校", "lead", (CLOSED, BAR_PRIVATE), "yes", "inside"),
        ("高校", "lead", (CLOSED, BAR_PRIVATE), "conditional", "overlap"),
        ("民办高校", "lead", (BAR_PRIVATE,), "no", "prohibited"),
        # every closed rule must hold
        ("行业龙头企业", "lead", (rule("lead", "must", "企业"), rule("lead", "must", "行业龙头企业")), "yes", "inside"),
        ("企业", "lead", (rule("lead", "must", "企业"), rule("lead", "must", "行业龙头企业")), "conditional", "overlap"),
        ("高校", "lead", (rule("lead", "must", "企业"), rule("lead", "must", "行业龙头企业")), "no", "closed"),
        # an exception that is not parsed leaves no flat yes
        ("高校", "lead", (rule("lead", "must", "高校", exceptions=("成人高校除外",)),), "conditional", "overlap"),
        ("高校", "lead", (rule("lead", "must", "高校", exceptions=("原则上",)),), "conditional", "overlap"),
        ("企业", "lead", (rule("lead", "must", "高校", exceptions=("成人高校除外",)),), "no", "closed"),
        # the applicant's rule stands for the lead where no rule names one
        ("企业", "lead", (rule("applicant", "must", "部属高校、共建高校"),), "no", "closed"),
        ("部属高校", "lead", (rule("applicant", "must", "部属高校、共建高校"),), "yes", "inside"),
        ("高校", "lead", (rule("applicant", "must", "部属高校、共建高校"),), "conditional", "overlap"),
        ("民办高校", "lead", (rule("applicant", "must", "部属高校、共建高校"),), "no", "closed"),
        # and it does not where one does
        ("企业", "lead", (CLOSED, rule("applicant", "must", "企业")), "no", "closed"),
        # a builder's own rule outranks the lead's
        ("企业", "builder", (CLOSED, rule("builder", "usual", "企业")), "yes", "inside"),
        ("企业", "builder", (CLOSED,), "no", "closed"),
    ],
)  # fmt: skip
def test_ruling(asked: str, role: Role, statements: tuple[Statement, ...], ruling: str, reason: str) -> None:
    decision = ruled(asked, role, *statements)
    assert (decision.ruling, decision.reason) == (ruling, reason)
    assert decision.deciding
    assert set(decision.deciding) <= set(statements)


def test_the_order_of_the_statements_does_not_decide() -> None:
    statements = (CLOSED, BAR_PRIVATE, OPEN)
    for asked in ("高校", "民办高校", "公办高校", "企业", "中职学校", "医院"):
        for role in ("lead", "joint"):
            there, back = ruled(asked, role, *statements), ruled(asked, role, *reversed(statements))
            assert (there.ruling, there.reason) == (back.ruling, back.reason), (asked, role)


def test_two_clauses_that_disagree_are_both_shown() -> None:
    park = rule("lead", "must", "产业园区")
    support = rule("lead", "encourage", "龙头企业、普通高等学校")
    decision = ruled("高校", "lead", support, park)
    assert (decision.ruling, decision.reason) == ("conditional", "conflict")
    assert set(decision.deciding) == {park, support}


def test_a_prohibition_that_overlaps_shows_both_rules() -> None:
    decision = ruled("高校", "lead", BAR_PRIVATE, CLOSED)
    assert decision.deciding == (CLOSED, BAR_PRIVATE)


def test_who_may_not_apply_may_still_be_a_partner() -> None:
    apply, join = rule("applicant", "must", "高校"), OPEN
    decision = ruled("企业", "applicant", apply, join)
    assert (decision.ruling, decision.reason, decision.deciding) == ("conditional", "partner", (apply, join))
    assert ruled("企业", "lead", apply, join).ruling == "no"
    assert ruled("医院", "applicant", apply, join).ruling == "no"
    assert ruled("企业", "applicant", apply, join, rule("joint", "must_not", "企业")).ruling == "no"


def test_who_is_barred_by_name_is_not_consoled() -> None:
    barred = rule("applicant", "must_not", "企业")
    assert (ruled("企业", "applicant", barred, OPEN).ruling, ruled("企业", "applicant", barred, OPEN).reason) == (
        "no",
        "prohibited",
    )


def test_a_prohibition_of_one_kind_below_bars_not_the_kind() -> None:
    statements = (rule("lead", "must", "企业"), rule("lead", "must_not", "咨询公司"))
    decision = ruled("企业", "lead", *statements)
    assert (decision.ruling, decision.reason) == ("conditional", "overlap")


@pytest.mark.parametrize(
    ("asked", "ruling"), [("企业", "conditional"), ("普通企业", "no"), ("省级专精特新企业", "yes")]
)
def test_a_rule_with_a_level_before_a_quoted_name(asked: str, ruling: str) -> None:
    statement = rule("lead", "must", "省级“专精特新”企业")
    assert (ruled(asked, "lead", statement).ruling, len(statement.units)) == (ruling, 1)


def test_a_prohibition_by_place_bars_no_kind() -> None:
    (region,) = (rule("lead", "must_not", "市域外单位"),)
    assert ruled("产业园区", "lead", rule("lead", "must", "产业园区"), region).ruling == "yes"


@pytest.mark.parametrize(
    ("asked", "role", "statements"),
    [
        ("企业", "lead", ()),
        ("企业", "joint", (CLOSED,)),
        ("企业", "", (CLOSED,)),
        ("单位", "lead", (CLOSED,)),
        ("企业", "lead", (BAR_PRIVATE,)),
    ],
)
def test_nothing_speaks_of_it(asked: str, role: Role, statements: tuple[Statement, ...]) -> None:
    assert decide(unit(asked), role, statements, TAXONOMY) is None


def test_a_yes_needs_a_permit_over_the_whole_asked_set_and_no_prohibition() -> None:
    """All kinds against one closed and one open rule: yes exactly where the taxonomy says inside."""
    for kind in TAXONOMY.labels:
        if kind in TAXONOMY.generic:
            continue
        asked = Unit(kind)
        lead = decide(asked, "lead", (CLOSED,), TAXONOMY)
        joint = decide(asked, "joint", (OPEN,), TAXONOMY)
        assert lead is not None
        assert joint is not None
        lies = TAXONOMY.relation_any(asked, CLOSED.units)
        assert lead.ruling == {"inside": "yes", "outside": "no", "overlap": "conditional"}[lies], kind
        lies = TAXONOMY.relation_any(asked, OPEN.units)
        assert joint.ruling == {"inside": "yes", "outside": "not_specified", "overlap": "conditional"}[lies], kind
        barred = decide(asked, "lead", (CLOSED, rule("lead", "must_not", "学校")), TAXONOMY)
        assert barred is None or barred.ruling != "yes", kind


def test_nobody_in_particular_depends_on_the_rule() -> None:
    assert undecided("lead", (CLOSED,), TAXONOMY) == Decision("conditional", "overlap", (CLOSED,))
    assert undecided("joint", (OPEN,), TAXONOMY) == Decision("conditional", "overlap", (OPEN,))
    assert undecided("lead", (), TAXONOMY) is None
    assert undecided("lead", (rule("lead", "must", "单位"),), TAXONOMY) is None
