"""Numbers in sentences beside the name of a figure, against the figure in its table."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import accumulate

from assistant.drafting.draft import Flag
from assistant.drafting.lines import FigureLine
from assistant.drafting.support import figures_in
from assistant.drafting.values import shown
from assistant.guideline.patterns import regex
from assistant.programmes.numerals import half_width

_NUMBER = regex(r"(?P<gap>[^\d。；]{0,12}?(?:20\d\d年[^\d。；]{0,12})?)(?P<number>\d+(?:,\d{3})*(?:\.\d+)?)")
"""Up to 12 characters may stand between what is counted and its number, beside a year."""
_LONGEST = 44
_YEAR = regex(r"(20\d\d)年")
_SPAN = regex(r"20\d\d年?[—–\-~至到]+20\d\d年[^\d]*$")
_DIRECT = regex(
    r"(?:[（(][^（）()]{1,6}[)）]|总数|数量|总量|总计|合计|共计|共|达到|达|为|是|有|将|拟|预计|分别|20\d\d年|[：:，,“”\s])*"
)
_OTHER = regex(r"(?:新增|新建|增加|增长|年均|每年|平均|其中|首批|另|累计|超|近|约)[^，。；]{0,2}$")


@dataclass(frozen=True, slots=True)
class Named:
    """The lines of figures that go by one name, which is kept in half width."""

    name: str
    lines: tuple[FigureLine, ...]


def named_lines(lines: Sequence[FigureLine]) -> tuple[Named, ...]:
    """The lines by their names."""
    names: dict[str, list[FigureLine]] = {}
    for line in lines:
        names.setdefault(line.name, []).append(line)
    return tuple(Named(half_width(name), tuple(held)) for name, held in names.items())


def in_prose(sentence: str, names: Sequence[Named], paths: Mapping[str, tuple[str, ...]]) -> Iterator[Flag]:
    """Numbers beside the name of a figure that are none of the figure's, in whatever table it stands."""
    flat = half_width(sentence)
    for named in names:
        if named.name not in flat:
            continue
        longer = [other.name for other in names if named.name in other.name and other.name != named.name]
        for said in re.finditer(re.escape(named.name), flat):
            if not any(_covers(flat, said, other) for other in longer):
                yield from _beside(flat, said, named, paths)


def _beside(flat: str, said: re.Match[str], named: Named, paths: Mapping[str, tuple[str, ...]]) -> Iterator[Flag]:
    rest, before = flat[said.end() : said.end() + _LONGEST], flat[: said.start()]
    found = _NUMBER.match(rest)
    if found is None or not any(_counts(rest[found.end() :], line) for line in named.lines):
        return
    given = figures_in(found["number"])[0]
    years = _YEAR.findall(found["gap"]) or ([] if _SPAN.search(before) else _YEAR.findall(before)[-1:])
    right = _right(named.lines, int(years[-1]) if years else None)
    if not right or Decimal(given) in right:
        return
    line = named.lines[0]
    told = "、".join(shown(value) for value in sorted({v for one in named.lines for _, v in one.years}))
    sure = _DIRECT.fullmatch(found["gap"]) is not None and _OTHER.search(before) is None
    concerned = tuple(dict.fromkeys(path for one in named.lines for path in paths.get(one.name, ())))
    values = (("about", line.name), ("given", given), ("told", told))
    yield Flag("prose", values, line.quote or line.name, paths=concerned, sure=sure)


def _right(lines: Sequence[FigureLine], year: int | None) -> frozenset[Decimal]:
    """What may be said of a year: its number, or that of all years so far; empty where nothing is told of it."""
    told = {v for line in lines for y, v in line.years if year is None or y in (None, year)}
    sums = {v for line in lines for v in accumulate(value for _, value in line.years)}
    return frozenset(told | sums) if told else frozenset()


def _covers(flat: str, said: re.Match[str], longer: str) -> bool:
    """Whether the name is only a part of a longer one that stands there."""
    start = flat.find(longer, max(0, said.start() - len(longer)))
    return 0 <= start <= said.start() and said.end() <= start + len(longer)


def _counts(after: str, line: FigureLine) -> bool:
    """Whether the number is followed by the figure's unit."""
    return not line.unit or after.lstrip().startswith(half_width(line.unit))
