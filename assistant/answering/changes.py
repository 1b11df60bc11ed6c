"""Answers from documents as later ones amended them: what fell never answers, and is shown beside what holds."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from assistant.answering.answer import Question
from assistant.answering.grounds.finding import Finding
from assistant.answering.question.frame import Frame
from assistant.answering.question.lexicon import lexicon
from assistant.answering.question.term import Term
from assistant.answering.sentences.passages import Passage
from assistant.answering.sentences.spans import segments
from assistant.guideline.amendment import Amendment, overlap
from assistant.guideline.document import Guideline
from assistant.guideline.patterns import regex
from assistant.guideline.quote import Quote, span
from assistant.guideline.sentences import sentences
from assistant.programmes.former import edits

# What held before is asked for; 5月1日以前 is a time.
_BEFORE = regex(
    r"(?:修改|调整|变更|改动?|延长|延期|修订|更正|补充通知)(?:之|以)?前(?:的?规定)?|原来(?!如此)的?|原先的?|原(?:规定|要求)(?:是|的)?"
    r"|旧(?:规定|通知|版)(?:里|中)?|老规定|(?<![日号月年天])以前|最初|\boriginally\b|\bpreviously\b|\bformerly\b"
    r"|\bbefore (?:the |it )(?:was )?(?:change|amendment|amended|changed)\b"
)
_LEAST = 4  # letters that can still say something
_ABOUT = 0.5  # of a question that a deleted clause must explain to be shown as what was asked about


class Changes:
    """The amendments of a corpus, as far as answering goes. Without any, nothing is changed."""

    def __init__(self, guidelines: tuple[Guideline, ...], amendments: tuple[Amendment, ...]) -> None:
        self._amendments = amendments
        self._speak = {g.id: tuple(p.id for p in g.spoken) for g in guidelines}

    def passages(self, passages: tuple[Passage, ...]) -> tuple[Passage, ...]:
        """The sentences as they read now: without what fell, and with what was put in where it stands."""
        if not self._amendments:
            return passages
        return tuple(now for p in passages for part in self._ordered(p, passages) for now in self._left(part))

    def asked(self, question: Question) -> tuple[Question, bool]:
        """The question without the words that ask what held before, and whether it had any."""
        if not self._amendments or not _BEFORE.search(question.text):
            return question, False
        return replace(question, text=_BEFORE.sub("", question.text)), True

    def view(self, guideline: Guideline, programme: str) -> Guideline:
        """The document without the clauses that fell as a whole for a programme."""
        fallen = [a for a in self._amendments if a.concerns(programme) and a.fell.clause.document == guideline.id]
        if not fallen:
            return guideline
        kept = tuple(c for c in guideline.clauses if not c.text or _says(_outside(Quote(c, 0, len(c.text)), fallen)))
        return replace(guideline, clauses=kept)

    def settled(self, finding: Finding, frame: Frame, of_before: bool = False) -> Finding:
        """The finding without words that fell, with the older words that its own took the place of."""
        mine = [a for a in self._amendments if a.concerns(finding.programme)]
        if not mine:
            return finding
        kept = {q: _longest(_outside(q, mine), q) for q in finding.quotes}
        if any(now != was for was, now in kept.items()):
            finding = _without(finding, kept)
        if finding.silent:
            return self._deleted(finding, frame, mine)
        made = [a for a in mine if not a.deleted and any(overlap(a.newer, q) for q in finding.quotes)]
        return replace(finding, former=made[-1].older, of_before=of_before) if made else finding

    def _deleted(self, finding: Finding, frame: Frame, mine: list[Amendment]) -> Finding:
        total = sum(t.weight for t in frame.terms) or 1.0
        for change in reversed(mine):
            text = change.older.text.lower()
            told = sum(t.weight for t in frame.terms if any(word in text for word in _words(t)))
            if change.deleted and told / total >= _ABOUT:
                return replace(
                    finding, outcome="not_specified", said="", quotes=(change.newer,), reason="deleted",
                    former=change.older,
                )  # fmt: skip
        return finding

    def _ordered(self, passage: Passage, every: tuple[Passage, ...]) -> Iterator[Passage]:
        """A sentence; where it orders words to be changed, the words that it brings."""
        orders = edits(passage.text)
        if not orders:
            yield passage
            return
        for new in (o.new for o in orders if o.new):
            quote = span(passage.clause, passage.start + new[0], passage.start + new[1])
            made = [a for a in self._amendments if a.newer == quote]
            old = next((p for a in made for p in every if p.clause == a.fell.clause and p.end > a.fell.start), None)
            heard = frozenset(i for a in made for i in self._speak[a.fell.clause.document] if a.concerns(i))
            told = replace(passage, programmes=heard) if made else passage
            if old is not None:
                told = replace(told, header=old.header, rule=old.rule, reads=next((a.reads for a in made), ""))
            for start, end in sentences(quote.text):
                yield replace(told, start=quote.start + start, end=quote.start + end)

    def _left(self, passage: Passage) -> Iterator[Passage]:
        """The sentence for whom it holds, and the parts of it that hold for the others."""
        whole = Quote(passage.clause, passage.start, passage.end)
        fallen = [a for a in self._amendments if overlap(a.fell, whole)]
        cut = frozenset(p for p in passage.programmes if any(a.concerns(p) for a in fallen))
        if passage.programmes - cut or not cut:
            yield replace(passage, programmes=passage.programmes - cut) if cut else passage
        groups: dict[tuple[Amendment, ...], set[str]] = {}
        for programme in sorted(cut):
            groups.setdefault(tuple(a for a in fallen if a.concerns(programme)), set()).add(programme)
        for changes, programmes in groups.items():
            about = "".join(part.text for part in _outside(whole, changes)).lower()
            for start, end in _standing(passage, changes):
                yield replace(
                    passage, start=start, end=end, programmes=frozenset(programmes), reads="",
                    header=f"{passage.header} {about}",
                )  # fmt: skip


def _words(term: Term) -> Iterator[str]:
    """The words of a term and of what it asks about, also those that no document holds any more."""
    yield term.words
    yield from (a for a, f in term.alternatives if f >= 0.7)
    for concept in term.concepts:
        yield from lexicon().concepts[concept].doc


def _standing(passage: Passage, changes: Iterable[Amendment]) -> Iterator[tuple[int, int]]:
    """The runs of comma segments of a sentence in which nothing fell."""
    run: tuple[int, int] | None = None
    for start, end in segments(passage.text):
        here = Quote(passage.clause, passage.start + start, passage.start + end)
        if any(overlap(a.fell, here) for a in changes):
            if run and _letters(passage.clause.text[slice(*run)]) >= _LEAST:
                yield run
            run = None
        else:
            run = (run[0] if run else here.start, here.end)
    if run and _letters(passage.clause.text[slice(*run)]) >= _LEAST:
        yield run


def _outside(quote: Quote, changes: Iterable[Amendment]) -> list[Quote]:
    """The parts of a quote that did not fall; the quote itself where nothing of it did."""
    parts = [quote]
    for change in changes:
        fell = change.fell
        parts = [
            Quote(part.clause, start, end)
            for part in parts
            for start, end in (
                ((part.start, min(part.end, fell.start)), (max(part.start, fell.end), part.end))
                if overlap(part, fell)
                else ((part.start, part.end),)
            )
            if start < end
        ]
    return parts


def _longest(parts: list[Quote], quote: Quote) -> Quote | None:
    """The longest part of a quote that still says something: whole comma segments, where it has any."""
    said = [whole for p in parts if _says([whole := p if p == quote else _whole(p, quote)])]
    if not said:
        return None
    best = max(said, key=lambda p: p.end - p.start)
    text = best.text
    start = len(text) - len(text.lstrip("，,；;、。 "))
    end = len(text.rstrip("，,；;、 "))
    return best if (start, end) == (0, len(text)) else Quote(best.clause, best.start + start, best.start + end)


def _whole(part: Quote, quote: Quote) -> Quote:
    """The part without the rest of a segment that it was cut from, unless it is nothing else."""
    runs = segments(part.text)
    low = runs[0][1] if part.start > quote.start else 0
    high = runs[-1][0] if part.end < quote.end else len(part.text)
    held = low < high and _letters(part.text[low:high]) >= _LEAST
    return Quote(part.clause, part.start + low, part.start + high) if held else part


def _without(finding: Finding, kept: dict[Quote, Quote | None]) -> Finding:
    """The finding with what is left of its quotes; silent where nothing is."""
    quotes = tuple(now for now in kept.values() if now is not None)
    if not quotes:
        return replace(finding, outcome="not_specified", verdict="not_specified", said="", quotes=(), reason="")
    said = finding.said
    for was, now in kept.items():
        if now != was:
            said = said.replace(was.text.rstrip("；;。，,：:"), now.text.rstrip("；;。，,：:") if now else "")
    return replace(finding, said=re.sub("；{2,}", "；", said).strip("；"), quotes=quotes)


def _says(parts: list[Quote]) -> bool:
    return any(_letters(p.text) >= _LEAST for p in parts)


def _letters(text: str) -> int:
    return len(re.sub(r"[\W_]", "", text))
