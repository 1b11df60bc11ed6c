"""What has happened is asked, which no rule tells ("公示了吗": 公示5个工作日); that a day has passed is worked out."""

from __future__ import annotations

import re

from assistant.answering.beyond.given import Given
from assistant.guideline.patterns import regex

_STEP = (
    r"(?:公示|公布|发布|公开|印发|下发|结束|开始|启动|开展|评审|评|审核|审|批复?|认定|授牌|挂牌|验收|撤销?|取消|拨付?|到账|发放?"
    r"|提交|交|报送|报|出来|出|下来|摘牌|摘|定下来)"
)
_HAPPENED = regex(
    rf"{_STEP}(?:期|完|好|过|结束|开始|下来|出来)*(?:了|过了)(?:吗|么|没有?|不)?[？?。\s]*$"
    rf"|(?:已经?|正在|现在|目前|还在|在){_STEP}[^，,。？?]{{0,6}}(?:吗|么|没有?)[？?。\s]*$"
    r"|\b(?:has|have|had) .{1,80}\b(?:been|started|begun|ended|closed|come out|finished)\b"
    r"|^\W*(?:was|were|did) |\balready\b|\byet\b"
)
_THEREBY = regex(r"就.*")  # 无异议，就认定了吗: what follows, not what has happened
_TOLD = regex(r"已|(?<=[一-鿿])了(?!解)|\b(?:has|have) been\b")
_UNDONE = regex(r"[未非无](?P<what>[一-鿿]{2})")
_LACKING = regex(r"未|没|无|不|非|尚")


def happened(given: Given) -> bool:
    """Whether it is asked if something has happened, and no quote tells that it has."""
    asked = _HAPPENED.search(_THEREBY.sub("", given.frame.asking_part))
    return given.finding.reason != "passed" and bool(asked) and not _TOLD.search(given.proof)


def done(given: Given) -> bool:
    """Whether the question tells as done or so what the quotes only know as not ("已经就业的": 未就业)."""
    asked, proof = given.asked, given.proof
    for what in {m["what"] for m in _UNDONE.finditer(proof)}:
        mine = [m.start() for m in re.finditer(what, asked)]
        if not mine or any(_LACKING.search(asked[max(0, at - 3) : at]) for at in mine):
            continue
        if all(proof[m.start() - 1 : m.start()] in ("未", "非", "无") for m in re.finditer(what, proof)):
            return True
    return False
