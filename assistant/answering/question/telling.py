"""What only one programme's documents speak of: a question that names such a thing is put to that programme, or to
those of the one document that does."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from assistant.answering.question.resolve import Resolver
from assistant.answering.question.term import Term
from assistant.answering.question.text import longest_part
from assistant.answering.sentences.passages import Passage, TermIndex, bare
from assistant.programmes.regions import regions

_OFTEN = 3  # sentences that speak of a thing before it is one of the document's own subjects
_SUBJECT, _RARE = 5, 5  # sentences that a subject has, and how many times as many as all others together
_WEIGHTY = 1.0
_SHORTEST, _LONG = 2, 4  # characters; a long word is no chance companion


class Telling:
    """Knows which words stand in the sentences of one programme alone, or hardly in others, and are a subject there:
    in its title, in a heading, or again and again. A place is one only where documents know all that is asked."""

    def __init__(self, index: TermIndex, resolver: Resolver) -> None:
        self._index, self._resolver = index, resolver
        self._cache: dict[tuple[str, bool, bool], str] = {}
        self._documents: dict[str, tuple[str, ...]] = {}
        for passage in index.passages:
            held = self._documents.get(passage.clause.document, ())
            self._documents[passage.clause.document] = tuple(sorted({*held, *_whole(passage)}))
        self._alone = len({p for held in self._documents.values() for p in held}) < 2

    def programme(self, terms: Iterable[Term], text: str) -> str:
        """The one programme whose own subjects the terms name, or whose notice calls for what the text names; "" where
        they name none, or those of several."""
        if self._alone:
            return ""
        return self._resolver.called.programme(text) or self._told(terms, by_document=False)

    def of_document(self, terms: Iterable[Term], text: str) -> tuple[str, ...]:
        """The programmes of the one document of several programmes whose own subjects the terms name, the one of them
        of whose name alone a long part stands in the text; none where they name none, or those of several. The only
        document that is held is meant where it knows every weighty word."""
        terms = tuple(terms)
        alone = sum(bool(held) for held in self._documents.values()) < 2
        if alone and any(not t.grounded and t.weight >= _WEIGHTY for t in terms):
            return ()
        held = self._documents.get(self._told(terms, by_document=True), ())
        if len(held) < 2:
            return held if alone else ()
        shared = {p: longest_part(self._resolver.programmes[p].name, text) for p in held}
        longest, next_one = sorted(shared.values())[:-3:-1]
        return (max(shared, key=shared.__getitem__),) if longest >= _LONG and next_one < _SHORTEST else held

    def _told(self, terms: Iterable[Term], by_document: bool) -> str:
        """The one programme, or document, whose own subjects the terms name."""
        terms = tuple(terms)
        if not all(t.grounded for t in terms):  # what is asked of a place may be anything
            terms = tuple(t for t in terms if not self._place(t.words))
        named = {p for t in terms if t.kind == "word" and t.grounded for p in self._of(t.words, by_document)}
        titled = (p for t in terms if t.kind in ("unit", "concept") for p in _parts(t.words))
        named = named or {p for part in titled if (p := self._titled(bare(part), by_document))}
        return named.pop() if len(named) == 1 else ""

    def _place(self, word: str) -> bool:
        plain = word.rstrip("省市县区")
        return plain in self._resolver.homes.places or plain in regions().places(plain)

    def _titled(self, word: str, by_document: bool) -> str:
        """The one in whose title alone the word stands, of which no other speaks: what is applied for."""
        programme = self._subject(word, False, by_document)
        own, _ = self._index.postings(word)
        return programme if any(self._index.passages[n].clause.kind == "title" for n in own) else ""

    def _of(self, words: str, by_document: bool) -> frozenset[str]:
        """Those of which the words, or any part of them, are a subject."""
        return frozenset(p for part in _parts(words) if (p := self._subject(bare(part), part == words, by_document)))

    def _subject(self, word: str, whole: bool, by_document: bool) -> str:
        held = self._cache.get((word, whole, by_document))
        if held is None:
            held = self._read(word, whole, by_document)
            if len(self._cache) < 20_000:
                self._cache[(word, whole, by_document)] = held
        return held

    def _read(self, word: str, whole: bool, by_document: bool) -> str:
        own, above = self._index.postings(word)
        passages = [self._index.passages[n] for n in own | above]
        speaking = Counter(
            p for passage in passages for p in ([passage.clause.document] if by_document else _whole(passage))
        )
        if not speaking:
            return ""
        (programme, most), *others = speaking.most_common()
        rare = whole and len(word) > _SHORTEST
        if others and (not rare or most < _SUBJECT or sum(n for _, n in others) * _RARE > most):
            return ""
        headed = any(word in bare(p.text) for p in passages if p.clause.kind in ("title", "heading"))
        often = len(own) >= (_OFTEN if len(word) < _LONG else _OFTEN - 1)
        return programme if headed or often else ""


def _parts(words: str) -> tuple[str, ...]:
    """All runs of a Chinese word that may be words themselves."""
    if words.isascii():
        return ()
    return tuple(words[i:j] for i in range(len(words)) for j in range(i + _SHORTEST, len(words) + 1))


def _whole(passage: Passage) -> set[str]:
    """The programmes that the passage is about, each as a whole."""
    return {p.split("/")[0] for p in passage.programmes}
