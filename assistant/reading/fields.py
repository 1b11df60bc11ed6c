"""What of a form is to be filled in, and under which label."""

from __future__ import annotations

import re

from assistant.reading.front import ends_title
from assistant.reading.tables import Row

_FORM = re.compile(
    r"(?:(?:书|表|清单|提纲|模[版板]|报告|承诺|样式)(?:[（(][^（）()]*[)）])?|[（(](?:提纲|模[版板]|样表|样式)[)）])"
)
_GUIDANCE = re.compile(r"[（(].*[)）]")
_ASKS = re.compile(
    r"字以内|不超过\s*\d+\s*字|限\s*\d+\s*字|\d+\s*字|填写|包括|内容|情况|说明|符合|明确|基础|方面|总结|特色"
)
_LIMIT = re.compile(
    r"[（(][^（）()]*(?:字以内|不超过\s*\d+\s*字|限\s*\d+\s*字|\d+\s*字|填写|附.{2,12}目录)[^（）()]*[)）]"
)
_SIGN = re.compile(r"签字|签章|签名|盖章|公章")
_DAY = re.compile(r".{0,12}年\s*月\s*[日曰]")
_UNIT = re.compile(r"m²|[个人项家份台套门元万]{1,2}|人次|课时数|人月|人日|万元")


def is_form(title: str) -> bool:
    """Whether a document of this title is there to be filled in."""
    return ends_title(title) and re.search(_FORM.pattern + "$", title) is not None


def is_guidance(words: str) -> bool:
    """Whether the line only says how to fill in a field."""
    return _GUIDANCE.fullmatch(words) is not None and _ASKS.search(words) is not None


def is_field(words: str, form: bool, cover: bool) -> bool:
    """Whether the line is there to be filled in."""
    if "__" in words or (is_guidance(words) and (form or _LIMIT.fullmatch(words))):
        return True
    if not form or len(words) > 60 or "。" in words:
        return False
    if _DAY.fullmatch(words) or (_SIGN.search(words) and len(words) <= 40) or words[-1] in "：:":
        return True
    return cover and re.match("[\u4e00-\u9fff]{2,12}[:：]", words) is not None


def field_name(words: str) -> str:
    """The label of a field line: what stands before the blank, the colon or the bracket."""
    name = re.split(r"[：:_]|[（(](?=[盖公签])", words)[0].strip()
    return "" if _GUIDANCE.fullmatch(words) else name


def row_asks(row: Row) -> bool:
    """Whether a row carries guidance for filling it in."""
    return any(_LIMIT.search(cell.text) or "□" in cell.text or "__" in cell.text for cell in row.cells)


def row_name(row: Row) -> str:
    """The label of a row: the last of the filled cells that begin it, guidance and units apart."""
    run: list[str] = []
    for cell in row.cells:
        words = cell.text
        if (run and not words) or "□" in words or "__" in words or _GUIDANCE.fullmatch(words) or _UNIT.fullmatch(words):
            break
        if words and run and (re.search("[。：]|" + _SIGN.pattern, words[:-1]) or len(words) > 90):
            break
        if words:
            run.append(words)
    if not run:
        return ""
    name = run[0] if len(run) > 3 or (len(run) == 3 == len(row.full)) else run[-1]
    return _LIMIT.sub("", name).strip(" :：")
