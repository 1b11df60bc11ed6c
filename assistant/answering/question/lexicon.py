"""The words questions are made of: concepts, fillers and the interrogative grammar, as validated data."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from assistant.answering.question.seams import Seams
from assistant.guideline.patterns import regex
from assistant.guideline.tables import table

_FIELDS = frozenset({"ask", "en", "doc", "want", "light", "cue"})
ACT = "act_"
ENGLISH = "english_"
SAME = "same_"
_PLAIN = ("plain.toml", "acts.toml")
_PLACES = tuple("里上中内外下")
_WHOLE = Seams()
_ENDINGS = (
    ("s", ""), ("es", ""), ("'s", ""), ("ies", "y"), ("ed", ""), ("d", ""), ("ied", "y"), ("ing", ""), ("ing", "e")
)  # fmt: skip
_ASKING = regex(r"(?:how|what|who|where|which)\b")
_WORD = regex(r"[a-z0-9]+(?:[-'’&./][a-z0-9]+)*")


@dataclass(frozen=True, slots=True)
class Concept:
    """One thing people ask about: `doc` are the words documents use, `want` the value that answers. A
    `light` one shapes the question and need not be explained by the answer ("how many", "what"). `cue` marks
    sentences that settle it rather than mention it."""

    id: str
    doc: tuple[str, ...]
    want: str
    light: bool
    cue: re.Pattern[str] | None


@dataclass(frozen=True, slots=True)
class Match:
    """`kind` "concept" or "filler" at text[start:end]; `concepts` are ids; `colloquial` words are surmises."""

    kind: str
    concepts: tuple[str, ...]
    start: int
    end: int
    colloquial: bool = False


class Lexicon:
    """Finds concepts, fillers and grammar marks in a cleaned question."""

    def __init__(
        self,
        concepts: dict[str, Any],
        grammar: dict[str, Any],
        colloquial: frozenset[str] = frozenset(),
        english: dict[str, str] | None = None,
        same: dict[str, str] | None = None,
        topical: dict[str, list[str]] | None = None,
    ) -> None:
        self._colloquial = colloquial
        self._same: dict[str, tuple[str, ...]] = {}
        self._topical = frozenset((word, key) for key, words in (topical or {}).items() for word in words)
        self.concepts: dict[str, Concept] = {}
        self._zh: dict[str, set[str]] = {}
        self._en: dict[str, set[str]] = {}
        for key, entry in concepts.items():
            unknown = set(entry) - _FIELDS
            if unknown:
                raise ValueError(f"concept {key} has unknown fields: {', '.join(sorted(unknown))}")
            self.concepts[key] = Concept(
                key,
                tuple(dict.fromkeys(entry["doc"])),
                entry.get("want", ""),
                entry.get("light", False),
                regex(entry["cue"]) if "cue" in entry else None,
            )
            for word in entry["ask"]:
                self._zh.setdefault(word.lower(), set()).add(key)
            for word in entry["en"]:
                self._en.setdefault(word.lower(), set()).add(key)
        self._fillers = frozenset(grammar["fillers"]["zh"])
        self._fillers_en = frozenset(grammar["fillers"]["en"])
        self._english: dict[str, tuple[str, ...]] = {}
        for words, doc in (english or {}).items():
            self._translate(tuple(re.split(r",\s*", words)), tuple(doc.split()))
        for words, doc in (same or {}).items():
            self._equate(tuple(words.split()), tuple(doc.lower().split()))
        self._longest = max(map(len, (*self._zh, *self._fillers)))
        self.ask = {k: _patterns(v) for k, v in grammar["ask"].items()}
        self.mark = {k: _patterns(v) for k, v in grammar["mark"].items()}

    def _translate(self, words: tuple[str, ...], doc: tuple[str, ...]) -> None:
        """Take in what documents say for English words; those of no concept so far are one of their own."""
        key = ENGLISH + words[0]
        for word in words:
            if word not in self._fillers_en:
                self._english[word] = tuple(dict.fromkeys((*self._english.get(word, ()), *doc)))
        new = [w for w in words if w in self._english and w not in self._en]
        if new:
            self.concepts[key] = Concept(key, doc, "", False, None)
        for word in new:
            self._en[word] = {key}

    def _equate(self, words: tuple[str, ...], doc: tuple[str, ...]) -> None:
        """Take in what documents say for the very thing that the everyday words mean, beside any concept of theirs."""
        self.concepts[SAME + words[0]] = Concept(SAME + words[0], doc, "", False, None)
        for word in words:
            self._same[word] = tuple(dict.fromkeys((*self._same.get(word, ()), *doc)))
            self._zh.setdefault(word, set()).add(SAME + words[0])

    def same(self, words: str) -> tuple[str, ...]:
        """What documents say for the very same thing as the everyday words, () where nothing is known."""
        return self._same.get(words, ())

    def only_of_topic(self, word: str, concept: str) -> bool:
        """Whether the word names another thing of the topic than the documents' words of the concept do."""
        return (word, concept) in self._topical

    def english(self, words: str) -> tuple[str, ...]:
        """What documents say for the English words, whatever concept they belong to."""
        return next((self._english[f] for f in _forms(words) if f in self._english), ())

    def of_act(self, char: str) -> tuple[str, ...]:
        """What documents say for the act that the one Chinese character tells (买: 购, 采购), () where it tells none."""
        acts = sorted(c for c in self._zh.get(char, ()) if c.startswith(ACT))
        return tuple(word for c in acts for word in self.concepts[c].doc)

    def scan(
        self, text: str, grounded: Callable[[str], bool] = lambda word: False, seams: Seams = _WHOLE
    ) -> tuple[Match, ...]:
        """Concepts and fillers of the lower-cased text, the longest at each place, left to right. A colloquial
        word counts only where documents do not use it themselves (`grounded`), and none that tears a word."""
        found: list[Match] = []
        i = 0
        while i < len(text):
            match = (
                self._latin(text, i, grounded)
                if text[i].isascii() and text[i].isalnum()
                else self._chinese(text, i, grounded, seams)
            )
            if match is None:
                i += 1
            else:
                found.append(match)
                i = match.end
        return tuple(found)

    def marks(self, text: str) -> frozenset[str]:
        """Which marks (presuppose, haste, negated, demand …) the lower-cased text bears."""
        return frozenset(k for k, p in self.mark.items() if p.search(text))

    def asks(self, text: str) -> frozenset[str]:
        """Which interrogatives (whether, when, who …) the lower-cased text bears."""
        return frozenset(k for k, p in self.ask.items() if p.search(text))

    def is_filler(self, char: str) -> bool:
        """Whether a single character carries no content."""
        return char in self._fillers or not char.isalnum()

    def _chinese(self, text: str, i: int, grounded: Callable[[str], bool], seams: Seams) -> Match | None:
        for length in range(min(self._longest, len(text) - i), 0, -1):
            word = text[i : i + length]
            if word in self._zh and (
                _no_word(seams, i, length) or self._part_of_a_word(text, i, length, seams, grounded)
            ):
                continue
            if word in self._zh and (keys := self._meant(word, grounded)):
                alike = all(k.startswith(SAME) for k in keys)
                if alike and seams.torn(i, i + length):
                    continue  # 接|收学生
                surmised = word in self._colloquial and not alike
                return Match("concept", keys, i, i + length, surmised)
            if length > 1 and word in self._fillers:
                return Match("filler", (), i, i + length)
        return None

    def _meant(self, word: str, grounded: Callable[[str], bool]) -> tuple[str, ...]:
        """The concepts of the word: a surmise, or the very same thing as documents name, only where they do not use the
        word themselves."""
        held = {k for k in self._zh[word] if not k.startswith(SAME)}
        if word in self._colloquial and (self._empty(word) or grounded(word)):
            held = set()
        if any(map(grounded, self._same.get(word, ()))) and not (len(word) > 1 and grounded(word)):
            held |= {k for k in self._zh[word] if k.startswith(SAME)}
        return tuple(sorted(held))

    def _part_of_a_word(self, text: str, at: int, length: int, seams: Seams, grounded: Callable[[str], bool]) -> bool:
        """Whether a single character belongs to a word that documents use (交 of 交通), or, where it tells an act, to
        any word but one that only tells a place by it ("表里")."""
        word = seams.at(at) if length == 1 else None
        if word is None or text[word[0] + 1 : word[1]] in _PLACES:
            return False
        acts = all(c.startswith(ACT) for c in self._zh[text[at]])
        return acts or any(grounded(text[i : i + 2]) for i in (at - 1, at) if word[0] <= i and i + 2 <= word[1])

    def _empty(self, word: str) -> bool:
        return all(char in self._fillers for char in word)

    def _spoken(self, words: str, grounded: Callable[[str], bool]) -> bool:
        """Whether the English words are a concept, or documents have words for them: else they are read one by one. So
        are those that ask ("how many staff") for something of which documents have no such words."""
        keys = self._en[words]
        asking = _ASKING.match(words) and not any(self.concepts[k].light for k in keys)
        if not asking and not any(key.startswith(ENGLISH) for key in keys):
            return True
        doc = (*self.english(words), *(d for k in keys for d in self.concepts[k].doc))
        return any(grounded(d.lower()) for d in doc)

    def _latin(self, text: str, i: int, grounded: Callable[[str], bool]) -> Match | None:
        if i and text[i - 1].isascii() and text[i - 1].isalnum():
            return None
        ends: list[int] = []
        j = i
        while len(ends) < 6 and (m := _WORD.match(text, j)):
            ends.append(m.end())
            j = m.end() + 1 if m.end() < len(text) and text[m.end()] == " " else -1
            if j < 0:
                break
        for end in reversed(ends):
            phrase = text[i:end]
            for form in _forms(phrase):
                if form in self._en and self._spoken(form, grounded):
                    return Match("concept", tuple(sorted(self._en[form])), i, end)
                if form in self._zh:
                    return Match("concept", tuple(sorted(self._zh[form])), i, end)
        if ends:
            word = text[i : ends[0]]
            if word in self._fillers_en or word.removesuffix("'s") in self._fillers_en:
                return Match("filler", (), i, ends[0])
        return None


def _forms(phrase: str) -> Iterator[str]:
    """The English words as they stand, and with the ending of their last one off: plural, possessive, past, -ing."""
    yield phrase
    for ending, plain in _ENDINGS:
        if phrase.endswith(ending):
            yield phrase.removesuffix(ending) + plain
    if "-" in phrase:
        yield from _forms(phrase.replace("-", " "))


def _no_word(seams: Seams, start: int, length: int) -> bool:
    """Whether what looks like two characters of the lexicon is the end of one word and the beginning of the next; a
    longer one has to be torn on both sides, for people run words together that a dictionary parts."""
    end = start + length
    return seams.torn_before(start, end) and (length == 2 or seams.torn_behind(start, end))


def _patterns(patterns: list[str]) -> re.Pattern[str]:
    return regex("|".join(f"(?:{p})" for p in patterns))


@cache
def lexicon() -> Lexicon:
    """The lexicon that ships with the package. A word with a plain meaning is no surmise for something else."""
    data = Path(__file__).parents[1] / "data"
    plain = {k: {"en": [], **v} for name in _PLAIN for k, v in table(data / name).items() if k != "same"}
    concepts = {**table(data / "concepts.toml"), **plain}
    grammar = table(data / "grammar.toml")
    settled = {word for entry in plain.values() for word in entry["ask"]}
    wider = {
        key: entry if key == "fillers" else {**entry, "ask": [w for w in entry.get("ask", ()) if w not in settled]}
        for key, entry in table(data / "colloquial.toml").items()
    }
    known = {word.lower() for entry in concepts.values() for word in entry["ask"]}
    spoken = {word.lower() for key, entry in wider.items() if key != "fillers" for word in entry["ask"]}
    english = table(data / "english.toml")
    same = table(data / _PLAIN[0])["same"]
    topical = table(data / "topical.toml")
    return Lexicon(*_widened(concepts, grammar, wider), frozenset(spoken - known), english, same, topical)


def _widened(
    concepts: dict[str, Any], grammar: dict[str, Any], wider: dict[str, Any]
) -> tuple[dict[str, Any], dict[str, Any]]:
    """The concepts and fillers with how people say them besides; a new concept says `new = true`."""
    concepts, fillers = dict(concepts), dict(grammar["fillers"])
    for key, entry in wider.items():
        if key == "fillers":
            fillers = {lang: [*words, *entry.get(lang, [])] for lang, words in fillers.items()}
        elif key in concepts:
            more = {f: [*concepts[key][f], *entry.get(f, [])] for f in ("ask", "en", "doc")}
            concepts[key] = {**concepts[key], **more}
        elif entry.get("new"):
            concepts[key] = {f: v for f, v in entry.items() if f != "new"}
        else:
            raise ValueError(f"concept {key} is neither known nor new")
    return concepts, {**grammar, "fillers": fillers}
