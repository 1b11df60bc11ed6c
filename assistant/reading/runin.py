"""Headings on lines of their own, and headings that run into their paragraph."""

from __future__ import annotations

import re

from assistant.reading.labels import Label

_VERBS = (
    "坚持|建设|打造|构建|推进|推动|加强|完善|强化|健全|创新|优化|深化|落实|发挥|积极|助力|探索|围绕|聚焦|搭建|开展|提升|提高|培育|"
    "孵化|实施|支持|促进|服务|建立|形成|联合|协同|择优|对标|对照|密切|校企"
)
_SENTENCE = re.compile(
    r"应当|应[^用急]|须|必须|不得|不超过|不少于|不低于|将|可以|可(?=[由在按向])|由|是|为(?!重点|核心|本|主|导向|要)|的$|(?<![申邀聘])请|如|若|经|\d"
)
_FIRST = re.compile(r"([^。；！？：:]{2,46}?)[。：:](?=.)", re.S)
_STARTS = re.compile(_VERBS)


def is_pure(words: str, label: Label) -> bool:
    """Whether the line is a heading and nothing else."""
    body = words[label.end :].strip()
    return bool(body) and len(body) <= 60 and not re.search("[。；;!?！？]", body) and body[-1] not in "：:，,、.…"


def run_in(words: str, label: Label) -> str:
    """The heading words that the paragraph begins with ("申报提交" of "1.申报提交。申报单位…"), or "".

    A short first sentence is a heading unless it states something (a modal verb, an agent, a figure);
    a longer one only where it begins with the verb of a task. An item that leads in a list
    ("申报单位应当具备下列条件：") names what stands below it.
    """
    body = words[label.end :].strip()
    if leads_in(body) and len(body) <= 42:
        return body.rstrip("：:")
    match = _FIRST.match(body)
    if not match or body[match.end(1)] != "。":
        return ""
    first = match.group(1)
    if _SENTENCE.search(first):
        return ""
    if "，" not in first and len(first) <= 22:
        return first
    return first if _STARTS.match(first) else ""


def leads_in(words: str) -> bool:
    """Whether the text announces what follows it."""
    return words.rstrip()[-1:] in ("：", ":")
