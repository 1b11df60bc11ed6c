"""What a unit may turn out to be, where a rule fits one kind of it and not another."""

from __future__ import annotations

import re
from dataclasses import dataclass

from assistant.answering.answer import Language, What
from assistant.answering.grounds.finding import Hinge
from assistant.guideline.values import DENIED, Unit
from assistant.programmes.units import Taxonomy

_UNSAID = frozenset({"role", "region"})
_MOST_WITHIN, _MOST_BESIDE, _LONGEST = 4, 2, 16
_ASKED_OF: dict[str, What] = {
    "ownership": "ownership",
    "affiliation": "affiliation",
    "level": "level",
    "level_min": "level",
    "designation": "designation",
}


@dataclass(frozen=True, slots=True)
class Variant:
    """One kind of the unit asked about: `words` name it, `label` is what sets it apart."""

    label: str
    words: str


def variants(hinge: Hinge, language: Language, taxonomy: Taxonomy) -> tuple[What, tuple[Variant, ...]]:
    """What is missing of the unit, and the kinds of it that the rules tell apart: those within a rule first, then
    those beside all of them. None for a unit of which something is denied or that is seated abroad."""
    asked = hinge.unit
    if asked is None or asked.feature("ownership") in ("foreign", "joint"):
        return "kind", ()
    if any(DENIED in value for _, value in asked.features):
        return "kind", ()
    rules = _narrowest(
        tuple(r for r in hinge.rules if taxonomy.relation(asked, r) == "overlap" and r.kind not in taxonomy.generic),
        taxonomy,
    )
    within: list[Variant] = []
    missing: dict[str, list[str]] = {}
    wider = False
    for rule in rules:
        lacking = tuple((n, v) for n, v in rule.features if n not in _UNSAID and asked.feature(n) != v)
        if asked.kind in taxonomy.descendants(rule.kind):
            within += _narrowed(asked, rule, lacking, language, taxonomy)
            for name, value in lacking:
                missing.setdefault(name, []).append(value)
        else:
            wider = True
            within += _kinds_within(asked, rule, language, taxonomy)
    beside = _kinds_beside(asked, hinge.rules, language, taxonomy) if wider else []
    if missing and (other := _otherwise(asked, missing, language, taxonomy)):
        beside.append(other)
    what: What = "kind"
    if not wider and len({_ASKED_OF.get(n, "kind") for n in missing}) == 1:
        what = _ASKED_OF.get(next(iter(missing)), "kind")
    return what, tuple(dict.fromkeys((*within[:_MOST_WITHIN], *beside[:_MOST_BESIDE])))


def _narrowest(rules: tuple[Unit, ...], taxonomy: Taxonomy) -> tuple[Unit, ...]:
    """Each unit ruled once, and none that only holds a narrower one."""
    once = {(r.kind, tuple(f for f in r.features if f[0] not in _UNSAID)): r for r in reversed(rules)}
    kept = tuple(r for r in rules if r in once.values())
    return tuple(r for r in kept if not any(o.kind != r.kind and o.kind in taxonomy.descendants(r.kind) for o in kept))


def _narrowed(
    asked: Unit, rule: Unit, lacking: tuple[tuple[str, str], ...], language: Language, taxonomy: Taxonomy
) -> list[Variant]:
    """The unit with what the rule wants besides: a word in front of it, else the rule's own name."""
    if len(lacking) == 1 and (made := _prefixed(asked, *lacking[0], language, taxonomy)):
        return [made]
    if rule.kind != asked.kind and not _built(asked.kind, lacking, language, taxonomy):
        return []
    words = _own_words(rule, language, taxonomy) or _built(asked.kind, lacking, language, taxonomy)
    return _with_features(asked, [words] if words else [], language, taxonomy)


def _built(kind: str, features: tuple[tuple[str, str], ...], language: Language, taxonomy: Taxonomy) -> str:
    """A name of the kind with the features: its own, else that of one feature with words for the rest in front."""
    if words := taxonomy.called(kind, features, language):
        return words
    named = tuple(f for f in features if f[0] == "designation")
    words = taxonomy.called(kind, named, language)
    for name, value in features:
        if (name, value) not in named:
            before = taxonomy.prefix("level" if name == "level_min" else name, value, language)
            words = _before(before, words, language) if before and words else ""
    return words


def _kinds_within(asked: Unit, rule: Unit, language: Language, taxonomy: Taxonomy) -> list[Variant]:
    """The kinds of the unit that lie in the rule's kind: by the rule's own name where that is narrower."""
    if rule.kind in taxonomy.descendants(asked.kind):
        words = _own_words(rule, language, taxonomy) or taxonomy.called(rule.kind, rule.features, language)
        return _with_features(asked, [words] if words else [], language, taxonomy)
    if any(n not in _UNSAID for n, _ in rule.features):
        return []
    names = [taxonomy.called(k, (), language) for k in taxonomy.meet(asked.kind, rule.kind)]
    return _with_features(asked, [n for n in names if n], language, taxonomy)


def _kinds_beside(asked: Unit, rules: tuple[Unit, ...], language: Language, taxonomy: Taxonomy) -> list[Variant]:
    """The kinds of the unit that no rule names."""
    names = [taxonomy.called(k, (), language) for k in taxonomy.beside(asked.kind, tuple(r.kind for r in rules))]
    return _with_features(asked, [n for n in names if n], language, taxonomy)


def _otherwise(asked: Unit, missing: dict[str, list[str]], language: Language, taxonomy: Taxonomy) -> Variant | None:
    """The unit without any of what the rules want, where one name says so."""
    if "designation" in missing:
        plain = taxonomy.called(asked.kind, (("designation", "ordinary"),), language)
        if plain and "ownership" in missing:
            plain = _before(taxonomy.prefix("ownership", _other(missing["ownership"]), language), plain, language)
        return next(iter(_with_features(asked, [plain] if plain else [], language, taxonomy)), None)
    if len(missing) != 1:
        return None
    ((name, wanted),) = missing.items()
    if name == "ownership":
        return _prefixed(asked, name, _other(wanted), language, taxonomy)
    if name in ("level", "level_min"):
        under = taxonomy.lower(wanted[0]) if len(set(wanted)) == 1 else ""
        return _prefixed(asked, "level", under, language, taxonomy) if under else None
    if name == "affiliation":
        others = (v for v in taxonomy.values(name) if v not in wanted)
        return next((m for v in others if (m := _prefixed(asked, name, v, language, taxonomy))), None)
    return None


def _other(wanted: list[str]) -> str:
    return "private" if "public" in wanted else "public"


def _prefixed(asked: Unit, name: str, value: str, language: Language, taxonomy: Taxonomy) -> Variant | None:
    """The unit in the asker's own words with the word for a feature in front."""
    feature = "level" if name == "level_min" else name
    word = taxonomy.prefix(feature, value, language)
    words = _before(word, asked.words, language)
    wanted = {**dict(asked.features), feature: value}
    return Variant(word, words) if word and _means(words, asked.kind, wanted, taxonomy) else None


def _with_features(asked: Unit, names: list[str], language: Language, taxonomy: Taxonomy) -> list[Variant]:
    """The names with what the asker told of the unit in front; none where no word in front can say it."""
    told = [taxonomy.prefix(n, v, language) for n, v in asked.features if n not in _UNSAID]
    if not all(word and word in asked.words.lower() for word in told):
        return []
    made = []
    for name in names:
        words = name
        for word in told:
            words = _before(word, words, language)
        made.append(Variant(name, words))
    return made


def _own_words(rule: Unit, language: Language, taxonomy: Taxonomy) -> str:
    """The rule's own name for the unit without its marks, "" where it does not read as the same unit."""
    words = re.sub(r"[“”\"‘’《》\s]", "", rule.words)
    said = language == "zh" and 1 < len(words) <= _LONGEST
    wanted = {n: v for n, v in rule.features if n not in _UNSAID}
    return words if said and _means(words, rule.kind, wanted, taxonomy) else ""


def _means(words: str, kind: str, features: dict[str, str], taxonomy: Taxonomy) -> bool:
    """Whether the words read as one unit of that kind with those features and no other."""
    found = taxonomy.find(words)
    if len(found) != 1 or (found[0].start, found[0].end) != (0, len(words)):
        return False
    unit = found[0].unit
    return unit.kind == kind and {n: v for n, v in unit.features if n not in _UNSAID} == features


def _before(word: str, words: str, language: Language) -> str:
    return f"{word} {words}" if language == "en" and word else f"{word}{words}"
