"""The footnotes of a form as a part of a Word file."""

from __future__ import annotations

from typing import Any

from docx.document import Document
from docx.opc.oxml import serialize_part_xml
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml.ns import nsdecls

from assistant.export.wordxml import element, run

_SORT = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
_KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"


def add_notes(document: Document, notes: tuple[str, ...]) -> None:
    """Footnotes in their order; the lines above them have the ids -1 and 0."""
    held: list[Any] = [
        element("footnote", element("p", element("r", element(kind))), type=kind, id=number)
        for number, kind in ((-1, "separator"), (0, "continuationSeparator"))
    ]
    for number, text in enumerate(notes, start=1):
        sign = element("r", element("rPr", element("vertAlign", val="superscript")), element("footnoteRef"))
        held.append(
            element(
                "footnote",
                element("p", element("pPr", element("pStyle", val="FormFootnote")), sign, run(f" {text}")),
                id=number,
            )
        )
    body = "".join(serialize_part_xml(one).decode().partition("?>")[2] for one in held)
    whole = f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:footnotes {nsdecls("w")}>{body}</w:footnotes>'
    document.part.relate_to(Part(PackURI("/word/footnotes.xml"), _SORT, whole.encode(), document.part.package), _KIND)
