"""Fusion by worked examples."""

from __future__ import annotations

import pytest

from assistant.search.fusion import FusedSearch, fuse
from assistant.search.protocols import Hit, Keep

LEXICAL = (Hit("a", 10.0), Hit("b", 5.0))
DENSE = (Hit("c", 0.9), Hit("b", 0.8), Hit("a", 0.7))


class Fixed:
    """Always the same hits; records what it was asked."""

    def __init__(self, hits: tuple[Hit, ...]) -> None:
        self.hits = hits
        self.asked: list[tuple[str, int]] = []

    def search(self, query: str, k: int, keep: Keep = None) -> tuple[Hit, ...]:
        self.asked.append((query, k))
        return self.hits[:k]


def test_weighted_sum_of_scores_normalised_per_query() -> None:
    # lexical a 1, b .5; dense c 1, b .5, a 0.  .6 * lexical + .4 * dense:
    assert fuse(LEXICAL, DENSE, 0.4, 9) == (Hit("a", 0.6), Hit("b", 0.5), Hit("c", 0.4))
    assert fuse(LEXICAL, DENSE, 0.4, 1) == (Hit("a", 0.6),)


def test_ties_by_id_and_one_sided() -> None:
    assert fuse((Hit("z", 1.0),), (Hit("b", 0.5),), 0.5, 9) == (Hit("b", 0.5), Hit("z", 0.5))
    assert fuse((), (), 0.3, 9) == ()
    assert fuse(LEXICAL, (), 0.5, 9) == (Hit("a", 0.5), Hit("b", 0.25))


@pytest.mark.parametrize("weight", [-0.1, 1.1, float("nan")])
def test_a_weight_outside_nought_to_one_is_refused(weight: float) -> None:
    with pytest.raises(ValueError, match="between 0 and 1"):
        fuse(LEXICAL, DENSE, weight, 3)
    with pytest.raises(ValueError, match="between 0 and 1"):
        FusedSearch(Fixed(LEXICAL), Fixed(DENSE), weight)


def test_lexical_alone_unless_a_weight_is_given() -> None:
    dense = Fixed(DENSE)
    assert FusedSearch(Fixed(LEXICAL), dense).search("问", 1) == LEXICAL[:1]
    assert FusedSearch(Fixed(LEXICAL)).search("问", 5) == LEXICAL
    assert dense.asked == []
    assert FusedSearch(Fixed(LEXICAL), dense, 0.4).search("问", 1) == (Hit("a", 0.6),)
    assert dense.asked == [("问", 100)]
