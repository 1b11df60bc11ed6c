"""A filled form as it came, in Word or pasted, read as a `Paper`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Literal

from assistant.drafting.count import words
from assistant.drafting.field import Field
from assistant.drafting.form import Form
from assistant.errors import TooLong, Unknown
from assistant.paper.reading import filled_of, pattern
from assistant.paper.text import named
from assistant.precheck.paper import Look, Page, Paper
from assistant.precheck.received import Received, received
from assistant.precheck.recognising import Blank

LONGEST = 300_000
"""Characters of a pasted text."""


def paper_of(data: bytes, forms: Iterable[Form], form: str | None = None) -> Paper:
    """What a Word file of one of the forms holds, read in this process; `form` is the id of the one that it is, None
    lets its title and print tell.

    BadFile where the file cannot be opened or is refused; InputError where it is none of the forms or could be
    several.
    """
    from assistant.export.word_script import script_of

    known = by_id(forms, form)
    return said(received(script_of(data), blanks_of(known.values()), form), known, "word")


def paper_of_text(text: str, forms: Iterable[Form], form: str | None = None) -> Paper:
    """The same for a form pasted as text, in which tabs part the cells of a row. TooLong for more than `LONGEST`."""
    from assistant.export.pasted import script_of_text
    from assistant.export.sheet_rows import form_rows

    if len(text) > LONGEST:
        raise TooLong(f"粘贴的文字最多 {LONGEST} 个字符。", f"At most {LONGEST} characters can be pasted.")
    known = by_id(forms, form)
    blanks = blanks_of(known.values())
    printed = frozenset(
        label.key for blank in blanks.values() for row in form_rows(blank.sheet) for label in row.labels
    )
    return said(received(script_of_text(text, printed), blanks, form, loose=True), known, "text")


def by_id(forms: Iterable[Form], form: str | None) -> dict[str, Form]:
    """The forms by id; Unknown where `form` is none of them."""
    known = {one.id: one for one in forms}
    if form is not None and form not in known:
        raise Unknown(f"没有编号为“{form[:80]}”的表单。", f'There is no form with the id "{form[:80]}".')
    return known


def blanks_of(forms: Iterable[Form]) -> dict[str, Blank]:
    """The forms as they are looked for in a file, by id."""
    return {form.id: Blank(form.names[0], pattern(form)) for form in forms}


def said(made: Received, known: Mapping[str, Form], source: Literal["word", "text"]) -> Paper:
    """What was received in the terms of its form."""
    form = known[made.form]
    fields = {path: field for field in form.fields() for path in _paths(field, made.records)}
    filled = filled_of(form, made.texts, made.records)
    width, height, mirrored = made.page
    return Paper(
        form.id,
        source,
        filled,
        made.missing,
        tuple(dict.fromkeys((*made.unread, *_overlong(made, fields)))),
        tuple(_labelled(look, fields) for look in made.looks),
        Page(width, height, mirrored) if width and height else None,
        made.text,
        made.hidden,
        made.tracked,
    )


def _paths(field: Field, records: Mapping[str, int]) -> Iterator[str]:
    yield field.path
    key = field.path.removeprefix(f"{field.repeat}.")
    for number in range(1, records.get(field.repeat, 0) + 1 if field.repeat else 0):
        yield f"{field.repeat}.{number}.{key}"


def _overlong(made: Received, fields: Mapping[str, Field]) -> Iterator[str]:
    """Places that are over their limit perhaps only because the print behind them is gone."""
    for path in made.open:
        limit = fields[path].limit if path in fields else None
        if limit is not None and words(made.texts.get(path, "")) > limit.most:
            yield path


def _labelled(look: Look, fields: Mapping[str, Field]) -> Look:
    field = fields.get(look.field)
    return look if field is None else replace(look, label=named(field, look.field))
