"""Where the words of a form stand in its document."""

from __future__ import annotations

from dataclasses import dataclass

from assistant.drafting.rows import Misfit, Row
from assistant.guideline.clause import Clause
from assistant.guideline.document import Guideline
from assistant.guideline.quote import Quote, span


@dataclass(frozen=True, slots=True)
class Spot:
    """Where to look: the clause named, "" for any of them; `nth` which of the same words in it, from 1."""

    clause: str = ""
    nth: int = 1


ANYWHERE = Spot()


class Pages:
    """The clauses that hold one form: the one that heads it and everything below."""

    def __init__(self, guideline: Guideline, anchor: str = "") -> None:
        self._clauses = {c.id: c for c in _below(guideline, anchor)} if anchor else {c.id: c for c in guideline.clauses}
        if not self._clauses:
            raise Misfit(f"{guideline.id} has no clause {anchor}")

    def quote(self, held: object, spot: Spot, what: str) -> Quote:
        """The words of a text, or of a table of quote, clause and nth, where they stand; Misfit where they do not."""
        if isinstance(held, str):
            return self.find(held, spot)
        row = Row(held, what)
        there = Spot(row.words("clause", spot.clause or " ").strip(), row.whole("nth", spot.nth, 1))
        found = self.find(row.words("quote"), there)
        row.done()
        return found

    def find(self, words: str, spot: Spot) -> Quote:
        """The words where they stand; Misfit where no clause holds them, or several do and none is named.

        Where they stand in the clause less often than `nth`, it is the last of them.
        """
        if not words.strip():
            raise Misfit("a quote is empty")
        clauses = [self.clause(spot.clause)] if spot.clause else [c for c in self._clauses.values() if words in c.text]
        if len(clauses) > 1:
            raise Misfit(f"{words!r} stands in {len(clauses)} clauses; name one of {', '.join(c.id for c in clauses)}")
        if not clauses or words not in clauses[0].text:
            raise Misfit(f"{words!r} is not found{f' in {spot.clause}' if spot.clause else ''}")
        start = clauses[0].text.find(words)
        for _ in range(spot.nth - 1):
            after = clauses[0].text.find(words, start + len(words))
            start = after if after >= 0 else start
        return Quote(clauses[0], start, start + len(words))

    def whole(self, clause: str) -> Quote:
        """All words of a clause."""
        held = self.clause(clause)
        return span(held, 0, len(held.text))

    def clause(self, identity: str) -> Clause:
        """The clause of that id; Misfit where the form has none such."""
        if identity not in self._clauses:
            raise Misfit(f"the form has no clause {identity}")
        return self._clauses[identity]


def without_colon(quote: Quote) -> Quote:
    """A label without the colon after it."""
    end = quote.end
    while end - 1 > quote.start and quote.clause.text[end - 1] in "：: ":
        end -= 1
    return Quote(quote.clause, quote.start, end)


def _below(guideline: Guideline, anchor: str) -> tuple[Clause, ...]:
    inside = {anchor}
    for clause in guideline.clauses:
        if clause.parent in inside:
            inside.add(clause.id)
    return tuple(c for c in guideline.clauses if c.id in inside)
