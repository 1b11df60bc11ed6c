"""Who leads, applies and builds."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.guideline.patterns import regex
from assistant.guideline.statement import Statement
from assistant.guideline.values import Modality
from assistant.programmes.modality import exceptions_of, modality_of
from assistant.programmes.role_rules import APPLY_RULES, BUILD_RULES, LEAD_RULES, RoleRule
from assistant.programmes.scope import Sentence
from assistant.programmes.unit_lists import UnitList, read_units

# 不得由X牵头, 不支持X牵头: the negation stands before the pattern.
_REFUSED = regex(r"(?:不得|不能|不可以?|不应该?|不宜|不再|严禁|禁止|不允许|不)$")
_TOGETHER = regex(r"单独|独立(?=申报|牵头)|共同牵头|联合牵头|^联合")
# The role as a topic with its own requirement (牵头申报单位为院校，需具备…) restates who it is.
_TOPIC = regex(r"^,\s?(?:还)?(?:应|须|需|要|必须|能够)")
_OF_APPLYING = regex(r"申报|申请|面向|优先|对象|不予|(?:承担|承接|参评|参选)单位|(?:实施|承接|承担)主体")
# 没有物业的，由居委会申报: who applies in that case.
_CASE = regex(
    r"(?:^|[,;。:])(?P<case>[^,;。:]{2,40}的),\s?$"
    r"|(?:^|[,;。:])(?P<sort>[^,;。:、]{1,12}(?:类|型|级|方向|组|档)(?:的?项目)?)(?:可以?|应当?|须|一般|原则上)?\s?$"
)
_WHOLE = regex(r"(?:本|该|此)?(?:项目|工程|计划|次申报)$")
_SEGMENT = regex(r"[,;。:]")
_EACH = regex(
    r"(?P<names>[^,;。]{2,80}?)\)?\s?分别由(?P<u>[^,;。:]{2,80}?)(?:作为|担任|为)?(?:牵头单位|牵头|负责申报|申报)"
)


def find_roles(sentence: Sentence) -> Iterator[Statement]:
    """Statements "unit" in roles lead, applicant and builder."""
    text = sentence.text
    taken: list[tuple[int, int]] = []
    if "牵头" in text or "主持" in text:
        for statement, place in _respectively(sentence):
            taken.append(place)
            yield statement
        yield from _apply(sentence, LEAD_RULES, taken)
    if _OF_APPLYING.search(text):
        yield from _apply(sentence, APPLY_RULES, taken)
    if "建设单位" in text:
        yield from _apply(sentence, BUILD_RULES, taken)


def is_topic(sentence: Sentence, until: int) -> bool:
    """Whether text[:until] only names the role whose requirement follows."""
    return bool(_TOPIC.match(sentence.text[until:]))


def _apply(sentence: Sentence, rules: tuple[RoleRule, ...], taken: list[tuple[int, int]]) -> Iterator[Statement]:
    for rule in rules:
        for match in rule.pattern.finditer(sentence.text):
            place = match.span()
            if any(a < place[1] and place[0] < b for a, b in taken):
                continue
            listed, start = read_units(match["u"]), match.start("u")
            if not listed.whole or _only_case(sentence, match):
                continue
            if _administers(sentence, listed):
                continue
            taken.append((start, place[1]))
            yield _say(sentence, rule, match, listed, start)
            if listed.excluded:
                yield _left_out(sentence, rule, match, listed)


def _administers(sentence: Sentence, listed: UnitList) -> bool:
    """由市发改委牵头，会同… gives an office a task; it leads an application only where one is spoken of."""
    offices = all(u.kind == "government" for u in listed.units)
    return offices and not re.search(r"申报|申请|建设单位|牵头单位", sentence.text)


def _left_out(sentence: Sentence, rule: RoleRule, match: re.Match[str], listed: UnitList) -> Statement:
    """高校（不含独立学院）可以牵头 shuts out what its bracket takes away."""
    where = sentence.rule(match.start(), match.end())
    units, role = listed.excluded, rule.role
    return sentence.say(
        "unit", *where, role=role, units=units, subject="", operator="excludes", modality="must_not", closed=True
    )


def _only_case(sentence: Sentence, match: re.Match[str]) -> bool:
    """申报单位为企业的，应当… states a case, 如牵头单位为企业 a condition: neither says who may."""
    after = sentence.text[match.end() :][:2]
    opening = sentence.text[: match.start()].rstrip()
    words = match["u"].rstrip()
    return (
        words.endswith("的")
        or after.startswith(("的,", "的须", "的应", "时", "的需"))
        or opening.endswith(("如", "若", "对"))
    )


def _say(sentence: Sentence, rule: RoleRule, match: re.Match[str], listed: UnitList, start: int) -> Statement:
    where = sentence.rule(min(start, match.start()), match.end())
    be = match.groupdict().get("be") or ""
    words = sentence.text[max(where[0], match.start() - 6) : match.start("u")]
    lead_in = be or f"{words}|{sentence.text[match.end('u') : match.end()]}"
    refused = bool(_REFUSED.search(sentence.text[where[0] : match.start()].rstrip()))
    modality: Modality = "must_not" if refused else rule.modality or modality_of(lead_in, rule.fallback)
    topic = rule.pattern.pattern.find("(?P<be>") >= 0 and is_topic(sentence, match.end())
    case = _case(sentence.text[: min(start, match.start())], match[0]) if modality != "must_not" else ""
    listing = listed.is_open or topic or "包括" in be or _nobodys(sentence, rule, match)
    closed = rule.closes and not case and not listing and modality in ("must", "must_not")
    return sentence.say(
        "unit",
        *where,
        role=rule.role,
        units=listed.units,
        subject=_subject(sentence, where[0], match.start()) or match[0].split(match["u"])[0].strip(" ,:"),
        operator="excludes" if modality == "must_not" else "is" if closed else "includes",
        modality="states" if topic else modality,
        closed=closed,
        exceptions=(*exceptions_of(sentence.words(where)), *_together(match[0]), *((case,) if case else ())),
    )


def _case(before: str, rule: str) -> str:
    """The case or the class in which alone the rule behind the words holds, ending in 的; "" where it holds in any."""
    told = _CASE.search(before)
    if told is None:
        return ""
    return told["case"] or (f"{told['sort']}的" if rule.startswith("由") else "")


def _nobodys(sentence: Sentence, rule: RoleRule, match: re.Match[str]) -> bool:
    """Whether 由X申报 is not said of the programme as a whole ("居民小区由物业公司申报"; "企业型10个。由企业申报")."""
    before = _SEGMENT.split(sentence.text[: match.start()])[-1]
    if rule.role != "applicant" or not match[0].startswith("由"):
        return False
    return not sentence.names.named(before) and not _WHOLE.search(before)


def _together(words: str) -> tuple[str, ...]:
    """单独 and 共同 limit a rule to doing it alone or together: not the flat yes or no that it seems."""
    return tuple(m[0] for m in _TOGETHER.finditer(words))


def _subject(sentence: Sentence, start: int, until: int) -> str:
    """What the rule speaks of: the words of the segment before it (B类项目 in B类项目由…牵头)."""
    words = sentence.text[start:until].strip(' “”"(),、')
    return re.sub(
        r"^(?:\(?[一二三四五六七八九十\d]{1,3}[).、]\s?)|(?:应当?|须|可以?|必须|原则上|一般)+$", "", words
    ).strip('“”" ')


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
