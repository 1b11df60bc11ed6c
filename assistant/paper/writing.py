"""A form with what is filled in as a file, which is opened again and held against it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Literal, get_args

from assistant.drafting.count import words
from assistant.drafting.drafts import whole_limit
from assistant.drafting.facts import Filled
from assistant.drafting.form import Form
from assistant.drafting.within import whole_count
from assistant.errors import InputError
from assistant.export.sheet import Sheet
from assistant.paper.laid import laid
from assistant.paper.places import Place, places
from assistant.paper.points import OpenPoint, missing, on_sheet
from assistant.paper.text import named, withheld

FormPaper = Literal["docx", "pdf", "html", "md"]
FORM_PAPERS: tuple[FormPaper, ...] = get_args(FormPaper)
LONGEST = 1_000_000
"""Characters of all values of one file."""
_UNFIT = re.compile("[^\t\n\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]|[\u202a-\u202e\u2066-\u2069]")
"""What XML cannot hold, and the signs that turn the direction of text, by which one reads other words than stand
there."""


def form_paper_of(path: Path) -> FormPaper:
    """The format that a file's ending means; InputError for any other."""
    for paper in FORM_PAPERS:
        if path.suffix.lower() == f".{paper}":
            return paper
    listed = [f".{paper}" for paper in FORM_PAPERS]
    raise InputError(
        f"导出的表单文件须以 {'、'.join(listed[:-1])} 或 {listed[-1]} 结尾。",
        f"The file of a form must end in {', '.join(listed[:-1])} or {listed[-1]}.",
    )


def exported_form(
    form: Form,
    filled: Filled,
    as_of: date,
    paper: FormPaper = "docx",
    *,
    blank: bool = False,
    points: bool = False,
    flags: Sequence[OpenPoint] = (),
) -> bytes:
    """The bytes of a form, the same for the same values and day.

    A text longer than its limit is refused or, where `points` are wished for, kept out of its place and put on the
    sheet of open points, with whatever is missing and with `flags`. `blank` says nothing of what is missing.
    InputError where a value cannot be written, is too long, or cannot be read back from the file.
    """
    held = list(places(form, filled))
    _known(form, filled, held)
    for place in held:
        _written(place)
    if sum(len(place.text) for place in held) > LONGEST:
        raise InputError(
            f"内容太多，一份表单最多 {LONGEST} 个字符。", f"Too much for one form: at most {LONGEST} characters."
        )
    long = [place for place in held if _over(place)]
    if long and not points:
        raise _too_long(long[0])
    if not long:
        _whole_within(form, held)
    kept = _without(filled, long)
    sheet = laid(form, kept, as_of, blank)
    if points:
        sheet = on_sheet(
            sheet, (*missing(form, kept, frozenset(place.path for place in long)), *map(_in_full, long), *flags)
        )
    if paper == "md":
        from assistant.export.sheet_markdown import sheet_markdown

        return sheet_markdown(sheet).encode()
    if paper == "html":
        from assistant.export.sheet_html import sheet_html

        return sheet_html(sheet).encode()
    if paper == "pdf":
        from assistant.export.sheet_pdf import sheet_pdf

        return sheet_pdf(sheet)
    return _word(sheet, form, kept)


def _word(sheet: Sheet, form: Form, kept: Filled) -> bytes:
    """The Word file, opened again and held against what was to stand in it."""
    from assistant.export.sheet_read import read_sheet
    from assistant.export.sheet_word import sheet_word

    data = sheet_word(sheet)
    there = read_sheet(data, sheet)
    for place in places(form, kept):
        found = there.get(place.path, "")
        # Boxes may stand one below the other.
        same = found.split() == place.text.split() if place.field.options else found == place.text.strip()
        if place.text and not same:
            raise _lost(place)
    return data


def _known(form: Form, filled: Filled, held: Sequence[Place]) -> None:
    """Refuse values of places that the form does not have."""
    known = {place.path for place in held}
    keys = {field.path for field in form.fields()}
    told = [path for path, _ in filled.values]
    told += [f"{path}.{key}" for path, records in filled.rows for record in records for key, _ in record]
    for path in told:
        if path not in known and path not in keys:
            raise InputError(
                f"表单“{form.names[0]}”没有“{path[:80]}”这一栏。", f'The form {form.id} has no field "{path[:80]}".'
            )


def _written(place: Place) -> None:
    found = _UNFIT.search(place.text)
    if found is not None:
        sign = f"U+{ord(found.group()):04X}"
        raise InputError(
            f"“{named(place.field, place.path)}”中有不能写入文件的字符 {sign}，请删去。",
            f'The field "{place.path}" holds {sign}, which cannot be written; take it out.',
        )


def _whole_within(form: Form, held: Sequence[Place]) -> None:
    """Refuse a text that is too long as a whole, its headings counted."""
    limit = whole_limit(form)
    prose = [place for place in held if place.field.kind == "narrative" and place.text]
    count = whole_count((place.field.label.text, place.text) for place in prose)
    if limit is not None and count > limit.most:
        raise InputError(
            f"《{form.names[0]}》全文共 {count} 字（含标题），超过 {limit.most} 字的上限，未导出；请删减。",
            f"The whole text of {form.id} has {count} characters with its headings, over its limit of {limit.most}, "
            "so nothing was exported; shorten it.",
        )


def _over(place: Place) -> bool:
    return place.field.limit is not None and words(place.text) > place.field.limit.most


def _most(place: Place) -> int:
    return place.field.limit.most if place.field.limit is not None else 0


def _without(filled: Filled, long: Sequence[Place]) -> Filled:
    """The values with a mark in the place of each text that is too long."""
    marks = {place.path: withheld(words(place.text), _most(place)) for place in long}
    rows = tuple(
        (
            path,
            tuple(tuple((k, marks.get(f"{path}.{n}.{k}", v)) for k, v in record) for n, record in enumerate(held, 1)),
        )
        for path, held in filled.rows
    )
    return replace(filled, values=tuple((path, marks.get(path, value)) for path, value in filled.values), rows=rows)


def _in_full(place: Place) -> OpenPoint:
    limit = place.field.limit
    told = f"超过上限：{words(place.text)}字，最多{_most(place)}字；原文如下：\n{place.text}"
    return OpenPoint(named(place.field, place.path), told, limit.quote.text if limit is not None else "")


def _too_long(place: Place) -> InputError:
    count, most = words(place.text), _most(place)
    return InputError(
        f"“{named(place.field, place.path)}”共 {count} 字，超过 {most} 字的上限，未导出；请删减，或选择附待办清单。",
        f'The field "{place.path}" has {count} characters, over its limit of {most}, so nothing was exported; '
        f"shorten it, or ask for the sheet of open points.",
    )


def _lost(place: Place) -> InputError:
    return InputError(
        f"“{named(place.field, place.path)}”的内容写入后读不回原样，未导出，请改写这一栏。",
        f'What stands in the field "{place.path}" cannot be read back from the file; nothing was exported, reword it.',
    )
