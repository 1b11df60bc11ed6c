"""The five documents of the corpus, and the invariants of every quote."""

from __future__ import annotations

import re
import time
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.guideline.clause import Clause
from assistant.guideline.document import Guideline
from assistant.guideline.quote import locate
from assistant.reading.library import look_alikes, read_folder

CORPUS = Path(__file__).parents[2] / "corpus"
HALF = {ord(c): ord(c) - 0xFEE0 for c in "０１２３４５６７８９"}
SAME = str.maketrans("〈〉(口", "（）（□") | HALF


@cache
def corpus() -> dict[str, Guideline]:
    read, failed = read_folder(CORPUS)
    assert failed == ()
    return {guideline.id: guideline for guideline in read}


def squeezed(text: str) -> str:
    return "".join(text.split())


def corrected_at(clause: Clause, start: int, end: int, source: str) -> bool:
    """Whether a reviewed correction touched any character of the span."""
    if any(a < end and start < b for a, b, _, _ in clause.offsets.replaced):
        return True
    return any(
        source[clause.offsets.source(i)].translate(SAME) != clause.text[i].translate(SAME)
        for i in range(start, end)
        if not clause.text[i].isspace()
    )


def test_five_documents_in_order_and_fast() -> None:
    corpus()
    start = time.perf_counter()
    read, _ = read_folder(CORPUS)
    assert time.perf_counter() - start < 1
    assert [guideline.id for guideline in read] == sorted(corpus())
    assert len(read) == 5
    assert [p.id for g in read for p in g.programmes] == [
        "cjk-consortium",
        "education-base",
        "hangzhou-consortium",
        "hangzhou-community",
        "hangzhou-centre",
        "hangzhou-centre/school",
        "hangzhou-centre/public",
        "hangzhou-centre/enterprise",
        "industry-college",
        "practice-base",
    ]
    assert all(not p.held for p in look_alikes(CORPUS))


def test_ids_are_unique_parents_exist_and_orders_count() -> None:
    for guideline in corpus().values():
        ids = [clause.id for clause in guideline.clauses]
        assert len(ids) == len(set(ids))
        assert [clause.order for clause in guideline.clauses] == list(range(len(ids)))
        assert all(clause.parent is None or clause.parent in ids for clause in guideline.clauses)
        assert all(clause.text == clause.text.strip() and clause.text for clause in guideline.clauses)


def test_offsets_are_monotone_and_cover_the_text() -> None:
    for guideline in corpus().values():
        for clause in guideline.clauses:
            origins = [clause.offsets.source(i) for i in range(len(clause.text))]
            assert origins == sorted(origins)
            assert sum(length for _, _, length in clause.offsets.runs) == len(clause.text)


@settings(max_examples=400)
@given(st.data())
def test_a_span_leads_back_to_the_words_as_received(data: st.DataObject) -> None:
    guideline = corpus()[data.draw(st.sampled_from(sorted(corpus())))]
    clause = data.draw(st.sampled_from(guideline.clauses))
    start = data.draw(st.integers(0, len(clause.text) - 1))
    end = data.draw(st.integers(start + 1, len(clause.text)))
    words = clause.text[start:end]
    if not words.strip():
        return
    assert locate(clause, words).text == words
    low, high = clause.offsets.span(start, end)
    assert 0 <= low < high <= len(guideline.source)
    if not corrected_at(clause, start, end, guideline.source):
        wanted = iter(squeezed(guideline.source[low:high]).translate(SAME))
        assert all(char in wanted for char in squeezed(words).translate(SAME))


@pytest.mark.parametrize("document", sorted(p.stem for p in (CORPUS / "sources").iterdir()))
def test_nearly_every_character_is_in_a_clause(document: str) -> None:
    guideline = corpus()[document]
    covered = {
        offset
        for clause in guideline.clauses
        for i in range(len(clause.text))
        for offset in range(*clause.offsets.span(i, i + 1))
    }
    han = [m.start() for m in re.finditer("[\u4e00-\u9fff]", guideline.source)]
    missed = [guideline.source[i] for i in han if i not in covered]
    print(document, len(guideline.clauses), f"{1 - len(missed) / len(han):.4%}", "".join(missed))
    assert len(missed) <= len(han) * 0.01


def text_of(document: str, clause: str) -> str:
    return corpus()[document].clause(clause).text


def test_what_the_documents_say_stands_where_it_should() -> None:
    assert "联合申报单位不超过5家" in text_of("practice-base-guide-2021", "4.1.p1")
    assert "每年12月底之前将本年度工作总结" in text_of("practice-base-guide-2021", "5.2")
    assert "“专精特新”企业不少于1家" in text_of("industry-college-notice-2022", "a1.6.1.1")
    assert "加盖公章" in text_of("industry-college-notice-2022", "p4")
    assert "部属高校申报不超过3个" in text_of("education-base-notice-2022", "5.1")
    assert "每年12月15日前完成年度总结报告" in text_of("hangzhou-platforms-notice-2024", "a2.2.p1")
    assert text_of("hangzhou-platforms-notice-2024", "a1-1.3.4").endswith("能工巧匠等到校全职或兼职工作")
    assert corpus()["hangzhou-platforms-notice-2024"].clause("a3").heading == "开放型区域产教融合实践中心建设指南"


def test_form_fields_carry_their_labels() -> None:
    for document in ("hangzhou-platforms-notice-2024", "industry-college-notice-2022"):
        fields = [
            c for c in corpus()[document].clauses if c.kind == "field" and re.search("[（(][^（）()]{8,}[)）]", c.text)
        ]
        assert fields
        assert all(c.heading for c in fields), [c.text for c in fields if not c.heading]
