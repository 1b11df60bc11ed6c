"""The sorts that a document divides its programme into by name ("综合型" and "行业型", "标杆级" and "培育级"): what it
lays down for one of them answers nothing about another.

A name is one of a sort only where the document sets it beside another: as boxes to tick, as columns of a table, in a
list, or as items side by side. Levels of government and of rank divide no programme.
"""

from __future__ import annotations

import re

from assistant.guideline.clause import Clause
from assistant.guideline.document import Guideline
from assistant.guideline.patterns import regex
from assistant.guideline.quote import Quote, span
from assistant.guideline.sentences import sentences

Sorts = tuple[frozenset[str], ...]
Asked = dict[frozenset[str], frozenset[str]]
_NAME = r"[一-鿿]{1,5}[型级类]"
_TICKED = regex(rf"□\s*({_NAME})(?=[\s□）)（(]|$)")
_LISTED = regex(rf"(?:分为|分成|分|设)(?P<names>{_NAME}(?:[、和与及或]{_NAME})+)")
_BEGINS = regex(
    rf"(?:[（(]?[一二三四五六七八九十\d]{{1,3}}[)）、.．])?\s*({_NAME})"
    r"(?=[\d。，：:]|面向|聚焦|由|指|应|须|可|不|每|工|实|基|项|平|中|领|申|的|另)"
)
_NO_SORT = regex(
    r"^(?:.*(?:国家|省|市|县|区|校|院|部|厅|乡镇|地|班|年|高|中|初|上|下|特|甲|乙|丙|[A-Z]|[一二三四五六七八九十])级"
    r"|.*(?:各|同|此|这|该|两|几|多|其|何|每|本|哪|三|四|五|分|种)[类型级]|.*(?:类|典|模|转|小|大|微|中)型)$"
)
_AGAINST = regex(rf"(?:比起?|相比|不同于|区别于|[与和跟同](?={_NAME}相?比)){_NAME}")
_ASIDE = regex(r"[（(][^（）()]*[)）]")
_COMMA = regex(r"[，,]")
_TOPIC = 8  # characters of a sentence within which what it is about is named


def sorts_of(guideline: Guideline) -> Sorts:
    """The groups of names that stand side by side in the document."""
    groups: list[set[str]] = []
    siblings: dict[tuple[str, str], set[str]] = {}
    for clause in guideline.clauses:
        _join(groups, _TICKED.findall(clause.text))
        _join(groups, [c.column for c in clause.cells if re.fullmatch(_NAME, c.column)])
        for match in _LISTED.finditer(clause.text):
            _join(groups, re.split("[、和与及或]", match["names"]))
        if begins := _BEGINS.match(clause.text):
            siblings.setdefault((clause.parent or "", clause.kind), set()).add(begins.group(1))
    for names in siblings.values():
        _join(groups, sorted(names))
    return tuple(frozenset(g) for g in groups)


def begins_with(guideline: Guideline, name: str) -> list[Quote]:
    """The items that begin with the name of a sort, each without what it goes on to say of others; fields of a form
    and rows of a table are none."""
    found = []
    for clause in guideline.clauses:
        begun = _BEGINS.match(clause.text) if clause.kind in ("item", "paragraph") and not clause.cells else None
        if begun is None or begun.group(1) != name:
            continue
        ends = [b for a, b in sentences(clause.text) if a == 0 or told(clause, a, b, frozenset({name}))]
        found.append(span(clause, 0, len(clause.text[: ends[-1]].rstrip("；;"))))
    return found


def _join(groups: list[set[str]], names: list[str]) -> None:
    """Add names that end alike to the group that holds one of them."""
    for ending in "型级类":
        alike = {n for n in names if n.endswith(ending) and len(n) > 2 and not _NO_SORT.match(n)}
        if len(alike) < 2:
            continue
        held = next((g for g in groups if g & alike), None)
        if held is None:
            groups.append(alike)
        else:
            held |= alike


def named_sorts(sorts: Sorts, text: str) -> tuple[str, ...]:
    """The names of the first group of which the text names two or more, in the order of the text."""
    for group in sorts:
        if len(named := sorted((n for n in group if n in text), key=text.index)) > 1:
            return tuple(named)
    return ()


def asked_sorts(sorts: Sorts, text: str) -> Asked:
    """Of each group of which the text names some but not all, those that it names, what it only sets them against
    ("与社区型相比") aside."""
    text = _AGAINST.sub("", text)
    named = {group: frozenset(n for n in group if n in text) for group in sorts}
    return {group: names for group, names in named.items() if names and names != group}


def of_other_sort(clause: Clause, start: int, end: int, asked: Asked) -> bool:
    """Whether a run of a clause is about sorts other than those asked about."""
    return any(bool(held := told(clause, start, end, group)) and not held & names for group, names in asked.items())


def of_sorts(clause: Clause, start: int, end: int, sorts: Sorts) -> frozenset[str]:
    """The sorts that a run of a clause is about."""
    return frozenset[str]().union(*(told(clause, start, end, group) for group in sorts))


def told(clause: Clause, start: int, end: int, group: frozenset[str]) -> frozenset[str]:
    """The sorts of the group that the run is about: none where it says something of others besides."""
    if clause.cells:
        return frozenset()
    run = clause.text[start:end]
    if named := frozenset(n for n in group if n in run):
        if not any(n in _ASIDE.sub("", run) for n in named):
            return frozenset()  # 不少于9人（个体型不少于3人）: laid down for all, with what is less for some
        early = any(n in run.strip()[: _TOPIC + len(n)] for n in named)
        return named if early or not _COMMA.search(run) else frozenset()
    topic = frozenset[str]()
    for a, b in sentences(clause.text):
        if b > start:
            break
        begun = _BEGINS.match(clause.text[a:b])
        topic = frozenset({begun.group(1)}) & group if begun and (a == 0 or topic) else topic
    if topic:
        return topic
    places = (clause.heading, *reversed(clause.path))
    return next((held for p in places if (held := frozenset(n for n in group if n in p))), frozenset())
