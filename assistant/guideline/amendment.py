"""An amendment: words of one document that words of a later one took the place of."""

from __future__ import annotations

import re
from dataclasses import dataclass

from assistant.guideline.quote import Quote

_NUMBER = re.compile(r"(?:[（(][一二三四五六七八九十\d]{1,3}[）)]|[一二三四五六七八九十\d]{1,3}[、．.])\s*(?=\S)")


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


def unlabelled(quote: Quote) -> Quote:
    """The quote without the number of the paragraph or item that it begins."""
    number = _NUMBER.match(quote.text)
    return Quote(quote.clause, quote.start + number.end(), quote.end) if number else quote


def overlap(one: Quote, other: Quote) -> bool:
    """Whether two quotes share words of one clause."""
    mine, theirs = one.clause, other.clause
    same = (mine.document, mine.id) == (theirs.document, theirs.id)
    return same and one.start < other.end and other.start < one.end
