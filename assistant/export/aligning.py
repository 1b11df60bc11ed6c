"""Which row of a form each row of a file is: the pairs, in the order of both, that have most print in common."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from assistant.export.seen import Seen, stands
from assistant.export.sheet_rows import FormRow, Label

_MARKED, _UNLABELLED, _NEXT = 4.0, 0.5, 0.3
_ABOVE, _APART, _ALIKE, _LACKING = 1.0, -1.0, 0.3, 0.25
_BESIDE = 0.8


Pair = tuple[int, int, int]
"""A row of the form, one of the file, and the number of the record that it is, from 1; 0 for a row of none."""


def aligned(form: Sequence[FormRow], file: Sequence[Seen], marks: Mapping[str, int]) -> list[Pair]:
    """The pairs in order. `marks` say which row of the form a bookmark belongs to."""
    scores = _scores(form, file, marks)
    best: list[_Step | None] = [None] * len(form)
    ahead: list[_Step | None] = [None] * (len(form) + 1)
    for at in sorted(scores):
        found: list[_Step] = []
        for row, score in scores[at]:
            before = _before(form, row, at, best, ahead)
            step = _Step(row, at, score + (before[1] if before else 0), before[0] if before else None)
            if step.total > _total(best[row]):
                found.append(step)
        for step in found:
            best[step.row] = step
            for later in range(step.row + 1, len(form) + 1):
                if _total(ahead[later]) >= step.total:
                    break
                ahead[later] = step
    return _numbered(form, ahead[len(form)])


@dataclass(frozen=True, slots=True)
class _Step:
    row: int
    at: int
    total: float
    before: _Step | None


def _total(step: _Step | None) -> float:
    return step.total if step is not None else 0.0


def _before(
    form: Sequence[FormRow], row: int, at: int, best: Sequence[_Step | None], ahead: Sequence[_Step | None]
) -> tuple[_Step, float] | None:
    """The best way to what comes before a pair, with its score; the next row of both is a little better than any."""
    ways = [(step, step.total) for step in (ahead[row],) if step is not None]
    last = best[row - 1] if row else None
    if last is not None and last.at == at - 1:
        ways.append((last, last.total + _NEXT))
    if (again := form[row].again) is not None:
        for other in range(row, len(form)):
            if form[other].again is not again:
                break
            if (step := best[other]) is not None:
                begins = step.at == at - 1 and (row == 0 or form[row - 1].again is not again)
                ways.append((step, step.total + _NEXT * begins))
    return max(ways, key=lambda way: way[1], default=None)


def _numbered(form: Sequence[FormRow], step: _Step | None) -> list[Pair]:
    steps: list[_Step] = []
    while step is not None:
        steps.append(step)
        step = step.before
    made: list[Pair] = []
    number, last = 0, -1
    for one in reversed(steps):
        again = form[one.row].again
        if again is None:
            number = 0
        elif last >= 0 and form[last].again is again:
            number += one.row <= last
        else:
            number = 1
        made.append((one.row, one.at, number))
        last = one.row
    return made


def _scores(
    form: Sequence[FormRow], file: Sequence[Seen], marks: Mapping[str, int]
) -> dict[int, list[tuple[int, float]]]:
    """For each row of the file the rows of the form that it could be, with how much speaks for it."""
    printed = {label.key for row in form for label in row.labels}
    found: dict[int, dict[int, float]] = {}
    holders: dict[str, list[tuple[int, Label]]] = {}
    for number, row in enumerate(form):
        for label in row.labels:
            holders.setdefault(label.key, []).append((number, label))
    for at, one in enumerate(file):
        here: dict[int, float] = {}
        for key, rows in holders.items():
            share = stands(rows[0][1], one)
            for number, label in rows if share or key.rstrip(":") in one.over else ():
                # What records have in common may be printed once, beside all of them.
                if found_here := share or (_BESIDE if form[number].shared else 0):
                    here[number] = here.get(number, 0) + label.weight * (found_here + _LACKING)
        for number in here:
            here[number] -= _LACKING * sum(label.weight for label in form[number].labels)
        for mark in one.marks:
            if mark in marks and not form[marks[mark]].prose:
                here[marks[mark]] = here.get(marks[mark], 0) + _MARKED
        if one.row.table >= 0 and not any(keys & printed for keys in one.keys):
            for number, row in enumerate(form):
                if row.paths and not row.prose and number not in here and (not row.labels or _goes_on(row, one)):
                    here[number] = _UNLABELLED
        found[at] = {
            number: score + _context(form[number], one) for number, score in here.items() if _begins(form[number], one)
        }
    return {at: sorted((n, score) for n, score in here.items() if score > 0) for at, here in found.items() if here}


def _goes_on(row: FormRow, one: Seen) -> bool:
    """Whether a row without print may be one more record, below print that stands beside the first."""
    if not row.shared or any(cell.tall or cell.below for cell in one.row.cells):
        return False
    filled = sum(bool(cell.told.text.strip()) for cell in one.row.cells)
    return filled <= sum(spot.label is None for spot in row.spots)


def _begins(row: FormRow, one: Seen) -> bool:
    """Whether a line can be where a row begins: cells that stand one below the other begin with their first label."""
    return row.grid < 0 or one.row.table >= 0 or not row.labels or stands(row.labels[0], one) > 0


def _context(row: FormRow, one: Seen) -> float:
    score = _ALIKE * ((row.grid >= 0) == (one.row.table >= 0))
    over = {key.rstrip(":") for key, _, _ in row.over if key}
    over |= {label.key.rstrip(":") for label in row.labels} if row.shared else set()
    if over and one.over:
        score += _ABOVE if over & one.over else _APART
    return score
