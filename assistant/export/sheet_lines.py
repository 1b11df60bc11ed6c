"""Lines of a form as paragraphs of Word, the values of fields between bookmarks."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from assistant.export.sheet import Line, Piece
from assistant.export.wordnames import bookmark
from assistant.export.wordxml import element, of_centimetres, run, twips

IDS: Mapping[str, str] = {
    "annex": "FormAnnex",
    "title": "Title",
    "heading": "Heading1",
    "subheading": "Heading2",
    "cover": "FormCover",
    "caption": "FormCaption",
    "body": "Normal",
    "cell": "FormCell",
    "mark": "FormLabel",
    "note": "FormGuidance",
}
_ALIGNS = {"spread": "distribute"}


class Marks:
    """Bookmarks in the order they are opened; a field has one, from its first word to its last."""

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}

    def opened(self, path: str) -> Any:
        """The start of a field's bookmark; ValueError where the field already has one."""
        if path in self._numbers:
            raise ValueError(f"{path} stands in two places")
        self._numbers[path] = len(self._numbers)
        return element("bookmarkStart", id=self._numbers[path], name=bookmark(path))

    def closed(self, path: str) -> Any:
        """The end of it."""
        return element("bookmarkEnd", id=self._numbers[path])


def paragraphs(lines: Iterable[Line], marks: Marks) -> list[Any]:
    """The paragraphs of lines that stand together."""
    made: list[Any] = []
    path, last = "", element("p")
    for line in lines:
        paragraph = element("p", _properties(line))
        for piece in line.pieces:
            if piece.field != path:
                if path:
                    last.append(marks.closed(path))
                if piece.field:
                    paragraph.append(marks.opened(piece.field))
                path = piece.field
            last = paragraph
            _add(paragraph, piece)
        made.append(paragraph)
    if path:
        last.append(marks.closed(path))
    return made


def _properties(line: Line) -> Any:
    aligned = _ALIGNS.get(line.align or "", line.align)
    return element(
        "pPr",
        element("pStyle", val=IDS[line.role]),
        element("keepNext") if line.keep else None,
        element("pageBreakBefore") if line.page else None,
        element("spacing", before=twips(line.before)) if line.before else None,
        _indent(line),
        element("jc", val=aligned) if aligned else None,
    )


def _indent(line: Line) -> Any:
    places: dict[str, object] = {}
    if line.room:
        places["right"] = of_centimetres(line.room)
    if line.indent:
        places |= {"firstLineChars": 200, "firstLine": 480}
    elif line.role == "body" and line.align in ("right", "center", "left"):
        places |= {"firstLineChars": 0, "firstLine": 0}
    return element("ind", **places) if places else None


def _add(paragraph: Any, piece: Piece) -> None:
    if piece.text:
        looks = (
            element("b") if piece.bold else None,
            element("color", val="595959") if piece.faint else None,
            element("sz", val=round(piece.size * 2)) if piece.size else None,
            element("highlight", val="yellow") if piece.marked else None,
        )
        paragraph.append(run(piece.text, *looks) if any(look is not None for look in looks) else run(piece.text))
    if piece.note:
        raised = element("rPr", element("vertAlign", val="superscript"))
        paragraph.append(element("r", raised, element("footnoteReference", id=piece.note)))
