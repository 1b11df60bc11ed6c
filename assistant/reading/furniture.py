"""What pages add to a text: numbers at their feet, rules over their notes, notes that cut a sentence in two."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.guideline.clause import Clause
from assistant.guideline.sentences import sentences

_APART = 8  # lines that a page has at least
_PAGES = 3  # numbers that make a count of pages
_RULE = re.compile(r"[—─－–_-]{4,}")
_MARK = re.compile(r"[¹²³⁴⁵⁶⁷⁸⁹]|\[\d{1,2}\]|［\d{1,2}］|〔\d{1,2}〕|[①-⑩]")
_STOPPED = "。！？；：!?;:"
_LATER = 4  # lines over which a sentence cut by notes may go on
_LONGEST = 100


def page_numbers(words: Sequence[str]) -> frozenset[int]:
    """Which of the lines are bare page numbers: 1, 2, 3 … in their order, each a good many lines below the last."""
    chain: list[int] = []
    for i, text in enumerate(words):
        if text == str(len(chain) + 1) and (not chain or i - chain[-1] >= _APART):
            chain.append(i)
    return frozenset(chain) if len(chain) >= _PAGES else frozenset()


def is_rule(text: str) -> bool:
    """Whether the line is a rule of dashes as stands over footnotes."""
    return _RULE.fullmatch(text) is not None


def marked(text: str) -> str:
    """The mark of a footnote that the line begins with, "" for none."""
    match = _MARK.match(text)
    return match.group() if match else ""


def notes_after(words: Sequence[str], rules: Sequence[int], ends: Sequence[int]) -> tuple[int, ...]:
    """The order of the lines in which no footnote cuts a sentence. `rules` are the numbers of the lines that stand
    first under a rule, `ends` those that stand first on a page."""
    order = list(range(len(words)))
    for rule in rules:
        end = next((e for e in ends if e > rule), len(words))
        if not 0 < rule < end < len(words) or not marked(words[rule]) or words[rule - 1][-1:] in _STOPPED:
            continue
        stop = next((k for k in range(end, min(end + _LATER, len(words))) if words[k][-1:] in _STOPPED), None)
        if stop is not None:
            moved = order[rule:end]
            order[rule : stop + 1] = [*order[end : stop + 1], *moved]
    return tuple(order)


def noted(clauses: Sequence[Clause]) -> tuple[Clause, ...]:
    """The clauses, those that begin with the mark of a footnote as notes on the sentence that bears it."""
    found: list[Clause] = []
    for clause in clauses:
        mark = marked(clause.text)
        bears = _bearing(found, mark) if mark else ""
        if bears and clause.kind in ("note", "paragraph", "item"):
            clause = replace(clause, kind="note", label=mark, heading="", context=clause.context or bears)
        found.append(clause)
    return tuple(found)


def _bearing(clauses: Sequence[Clause], mark: str) -> str:
    """The last sentence before that bears the mark behind a word, "" for none."""
    reference = re.compile(rf"(?<=[一-鿿”）)\w]){re.escape(mark)}" + ("(?![一-鿿])" if mark in "①②③④⑤⑥⑦⑧⑨⑩" else ""))
    for clause in reversed(clauses):
        match = reference.search(clause.text)
        if match and marked(clause.text) != mark:
            start, end = next((a, b) for a, b in sentences(clause.text) if a <= match.start() < b)
            return clause.text[start:end].replace(mark, "")[:_LONGEST]
    return ""
