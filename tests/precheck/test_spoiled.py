"""Every fault of a spoiled form is found at its place and no other; nothing is found in a form that is in order."""

from __future__ import annotations

import shutil
from datetime import date
from functools import cache

import pytest

from assistant.drafting.checking import Law
from assistant.drafting.facts import FactSheet
from assistant.indexing import read
from assistant.precheck.paper import Paper
from assistant.precheck.prechecking import prechecked
from assistant.precheck.receiving import paper_of, paper_of_text
from assistant.precheck.report import Point, Report
from tests.drafting.completed import CORPUS, HELD
from tests.precheck.cases import SECOND, TODAY, Case, good, sheet
from tests.precheck.harmless import LOOKS, MOVED, WRITTEN
from tests.precheck.spoiled_others import CENTRES, COLLEGES, REPORTS
from tests.precheck.spoiled_recommendations import COMMUNITIES, CONSORTIUMS
from tests.precheck.spoiled_second import SECONDS
from tests.precheck.spoiled_third import THIRDS
from tests.precheck.true_sentences import TRUE

SPOILED = (*CONSORTIUMS, *COMMUNITIES, *CENTRES, *COLLEGES, *REPORTS, *SECONDS, *THIRDS)
HARMLESS = (*LOOKS, *WRITTEN, *TRUE, *MOVED)
OFFICE = shutil.which("soffice")


@cache
def law() -> Law:
    texts = read(CORPUS)
    return Law(texts.cards, texts.guidelines)


def report(paper: Paper, form: str, today: date | None = None) -> Report:
    return prechecked(HELD[form], paper, FactSheet(forms=(paper.filled,)), law(), today or TODAY[form])


def of_file(data: bytes, form: str, today: date | None = None) -> Report:
    paper = paper_of(data, HELD.values())
    assert paper.form == form
    return report(paper, form, today)


def told(point: Point) -> str:
    spots = "; ".join(f"{spot.field or '-'} {spot.label} {spot.words}" for spot in point.spots)
    return f"{point.rule} {point.outcome} {point.key} {dict(point.values)} [{spots}]"


def judged(case: Case, found: Report) -> tuple[list[str], list[str]]:
    """The faults that were missed, and what was found that is none."""
    points = [
        (point, (point.rule, point.outcome, tuple((spot.field, spot.label) for spot in point.spots)))
        for point in found.points
        if point.outcome != "pass"
    ]
    missed = [f"{f.rules}@{f.places}" for f in case.faults if not any(f.found(*how) for _, how in points)]
    known = (*case.faults, *case.also)
    invented = [told(p) for p, how in points if p.outcome == "fail" and not any(f.found(*how) for f in known)]
    return missed, invented


def cases(held: tuple[Case, ...]) -> pytest.MarkDecorator:
    params = [
        pytest.param(
            case,
            id=case.name.replace(" ", "-"),
            marks=[
                *([pytest.mark.xfail(reason=case.miss, strict=True)] if case.miss else []),
                *([pytest.mark.skipif(OFFICE is None, reason="needs LibreOffice")] if case.resaved else []),
            ],
        )
        for case in held
    ]
    return pytest.mark.parametrize("case", params)


@pytest.mark.parametrize("form", TODAY)
def test_a_good_form_has_no_fault(form: str) -> None:
    assert [told(point) for point in of_file(good(form), form).of("fail")] == []


@pytest.mark.parametrize("form", SECOND)
def test_a_good_form_in_other_words_has_none(form: str) -> None:
    found = of_file(good(form, "second"), form, SECOND[form])
    assert [told(point) for point in found.of("fail")] == []


@pytest.mark.parametrize("form", TODAY)
def test_nor_has_it_as_facts(form: str) -> None:
    paper = Paper(form, "facts", sheet(form).filled(form))
    assert [told(point) for point in report(paper, form).of("fail")] == []


@pytest.mark.parametrize("form", TODAY)
def test_nor_has_it_as_pasted_text(form: str) -> None:
    text = paper_of(good(form), HELD.values()).text
    paper = paper_of_text(text, HELD.values())
    assert paper.form == form
    assert [told(point) for point in report(paper, form).of("fail")] == []


@cases(SPOILED)
def test_what_was_spoiled_is_found_and_nothing_else(case: Case) -> None:
    missed, invented = judged(case, of_file(case.data(), case.form, case.today))
    assert (missed, invented) == ([], [])


@cases(HARMLESS)
def test_what_harms_nothing_is_no_fault(case: Case) -> None:
    missed, invented = judged(case, of_file(case.data(), case.form, case.today))
    assert (missed, invented) == ([], [])


def test_there_are_enough_and_no_two_alike() -> None:
    assert len({case.name for case in (*SPOILED, *HARMLESS)}) == len(SPOILED) + len(HARMLESS)
    assert len(SPOILED) >= 60
    assert {case.form for case in SPOILED} == set(TODAY)
