"""Periods, word limits and copies."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.guideline.patterns import regex
from assistant.guideline.statement import AIM, Statement
from assistant.guideline.values import Quantity
from assistant.programmes.counts import operator_of
from assistant.programmes.modality import exceptions_of, modality_of
from assistant.programmes.scope import Sentence, shifted

_PERIOD = regex(
    r"公示期?|有效期限?|建设周期|建设期限?|建设年限|实施周期|实施期限?|培育期|整改期?|整改期限|异议期|公告期?|试运行期|管理期|任务期|周期|期限|任期|协议期?|合同期?"
)
_GOAL = regex(r"(?:利用|通过|用|经过|力争)\s?$")
_WITHIN = regex(r"^\s?(?:以|之)?内")
_SINCE = regex(r"(?:之日起|日起|收到[^,;。]{0,12}|结束后|期满|发布后|后)\s?$")
_COPY = regex(r"一式|纸质|原件|复印件|材料|申报书|打印|盖章|递交|报送|胶装|装订")
_BOUND = regex(r"(?:不得?超过|限|限定|控制在|不少于|不多于|最多|至多|约)")
_LABEL = regex(r"^(?:\d+[.、]|[一二三四五六七八九十]+、|\([一二三四五六七八九十\d]+\))\s?")


def find_limits(sentence: Sentence) -> Iterator[Statement]:
    """Statements period, word_limit and copies."""
    for quantity in sentence.quantities:
        if quantity.dimension == "characters":
            yield from _words(sentence, quantity)
        elif quantity.dimension == "copies":
            yield from _copies(sentence, quantity)
        elif quantity.dimension == "duration":
            yield from _period(sentence, quantity)


def _period(sentence: Sentence, q: Quantity) -> Iterator[Statement]:
    where = sentence.rule(q.start, q.end)
    before, after = sentence.text[where[0] : q.start], sentence.text[q.end : where[1]]
    named = [m[0] for m in _PERIOD.finditer(before)]
    subject = named[-1] if named else ""
    if named and (late := re.search(r"[^,;。]*(?:届满|期满|结束|到期)[^,;。]{0,4}$", before)):
        subject = late[0].strip()
    if not subject and re.match(r"^(?:以上)?的?(?:公示|建设周期|建设期|有效期|整改|试运行)", after):
        subject = re.sub(r"^(?:以上)?的?", "", after)[:4]
    if not subject and _GOAL.search(before) and re.match(r"左右|的?时间|的?努力", after):
        subject = AIM
    if not subject and _WITHIN.match(after) and _SINCE.search(before):
        subject = _WITHIN.sub("", after).strip()
    if subject:
        yield sentence.say(
            "period",
            *where,
            value=shifted(q, sentence.start),
            operator=operator_of(q),
            modality=modality_of(sentence.text[where[0] : where[1]]),
            subject=subject,
            exceptions=exceptions_of(sentence.words(where)),
        )


def _words(sentence: Sentence, q: Quantity) -> Iterator[Statement]:
    where = _cell(sentence, sentence.segment(q.start, q.end))
    subject = q.head if q.head and q.head not in ("正文", "全文", "字数") else ""
    again = ("下同",) if "下同" in sentence.text[q.end : q.end + 12] else ()
    yield sentence.say(
        "word_limit",
        *where,
        value=shifted(q, sentence.start),
        operator=operator_of(q) if operator_of(q) != "is" else "max",
        modality="must",
        subject=subject or _field(sentence, q.start) + (q.head and f"·{q.head}"),
        exceptions=again,
    )


def _cell(sentence: Sentence, where: tuple[int, int]) -> tuple[int, int]:
    """A limit in a table row or a bracket is quoted with the label in front of it."""
    line = sentence.text.rfind("\n", 0, where[0]) + 1
    if sentence.clause.kind in ("row", "field") and where[1] - line <= 160:
        end = where[1] + (where[1] < len(sentence.text) and sentence.text[where[1]] == ")")
        return line, end
    if sentence.text[where[0] : where[0] + 1] == "(" and ")" not in sentence.text[slice(*where)]:
        where = (where[0] + 1, where[1])
    opens = where[0] > 0 and sentence.text[where[0] - 1] == "("
    closes = where[1] < len(sentence.text) and sentence.text[where[1]] == ")"
    return (where[0] - 1, where[1] + 1) if opens and closes else where


def _field(sentence: Sentence, at: int) -> str:
    """The label of the field that a limit stands in: the row's own words, the heading, the path, the context."""
    clause = sentence.clause
    left = clause.text[: sentence.start] + sentence.text[:at]
    pieces = [c.strip(" ()\t") for c in re.split(r"[\t\n]", left)]
    cells = [c for c in pieces if len(c) > 1 and not _BOUND.fullmatch(c)]
    if cells and "\t" in left:
        return _LABEL.sub("", cells[-1])
    if clause.heading and not re.search(r"\d\s*字", clause.heading):
        return clause.heading
    own = re.split(r"[((,;。]", _LABEL.sub("", left.strip()))[0].strip()
    if 1 < len(own) <= 24 and own not in ("不超过", "限"):
        return own
    if clause.path:
        return _LABEL.sub("", clause.path[-1]).strip()
    return clause.context.split("\n")[-1].strip()


def _copies(sentence: Sentence, q: Quantity) -> Iterator[Statement]:
    where = sentence.segment(q.start, q.end)
    left, right = where
    if left > 0 and right < len(sentence.text) and sentence.text[left - 1] == "(" and sentence.text[right] == ")":
        left, right = sentence.segment(left - 1, right + 1)
    if not _COPY.search(sentence.text[max(0, left - 12) : right]):
        return
    before = sentence.text[left : q.start]
    subject = re.sub(r"[,(]?(?:各|均)?(?:一式|打印|报送|提交|递交)*\s?$", "", before).strip("( ")
    yield sentence.say(
        "copies",
        left,
        right,
        value=shifted(q, sentence.start),
        operator=operator_of(q),
        modality="must",
        subject=subject,
    )
