"""Who joins: joint applicants, and members that make up a consortium."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.guideline.patterns import regex
from assistant.guideline.statement import Statement
from assistant.guideline.values import Modality, Role
from assistant.programmes.modality import exceptions_of, modality_of
from assistant.programmes.scope import Sentence
from assistant.programmes.unit_lists import read_units

JOINT = (
    r"(?:联合(?:申报|建设|培养)?(?:单位|主体|企业|院校|高校|方)"
    r"|(?:参建|参与|协同|合作|协作|配合|成员)(?:单位|企业|院校|高校|主体|方)|共建单位|联合体成员|合作伙伴)"
)
_C = r"(?:[^;。:()]|\([^()]{0,80}\))"
_CC = r"(?:[^,;。:()]|\([^()]{0,80}\))"
_BE = r"(?P<be>(?:原则上|一般|通常|主要)?(?:应当|应|须|需|必须|可以|可)?(?:包括|包含|涵盖|为|是|含|由)(?!其他))"
_MANY = r"(?:等)?(?:多元|多方|各类)?(?:主体|单位|机构|成员)?"
_NOT = r"(?:均|一律)?(?:不得|不能|不可以?|不应)"
_DO = r"(?:共同|联合|开展|积极|深度|进行|广泛)*(?:申报|参与|参加|加入|实施|建设|组建|组成|合作|作为成员|共建|申请)"
# (pattern, role, modality unless the segment says otherwise)
_RULES: tuple[tuple[re.Pattern[str], Role, Modality], ...] = (
    (regex(rf"{JOINT}\s?{_BE}(?P<u>{_C}{{2,120}}?)(?=$|[;。:)\n]|,其中|,且|,并|,可|,应|,鼓励|,原则)"), "joint", "must"),
    (regex(rf"(?P<u>{_CC}{{2,80}}?)(?:可以?|能|应|须|需)?作为{JOINT}"), "joint", "states"),
    (
        regex(
            rf"(?<!校企)(?<!产教科)(?<!牵头)(?<!作为)(?:可以?|应|须|需)?(?:联合|会同|携手)(?!体|申报单位|单位|会)(?P<u>{_CC}{{2,100}}?{_MANY})"
            r"(?:共同|联合|牵头|参与)?(?:参与|申报|建设|组建|实施|申请|牵头)"
        ),
        "joint",
        "states",
    ),
    # 应与X合作申报, 应与X共建
    (
        regex(
            rf"(?:应当?|须|需|可以?|必须)与(?P<u>{_CC}{{2,80}}?)"
            r"(?:(?:合作|联合|共同)(?:申报|申请|组建)|共建(?!高校|院校))"
        ),
        "joint",
        "states",
    ),
    (regex(rf"(?:吸收|吸纳|吸引|引入|邀请)(?P<u>{_CC}{{2,100}}?{_MANY}){_DO}"), "member", "states"),
    (
        regex(
            r"(?<![自理事])由(?P<u>(?:[^;。:()由]|\([^()]{0,80}\)){2,120}?)(?:联合|共同)?"
            r"组成(?:[^,;。]{0,12}?(?:联合体|共同体|联盟)|(?=$|[,;。]))"
        ),
        "member",
        "states",
    ),
    (
        regex(rf"(?:鼓励|支持)(?P<u>(?:(?!作为){_CC}){{2,60}}?)(?:共同|积极|广泛)*(?:参与|参加|加入|作为成员)"),
        "member",
        "encourage",
    ),
    (regex(rf"{JOINT}(?P<be>以)(?P<u>{_C}{{2,120}}?)为主"), "member", "usual"),
    (
        regex(rf"(?P<u>{_CC}{{2,60}}?)(?:均|也)?可以?(?:共同|联合)?(?:参与|参加|加入)(?=申报|共建|建设|$|[,;。])"),
        "joint",
        "may",
    ),
)
# A character without which the rule of the same place cannot match.
_NEEDLES = ("", "作为", "", "与", "", "组成", "", "为主", "可")
_BAR = regex(r"不得|不能|不可|不应")
_ANY = regex(r"联合|会同|携手|参|协同|合作|协作|配合|成员|共建|吸|引入|邀请|组成|加入")
# The joint unit of a prohibition on leading: 非会员企业不得牵头，可以作为参建单位加入.
_CONSOLED = regex(rf"(?P<u>[^,;。:]{{2,40}}?)(?:不得|不能|不可)(?:作为)?牵头(?:单位)?,?(?:但)?(?:可以?|能)作为{JOINT}")


# Prohibitions: 企业不得作为联合单位; 外资企业不得参与; 支持企业参与，但不得牵头 (the subject stands in front).
_BARRED: tuple[tuple[re.Pattern[str], Role], ...] = (
    (regex(rf"(?P<u>{_CC}{{2,60}}?){_NOT}(?:作为{JOINT}|参与(?=$|[,;。]|申报|建设|联合)|参加(?=$|[,;。]))"), "joint"),
    (
        regex(
            rf"(?P<u>{_CC}{{2,40}}?)(?:可以?|能)?(?:作为{JOINT})?(?:参与|参加|加入)[^,;。]{{0,6}},"
            rf"(?:但是?|且|并)?{_NOT}(?:单独)?(?:作为)?牵头"
        ),
        "lead",
    ),
)


def find_partners(sentence: Sentence) -> Iterator[Statement]:
    """Statements "unit" in roles joint and member."""
    taken: list[tuple[int, int]] = []
    if not _ANY.search(sentence.text):
        return
    for match in _CONSOLED.finditer(sentence.text) if "牵头" in sentence.text else ():
        listed = read_units(match["u"])
        if listed.whole:
            taken.append(match.span())
            yield sentence.say(
                "unit", *match.span(), role="joint", units=listed.units, subject="", operator="includes", modality="may"
            )
    for pattern, role in _BARRED if _BAR.search(sentence.text) else ():
        for match in pattern.finditer(sentence.text):
            listed = read_units(re.sub(r"^(?:支持|鼓励|允许)", "", match["u"]))
            if listed.whole:
                taken.append(match.span())
                where = sentence.segment(*match.span())
                yield sentence.say(
                    "unit", *where, role=role, units=listed.units, operator="excludes", modality="must_not", closed=True
                )
    for needle, (pattern, role, fallback) in zip(_NEEDLES, _RULES, strict=True):
        if needle not in sentence.text:
            continue
        for match in pattern.finditer(sentence.text):
            place = match.span("u")
            if any(a < place[1] and place[0] < b for a, b in taken) or _negated(sentence, match):
                continue
            listed = read_units(match["u"])
            if not listed.whole:
                continue
            taken.append(match.span())
            where = sentence.rule(*match.span())
            words = sentence.text[max(where[0], match.start() - 8) : match.end()]
            modality = modality_of(words, fallback)
            be = match.groupdict().get("be") or ""
            closed = modality == "must" and not listed.is_open and bool(be) and "包括" not in be and "含" not in be
            yield sentence.say(
                "unit",
                *where,
                role=role,
                units=listed.units,
                subject=sentence.text[where[0] : match.start()].strip(" ,()“”"),
                operator="is" if closed else "includes",
                modality=modality,
                closed=closed,
                exceptions=exceptions_of(sentence.text[where[0] : where[1]]),
            )


def _negated(sentence: Sentence, match: re.Match[str]) -> bool:
    before = sentence.text[max(0, match.start() - 3) : match.start("u")]
    return bool(re.search(r"不得|不能|不可|不再|未", before + match[0][-6:])) or match["u"].rstrip().endswith("的")
