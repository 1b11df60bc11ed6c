"""A form as a Word document on A4."""

from __future__ import annotations

from datetime import datetime, time
from io import BytesIO
from itertools import groupby
from typing import Any

import docx

from assistant.export.packing import repacked
from assistant.export.sheet import Grid, Line, Sheet
from assistant.export.sheet_grid import table
from assistant.export.sheet_lines import Marks, paragraphs
from assistant.export.sheet_looks import name_fonts, set_page, set_settings, set_styles
from assistant.export.sheet_notes import add_notes
from assistant.export.sheet_styles import APART, text_width
from assistant.export.wordxml import element, twips

_UNUSED = ("thumbnail", "customXml", "stylesWithEffects", "numbering", "theme", "webSettings", "extended-properties")
"""Parts of the library's template that no form uses."""


def sheet_word(sheet: Sheet) -> bytes:
    """The bytes of the document; the same for the same sheet."""
    document = docx.Document()
    set_styles(document, sheet.setup)
    set_page(document, sheet)
    set_settings(document, sheet.setup, bool(sheet.notes))
    name_fonts(document, sheet.setup)
    if sheet.notes:
        add_notes(document, sheet.notes)
    body: Any = document.element.body
    end = body[-1]
    for made in _blocks(sheet):
        end.addprevious(made)
    for owner in (document.part, document.part.package):
        for key in [key for key, rel in owner.rels.items() if rel.reltype.endswith(_UNUSED)]:
            owner.rels.pop(key)
    return _saved(document, sheet)


def _blocks(sheet: Sheet) -> list[Any]:
    """Paragraphs and tables. Two tables would flow into one, and the last may not end a document."""
    marks, width = Marks(), text_width(sheet.setup)
    made: list[Any] = []
    for grids, run in groupby(sheet.blocks, key=lambda block: isinstance(block, Grid)):
        if not grids:
            made += paragraphs((block for block in run if isinstance(block, Line)), marks)
            continue
        tables = [table(grid, width, marks) for grid in run if isinstance(grid, Grid)]
        for number, one in enumerate(tables, start=1):
            made += [one, _thin(2 if number == len(tables) else APART)]
    return made


def _thin(points: float) -> Any:
    """A paragraph of next to no height, so that a table that ends a page makes no other."""
    spacing = element("spacing", before=0, after=0, line=twips(points), lineRule="exact")
    return element("p", element("pPr", spacing, element("rPr", element("sz", val=2))))


def _saved(document: Any, sheet: Sheet) -> bytes:
    moment = datetime.combine(sheet.as_of, time())
    properties = document.core_properties
    properties.title, properties.author, properties.language = sheet.title[:200], "", "zh-CN"
    properties.last_modified_by = properties.comments = properties.subject = properties.keywords = ""
    properties.created = properties.modified = moment
    made = BytesIO()
    document.save(made)
    return repacked(made.getvalue(), sheet.as_of)
