"""How much of a form's print stands in a file, and which of it stands nowhere."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from assistant.export.folding import folded
from assistant.export.script import Script, Told
from assistant.export.seen import Seen, same, seen
from assistant.export.sheet import Sheet
from assistant.export.sheet_rows import FormRow, Label, form_rows

_FEW = 3
"""Parts of a form that has no sections to speak of."""


def printed(script: Script, faint: frozenset[str]) -> frozenset[str]:
    """What stands in a file as a cell or a line of its own, as it is compared, the guidance `faint` aside."""
    there: set[str] = set()
    for row in script.rows:
        one = seen(row, faint)
        there |= {key for keys in one.keys for key in keys} | {line.rstrip(":") for line in one.lines} | set(one.lines)
    return frozenset(there)


def agreement(there: frozenset[str], sheet: Sheet) -> float:
    """The share of a form's labels that are among what is `printed` in a file, from 0 to 1."""
    labels = {label.key for row in form_rows(sheet) for label in row.labels if label.told}
    return len([key for key in labels if same(key, there)]) / len(labels) if labels else 0.0


def lacking(
    form: Sequence[FormRow], file: Sequence[Seen], gone: Sequence[Label], found: Sequence[tuple[str, Told]]
) -> Iterator[Label]:
    """Print that stands nowhere in a file: neither in its place, as what is `gone` does not, nor elsewhere more often
    than it was `found`. Of a section of which nothing is left its heading alone."""
    there: dict[str, int] = {}
    for one in file:
        for keys in one.keys:
            for key in keys:
                there[key] = there.get(key, 0) + 1
    for text, _ in found:
        key = folded(text).rstrip(":")
        there[key] = there.get(key, 0) - 1
    lost: set[int] = set()
    for label in gone:
        key = label.key.rstrip(":")
        if label.told and there.get(key, 0) > 0:
            there[key] -= 1
        elif label.told:
            lost.add(id(label))
    parts = list(_parts(form))
    for part in parts:
        left = [label for label in part if id(label) in lost]
        yield from left[:1] if len(left) == len(part) and len(parts) > _FEW else left


def _parts(form: Sequence[FormRow]) -> Iterator[list[Label]]:
    """The labels of each heading and what stands below it."""
    part: list[Label] = []
    for row in form:
        told = [label for label in row.labels if label.told]
        if row.grid < 0 and not row.paths and told:
            yield part
            part = []
        part += told
    yield part
