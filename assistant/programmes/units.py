"""The kinds of unit, found in text and compared with each other."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import Any, Literal

from assistant.guideline.patterns import regex
from assistant.guideline.tables import table
from assistant.guideline.values import DENIED, Unit

Relation = Literal["inside", "outside", "overlap"]
_LEVELS = ("county", "city", "province", "national")


@dataclass(frozen=True, slots=True)
class Mention:
    """A unit named at text[start:end]."""

    unit: Unit
    start: int
    end: int


_COUNTED = regex(r"[\d一二两三四五六七八九十百千几多]\s?$")


class Taxonomy:
    """The directed graph of kinds and the names people use for them."""

    def __init__(self, data: dict[str, Any]) -> None:
        self._parents: dict[str, tuple[str, ...]] = {k: tuple(v["parents"]) for k, v in data["kinds"].items()}
        self._implies: dict[str, frozenset[str]] = {k: frozenset(v) for k, v in data["implies"].items()}
        self._excludes: dict[str, list[str]] = data["excludes"]
        self._may_be: dict[str, tuple[str, ...]] = {k: tuple(v.get("may_be", ())) for k, v in data["kinds"].items()}
        self._below: dict[str, frozenset[str]] = {}
        whole = frozenset(k for k, v in data["kinds"].items() if v.get("whole"))
        self._parts = frozenset(self._parents) - whole
        self.generic = frozenset(k for k, v in data["kinds"].items() if v.get("generic"))
        self.labels: dict[str, tuple[str, str]] = {k: (v["zh"][0], v["en"][0]) for k, v in data["kinds"].items()}
        names: dict[str, tuple[str, tuple[tuple[str, str], ...]]] = {
            name: (kind, ()) for kind, entry in data["kinds"].items() for name in (*entry["zh"], *entry["en"])
        }
        for entry in data["narrowed"]:
            features = tuple(sorted(entry["features"].items()))
            names |= dict.fromkeys((*entry["zh"], *entry["en"]), (entry["kind"], features))
        self._names = names
        self._by_unit: dict[tuple[str, tuple[tuple[str, str], ...]], tuple[str, ...]] = {}
        for name, unit in names.items():
            if not name[0].isascii():
                self._by_unit[unit] = (*self._by_unit.get(unit, ()), name)
        self._called: dict[tuple[str, tuple[tuple[str, str], ...], bool], str] = {}
        for name, unit in names.items():
            self._called.setdefault((*unit, name[0].isascii()), name)
        self._prefixes = {w: (f, v) for f, vs in data["prefixes"].items() for v, ws in vs.items() for w in ws}
        chinese = [n for n in names if not n[0].isascii()]
        latin = [n for n in names if n[0].isascii()]
        prefix = [p for p in self._prefixes if not p[0].isascii()]
        prefix_en = [p for p in self._prefixes if p[0].isascii()]
        in_chinese = rf"(?P<pz>(?:(?:{_any(prefix)})(?:的)?[“\"]??)*)(?P<nz>{self._parted(chinese)})"
        in_english = rf"(?P<pe>(?:\b(?:{_any(prefix_en)})\b[ -])*)\b(?P<ne>{_any(latin)})(?:es|s)?\b"
        # Half of the pattern serves a text without a letter that has cases, and compiles in a third of the time.
        self._caseless = regex(in_chinese)
        self._pattern = regex(f"{in_chinese}|{in_english}", re.IGNORECASE)

    def _parted(self, names: list[str]) -> str:
        """The names as a pattern. Where a name narrows the one that it ends in, 的 may part the two: 民办的高校."""
        made = []
        for name in sorted(names, key=len, reverse=True):
            heads = (name[at:] for at in range(2, len(name) - 1))
            head = next((h for h in heads if h in self._names and self._narrows(name, h)), "")
            made.append(f"{re.escape(name.removesuffix(head))}的?{re.escape(head)}" if head else re.escape(name))
        return "|".join(made)

    def _narrows(self, name: str, head: str) -> bool:
        (kind, features), (wider, held) = self._names[name], self._names[head]
        if not self._parents[wider] or kind not in self.descendants(wider):
            return False
        return kind != wider or set(held) <= set(features)

    def chinese_names(self) -> tuple[str, ...]:
        """Every Chinese name of every kind."""
        return tuple(n for n in self._names if not n[0].isascii())

    def names(self, unit: Unit) -> tuple[str, ...]:
        """Chinese names of the same kind with the same features, words for the features in front where it has none."""
        features = _naming(unit)
        if (unit.kind, features) in self._by_unit or not features:
            return self._by_unit.get((unit.kind, features), ())
        told = [self.prefix(name, value, "zh") for name, value in features]
        return tuple("".join(told) + n for n in self._by_unit.get((unit.kind, ()), ())) if all(told) else ()

    def wider(self, unit: Unit) -> tuple[str, ...]:
        """Chinese names of the kind without its features, and of the kinds directly above and below it."""
        near = (unit.kind, *self._parents[unit.kind], *(k for k, ps in self._parents.items() if unit.kind in ps))
        return tuple(n for k in near if k not in self.generic for n in self._by_unit.get((k, ()), ()))

    def descendants(self, kind: str) -> frozenset[str]:
        """The kind and everything below it."""
        if kind not in self._below:
            self._below[kind] = _descendants(tuple(sorted(self._parents.items())), kind)
        return self._below[kind]

    def called(self, kind: str, features: tuple[tuple[str, str], ...], language: str) -> str:
        """The first name of exactly that kind with those features, "" where it has none."""
        return self._called.get((kind, features, language == "en"), "")

    def prefix(self, feature: str, value: str, language: str) -> str:
        """The first word that put in front of a kind gives it the feature, "" where there is none."""
        told = (w for w, held in self._prefixes.items() if held == (feature, value))
        return next((w for w in told if w[0].isascii() == (language == "en")), "")

    def meet(self, kind: str, other: str) -> tuple[str, ...]:
        """The widest kinds that lie in both."""
        return self._widest(self.descendants(kind) & self.descendants(other))

    def beside(self, kind: str, others: tuple[str, ...]) -> tuple[str, ...]:
        """The widest kinds below `kind` that share nothing with the others, those that hold further kinds first."""
        taken = frozenset().union(*(self.descendants(o) for o in others))
        free = self._widest(frozenset(k for k in self.descendants(kind) if not self.descendants(k) & taken))
        return tuple(sorted(free, key=lambda k: len(self.descendants(k)) == 1))

    def lower(self, level: str) -> str:
        """The level right under a level, "" under the lowest."""
        return _LEVELS[at - 1] if (at := _LEVELS.index(level)) else ""

    def narrows(self, word: str) -> bool:
        """Whether the word put in front of a kind gives it a feature ("市属")."""
        return word in self._prefixes

    def values(self, feature: str) -> tuple[str, ...]:
        """The values of a feature that words in front of a kind can give it."""
        return tuple(dict.fromkeys(v for f, v in self._prefixes.values() if f == feature))

    def named(self, text: str, feature: str) -> tuple[str, ...]:
        """The values of a feature that Chinese words of the text name, and English ones for ownership."""
        found = self._naming_words.findall(text.lower())
        return tuple(dict.fromkeys(v for f, v in (self._prefixes[w] for w in found) if f == feature))

    @cached_property
    def _naming_words(self) -> re.Pattern[str]:
        words = [w for w in self._prefixes if not w[0].isascii() or self._prefixes[w][0] == "ownership"]
        return re.compile(_any(words))

    def designated(self) -> tuple[Unit, ...]:
        """What an enterprise can be recognised as, with the levels that have names of their own."""
        return tuple(Unit(k, fs) for k, fs in self._by_unit if "designation" in dict(fs))

    def ruled_out(self, feature: str, value: str) -> tuple[str, ...]:
        """The features that a unit with that one cannot have."""
        return tuple(self._excludes.get(f"{feature}.{value}", ()))

    def above(self, kind: str) -> frozenset[str]:
        """The kind and everything it is a kind of."""
        return frozenset(k for k in self._parents if kind in self.descendants(k))

    def _widest(self, kinds: frozenset[str]) -> tuple[str, ...]:
        return tuple(k for k in self._parents if k in kinds and not any(p in kinds for p in self._parents[k]))

    def find(self, text: str) -> tuple[Mention, ...]:
        """Every unit named in the text, longest names first at each place, in order."""
        found = []
        pattern = self._caseless if text.lower() == text.upper() else self._pattern
        for match in pattern.finditer(text):
            if match.group() == "个人" and _COUNTED.search(text[: match.start()]):
                continue  # 180个人 are people, no person who applies alone
            held = match.groupdict("")
            name = held["nz"] or held["ne"]
            kind, features = next(
                self._names[n] for n in (name, name.lower(), name.replace("的", "")) if n in self._names
            )
            extra = dict(features)
            before = held["pz"] or held.get("pe", "")
            for word, (feature, value) in self._prefixes.items():
                if word in before.lower():
                    extra.setdefault(feature, value)
            level = _level_after(text[match.end() : match.end() + 12]) or _level_before(
                text[: match.start() + len(before)]
            )
            if level:
                extra["level_min"] = level
                extra.pop("level", None)
            elif most := _BELOW_BEFORE.search(text[: match.start() + len(before)]):
                extra["level_max"] = _LEVEL_NAME[most.group(1)]
                extra.pop("level", None)
            unit = Unit(kind, tuple(sorted(extra.items())), match.group(0))
            found.append(Mention(unit, match.start(), match.end()))
        return tuple(found)

    def related(self, one: str, other: str) -> bool:
        """Whether one kind lies in the other."""
        return one in self.descendants(other) or other in self.descendants(one)

    def below(self, level: str, wanted: str) -> bool:
        """Whether a level is under another (county < city < province < national)."""
        return _LEVELS.index(level) < _LEVELS.index(wanted)

    def level_named(self, words: str) -> str:
        """The level that the words are a name of and nothing else ("全国性"), "" for none."""
        feature, value = self._prefixes.get(words, ("", ""))
        return value if feature == "level" else ""

    def level(self, text: str) -> str:
        """The level that the text names, "" for none."""
        named = (v for w, (f, v) in self._prefixes.items() if f == "level" and w in text)
        return next(named, "")

    def relation(self, asked: Unit, rule: Unit) -> Relation:
        """Whether every unit of the asked kind lies in the rule's kind, none does, or it depends."""
        mine, theirs = self.descendants(asked.kind), self.descendants(rule.kind)
        if not mine & theirs:
            return "overlap" if self._may_be_both(asked, rule) else "outside"
        kinds: Relation = "inside" if mine <= theirs else "overlap"
        features = self._features(asked, rule)
        if "outside" in (kinds, features):
            return "outside"
        return "overlap" if "overlap" in (kinds, features) else "inside"

    def _may_be_both(self, asked: Unit, rule: Unit) -> bool:
        """Whether a unit of the one kind may be of the other for all that is told: a school may be a public
        institution, no private one is."""
        if "private" in (asked.feature("ownership"), rule.feature("ownership")):
            return False
        pairs = ((asked.kind, rule.kind), (rule.kind, asked.kind))
        return any(self.related(one, of) for kind, one in pairs for k in self.above(kind) for of in self._may_be[k])

    def relation_any(self, asked: Unit, rules: tuple[Unit, ...]) -> Relation:
        """The relation to a list of alternatives: inside if inside one or covered by all together."""
        relations = [self.relation(asked, r) for r in rules]
        if "inside" in relations:
            return "inside"
        plain = [r for r in rules if self._features(asked, r) == "inside"]
        covered = frozenset().union(*(self.descendants(r.kind) for r in plain)) if plain else frozenset()
        parts = self.descendants(asked.kind) & self._parts
        if parts and parts <= covered:
            return "inside"
        return "overlap" if "overlap" in relations else "outside"

    def _rules_out(self, one: tuple[str, str], other: tuple[str, str]) -> bool:
        """Whether what has the one feature can have no other of that name (民办, and 省属)."""
        return any(b[0] in self._excludes.get(".".join(a), ()) for a, b in ((one, other), (other, one)))

    def _features(self, asked: Unit, rule: Unit) -> Relation:
        foreign = asked.feature("ownership") in ("foreign", "joint") and not rule.feature("ownership")
        result: Relation = "overlap" if foreign else "inside"
        for name, wanted in rule.features:
            if name in ("role", "region"):
                continue
            if name == "level_max":
                given = asked.feature("level")
                if not given:
                    result = "overlap"
                elif _LEVELS.index(given) > _LEVELS.index(wanted):
                    return "outside"
                continue
            if name == "level_min" or name == "level":
                given = asked.feature("level") or asked.feature("level_min")
                if not given:
                    result = "overlap"
                elif _LEVELS.index(given) < _LEVELS.index(wanted) or name == "level" and given != wanted:
                    return "outside"
                continue
            given = asked.feature(name)
            if given.startswith(DENIED) and wanted not in given.split(DENIED):
                result = "overlap"  # not this one: whether it is another is not told
            elif name == "designation" and not given.startswith(DENIED):
                if given == "ordinary":
                    return "outside"
                if given != wanted and wanted not in self._implies.get(given, frozenset()):
                    result = "overlap"
            elif not given:
                if any(self._rules_out((n, v), (name, wanted)) for n, v in asked.features):
                    return "outside"
                result = "overlap"
            elif given != wanted:
                return "outside"
        return result


def _naming(unit: Unit) -> tuple[tuple[str, str], ...]:
    return tuple(f for f in unit.features if f[0] not in ("level_min", "region"))


def _any(words: list[str]) -> str:
    return "|".join(re.escape(w) for w in sorted(words, key=len, reverse=True))


_ABOVE = regex(r"^\s*[（(]?\s*(?:须|应|需)?为?(县|区|地市|市|省|国家)级?(?:及)?以上")
_ABOVE_BEFORE = regex(r"(县|区|地市|市|省|国家)级?(?:及)?以上[）)]?(?:的)?[“\"]?$")
_BELOW_BEFORE = regex(r"(县|区|地市|市|省|国家)级?(?:及)?以下[）)]?(?:的)?[“\"]?$")
_LEVEL_NAME = {"县": "county", "区": "county", "地市": "city", "市": "city", "省": "province", "国家": "national"}


def _level_after(text: str) -> str:
    match = _ABOVE.match(text)
    return _LEVEL_NAME[match.group(1)] if match else ""


def _level_before(text: str) -> str:
    match = _ABOVE_BEFORE.search(text)
    return _LEVEL_NAME[match.group(1)] if match else ""


@cache
def _descendants(parents: tuple[tuple[str, tuple[str, ...]], ...], kind: str) -> frozenset[str]:
    below = {kind}
    grown = True
    while grown:
        more = {k for k, ps in parents if any(p in below for p in ps)} - below
        below |= more
        grown = bool(more)
    return frozenset(below)


@cache
def taxonomy() -> Taxonomy:
    """The taxonomy that ships with the package."""
    return Taxonomy(table(Path(__file__).with_name("data") / "units.toml"))
