"""A list of kinds of unit as a rule writes it: 杭州市属高校、职业院校（含中职学校）和行业组织等."""

from __future__ import annotations

import re
from dataclasses import dataclass

from assistant.guideline.patterns import regex
from assistant.guideline.values import Unit
from assistant.programmes.units import Mention, taxonomy

_SCOPED = ("level", "level_min", "level_max", "region", "condition")
_LABEL = regex(r"^(?:第[\d一二三四五六七八九十百]{1,4}[条款]\s?|\(?[\d一二三四五六七八九十]{1,3}[).、]\s?|[¹²³⁴⁵]\s?)")
_SEPARATOR = regex(r"、|,|\t|或者|或|以及|及其|及(?!以[上下])|和|与|并")
_OPEN = regex(r"(?:等|之类)(?:多元|多方|各类|相关|有关|其他|共同)?(?:主体|单位|机构|成员|参与)?$")
_BRACKET = regex(r"[(\[]([^()\[\]]{0,80})[)\]]")
_LEVEL = regex(r"^(?:须|应|需)?(?:为|具有)?[\u4e00-\u9fff]{0,6}级?(?:及)?以上$")
_MODIFIER = regex(r"^(?:在|具有|具备|拥有|经|已|符合|依法|注册|取得|获得|从事|成立|有)")
_WITHOUT = regex(r"^(?:不含|不包括|不包含|除)")
_LEVEL_WORDS = regex(r"^(?:县|区|地市|市|省|国家)级?(?:及)?以[上下](?:的)?[“\"]?")
_LEVEL_FIRST = regex(r"^(国家级|全国性|省级|市级|地市级|县级|区级)的?(?=[\u4e00-\u9fff]{2})(?!以上|及以上|以下|及以下)")
_INCLUDING = regex(r"^(?:含|包括|包含|如|例如)")
_REGION = regex(
    r"^(?:在)?(?P<out>(?:市域|省域|市|省|境|区域|本市|本省|全市|国|外地)外?(?:以)?外(?!资|语|部)|外地|外省|外市|境外)(?:的)?"
    r"|^(?P<place>在[\u4e00-\u9fff]{1,2}(?=部属|省属|高校|央属|市属|院校|企业|$)|(?:在)?(?!所在|省属"
    r"|市属)(?:[\u4e00-\u9fff]{2,4}?(?<!城)[市省]|本市|本省|我市|我省|全市|全省"
    r"|市域|省域|省内|市内|区域|当地|国内|中国境内|境内)"
    r"(?:域)?(?:行政区域)?(?:范围)?(?:以)?(?:之?内)?(?:依法)?(?:登记)?(?:注册)?(?:成立|设立)?)(?:的)?(?!级)"
)
_PLACE = regex(r"^在(?=[本我全]|[\u4e00-\u9fff]{2,4}[市省])|(?:依法)?(?:登记)?(?:注册)?(?:成立|设立)?(?:的)?$")
_SHARED = regex(r"(?:内|在[\u4e00-\u9fff]{1,2}|的|外)$")
_NUMBER = regex(
    r"^(?:至少|不少于|不超过|最多)?\s?[\d一二两三四五六七八九十]{1,3}\s?(?:至|-|—)?\s?\d{0,2}\s?[家所个名]?(?:以上|及以上|以内)?(?:的)?"
)
# An unknown noun that names some body stays in the list, as an organisation with its own words as condition.
_BODY = regex(r"^[\u4e00-\u9fff“”]{2,20}(?:中心|(?<!产业学)院|所|社|站|集团|局|部门|大队|农场|会|馆|厂|园|工厂|作坊)$")
_VERB = regex(r"^(?:成立|建立|组建|开展|设立|制定|推进|建设|打造|举办|开发|实施|提供|形成|聘请|负责|参照)")
# 下列单位, 上述单位 point at a list; they name no kind.
_POINTING = regex(r"(?:下列|以下|上述|如下|该|同一|前款)$")
_LEAD_IN = regex(r"^.*(?:协助推荐|推荐|邀请|协调|吸纳|吸收|引入|组织)(?=.)")
_PLAIN = regex(
    r"^(?:但不限于|只有|凡是?|所有|任何|地方|各级各类|各级|各类|各|相关|有关|我市|本市|其他|其它|多家|若干|一批|部分|广大|全国|意向|申报|牵头|参与|主要|为|是|由|的|具体|我省|本省|全省)+"
)


@dataclass(frozen=True, slots=True)
class UnitList:
    """Units in order; `is_open` where 等 ends the list; `whole` where every item was understood.

    `excluded` are the units that a bracket takes away (不含…).
    """

    units: tuple[Unit, ...]
    is_open: bool
    whole: bool
    excluded: tuple[Unit, ...] = ()


def read_units(text: str) -> UnitList:
    """The units of a half-width list.

    Chinese noun phrases are head-final: the last kind named in an item is what the item is, and words before it
    that are neither a region nor a filler narrow it (feature "condition"): 非会员企业 is not every 企业.
    A bracket narrows its noun (高校（本科院校、高职院校）) unless it begins with 含, then it adds to it.
    """
    body = _LABEL.sub("", text.strip(" ,、:"))
    is_open = bool(_OPEN.search(body))
    body = _strip_tail(body)
    units: list[Unit] = []
    region = ""
    begin: int | None = None
    first, levels = 0, tuple[str, ...]()
    for start, end in _items(body):
        words = body[start if begin is None else begin : end]
        if begin is None and (level := taxonomy().level_named(words.strip())):
            first, levels = (first if levels else start), (*levels, level)
            continue  # 全国性或者省级行业协会: the noun that follows is meant on either level
        found, region = _item(words, region)
        if found:
            found, levels = _on_levels(found, levels, body[first:end]), ()
            begin = None
        elif _MODIFIER.match(body[start:end]) and begin is None:
            begin = start  # 在本省注册、具有法人资格的企业: the modifiers belong to the noun that follows
        elif begin is None:
            return UnitList((), is_open, False)
        units += found
    whole = begin is None and bool(units) and not levels
    without = [m[1][w.end() :] for m in _BRACKET.finditer(body) if (w := _WITHOUT.match(m[1]))]
    left_out = tuple(u for words in without for u in read_units(words).units)
    return UnitList(tuple(dict.fromkeys(units)), is_open, whole, left_out)


def _strip_tail(body: str) -> str:
    match = re.search(
        r"等(?:多元|多方|各类|相关|有关|其他|共同)?(?:成员|参与|参建)?(?:主体|单位|机构|成员|部门)?$", body
    )
    return body[: match.start()] if match and not body.endswith("高等") else body


def _items(body: str) -> list[tuple[int, int]]:
    """Spans between separators that stand outside brackets and outside names."""
    kept = [(m.start, m.end) for m in taxonomy().find(body)]
    kept += [m.span() for m in _BRACKET.finditer(body)]
    spans, start = [], 0
    for m in _SEPARATOR.finditer(body):
        if not any(a < m.end() and m.start() < b for a, b in kept):
            spans.append((start, m.start()))
            start = m.end()
    spans.append((start, len(body)))
    return [(a, b) for a, b in spans if body[a:b].strip()]


def _item(item: str, region: str) -> tuple[list[Unit], str]:
    inner: list[Unit] = []
    narrowed = False
    plain = item.strip()
    item = plain
    for bracket in _BRACKET.finditer(item):
        words = bracket[1].strip()
        if _LEVEL.match(words):
            continue
        plain = plain.replace(bracket[0], "")
        if _WITHOUT.match(words):
            continue
        if _INCLUDING.match(words):
            inner += read_units(_INCLUDING.sub("", re.sub(r"[,、]?下同$", "", words))).units
        elif (listed := read_units(words)).whole:
            inner += listed.units
            narrowed = _within(listed.units, plain)
    if narrowed:
        return inner, region
    head = _head(plain)
    if head is None:
        if _BODY.match(plain) and not _VERB.match(plain):
            inner.insert(0, Unit("organisation", (("condition", plain),), plain))
        return inner, region
    rest = _LEAD_IN.sub("", plain[: head.start].strip(" “”\"'"))
    here = ""
    rest = _NUMBER.sub("", rest)
    if match := _REGION.match(rest):
        here = "outside" if match["out"] else _PLACE.sub("", match["place"] or "")
        if match["out"] or _SHARED.search(match[0]):
            region = here
        rest = rest[match.end() :]
    rest = _NUMBER.sub("", _PLAIN.sub("", rest.strip()))
    rest = re.sub(r"\([^()]{0,12}以上\)", "", _PLAIN.sub("", rest)).strip(" “”\"'")
    features = dict(head.unit.features)
    if "level_min" in features or "level_max" in features:
        rest = _LEVEL_WORDS.sub("", rest)
    if (level := _LEVEL_FIRST.match(rest)) and not {"level", "level_min", "level_max"} & set(features):
        features["level"] = taxonomy().level_named(level[1])  # 省级陶瓷商会
        rest = rest[level.end() :]
    if here or region:
        features["region"] = here or region
    if rest:
        features["condition"] = rest.strip("、的")
    if (
        _VERB.match(rest)
        or _POINTING.search(rest)
        or (head.unit.kind in taxonomy().generic and not set(features) - {"affiliation"})
    ):  # 共建单位 names a role
        return inner, region
    inner = [_as_narrow(u, head.unit.kind, features) for u in inner]
    return [Unit(head.unit.kind, tuple(sorted(features.items())), plain.strip()), *inner], region


def _as_narrow(unit: Unit, kind: str, features: dict[str, str]) -> Unit:
    """A kind that a bracket adds to its noun (省级行业协会（含商会）) is narrowed by what narrows the noun."""
    if not (taxonomy().above(unit.kind) & taxonomy().above(kind)) - taxonomy().generic:
        return unit
    held = {f: v for f, v in features.items() if f in _SCOPED}
    return Unit(unit.kind, tuple(sorted({**held, **dict(unit.features)}.items())), unit.words)


def _on_levels(found: list[Unit], levels: tuple[str, ...], words: str) -> list[Unit]:
    """The units of an item, its own also on the levels that `words` names before the item's level."""
    own, words = found[0], _BRACKET.sub("", words)
    if not levels or "level" not in dict(own.features):
        return found
    held = [Unit(own.kind, tuple(sorted({**dict(own.features), "level": lv}.items())), words) for lv in levels]
    return [*held, Unit(own.kind, own.features, words), *found[1:]]


def _within(units: tuple[Unit, ...], plain: str) -> bool:
    """Whether the kinds in a bracket are all kinds of the noun before it, so that they narrow it."""
    head = _head(re.sub(r"[(\[].*$", "", plain))
    return head is not None and all(u.kind in taxonomy().descendants(head.unit.kind) for u in units)


def _head(plain: str) -> Mention | None:
    """The last kind of the item, which must end it."""
    mentions = taxonomy().find(plain)
    if not mentions:
        return None
    last = mentions[-1]
    tail = re.sub(r"^\([^()]*\)", "", plain[last.end :].strip(" ”\"'"))
    return last if tail in ("", "”", "主体", "单位") else None
