"""What is asked back settles the answer; what is offered in silence is answered."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import product

import pytest

from assistant.answering.answer import Answer, Ask, Citation, Question, Turn
from assistant.answering.reply.variants import variants
from assistant.exchange import answer_fields
from assistant.programmes.units import taxonomy
from evals.cases import Case, load_cases
from evals.sources import load_sources
from tests.answering.built import ROOT, Built, over
from tests.answering.test_properties import NAMES, plain

EVALS_DAY = date(2026, 11, 20)
UNITS = ("学校", "高校", "职业学校", "公司", "产业园区", "行业协会", "前年注册的企业", "国有企业")
BY_UNIT = ("{unit}可以牵头申报{name}吗？", "{unit}能当{name}的联合申报单位吗？", "{unit}可以申报{name}吗？")
MATRIX = tuple(t.format(unit=u, name=n) for t, n, u in product(BY_UNIT, NAMES, UNITS))


def offered(answer: Answer) -> list[tuple[str, str]]:
    """The labels of the one thing asked back, each with its question."""
    assert len(answer.asks) == 1, answer
    return [(option.label, option.question) for option in answer.asks[0].options]


def settled(built: Built, ask: Ask, today: date = EVALS_DAY) -> list[str | None]:
    """The verdicts of the options, asked as a page asks them."""
    return [built.ask(o.question, programme=o.programme, today=today).verdict for o in ask.options]


@pytest.fixture(scope="module")
def matrix(corpus: Built) -> dict[str, Answer]:
    return {question: corpus.ask(question) for question in MATRIX}


@pytest.fixture(scope="module")
def cases() -> tuple[Case, ...]:
    files = sorted((ROOT / "evals" / "cases").glob("*.jsonl"))
    return tuple(load_cases(files, load_sources(ROOT / "corpus" / "sources")))


def asked(built: Built, cases: tuple[Case, ...]) -> Iterator[tuple[Case, Answer]]:
    for case in cases:
        turns = tuple(Turn(t.role, t.content) for t in case.history)
        yield case, built.engine.answer(Question(case.question, turns), EVALS_DAY)


@pytest.fixture(scope="module")
def replies(corpus: Built, cases: tuple[Case, ...]) -> tuple[tuple[Case, Answer], ...]:
    return tuple(asked(corpus, cases))


# One programme: the fact that the verdict turns on


@pytest.mark.parametrize(
    ("question", "what", "options"),
    [
        (
            "高校可以申报校企协同育人示范基地吗？",
            "affiliation",
            [
                ("部属", "部属高校可以申报校企协同育人示范基地吗？"),
                ("部省共建", "部省共建高校可以申报校企协同育人示范基地吗？"),
                ("省属", "省属高校可以申报校企协同育人示范基地吗？"),
            ],
        ),
        (
            "公司可以牵头申报行业产教融合共同体吗？",
            "designation",
            [
                ("行业龙头企业", "行业龙头企业可以牵头申报行业产教融合共同体吗？"),
                ("普通企业", "普通企业可以牵头申报行业产教融合共同体吗？"),
            ],
        ),
        (
            "学校可以牵头申报校企协同就业创业创新示范实践基地吗？",
            "kind",
            [
                ("本专科院校", "本专科院校可以牵头申报校企协同就业创业创新示范实践基地吗？"),
                ("中职", "中职可以牵头申报校企协同就业创业创新示范实践基地吗？"),
                ("技工学校", "技工学校可以牵头申报校企协同就业创业创新示范实践基地吗？"),
            ],
        ),
        (
            "前年注册的企业能当校企协同就业创业创新示范实践基地的联合申报单位吗？",
            "age",
            [
                ("满2年", "成立满2年的企业能当校企协同就业创业创新示范实践基地的联合申报单位吗？"),
                ("不满2年", "成立不满2年的企业能当校企协同就业创业创新示范实践基地的联合申报单位吗？"),
            ],
        ),
        (
            "行业协会能申报公共实践中心吗？",
            "role",
            [("牵头单位", "行业协会可以牵头申报吗？"), ("联合申报单位", "行业协会可以作为联合申报单位吗？")],
        ),
        (
            "Can a school lead the practice base?",
            "kind",
            [
                ("university", "Can a university lead the practice base?"),
                ("secondary vocational school", "Can a secondary vocational school lead the practice base?"),
                ("technician college", "Can a technician college lead the practice base?"),
            ],
        ),
    ],
)
def test_the_missing_fact_is_asked_back(
    corpus: Built, question: str, what: str, options: list[tuple[str, str]]
) -> None:
    answer = corpus.ask(question)
    assert answer.verdict == "conditional"
    assert answer.asks[0].what == what
    assert offered(answer) == options


@pytest.mark.parametrize(
    ("clause", "question", "what", "labels", "verdicts"),
    [
        ("牵头申报单位须为公办本科院校。", "本科院校能牵头灯塔实践基地吗？", "ownership", ["公办", "民办"], ["yes", "no"]),
        ("参评单位由民办高校牵头申报。", "高校可以牵头申报灯塔实践基地吗？", "ownership", ["民办", "公办"], ["yes", "no"]),
        ("牵头单位应当为市级以上专精特新企业。", "专精特新企业可以牵头灯塔实践基地吗？", "level", ["市级", "县级"], ["yes", "no"]),
        (
            "牵头单位应当为市级以上专精特新企业。", "我公司能牵头灯塔实践基地吗？", "kind",
            ["市级专精特新企业", "普通企业"], ["yes", "no"],
        ),
        ("联合申报单位不超过6家。", "灯塔实践基地联合申报单位六七家可以吗？", "count", ["不超过6家", "超过6家"], ["yes", "no"]),
    ],
)  # fmt: skip
def test_the_missing_fact_of_an_unseen_document(
    clause: str, question: str, what: str, labels: list[str], verdicts: list[str]
) -> None:
    built = over("一、申报条件", clause)
    answer = built.ask(question)
    assert answer.verdict == "conditional"
    assert answer.asks[0].what == what
    assert [label for label, _ in offered(answer)] == labels
    assert settled(built, answer.asks[0]) == verdicts


def test_the_unit_is_put_in_with_its_article_and_pronoun() -> None:
    built = over("一、申报条件", "牵头申报单位须为公办本科院校。")
    english = built.ask("Can an undergraduate college lead the 灯塔实践基地?")
    assert [q for _, q in offered(english)] == [
        "Can a public undergraduate college lead the 灯塔实践基地?",
        "Can a private undergraduate college lead the 灯塔实践基地?",
    ]
    chinese = over("一、申报条件", "牵头单位应当为专精特新企业。").ask("我公司能牵头灯塔实践基地吗？")
    assert offered(chinese)[0] == ("专精特新企业", "我们专精特新企业能牵头灯塔实践基地吗？")


@pytest.mark.parametrize(
    "question",
    [
        "民办高校可以牵头申报校企协同就业创业创新示范实践基地吗？",
        "企业可以牵头申报校企协同就业创业创新示范实践基地吗？",
        "联合申报单位6家可以吗，校企协同就业创业创新示范实践基地",
        "校企协同育人示范基地什么时候截止？",
        "专精特新产业学院谁能牵头？",
        "Our industrial park is located in Ningbo. Could we be the lead unit for the Hangzhou platforms?",
        "盖章吗",
    ],
)
def test_a_flat_answer_asks_nothing_back(corpus: Built, question: str) -> None:
    answer = corpus.ask(question)
    assert answer.outcome == "answered"
    assert answer.verdict != "conditional"
    assert answer.asks == ()


@pytest.mark.parametrize(
    "question",
    [
        # The document contradicts itself: no fact about the school settles that.
        "高校可以牵头申报行业产教融合共同体吗？",
        # The asker has said already what would be asked.
        "我校是普通本科大学，不是职业本科，学校实践中心我们能报吗？",
        # A state-owned company that is no leading one is not simply an ordinary one.
        "国有企业可以牵头申报行业产教融合共同体吗？",
        # A plain question on the role would lose that there is no partner.
        "一家合作单位都不找，光我们学校自己报校企协同就业创业创新示范实践基地，允许吗？",
    ],
)
def test_nothing_is_asked_back_that_would_not_settle_it(corpus: Built, question: str) -> None:
    answer = corpus.ask(question)
    assert answer.outcome in ("answered", "partial")
    assert answer.asks == ()


# Several programmes


def test_the_programme_is_asked_back_where_they_differ(corpus: Built) -> None:
    answer = corpus.ask("材料要几份？")
    assert [(a.what, [(o.label, o.question, o.programme) for o in a.options]) for a in answer.asks] == [
        (
            "programme",
            [
                ("工业和信息化部校企协同育人示范基地", "材料要几份？", "education-base"),
                ("市域产教联合体", "材料要几份？", "hangzhou-consortium"),
                ("行业产教融合共同体", "材料要几份？", "hangzhou-community"),
                ("开放型区域产教融合实践中心", "材料要几份？", "hangzhou-centre"),
            ],
        )
    ]


def test_a_name_that_several_programmes_share_is_asked_back_in_full(corpus: Built) -> None:
    answer = corpus.ask("联合体能让职业学校来牵头申报不？")
    assert offered(answer) == [
        ("产教科融合发展联合体", "产教科融合发展联合体能让职业学校来牵头申报不？"),
        ("市域产教联合体", "市域产教联合体能让职业学校来牵头申报不？"),
    ]


@pytest.mark.parametrize(
    "question", ["哪些项目企业可以牵头？", "育人示范基地和产业学院谁能牵头？", "所有项目材料要几份？"]
)
def test_programmes_that_were_asked_for_are_not_asked_back(corpus: Built, question: str) -> None:
    answer = corpus.ask(question)
    assert len(answer.by_programme) > 1
    assert answer.asks == ()


def test_a_filter_is_not_asked_back(corpus: Built) -> None:
    assert corpus.ask("材料要几份？", programme="education-base").asks == ()


# Questions that say too little


@pytest.mark.parametrize(
    "question", ["可以吗？", "行吗", "能申报吗？", "你好", "那呢？", "多少？", "这个可以吗？", "？？"]
)
def test_a_bare_question_is_asked_back(corpus: Built, question: str) -> None:
    answer = corpus.ask(question)
    assert (answer.outcome, answer.verdict, answer.abstained) == ("clarify", None, False)
    assert answer.answer == "想问哪一项？请点选下面的问题，或写明项目和要问的事项。"
    assert (answer.citations, answer.by_programme, answer.contact, answer.nearest) == ((), (), None, None)
    assert answer.asks[0].what == "question"
    assert len(answer.asks[0].options) == 6
    for option in answer.asks[0].options:
        assert option.label == option.question
        assert corpus.ask(option.question, programme=option.programme).outcome == "answered"


def test_a_bare_question_in_english_is_asked_back_in_english(corpus: Built) -> None:
    answer = corpus.ask("Can we?")
    assert answer.answer.startswith("What would you like to know?")
    assert answer.asks[0].options[0].label == "Who can be the lead unit?"


def test_a_name_alone_is_asked_back_with_its_own_questions(corpus: Built) -> None:
    answer = corpus.ask("实践基地？")
    assert answer.outcome == "clarify"
    assert {o.programme for o in answer.asks[0].options} == {"practice-base"}
    assert "企业要成立几年？" in [o.label for o in answer.asks[0].options]


def test_a_unit_alone_is_asked_what_it_is_to_do(corpus: Built) -> None:
    answer = corpus.ask("高职可以吗？")
    assert answer.outcome == "clarify"
    assert offered(answer) == [("牵头单位", "高职可以牵头申报吗？"), ("联合申报单位", "高职可以作为联合申报单位吗？")]


@pytest.mark.parametrize(
    "question",
    ["帮我写一首关于春天的诗", "今天天气怎么样", "产业学院要做三个 special projects，分别是什么呀？", "培训费多少钱"],
)
def test_a_question_that_says_something_is_not_asked_back(corpus: Built, question: str) -> None:
    assert corpus.ask(question).outcome != "clarify"


def test_what_was_asked_before_is_not_asked_back(corpus: Built) -> None:
    answer = corpus.ask("那可以吗？", "高职可以牵头申报专精特新产业学院吗？")
    assert answer.outcome == "answered"


@pytest.mark.parametrize("question", ["我们能不能牵头？", "可以牵头吗？", "Can we be the lead unit?"])
@pytest.mark.parametrize("programme", ["practice-base", "industry-college", "cjk-consortium", "hangzhou-consortium"])
def test_nobody_in_particular_is_never_simply_let_in(corpus: Built, question: str, programme: str) -> None:
    answer = corpus.ask(question, programme=programme)
    assert answer.verdict == "conditional"
    assert answer.asks[0].what == "kind"
    verdicts = settled(corpus, answer.asks[0])
    assert "yes" in verdicts
    assert "no" in verdicts


def test_nobody_in_particular_may_join_where_no_rule_says_who() -> None:
    built = over("一、条件", "牵头单位应为高校。", "双方应有联合培养经验。")
    assert built.ask("我们可以作为灯塔实践基地的联合申报单位吗？").verdict != "yes"


# What holds for all


def test_every_option_settles_what_was_asked(corpus: Built, matrix: dict[str, Answer]) -> None:
    counted = {"conditional": 0, "asked": 0}
    for question, answer in matrix.items():
        if answer.verdict == "conditional":
            counted["conditional"] += 1
            counted["asked"] += bool(answer.asks)
        for ask in answer.asks:
            labels = [o.label for o in ask.options]
            assert len(labels) == len(set(labels)) >= 2, question
            assert all(labels), question
            for option in ask.options:
                inner = corpus.ask(option.question, programme=option.programme)
                assert inner.outcome != "clarify", option
                assert [p.programme for p in inner.by_programme] == [option.programme], option
                if ask.what not in ("programme", "age"):
                    assert inner.verdict != "conditional" or inner.answer != answer.answer, option
            if ask.what in ("kind", "ownership", "affiliation", "level", "designation"):
                assert "yes" in settled(corpus, ask), question
    assert counted["asked"] >= 0.5 * counted["conditional"] > 0


def test_conditionals_of_the_evals_are_settled_by_their_options(
    corpus: Built, replies: tuple[tuple[Case, Answer], ...]
) -> None:
    seen = 0
    for case, answer in replies:
        if answer.verdict != "conditional":
            continue
        for ask in answer.asks:
            seen += 1
            for option in ask.options:
                inner = corpus.ask(option.question, programme=option.programme, today=EVALS_DAY)
                if ask.what == "programme":
                    assert inner.outcome in ("answered", "not_specified"), (case.id, option)
                    continue  # one of several programmes may be silent, or all of them say the same
                assert inner.outcome == "answered", (case.id, option)
                assert inner.answer != answer.answer, (case.id, option)
    assert seen >= 2


def located(built: Built, citation: Citation) -> None:
    document = built.documents[citation.document]
    assert citation.source_quote == document.source[citation.start : citation.end]
    assert citation.start < citation.end
    clause = document.clause(citation.clause)
    assert citation.quote in clause.text
    assert (citation.place, citation.page, citation.title) == (clause.place, clause.page, document.entry.title)


def test_silence_shows_what_is_near_and_rests_on_nothing(
    corpus: Built, replies: tuple[tuple[Case, Answer], ...]
) -> None:
    silent = [(case, answer) for case, answer in replies if answer.abstained]
    assert len(silent) > 20
    near = [(case, answer, answer.nearest) for case, answer in silent if answer.nearest is not None]
    assert len(near) > 15
    for case, answer in silent:
        assert answer.citations == (), case.id
        assert answer.completeness == "none", case.id
        assert set(answer.searched) <= corpus.documents.keys(), case.id
    for case, answer, nearest in near:
        located(corpus, nearest)
        assert nearest.n == 0, case.id
        assert nearest.document in answer.searched, case.id
    for _, answer in replies:
        if not answer.abstained:
            assert (answer.nearest, answer.searched, answer.rephrase) == (None, (), ())


def test_what_is_offered_instead_is_answered(corpus: Built, replies: tuple[tuple[Case, Answer], ...]) -> None:
    seen = 0
    for case, answer in replies:
        assert len(answer.rephrase) <= 2
        for text in answer.rephrase:
            seen += 1
            inner = corpus.ask(text, today=EVALS_DAY)
            assert inner.outcome == "answered", (case.id, text)
            assert inner.citations, (case.id, text)
            assert {p.programme for p in inner.by_programme} == {answer.by_programme[0].programme}, (case.id, text)
    assert seen >= 5


def test_what_is_offered_instead_is_near(corpus: Built) -> None:
    named = corpus.ask("共同体牵头企业年营收要达到多少？")
    assert named.rephrase == ("行业产教融合共同体：谁可以牵头申报？",)
    filtered = corpus.ask("申报材料最迟哪一天要交？", programme="industry-college")
    assert filtered.rephrase == ("申报要提交哪些材料？",)
    assert corpus.ask("今天天气怎么样？").rephrase == ()


def test_nothing_near_is_told_for_a_programme_that_is_not_held(corpus: Built) -> None:
    answer = corpus.ask("教育部现代产业学院谁能牵头？")
    assert answer.abstained
    assert (answer.nearest, answer.searched, answer.rephrase, answer.asks) == (None, (), (), ())


def test_completeness_follows_the_outcome(corpus: Built) -> None:
    assert corpus.ask("校企协同育人示范基地什么时候截止？").completeness == "complete"
    assert corpus.ask("可以吗？").completeness == "none"
    both = corpus.ask("产业学院和育人示范基地公示几天？")
    assert [bool(p.citations) for p in both.by_programme] == [False, True]
    assert both.completeness == "partial"


def test_the_same_question_asks_the_same_back(corpus: Built) -> None:
    for question in (
        "可以吗？",
        "学校可以牵头申报专精特新产业学院吗？",
        "材料要几份？",
        "共同体牵头企业年营收要达到多少？",
    ):
        assert plain(corpus.ask(question)) == plain(corpus.ask(question))


def test_the_fields_are_what_the_decision_page_says(corpus: Built) -> None:
    fields = answer_fields(corpus.ask("高校可以申报校企协同育人示范基地吗？"))
    assert list(fields)[-5:] == ["asks", "nearest", "searched", "rephrase", "elapsed_ms"]
    assert fields["asks"][0]["what"] == "affiliation"
    assert fields["asks"][0]["options"][0] == {
        "label": "部属",
        "question": "部属高校可以申报校企协同育人示范基地吗？",
        "programme": "education-base",
    }
    silent = answer_fields(corpus.ask("共同体牵头企业年营收要达到多少？"))
    assert silent["nearest"]["n"] == 0
    assert silent["nearest"].keys() == fields["citations"][0].keys()


def test_a_unit_of_which_something_is_denied_has_no_variants(corpus: Built) -> None:
    answer = corpus.ask("我们不是部属高校，可以申报校企协同育人示范基地吗？")
    assert answer.asks == ()


def test_no_hinge_no_variants() -> None:
    from assistant.answering.grounds.finding import Hinge

    assert variants(Hinge(), "zh", taxonomy()) == ("kind", ())


def test_an_option_whose_words_name_another_role_is_not_offered(corpus: Built) -> None:
    # "chain-leading" would be read as leading, and the joint unit as the lead.
    answer = corpus.ask("Can a company join the SRDI industry college as a joint unit?")
    assert [label for label, _ in offered(answer)] == [
        "srdi enterprise",
        "provincial-level srdi enterprise",
        "little giant",
        "ordinary company",
    ]


def test_a_figure_is_not_asked_back_in_english(corpus: Built) -> None:
    answer = corpus.ask("Can a company founded the year before last join the practice base as a joint unit?")
    assert all(ask.what != "age" for ask in answer.asks)
