"""What is kept comes back exactly, quickly, and a damaged file is noticed."""

from __future__ import annotations

import dataclasses
import time
from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.errors import IndexUnusable
from assistant.guideline.amendment import Amendment
from assistant.guideline.card import Card, Conflict, Point
from assistant.guideline.clause import Clause, OffsetMap
from assistant.guideline.document import Entry, Guideline, Programme
from assistant.guideline.quote import Quote
from assistant.guideline.statement import Statement
from assistant.guideline.values import Contact, Day, Interval, Quantity, Unit
from assistant.store import FILE, Texts, load, save

TEXT = st.text(st.characters(), max_size=8)
WORDS = st.lists(TEXT, max_size=3).map(tuple)
NUMBERS = st.integers(0, 10_000)
BOUNDS = st.none() | st.fractions()
DAYS = st.none() | st.dates()
RUNS = st.lists(st.tuples(NUMBERS, NUMBERS, NUMBERS), max_size=4).map(tuple)
REPLACED = st.lists(st.tuples(NUMBERS, NUMBERS, NUMBERS, NUMBERS), max_size=2).map(tuple)
ENTRIES = st.builds(Entry, TEXT, issued=DAYS, in_force=DAYS, deadline=DAYS, title=TEXT, amends=WORDS)
PROGRAMMES = st.lists(st.builds(Programme, TEXT, TEXT, WORDS, WORDS, TEXT, st.booleans(), DAYS), max_size=2).map(tuple)
QUANTITIES = st.builds(Quantity, st.builds(Interval, BOUNDS, BOUNDS), head=TEXT, exact=st.booleans())
FEATURES = st.lists(st.tuples(TEXT, TEXT), max_size=2).map(tuple)
UNITS = st.lists(st.builds(Unit, TEXT, FEATURES, TEXT), max_size=2).map(tuple)
VALUES = st.none() | TEXT | QUANTITIES | st.builds(Day) | st.builds(Contact, TEXT, TEXT, TEXT, TEXT, TEXT, TEXT)


@st.composite
def texts(draw: Any) -> Texts:
    guidelines = []
    for identity in draw(st.lists(TEXT, max_size=3, unique=True)):
        clauses = tuple(
            Clause(
                clause,
                identity,
                draw(st.sampled_from(["title", "row", "field"])),
                draw(TEXT),
                draw(TEXT),
                draw(st.text(min_size=1, max_size=8)),
                draw(WORDS),
                draw(st.none() | TEXT),
                order,
                draw(st.none() | NUMBERS),
                draw(TEXT),
                OffsetMap(draw(RUNS), draw(REPLACED)),
            )
            for order, clause in enumerate(draw(st.lists(TEXT, max_size=3, unique=True)))
        )
        guidelines.append(Guideline(identity, draw(ENTRIES), draw(TEXT), clauses, draw(PROGRAMMES), draw(PROGRAMMES)))
    statements = tuple(
        Statement(
            draw(WORDS),
            "count",
            "joint",
            draw(UNITS),
            draw(TEXT),
            "max",
            draw(VALUES),
            "must",
            draw(st.booleans()),
            draw(WORDS),
            Quote(clause, 0, len(clause.text)),
        )
        for guideline in guidelines
        for clause in guideline.clauses
    )
    unreadable = draw(st.lists(st.tuples(TEXT, TEXT), max_size=2).map(tuple))
    return Texts(tuple(guidelines), statements, unreadable)


def test_every_field_is_kept() -> None:
    """A field added to one of these must be added to the store and to this list."""
    kept: dict[type, str] = {
        Guideline: "id entry source clauses programmes also",
        Entry: "file title issuer number issued in_force deadline region status provenance amends",
        Programme: "id document names names_en annex held deadline",
        Clause: "id document kind label heading text path parent order page context offsets cells",
        OffsetMap: "runs replaced",
        Statement: "programmes attribute role units subject operator value modality closed exceptions quote",
        Quote: "clause start end",
        Card: "programme checked_by checked_on points silent conflicts",
        Point: "facet statement standing replaced",
        Amendment: "programmes older fell newer deleted reads",
        Conflict: "facet quotes governs reason",
        Texts: "guidelines statements unreadable cards notices former amendments",
        Quantity: "interval unit dimension head start end exact",
        Interval: "low high low_open high_open",
        Unit: "kind features words",
        Day: "year month day start end before",
        Contact: "office person phone fax email address",
    }
    for kind, names in kept.items():
        assert " ".join(field.name for field in dataclasses.fields(kind)) == names


@settings(max_examples=60, deadline=None)
@given(texts())
def test_what_is_kept_comes_back_exactly(tmp_path_factory: pytest.TempPathFactory, kept: Texts) -> None:
    folder = tmp_path_factory.mktemp("generation")
    save(folder, kept)
    back = load(folder)
    assert back == kept
    assert all(type(a) is type(b) for a, b in zip(back.statements, kept.statements, strict=True))
    assert hash(back) == hash(kept)  # tuples all the way down, nothing that could be changed


def test_values_keep_their_kinds(tmp_path: Path, guideline: Guideline, statement: Statement) -> None:
    save(tmp_path, Texts((guideline,), (statement,)))
    back = load(tmp_path)
    assert back.guidelines[0].entry.issued == date(2026, 3, 1)
    value = back.statements[0].value
    assert isinstance(value, Quantity)
    assert value.interval.high == Fraction(3)
    assert back.statements[0].quote.text == "联合申报单位不超过 3 家"
    assert back.statements[0].quote.clause is back.guidelines[0].clauses[1]


def test_cards_come_back_with_the_statements_they_share(
    tmp_path: Path, guideline: Guideline, statement: Statement
) -> None:
    clash = Conflict("lead", (statement.quote, statement.quote), None, ("为何", "why"))
    card = Card(
        "lighthouse-plan",
        "maintainers",
        date(2026, 11, 20),
        (Point("partner_count", statement, "accepted"),),
        frozenset({"funding", "seal"}),
        (clash,),
    )
    bare = Card("lighthouse-plan/a", "", None, ())
    kept = Texts((guideline,), (statement,), (), (card, bare), (("不合", "unfit"),))
    save(tmp_path, kept)
    back = load(tmp_path)
    assert back == kept
    assert back.cards[0].points[0].statement is back.statements[0]
    assert back.cards[0].conflicts[0].quotes[0].clause is back.guidelines[0].clauses[1]


@pytest.mark.parametrize("change", ["cut", "flip", "empty", "text", "shape"])
def test_damage_is_noticed(tmp_path: Path, guideline: Guideline, change: str) -> None:
    save(tmp_path, Texts((guideline,), ()))
    file = tmp_path / FILE
    held = file.read_bytes()
    damaged = {
        "cut": held[:-40],
        "flip": held.replace(" 3 家".encode(), " 8 家".encode()),
        "empty": b"",
        "text": b"hello",
        "shape": b"4f53cda18c2baa0c0354bb5f9a3ecbe5ed12ab4d8e11ba873c2f11161202b945\n[]",
    }
    file.write_bytes(damaged[change])
    with pytest.raises(IndexUnusable):
        load(tmp_path)


def test_a_missing_file_is_noticed(tmp_path: Path) -> None:
    with pytest.raises(IndexUnusable):
        load(tmp_path)


def test_loading_is_fast(tmp_path: Path, guideline: Guideline, statement: Statement) -> None:
    many = tuple(
        Guideline(f"d{n}", guideline.entry, guideline.source * 300, guideline.clauses * 100, guideline.programmes)
        for n in range(5)
    )
    save(tmp_path, Texts(many, ()))
    best = min(_seconds(tmp_path) for _ in range(5))
    assert best < 0.03 * 5  # 2,000 clauses, twice the five real texts; a loaded machine may be five times slower


def _seconds(folder: Path) -> float:
    started = time.perf_counter()
    load(folder)
    return time.perf_counter() - started
