"""What only one programme's documents speak of: a question that names such a thing is put to that programme."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from assistant.answering.question.resolve import Resolver
from assistant.answering.question.term import Term
from assistant.answering.sentences.passages import TermIndex, bare
from assistant.programmes.regions import regions

_OFTEN = 3  # sentences that speak of a thing before it is one of the document's own subjects
_SUBJECT, _RARE = 5, 5  # sentences that a subject has, and how many times as many as all others together
_SHORTEST, _LONG = 2, 4  # characters; a long word is no chance companion


class Telling:
    """Knows which words stand in the sentences of one programme alone, or hardly in others, and are a subject there:
    in its title, in a heading, or again and again. A place is one only where documents know all that is asked."""

    def __init__(self, index: TermIndex, resolver: Resolver) -> None:
        self._index, self._resolver = index, resolver
        self._cache: dict[tuple[str, bool], str] = {}
        whole = {p.split("/")[0] for passage in index.passages for p in passage.programmes}
        self._alone = len(whole) < 2

    def programme(self, terms: Iterable[Term], text: str) -> str:
        """The one programme whose own subjects the terms name, or whose notice calls for what the text names; "" where
        they name none, or those of several."""
        if self._alone:
            return ""
        if called := self._resolver.called.programme(text):
            return called
        terms = tuple(terms)
        if not all(t.grounded for t in terms):  # what is asked of a place may be anything
            terms = tuple(t for t in terms if not self._place(t.words))
        named = {p for t in terms if t.kind == "word" and t.grounded for p in self._of(t.words)}
        named = named or {p for t in terms if t.kind == "unit" and (p := self._titled(bare(t.words)))}
        return named.pop() if len(named) == 1 else ""

    def _place(self, word: str) -> bool:
        plain = word.rstrip("省市县区")
        return plain in self._resolver.homes.places or plain in regions().places(plain)

    def _titled(self, word: str) -> str:
        """The programme in whose title alone a kind of unit stands, of which no other speaks: what is applied for."""
        programme = self._subject(word)
        own, _ = self._index.postings(word)
        return programme if any(self._index.passages[n].clause.kind == "title" for n in own) else ""

    def _of(self, words: str) -> frozenset[str]:
        """The programmes of which the words, or any part of them, are a subject."""
        parts = (
            words[i:j] for i in range(len(words)) for j in range(i + _SHORTEST, len(words) + 1) if not words.isascii()
        )
        return frozenset(p for part in parts if (p := self._subject(bare(part), part == words)))

    def _subject(self, word: str, whole: bool = True) -> str:
        held = self._cache.get((word, whole))
        if held is None:
            held = self._read(word, whole)
            if len(self._cache) < 20_000:
                self._cache[(word, whole)] = held
        return held

    def _read(self, word: str, whole: bool) -> str:
        own, above = self._index.postings(word)
        passages = [self._index.passages[n] for n in own | above]
        speaking = Counter(p for passage in passages for p in {p.split("/")[0] for p in passage.programmes})
        if not speaking:
            return ""
        (programme, most), *others = speaking.most_common()
        rare = whole and len(word) > _SHORTEST
        if others and (not rare or most < _SUBJECT or sum(n for _, n in others) * _RARE > most):
            return ""
        headed = any(word in bare(p.text) for p in passages if p.clause.kind in ("title", "heading"))
        often = len(own) >= (_OFTEN if len(word) < _LONG else _OFTEN - 1)
        return programme if headed or often else ""
