"""Whether what an answer says stands in its quotes: its figures and dates, and its sentences."""

from __future__ import annotations

import re

from assistant.guideline.sentences import sentences
from evals.cases import Case
from evals.figures import figures
from evals.reply import Reply
from evals.text import mentions, plain, tight

RUN = 6
_DATE = re.compile(r"\d{4}年\d{1,2}月(?:\d{1,2}日)?")
_NUMBER = re.compile(r"\d+(?:\.\d+)?")
_ENGLISH_END = re.compile(r"(?<=[a-z)”\"])\.(?=\s|$)")


def figures_told(reply: Reply, case: Case) -> tuple[int, int]:
    """How many figures and dates of the answer stand in its quotes, the question, the earlier messages or the day of
    asking, and how many there are. A figure stands in either script; a Chinese date must stand there whole."""
    evidence = _evidence(reply, case)
    values = {str(figure.value) for figure in figures(evidence)}
    answer = plain(reply.answer)
    dates = _DATE.findall("".join(answer.split()))
    told = [mentions(evidence, date) >= 0 for date in dates]
    for number in _NUMBER.findall(answer):
        told.append(mentions(evidence, number) >= 0 or number in values)
    for figure in figures(reply.answer):
        if not figure.written[0].isascii():
            told.append(mentions(evidence, figure.written + figure.unit) >= 0 or figure.told_in(evidence))
    return sum(told), len(told)


def cited_sentences(reply: Reply) -> tuple[int, int]:
    """How many sentences of the answer, those of six characters or more, share six in a row with a quote, and how many
    there are."""
    quotes = [_bare(text) for c in reply.citations for text in (c.quote, c.source_quote) if text]
    runs = {quote[at : at + RUN] for quote in quotes for at in range(len(quote) - RUN + 1)}
    held = [_bare(part) for line in reply.answer.splitlines() for part in _parts(line)]
    long = [part for part in held if len(part) >= RUN]
    return sum(any(part[at : at + RUN] in runs for at in range(len(part) - RUN + 1)) for part in long), len(long)


def _parts(line: str) -> list[str]:
    marked = _ENGLISH_END.sub("。", line)
    return [marked[start:end] for start, end in sentences(marked, "。！？!?")]


def _bare(text: str) -> str:
    return re.sub(r"[\W_]", "", tight(plain(text)))


def _evidence(reply: Reply, case: Case) -> str:
    quotes = [text for c in reply.citations for text in (c.quote, c.source_quote, c.title)]
    turns = [turn.content for turn in case.history]
    return "\n".join([*quotes, case.question, *turns, reply.as_of])
