"""Seals, signatures, paper and file formats."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.guideline.patterns import regex
from assistant.guideline.statement import Statement
from assistant.programmes.modality import modality_of
from assistant.programmes.scope import Sentence

_SEAL = regex(r"加盖[^,;。)]{0,10}公章|盖章|公章|签章|签字|骑缝章|盖[^,;。]{1,8}章")
_FORMAT = regex(
    r"A4|A3|双面|单面|字体|字号|仿宋|宋体|行距|页边距|装订|胶装|PDF|pdf|[Ww][Oo][Rr][Dd]|扫描|电子版|电子稿|电子文档|光盘|U盘"
    r"|页码|目录索引|(?<!此)格式"
)


def find_seals(sentence: Sentence) -> Iterator[Statement]:
    """Where a seal or signature is asked for, outside the blanks of a form."""
    if sentence.clause.kind in ("row", "field") or "__" in sentence.clause.text:
        return
    for match, where in _segments(sentence, _SEAL, 8):
        subject = sentence.text[where[0] : match.start()].strip("( ")
        yield sentence.say("seal", *where, value=match[0], modality="must", subject=subject)


def find_formats(sentence: Sentence) -> Iterator[Statement]:
    """Paper, type and file formats: one statement for each segment."""
    for match, where in _segments(sentence, _FORMAT, 5):
        modality = modality_of(sentence.text[where[0] : where[1]], "must")
        yield sentence.say("format", *where, modality=modality, subject=match[0])


def _segments(
    sentence: Sentence, pattern: re.Pattern[str], least: int
) -> Iterator[tuple[re.Match[str], tuple[int, int]]]:
    done: set[tuple[int, int]] = set()
    for match in pattern.finditer(sentence.text):
        left, right = sentence.segment(*match.span())
        if left > 0 and sentence.text[left - 1] == "(" and right < len(sentence.text):
            left, right = sentence.segment(left - 1, right + 1)
        if (left, right) not in done and right - left >= least:
            done.add((left, right))
            yield match, (left, right)
