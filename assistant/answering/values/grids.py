"""The tables of a document whose columns have names, and what a question's words say of their rows and columns."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from assistant.answering.question.term import Term
from assistant.guideline.clause import Cell, Clause
from assistant.guideline.document import Guideline
from assistant.guideline.patterns import regex

_ASIDE = regex(r"[（(][^（()）]*[）)]")
_INSIDE = regex(r"[（(]([^（()）]*)[）)]")
_MARK = regex(r"[¹²³⁴⁵⁶⁷⁸⁹①-⑩]|\[\d{1,2}\]|^其中[:：]?|[“”\"\s]|≥|≤")
_FIGURE = regex(r"\d")
_SURE = 0.8  # how well a word must stand for the asker's to find a row by
_OF_A_UNIT = 0.5  # kinds of unit are told apart by features as well
_LEAST, _MOST_OF = 2, 0.5


@dataclass(frozen=True, slots=True)
class Table:
    """A table: its rows and the names of its columns; the first `keys` columns say what a row is about."""

    rows: tuple[Clause, ...]
    columns: tuple[str, ...]
    keys: int

    def names(self, row: Clause) -> tuple[str, ...]:
        """What the row is about, in its own words, cell by cell."""
        return tuple(told(row, c) for c in row.cells if c.column in self.columns[: self.keys])

    def name(self, row: Clause) -> str:
        """What the row is about, in its own words."""
        return " ".join(self.names(row))

    def values(self, row: Clause) -> tuple[tuple[str, str], ...]:
        """The names of the columns that tell something of the row, each with what it tells."""
        return tuple((c.column, told(row, c)) for c in row.cells if c.column in self.columns[self.keys :])

    @property
    def measured(self) -> tuple[str, ...]:
        """The columns that hold figures in most rows."""
        counts = {c: sum(bool(_FIGURE.search(v)) for r in self.rows for n, v in self.values(r) if n == c)
                  for c in self.columns[self.keys :]}  # fmt: skip
        return tuple(c for c, n in counts.items() if n * 2 > len(self.rows))

    @property
    def place(self) -> str:
        """The headings it stands under and the names of its columns."""
        return " ".join((*self.rows[0].path, self.rows[0].context))


@lru_cache(maxsize=64)
def tables_of(guideline: Guideline) -> tuple[Table, ...]:
    """The tables with named columns, in their order."""
    runs: list[list[Clause]] = []
    for clause in guideline.clauses:
        if not clause.cells:
            continue
        last = runs[-1][-1] if runs else None
        together = last and last.order == clause.order - 1 and _head(last) == _head(clause)
        if together:
            runs[-1].append(clause)
        else:
            runs.append([clause])
    return tuple(_table(run) for run in runs)


def _head(clause: Clause) -> str:
    return clause.context.rpartition("（表头：")[2].removesuffix("）")


def _table(rows: list[Clause]) -> Table:
    longest = max(rows, key=lambda r: len(r.cells)).cells
    columns = tuple(c.column for c in longest)
    keys = 1
    while keys < len(columns) - 1 and not any(
        _FIGURE.search(told(r, c)) for r in rows for c in r.cells if c.column == columns[keys]
    ):
        keys += 1
    # Words beside words: only the first tells the row, unless figures come after all of them.
    figures = any(_FIGURE.search(told(r, c)) for r in rows for c in r.cells if c.column in columns[keys:])
    return Table(tuple(rows), columns, keys if figures else 1)


def told(row: Clause, cell: Cell) -> str:
    """What a cell of the row says."""
    return "".join(row.text[a:b] for a, b in cell.spans)


def parts_of(name: str) -> tuple[str, ...]:
    """The names a cell gives a thing: its own and what stands in brackets behind it."""
    plain = _MARK.sub("", _ASIDE.sub("", name))
    inside = (re.sub("^(?:以下)?简称", "", _MARK.sub("", m)) for m in _INSIDE.findall(name))
    return tuple(p.lower() for p in (plain, *inside) if len(p) >= 2)


def likeness(names: tuple[str, ...], said: str, terms: tuple[Term, ...]) -> float:
    """How much of what is said names the row: 0 where less than half of each of its names is spoken of."""
    return max((_likeness(part, said, terms) for name in names for part in parts_of(name)), default=0.0)


def _likeness(name: str, said: str, terms: tuple[Term, ...]) -> float:
    spoken = [False] * len(name)
    weight = 0.0
    for term in terms:
        unit = term.kind == "unit"
        sure = _OF_A_UNIT if unit else _SURE
        held = next((a for a, f in term.alternatives if f >= sure and len(a) >= _LEAST and a in name), "")
        if held:
            weight += 0.0 if unit else min(term.weight, 4.5)
            at = name.index(held)
            spoken[at : at + len(held)] = [True] * len(held)
    longest = 0
    for size in range(min(len(name), len(said)), _LEAST - 1, -1):
        for at in range(len(name) - size + 1):
            if name[at : at + size] in said:
                spoken[at : at + size] = [True] * size
                longest = max(longest, size)
    share = sum(spoken) / len(name)
    weighty = sum(min(t.weight, 4.5) for t in terms if t.weight >= 2.0)
    if share < _MOST_OF and not (weight and weight >= 0.8 * weighty):
        return 0.0
    return weight + longest + 3.0 * share
