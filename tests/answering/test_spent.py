"""Whether a sum may be spent on a thing: what its clause names it for, what it shuts out, and neither."""

from __future__ import annotations

import pytest

from tests.answering.built import Built, over

ORCHARD = (
    "丰原市果园学校申报指南",
    "一、经费",
    "（一）对新认定的果园学校，给予每家20万元建设补助。",
    "（二）建设补助用于果树引种、教具购置和师傅聘请，不得用于偿还债务、发放福利和楼馆建设。",
    "（三）培训经费应当用于学员培训，学员伙食补贴可在培训经费中列支，总额不超过培训经费的15%。",
)


@pytest.fixture(scope="module")
def orchard() -> Built:
    return over(*ORCHARD, names=("果园学校",))


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("果园学校的建设补助能买教具吗？", "yes"),
        ("果园学校的建设补助可以用于果树引种吗？", "yes"),
        ("果园学校的建设补助能拿来还债吗？", "no"),
        ("果园学校的建设补助能发福利吗？", "no"),
        ("果园学校的培训经费可以用于学员培训吗？", "yes"),
        ("果园学校有建设补助吗？", "yes"),
    ],
)
def test_a_sum_goes_where_its_clause_sends_it(orchard: Built, text: str, verdict: str) -> None:
    assert orchard.ask(text).verdict == verdict


@pytest.mark.parametrize(
    "text",
    [
        "果园学校的建设补助能拿来旅游吗？",  # neither named nor shut out
        "果园学校的建设补助能买汽车吗？",
        "果园学校的建设补助能全部用于学员培训吗？",  # another sum
        "果园学校的培训经费能用来引种果树吗？",
        "果园学校的建设补助能全部用于教具购置吗？",  # one of several
        "果园学校的建设补助能领两次吗？",
        "果园学校有50万元建设补助吗？",
    ],
)
def test_no_sum_goes_elsewhere(orchard: Built, text: str) -> None:
    assert orchard.ask(text).verdict != "yes"
