"""What a document says of itself: its number, its day and who issued it, and the boxes to tick on its forms."""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.answering.grounds.finding import Finding
from assistant.answering.grounds.scene import Scene
from assistant.answering.question.text import pairs
from assistant.answering.sentences.spans import whole
from assistant.answering.values.lists import speaks
from assistant.guideline.clause import Clause
from assistant.guideline.patterns import regex
from assistant.guideline.quote import span

_NUMBER_ASKED = regex(r"文号|字号|发文号|[几多少哪]+号(?:文|通知|文件)|函号|编号")
_NUMBER = regex(r"[一-鿿]{2,12}[〔\[（(]\s?(?:19|20)\d\d\s?[〕\]）)]\s?(?:第\s?)?\d+\s?号")
_ISSUER_ASKED = regex(
    r"(?:落款|署名|发文(?:单位|机关|部门|机构)|联合(?:发文|发的文|印发|下发|发布))"
    r"|(?:哪|几|谁)[^，,。？?]{0,10}(?:发的文|印发|发文|下的文|发的(?:[这那]?[份个])?(?:通知|文件)"
    r"|(?:联合|一起|共同|联名)(?:发|出|下)(?:布|台)?的(?=[？?吗呢啊]|$))"
    r"|(?:通知|文件|指南|公告)(?:到底|究竟|是|由)*(?:谁|哪[一-鿿]{0,5})(?:印?发|出|下)(?:布|台)?的(?=[？?吗呢啊]|$)"
    r"|\b(?:which|what|who|how many)\b[^,;]{0,40}\b(?:issu|sign|publish|releas)ed\b"
    r".{0,40}\b(?:notice|guide\w*|document)"
)
# "六部门": who they are, asked of those who issued the document together, not of those that do something by it.
_TOGETHER = regex(
    r"[两二三四五六七八九十几多\d]\s?个?(?:部门|部委|厅局|委办局|单位|机关)”?[^，。；？?]{0,20}(?:通知|文件|文|发[的布文])"
    r"|(?:通知|文件|文)[^，,。；？?]{0,4}[，,]?\W?[两二三四五六七八九十几多\d]个?(?:部门|部委|厅局|委办局|单位|机关)\W?"
)
_WHICH_ONES = regex(
    r"(?:哪(?:些|[几两二三四五六七八九十\d]{1,2}[个家]?)(?:部门|部委|单位|机关)?|都有谁|(?:各|分别)?(?:是|指)(?:的是)?谁)(?=[？?吗呢啊。(]|$)"
)
_HOW_MANY = regex(r"(?:几|多少)[个家]?(?:部门|单位|部委|机关)|\bhow many\b")
_DATE_ASKED = regex(r"日期|时间|时候|哪[天年月]|几[月号]|多久")
_DATED = regex(
    r"(?:(?<!立项)(?<!认定)(?<!入选)(?<!录取)(?<!整改)通知|文件|指南|办法|公告|通告|号文|号|\bnotice|\bguidelines?|\bdocument)"
    r"[^，,。？?]{0,10}(?:印发|发文|下发|签发|落款|成文|发布|发出|出台|[印发出下]的|\bissued\b|\bdated\b|\bpublished\b|\breleased\b)"
)
_WHEN = regex(r"哪[天年月一]|什么时候|何时|几[月号]|日期|\bwhen\b|\bdate\b|\bwhat day\b")
_DAY = regex(r"(?:[一-鿿]{2,20}(?:局|委|部|厅|办公室))?(?:19|20)\d\d年\d{1,2}月\d{1,2}日(?:印发)?")
_LETTERS = regex(r"[一-鿿]{2,12}[〔\[（(](?:19|20)\d\d[〕\]）)]第?\d+号")
_BODY = regex(r"[一-鿿（）]{4,30}(?:局|委|委员会|部|厅|司|中心|办公室|政府|协会|学会)")
_TICKED = regex(r"选项|打[勾钩√对]|勾|备选|[能可]以?选|有得选|选哪|单选|多选|\b(?:tick|options?|check ?box)")
_BOX = regex(r"□\s*([^□\s]{2,16})")
_HEAD, _ON_IT = 4, 0.35
_NOT = regex(r"非|不是|无")
_MOST = 6  # citations of a list (the contract)


def imprint(scene: Scene) -> Finding | None:
    """The number or the day of the document, or those whose names stand under it, where one of them is asked for."""
    asked = scene.frame.masked
    if not scene.chosen:
        return None
    if _NUMBER_ASKED.search(asked) and "doc_number" in scene.frame.concepts:
        return _told(scene, _NUMBER)
    if _WHEN.search(asked) and _DATED.search(_LETTERS.sub("号", scene.frame.text.lower())):
        return _told(scene, _DAY)
    together = _TOGETHER.search(asked) and _WHICH_ONES.search(asked)
    if (
        (together or _ISSUER_ASKED.search(asked))
        and not _DATE_ASKED.search(asked)
        and "seal" not in scene.frame.concepts
    ):
        return _counted(signed(scene), asked)
    return None


def _counted(made: Finding | None, asked: str) -> Finding | None:
    """Those who signed, with their number where it is asked for."""
    number = made.said.count("、") + 1 if made else 0
    told = made and number > 1 and _HOW_MANY.search(asked)
    return replace(made, said=f"共{number}个：{made.said}", reason="computed") if made and told else made


def signed(scene: Scene) -> Finding | None:
    """Those whose names stand under the document."""
    return _told(scene, _BODY)


def _told(scene: Scene, pattern: re.Pattern[str]) -> Finding | None:
    """The lines of the document, outside its chapters, that are nothing but what is looked for, each once."""
    lines: dict[str, Clause] = {}
    for clause in scene.guideline.clauses:
        text = re.sub(r"\s", "", clause.text)
        if (
            clause.kind in ("note", "paragraph", "title")
            and not clause.path
            and pattern.fullmatch(text)
            and speaks(scene, clause)
        ):
            lines.setdefault(text, clause)
    if not 1 <= len(lines) <= 2 * _MOST:
        return None
    quotes = tuple(span(c, 0, len(c.text)) for c in lines.values())
    return Finding(scene.programme, "answered", None, "、".join(lines), quotes[:_MOST], score=12.0, coverage=0.9)


def ticked(scene: Scene) -> Finding | None:
    """The boxes of the field asked about, where it is asked what can be ticked there."""
    if not _TICKED.search(scene.frame.masked) or scene.frame.whether:
        return None
    for found in scene.found[:10]:
        options = _BOX.findall(found.passage.text)
        if len(options) > 1 and found.own and found.coverage >= 0.5:
            quote = whole(found.passage)
            said = "；".join(options)
            return Finding(scene.programme, "answered", None, said, (quote,), score=12.0, coverage=found.coverage)
    return None


def _by_its_head(scene: Scene, box: str, boxes: list[str]) -> bool:
    """Whether the question tells the last words of the one box that ends in them ("寻常的渔业借款": 普通渔业借款), of
    no sort that another box is of."""
    head, asked = box[-_HEAD:], scene.frame.masked
    if len(box) < _HEAD or sum(b.endswith(head) for b in boxes) > 1:
        return False
    at = asked.find(head)
    sort = asked[max(0, at - _HEAD) : max(0, at)]
    others = {p for b in boxes if b != box for p in pairs(b)} - set(pairs(box))
    return at >= 0 and not others & set(pairs(sort)) and not _NOT.search(sort)


def offered(scene: Scene) -> Finding | None:
    """A yes where a box of the field asked about bears what the question wants to tick ("有没有……这个选项")."""
    asked = scene.frame.masked
    if not _TICKED.search(asked) or "exclusive" in scene.frame.marks or scene.frame.denies:
        return None
    for found in scene.found[:10]:
        options = [o.lower() for o in _BOX.findall(found.passage.text) if len(o) > 2]
        boxes = [o for o in options if o in asked] or [o for o in options if _by_its_head(scene, o, options)]
        if len(boxes) == 1 and found.own and found.coverage >= _ON_IT:
            quote = whole(found.passage)
            return Finding(
                scene.programme, "answered", "yes", quote.text, (quote,), score=12.0, coverage=found.coverage
            )
    return None
