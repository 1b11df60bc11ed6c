"""Elements of WordprocessingML, made without the detours of an object for each."""

from __future__ import annotations

import re
from typing import Any

from docx.oxml.parser import oxml_parser

from assistant.export.wordnames import bookmark, name

__all__ = ["bookmark", "element", "field_code", "name", "of_centimetres", "run", "twips"]

_PARTS = re.compile("([\t\n])")


_SPACE = {"w": name("p")[1:-2]}


def element(tag: str, /, *children: Any, **attributes: object) -> Any:
    """An element of the namespace w with attributes of it; None among the children is left out."""
    made = oxml_parser.makeelement(name(tag), nsmap=_SPACE)
    for key, value in attributes.items():
        made.set(name(key), str(value))
    for child in children:
        if child is not None:
            made.append(child)
    return made


def twips(points: float) -> int:
    """Twentieths of a point."""
    return round(points * 20)


def of_centimetres(centimetres: float) -> int:
    """Twentieths of a point in so many centimetres."""
    return round(centimetres / 2.54 * 1440)


def run(text: str, *looks: Any) -> Any:
    """A run of text, tabs and line breaks included; `looks` are its properties in the order of the schema."""
    made = element("r", element("rPr", *looks) if looks else None)
    for part in _PARTS.split(text):
        if part == "\t":
            made.append(element("tab"))
        elif part == "\n":
            made.append(element("br"))
        elif part:
            held = element("t")
            held.text = part
            if part.strip() != part or "  " in part:
                held.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
            made.append(held)
    return made


def field_code(code: str) -> list[Any]:
    """The runs of a field that Word counts, such as PAGE."""
    told = element("instrText")
    told.text = f" {code} "
    return [
        element("r", element("fldChar", fldCharType="begin")),
        element("r", told),
        element("r", element("fldChar", fldCharType="separate")),
        run("1"),
        element("r", element("fldChar", fldCharType="end")),
    ]
