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

_NUMBER = regex(r"(?P<gap>[^\d。；;]{0,12}?)(?P<number>\d+(?:,\d{3})*(?:\.\d+)?)")
"""Up to 12 characters may stand between what is counted and its number."""
_LONGEST = 40
_YEARS = regex(r"(?:20\d\d年?[—–\-~至到]+)?20\d\d年")
_DIRECT = regex(
    r"(?:[（(][^（）()]{1,6}[)）]|总数|数量|总量|总计|合计|共计|共|达到|达|为|是|有|将|拟|预计|分别|[：:，,“”\s])*"
)
_LIST = regex(r"等|[、和与及或]")
_OTHER = regex(r"(?:新增|新建|增加|增长|年均|每年|平均|首批|另|累计|超|近|约)[^，,。；;]{0,2}$")
_COUNTED = regex(r"\d[^，,。；;、\d]{1,8}$")
"""A number right before what is counted: 22人具有高级职称."""
_MEASURE = regex(r"(?:学生|总)?(?:人数|数量|数|量|额)$")
_EDGE = regex(r"(?:^|[，,。；;、：:\s年的“])$")
_STEM = 4
"""Characters from which a part of a name tells the figure."""


@dataclass(frozen=True, slots=True)
class Named:
    """The lines of figures that go by one name. `name` is kept in half width; `front` and `back` are parts of it that
    people write instead, "" for none: 委托培养 of 委托培养学生数, 园区总产值 of 产业园区总产值."""

    name: str
    lines: tuple[FigureLine, ...]
    front: str = ""
    back: str = ""


@dataclass(frozen=True, slots=True)
class Said:
    """A sentence without its years; `years` are they, with where they stood, None for a span of years."""

    text: str
    years: tuple[tuple[int, int | None], ...]

    def year_at(self, at: int) -> int | None:
        """The year named last before a place."""
        return next((year for place, year in reversed(self.years) if place <= at), None)


def named_lines(lines: Sequence[FigureLine]) -> tuple[Named, ...]:
    """The lines by their names."""
    names: dict[str, list[FigureLine]] = {}
    for line in lines:
        names.setdefault(half_width(line.name), []).append(line)
    fronts = {name: _MEASURE.sub("", name) for name in names}
    return tuple(Named(name, tuple(held), _front(name, fronts), _back(name, names)) for name, held in names.items())


def in_prose(sentence: str, names: Sequence[Named], paths: Mapping[str, tuple[str, ...]]) -> Iterator[Flag]:
    """Numbers beside the name of a figure that are none of the figure's, in whatever table it stands."""
    said = _without_years(half_width(sentence))
    for named in names:
        for start, end, whole in _places(said.text, named):
            longer = (one.name for one in names if named.name in one.name and one.name != named.name)
            if not any(_covers(said.text, start, end, other) for other in longer):
                yield from _beside(said, start, end, whole, named, paths)


def _places(text: str, named: Named) -> Iterator[tuple[int, int, bool]]:
    """Where the name stands, or else a part of it that tells the figure, and whether it is the whole."""
    if named.name in text:
        yield from ((found.start(), found.end(), True) for found in re.finditer(re.escape(named.name), text))
    elif named.front and named.front in text:
        yield from ((found.start(), found.end(), False) for found in re.finditer(re.escape(named.front), text))
    elif named.back and named.back in text:
        for found in re.finditer(re.escape(named.back), text):
            if _EDGE.search(text[: found.start()]):
                yield found.start(), found.end(), False


def _beside(
    said: Said, start: int, end: int, whole: bool, named: Named, paths: Mapping[str, tuple[str, ...]]
) -> Iterator[Flag]:
    rest, before = said.text[end : end + _LONGEST], said.text[:start]
    found = _NUMBER.match(rest)
    if found is None or _COUNTED.search(before) or _LIST.search(found["gap"]):
        return
    if not any(_counts(rest[found.end() :], one) for one in named.lines):
        return
    direct = _DIRECT.fullmatch(found["gap"]) is not None
    right = _right(named.lines, said.year_at(end + found.start("number")))
    given = figures_in(found["number"])[0]
    if not right or Decimal(given) in right or not (whole or direct):
        return
    line = named.lines[0]
    told = "、".join(shown(value) for value in sorted({v for one in named.lines for _, v in one.years}))
    concerned = tuple(dict.fromkeys(path for one in named.lines for path in paths.get(one.name, ())))
    values = (("about", line.name), ("given", given), ("told", told))
    sure = direct and _OTHER.search(before) is None
    yield Flag("prose", values, line.quote or line.name, paths=concerned, sure=sure)


def _without_years(text: str) -> Said:
    made, years, at = "", [], 0
    for found in _YEARS.finditer(text):
        made += text[at : found.start()]
        years.append((len(made), int(found[0][:4]) if len(found[0]) == len("2024年") else None))
        at = found.end()
    return Said(made + text[at:], tuple(years))


def _right(lines: Sequence[FigureLine], year: int | None) -> frozenset[Decimal]:
    """What may be said of a year: its number, or that of all years so far; empty where nothing is told of it."""
    told = {v for line in lines for y, v in line.years if year is None or y in (None, year)}
    sums = {v for line in lines for v in accumulate(value for _, value in line.years)}
    return frozenset(told | sums) if told else frozenset()


def _front(name: str, fronts: Mapping[str, str]) -> str:
    """The name without what it measures, where that tells it from every other name."""
    front = fronts[name]
    alone = not any(front in other for known, other in fronts.items() if known != name)
    return front if front != name and len(front) >= _STEM and alone else ""


def _back(name: str, names: Mapping[str, list[FigureLine]]) -> str:
    """The end of a name without its first word of two characters, where no other name ends so."""
    back = name[2:]
    alone = not any(other.endswith(back) for other in names if other != name)
    return back if len(back) > _STEM and alone else ""


def _covers(text: str, start: int, end: int, longer: str) -> bool:
    """Whether the name is only a part of a longer one that stands there."""
    at = text.find(longer, max(0, start - len(longer)))
    return 0 <= at <= start and end <= at + len(longer)


def _counts(after: str, line: FigureLine) -> bool:
    """Whether the number is followed by the figure's unit."""
    return not line.unit or after.lstrip().startswith(half_width(line.unit))
