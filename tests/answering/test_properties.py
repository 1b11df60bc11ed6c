"""What holds for every answer, whatever is asked."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import unicodedata
from dataclasses import asdict
from itertools import product
from typing import get_args

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from assistant.answering.answer import Answer, Outcome, Verdict
from tests.answering.built import ROOT, TODAY, Built, over_corpus

NAMES = (
    "校企协同就业创业创新示范实践基地",
    "专精特新产业学院",
    "产教科融合发展联合体",
    "校企协同育人示范基地",
    "杭州市域产教联合体",
    "行业产教融合共同体",
    "开放型区域产教融合实践中心",
)
UNITS = ("民办高校", "中职学校", "企业", "产业园区", "行业协会", "医院")
BY_UNIT = ("{unit}可以牵头申报{name}吗？", "{unit}能当{name}的联合申报单位吗？")
BY_NAME = (
    "{name}什么时候截止？",
    "{name}的联系方式是什么？",
    "{name}要提交哪些材料？",
    "{name}谁能牵头？",
    "{name}公示几天？",
    "{name}有哪些重点任务？",
    "{name}的申报流程是怎样的？",
    "{name}不盖章可以吗？",
    "{name}联合申报单位6家行吗？",
    "What is the deadline for {name}?",
)
QUESTIONS = tuple(
    [t.format(name=n, unit=u) for t, n, u in product(BY_UNIT, NAMES, UNITS)]
    + [t.format(name=n) for t, n in product(BY_NAME, NAMES)]
)
FIGURE = re.compile(r"\d+(?:\.\d+)?")
ODD = (
    "",
    " ",
    "\n\n",
    "{}%s",
    "{name}%(x)s{0}",
    "\\d+[(*?+|^$.",
    "(((((",
    "[[[",
    "\ud800",
    "企业\udfff能牵头吗",
    "\x00\x01",
    "😀" * 20,
    "企" * 2000,
    "a" * 2000,
    "？" * 2000,
    "能不能" * 600,
    "5" * 2000,
    "1/0家可以吗？",
    "零分之一可以吗",
    "9" * 400 + "家可以吗",
    "<script>alert(1)</script>",
    "'; DROP TABLE--",
    "“”“”《》",
    "既然既然既然",
    "那呢？",
    "呢？",
    "2026年13月45日可以吗",
    "2月30日前可以吗",
    "０家０年可以吗",
)


def squeezed(text: str) -> str:
    return re.sub(r"\s", "", unicodedata.normalize("NFKC", text))


def plain(answer: Answer) -> str:
    held = asdict(answer)
    for name in ("elapsed_ms", "steps"):
        del held[name]
    return json.dumps(held, ensure_ascii=False, sort_keys=True)


@pytest.fixture(scope="module")
def answers(corpus: Built) -> dict[str, Answer]:
    return {question: corpus.ask(question) for question in QUESTIONS}


def test_there_are_enough_questions() -> None:
    assert len(set(QUESTIONS)) == len(QUESTIONS) == 154


def test_every_citation_is_located(corpus: Built, answers: dict[str, Answer]) -> None:
    seen = 0
    for question, answer in answers.items():
        assert [c.n for c in answer.citations] == list(range(1, len(answer.citations) + 1)), question
        for citation in answer.citations:
            document = corpus.documents[citation.document]
            clause = document.clause(citation.clause)
            assert citation.quote in clause.text, question
            assert citation.source_quote == document.source[citation.start : citation.end], question
            assert citation.start < citation.end, question
            assert (citation.place, citation.page) == (clause.place, clause.page), question
            assert citation.title == document.entry.title, question
            assert citation.programme in {p.programme for p in answer.by_programme}, question
            source = squeezed(citation.source_quote)
            # The mark of a footnote is no figure.
            for figure in FIGURE.findall(unicodedata.normalize("NFKC", citation.quote.lstrip("¹²³"))):
                assert figure in source, (question, figure, citation.quote)
            seen += 1
    assert seen > 100


def test_every_figure_said_is_proved(answers: dict[str, Answer]) -> None:
    """By a quote, by the question, by the nearest clause shown, by the contact, or by the deadline."""
    for question, answer in answers.items():
        known = squeezed(" ".join((question, *(c.quote for c in answer.citations), *(answer.contact or {}).values())))
        said = re.sub(r"[（(][^（）()]*(?:已过|has passed)[^（）()]*[）)]", "", answer.answer)
        if answer.abstained:
            said = re.sub(r"“.*”", "", said, flags=re.DOTALL)
        for figure in FIGURE.findall(unicodedata.normalize("NFKC", said)):
            assert figure in known, (question, figure, answer.answer)


def test_shape(answers: dict[str, Answer]) -> None:
    for question, answer in answers.items():
        assert answer.question == question
        assert answer.outcome in get_args(Outcome)
        assert answer.verdict in (None, *get_args(Verdict))
        assert answer.abstained == (answer.outcome in ("not_specified", "out_of_scope")), question
        assert answer.answer.strip()
        assert answer.as_of == TODAY.isoformat()
        assert answer.language == ("en" if question.isascii() or question.startswith("What") else "zh")
        assert len(answer.citations) <= 6, question
        if answer.abstained:
            assert answer.citations == (), question
        if answer.verdict in ("yes", "no"):
            assert answer.citations, question
        numbers = {c.n for c in answer.citations}
        for part in answer.by_programme:
            assert set(part.citations) <= numbers, question
            assert part.answer.strip()


def test_no_field_is_left_open(answers: dict[str, Answer]) -> None:
    for question, answer in answers.items():
        assert not re.search(r"\{\w*\}|\bNone\b|role_", answer.answer), (question, answer.answer)


def test_names_of_programmes_are_not_lent(answers: dict[str, Answer]) -> None:
    """A question about one programme is answered for that one (or its kinds) alone."""
    ids = dict(
        zip(
            NAMES,
            (
                "practice-base",
                "industry-college",
                "cjk-consortium",
                "education-base",
                "hangzhou-consortium",
                "hangzhou-community",
                "hangzhou-centre",
            ),
            strict=True,
        )
    )
    for question, answer in answers.items():
        (expected,) = {ids[n] for n in NAMES if n in question}
        assert {p.programme.split("/")[0] for p in answer.by_programme} <= {expected}, question


def test_the_same_again(corpus: Built, answers: dict[str, Answer]) -> None:
    for question in QUESTIONS[::5]:
        assert plain(corpus.ask(question)) == plain(answers[question])


def dump(questions: list[str]) -> str:
    built = over_corpus()
    return "\n".join(plain(built.ask(question)) for question in questions)


def test_two_processes_answer_alike(corpus: Built, answers: dict[str, Answer]) -> None:
    """Whatever the hash seed of strings is."""
    chosen = [q for q in QUESTIONS[::3] if "联合申报单位" not in q] + list(QUESTIONS[:84:7])
    code = (
        "import json, sys\n"
        "from tests.answering.test_properties import dump\n"
        "sys.stdout.write(dump(json.load(sys.stdin)))\n"
    )
    given_ = json.dumps(chosen).encode()
    running = [
        subprocess.Popen(
            [sys.executable, "-c", code],
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONIOENCODING": "utf-8"},
        )
        for seed in ("1", "4242")
    ]
    outputs = [process.communicate(given_, timeout=60)[0] for process in running]
    assert [process.returncode for process in running] == [0, 0]
    assert outputs[0] == outputs[1]
    assert outputs[0].decode("utf-8") == "\n".join(plain(answers[q]) for q in chosen)


@pytest.mark.parametrize("question", ODD, ids=range(len(ODD)))
def test_odd_questions_never_raise(corpus: Built, question: str) -> None:
    for text in (question, f"专精特新产业学院{question}可以吗？"):
        for answer in (corpus.ask(text), corpus.ask("那企业呢？", text), corpus.ask(text, programme="practice-base")):
            assert answer.outcome in get_args(Outcome)
            json.dumps(asdict(answer), default=str)


LETTERS = st.text(
    st.one_of(st.characters(), st.sampled_from("企业牵头可以吗不得超过五5家年，。？“”（）{}%\\[*(\ud800😀abc的")),
    max_size=80,
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(LETTERS)
def test_any_text_is_answered(corpus: Built, text: str) -> None:
    answer = corpus.ask(text)
    assert answer.question == text
    assert answer.abstained == (answer.outcome in ("not_specified", "out_of_scope"))
    for citation in answer.citations:
        document = corpus.documents[citation.document]
        assert citation.quote in document.clause(citation.clause).text
        assert citation.source_quote == document.source[citation.start : citation.end]


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(LETTERS)
def test_any_text_inside_a_question_makes_no_citation_of_its_own(corpus: Built, text: str) -> None:
    answer = corpus.ask(f"专精特新产业学院规定“{text}”吗？")
    for citation in answer.citations:
        assert citation.quote in corpus.documents[citation.document].clause(citation.clause).text
