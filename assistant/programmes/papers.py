"""The documents that are to be handed in."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.guideline.patterns import regex
from assistant.guideline.statement import Statement
from assistant.programmes.modality import modality_of
from assistant.programmes.numerals import half_width
from assistant.programmes.scope import Sentence

_SUBMIT = regex(
    r"提交|报送|寄送|寄至|寄达|邮寄|(?<!以)上报|递交|送至|填写|填报|发送|上传|提供|(?<![申填上])报(?=项目办|省|市|我|送)|撰写"
    r"|附(?!件|后|则|近|属|加|录|上级)|准备|制作|完成(?=[^,;。]{0,40}(?:报告|计划|清单))"
)
_MENTION = regex(r"(?:按照|根据|依据|参照|参考|贯彻|落实|所称|对照|未按|不实|上述|以上|逾期|连续|作为)")
_GIVEN = regex(r"支持|服务|指导|保障")
_NAMED = regex(r"[《〈][^》〉]{2,60}[》〉]")
_PAPER = (
    r"(?:申[报请]书|推荐书|推荐[表函]|申请表|申报表|汇总表|一览表|登记表|佐证材料|证明材料|支撑材料|证明(?:文件|复印件)?|承诺[书函]|意向[书函]"
    r"|(?:建设|实施|工作|申报|培养)方案|建设规划|协议书|协议|营业执照(?:复印件)?|名册|名单(?=[、,;。]|及|和)|清单|报告|工作总结|工作计划|开放计划|运营计划"
    r"|目录|凭证|计划书|任务书|电子稿)"
)
_NOUN = regex(
    rf"[\u4e00-\u9fffA-Z“”]{{0,24}}?{_PAPER}(?!编制|编写|要求|规定|报告|[表书函方案]|中(?!相应)|进行|的(?:真实|合法|完整|要求|规定))"
)
_TRIM = regex(
    r"^.*(?:提交|报送|寄送|填写|填报|(?<!合作)附|提供|上报|发送|撰写|制定|上传|制作|完成|将|把|(?<![普])及其?|和|与(?!学校|院校|企业|联合|合作)|以及|相应|相关|各平台"
    r"|附件\d*|包括|为|须|应(?!用)|需(?!求)|(?<!意)向|由|应当|(?<!学)的(?=申[报请]书|推荐书)|日前|年底前|在此基础上|认真|完整)"
)
_LIST = regex(
    r"材料(?:主要|应当?|须)?(?:包括|包含|有|为|如下)\s?:?(?P<items>[^。;]{4,300})|材料[^,;。:]{0,6}:(?P<more>[^。;]{4,300})"
)
_ITEM = regex(r"(?:[^、,()]|\([^()]{0,80}\))+")
_OPENED = regex(r"^[^:。]{0,20}材料[^:。]{0,8}:[^。]*$")
_NUMBERED = regex(r"^\s*\(?\d{1,2}[.、)]\s?(?P<item>[^,;。:]{3,40})")
_OTHER = regex(r"不超过|一式|发送|报送|应当|^等$|通过")


def find_materials(sentence: Sentence) -> Iterator[Statement]:
    """Documents named in the open list of 材料包括…, or governed by a verb of handing in.

    Headings, rows and blanks of a form name forms, they do not ask for them; what is only mentioned
    (按照《…》) or given by the office (提供建设方案等支持) is not asked for.
    """
    if sentence.clause.kind not in ("paragraph", "item", "note") or sentence.clause.label.startswith("附件"):
        return
    listed = _LIST.search(sentence.text)
    seen: list[str] = []
    if listed and not _OTHER.search((listed["items"] or listed["more"])[:6]):
        group = "items" if listed["items"] else "more"
        for item in _ITEM.finditer(listed[group]):
            name = re.sub(r"\d+份$|等$|^\d{1,2}[.、]\s?", "", re.sub(r"\([^()]*\)", "", item[0]).strip(" :“”"))
            if not _OTHER.search(name) and 2 < len(name) <= 40:
                seen.append(name)
                start = listed.start(group) + item.start()
                yield _say(sentence, (start, listed.start(group) + item.end()), name)
        if seen:
            return
    numbered = _NUMBERED.match(sentence.text)
    if numbered and _OPENED.match(half_width(sentence.clause.text[: sentence.start])):
        yield _say(sentence, numbered.span("item"), numbered["item"])
        return
    if not _SUBMIT.search(sentence.text):
        return
    for match in sorted([*_NAMED.finditer(sentence.text), *_NOUN.finditer(sentence.text)], key=lambda m: m.start()):
        where = sentence.segment(*match.span())
        name = match[0] if match[0][0] in "《〈" else _TRIM.sub("", match[0]).strip("、“”")
        name = _of_all(sentence, where, name)
        if len(name) < 3 or any(name in s for s in seen) or not _asked(sentence, match, where):
            continue
        seen.append(name)
        yield _say(sentence, where, name)


def _of_all(sentence: Sentence, where: tuple[int, int], name: str) -> str:
    """A、B和C汇总表 is one of each: the name nearest to the noun is not part of it alone."""
    named = sentence.names.named(name)
    several = len({p for p, _, _ in sentence.names.named(sentence.text[slice(*where)])}) > 1
    return name[named[0][2] :] if named and named[0][1] == 0 and several else name


def _asked(sentence: Sentence, match: re.Match[str], where: tuple[int, int]) -> bool:
    """A verb of handing in governs the noun: in its segment, or in the next one after 将."""
    segment = sentence.text[where[0] : where[1]]
    if _MENTION.search(sentence.text[where[0] : match.end()]) or segment.endswith("的"):
        return False
    verbs = list(_SUBMIT.finditer(segment))
    follows = sentence.text[where[1] : where[1] + 60]
    if not verbs:
        return "将" in segment and bool(_SUBMIT.search(follows))
    return not (all(v[0] == "提供" for v in verbs) and _GIVEN.search(segment))


def _say(sentence: Sentence, where: tuple[int, int], name: str) -> Statement:
    modality = modality_of(sentence.text[where[0] : where[1]], "must")
    return sentence.say("material", *where, value=name, operator="includes", modality=modality, subject=name)
