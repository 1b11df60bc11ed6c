"""The clause tree in the making: ids of labels, heading paths, parents."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace

from assistant.guideline.clause import Cell, Clause, ClauseKind
from assistant.reading.furniture import noted
from assistant.reading.mapped import Mapped


@dataclass(frozen=True, slots=True)
class Open:
    """A heading or item that what follows may stand under."""

    id: str
    name: str
    rank: float
    style: str
    numbers: tuple[int, ...]
    pure: bool
    text: str
    heading: str = ""


class Tree:
    """Grows one document's clauses in reading order."""

    def __init__(self, document: str) -> None:
        self._document = document
        self._clauses: list[Clause] = []
        self._ids: Counter[str] = Counter()
        self._counts: Counter[tuple[str, str]] = Counter()
        self._roots: dict[str, tuple[str, ...]] = {}
        self.stack: list[Open] = []

    def start(self, opened: Open | None, above: tuple[Open, ...] = ()) -> None:
        """Begin the main text (None) or an annex that stands below the annexes `above`."""
        self.stack = [*above, *([opened] if opened else [])]

    @property
    def top(self) -> Open | None:
        """The innermost open heading or item."""
        return self.stack[-1] if self.stack else None

    def unique(self, key: str) -> str:
        """The id, told apart from an earlier clause of the same numbering."""
        self._ids[key] += 1
        return key if self._ids[key] == 1 else f"{key}~{self._ids[key]}"

    def below(self, key: str) -> str:
        """The id of `key` under the innermost open heading: "4" + "1" is "4.1", "" + "1" is "1"."""
        return self.unique(f"{self.stack[-1].id}.{key}" if self.stack else key)

    def counted(self, letter: str) -> str:
        """The id of the next paragraph, row, field or note under the innermost open heading."""
        base = self.stack[-1].id if self.stack else ""
        self._counts[base, letter] += 1
        return self.below(f"{letter}{self._counts[base, letter]}")

    def add(
        self,
        clause_id: str,
        kind: ClauseKind,
        text: Mapped,
        label: str = "",
        heading: str = "",
        context: str = "",
        page: int | None = None,
        cells: tuple[Cell, ...] = (),
    ) -> None:
        """One more clause under the innermost open heading."""
        self._clauses.append(
            Clause(
                id=clause_id,
                document=self._document,
                kind=kind,
                label=label,
                heading=heading,
                text=text.text,
                path=tuple(opened.name for opened in self.stack),
                parent=self.stack[-1].id if self.stack else None,
                order=len(self._clauses),
                page=page,
                context=context,
                offsets=text.offsets(),
                cells=cells,
            )
        )

    def grown(self) -> tuple[Clause, ...]:
        """The clauses; a heading that nothing stands under is an item of a list."""
        parents = {clause.parent for clause in self._clauses}
        return noted(
            tuple(
                replace(clause, kind="item")
                if clause.kind == "heading"
                and clause.label
                and clause.id not in parents
                and not clause.label.startswith("附")
                else clause
                for clause in self._clauses
            )
        )
