"""Cards: how a review and an extraction become one view, and what happens where they do not fit."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from pathlib import Path

import pytest

from assistant.guideline.card import Card
from assistant.guideline.document import Guideline, Programme
from assistant.guideline.statement import Statement
from assistant.guideline.values import Contact, Quantity
from assistant.programmes.card_files import BadCard, read_cards
from assistant.programmes.cards import Reviewed, reviewed
from assistant.programmes.extract import extract
from tests.programmes.fixtures import clause, guideline

LEAD = "牵头单位应为本科院校。"
COUNT = "联合申报单位不超过5家。"
NOTICE = "评审结果公示7天。"
HEAD = 'programme = "p"\nchecked_by = "maintainers"\nchecked_on = 2026-11-20\n'


def document(*texts: str, programmes: tuple[str, ...] = ("p",)) -> Guideline:
    names = ("测试基地", "试点园区", "示范车间")
    held = tuple(Programme(p, "doc", (n,)) for p, n in zip(programmes, names, strict=False))
    return guideline(*(clause(t, n) for n, t in enumerate(texts)), programmes=held)


def view(tmp_path: Path, held: Guideline, *cards: str) -> Reviewed:
    folder = tmp_path / "programmes"
    folder.mkdir(exist_ok=True)
    for number, card in enumerate(cards):
        (folder / f"{number}.toml").write_text(card, "utf-8")
    return reviewed((held,), extract((held,)), read_cards(folder))


def facets(card: Card) -> list[tuple[str, str, str]]:
    return [(p.facet, p.standing, p.statement.quote.text) for p in card.points]


def value(statement: Statement) -> Quantity:
    assert isinstance(statement.value, Quantity)
    return statement.value


def test_without_a_review_everything_is_extracted_and_says_so(tmp_path: Path) -> None:
    held = view(tmp_path, document(LEAD, COUNT, NOTICE))
    (card,) = held.cards
    assert (card.checked_by, card.checked_on, card.silent) == ("", None, frozenset())
    assert facets(card) == [
        ("lead", "extracted", "牵头单位应为本科院校"),
        ("partner_count", "extracted", "联合申报单位不超过5家"),
        ("public_notice", "extracted", "评审结果公示7天"),
    ]
    assert not any(p.reviewed for p in card.points)


def test_a_point_that_says_what_was_extracted_accepts_it(tmp_path: Path) -> None:
    point = (
        '[[point]]\nfacet = "partner_count"\nquote = "联合申报单位不超过5家"\nrole = "joint"\n'
        'number = { max = 5, unit = "家" }\n'
    )
    plain = view(tmp_path, document(LEAD, COUNT))
    held = view(tmp_path, document(LEAD, COUNT), HEAD + point)
    assert facets(held.cards[0])[1] == ("partner_count", "accepted", "联合申报单位不超过5家")
    assert held.cards[0].checked_on == date(2026, 11, 20)
    assert len(held.statements) == len(plain.statements)


def test_a_point_that_says_otherwise_replaces_it_in_the_order_of_the_clauses(tmp_path: Path) -> None:
    point = (
        '[[point]]\nfacet = "lead"\nquote = "牵头单位应为本科院校"\nrole = "lead"\nunits = ["本科院校"]\n'
        'modality = "usual"\n'
    )
    held = view(tmp_path, document(LEAD, COUNT), HEAD + point)
    assert facets(held.cards[0])[0] == ("lead", "corrected", "牵头单位应为本科院校")
    leads = [s for s in held.statements if s.attribute == "unit"]
    assert [(s.modality, s.programmes, s.closed) for s in leads] == [("usual", ("p",), False)]
    assert [s.attribute for s in held.statements][:2] == ["unit", "count"]


def test_a_list_of_units_keeps_the_region_that_its_items_share(tmp_path: Path) -> None:
    words = "本省范围内的企业、职业院校和行业协会"
    point = f'[[point]]\nfacet = "partner"\nquote = "成员单位以{words}为主"\nrole = "member"\nunits = ["{words}"]\n'
    held = view(tmp_path, document(f"成员单位以{words}为主。"), HEAD + point)
    (said,) = held.cards[0].of("partner")
    assert said.standing == "accepted"
    assert [(u.kind, u.feature("region")) for u in said.statement.units] == [
        (kind, "本省范围内") for kind in ("enterprise", "vocational", "association")
    ]


def test_another_office_in_the_same_words_is_not_what_was_extracted(tmp_path: Path) -> None:
    text = "区科技局初审后将申报书报送至市科技局。"
    point = (
        '[[point]]\nfacet = "review"\nquote = "区科技局初审后将申报书报送至市科技局"\n'
        'text = "{}"\nmodality = "states"\n'
    )
    (extracted,) = [s for s in view(tmp_path, document(text)).statements if s.attribute == "organiser"]
    assert extracted.value == "市科技局"
    same = view(tmp_path, document(text), HEAD + point.format("市科技局"))
    other = view(tmp_path, document(text), HEAD + point.format("区科技局"))
    assert [p.standing for p in (*same.cards[0].of("review"), *other.cards[0].of("review"))] == [
        "accepted",
        "corrected",
    ]


def test_a_point_about_what_nobody_extracted_is_added(tmp_path: Path) -> None:
    text = "（一）搭建平台。各单位共建实训平台。"
    point = '[[point]]\nfacet = "task"\nquote = "（一）搭建平台"\n'
    held = view(tmp_path, document(LEAD, text), HEAD + point)
    assert ("task", "added", "（一）搭建平台") in facets(held.cards[0])
    assert [s.attribute for s in held.statements].count("task") == 1


def test_what_a_reviewer_files_under_another_facet_is_not_shown_as_unreviewed_beside_it(tmp_path: Path) -> None:
    text = "所得收入按不超过30%的比例用于职工奖励。"
    point = '[[point]]\nfacet = "funding"\nattribute = "ratio"\nquote = "所得收入按不超过30%的比例用于职工奖励"\n'
    share = 'number = { max = "0.3", unit = "比例" }\n'
    held = view(tmp_path, document(text), HEAD + 'silent = ["ratio"]\n' + point + share)
    assert [(p.facet, p.standing, p.statement.attribute) for p in held.cards[0].points] == [
        ("funding", "accepted", "ratio")
    ]
    assert (held.cards[0].silent, held.notices) == (frozenset({"ratio"}), ())


def test_telephones_that_the_document_parts_by_a_space_are_one_contact(tmp_path: Path) -> None:
    text = "联系电话：010-12345678 13912345678"
    point = f'[[point]]\nfacet = "contact"\nquote = "{text}"\ncontact = {{ phone = "010-12345678、13912345678" }}\n'
    held = view(tmp_path, document(text), HEAD + point)
    assert held.notices == ()
    assert [p.statement.value for p in held.cards[0].points] == [Contact(phone="010-12345678、13912345678")]
    wrong = view(tmp_path, document(text), HEAD + point.replace("、13912345678", "、13900000000"))
    assert "'13900000000' does not stand" in wrong.notices[0][1]


def test_a_rejected_statement_is_gone(tmp_path: Path) -> None:
    rejected = '[[rejected]]\nattribute = "count"\nquote = "联合申报单位不超过5家"\n'
    held = view(tmp_path, document(LEAD, COUNT), HEAD + rejected)
    assert [s.attribute for s in held.statements] == ["unit"]
    assert held.notices == ()


def test_a_quote_that_is_not_found_leaves_the_extracted_one_unreviewed(tmp_path: Path) -> None:
    point = (
        '[[point]]\nfacet = "partner_count"\nquote = "联合申报单位不超过6家"\nrole = "joint"\n'
        'number = { max = 6, unit = "家" }\n'
    )
    held = view(tmp_path, document(LEAD, COUNT), HEAD + point)
    assert ("partner_count", "extracted", "联合申报单位不超过5家") in facets(held.cards[0])
    ((zh, en),) = held.notices
    assert "联合申报单位不超过6家" in zh
    assert "未复核" in zh
    assert "the quote is not found" in en


@pytest.mark.parametrize(
    ("keys", "why"),
    [
        ('number = { max = 6, unit = "家" }', "does not hold"),
        ('number = { max = 5, unit = "个" }', "does not hold"),
        ('number = { unit = "家" }', "does not hold"),
        ('number = { max = "1/0", unit = "家" }', "'1/0' is no number"),
        ('number = { max = true, unit = "家" }', "True is no number"),
        ('day = "2026-05-01"', "does not hold the date 2026-05-01"),
        ('contact = { phone = "12345678" }', "'12345678' does not stand"),
        ('text = "盖章"', "'盖章' does not stand"),
        ('units = ["高职院校"]', "does not stand"),
        ('units = ["联合"]', "is not one kind of unit"),
        ('document = "elsewhere"', "no document elsewhere"),
        ('clause = "c0"', "not found"),
    ],
)
def test_a_value_that_is_not_in_its_quote_is_left_out(tmp_path: Path, keys: str, why: str) -> None:
    point = f'[[point]]\nfacet = "partner_count"\nquote = "联合申报单位不超过5家"\n{keys}\n'
    held = view(tmp_path, document(LEAD, COUNT), HEAD + point)
    ((_, en),) = held.notices
    assert why in en
    assert [p.standing for p in held.cards[0].points] == ["extracted", "extracted"]


def test_words_in_two_clauses_need_the_clause(tmp_path: Path) -> None:
    point = '[[point]]\nfacet = "partner_count"\nquote = "联合申报单位不超过5家"\nrole = "joint"\n{}\n'
    number = 'number = { max = 5, unit = "家" }'
    held = view(tmp_path, document(COUNT, COUNT), HEAD + point.format(number))
    assert "stands in 2 clauses; name one of c0, c1" in held.notices[0][1]
    held = view(tmp_path, document(COUNT, COUNT), HEAD + point.format(f'{number}\nclause = "c1"'))
    assert held.notices == ()


def test_a_correction_for_one_programme_leaves_the_others_what_was_extracted(tmp_path: Path) -> None:
    card = HEAD + (
        '[[point]]\nfacet = "public_notice"\nquote = "评审结果公示7天"\nsubject = "评审结果"\n'
        'number = { min = 7, unit = "天" }\n'
    )
    held = view(tmp_path, document(NOTICE, programmes=("p", "q", "r")), card)
    periods = [s for s in held.statements if s.attribute == "period"]
    assert sorted(s.programmes for s in periods) == [("p",), ("q", "r")]
    assert value(next(s for s in periods if s.programmes == ("p",))).interval.high is None
    standing = {c.programme: [p.standing for p in c.points] for c in held.cards}
    assert standing == {"p": ["corrected"], "q": ["extracted"], "r": ["extracted"]}


def test_a_kind_shows_the_points_of_its_programme_where_it_has_none(tmp_path: Path) -> None:
    kinds = (Programme("p", "doc", ("测试基地",)), Programme("p/a", "doc", ("甲类基地",)))
    held = guideline(clause(LEAD, 0), clause(COUNT, 1), clause("甲类基地由企业建设。", 2), programmes=kinds)
    own = '[[point]]\nfacet = "lead"\nquote = "甲类基地由企业建设"\nrole = "builder"\nunits = ["企业"]\n'
    above = (
        '[[point]]\nfacet = "lead"\nquote = "牵头单位应为本科院校"\nrole = "lead"\nunits = ["本科院校"]\n'
        'modality = "must"\nclosed = true\n[[point]]\nfacet = "partner_count"\nrole = "joint"\n'
        'quote = "联合申报单位不超过5家"\nnumber = { max = 5, unit = "家" }\n'
    )
    silent = 'silent = ["funding"]\n'
    made = view(tmp_path, held, HEAD + silent + above, HEAD.replace('"p"', '"p/a"') + own)
    kind = next(c for c in made.cards if c.programme == "p/a")
    assert [(p.facet, p.statement.quote.text) for p in kind.points] == [
        ("lead", "甲类基地由企业建设"),
        ("partner_count", "联合申报单位不超过5家"),
    ]
    assert kind.silent == {"funding"}


def test_silence_is_only_believed_where_nothing_is_said(tmp_path: Path) -> None:
    head = HEAD + 'silent = ["funding", "partner_count"]\n'
    held = view(tmp_path, document(LEAD, COUNT), head)
    assert held.cards[0].silent == {"funding"}
    assert held.notices == (
        (
            "项目要点 p 说文件对 partner_count 没有规定，但文件里有。",
            "The card p says that partner_count is not regulated, but it is.",
        ),
    )


def test_a_conflict_keeps_both_places_and_which_governs(tmp_path: Path) -> None:
    other = "鼓励企业牵头申报。"
    clash = (
        '[[conflict]]\nfacet = "lead"\nquotes = ["牵头单位应为本科院校", "鼓励企业牵头申报"]\ngoverns = 1\n'
        'zh = "应为是要求"\nen = "shall be is a rule"\n'
    )
    held = view(tmp_path, document(LEAD, other), HEAD + clash)
    (conflict,) = held.cards[0].conflicts
    assert [q.text for q in conflict.quotes] == ["牵头单位应为本科院校", "鼓励企业牵头申报"]
    assert (conflict.governs, conflict.reason) == (0, ("应为是要求", "shall be is a rule"))
    lost = view(tmp_path, document(LEAD), HEAD + clash)
    assert lost.cards[0].conflicts == ()
    assert len(lost.notices) == 1


def test_shares_are_exact(tmp_path: Path) -> None:
    text = "企业导师占导师队伍的比例不低于1/3。"
    point = (
        '[[point]]\nfacet = "ratio"\nquote = "企业导师占导师队伍的比例不低于1/3"\n'
        'number = { min = "1/3", unit = "比例" }\n'
    )
    held = view(tmp_path, document(text), HEAD + point)
    assert value(held.cards[0].points[0].statement).interval.low == Fraction(1, 3)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("not toml", "cannot be read"),
        ('programme = "p"\n', "must say checked_by"),
        ('programme = "p"\nchecked_by = "m"\nchecked_on = 2026-11-20T00:00:00\n', "checked_on as a date"),
        (HEAD + "answers = 1\n", "the card has keys that are not known: answers"),
        (HEAD + 'silent = ["moon"]\n', "'moon' is none of"),
        (HEAD + '[[point]]\nfacet = "lead"\n', "a point has no quote"),
        (HEAD + '[[point]]\nfacet = "lead"\nquote = "牵头"\nanswer = "可以"\n', "a point has keys"),
        (HEAD + '[[point]]\nfacet = "lead"\nquote = "牵头"\nrole = "boss"\n', "'boss' is none of"),
        (HEAD + '[[point]]\nfacet = "lead"\nquote = "牵头"\nnumber = 5\n', "number of a point is of the wrong kind"),
        (HEAD + '[[point]]\nfacet = "lead"\nquote = "牵头"\nnumber = { max = 2.5 }\n', "max of number is of the"),
        (HEAD + '[[point]]\nfacet = "lead"\nquote = "牵头"\nunits = "企业"\n', "units of a point is of the wrong"),
        (HEAD + '[[point]]\nfacet = "lead"\nquote = "牵头"\nunits = [1]\n', "units is a list of words"),
        (HEAD + 'point = ["lead"]\n', "a point is no table"),
        (HEAD + "silent = [[]]\n", "silent is a list of facets"),
        (HEAD + '[[conflict]]\nfacet = "lead"\nquotes = ["一"]\nzh = "一"\nen = "a"\n', "needs two quotes"),
        (HEAD + '[[rejected]]\nquote = "牵头"\n', "None is none of"),
    ],
)
def test_a_malformed_card_stops_the_reader_with_its_name(tmp_path: Path, text: str, why: str) -> None:
    with pytest.raises(BadCard) as raised:
        view(tmp_path, document(LEAD), text)
    assert why in raised.value.message("en")
    assert "无法使用" in raised.value.message("zh")


def test_two_cards_for_one_programme_are_an_error_and_one_for_none_a_notice(tmp_path: Path) -> None:
    with pytest.raises(BadCard, match="two cards"):
        view(tmp_path, document(LEAD), HEAD, HEAD)
    (tmp_path / "programmes" / "1.toml").unlink()
    held = view(tmp_path, document(LEAD, programmes=("q",)), HEAD)
    assert held.notices == (("项目要点 p 没有对应的项目。", "The card p belongs to no programme."),)
