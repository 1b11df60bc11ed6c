"""A sentence with the programmes it speaks for, and the tight quote around a place in it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from assistant.guideline.clause import Clause
from assistant.guideline.patterns import regex
from assistant.guideline.quote import Quote, span
from assistant.guideline.sentences import sentences
from assistant.guideline.statement import Attribute, Operator, Statement
from assistant.guideline.values import Contact, Day, Modality, Quantity, Role, Unit
from assistant.programmes.attribution import Names
from assistant.programmes.former import as_amended
from assistant.programmes.quantities import find_quantities

_LONGEST = 3000  # characters; no rule is longer, and broken files are read in bounded time
_STOP = ",;。:!?\t\n"
_PAIRS = {")": "(", "]": "[", "」": "「"}
# A segment that only states a case belongs to the rule after it: 申报单位为企业的，应当…; 对符合条件的企业，…
_CASE = regex(r"(?:的|时|后|中|下|内|情况|其中|前提)$|^(?:如|若|对|凡|根据|因|在|当|经|除|每(?:所|个|家)?)")


@dataclass(frozen=True, slots=True)
class Sentence:
    """clause.text[start:end]; `text` is it in half width and without what was so before, `quantities` stand at
    places of `text`."""

    clause: Clause
    names: Names
    start: int
    end: int
    text: str
    quantities: tuple[Quantity, ...]

    def segment(self, at: int, until: int) -> tuple[int, int]:
        """The comma segment around text[at:until], inside the innermost bracket that holds all of it."""
        left, depth = at, 0
        while left > 0:
            char = self.text[left - 1]
            if char in _PAIRS:
                depth += 1
            elif char in _PAIRS.values():
                if depth == 0:
                    break
                depth -= 1
            elif depth == 0 and char in _STOP:
                break
            left -= 1
        right, depth = until, 0
        while right < len(self.text):
            char = self.text[right]
            if char in _PAIRS.values():
                depth += 1
            elif char in _PAIRS:
                if depth == 0:
                    break
                depth -= 1
            elif depth == 0 and char in _STOP:
                break
            right += 1
        return left, right

    def rule(self, at: int, until: int) -> tuple[int, int]:
        """The segment with the case it is stated for, where the segment before only states a case."""
        left, right = self.segment(at, until)
        if left > 1 and self.text[left - 1] == ",":
            earlier, end = self.segment(left - 1, left - 1)
            if _CASE.search(self.text[earlier:end].strip()):
                return earlier, right
        return left, right

    def words(self, span_: tuple[int, int]) -> str:
        """The half-width words of a span of this sentence."""
        return self.text[span_[0] : span_[1]].strip()

    def quote(self, at: int, until: int) -> Quote:
        """The quote of text[at:until]."""
        return span(self.clause, self.start + at, self.start + until)

    def say(
        self,
        attribute: Attribute,
        at: int,
        until: int,
        *,
        value: Quantity | Day | Contact | str | None = None,
        operator: Operator = "is",
        modality: Modality = "states",
        role: Role = "",
        units: tuple[Unit, ...] = (),
        subject: str = "",
        closed: bool = False,
        exceptions: tuple[str, ...] = (),
        programmes: tuple[str, ...] | None = None,
    ) -> Statement:
        """A statement quoting text[at:until]; the programmes are those named nearest to it."""
        spoken = self.names.at(self.clause, self.text, until) if programmes is None else programmes
        quote = self.quote(at, until)
        return Statement(spoken, attribute, role, units, subject, operator, value, modality, closed, exceptions, quote)


def split(clause: Clause, names: Names) -> Iterator[Sentence]:
    """The sentences of a clause."""
    for start, end in sentences(clause.text):
        if end - start > _LONGEST:
            continue
        words = as_amended(clause.text[start:end])
        yield Sentence(clause, names, start, end, words, find_quantities(words))


def shifted(quantity: Quantity, by: int) -> Quantity:
    """The quantity with its place counted from the start of the clause."""
    return replace(quantity, start=quantity.start + by, end=quantity.end + by)
