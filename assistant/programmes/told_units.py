"""Kinds of unit and places as people write them in a profile; what contradicts itself or is not known is an error."""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import pairwise
from typing import Any

from assistant.errors import InputError
from assistant.guideline.patterns import regex
from assistant.guideline.values import Unit
from assistant.programmes.regions import regions
from assistant.programmes.units import taxonomy

TEXT_LIMIT = 200
FEATURES = ("ownership", "affiliation", "level", "designation")
_DENIED = regex(r"(?:非|不是|不算|不属于|没有|\bnot an?|\bnot|\bnon-|\bno)\s*$", re.IGNORECASE)
_JOINED = regex(r"[、,，;；/和与及或且又也是]|^\s+$|\b(?:and|or|is|are)\b")
_EQUATED = regex(r"是\s*$")
_OTHER_PROVINCE = regex(r"省|province")


def text_of(value: object, field: str) -> str:
    """A field of text, without the blanks around it; InputError for anything else or for more than 200 characters."""
    if not isinstance(value, str):
        raise InputError(f"{field} 须是文字。", f"{field} must be text.")
    if len(value) > TEXT_LIMIT:
        raise InputError(f"{field} 超过 {TEXT_LIMIT} 个字符。", f"{field} is over {TEXT_LIMIT} characters.")
    return value.strip()


def unit_of(value: object, field: str) -> Unit | None:
    """The unit in words ("民办高职") or as {"kind", "ownership", "affiliation", "level", "designation"}; None for
    empty words."""
    if isinstance(value, Mapping):
        return _from_parts(value, field)
    words = text_of(value, field)
    return _from_words(words, field) if words else None


def region_of(value: object, field: str) -> str:
    """The place named: a city or province, "elsewhere", "elsewhere-province", "abroad", "" for empty words."""
    words = text_of(value, field)
    if not words:
        return ""
    outside = regions().outside(words)
    if outside == "abroad":
        return "abroad"
    places = regions().places(words)
    if not places:
        if outside:
            return "elsewhere-province" if _OTHER_PROVINCE.search(words) else "elsewhere"
        raise InputError(
            f"{field}“{_cut(words)}”不是能识别的地名，请写明省和市，如“江苏省南京市”。",
            f'{field} "{_cut(words)}" is no place known here; name province and city, such as "江苏省南京市".',
        )
    for wider, narrower in pairwise(places):
        if not regions().within(narrower, wider):
            raise InputError(
                f"{field}“{_cut(words)}”写了两个不同的地方，请只写一个。",
                f'{field} "{_cut(words)}" names two different places; name one.',
            )
    return places[-1]


def _from_words(words: str, field: str) -> Unit:
    found = [m for m in taxonomy().find(words) if m.unit.kind not in taxonomy().generic]
    if not found:
        raise _unknown(words, field)
    if any(_DENIED.search(words[: m.start]) for m in found):
        raise InputError(
            f"{field}“{_cut(words)}”含有否定，请直接写单位的性质，如“民办高职”。",
            f'{field} "{_cut(words)}" denies something; say what the unit is, such as "民办高职".',
        )
    head = found[-1].unit
    for mention, after in pairwise(found):
        between = words[mention.end : after.start]
        joined = _JOINED.search(between) or between == "的" and _EQUATED.search(words[: mention.start])
        if joined and not taxonomy().related(mention.unit.kind, after.unit.kind):
            raise _both(_name(mention.unit), _name(after.unit), field)
    # 高校, 部属: features of earlier mentions belong to the same unit where the kinds agree.
    features = dict(head.features)
    for mention in found[:-1]:
        if taxonomy().related(mention.unit.kind, head.kind):
            for name, given in mention.unit.features:
                if features.setdefault(name, given) != given and name != "level_min":
                    raise _both(_word(name, given), _word(name, features[name]), field)
    for name in FEATURES:
        named = taxonomy().named(words, name)
        if len(named) > 1:
            raise _both(_word(name, named[0]), _word(name, named[1]), field)
        if len(named) == 1 and features.get(name, named[0]) != named[0]:
            raise _both(_word(name, named[0]), _word(name, features[name]), field)
    if "level_min" in features:  # 省级以上 of one's own is at least that level
        features.setdefault("level", features.pop("level_min"))
    return _sound(Unit(head.kind, tuple(sorted(features.items())), words), field)


def _from_parts(parts: Mapping[str, Any], field: str) -> Unit | None:
    known = {"kind", *FEATURES}
    if strange := sorted(str(k) for k in parts.keys() - known):
        raise InputError(f"{field} 中没有“{_cut(strange[0])}”这一项。", f'{field} has no part "{_cut(strange[0])}".')
    kind = "" if parts.get("kind") is None else text_of(parts["kind"], f"{field}.kind")
    given = {n: text_of(parts[n], f"{field}.{n}") for n in FEATURES if parts.get(n) not in (None, "")}
    if not kind:
        if given:
            raise InputError(f"{field} 缺少 kind（单位性质）。", f"{field} lacks its kind.")
        return None
    unit = Unit(kind) if _is_kind(kind) else _from_words(kind, f"{field}.kind")
    features = dict(unit.features)
    for name, words in given.items():
        value = _value(name, words, field)
        if features.setdefault(name, value) != value:
            raise _both(_word(name, value), _word(name, features[name]), field)
    return _sound(Unit(unit.kind, tuple(sorted(features.items())), unit.words), field)


def _is_kind(kind: str) -> bool:
    return kind in taxonomy().labels and kind not in taxonomy().generic


def _value(name: str, words: str, field: str) -> str:
    """A feature's value by its id or by the words for it."""
    designations = tuple(u.feature("designation") for u in taxonomy().designated())
    values = designations if name == "designation" else taxonomy().values(name)
    if words in values or name == "ownership" and words in ("foreign", "joint"):
        return words
    if name == "designation":
        named = [m.unit.feature("designation") for m in taxonomy().find(words) if m.unit.feature("designation")]
    else:
        named = list(taxonomy().named(words, name))
    if len(set(named)) != 1:
        raise InputError(
            f"{field}.{name}“{_cut(words)}”不是能识别的说法。", f'{field}.{name} "{_cut(words)}" is not known here.'
        )
    return named[0]


def _sound(unit: Unit, field: str) -> Unit:
    """The unit, unless its features cannot go together."""
    held = dict(unit.features)
    for name, value in unit.features:
        for other in taxonomy().ruled_out(name, value):
            if other in held:
                raise _both(_word(name, value), _word(other, held[other]), field)
    if "designation" in held and "enterprise" not in taxonomy().above(unit.kind):
        raise _both(_name(Unit(unit.kind)), _word("designation", held["designation"]), field)
    return unit


def _name(unit: Unit) -> tuple[str, str]:
    zh = taxonomy().called(unit.kind, unit.features, "zh") or unit.words or taxonomy().labels[unit.kind][0]
    return zh, taxonomy().called(unit.kind, unit.features, "en") or taxonomy().labels[unit.kind][1]


def _word(feature: str, value: str) -> tuple[str, str]:
    zh, en = (taxonomy().prefix(feature, value, lang) for lang in ("zh", "en"))
    if feature == "designation":
        zh, en = (taxonomy().called("enterprise", ((feature, value),), lang) for lang in ("zh", "en"))
    return zh or value, en or value


def _both(one: tuple[str, str], other: tuple[str, str], field: str) -> InputError:
    return InputError(
        f"{field} 前后矛盾：“{one[0]}”和“{other[0]}”不能同时成立。",
        f'{field} contradicts itself: "{one[1]}" and "{other[1]}" cannot both hold.',
    )


def _unknown(words: str, field: str) -> InputError:
    return InputError(
        f"{field}“{_cut(words)}”不是能识别的单位性质，请写明是哪一类，如“民办高职”“产业园区”“省级专精特新企业”。",
        f'{field} "{_cut(words)}" is no kind of unit known here; write for instance "higher vocational college", '
        '"provincial srdi enterprise" or "industrial park".',
    )


def _cut(words: str) -> str:
    return words[:30]
