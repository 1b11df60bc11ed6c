"""The time of the year that a question names, in the words that documents have for it."""

from __future__ import annotations

import re

from assistant.guideline.patterns import regex

_TIMES = (
    (
        regex(r"年[底末]|岁末|\byear[- ]end\b|\bend of (?:the|each|every) year\b"),
        regex(r"(?<!\d)1[12]\s?月|年[底末]|第四季度"),
    ),
    (
        regex(r"年初|开年|开春|\b(?:start|beginning) of (?:the|each|every) year\b"),
        regex(r"(?<!\d)[123]\s?月|年初|第一季度"),
    ),
    (regex(r"年中(?!国)|上半年"), regex(r"(?<!\d)[67]\s?月|年中|上半年|第二季度")),
)
_TOLD = regex(r"季度|\d\s?月|[上下]半年|年[初中底末]")


def asked_time(question: str) -> re.Pattern[str] | None:
    """What a sentence on the time of the year that the question names holds; None where it names none."""
    return next((told for asked, told in _TIMES if asked.search(question)), None)


def of_other_times(sentence: str, asked: re.Pattern[str]) -> bool:
    """Whether the sentence tells of times of the year, and not of the one asked about."""
    return bool(_TOLD.search(sentence)) and not asked.search(sentence)
