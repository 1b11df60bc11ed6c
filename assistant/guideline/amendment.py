"""An amendment: words of one document that words of a later one took the place of."""

from __future__ import annotations

from dataclasses import dataclass

from assistant.guideline.quote import Quote


@dataclass(frozen=True, slots=True)
class Amendment:
    """`older` no longer holds for `programmes` (ids; kinds of one are meant with it), because the words `fell` in it
    did; `newer` is what holds instead, or with `deleted` the sentence that takes the words out for good.

    `reads` is the older sentence as it reads now, where `newer` is only a piece put into it; "" otherwise.
    """

    programmes: tuple[str, ...]
    older: Quote
    fell: Quote
    newer: Quote
    deleted: bool = False
    reads: str = ""

    def concerns(self, programme: str) -> bool:
        """Whether it changes what holds for a programme or a kind of one."""
        return programme in self.programmes or programme.partition("/")[0] in self.programmes


def overlap(one: Quote, other: Quote) -> bool:
    """Whether two quotes share words of one clause."""
    mine, theirs = one.clause, other.clause
    same = (mine.document, mine.id) == (theirs.document, theirs.id)
    return same and one.start < other.end and other.start < one.end
