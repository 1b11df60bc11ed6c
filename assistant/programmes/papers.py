"""What is handed in, in which form and with which seal."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.guideline.statement import Statement
from assistant.programmes.modality import modality_of
from assistant.programmes.scope import Sentence

_SUBMIT = re.compile(r"提交|报送|寄送|寄至|邮寄|上报|递交|送至|填写|填报|发送|上传|提供|报(?=项目办|省|市|我)|撰写|附|准备|制作")
_NOT_SUBMIT = re.compile(r"按照|根据|依据|参照|参考|贯彻|落实|印发|见附件|发布|公布|编制与发布|所称")
_NAMED = re.compile(r"《[^》]{2,60}》")
_NOUN = re.compile(
    r"[\u4e00-\u9fffA-Z、“”]{0,24}?(?:申[报请]书|推荐书|推荐表|申请表|申报表|汇总表|一览表|登记表|佐证材料|证明材料|支撑材料|附件材料|证明(?:文件|复印件)?|承诺书"
    r"|(?:建设|实施|工作|申报)方案|建设规划|合作协议|协议书|协议|营业执照(?:复印件)?|名册|清单|总结报告|年度总结|工作总结|工作计划|年度报告|运行报告|运营报告"
    r"|自评报告|审计报告|绩效报告|目录|说明|大纲|凭证|计划书|任务书|电子稿|扫描件)(?!编制|要求|规定|的)"
)
_TRIM = re.compile(
    r"^(?:.*(?:提交|报送|寄送|填写|填报|附|提供|上报|发送|撰写|制定|上传|制作|将|把|及其?|和|与|以及|相应|相关|、|的(?=申[报请]书|推荐书)|附件\d*|包括|为|须|应|需|本年度|向))"
)
_LISTING = re.compile(r"(?:申报|申请|推荐|报送|提交)?(?:的)?(?:纸质|电子)?材料(?:主要|应当?|须)?(?:包括|包含|有|为|如下|清单)?[^:]{0,12}(?::|包括)")
_SEAL = re.compile(r"加盖[^,;。)]{0,10}公章|盖章|公章|签章|签字|骑缝章|盖[^,;。]{1,8}章")
_FORMAT = re.compile(
    r"A4|A3|双面|单面|字体|字号|仿宋|宋体|行距|页边距|装订|胶装|PDF|pdf|[Ww][Oo][Rr][Dd]|扫描|电子版|电子稿|电子文档|光盘|U盘|页码|目录索引|格式"
)


def find_materials(sentence: Sentence) -> Iterator[Statement]:
    """Documents to be handed in: named ones and nouns of paper governed by a verb of submitting."""
    text = sentence.text
    listing = _LISTING.search(text)
    verb = _SUBMIT.search(text)
    if not verb and not listing:
        return
    seen: set[str] = set()
    starts = [m.start() for m in (verb, listing) if m]
    for match in sorted([*_NAMED.finditer(text), *_NOUN.finditer(text)], key=lambda m: (m.start(), -m.end())):
        where = sentence.segment(*match.span())
        segment = text[where[0] : where[1]]
        if match.end() <= min(starts) - 24 or not (_governed(sentence, match, where) or (listing and match.start() >= listing.end() - 1)):
            continue
        if _NOT_SUBMIT.search(text[where[0] : match.start()]) and not _SUBMIT.search(text[where[0] : match.start()]):
            continue
        name = match[0] if match[0].startswith("《") else _TRIM.sub("", match[0]).strip("、“”")
        if len(name) < 3 or name in seen or any(name in s for s in seen):
            continue
        seen.add(name)
        yield sentence.say(
            "material",
            *where,
            value=name,
            operator="includes",
            modality=modality_of(segment, "must"),
            subject=name,
        )


def _governed(sentence: Sentence, match: re.Match[str], where: tuple[int, int]) -> bool:
    """A submitting verb in the segment, or 将 … with the verb in the next segment."""
    segment = sentence.text[where[0] : where[1]]
    follows = sentence.text[where[1] : where[1] + 40]
    return bool(_SUBMIT.search(segment)) or ("将" in segment and bool(_SUBMIT.search(follows)))


def find_seals(sentence: Sentence) -> Iterator[Statement]:
    """Where a seal or signature is asked for, outside the blanks of a form."""
    if sentence.clause.kind in ("row", "field") or re.search(r"_{2,}|年\s{2,}月", sentence.clause.text):
        return
    done: set[tuple[int, int]] = set()
    for match in _SEAL.finditer(sentence.text):
        where = sentence.segment(*match.span())
        if where[1] - where[0] < 6:
            where = sentence.segment(max(0, where[0] - 1), min(len(sentence.text), where[1] + 1))
        if where in done or where[1] - where[0] < 8:
            continue
        done.add(where)
        yield sentence.say("seal", *where, value=match[0], modality="must", subject=sentence.text[where[0] : match.start()].strip("( "))


def find_formats(sentence: Sentence) -> Iterator[Statement]:
    """Paper, type and file formats: one statement for each segment."""
    done: set[tuple[int, int]] = set()
    for match in _FORMAT.finditer(sentence.text):
        where = sentence.segment(*match.span())
        if sentence.text[max(0, where[0] - 1) : where[0]] == "(":
            where = sentence.segment(where[0] - 1, min(len(sentence.text), where[1] + 1))
        if where in done or where[1] - where[0] < 5:
            continue
        done.add(where)
        yield sentence.say("format", *where, modality=modality_of(sentence.text[where[0] : where[1]], "must"), subject=match[0])
