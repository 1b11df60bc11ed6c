"""The wording of one document while later ones change it: each clause as pieces, its own or theirs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from assistant.guideline.clause import Clause
from assistant.guideline.document import Guideline
from assistant.guideline.quote import Quote
from assistant.guideline.sentences import sentences
from assistant.guideline.statement import Statement
from assistant.guideline.values import Day, Quantity
from assistant.programmes.attribution import Names
from assistant.programmes.extract import extract
from assistant.programmes.numerals import half_width

_THIN = 6  # characters too few to be shown as words of their own
_MARKS = str.maketrans("“”‘’「」『』", '""' * 4)


class Rewritten:
    """One document. Words are found in it as it reads now."""

    def __init__(self, guideline: Guideline) -> None:
        self.guideline = guideline
        self._names = Names(guideline)
        self._pieces: dict[str, list[Quote]] = {}

    @property
    def edited(self) -> bool:
        """Whether anything was changed."""
        return bool(self._pieces)

    def find(self, words: str) -> Iterator[tuple[Clause, int]]:
        """Every clause that holds the words, and where."""
        wanted = plain(words)
        for clause in self.guideline.clauses:
            text = plain(self._text(clause))
            at = text.find(wanted)
            while at >= 0 and clause.kind != "title":
                yield clause, at
                at = text.find(wanted, at + len(wanted))

    def heard(self, clause: Clause, at: int) -> tuple[str, ...]:
        """The programmes that a place of a clause speaks of."""
        text = self._text(clause)
        start, end = next(((a, b) for a, b in sentences(text) if a <= at < b), (0, len(text)))
        found = self._names.at(clause, half_width(text[start:end]), at - start)
        return found or tuple(p.id for p in self.guideline.spoken if "/" not in p.id)

    def named(self, place: str) -> set[str]:
        """The programmes that words name."""
        return {p for p, _, _ in self._names.named(place)}

    def changed(self, clause: Clause, start: int, end: int, new: Quote | None) -> tuple[Quote, ...]:
        """Put `new` in the place of text[start:end] of a clause; what stood there."""
        before: list[Quote] = []
        gone: list[Quote] = []
        after: list[Quote] = []
        at = 0
        for piece in self._held(clause):
            size = piece.end - piece.start
            for low, high, into in ((0, start, before), (start, end, gone), (end, at + size, after)):
                a, b = max(low, at), min(high, at + size)
                if a < b:
                    into.append(Quote(piece.clause, piece.start + a - at, piece.start + b - at))
            at += size
        self._pieces[clause.id] = [*before, *((new,) if new else ()), *after]
        return tuple(gone)

    def emptied(self, clause: Clause, new: Quote | None) -> tuple[Quote, ...]:
        """Put `new` in the place of a whole clause with all below it; what stood there."""
        gone = self.changed(clause, 0, len(self._text(clause)), new)
        below = [c for c in self.guideline.clauses if c.parent == clause.id]
        return (*gone, *(q for c in below for q in self.emptied(c, None)))

    def reads(self, new: Quote) -> str:
        """The sentence that a piece was put into, as it reads now; "" where the piece is all of it."""
        for clause in self.guideline.clauses:
            text, at = self._text(clause), 0
            for piece in self._pieces.get(clause.id, ()):
                if piece == new:
                    told = next((text[a:b] for a, b in sentences(text) if a <= at < b), "").strip()
                    return "" if plain(told).rstrip("。;") == plain(new.text).rstrip("。;") else told
                at += piece.end - piece.start
        return ""

    def statements(self) -> Iterator[Statement]:
        """What the document states now, each quoted from where its words stand."""
        clauses = tuple(self._rewritten(c) for c in self.guideline.clauses if self._pieces.get(c.id) != [])
        tops = tuple(p.id for p in self.guideline.spoken if "/" not in p.id)
        for said in extract((replace(self.guideline, clauses=clauses),)):
            if said.quote.clause.id not in self._pieces:
                yield said
                continue
            quote = self._quoted(said.quote)
            foreign = quote.clause.document != self.guideline.id
            value = said.value
            if isinstance(value, Quantity | Day):
                low = max(quote.start, min(quote.end, value.start + quote.start - said.quote.start))
                value = replace(value, start=low, end=low + value.end - value.start)
            programmes = said.programmes or (tops if foreign else ())
            yield replace(said, quote=quote, value=value, programmes=programmes)

    def _held(self, clause: Clause) -> list[Quote]:
        whole = [Quote(clause, 0, len(clause.text))] if clause.text else []
        return self._pieces.get(clause.id, whole)

    def _text(self, clause: Clause) -> str:
        return "".join(piece.text for piece in self._held(clause))

    def _rewritten(self, clause: Clause) -> Clause:
        text = self._text(clause)
        return replace(clause, text=text, heading=clause.heading if clause.heading in text else "")

    def _quoted(self, said: Quote) -> Quote:
        """Words of the rewritten clause where they stand: the later document's where any are."""
        parts: list[Quote] = []
        at = 0
        for piece in self._pieces[said.clause.id]:
            size = piece.end - piece.start
            a, b = max(said.start, at), min(said.end, at + size)
            if a < b:
                part = Quote(piece.clause, piece.start + a - at, piece.start + b - at)
                foreign = piece.clause.document != self.guideline.id
                parts.append(piece if foreign and b - a < _THIN else part)
            at += size
        later = [p for p in parts if p.clause.document != self.guideline.id]
        return max(later or parts, key=lambda p: p.end - p.start)


def plain(words: str) -> str:
    """The words with all marks of one sort alike; every character keeps its position."""
    return half_width(words).translate(_MARKS)
