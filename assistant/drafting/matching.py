"""Which field and element a fact belongs to, told from the words they share."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from math import log

from assistant.drafting.field import Element, Field
from assistant.drafting.form import Form, Section
from assistant.drafting.voice import Tense, tense_of
from assistant.guideline.patterns import regex

NAMED = 0.5
"""How much of the shorter side's weight must be shared where a fact names what it is about."""
SHARED = 0.6
"""How much of an element's weight a sentence must hold to belong to it unasked."""
_NUMBERING = regex(r"^[\s（(]*[0-9一二三四五六七八九十.]+[、.．)）]?\s*")
_MEASURE = regex(r"(?:总?(?:人数|学时量|数量|金额|收入|经费|量|数)|规模)$")
_AFTERMATH = regex(r"(?:等)?(?:情况|工作|建设)?$")
_HEAD = 4
"""Head nouns of so many characters tell an element by themselves (专项支持政策)."""
TOLD = 0.35
"""How much of an element's weight a sentence that is put there must hold to tell it."""
_SHORT = 2
"""Words up to so long (效益, 数量) draw no figure by its name, and a sentence never for sure."""
_CLEAR = 1.3
"""How much better than that of any other field the words of an element must be told, where they are told in part."""
_IN_TITLE = 0.2
_UNSEEN = 3
"""Pairs that stand in no spot tell none apart: they weigh as if they stood in so many."""
_JOINS = regex(r"[^\w]+|_+|[的和与及等了之]+")


@dataclass(frozen=True, slots=True)
class Spot:
    """A place for facts: a narrative field, or one of the elements that its guidance names. `words` are what it is
    known by, `around` those of the headings above it."""

    field: Field
    element: Element | None
    words: str
    around: str
    tense: Tense


@dataclass(frozen=True)
class Spots:
    """Every spot of a form, with weights that make words rare that stand in few of them. The words of the form's own
    title tell nothing apart and weigh little."""

    held: tuple[Spot, ...]
    title: str = ""

    @cached_property
    def _spread(self) -> Counter[str]:
        return Counter(pair for spot in self.held for pair in pairs(spot.words))

    @cached_property
    def _titled(self) -> frozenset[str]:
        return pairs(self.title)

    def likeness(self, one: str, other: str) -> float:
        """The weight of the pairs of characters that both hold, as a share of the lighter one's."""
        mine, theirs = pairs(one), pairs(other)
        least = min(self._weight(mine), self._weight(theirs))
        return self._weight(mine & theirs) / least if least else 0.0

    def held_in(self, words: str, text: str) -> float:
        """How much of the weight of `words` stands in `text`."""
        return self._held(words, pairs(text))

    def tells(self, words: str, sentence: str, held: frozenset[str] | None = None) -> bool:
        """Whether a sentence speaks of an element: it holds its head noun, or half of its words' weight. `held` are the
        pairs of the sentence where they are known."""
        head = _AFTERMATH.sub("", words.rpartition("的")[2])
        if len(head) >= _HEAD and head in sentence:
            return True
        return self._held(words, pairs(sentence) if held is None else held) >= NAMED

    def _held(self, words: str, held: frozenset[str]) -> float:
        mine = pairs(words)
        return self._weight(mine & held) / weight if (weight := self._weight(mine)) else 0.0

    def named(self, about: str, tense: Tense) -> Spot | None:
        """The spot that a fact names: by the path or words of its field, or by words like an element's."""
        for spot in self.held:
            if spot.element is None and about == spot.field.path:
                return spot
        best = max(self.held, key=lambda spot: self._rank(about, tense, spot), default=None)
        return best if best is not None and self.likeness(about, best.words) >= NAMED else None

    def fitting(self, text: str, tense: Tense, years: frozenset[int]) -> tuple[Spot | None, bool]:
        """The element that a sentence speaks of by itself, and whether that is sure; None where nothing tells.

        A sentence on years belongs to a field that is parted by them, if there is one.
        """
        open_to = self._open(tense, short=True)
        parted = [spot for spot in open_to if years & set(spot.field.years)]
        least = NAMED / 5 if parted else NAMED / 2
        told = [s for s in parted or open_to if self.held_in(s.words, text) >= least]
        ranked = sorted(((self._score(s, text), s) for s in told), key=lambda pair: -pair[0])
        if not ranked:
            return None, False
        best, spot = ranked[0]
        if (
            len(spot.words) > _SHORT
            and self.held_in(spot.words, text) >= SHARED
            and _AFTERMATH.sub("", spot.words)[-2:] in text
        ):
            return spot, True
        second = next((score for score, other in ranked if other.field is not spot.field), 0.0)
        return (spot if best >= _CLEAR * second else None), False

    def fitting_name(self, name: str, around: str, tense: Tense) -> tuple[Spot | None, float]:
        """The element that a figure's name belongs to, or what stands above it, and how much they share.

        Little is enough where no other element shares half as much.
        """
        bare = _MEASURE.sub("", name)
        for words in (bare, f"{around} {bare}"):
            ranked = sorted(((self.likeness(words, s.words), s) for s in self._open(tense)), key=lambda pair: -pair[0])
            (best, spot), second = ranked[0] if ranked else (0.0, None), ranked[1][0] if len(ranked) > 1 else 0.0
            several = spot is not None and len(pairs(words) & pairs(spot.words)) > 1
            if best >= NAMED or (best >= NAMED / 2 and second <= best / 2 and several):
                return spot, best
        return None, 0.0

    def within(self, field: Field, sentence: str) -> Spot:
        """The element of a field that a sentence speaks of, or the field at large."""
        mine = [spot for spot in self.held if spot.field is field]
        best = max(mine[1:], key=lambda spot: self.held_in(spot.words, sentence), default=mine[0])
        return best if best is not mine[0] and self.tells(best.words, sentence) else mine[0]

    def nearest(self, spot: Spot, sentence: str) -> Spot:
        """The element of the same field that a sentence speaks of more than of any other, for facts that surely belong
        to the field; `spot` itself where none is."""
        mine = [other for other in self.held if other.field is spot.field and other.element is not None]
        ranked = sorted(((self.held_in(s.words, sentence), s.field.path, s) for s in mine), key=lambda one: -one[0])
        if not ranked or ranked[0][0] < NAMED / 2:
            return spot
        return ranked[0][2] if len(ranked) < 2 or ranked[0][0] > ranked[1][0] else spot

    def of_year(self, spot: Spot, year: int | None, tense: Tense) -> Spot:
        """The spot of the same words in the column of that year; without a year the first column for what stands,
        the last for what is promised."""
        alike = [s for s in self.held if s.words == spot.words and s.around == spot.around and s.field.year is not None]
        if spot.field.year is None or not alike:
            return spot
        return next((s for s in alike if s.field.year == year), alike[-1 if tense == "future" else 0])

    def general(self, text: str, tense: Tense) -> Spot | None:
        """The first field for what stands or for what is promised that shares a word with a sentence, for facts that
        name no place; None where none does."""
        near = [s for s in self.held if s.element is None and pairs(text) & pairs(s.words)]
        return next((s for wanted in (tense, "any") for s in near if s.tense == wanted), None)

    def _open(self, tense: Tense, short: bool = False) -> list[Spot]:
        """The spots that take facts of that tense: elements, and fields that have none; short ones where wished."""
        takes = [s for s in self.held if tense == "any" or s.tense in (tense, "any")]
        return [s for s in takes if (short or len(s.words) > _SHORT) and (s.element or not s.field.elements)]

    def _score(self, spot: Spot, text: str) -> float:
        """The weight of the spot's words that a sentence holds, and a little for those around it: no share, or short
        elements would win by one word."""
        return self._weight(pairs(spot.words) & pairs(text)) + 0.3 * self.held_in(spot.around, text)

    def _rank(self, about: str, tense: Tense, spot: Spot) -> float:
        fits = 0.2 if tense == "any" or spot.tense in (tense, "any") else 0.0
        near = 0.1 * self.held_in(about, f"{spot.words} {spot.around}")
        both = self._weight(pairs(about)) + self._weight(pairs(spot.words))
        alike = 2 * self._weight(pairs(about) & pairs(spot.words)) / both if both else 0.0
        inside = 0.2 if spot.element is not None and spot.words in about else 0.0
        return self.likeness(about, spot.words) + near + fits + 0.1 * alike + inside

    def _weight(self, pairs: Iterable[str]) -> float:
        every = len(self.held) + 1
        return sum(
            log(1 + every / (1 + (self._spread[pair] or _UNSEEN))) * (_IN_TITLE if pair in self._titled else 1)
            for pair in pairs
        )


def spots_of(form: Form) -> Spots:
    """The spots of every narrative field that the applicant writes, in the order of the form."""
    made: list[Spot] = []
    for section, above in _with_headings(form):
        for field in section.fields():
            if field.kind == "narrative" and not field.repeat and field.filled_by == form.filled_by:
                made.extend(_spots(field, section, above))
    return Spots(tuple(made), form.title.text)


def spots_within(field: Field) -> Spots:
    """The spots of one field alone, as for one record of repeated rows."""
    whole = Spot(field, None, called(field), "", "any")
    return Spots((whole, *(Spot(field, e, e.quote.text, called(field), "any") for e in field.elements)))


def called(field: Field) -> str:
    """A field's label without its numbering."""
    return bare_title(field.label.text)


def bare_title(title: str) -> str:
    """A heading without its numbering."""
    return _NUMBERING.sub("", title).strip()


def pairs(text: str) -> frozenset[str]:
    """Every two characters that stand side by side, none of them punctuation or a word that only joins others."""
    found: set[str] = set()
    for run in _JOINS.split(text):
        found.update(a + b for a, b in pairwise(run))
        found.update({run} if len(run) == 1 else ())
    return frozenset(found)


def _spots(field: Field, section: Section, above: Sequence[str]) -> Iterable[Spot]:
    headings = " ".join((*above, *(q.text for q in field.under if q.text != f"{field.year}年")))
    around = " ".join((headings, *(quote.text for quote in field.guidance)))
    tense = tense_of(called(field)) or tense_of(headings) or "any"
    yield Spot(field, None, called(field), around, tense)
    for element in field.elements:
        yield Spot(field, element, element.quote.text, f"{called(field)} {around}", tense)


def _with_headings(form: Form) -> Iterable[tuple[Section, list[str]]]:
    above: list[tuple[int, str]] = []
    for section in form.parts():
        above = [(level, title) for level, title in above if level < section.level]
        if section.title is not None:
            above.append((section.level, bare_title(section.title.text)))
        yield section, [title for _, title in above]
