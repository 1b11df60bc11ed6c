"""How many: units in a role, platforms to be built, and how many an applicant may hand in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from assistant.guideline.patterns import regex
from assistant.guideline.statement import Attribute, Operator, Statement
from assistant.guideline.values import Interval, Quantity, Role, Unit
from assistant.programmes.modality import exceptions_of, modality_of
from assistant.programmes.partners import JOINT
from assistant.programmes.scope import Sentence, shifted
from assistant.programmes.unit_lists import read_units
from assistant.programmes.units import taxonomy

_JOINT = regex(JOINT)
_JOINING = regex(
    r"(?:联合|会同|携手|吸纳)(?:至少|不少于)?\s?$|(?:联合|会同)[^,;。]{0,60}(?:和|及|、|与|或|或者)\s?(?:至少|不少于)?\s?$"
)
_PER_KIND = regex(rf"{JOINT}|联合(?!体)|参与|协同")
_AMONG = regex(r"其中|中\s?(?:至少|不少于)|含|至少有|且至少")
# 应与X共建…，共建院校不少于2所: elsewhere 共建高校 is a kind of university.
_BUILT = regex(r"共建(?:院校|高校|企业|学校)")
_BUILDING = regex(r"与[^。;]{2,60}共建")
_PLATFORM = regex(r"建设|建成|认定|立项|遴选|支持|确定|培育|打造|创建|入选|评选")
_KINDS = regex(
    r"\s?(?:以上|及以上)?(?:的)?(?P<u>(?:[^,;。:()]|\([^()]{0,80}\))*?)"
    r"(?=$|[,;。:)]|共同|组成|参与|参加|牵头|作为|联合申报|合作申报|(?:和|、|及|与)\s?[\d一二两三四五]\s?[家所个名])"
)
_EITHER = regex(r"或者?\s?[一1]\s?[家所个名]")
_WHO = r"(?P<who>[\u4e00-\u9fff“”A-Z()]{0,24}?)"
_QUOTA = regex(
    rf"(?:每(?:个|所|家|校|名|一)?|各|(?=[\u4e00-\u9fff“])){_WHO}"
    r"(?:原则上|一般|最多|只能|限额|限|可|可以|每校|每家|每所|每个)*(?:申报|推荐|报送|申请|报)(?P<what>[^\d,;。]{0,16}?)"
    r"(?:数量|总数)?(?:原则上|一般)?(?:不超过|不得超过|不多于|限|最多|至多|为)?\s?$"
)
_SAME = regex(
    rf"同一(?:所|家|个)?{_WHO}(?:参与|申报|牵头|承担|作为)[^,;。\d]{{0,24}}(?:不超过|不得超过|不多于|最多|限)\s?$"
)


def find_counts(sentence: Sentence) -> Iterator[Statement]:
    """Statements count and quota."""
    text = sentence.text
    for q in sentence.quantities:
        if q.dimension != "count" or q.unit not in ("家", "所", "个", "名", "项", "位", "件"):
            continue
        before = re.split(r"[。;]", text[max(0, q.start - 70) : q.start])[-1]
        if before.count("“") > before.count("”"):
            continue  # a number inside a name: “一个研究院、三个中心”
        yield from _joint(sentence, q, before) or _quota(sentence, q) or _platform(sentence, q)


def operator_of(quantity: Quantity) -> Operator:
    """min, max or between after the open side of the interval."""
    low, high = quantity.interval.low, quantity.interval.high
    if low is not None and high is not None:
        return "is" if low == high else "between"
    return "min" if high is None else "max"


def at_least(q: Quantity) -> Quantity:
    """A plain number that is required is a lower bound: 成立满3年, 联合1家服务机构."""
    return replace(q, interval=Interval(q.interval.low, None)) if operator_of(q) == "is" else q


def say(
    sentence: Sentence,
    attribute: Attribute,
    q: Quantity,
    where: tuple[int, int],
    *,
    role: Role = "",
    units: tuple[Unit, ...] = (),
    subject: str = "",
    operator: Operator | None = None,
    programmes: tuple[str, ...] | None = None,
) -> Statement:
    """A statement of a quantity; 不得超过5家 forbids the excess and so reads as a maximum that must be kept."""
    modality = modality_of(sentence.text[where[0] : q.end])
    return sentence.say(
        attribute,
        *where,
        value=shifted(q, sentence.start),
        operator=operator or operator_of(q),
        modality="must" if modality == "must_not" else modality,
        role=role,
        units=units,
        subject=subject.strip(),
        exceptions=exceptions_of(sentence.words(where)),
        programmes=programmes,
    )


def _joint(sentence: Sentence, q: Quantity, before: str) -> tuple[Statement, ...]:
    """Joint units as such (联合申报单位不超过5家), or the least number of a kind among them."""
    where = sentence.rule(q.start, q.end)
    local = sentence.text[slice(*sentence.segment(q.start, q.end))]
    if re.search(r"与(?:至少)?\s?$", before):
        return ()  # 与至少1所联合院校已有合作基础 asks for co-operation, not for that many partners
    built = _BUILT.fullmatch(q.head) if _BUILDING.search(sentence.text[: q.start]) else None
    named = built or _JOINT.search(q.head) or (_JOINT.search(local) if q.head in ("", "总数", "合计", "单位") else None)
    if built or named and not _JOINT.sub("", q.head).strip("的总个数量每项目为中 单位"):
        return (say(sentence, "count", q, where, role="joint", subject=named[0] if named else q.head),)
    after = _KINDS.match(sentence.text, q.end)
    kinds = read_units(_EITHER.sub("或", after["u"])) if after else None
    second = _EITHER.search(before[-6:] + sentence.text[q.start : q.end])  # 一所A或一所B is one rule
    if kinds and kinds.whole and _JOINING.search(before) and not second:
        return (say(sentence, "count", at_least(q), where, role="joint", units=kinds.units, subject=q.head),)
    if operator_of(q) not in ("min", "between") or not _AMONG.search(local):
        return ()
    units = kinds.units if kinds and kinds.whole else read_units(q.head).units if q.head else ()
    if not _PER_KIND.search(sentence.text[: q.start][-80:] + local) or all(u.kind == "organisation" for u in units):
        return ()
    units = tuple(_earlier(sentence, q.start, u) for u in units)
    return (say(sentence, "count", q, where, role="joint", units=units, subject=q.head),)


def _quota(sentence: Sentence, q: Quantity) -> tuple[Statement, ...]:
    """How many a kind of applicant may hand in; 可申报3项 and 限报2项 are maxima."""
    where = sentence.rule(q.start, q.end)
    before = sentence.text[sentence.segment(q.start, q.end)[0] : q.start]
    match = _SAME.search(before) or _QUOTA.search(before)
    if not match or operator_of(q) not in ("max", "is"):
        return ()
    who = re.sub(r"^(?:其中|实行限额申报|按照|同一(?:所|家|个)?)|(?:每校|每家|每所|每个)$", "", match["who"])
    units = read_units(who).units
    if not units and not re.search(r"每|各|限|同一", before):
        return ()
    return (say(sentence, "quota", q, where, role="applicant", units=units, subject=who, operator="max"),)


def _platform(sentence: Sentence, q: Quantity) -> tuple[Statement, ...]:
    """How many platforms are to be built or recognised; 首批建设的12个 speaks of the past."""
    text = sentence.text
    before = text[sentence.segment(q.start, q.end)[0] : q.start]
    if not _PLATFORM.search(before) or q.unit not in ("个", "所", "家", "项") or q.interval.high is None:
        return ()
    if q.interval.high <= 2 or re.search(r"(?:每|各|的)\s?$", before):
        return ()
    near = sentence.names.named(text[q.end : q.end + 24])
    programmes = (near[0][0],) if near and q.head and near[0][1] <= len(q.head) else None
    return (say(sentence, "count", q, sentence.rule(q.start, q.end), subject=q.head, programmes=programmes),)


def _earlier(sentence: Sentence, at: int, unit: Unit) -> Unit:
    """A later mention keeps the earlier one's level: …企业（省级以上）…，其中“专精特新”企业不少于1家."""
    for mention in taxonomy().find(sentence.text[:at]):
        same = mention.unit.kind == unit.kind and mention.unit.feature("designation") == unit.feature("designation")
        if same and len(mention.unit.features) > len(unit.features):
            return Unit(unit.kind, mention.unit.features, unit.words)
    return unit
