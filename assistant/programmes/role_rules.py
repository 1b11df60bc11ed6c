"""The sentence patterns that say who leads, applies and builds."""

from __future__ import annotations

import re
from dataclasses import dataclass

from assistant.guideline.patterns import regex
from assistant.guideline.values import Modality, Role

LEAD = r"(?:项目|申报)?(?:牵头(?:申报|建设)?(?:单位|高校|院校|学校|企业|主体|方|人|组织|机构)|主持单位|主申报单位)"
_APPLY = (
    r"(?:(?:主)?申报(?:主体|单位|对象|人|企业|学校|院校|高校|机构|方)|申请(?:单位|人|主体|方)|(?:推荐|认定|评选|遴选|参评|征集|支持)对象|申报范围"
    r"|(?:承担|承接|参评|参选)单位|(?:实施|承接|承担)主体)"
)
_ALL_ELSE = r"(?:其他|其它|任何|所有)?(?:的)?(?:组织|单位|机构|主体|企业|学校|院校|个人)?"
_BE = r"(?P<be>(?:原则上|一般|通常)?(?:应当|应|须|需|必须|只能|仅限|限|可以|可)?(?:为|是|由|包括)|仅限于?|限于|:)"
_C = r"(?:[^,;。:()]|\([^()]{0,80}\))"
_U = rf"(?P<u>{_C}{{2,90}}?)"
# After 牵头 an administrative act is meant, not an application: 由市教育局牵头组织评审.
_ACT = (
    r"(?!组织(?:评审|专家|实施|协调|考核)|负责|会同|评审|审核|协调|建立|制定|推进|研究|考核|开展(?:评|审|考)|召集|的,)"
)


@dataclass(frozen=True, slots=True)
class RoleRule:
    """`modality` None: read from the segment, else `fallback`; `closes` says that the words shut others out."""

    pattern: re.Pattern[str]
    role: Role
    fallback: Modality
    closes: bool
    modality: Modality | None = None


def _rule(pattern: str, role: Role, fallback: Modality, closes: bool, modality: Modality | None = None) -> RoleRule:
    return RoleRule(regex(pattern), role, fallback, closes, modality)


LEAD_RULES = (
    # 除X外…不得牵头 leaves X alone.
    _rule(
        rf"除(?P<u>{_C}{{2,60}}?)(?:之?外|以外),?(?:其[他它余]|任何)[^,;。]{{0,10}}(?:不得|不能|不可)[^,;。]{{0,4}}牵头",
        "lead",
        "must",
        True,
        "must",
    ),
    # 牵头单位不得为X.
    _rule(
        rf"{LEAD}\s?(?:不得|不能|不可以?|不应)(?:为|是|由)(?P<u>{_C}{{2,60}}?)(?:担任)?(?=$|[;。:)\n,])",
        "lead",
        "must_not",
        True,
        "must_not",
    ),
    # A prohibition names whom it shuts out: 市域外单位不得作为牵头单位; 非会员企业不得牵头.
    _rule(
        rf"{_U}(?:均|一律)?(?:不得|不能|不可以?|不应|不宜)(?:单独|独立)?(?:作为|担任|成为)?(?:{LEAD}|牵头)",
        "lead",
        "must_not",
        True,
        "must_not",
    ),
    # Encouragement and preference open a door and close none.
    _rule(
        rf"(?:优先支持|优先|鼓励|重点支持|支持|引导|倡导)(?P<u>{_C}{{2,60}}?)(?:作为{LEAD}|共同牵头|牵头){_ACT}",
        "lead",
        "encourage",
        False,
    ),
    # 由X牵头 names the one agent; 可由 and 原则上由 are read from the segment.
    _rule(
        rf"(?<![自理事缘])由(?P<u>(?:[^,;。:()由]|\([^()]{{0,80}}\)){{2,80}}?)(?:单独|联合|共同)?(?:作为{LEAD}|为{LEAD}"
        rf"|担任{LEAD}|牵头|主持){_ACT}",
        "lead",
        "must",
        True,
    ),
    _rule(rf"以(?P<u>{_C}{{2,60}}?)(?:作为|为){LEAD}", "lead", "must", True),
    # X方可牵头 permits and shuts out the rest.
    _rule(
        rf"{_U}(?:方可|方能|才可以?|才能)(?:单独|独立|联合)?(?:作为{LEAD}|担任{LEAD}|牵头)",
        "lead",
        "must",
        True,
        "must",
    ),
    # X可牵头 permits.
    _rule(
        rf"{_U}(?:均)?(?:可以?|能够?|有权|允许)(?:单独|独立|联合)?(?:作为{LEAD}|担任{LEAD}|牵头){_ACT}",
        "lead",
        "may",
        False,
    ),
    # 牵头单位为X equates the role with the kind.
    _rule(rf"{LEAD}\s?{_BE}(?P<u>{_C}{{2,90}}?)(?=$|[;。:)\n,])", "lead", "must", True),
    # 联合X牵头建设: X leads too, beside the one named before.
    _rule(rf"联合(?P<u>{_C}{{2,60}}?)(?:共同)?牵头(?:建设|组建|申报)", "lead", "states", False),
    # 牵头高校（X、Y）: the bracket says which.
    _rule(rf"{LEAD}\((?!如有|盖章|公章|含|公|签)(?P<u>[^()]{{2,60}})\)", "lead", "must", True),
)
APPLY_RULES = (
    # X以外的组织不予受理 lets in X alone.
    _rule(
        rf"(?:除)?{_U}(?:之?外|以外),?的?{_ALL_ELSE}(?:均|一律)?(?:不予(?:受理|支持|推荐)|不得(?:参与|参加)?(?:申报|申请)|不接受申报)",
        "applicant",
        "must",
        True,
        "must",
    ),
    _rule(
        rf"{_U}(?:均|一律|暂|也)?(?:不得|不能|不可以?|不应|不宜|不)(?:直接|单独)?(?:作为|担任|成为|列为){_APPLY}",
        "applicant",
        "must_not",
        True,
        "must_not",
    ),
    _rule(rf"{_U}(?:的)?(?:申报|申请)?(?:一律|均)?不予(?:受理|支持|推荐)", "applicant", "must_not", True, "must_not"),
    _rule(
        rf"{_U}(?:均|一律)?(?:不得|不能|不可以?|不应)(?:参与|直接|单独)?(?:申报|申请)(?!书|材料)",
        "applicant",
        "must_not",
        True,
        "must_not",
    ),
    _rule(
        rf"不(?:接受|受理)(?:以)?(?P<u>{_C}{{2,40}}?)(?:的)?(?:名义)?(?:单独)?(?:申报|申请)",
        "applicant",
        "must_not",
        True,
        "must_not",
    ),
    # X由……另行组织 takes X out of what the document invites to.
    _rule(
        rf"{_U}由[^,;。]{{2,24}}(?:另行|单独)(?:组织|安排|部署|通知|开展|申报)[^,;。]{{0,6}}"
        r"(?:,[^,;。]{0,4}(?:不在|不属于|不纳入|不列入)[^,;。]{0,6}范围)?",
        "applicant",
        "must_not",
        True,
        "must_not",
    ),
    _rule(
        rf"{_U}(?:由[^,;。]{{2,30}},)?(?:不在|不属于|不纳入|不列入)[^,;。]{{0,6}}(?:申报|推荐|认定|支持|受理)(?:的?范围|对象|之列)",
        "applicant",
        "must_not",
        True,
        "must_not",
    ),
    _rule(rf"{_U}(?:方可|方能|才可以?|才能)(?:单独|独立|联合|直接)?(?:申报|申请)", "applicant", "must", True, "must"),
    # 面向X申报|认定 addresses a closed circle.
    _rule(
        rf"面向(?P<u>{_C}{{2,60}}?)(?:组织|开展|公开)?(?:进行)?(?:申报|认定|征集|遴选|申请|受理)",
        "applicant",
        "must",
        True,
    ),
    _rule(
        r"(?:仅|只)(?:面向|接受|受理|支持)(?P<u>[^,;。:\d]{2,60}?)(?:的)?(?:申报|申请|参加)?(?=$|[;。,])",
        "applicant",
        "must",
        True,
    ),
    # 由X申报 names who applies; 由X组织申报 or 推荐申报 does not.
    _rule(
        r"(?<![自理事缘])由(?!其|该|本|牵头|共建|联合|个人|所)(?P<u>(?:[^,;。:()由]|\([^()]{0,80}\)){2,60}?)"
        r"(?:作为(?:申报|建设)?(?:主体|单位)|为主体)?(?:自主|自愿|直接|负责|提出)*(?:申报|申请)(?=$|[,;。])",
        "applicant",
        "must",
        True,
    ),
    _rule(rf"(?<!联合)(?<!牵头){_APPLY}\s?{_BE}(?P<u>{_C}{{2,90}}?)(?=$|[;。:)\n,])", "applicant", "must", True),
    # 本细则所称申报单位，是指 X.
    _rule(
        rf"(?<!联合)(?<!牵头){_APPLY},?(?:是指|系指|指)(?P<u>{_C}{{2,90}}?)(?=$|[;。:)\n])", "applicant", "must", True
    ),
    _rule(r"(?:仅限|只限|限)(?!于?每)(?P<u>[^,;。:\d]{2,60}?)(?:申报|申请|参加)", "applicant", "must", True),
    _rule(rf"只有(?P<u>{_C}{{2,60}}?)才?(?:可以?|能|有资格)(?:申报|申请)", "applicant", "must", True),
    _rule(
        rf"{_U}(?:均)?(?:可以?|允许|有权)(?:单独|独立|自主|联合|自愿)?(?:申报|申请)(?!\d|[一二两三四五六七八九十]|省|国家|书)",
        "applicant",
        "may",
        False,
    ),
    _rule(
        rf"优先(?:支持|推荐|考虑|遴选|认定)(?P<u>{_C}{{2,80}}?)(?:申报|申请|(?=$|[,;。)]))",
        "applicant",
        "prefer",
        False,
        "prefer",
    ),
)
BUILD_RULES = (_rule(rf"(?<!共同)建设单位\s?{_BE}(?P<u>{_C}{{2,90}}?)(?=$|[;。:)\n,])", "builder", "must", True),)
