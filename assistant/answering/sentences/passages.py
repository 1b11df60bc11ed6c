"""The documents cut into sentences, and where each term stands in them."""

from __future__ import annotations

import math
import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass

from assistant.guideline.clause import Clause
from assistant.guideline.document import Guideline
from assistant.guideline.patterns import regex
from assistant.guideline.sentences import sentences

_QUOTES = "“”‘’\"'"
_BREAK = "\x00"
_MANY = 700.0  # passages among which a word of the kept ones is weighed, however many lie beside
_LEADING_IN = regex(r"[^：:]*(?:下列|以下|如下)[^：:]*[：:]")
_NOUN = 2  # characters
_NUMBERING = regex(r"^\W*(?:第?[一二三四五六七八九十\d]{1,3}(?:[)）.、．]|部分)\W*)?(?:申报|认定|推荐|设立)?")
_TOPIC = regex(
    r"\W*(?:[一二三四五六七八九十\d]{1,3}[)）.、．]\s*)?(?P<topic>[一-鿿“”]{2,12}?)"
    r"(?=应(?!用)|须|必须|需(?!求)|可以?(?!行|持)|为(?!了)|不得|包括|是指|由|[，,：:])"
)


@dataclass(frozen=True, slots=True)
class Passage:
    """One sentence of a clause. `programmes` are the ids it speaks for; `header` is where it stands; `rule`
    is the sentence that introduces it as one of a list ("有下列情形之一的，不得申报："), "" for none; `reads` is the
    sentence that its words were put into by a later document, "" where they are one of their own."""

    clause: Clause
    start: int
    end: int
    programmes: frozenset[str]
    header: str
    rule: str = ""
    reads: str = ""

    @property
    def text(self) -> str:
        """The sentence."""
        return self.clause.text[self.start : self.end]


class TermIndex:
    """Which passages hold a term, in their own words or in the headings above them; `handicaps` are what each
    loses for being a form field or very long."""

    def __init__(self, passages: tuple[Passage, ...]) -> None:
        self.passages = passages
        self._body, self._body_starts = _join(p.reads or p.text for p in passages)
        self._header, self._header_starts = _join(p.header for p in passages)
        self.of_clause: dict[str, list[int]] = {}
        for number, passage in enumerate(passages):
            self.of_clause.setdefault(f"{passage.clause.document}#{passage.clause.id}", []).append(number)
        self._cache: dict[str, tuple[frozenset[int], frozenset[int]]] = {}
        self.handicaps = tuple(
            0.5 * (p.clause.kind in ("note", "field", "row")) + 0.002 * max(0, p.end - p.start - 120) for p in passages
        )
        self._marked: dict[str, frozenset[int]] = {}

    def postings(self, term: str) -> tuple[frozenset[int], frozenset[int]]:
        """Numbers of the passages whose own words, and whose headings, hold the lower-cased term."""
        key = term
        held = self._cache.get(key)
        if held is None:
            term = bare(term)
            held = (
                _find(self._body, self._body_starts, term),
                _find(self._header, self._header_starts, term),
            )
            if len(self._cache) < 20_000:
                self._cache[key] = held
        return held

    def marked(self, pattern: re.Pattern[str]) -> frozenset[int]:
        """Numbers of the passages in which the pattern is found; kept, for there are few patterns."""
        held = self._marked.get(pattern.pattern)
        if held is None:
            held = frozenset(n for n, p in enumerate(self.passages) if pattern.search(p.text))
            self._marked[pattern.pattern] = held
        return held

    def holds(self, number: int) -> bool:
        """Whether the passage of that number is looked at."""
        return True

    def known(self, term: str) -> bool:
        """Whether any document holds the term."""
        body, header = self.postings(term)
        return bool(body or header)

    def idf(self, term: str) -> float:
        """How telling a term is: log of passages over passages that hold it."""
        return math.log((len(self.passages) + 1) / (len(self.postings(term)[0]) + 0.5))


class Within(TermIndex):
    """The same passages, numbered alike, of which only the `kept` ones are looked at: what a word weighs among them
    does not depend on which documents lie beside."""

    def __init__(self, whole: TermIndex, kept: frozenset[int]) -> None:
        self.passages, self.of_clause, self.handicaps = whole.passages, whole.of_clause, whole.handicaps
        self._whole, self._kept = whole, kept
        self._cache = {}
        self._marked = {}

    def postings(self, term: str) -> tuple[frozenset[int], frozenset[int]]:
        """Numbers of the kept passages whose own words, and whose headings, hold the lower-cased term."""
        held = self._cache.get(term)
        if held is None:
            body, header = self._whole.postings(term)
            held = body & self._kept, header & self._kept
            if len(self._cache) < 20_000:
                self._cache[term] = held
        return held

    def holds(self, number: int) -> bool:
        """Whether the passage of that number is kept."""
        return number in self._kept

    def marked(self, pattern: re.Pattern[str]) -> frozenset[int]:
        """Numbers of the kept passages in which the pattern is found."""
        return self._whole.marked(pattern) & self._kept

    def idf(self, term: str) -> float:
        """How telling a term is by the kept passages that hold it, as if no other did."""
        return math.log(_MANY / (len(self.postings(term)[0]) + 0.5))


def cut(guidelines: tuple[Guideline, ...]) -> tuple[Passage, ...]:
    """Every sentence of every clause, in order."""
    passages: list[Passage] = []
    for guideline in guidelines:
        texts = {c.id: c.text for c in guideline.clauses if c.kind != "heading"}
        speakers = _Speakers(guideline)
        for clause in guideline.clauses:
            rule = texts.get(clause.parent or "", "")
            rule = rule if re.search(r"[:：]$|下列|以下|如下", rule) else ""
            header = " ".join((*clause.path, clause.heading, clause.context, rule)).lower()
            before, topic, lead = "", "", ""
            for start, end in _pieces(clause):
                spoken = speakers.of(clause, clause.text[start:end])
                passages.append(Passage(clause, start, end, spoken, f"{header} {topic} {before}", lead or rule))
                lead = _lead(clause.text[start:end], lead)
                topic = topic or _topic(clause.text[start:end])
                before = clause.text[start:end].lower() if end - start <= 80 else ""
    return tuple(passages)


def _lead(sentence: str, lead: str) -> str:
    """What introduces the next sentence as one of a list in the same clause ("有下列情形之一的，撤销：甲的；乙的。"): what
    the sentence leads in with, else what led it in, unless it ends the list."""
    opened = _LEADING_IN.match(sentence)
    return "" if not sentence.rstrip().endswith(("；", ";")) else opened.group() if opened else lead


def _topic(sentence: str) -> str:
    """What a sentence begins with, up to its verb: the sentences after it in a clause go on about that."""
    match = _TOPIC.match(sentence)
    return match["topic"].lower() if match else ""


def _pieces(clause: Clause) -> tuple[tuple[int, int], ...]:
    """A row or field of a form is read as one; other clauses by sentence."""
    if clause.kind in ("row", "field") and len(clause.text) <= 200:
        return ((0, len(clause.text)),)
    return sentences(clause.text)


class _Speakers:
    """The programmes of one document, and which of them a sentence is about."""

    def __init__(self, guideline: Guideline) -> None:
        held = guideline.spoken
        wide = [p for p in held if "/" not in p.id]
        self._all = frozenset(p.id for p in wide)
        own = frozenset(p.id for p in guideline.programmes if p.id in self._all)
        self._unnamed = own or self._all  # of what it amends, one that founds its own speaks only by name
        self._kinds = frozenset(p.id for p in held) - self._all
        self._annexes = [(p.id, p.annex) for p in wide if p.annex]
        self._names = [(p.id, name) for p in held for name in p.names if len(name) >= 4]
        self._nouns = _own_nouns({p.id: p.name for p in wide})
        self._named_in: dict[str, frozenset[str]] = {}

    def of(self, clause: Clause, words: str) -> frozenset[str]:
        """The annex it stands in, else those it or its headings name, else all of the document. A kind of a
        programme ("centre/school") is meant wherever no other kind is named."""
        places = (words, clause.heading, *reversed(clause.path))
        chosen = frozenset(p for p, annex in self._annexes if _stands_in(clause.id, annex))
        if not chosen and len(self._all) > 1:
            headed = next((n for place in places[1:] if (n := self._named(place))), frozenset())
            # What one programme's section says of another is said for both.
            named = self._named(words) | headed
            chosen = frozenset(p.split("/")[0] for p in named)
        chosen = chosen or self._unnamed
        kinds = frozenset(k for k in self._kinds if k.split("/")[0] in chosen)
        if kinds:
            kinds = next((n for place in places if (n := self._named(place) & kinds)), kinds)
        return chosen | kinds

    def _named(self, place: str) -> frozenset[str]:
        """The programmes that a sentence or a heading names, else the one with whose noun alone it begins
        ("（二）基地", "基地有效期3年")."""
        held = self._named_in.get(place)
        if held is None:
            held = frozenset(p for p, name in self._names if name in place)
            if not held:
                begun = [p for p, ends in self._nouns.items() if _NUMBERING.sub("", place).startswith(ends)]
                others = (n for p, ends in self._nouns.items() if p not in begun for n in ends)
                held = frozenset(() if any(n in place for n in others) else begun)
            self._named_in[place] = held
        return held


def _own_nouns(names: dict[str, str]) -> dict[str, tuple[str, ...]]:
    """By programme the ends of its name, two characters or more, in which no other of the document's names ends; none
    where a document has but one."""
    nouns: dict[str, tuple[str, ...]] = {}
    for programme, name in names.items():
        others = tuple(n for p, n in names.items() if p != programme)
        ends = (name[-k:] for k in range(_NOUN, len(name)))
        nouns[programme] = tuple(e for e in ends if others and not any(n.endswith(e) for n in others))
    return nouns


def _stands_in(clause: str, annex: str) -> bool:
    return clause == annex or clause.startswith((annex + ".", annex + "-"))


def bare(text: str) -> str:
    """Lower case, without quotation marks: “专精特新”企业 and 专精特新企业 are one."""
    text = text.lower()
    for quote in _QUOTES:
        text = text.replace(quote, "")
    return text


def _join(texts: Iterable[str]) -> tuple[str, list[int]]:
    joined = bare(_BREAK.join(text.replace(_BREAK, " ") for text in texts))
    starts, at = [0], joined.find(_BREAK)
    while at >= 0:
        starts.append(at + 1)
        at = joined.find(_BREAK, at + 1)
    return joined, starts


def _find(joined: str, starts: list[int], term: str) -> frozenset[int]:
    found = set()
    at = joined.find(term)
    while at >= 0:
        number = bisect_right(starts, at) - 1
        found.add(number)
        following = starts[number + 1] if number + 1 < len(starts) else len(joined)
        at = joined.find(term, following)
    return frozenset(found)
