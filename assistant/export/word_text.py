"""The text of a Word file with the bookmarks of fields: paragraphs, tables and their cells."""

from __future__ import annotations

import zipfile
from collections.abc import Iterable
from dataclasses import dataclass
from io import BytesIO
from typing import Any

import docx

from assistant.errors import InputError
from assistant.export.wordxml import name

MAX_UNPACKED, MAX_ENTRIES, MAX_PART = 50_000_000, 2_000, 8_000_000
"""Bytes of all entries, their number, and bytes of one that holds XML; a form has some 200,000."""
_CHARACTERS = {name("tab"): "\t", name("br"): "\n", name("cr"): "\n", name("noBreakHyphen"): "-"}
_START, _END, _TEXT, _RUN = name("bookmarkStart"), name("bookmarkEnd"), name("t"), name("r")
_NAME, _ID = name("name"), name("id")
_READ = (_START, _END, _TEXT, *_CHARACTERS)


@dataclass(frozen=True, slots=True)
class Told:
    """Text with, for each character, whether it stands inside the bookmark of a field."""

    text: str
    held: tuple[bool, ...]


def body_of(data: bytes) -> Any:
    """The body of a Word document; InputError where the bytes are none, or unpack to too much."""
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            entries = archive.infolist()
        parts = [entry.file_size for entry in entries if entry.filename.endswith((".xml", ".rels"))]
        size = sum(entry.file_size for entry in entries)
        if len(entries) <= MAX_ENTRIES and size <= MAX_UNPACKED and max(parts, default=0) <= MAX_PART:
            return docx.Document(BytesIO(data)).element.body
    except (OSError, ValueError, KeyError, AttributeError, TypeError, zipfile.BadZipFile, SyntaxError) as error:
        raise _unusable() from error
    raise _unusable()


def told(blocks: Iterable[Any], names: frozenset[str]) -> Told:
    """Paragraphs as lines; a table among them as its paragraphs. `names` are the bookmarks of fields."""
    lines: list[str] = []
    held: list[bool] = []
    within: dict[str, str] = {}
    blocks = list(blocks)
    names = names & _ended(blocks)
    for block in blocks:
        for paragraph in block.iter(name("p")):
            if lines:
                held.append(bool(within))
            lines.append(_line(paragraph, names, within, held))
    return Told("\n".join(lines), tuple(held))


def _ended(blocks: Iterable[Any]) -> set[str]:
    """The bookmarks that end as well; one without an end would hold whatever follows."""
    ends = {node.get(_ID) for block in blocks for node in block.iter(_END)}
    return {node.get(_NAME) for block in blocks for node in block.iter(_START) if node.get(_ID) in ends}


def cells(table: Any) -> dict[tuple[int, int], Any]:
    """The cells of a table by row and by the column of the grid that they begin in."""
    found: dict[tuple[int, int], Any] = {}
    for row, tr in enumerate(table.iterchildren(name("tr"))):
        column = 0
        for tc in tr.iter(name("tc")):
            if tc.getparent() is not tr and tc.getparent().tag != name("sdtContent"):
                continue
            found[row, column] = tc
            span = tc.find(f"{name('tcPr')}/{name('gridSpan')}")
            column += int(span.get(name("val"))) if span is not None and span.get(name("val"), "").isdigit() else 1
    return found


def _line(paragraph: Any, names: frozenset[str], within: dict[str, str], held: list[bool]) -> str:
    parts: list[str] = []
    for node in paragraph.iter(*_READ):
        tag = node.tag
        if tag == _START:
            if (mark := node.get(_NAME)) in names:
                # Fields do not nest; LibreOffice begins a bookmark over several paragraphs twice and ends it once.
                for other in [key for key, known in within.items() if known != mark]:
                    del within[other]
                within[node.get(_ID)] = mark
        elif tag == _END and (ended := within.get(node.get(_ID))) is not None:
            for other in [key for key, known in within.items() if known == ended]:
                del within[other]
        # A tab stop of the paragraph's own properties has the name of a tab.
        elif tag != _END and node.getparent().tag == _RUN:
            text = node.text or "" if tag == _TEXT else _CHARACTERS[tag]
            parts.append(text)
            held += [bool(within)] * len(text)
    return "".join(parts)


def _unusable() -> InputError:
    return InputError("这不是可用的 Word（.docx）文件。", "This is no Word (.docx) file that can be used.")
