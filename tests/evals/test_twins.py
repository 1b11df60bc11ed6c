"""Twins of a made-up document: what is deleted, changed or swapped moves exactly the answers that rest on it."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from assistant.answering.answer import Question
from evals.cases import Case, Gold, load_cases
from evals.figures import figures, other, rewritten
from evals.modals import expected, modals
from evals.places import Place, before_cuts, gold_places, merged, sentences_at, without
from evals.sources import Sources, load_sources
from evals.swaps import entities, negated, negations, programmes, quantities
from evals.told import Known, known, moved, silent, unrelated
from evals.twin_rows import lines
from evals.twin_run import EVERY, run
from evals.twins import Twin, deleted, figured, turned
from evals.worlds import Workshop

TODAY = date(2026, 7, 29)
TEXT = """灯塔实践基地申报指南
一、申报主体
牵头单位为本专科院校，联合申报单位不超过 5 家。
二、申报条件
作为联合申报单位的企业须成立2年以上。
三、申报流程
经评审通过的基地，公示5个工作日，无异议后予以认定。
四、其他
认定有效期为3年。材料一式五份，于2026年9月15日前报送。
行业协会可参与申报。
"""
HARBOUR = """海港联盟申报指南
一、申报主体
牵头单位为中职学校，联合申报单位不超过3家。
"""
CATALOGUE = """
[[document]]
file = "lighthouse.txt"
title = "灯塔实践基地申报指南"
[[document]]
file = "harbour.txt"
title = "海港联盟申报指南"
[[programme]]
id = "lighthouse"
document = "lighthouse"
names = ["灯塔实践基地"]
[[programme]]
id = "harbour"
document = "harbour"
names = ["海港联盟"]
"""
MOST, NOTICE, COPIES = "灯塔实践基地联合申报单位最多几家？", "灯塔实践基地公示几天？", "灯塔实践基地材料一式几份？"
SIX, FOUR = "灯塔实践基地联合申报单位6家可以吗？", "灯塔实践基地联合申报单位4家可以吗？"
BODY, SCHOOL = "行业协会可以参与申报灯塔实践基地吗？", "高职院校可以牵头灯塔实践基地吗？"
JOINT = "联合申报单位不超过5家"


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("corpus")
    (root / "sources").mkdir()
    (root / "sources" / "lighthouse.txt").write_text(TEXT, "utf-8")
    (root / "sources" / "harbour.txt").write_text(HARBOUR, "utf-8")
    (root / "catalogue.toml").write_text(CATALOGUE, "utf-8")
    return root


@pytest.fixture(scope="module")
def shop(corpus: Path) -> Workshop:
    return Workshop(corpus, TODAY)


@pytest.fixture(scope="module")
def sources(corpus: Path) -> Sources:
    return load_sources(corpus / "sources")


Make = Callable[..., Known]


@pytest.fixture
def make(shop: Workshop, sources: Sources, make_case: Callable[..., Case]) -> Make:
    """Makes a case of the lighthouse that the engine answers rightly."""

    def made(question: str, quote: str, *must: str, **more: Any) -> Known:
        fields = {"question": question, "gold": (Gold("lighthouse", quote),), "programmes": ("lighthouse",),
                  "must_include": tuple((m,) for m in must), **more}  # fmt: skip
        (one,) = known([make_case(**fields)], shop.plain, sources)
        return one

    return made


# -- places, figures, modal words --


def test_the_sentences_behind_a_quote_over_a_blank(shop: Workshop) -> None:
    texts = {g.id: g.source for g in shop.plain.guidelines}
    places = gold_places([Gold("lighthouse", JOINT)], texts)
    assert [TEXT[p.start : p.end] for p in places] == ["联合申报单位不超过 5 家"]
    (whole,) = sentences_at(shop.plain.document("lighthouse"), places)
    assert TEXT[whole.start : whole.end] == "牵头单位为本专科院校，联合申报单位不超过 5 家。"
    assert without(TEXT, [whole]) == TEXT.replace("牵头单位为本专科院校，联合申报单位不超过 5 家。", "")
    assert sentences_at(shop.plain.document("harbour"), places) == ()


def test_one_sentence_of_two_goes_and_the_other_stays(shop: Workshop) -> None:
    start = TEXT.index("有效期")
    (first,) = sentences_at(shop.plain.document("lighthouse"), [Place("lighthouse", start, start + 3)])
    assert TEXT[first.start : first.end] == "认定有效期为3年。"


def test_places_after_cuts_are_told_in_the_text_before() -> None:
    text, cuts = "0123456789", [Place("a", 2, 4), Place("a", 6, 7)]
    left = without(text, cuts)
    at = left.index("57")
    place = before_cuts(Place("a", at, at + 2), cuts)
    assert (left, text[place.start : place.end]) == ("0145789", "567")


def test_places_that_touch_are_one() -> None:
    places = [Place("a", 4, 6), Place("a", 0, 2), Place("a", 1, 4), Place("b", 6, 7)]
    assert merged(places) == [Place("a", 0, 6), Place("b", 6, 7)]


@pytest.mark.parametrize(
    ("text", "new"),
    [("不超过5家", "8"), ("一式五份", "八"), ("9月15日", "11"), ("15日前", "20"), ("28日前", "23"), ("30%以上", "40"),
     ("500字以内", "1000"), ("成立2年以上", "5"), ("两家", "五"), ("十二名", "十五")],
)  # fmt: skip
def test_a_figure_becomes_another_of_its_sort(text: str, new: str) -> None:
    figure = next(figures(text))
    assert rewritten(figure, other(figure)) == new


def test_years_numbers_and_labels_are_no_figures() -> None:
    assert [f.written for f in figures("2022年第3条（一）〔2022〕87号 1.申报 电话010-12345678")] == []


def test_a_figure_is_told_in_either_script() -> None:
    figure = next(figures("一式五份"))
    assert figure.told_in("共5份")
    assert figure.told_in("一式五份")
    assert not figure.told_in("15份")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("协会可参与，企业不得牵头", [("可", "不得"), ("不得", "可")]),
        ("供应链应用可行，许可应届生", []),
        ("应为高校，不少于3家", [("应", "可"), ("不少于", "不超过")]),
        ("经批准方可实施，无须盖章", []),
    ],
)
def test_modal_words_are_found_and_others_are_not(text: str, words: list[tuple[str, str]]) -> None:
    assert [(m.written, m.instead) for m in modals(text)] == words


def test_what_follows_a_turned_rule() -> None:
    assert expected("permit to forbid", "yes", duty=False) == {"no"}
    assert expected("permit to forbid", "no", duty=False) == frozenset()
    assert expected("oblige to permit", "yes", duty=True) == {"no", "conditional", "not_specified"}
    assert expected("oblige to permit", "yes", duty=False) == frozenset()
    assert expected("most to least", "no", duty=False) == {"yes", "conditional"}


# -- documents --


def test_without_its_sentences_a_rule_is_not_told(make: Make, shop: Workshop) -> None:
    twin = deleted(make(MOST, JOINT, "5家"), shop)
    assert twin is not None
    assert (twin.follows, twin.permissive, twin.got.abstained) == (True, False, True)
    assert twin.world is not None
    assert "不超过" not in twin.world.document("lighthouse").source
    assert "不超过" in twin.world.document("harbour").source


def test_another_sentence_on_the_same_goes_too(tmp_path: Path, corpus: Path, make_case: Callable[..., Case]) -> None:
    root = tmp_path / "corpus"
    (root / "sources").mkdir(parents=True)
    (root / "catalogue.toml").write_text(CATALOGUE.split("[[document]]\nfile = \"harbour")[0] +
                                         CATALOGUE[CATALOGUE.index("[[programme]]") :].split("[[programme]]\nid = \"harbour")[0], "utf-8")  # fmt: skip
    (root / "sources" / "lighthouse.txt").write_text(
        TEXT + "五、附则\n联合申报单位不超过5家，公示5个工作日。\n", "utf-8"
    )
    shop = Workshop(root, TODAY)
    case = make_case(
        question=NOTICE, gold=(Gold("lighthouse", "公示5个工作日，无异议"),), must_include=(("5个工作日",),)
    )
    (one,) = known([case], shop.plain, load_sources(root / "sources"))
    twin = deleted(one, shop)
    assert twin is not None
    assert twin.follows
    assert twin.change == "2 sentences deleted in 2 rounds"


@pytest.mark.parametrize(
    ("question", "quote", "must", "change", "told"),
    [
        (MOST, JOINT, "5家", "5家 → 8家", "8家"),
        (NOTICE, "公示5个工作日", "5个工作日", "5个工作日 → 8个工作日", "8个工作日"),
        (COPIES, "材料一式五份", "五份", "五份 → 八份", "八份"),
        ("灯塔实践基地什么时候截止？", "于2026年9月15日前报送", "15日", "15日 → 20日", "9月20日"),
    ],
)
def test_a_changed_figure_is_told(make: Make, shop: Workshop, question: str, quote: str, must: str, change: str, told: str) -> None:  # fmt: skip
    twin = figured(make(question, quote, must), shop)
    assert twin is not None
    assert (twin.change, twin.follows) == (change, True)
    assert told in twin.got.answer


@pytest.mark.parametrize(("question", "verdict", "change", "after"), [(SIX, "no", "5家 → 6家", "yes"),
                                                                      (FOUR, "yes", "5家 → 3家", "no")])  # fmt: skip
def test_a_moved_bound_turns_the_verdict(make: Make, shop: Workshop, question: str, verdict: str, change: str, after: str) -> None:  # fmt: skip
    twin = figured(make(question, JOINT, verdict=verdict), shop)
    assert twin is not None
    assert (twin.change, twin.got.verdict, twin.follows, twin.permissive) == (change, after, True, False)


def test_a_turned_permission_forbids(make: Make, shop: Workshop) -> None:
    twin = turned(make(BODY, "行业协会可参与申报", verdict="yes"), shop)
    assert twin is not None
    assert (twin.change, twin.got.verdict, twin.follows) == ("可 → 不得 (permit to forbid)", "no", True)


def test_a_verdict_without_a_modal_word_has_no_such_twin(make: Make, shop: Workshop) -> None:
    assert turned(make(SCHOOL, "牵头单位为本专科院校", verdict="yes"), shop) is None


def test_what_rests_on_other_words_stays(make: Make, shop: Workshop) -> None:
    one, notice = make(MOST, JOINT, "5家"), make(NOTICE, "公示5个工作日", "5个工作日", id="n", family="n")
    twin = figured(one, shop)
    assert twin is not None
    assert twin.world is not None
    assert moved([notice, one], twin.world, twin.changed, one) == (1, ())
    blind = shop.edited({"lighthouse": TEXT.replace("公示5个工作日", "公示7个工作日")})
    assert moved([notice], blind, (), one) == (1, ("n",))


def test_the_watched_cases_are_spread_over_the_documents(make: Make) -> None:
    held = [make(MOST, JOINT, "5家", id=f"m{n}") for n in range(9)]
    assert [one.case.id for one in unrelated(held, 3)] == ["m0", "m3", "m6"]


# -- questions --


def test_another_programme_named_is_another_programme_chosen(make: Make, shop: Workshop) -> None:
    (twin,) = programmes(make(MOST, JOINT, "5家"), shop)
    assert (twin.change, twin.follows) == ("灯塔实践基地 → 海港联盟", True)
    assert "3家" in twin.got.answer


def test_a_question_that_names_its_programme_twice_has_no_twin_of_another(make: Make, shop: Workshop) -> None:
    assert not list(programmes(make("我们灯塔基地报灯塔实践基地，联合申报单位最多几家？", JOINT, "5家"), shop))
    assert list(programmes(make("我们报灯塔实践基地，联合申报单位最多几家？", JOINT, "5家"), shop))


def test_a_kind_outside_a_closed_rule_is_never_admitted(make: Make, shop: Workshop) -> None:
    twins = list(entities(make(SCHOOL, "牵头单位为本专科院校", verdict="yes"), shop))
    assert [twin.follows for twin in twins] == [True] * len(twins)
    assert len(twins) == 3
    assert {twin.got.verdict for twin in twins} == {"no"}


def test_figures_around_the_bound(make: Make, shop: Workshop) -> None:
    twins = list(quantities(make(SIX, JOINT, verdict="no"), shop))
    assert [(t.change, t.got.verdict, t.follows) for t in twins] == [
        ("6家 → 4家", "yes", True),
        ("6家 → 5家", "yes", True),
        ("6家 → 6家", "no", True),
    ]


@pytest.mark.parametrize(
    ("asked", "swapped"),
    [
        ("企业能不能牵头？", "企业是不是不能牵头？"),
        ("企业可以牵头吗", "企业是不是不可以牵头？"),
        ("企业只能参与吗？", ""),
        ("公示几天？", ""),
    ],
)
def test_asked_whether_it_is_forbidden(asked: str, swapped: str) -> None:
    assert negated(asked) == swapped


def test_a_negated_question_wants_the_other_verdict(make: Make, shop: Workshop) -> None:
    (twin,) = negations(make(SCHOOL, "牵头单位为本专科院校", verdict="yes"), shop)
    assert (twin.change, twin.wanted) == ("高职院校是不是不可以牵头灯塔实践基地？", "no")
    assert twin.follows is (twin.got.verdict == "no")


# -- the run --


def test_a_run_counts_and_prints(tmp_path: Path, corpus: Path) -> None:
    def case(name: str, question: str, quote: str, **more: Any) -> dict[str, Any]:
        return {"id": name, "question": question, "lang": "zh", "asker": "caller", "kind": "number", "family": name,
                "programmes": ["lighthouse"], "history": [], "verdict": None, "verdict_alt": [], "must_include": [],
                "must_not_include": [], "gold": [{"document": "lighthouse", "quote": quote}], "note": "", **more}  # fmt: skip

    cases = [
        case("a", MOST, JOINT, must_include=[["5家"]]),
        case("b", NOTICE, "公示5个工作日", must_include=[["5个工作日"]]),
        case("c", NOTICE, "公示5个工作日", must_include=[["9个工作日"]]),
    ]
    path = tmp_path / "made.jsonl"
    path.write_text("".join(json.dumps(c, ensure_ascii=False) + "\n" for c in cases), "utf-8")
    sources = load_sources(corpus / "sources")
    held = load_cases([path], sources)
    report = run(held, sources, corpus, TODAY, processes=1)
    assert (report.cases, report.answered, report.of) == (3, 2, 3)
    assert [str(report.rate(kind)) for kind in ("delete", "figure", "programme", "entity")] == [
        "2/2 100.0%", "2/2 100.0%", "2/2 100.0%", "0/0",
    ]  # fmt: skip
    assert str(report.steady()) == "4/4 100.0%"
    assert [str(share) for share in (report.edit_follow(), report.twin_accuracy(), report.consistency())] == [
        "4/4 100.0%", "2/2 100.0%", "2/2 100.0%",
    ]  # fmt: skip
    assert list(lines(report))[-1].startswith("0 false permits, 0 not scored")
    many = run(held * 5, sources, corpus, TODAY, processes=2)
    assert [row.id for row in many.rows if row.case == "a"] == [row.id for row in report.rows if row.case == "a"] * 5
    assert run(held, sources, corpus, TODAY, choose=1).cases == 1


def test_a_twin_that_cannot_be_made_is_not_wrong(corpus: Path, make_case: Callable[..., Case]) -> None:
    def broken(one: Known, shop: Workshop) -> Iterator[Twin]:
        raise ZeroDivisionError("oops")

    sources = load_sources(corpus / "sources")
    case = make_case(question=MOST, gold=(Gold("lighthouse", JOINT),), must_include=(("5家",),))
    report = run([case], sources, corpus, TODAY, makers={**EVERY, "figure": broken})
    assert [row.crashed for row in report.crashed] == ["ZeroDivisionError: oops"]
    assert str(report.rate("figure")) == "0/0"
    assert str(report.rate("delete")) == "1/1 100.0%"


def test_a_correction_whose_words_are_gone_is_left_out(tmp_path: Path) -> None:
    (tmp_path / "sources").mkdir()
    (tmp_path / "corrections").mkdir()
    (tmp_path / "sources" / "a.txt").write_text("一、主体\n牵头单位为高交。\n公示3天。\n", "utf-8")
    (tmp_path / "corrections" / "a.toml").write_text('[[correction]]\nwrong = "高交"\nright = "高校"\n', "utf-8")
    shop = Workshop(tmp_path, TODAY)
    assert [c.text for c in shop.plain.guidelines[0].clauses][-1] == "公示3天。"
    edited = shop.edited({"a": "一、主体\n公示4天。\n"})
    assert [c.text for c in edited.guidelines[0].clauses] == ["一、主体", "公示4天。"]
    assert shop.edited({"a": "一、主体\n公示4天。\n"}) is edited
    assert silent(edited.ask(Question("牵头单位是谁？")))


def test_whole_numbers_only() -> None:
    assert rewritten(next(figures("1.5倍")), Fraction(9, 2)) == "4.5"
