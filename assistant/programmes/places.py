"""Where an order to change words finds them: "附件1第三条第（二）项"."""

from __future__ import annotations

import re

from assistant.guideline.clause import Clause
from assistant.guideline.document import Guideline
from assistant.guideline.patterns import regex
from assistant.programmes.numerals import half_width, number

_NUMBER = r"[\d一二三四五六七八九十]{1,4}"
_ANNEX = regex(rf"附件\s?({_NUMBER})")
_LABEL = regex(
    rf"第\s?[(]?({_NUMBER})[)]?\s?(?:条|部分|项|点|章|节)|(?<!第)[(]({_NUMBER})[)]|(?:^|[\s,“])({_NUMBER})[、.]"
)
_PARAGRAPH = regex(rf"第\s?({_NUMBER})\s?款")


def stands_at(clause: Clause, place: str, guideline: Guideline) -> bool:
    """Whether a clause stands where the half-width words say: annex and numbers of it and those above, in order."""
    if annex := _ANNEX.search(place):
        named = f"a{_int(annex[1])}"
        if clause.id != named and not clause.id.startswith((f"{named}.", f"{named}-")):
            return False
    wanted = _labels(place)
    for above in _line(clause, guideline):
        if wanted and _int(above.label) == wanted[0]:
            wanted = wanted[1:]
    return not wanted


def clause_at(place: str, guideline: Guideline) -> Clause | None:
    """The one clause that the half-width words name by its number; None where they name none or several."""
    wanted = _labels(place)
    if not wanted:
        return None
    named = [
        c for c in guideline.clauses
        if _int(c.label) == wanted[-1] and c.kind != "title" and stands_at(c, place, guideline)
    ]  # fmt: skip
    tops = [c for c in named if all(o.id != c.parent for o in named)]
    article = [c for c in tops if len(_line(c, guideline)) == min(len(_line(o, guideline)) for o in tops)]
    if len(article) != 1:
        return None
    paragraph = _PARAGRAPH.search(place)
    if paragraph is None:
        return article[0]
    rest = [c for c in guideline.children(article[0].id) if c.text.strip()]
    parts = [article[0], *rest] if len(article[0].text) > len(article[0].label) + 20 or not rest else rest
    at = _int(paragraph[1]) - 1
    return parts[at] if 0 <= at < len(parts) else None


def _line(clause: Clause, guideline: Guideline) -> tuple[Clause, ...]:
    """The clause and those above it, from the top."""
    by_id = {c.id: c for c in guideline.clauses}
    line = [clause]
    while (parent := line[-1].parent) is not None and parent in by_id:
        line.append(by_id[parent])
    return tuple(reversed(line))


def _labels(place: str) -> tuple[int, ...]:
    return tuple(_int(next(g for g in m.groups() if g)) for m in _LABEL.finditer(_ANNEX.sub("", place)))


def _int(words: str) -> int:
    match = re.search(_NUMBER, half_width(words))
    value = number(match[0]) if match else None
    return -1 if value is None else int(value)
