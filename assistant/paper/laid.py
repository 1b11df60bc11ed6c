"""A form with what is filled in, laid out on paper."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from assistant.drafting.facts import Filled
from assistant.drafting.field import Field
from assistant.drafting.form import Form, Section
from assistant.drafting.table import Item, Printed, Table
from assistant.drafting.table import Line as Row
from assistant.export.sheet import Block, Grid, Line, Piece, Setup, Sheet
from assistant.paper.cells import INK, Filling, dated, field_lines, item_pieces
from assistant.paper.grids import blanks_grid, cover_grid, grid_of
from assistant.paper.places import places
from assistant.paper.text import on_paper

_BINDING = 0.5
_SIGNED = (*INK, "date")
_OUTLINE = re.compile(r"\s*[（(](?:提纲|模版|模板|样表)[）)]\s*$")
"""What a title says of the form and not of what is written by it."""
_ONE_LINE, _SMALLER = 19, 18
"""Characters of a title that stand on one line, and its size in points where there are more."""
_SEAL_ROOM = 1.2
_MARK = re.compile(r"^\s*(?:[¹²³⁴⁵⁶⁷⁸⁹]|[*※])\s*")


def laid(form: Form, filled: Filled, as_of: date, blank: bool = False) -> Sheet:
    """The form on paper; `blank` is one to be filled in by hand, which says nothing of what is missing."""
    fields = {field.path: field for field in form.fields()}
    texts = {place.path: place.text for place in places(form, filled)}

    def value(path: str) -> str:
        return texts[path] if path in texts else on_paper(fields.get(path) or fields[_general(path)], None)

    filling = Filling(value, blank, {})
    blocks = list(_front(form, filling))
    fresh = form.cover is not None or bool(form.instructions)
    numbered = 0
    for section in form.sections:
        marks = {_marked(note.text): numbered + at for at, note in enumerate(section.notes, start=1)}
        numbered += len(section.notes)
        noted = frozenset(note.clause.id for note in section.notes)
        made = _section(section, replace(filling, notes=marks, noted=noted), filled)
        blocks += _on_new_page(made) if fresh or section.new_page else made
        fresh = False
    notes = tuple(_MARK.sub("", note.text) for part in form.sections for note in part.notes)
    title = "".join((form.title.text if blank else _OUTLINE.sub("", form.title.text)).split())
    return Sheet(title, as_of, tuple(blocks), _setup(form), notes, form.cover is not None)


def _general(path: str) -> str:
    """The path of a field in the pattern of its rows: "list.name" for "list.2.name"."""
    above, _, name = path.rpartition(".")
    return f"{above.rpartition('.')[0]}.{name}"


def _marked(note: str) -> str:
    found = _MARK.match(note)
    return found.group().strip() if found else ""


def _front(form: Form, filling: Filling) -> Iterator[Block]:
    """The number of the annex, the title, the blanks of the cover and the instructions."""
    outline = _OUTLINE.search(form.title.text) is not None and not filling.blank
    if not outline:
        yield Line((Piece(form.annex),), "annex")
    bracket = _OUTLINE.search(form.title.text)
    main = _OUTLINE.sub("", form.title.text).strip()
    titles = [main, bracket.group().strip()] if bracket is not None and not outline else [main]
    if len("".join(titles)) <= _ONE_LINE:
        titles = ["".join(titles)]
    size = _SMALLER if len(titles[0]) > _ONE_LINE else 0
    for at, words in enumerate(titles):
        high = (110 if form.cover is not None else 12) if at == 0 else 0
        yield Line((Piece(words, size=size),), "title", before=high, keep=True)
    if form.cover is not None:
        yield Line((), "title", before=60)
        yield from _cover(form.cover, filling)
    if form.instructions:
        head = form.instructions_title
        if head is not None:
            yield Line((Piece(head.text),), "heading", "center", page=form.cover is not None)
        for number, quote in enumerate(form.instructions):
            yield Line((Piece(quote.text),), page=head is None and number == 0 and form.cover is not None)


def _cover(cover: Section, filling: Filling) -> Iterator[Block]:
    rows: list[tuple[Item, ...]] = []
    for block in cover.blocks:
        if isinstance(block, Field):
            rows.append((block,))
        elif isinstance(block, Row) and any(isinstance(item, Field) for item in block.items):
            rows.append(block.items)
        elif isinstance(block, Printed):
            yield Line((Piece(block.quote.text),), "cover", "center")
    if rows:
        yield cover_grid(rows, filling)


def _section(section: Section, filling: Filling, filled: Filled) -> list[Block]:
    made: list[Block] = []
    if section.title is not None:
        made.append(Line((Piece(section.title.text),), "heading" if section.level == 1 else "subheading", keep=True))
    for block in section.blocks:
        if isinstance(block, Table):
            made.append(grid_of(block, filling, lambda path: len(filled.records(path))))
        elif isinstance(block, Field):
            made += _alone(section, block, filling)
        elif isinstance(block, Row):
            made.append(_row(block, filling))
        else:
            made.append(Line(item_pieces(block, filling), keep=block.declares))
    return made


def _alone(section: Section, field: Field, filling: Filling) -> list[Block]:
    """A field that stands alone, headed by its label unless that is the title of its section."""
    if field.kind in _SIGNED:
        shown = item_pieces(field, filling)
        label = () if dated(field) else (Piece(field.label.text),)
        return [Line((*label, *shown), "body", "right", before=12, room=_SEAL_ROOM)]
    made: list[Block] = []
    if field.path != section.id:
        made.append(Line((Piece(field.label.text),), "subheading", keep=True))
    made += field_lines(field, filling, field.path, "body")
    return made


def _row(row: Row, filling: Filling) -> Block:
    """A line of several items: blanks in a row, or what is signed at the right."""
    fields = [item for item in row.items if isinstance(item, Field)]
    typed = sum(field.kind not in _SIGNED for field in fields)
    if typed > 1 or (typed and typed == len(fields)):
        return blanks_grid(row.items, filling)
    made: list[Piece] = []
    for item in row.items:
        shown = item_pieces(item, filling)
        apart = (
            made and isinstance(item, Field) and item.kind not in _SIGNED and not made[-1].text.endswith(("：", ":"))
        )
        made += (Piece("\u3000"), *shown) if apart else shown
        if isinstance(item, Field) and item.kind not in _SIGNED and not "".join(piece.text for piece in shown):
            made.append(Piece("\u3000" * 8))
    room = _SEAL_ROOM if fields else 0
    return Line(
        tuple(made), "body", "right" if fields else None, keep=bool(fields), before=24 * bool(fields), room=room
    )


def _on_new_page(blocks: list[Block]) -> list[Block]:
    first = blocks[0] if blocks else None
    if isinstance(first, Line):
        return [replace(first, page=True), *blocks[1:]]
    return [Line(role="note", page=True), *blocks] if isinstance(first, Grid) else blocks


def _setup(form: Form) -> Setup:
    """The page as the form's own rules want it."""
    font, size, pitch = form.rule("font"), form.rule("size"), form.rule("line_spacing")
    usual = Setup()
    return Setup(
        font.words[0] if font is not None and font.words else usual.font,
        size.number if size is not None and size.number else usual.size,
        pitch.number if pitch is not None else None,
        form.rule("duplex") is not None,
        _BINDING if form.rule("binding") is not None else 0,
    )
