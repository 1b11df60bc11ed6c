"""Who does what in the procedure, and how to reach them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.guideline.patterns import regex
from assistant.guideline.quote import span
from assistant.guideline.statement import Statement
from assistant.programmes.contacts import find_contacts
from assistant.programmes.modality import modality_of
from assistant.programmes.scope import Sentence

_BODY = (
    r"(?P<body>(?:[\u4e00-\u9fff、“”]{1,28}?(?:中心|办公室|项目办|委员会|秘书处|司|处|厅|(?<!格)局|发改委|经信委|委|部门|协会|学会|工信部|教育部"
    r"|人社部|科技部)(?:[\u4e00-\u9fff]{0,6}(?:司|处|科|办公室))?)"
    r"|我中心|我部|我厅|我局|我会|中心|省厅|市局|部)"
)
_ACT = r"(?P<act>评审|评议|审核|初审|复审|审查|考察|遴选|认定|立项|解释|受理|验收|评估|公示|公布|授牌|批准|推荐|核定|备案|考核|确定|组织实施|起草)"
_LABEL = r"(?:\(?[\d一二三四五六七八九十]{1,3}[.、)]\s?)?"
_RULES = (
    regex(
        rf"由{_BODY}(?:负责|组织|牵头|会同[^,;。]{{2,20}}|统一|具体|委托[^,;。]{{2,10}}|对[^,;。]{{2,20}}(?:进行)?|起草并)*"
        rf"[^,;。]{{0,4}}{_ACT}"
    ),
    regex(
        rf"(?:^|[,;:])(?:[一二三四五六七八九十\d]+[.、)]\s?)?{_BODY}(?:将|应|须|要|可)?(?:具体)?(?:负责|组织"
        rf"|委托)(?P<mid>[^,;。]{{0,30}}?){_ACT}"
    ),
    regex(
        rf"(?:^|[,;:])(?:\d+[.、]\s?)?{_BODY}(?:将|应|须|要)?对[^,;。]{{2,30}}?(?:进行|开展)(?:[^,;。]{{0,4}}){_ACT}"
    ),
    # 部委托有关专家，根据…进行评审; 中心是…机构，负责本项目的组织实施
    regex(rf"^{_LABEL}{_BODY}(?:将)?(?:委托|组织)[^。;]{{2,40}}?(?:进行|开展){_ACT}"),
    regex(rf"^{_LABEL}{_BODY}(?:是|作为)[^,;。]{{2,40}},(?:[^,;。]{{2,30}},)?(?:负责|组织)[^,;。]{{0,30}}?{_ACT}"),
)
_TOWARDS = regex(rf"向{_BODY}(?:统一)?(?P<act>报送|提交|申报|提出申请)")
_SENT = regex(
    rf"(?P<act>(?:报送|寄送|寄达|提交|发送|(?<![申填上])报|邮寄|上报|送达)(?:至|到|给)?){_BODY}(?=[,;。)(]|进行|备案|审|$|初)"
)
_OFFICE_NOISE = regex(
    r"^(?:并|由|将|经|至|到|给|属地(?=部门)|统一|一并|并由|随后|分别|以)+|^.*(?:由|结合|依据|根据|经过|通过|按照)"
)


def find_organisers(sentence: Sentence) -> Iterator[Statement]:
    """Statements organiser: `value` the body, `subject` the act (评审, 解释, 报送 …)."""
    done: set[tuple[str, str]] = set()
    for pattern in (*_RULES, _SENT, _TOWARDS):
        for match in pattern.finditer(sentence.text):
            body = _OFFICE_NOISE.sub("", match["body"]).strip("、")
            body = body if "”" in body else body.strip("“")
            if len(body) < 2 and body != "部" or (body, match["act"]) in done or not _plausible(body):
                continue
            done.add((body, match["act"]))
            where = sentence.segment(*match.span())
            yield sentence.say(
                "organiser",
                *where,
                value=body,
                modality=modality_of(sentence.text[where[0] : where[1]]),
                subject=match["act"],
            )


def _plausible(body: str) -> bool:
    """A body is no list of applicants and no thing: 实践中心 and 创新中心 are what is built."""
    built = re.search(r"(?:实践|创新|实训|研发|数据|孵化|运营|技术|资源|合作|协同)中心$", body)
    return not built and not re.search(
        r"单位|(?<!中小)企业|高校|院校|申报|平台|推荐|干部|全部|内部|本部|主体|一般", body
    )


def find_contact_details(sentence: Sentence) -> Iterator[Statement]:
    """Statements contact, one for each person or office; the whole clause is read at its first sentence."""
    if sentence.start:
        return
    for contact in find_contacts(sentence.clause.text):
        key = contact.phone.split("、")[0] or contact.email or contact.person or contact.address or contact.fax
        text = sentence.clause.text
        at = text.find(key[:4]) if text.find(key) < 0 else text.find(key)
        if at < 0:
            at = 0
        start = max(text.rfind(c, 0, at) for c in "；;。\n") + 1
        name = text.find(contact.person) if contact.person else -1
        if 0 <= name < start:
            start = max(text.rfind(c, 0, name) for c in "；;。\n") + 1
        ends = [text.find(c, at) for c in "；;。\n"]
        end = min([e for e in ends if e >= 0], default=len(text))
        if not text[start:end].strip():
            continue
        names, clause = sentence.names, sentence.clause
        programmes = names.at(clause, sentence.text, 0) if end <= sentence.end else names.home(clause)
        subject, quote = contact.office or contact.person, span(sentence.clause, start, end)
        yield Statement(programmes, "contact", "", (), subject, "is", contact, "states", False, (), quote)
