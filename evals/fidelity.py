"""Whether what an answer says stands in its quotes: its figures and dates, and its sentences."""

from __future__ import annotations

import re

from assistant.guideline.sentences import sentences
from evals.cases import Case
from evals.figures import figures
from evals.reply import Reply
from evals.text import mentions, plain, tight

RUN, LEAST = 6, 4
_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
_SUM = re.compile(r"\d+(?:\s*[+＋]\s*\d+)+")
_DATE = re.compile(r"\d{4}\s*年\s*\d{1,2}\s*月(?:\s*\d{1,2}\s*日)?")
_NUMBER = re.compile(r"\d+(?:\.\d+)?")
_ENGLISH_END = re.compile(r"(?<=[a-z)”\"])\.(?=\s|$)")


def figures_told(reply: Reply, case: Case) -> tuple[int, int]:
    """How many figures and dates of the answer stand in its quotes, the question, the earlier messages or the day of
    asking, and how many there are. A figure stands in either script; a date must stand there whole, however it is
    written. Beside them a sum may stand whose terms are shown, and the number of quotes."""
    evidence = _dated(_evidence(reply, case))
    sums = (sum(map(int, re.findall(r"\d+", shown))) for shown in _SUM.findall(reply.answer))
    values = {str(figure.value) for figure in figures(evidence)} | {str(n) for n in (*sums, len(reply.citations))}
    answer = plain(_dated(reply.answer))
    dates = _DATE.findall(answer)
    told = [mentions(evidence, date) >= 0 for date in dates]
    for number in _NUMBER.findall(_DATE.sub(" ", answer)):
        told.append(mentions(evidence, number) >= 0 or number in values)
    for figure in figures(reply.answer):
        if not figure.written[0].isascii():
            told.append(mentions(evidence, figure.written + figure.unit) >= 0 or figure.told_in(evidence))
    return sum(told), len(told)


def cited_sentences(reply: Reply) -> tuple[int, int]:
    """How many sentences of the answer, those of six characters or more, share six in a row with a quote or hold a
    short one whole, and how many there are. Words in quotation marks belong to the sentence before them, which says
    what they prove."""
    quotes = [_bare(text) for c in reply.citations for text in (c.quote, c.source_quote) if text]
    runs = {quote[at : at + RUN] for quote in quotes for at in range(len(quote) - RUN + 1)}
    short = [quote for quote in quotes if LEAST <= len(quote) < RUN]
    held = [_bare(part) for line in reply.answer.splitlines() for part in _parts(line)]
    long = [part for part in held if len(part) >= RUN]
    cited = [
        any(part[at : at + RUN] in runs for at in range(len(part) - RUN + 1)) or any(quote in part for quote in short)
        for part in long
    ]
    return sum(cited), len(long)


def _parts(line: str) -> list[str]:
    marked = _ENGLISH_END.sub("。", line)
    parts: list[str] = []
    for start, end in sentences(marked, "。！？!?"):
        part = marked[start:end].strip()
        if parts and part[:1] in '“"「；;':
            parts[-1] += part
        else:
            parts.append(part)
    return parts


def _dated(text: str) -> str:
    """The text with dates such as 2024-05-15 in the documents' own way."""
    return _ISO.sub(lambda m: f"{m[1]}年{int(m[2])}月{int(m[3])}日", text)


def _bare(text: str) -> str:
    return re.sub(r"[\W_]", "", tight(plain(text)))


def _evidence(reply: Reply, case: Case) -> str:
    quotes = [text for c in reply.citations for text in (c.quote, c.source_quote, c.title)]
    turns = [turn.content for turn in case.history]
    return "\n".join([*quotes, case.question, *turns, reply.as_of])
