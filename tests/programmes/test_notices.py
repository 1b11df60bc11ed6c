"""How much of ten invented notices the rules read, and how much of what they read is right.

First figures, before any rule had seen a notice: recall .84 (.74 on n01 to n05, of which nothing was known;
.95 on n06 to n10, whose gold had been read), precision about .91.
"""

from __future__ import annotations

from tests.programmes.notices import gold, items, reviewed, same, statements

FOUND = [item for statement in statements() for item in items(statement)]


def test_recall() -> None:
    missed = [wanted for wanted in gold() if not any(same(item, wanted) for item in FOUND)]
    assert 1 - len(missed) / len(gold()) >= 0.95, missed


def test_precision() -> None:
    wrong = [i for i in FOUND if not any(same(i, wanted) for wanted in gold()) and not reviewed().get(i, False)]
    assert 1 - len(wrong) / len(FOUND) >= 0.95, wrong


def test_every_quote_is_located_and_holds_its_figure() -> None:
    for statement in statements():
        quote = statement.quote
        assert quote.text == quote.clause.text[quote.start : quote.end]
        start, end = getattr(statement.value, "start", None), getattr(statement.value, "end", None)
        if start is not None and end is not None and statement.attribute != "contact":
            assert quote.start <= start < end <= quote.end, (statement.attribute, quote.text)
