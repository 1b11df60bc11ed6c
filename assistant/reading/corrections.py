"""Reviewed corrections of one document: which characters are wrong where, and what they should be."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, replace
from pathlib import Path

from assistant.errors import CorpusError
from assistant.guideline.clause import Clause
from assistant.reading.mapped import Mapped


class BadCorrection(CorpusError):
    """A reviewed correction does not fit its document any more, or the file is malformed."""

    code = "bad_correction"


@dataclass(frozen=True, slots=True)
class Correction:
    """`wrong`, standing between `before` and `after`, should read `right`; white space never counts."""

    before: str
    wrong: str
    after: str
    right: str
    times: int = 1


@dataclass(frozen=True, slots=True)
class FieldLabel:
    """The label, and the section of the form, of the one field that holds `words`."""

    words: str
    label: str
    section: str


@dataclass(frozen=True, slots=True)
class Reviewed:
    """All that was reviewed of a document: corrections, and labels of form fields by their words."""

    corrections: tuple[Correction, ...] = ()
    labels: tuple[FieldLabel, ...] = ()


def read_corrections(path: Path) -> Reviewed:
    """The reviewed corrections in a TOML file; none where there is no file; unknown keys fail."""
    if not path.exists():
        return Reviewed()
    try:
        data = tomllib.loads(path.read_text("utf-8"))
    except (OSError, ValueError) as error:
        raise _bad(path.name, f"it cannot be read ({error})") from None
    if unknown := data.keys() - {"correction", "label"}:
        raise _bad(path.name, f"unknown table {sorted(unknown)[0]!r}")
    corrections, labels = [], []
    for row in data.get("correction", []):
        if row.keys() - {"before", "wrong", "after", "right", "times"} or not {"wrong", "right"} <= row.keys():
            raise _bad(path.name, f"a correction has the wrong keys: {sorted(row)}")
        corrections.append(
            Correction(row.get("before", ""), row["wrong"], row.get("after", ""), row["right"], row.get("times", 1))
        )
    for row in data.get("label", []):
        if row.keys() - {"words", "label", "section"} or "words" not in row:
            raise _bad(path.name, f"a label has the wrong keys: {sorted(row)}")
        labels.append(FieldLabel(row["words"], row.get("label", ""), row.get("section", "")))
    return Reviewed(tuple(corrections), tuple(labels))


def corrected(mapped: Mapped, corrections: tuple[Correction, ...], name: str) -> Mapped:
    """The text with every correction made; one that is not found the stated number of times fails loudly."""
    solid = [i for i, char in enumerate(mapped.text) if not char.isspace()]
    squeezed = "".join(mapped.text[i] for i in solid)
    edits: list[tuple[int, int, str]] = []
    for correction in corrections:
        before, wrong, after = (_squeeze(part) for part in (correction.before, correction.wrong, correction.after))
        key = before + wrong + after
        places = _places(squeezed, key) if wrong else []
        if len(places) != correction.times:
            raise _bad(name, f"{key!r} stands {len(places)} times in the document, not {correction.times}")
        edits.extend((p + len(before), p + len(before) + len(wrong), correction.right) for p in places)
    edits.sort()
    pieces: list[Mapped] = []
    at = 0
    for start, end, right in edits:
        low, high = solid[start], solid[end - 1] + 1
        if low < at:
            raise _bad(name, f"two corrections overlap at {squeezed[start:end]!r}")
        pieces.append(mapped.cut(at, low))
        pieces.append(_replacement(mapped, solid[start:end], right))
        at = high
    pieces.append(mapped.cut(at))
    return Mapped(
        "".join(p.text for p in pieces),
        tuple(i for p in pieces for i in p.starts),
        tuple(i for p in pieces for i in p.ends),
    )


def labelled(clauses: tuple[Clause, ...], labels: tuple[FieldLabel, ...], name: str) -> tuple[Clause, ...]:
    """The clauses with the reviewed labels of form fields; a label that fits no or several fields fails loudly."""
    found = list(clauses)
    for label in labels:
        places = [i for i, c in enumerate(found) if c.kind in ("field", "note") and label.words in c.text]
        if len(places) != 1:
            raise _bad(name, f"{label.words!r} stands in {len(places)} form fields, not in one")
        clause = found[places[0]]
        context = " › ".join(part for part in (clause.context, label.section) if part)
        found[places[0]] = replace(clause, heading=label.label or clause.heading, context=context)
    return tuple(found)


def _replacement(mapped: Mapped, wrong: list[int], right: str) -> Mapped:
    low, high = mapped.starts[wrong[0]], mapped.ends[wrong[-1]]
    if len(_squeeze(right)) != len(wrong):
        return Mapped(right, (low,) * len(right), (high,) * len(right))
    origins: list[int] = []
    for char in right:
        used = sum(1 for c in right[: len(origins)] if not c.isspace())
        origins.append(wrong[min(used, len(wrong) - 1)] if not char.isspace() else wrong[max(used - 1, 0)])
    return Mapped(right, tuple(mapped.starts[i] for i in origins), tuple(mapped.ends[i] for i in origins))


def _places(text: str, key: str) -> list[int]:
    places, at = [], text.find(key)
    while at >= 0:
        places.append(at)
        at = text.find(key, at + 1)
    return places


def _squeeze(text: str) -> str:
    return "".join(text.split())


def _bad(name: str, why: str) -> BadCorrection:
    return BadCorrection(f"校正表 {name} 无法使用：{why}", f"The corrections {name} cannot be used: {why}")
