"""Documents read as later ones reword them: "将“A”修改为“B”", "删去“A”", "第三条修改为：…"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from assistant.guideline.amendment import Amendment, overlap, unlabelled
from assistant.guideline.clause import Clause
from assistant.guideline.document import Guideline
from assistant.guideline.quote import Quote, span
from assistant.guideline.sentences import sentences
from assistant.guideline.statement import Statement
from assistant.programmes.former import Edit, edits
from assistant.programmes.numerals import half_width
from assistant.programmes.places import clause_at, stands_at
from assistant.programmes.rewritten import Rewritten

_EVERYWHERE = re.compile("统一|全部|均|各处|全文|文中所有")
_TELLING = 8  # characters that stand at several places by intent, not by chance
_LABEL = re.compile(r"^\s*(?:[(]?[\d一二三四五六七八九十]{1,4}[).、])\s?")


@dataclass(frozen=True, slots=True)
class Reworded:
    """`statements` are all that was ever said; `former` those of them that hold no more."""

    statements: tuple[Statement, ...]
    former: frozenset[Statement]
    amendments: tuple[Amendment, ...]


def reworded(guidelines: tuple[Guideline, ...], statements: tuple[Statement, ...]) -> Reworded:
    """What documents state once later ones reworded them. Words that are not found where the later document says
    change nothing: what it says beside them is still read."""
    texts = {g.id: Rewritten(g) for g in guidelines}
    made: list[tuple[Amendment, str]] = []
    for later in in_order(guidelines):
        targets = tuple(texts[i] for i in _below(later, texts))
        for clause in later.clauses:
            for start, end in sentences(clause.text):
                for edit in edits(clause.text[start:end]):
                    made += _carried_out(edit, Quote(clause, start, end), targets, [a.newer for a, _ in made])
    if not made:
        return Reworded(statements, frozenset(), ())
    changed = {i: text for i, text in texts.items() if text.edited}
    placed = [a.newer for a, _ in made]

    def put(said: Statement) -> bool:
        """Whether it was read from words that now stand in another document."""
        return any(overlap(said.quote, q) for q in placed)

    live = {
        i: tuple(s for s in text.statements() if s.quote.clause.document != i or not put(s))
        for i, text in changed.items()
    }
    kept: list[Statement] = []
    former: list[Statement] = []
    for said in statements:
        document = said.quote.clause.document
        if document in live and said not in live[document] and not put(said):
            former.append(said)
        elif document not in live and not put(said):
            kept.append(said)
    now = tuple(s for told in live.values() for s in told)
    amendments = tuple(replace(a, reads=texts[target].reads(a.newer)) for a, target in made)
    return Reworded((*kept, *now, *former), frozenset(former), amendments)


def in_order(guidelines: tuple[Guideline, ...]) -> tuple[Guideline, ...]:
    """The documents that amend others, each after those it amends, then by their dates."""
    held = {g.id: g for g in guidelines}

    def depth(g: Guideline) -> int:
        return 1 + max((depth(held[i]) for i in g.entry.amends if i in held), default=0)

    later = [g for g in guidelines if g.entry.amends]
    return tuple(sorted(later, key=lambda g: (depth(g), g.entry.issued is None, g.entry.issued, g.id)))


def _below(guideline: Guideline, texts: dict[str, Rewritten]) -> tuple[str, ...]:
    found: list[str] = []
    waiting = list(guideline.entry.amends)
    while waiting:
        other = waiting.pop(0)
        if other in texts and other not in found:
            found.append(other)
            waiting += texts[other].guideline.entry.amends
    return tuple(found)


def _carried_out(
    edit: Edit, sentence: Quote, targets: tuple[Rewritten, ...], placed: list[Quote]
) -> Iterator[tuple[Amendment, str]]:
    """The amendments that an order makes, each with the document it changes."""
    if edit.kind == "insert":
        return
    at = sentence.start
    new = span(sentence.clause, at + edit.new[0], at + edit.new[1]) if edit.new else None
    newer = new or span(sentence.clause, sentence.start, sentence.end)
    before = half_width(sentence.text[: edit.start])
    said = (before,) if edit.place in before else (before, edit.place)
    place = " ".join(_unlabelled(w) for w in (*sentence.clause.path, *said))
    if edit.old is None:
        found = [(t, c) for t in targets if (c := clause_at(_unlabelled(edit.place), t.guideline))]
        if len(found) == 1:
            text, clause = found[0]
            heard = text.heard(clause, 0)
            for fell in text.emptied(clause, new):
                yield Amendment(heard, _trimmed(fell), fell, newer, deleted=new is None), text.guideline.id
        return
    words = sentence.text[slice(*edit.old)].rstrip("。；; ")
    for text, clause, start in _found(words, place, targets, placed):
        heard = text.heard(clause, start)
        for fell in text.changed(clause, start, start + len(words), new):
            yield Amendment(heard, _segment(fell), fell, newer, deleted=new is None), text.guideline.id


def _found(
    words: str, place: str, targets: tuple[Rewritten, ...], placed: list[Quote]
) -> list[tuple[Rewritten, Clause, int]]:
    """Where the words stand: at the place given, if any; everywhere where that is meant. An order to change words
    (`placed` are the words it brings) is no such place."""
    hits = [
        (t, c, at)
        for t in targets
        for c, at in t.find(words)
        if not any(overlap(Quote(c, at, at + 1), q) for q in placed if at < len(c.text))
    ]
    kept = [h for h in hits if stands_at(h[1], place, h[0].guideline)] or (hits if len(hits) == 1 else [])
    named = [h for h in kept if h[0].named(place) & set(h[0].heard(h[1], h[2]))]
    kept = named or kept
    if len(kept) > 1 and len(words) < _TELLING and not _EVERYWHERE.search(place):
        return []
    return sorted(kept, key=lambda h: -h[2])  # from the end, so that places before stay


def _segment(fell: Quote) -> Quote:
    """The comma segment around words, so that they can be understood where they are shown."""
    text = fell.clause.text
    start = max(text.rfind(c, 0, fell.start) for c in "，,；;。：:\n“") + 1
    ends = [at for c in "，,；;。\n”" if (at := text.find(c, fell.end)) >= 0]
    return unlabelled(span(fell.clause, start, min(ends, default=len(text))))


def _trimmed(fell: Quote) -> Quote:
    """A clause as it is shown: without its number and the stop at its end."""
    told = unlabelled(fell)
    return Quote(told.clause, told.start, told.start + max(1, len(told.text.rstrip("。；; "))))


def _unlabelled(words: str) -> str:
    """The half-width words without the number of the paragraph they stand in."""
    return _LABEL.sub("", half_width(words))
