"""How many: units in a role, platforms, quotas, ages, years of cooperation, ratios."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.guideline.statement import Attribute, Operator, Statement
from assistant.guideline.values import Modality, Quantity, Role, Unit
from assistant.programmes.modality import exceptions_of, modality_of
from assistant.programmes.partners import JOINT
from assistant.programmes.quantities import find_quantities
from assistant.programmes.scope import Sentence, shifted
from assistant.programmes.unit_lists import read_units
from assistant.programmes.units import taxonomy

_JOINT = re.compile(JOINT)
_JOINING = re.compile(r"(?:联合|会同|携手|吸纳)(?:至少|不少于)?\s?$|(?:联合|会同)[^,;。]{0,60}(?:和|及|、|与|或)\s?(?:至少|不少于)?\s?$")
_LEADING = re.compile(r"牵头|申报单位为企业|申报企业|企业牵头")
_APPLIES = re.compile(r"申报|限报|推荐|报送|申请|上报|提名")
_FOUND = re.compile(r"(?:成立|注册|设立|登记|创办|存续|经营)(?!小组|机构|委员会|大会|领导)")
_TOGETHER = re.compile(r"合作|协同育人|联合培养|协作")
_PLATFORM = re.compile(r"建设|建成|认定|立项|遴选|支持|确定|培育|打造|创建|入选|评选")
_PAST = re.compile(r"了\s*$|近\s*$")
_TERM = re.compile(r"协议|合同|有效期|周期|公示|任务期|服务期")
_DUE = re.compile(r"比例|占比|不低于|不少于|不超过|不得|应|须|需|达到|至少|之比|占")


def find_counts(sentence: Sentence) -> Iterator[Statement]:
    """Statements count, quota, age, cooperation and ratio."""
    for quantity in find_quantities(sentence.text):
        where = sentence.rule(quantity.start, quantity.end)
        words = sentence.words(where)
        local = sentence.text[slice(*sentence.segment(quantity.start, quantity.end))]
        made: Statement | None = None
        if quantity.dimension == "count" and quantity.unit in ("家", "所", "个", "名", "项", "位", "件"):
            made = _count(sentence, quantity, where, local)
        elif quantity.dimension == "duration" and quantity.unit in ("年", "月"):
            made = _years(sentence, quantity, where, words, local)
        elif quantity.dimension == "ratio" and quantity.unit == "比例":
            made = _ratio(sentence, quantity, where, local)
        if made:
            yield made


def operator_of(quantity: Quantity) -> Operator:
    """min, max or between after the open side of the interval."""
    low, high = quantity.interval.low, quantity.interval.high
    if low is not None and high is not None:
        return "is" if low == high else "between"
    return "min" if high is None else "max"


def _count(sentence: Sentence, q: Quantity, where: tuple[int, int], local: str) -> Statement | None:
    before = sentence.text[max(0, q.start - 70) : q.start].split("。")[-1].split(";")[-1]
    about_joint = bool(_JOINT.search(q.head)) or (bool(_JOINT.search(local)) and q.head in ("", "总数", "合计"))
    head_units = read_units(q.head).units if q.head else ()
    if about_joint and not _JOINT.sub("", q.head).strip("的总个数量每项目为中 "):
        return _say(sentence, "count", q, where, role="joint", subject=_JOINT.search(local + q.head)[0])  # type: ignore[index]
    if head_units and _JOINING.search(before):  # 须联合2所以上职业院校和1家服务机构
        return _say(sentence, "count", _least(q), where, role="joint", units=head_units, subject=q.head)
    if _PER_KIND.search(sentence.text[: q.start][-80:] + local) and head_units and operator_of(q) != "is":
        units = tuple(_earlier(sentence, q.start, u) for u in head_units)
        return _say(sentence, "count", q, where, role="joint", units=units, subject=q.head)
    return _quota(sentence, q, where, local)


_PER_KIND = re.compile(rf"{JOINT}|联合|参与|协同")
_QUOTA = re.compile(
    r"(?:每(?:个|所|家|校|名|一)?|各|(?=[\u4e00-\u9fff“]))(?P<who>[\u4e00-\u9fff“”A-Z()]{0,24}?)"
    r"(?:原则上|一般|最多|只能|限额|限|可|可以|每校|每家|每所|每个)*(?:申报|推荐|报送|申请|报)(?P<what>[^\d,;。]{0,16}?)(?:数量|总数)?(?:原则上|一般)?"
    r"(?:不超过|不得超过|不多于|限|最多|至多|为)?\s?$"
)


def _quota(sentence: Sentence, q: Quantity, where: tuple[int, int], local: str) -> Statement | None:
    left = sentence.segment(q.start, q.end)[0]
    before = sentence.text[left : q.start]
    match = _QUOTA.search(before)
    operator = operator_of(q)
    if match and _APPLIES.search(before) and operator in ("max", "is") and q.unit in ("个", "项", "家", "所", "件", "名"):
        who = re.sub(r"^(?:其中|实行限额申报|按照)|(?:每校|每家|每所)$", "", match["who"])
        units = read_units(re.sub(r"(?:每校|每家|每所|每个)$", "", who)).units
        if units or re.search(r"每|各|限", before):
            return _say(sentence, "quota", q, where, role="applicant", units=units, subject=who, operator="max")
    if _PLATFORM.search(before) and q.unit in ("个", "所", "家", "项") and q.interval.high is not None:
        if q.interval.high <= 2 or re.search(r"每|各", before[-4:]):
            return None
        return _say(sentence, "count", q, where, subject=q.head)
    return None


def _years(
    sentence: Sentence, q: Quantity, where: tuple[int, int], words: str, local: str
) -> Statement | None:
    near = sentence.text[max(0, q.start - 16) : q.end + 16]
    if _TERM.search(local) or _PAST.search(sentence.text[: q.start]) or q.interval.low is None:
        return None
    before = sentence.text[max(0, q.start - 12) : q.start]
    if _FOUND.search(before) or re.match(r"(?:以上)?(?:的)?(?:成立|注册|经营|办学)", sentence.text[q.end :]):
        role: Role = "lead" if "牵头" in words else "joint" if "联合" in words else "applicant"
        kinds = tuple(dict.fromkeys(m.unit for m in taxonomy().find(words) if m.unit.kind not in taxonomy().generic))
        return _say(sentence, "age", _least(q), where, role=role, units=kinds[:1], subject="成立")
    if _TOGETHER.search(near) and (operator_of(q) == "min" or re.search(r"具有|已|达|满|连续", before)):
        return _say(sentence, "cooperation", _least(q), where, subject="合作")
    return None


def _ratio(sentence: Sentence, q: Quantity, where: tuple[int, int], local: str) -> Statement | None:
    after = sentence.text[q.end : q.end + 6]
    if not _DUE.search(local) or re.search(r"了[^,;。]{0,8}$", sentence.text[: q.start]):
        return None
    subject = q.head or sentence.text[sentence.segment(q.start, q.end)[0] : q.start].strip()
    return _say(sentence, "ratio", q, where, subject=re.sub(r"^其中,?", "", subject) or after)


def _least(q: Quantity) -> Quantity:
    """ "成立满3年", "联合1家服务机构": a plain number that is required is a lower bound."""
    if operator_of(q) != "is":
        return q
    interval = type(q.interval)(q.interval.low, None)
    return Quantity(interval, q.unit, q.dimension, q.head, q.start, q.end, q.exact)


def _earlier(sentence: Sentence, at: int, unit: Unit) -> Unit:
    """ "…企业（省级以上）…，其中“专精特新”企业不少于1家": the later mention keeps the earlier one's level."""
    for mention in taxonomy().find(sentence.text[:at]):
        same = mention.unit.kind == unit.kind and mention.unit.feature("designation") == unit.feature("designation")
        if same and len(mention.unit.features) > len(unit.features):
            return Unit(unit.kind, mention.unit.features, unit.words)
    return unit


def _say(
    sentence: Sentence,
    attribute: Attribute,
    q: Quantity,
    where: tuple[int, int],
    *,
    role: Role = "",
    units: tuple[Unit, ...] = (),
    subject: str = "",
    operator: Operator | None = None,
) -> Statement:
    words = sentence.words(where)
    default: Modality = "states"
    modality = modality_of(sentence.text[max(0, where[0]) : q.end], default)
    if modality == "must_not":  # 不得超过5家 forbids the excess, it does not forbid the thing
        modality = "must"
    return sentence.say(
        attribute,
        *where,
        value=shifted(q, sentence.start),
        operator=operator or operator_of(q),
        modality=modality,
        role=role,
        units=units,
        subject=subject.strip(),
        exceptions=exceptions_of(words),
    )
