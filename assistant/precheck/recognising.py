"""Which form a file is: by its title and by how much of what the form prints stands in it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from assistant.errors import InputError
from assistant.export.folding import folded
from assistant.export.lacking import agreement, printed
from assistant.export.script import Script
from assistant.export.sheet import Sheet
from assistant.export.sheet_rows import guidance

_LEAST, _LEAST_TITLED, _TITLE, _MENTIONED = 0.5, 0.2, 0.5, 0.3
"""The share of its print that makes a form, and that beside its title; what the title adds, and what it does where it
is only mentioned near the beginning."""
_CLOSE = 0.15
_BEGINNING = 3_000


@dataclass(frozen=True, slots=True)
class Blank:
    """A form as it is looked for: its name and its print."""

    name: str
    sheet: Sheet


def recognised(script: Script, blanks: Mapping[str, Blank], form: str | None = None) -> str:
    """The id of the form that a file is; with `form`, that one, unless the file is plainly none or another."""
    if not any(cell.told.text.strip() for row in script.rows for cell in row.cells):
        raise InputError(
            "文件里没有文字（可能是扫描的图片），请上传能编辑文字的 .docx 文件。",
            "There is no text in the file, perhaps it is a scanned picture; upload a .docx whose text can be edited.",
        )
    there = printed(script, frozenset[str]().union(*(guidance(blank.sheet) for blank in blanks.values())))
    beginning = folded(script.text[:_BEGINNING])
    scores: dict[str, float] = {}
    for key, blank in blanks.items():
        title = folded(blank.sheet.title)
        named = _TITLE if title in there else _MENTIONED if title in beginning else 0.0
        share = agreement(there, blank.sheet)
        if share >= _LEAST or (named and share >= _LEAST_TITLED):
            scores[key] = share + named
    if form is not None:
        return _as_said(form, scores, blanks)
    first, *others = sorted(scores, key=scores.__getitem__, reverse=True) or [""]
    if not first:
        raise InputError(
            "认不出这是哪一份表单：标题和表中印的栏目大多不在文件里；请确认文件，或先选定表单再试。",
            "Which form this is cannot be told: neither a title nor most of a form's labels stand in it; choose the "
            "form and try again.",
        )
    if others and scores[first] - scores[others[0]] < _CLOSE:
        raise InputError(
            f"这份文件既像《{blanks[first].name}》又像《{blanks[others[0]].name}》，请先选定表单再试。",
            f"The file could be {first} or {others[0]}; choose the form and try again.",
        )
    return first


def _as_said(form: str, scores: Mapping[str, float], blanks: Mapping[str, Blank]) -> str:
    best = max(scores, key=scores.__getitem__, default="")
    if best and best != form and scores[best] - scores.get(form, 0) > _TITLE - _CLOSE:
        raise InputError(
            f"这份文件看起来是《{blanks[best].name}》，不是《{blanks[form].name}》，请核对所选的表单。",
            f"The file looks like {best} and not like {form}; check which form was chosen.",
        )
    if form not in scores:
        raise InputError(
            f"这份文件不像《{blanks[form].name}》：表中印的栏目大多不在文件里，请核对文件。",
            f"The file does not look like {form}: most of the form's labels do not stand in it; check the file.",
        )
    return form
