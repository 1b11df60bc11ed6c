"""A form as Markdown: the same words and values; what spans cells stands in the first of them."""

from __future__ import annotations

import re

from assistant.export.sheet import Block, Line, Piece, Sheet

_SPECIAL = re.compile(r"([\\`*_\[\]<>#|~])")
_LIST = re.compile(r"^(\s*\d*)([-+.)])(?=\s)", re.MULTILINE)
_HEADS = {"title": "# ", "heading": "## ", "subheading": "### "}


def sheet_markdown(sheet: Sheet) -> str:
    """The form as text; placeholders are bold, guidance is in italics."""
    parts = [part for block in sheet.blocks for part in (_block(block),) if part]
    notes = [f"[^{number}]: {escaped(text)}" for number, text in enumerate(sheet.notes, start=1)]
    return "\n\n".join([*parts, *notes]) + "\n"


def _block(block: Block) -> str:
    if isinstance(block, Line):
        text = _line(block).strip()
        head = _HEADS.get(block.role, "")
        return head + text if head and text else _LIST.sub(r"\1\\\2", text)
    texts = {(box.row, box.column): "<br>".join(filter(None, map(_cell, box.lines))) for box in block.boxes}
    rows = [[texts.get((row, column), "") for column in range(len(block.widths))] for row in range(block.rows)]
    if not block.bordered:
        return "\n".join(f"- {' '.join(filter(None, row))}" for row in rows)
    rule = "|" + " --- |" * len(block.widths)
    return "\n".join([_row(rows[0]), rule, *map(_row, rows[1:])])


def _row(cells: list[str]) -> str:
    return "| " + " | ".join(cells) + " |"


def _cell(line: Line) -> str:
    return _line(line).strip().replace("\n", "<br>")


def _line(line: Line) -> str:
    return "".join(map(_piece, line.pieces))


def _piece(piece: Piece) -> str:
    text = escaped(piece.text)
    if text.strip() and (piece.marked or piece.faint):
        sign = "**" if piece.marked else "*"
        text = f"{sign}{text.strip()}{sign}"
    return f"{text}[^{piece.note}]" if piece.note else text


def escaped(text: str) -> str:
    """The text with every sign that Markdown would read as its own."""
    return _SPECIAL.sub(r"\\\1", text)
