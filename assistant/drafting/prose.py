"""Sentences made of facts: figures by year with their total, who builds together, who holds which office."""

from __future__ import annotations

import string
from collections.abc import Sequence
from decimal import Decimal
from functools import cache
from pathlib import Path

from assistant.drafting.facts import FactSheet, Person, UnitRole
from assistant.drafting.lines import FigureLine
from assistant.drafting.values import shown
from assistant.drafting.voice import Tense, listed, speaks_of
from assistant.guideline.tables import table

_FOLDER = Path(__file__).resolve().parents[2] / "prompts"
_NUMERALS = "一二三四五六七八九"


def said(key: str, **values: str) -> str:
    """The template of that key, filled; a field that is not given is a programming error."""
    section, _, name = key.partition(".")
    return string.Formatter().vformat(_templates()[section][name], (), values)


def heading(n: int, element: str) -> str:
    """The n-th heading of a field, n from 1: （三）建设目标。"""
    return said("part.heading", n=numeral(n), element=element)


def numeral(n: int) -> str:
    """A Chinese numeral from 1 to 99."""
    tens, ones = divmod(n, 10)
    ten = ("" if tens == 1 else _NUMERALS[tens - 1]) + "十" if tens else ""
    return ten + (_NUMERALS[ones - 1] if ones else "")


def figure(line: FigureLine) -> str:
    """All years of a figure in one sentence, with the total and its terms where years can be added up."""
    if len(line.years) == 1 and line.years[0][0] is None:
        return said("figure.one", name=line.name, value=shown(line.years[0][1]), unit=line.unit, **{"is": _is("past")})
    listed_years = "、".join(_of_year(line, year, value) for year, value in line.years)
    if (total := total_of(line)) is None:
        return said("figure.by_year", name=line.name, listed=listed_years)
    return said("figure.with_total", name=line.name, listed=listed_years, **_total(line, total))


def figure_of_year(line: FigureLine, year: int, value: Decimal) -> str:
    """One year of a figure as a sentence below a heading that names the year."""
    return said("figure.one", name=line.name, value=shown(value), unit=line.unit, **{"is": _is(line.tense)})


def figure_total(line: FigureLine) -> str:
    """The total of a figure's years with its terms, "" where they cannot be added up."""
    total = total_of(line)
    return "" if total is None else said("figure.total_alone", name=line.name, **_total(line, total))


def total_of(line: FigureLine) -> Decimal | None:
    """The sum of all years; None for one year, for years reached and promised together, for shares and for states."""
    years = [year for year, _ in line.years if year is not None]
    if len(years) < 2 or len(years) < len(line.years) or line.tense == "any":
        return None
    if speaks_of("states", line.name + line.unit):
        return None
    return sum((value for _, value in line.years), Decimal(0))


def units(sheet: FactSheet, platform: str) -> str:
    """Who leads, where, and who builds or applies with them; "" where no lead is told."""
    by_role = {role: [u.name for u in sheet.units if u.role == role] for role in ("lead", "host", "joint")}
    others = [u.name for u in sheet.units if u.role in ("member", "builder")]
    if not by_role["lead"]:
        return ""
    parts = [said("units.lead", names=_and(by_role["lead"]))]
    if by_role["host"]:
        parts.append(said("units.host", names=_and(by_role["host"])))
    parts += [_many("joint", by_role["joint"])] if by_role["joint"] else []
    parts += [_many("others", others)] if others else []
    return said("units.whole", platform=platform, parts="，".join(parts))


def people(sheet: FactSheet) -> tuple[str, ...]:
    """Who holds an office of the project."""
    return tuple(_person(p) for p in sheet.people if p.role and speaks_of("offices", p.role) and p.post)


def roles_named(words: str) -> tuple[UnitRole, ...]:
    """The roles that a heading names, such as 牵头 in 牵头申报院校情况."""
    named: dict[str, UnitRole] = {"牵头": "lead", "联合申报": "joint", "建设单位": "builder", "依托": "host"}
    return tuple(role for word, role in named.items() if word in words)


def _person(person: Person) -> str:
    return said("people.one", role=person.role, unit=person.unit, post=person.post, name=person.name)


def _of_year(line: FigureLine, year: int | None, value: Decimal) -> str:
    given = {"value": shown(value), "unit": line.unit, "is": _is(line.tense)}
    return said("figure.of_year", year=str(year), **given)


def _total(line: FigureLine, total: Decimal) -> dict[str, str]:
    terms = "＋".join(shown(value) for _, value in line.years)
    span = f"{numeral(len(line.years))}年"
    return {"span": span, "total": shown(total), "unit": line.unit, "terms": terms}


def _many(key: str, names: Sequence[str]) -> str:
    if len(names) == 1:
        return said(f"units.{key}_one", names=names[0])
    return said(f"units.{key}_many", names=_and(names), n=str(len(names)))


def _and(names: Sequence[str]) -> str:
    return "、".join(dict.fromkeys(names))


def _is(tense: Tense) -> str:
    return said("figure.is_future" if tense == "future" else "figure.is_past")


@cache
def _templates() -> dict[str, dict[str, str]]:
    return table(_FOLDER / "prose.zh.toml")


def counted_element(words: str) -> bool:
    """Whether an element is told by any figure with its unit (数量)."""
    return any(words.endswith(word) for word in listed("counted"))
