"""Who leads, applies and builds."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from assistant.guideline.statement import Statement
from assistant.guideline.values import Modality, Role
from assistant.programmes.modality import exceptions_of, modality_of
from assistant.programmes.scope import Sentence
from assistant.programmes.unit_lists import UnitList, read_units

LEAD = r"(?:项目|申报)?(?:牵头(?:申报|建设)?(?:单位|高校|院校|学校|企业|主体|方|人)|主持单位|主申报单位)"
_APPLY = r"(?:申报(?:主体|单位|对象|人|企业|学校|院校|高校|机构)|申请(?:单位|人|主体)|推荐对象|认定对象|申报范围)"
_BE = r"(?P<be>(?:原则上|一般|通常)?(?:应当|应|须|需|必须|只能|仅限|限|可以|可)?(?:为|是|由|包括)|仅限于?|限于|:)"
_C = r"(?:[^,;。:()]|\([^()]{0,80}\))"
_U = rf"(?P<u>{_C}{{2,90}}?)"
# After 牵头 an administrative act is meant, not an application: 由市教育局牵头组织评审.
_ACT = r"(?!组织(?:评审|专家|实施|协调|考核)|负责|会同|评审|审核|协调|建立|制定|推进|研究|考核|开展(?:评|审|考)|召集|的,)"


@dataclass(frozen=True, slots=True)
class _Rule:
    """`modality` None: read from the segment, else `fallback`; `closes` says that the words shut others out."""

    pattern: re.Pattern[str]
    role: Role
    fallback: Modality
    closes: bool
    modality: Modality | None = None


def _rule(pattern: str, role: Role, fallback: Modality, closes: bool, modality: Modality | None = None) -> _Rule:
    return _Rule(re.compile(pattern), role, fallback, closes, modality)


_LEAD_RULES = (
    # A prohibition names whom it shuts out: 市域外单位不得作为牵头单位; 非会员企业不得牵头.
    _rule(rf"{_U}(?:均|一律)?(?:不得|不能|不可以?|不应|不宜)(?:单独|独立)?(?:作为|担任|成为)?(?:{LEAD}|牵头)", "lead", "must_not", True, "must_not"),
    # Encouragement and preference open a door and close none.
    _rule(rf"(?:优先支持|优先|鼓励|重点支持|支持|引导|倡导)(?P<u>{_C}{{2,60}}?)(?:作为{LEAD}|共同牵头|牵头){_ACT}", "lead", "encourage", False),
    # 由X牵头 names the one agent; 可由 and 原则上由 are read from the segment.
    _rule(rf"(?<![自理事缘])由(?P<u>(?:[^,;。:()由]|\([^()]{{0,80}}\)){{2,80}}?)(?:单独|联合|共同)?(?:作为{LEAD}|为{LEAD}|担任{LEAD}|牵头|主持){_ACT}", "lead", "must", True),
    _rule(rf"以(?P<u>{_C}{{2,60}}?)(?:作为|为){LEAD}", "lead", "must", True),
    # X可牵头 permits.
    _rule(rf"{_U}(?:均)?(?:可以?|能够?|有权|允许)(?:单独|独立|联合)?(?:作为{LEAD}|担任{LEAD}|牵头){_ACT}", "lead", "may", False),
    # 牵头单位为X equates the role with the kind.
    _rule(rf"{LEAD}\s?{_BE}(?P<u>{_C}{{2,90}}?)(?=$|[;。:)\n,])", "lead", "must", True),
    # 联合X牵头建设: X leads too, beside the one named before.
    _rule(rf"联合(?P<u>{_C}{{2,60}}?)(?:共同)?牵头(?:建设|组建|申报)", "lead", "states", False),
    # 牵头高校（X、Y）: the bracket says which.
    _rule(rf"{LEAD}\((?!如有|盖章|公章|含|公|签)(?P<u>[^()]{{2,60}})\)", "lead", "must", True),
)
_APPLY_RULES = (
    _rule(rf"{_U}(?:均|一律)?(?:不得|不能|不可以?|不应)(?:参与|直接|单独)?(?:申报|申请)(?!书|材料)", "applicant", "must_not", True, "must_not"),
    _rule(rf"不(?:接受|受理)(?:以)?(?P<u>{_C}{{2,40}}?)(?:的)?(?:名义)?(?:单独)?(?:申报|申请)", "applicant", "must_not", True, "must_not"),
    # 面向X申报|认定 addresses a closed circle.
    _rule(rf"面向(?P<u>{_C}{{2,60}}?)(?:组织|开展|公开)?(?:进行)?(?:申报|认定|征集|遴选|申请|受理)", "applicant", "must", True),
    _rule(rf"(?<!联合)(?<!牵头){_APPLY}\s?{_BE}(?P<u>{_C}{{2,90}}?)(?=$|[;。:)\n,])", "applicant", "must", True),
    # 本细则所称申报单位，是指 X.
    _rule(rf"(?<!联合)(?<!牵头){_APPLY},?(?:是指|系指|指)(?P<u>{_C}{{2,90}}?)(?=$|[;。:)\n])", "applicant", "must", True),
    _rule(r"(?:仅限|只限|限)(?!于?每)(?P<u>[^,;。:\d]{2,60}?)(?:申报|申请|参加)", "applicant", "must", True),
    _rule(rf"只有(?P<u>{_C}{{2,60}}?)才?(?:可以?|能|有资格)(?:申报|申请)", "applicant", "must", True),
    _rule(rf"{_U}(?:均)?(?:可以?|允许|有权)(?:单独|独立|自主|联合|自愿)?(?:申报|申请)(?!\d|[一二两三四五六七八九十]|省|国家|书)", "applicant", "may", False),
    _rule(rf"优先(?:支持|推荐|考虑|遴选|认定)(?P<u>{_C}{{2,80}}?)(?:申报|申请|(?=$|[,;。)]))", "applicant", "prefer", False, "prefer"),
)
_BUILD_RULES = (_rule(rf"(?<!共同)建设单位\s?{_BE}(?P<u>{_C}{{2,90}}?)(?=$|[;。:)\n,])", "builder", "must", True),)
# The role as a topic with its own requirement (牵头申报单位为院校，需具备…) restates who it is.
_TOPIC = re.compile(r"^,\s?(?:还)?(?:应|须|需|要|必须|能够)")
_EACH = re.compile(r"(?P<names>[^,;。]{2,80}?)\)?\s?分别由(?P<u>[^,;。:]{2,80}?)(?:作为|担任|为)?(?:牵头单位|牵头|负责申报|申报)")


def find_roles(sentence: Sentence) -> Iterator[Statement]:
    """Statements "unit" in roles lead, applicant and builder."""
    text = sentence.text
    taken: list[tuple[int, int]] = []
    if "牵头" in text or "主持" in text:
        for statement, place in _respectively(sentence):
            taken.append(place)
            yield statement
        yield from _apply(sentence, _LEAD_RULES, taken)
    if "申报" in text or "申请" in text or "面向" in text or "优先" in text or "对象" in text:
        yield from _apply(sentence, _APPLY_RULES, taken)
    if "建设单位" in text:
        yield from _apply(sentence, _BUILD_RULES, taken)


def is_topic(sentence: Sentence, until: int) -> bool:
    """Whether text[:until] only names the role whose requirement follows."""
    return bool(_TOPIC.match(sentence.text[until:]))


def _apply(sentence: Sentence, rules: tuple[_Rule, ...], taken: list[tuple[int, int]]) -> Iterator[Statement]:
    for rule in rules:
        for match in rule.pattern.finditer(sentence.text):
            place = match.span()
            if any(a < place[1] and place[0] < b for a, b in taken):
                continue
            listed, start = read_units(match["u"]), match.start("u")
            if not listed.whole or _only_case(sentence, match):
                continue
            taken.append((start, place[1]))
            yield _say(sentence, rule, match, listed, start)


def _only_case(sentence: Sentence, match: re.Match[str]) -> bool:
    """申报单位为企业的，应当… states a case, 如牵头单位为企业 a condition: neither says who may."""
    after = sentence.text[match.end() :][:2]
    opening = sentence.text[: match.start()].rstrip()
    words = match["u"].rstrip()
    return words.endswith("的") or after.startswith(("的,", "的须", "的应", "时", "的需")) or opening.endswith(("如", "若", "对"))


def _say(sentence: Sentence, rule: _Rule, match: re.Match[str], listed: UnitList, start: int) -> Statement:
    where = sentence.rule(min(start, match.start()), match.end())
    be = match.groupdict().get("be") or ""
    words = sentence.text[max(where[0], match.start() - 6) : match.start("u")]
    lead_in = be or f"{words}|{sentence.text[match.end('u') : match.end()]}"
    modality = rule.modality or _modality(lead_in, rule)
    topic = rule.pattern.pattern.find("(?P<be>") >= 0 and is_topic(sentence, match.end())
    closed = rule.closes and not listed.is_open and modality in ("must", "must_not") and "包括" not in be and not topic
    return sentence.say(
        "unit",
        *where,
        role=rule.role,
        units=listed.units,
        subject=_subject(sentence, where[0], match.start()) or match[0].split(match["u"])[0].strip(" ,:"),
        operator="excludes" if modality == "must_not" else "is" if closed else "includes",
        modality="states" if topic else modality,
        closed=closed,
        exceptions=exceptions_of(sentence.words(where)),
    )


def _modality(words: str, rule: _Rule) -> Modality:
    found = modality_of(words, rule.fallback)
    if found == "must_not" and rule.modality is None:
        return rule.fallback
    return found


def _subject(sentence: Sentence, start: int, until: int) -> str:
    """What the rule speaks of: the words of the segment before it (B类项目 in B类项目由…牵头)."""
    words = sentence.text[start:until].strip(" “”\"(),、")
    return re.sub(r"^(?:\(?[一二三四五六七八九十\d]{1,3}[).、]\s?)|(?:应当?|须|可以?|必须|原则上|一般)+$", "", words).strip("“”\" ")


def _respectively(sentence: Sentence) -> Iterator[tuple[Statement, tuple[int, int]]]:
    """A（x、y和z）分别由X、Y和Z作为牵头单位: as many kinds as names, each to its own."""
    for match in _EACH.finditer(sentence.text):
        listed = read_units(match["u"])
        names = [n.strip() for n in re.split(r"、|和|与|及", re.split(r"[(]", match["names"])[-1]) if n.strip()]
        if not listed.whole or len(listed.units) != len(names) or len(names) < 2:
            continue
        where = sentence.rule(match.start(), match.end())
        known = {n: p for p, a, b in sentence.names.named(sentence.text) for n in [sentence.text[a:b]]}
        for name, unit in zip(names, listed.units, strict=True):
            programmes = (known[name],) if name in known else None
            yield (
                sentence.say(
                    "unit",
                    *where,
                    role="lead",
                    units=(unit,),
                    subject=name,
                    modality="must",
                    closed=True,
                    programmes=programmes,
                ),
                match.span(),
            )
