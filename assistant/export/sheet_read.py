"""What is filled into a form that was exported before, read back from Word: by its bookmarks and by what is printed
around its fields, so that words typed beside a bookmark are read as well."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from assistant.export.segments import segmented, tokens
from assistant.export.sheet import Block, Box, Grid, Line, Sheet
from assistant.export.word_text import body_of, cells, told
from assistant.export.wordxml import bookmark, name

_Pairs = list[tuple[Grid, Any]]


def read_sheet(data: bytes, sheet: Sheet) -> dict[str, str]:
    """The value of every field of `sheet` that stands in the file, by path, without white space at its ends.

    `sheet` is the form as it was laid out, its values aside. InputError where the file is no Word document.
    """
    body = body_of(data)
    names = frozenset(map(bookmark, _paths(_lines(sheet.blocks))))
    pairs = _paired(sheet, body)
    found: dict[str, str] = {}
    for grid, table in pairs:
        found |= _values(grid, table, names)
    taken = {id(table) for _, table in pairs}
    kept = {id(grid) for grid, _ in pairs}
    parts = zip(_runs(sheet.blocks, kept), _runs(body, taken), strict=True)
    for blocks, children in parts:
        here = told((child for child in children if child.tag != name("sectPr")), names)
        found |= segmented(tokens(_lines(blocks)), here.text, here.held)
    return found


def agreement(data: bytes, sheet: Sheet) -> float:
    """The share of a form's printed lines, guidance aside, that stand in a file as lines of their own, from 0 to 1; 0
    where its title does not stand there."""
    printed = {
        "".join(line.text.split())
        for line in _lines(sheet.blocks)
        if not any(piece.field or piece.faint for piece in line.pieces)
    } - {""}
    text = told([body_of(data)], frozenset()).text
    if "".join(sheet.title.split()) not in "".join(text.split()):
        return 0.0
    there = {"".join(line.split()) for line in text.split("\n")}
    return len(printed & there) / len(printed) if printed else 0.0


def records_read(data: bytes, sheet: Sheet) -> dict[str, int]:
    """How many records of each repeated row a file has room for, where `sheet` is the form with as many as it prints.

    Where one table repeats rows of one kind they are counted, so that rows added by hand are too; where it repeats
    several, their bookmarks are.
    """
    found: dict[str, int] = {}
    for grid, table in _paired(sheet, body_of(data)):
        more = len(table.findall(name("tr"))) - grid.rows
        for again in grid.again:
            if len(grid.again) == 1:
                found[again.path] = max(again.count + more // again.rows, 0)
            else:
                found[again.path] = _bookmarked(table, grid, again.path)
    return found


def _bookmarked(table: Any, grid: Grid, path: str) -> int:
    begin = f"{path}.1."
    keys = [one.removeprefix(begin) for one in _paths(_lines([grid])) if one.startswith(begin)]
    held = {mark.get(name("name")) for mark in table.iter(name("bookmarkStart"))}
    count = 0
    while any(bookmark(f"{path}.{count + 1}.{key}") in held for key in keys):
        count += 1
    return count


def _values(grid: Grid, table: Any, names: frozenset[str]) -> dict[str, str]:
    """The values of a table: those of a cell with the field's bookmark or else of the one in its place, where the table
    has the rows that it should have."""
    places = cells(table) if len(table.findall(name("tr"))) == grid.rows else {}
    marks = dict(_marked_cells(table))
    found: dict[str, str] = {}
    for box in grid.boxes:
        paths = _paths(box.lines)
        if not paths:
            continue
        held = next((marks[mark] for mark in map(bookmark, paths) if mark in marks), None)
        cell = places.get((box.row, box.column)) if held is None else held
        if cell is not None:
            here = told([cell], names)
            found |= segmented(tokens(box.lines), here.text, here.held)
    return found


def _marked_cells(table: Any) -> Iterator[tuple[str, Any]]:
    """The cell that each bookmark begins in."""
    for mark in table.iter(name("bookmarkStart")):
        cell = next(mark.iterancestors(name("tc")), None)
        if cell is not None:
            yield mark.get(name("name")), cell


def _paired(sheet: Sheet, body: Any) -> _Pairs:
    """Every grid with the table that it became: the one, after the last, that shares most with it."""
    tables = list(body.iterchildren(name("tbl")))
    made: _Pairs = []
    at = 0
    for grid in (block for block in sheet.blocks if isinstance(block, Grid)):
        marks = set(map(bookmark, _paths(_lines([grid]))))
        words = {text for box in grid.boxes if not _paths(box.lines) for text in (_plain(box),) if text}
        scores = [_shared(table, marks, words) for table in tables[at:]]
        best = max(scores, default=0)
        if best:
            at += scores.index(best) + 1
            made.append((grid, tables[at - 1]))
    return made


def _shared(table: Any, marks: set[str], words: set[str]) -> int:
    held = {mark.get(name("name")) for mark in table.iter(name("bookmarkStart"))}
    if marks & held:
        return len(words) + len(marks & held)
    return len(words & {"".join(told([cell], frozenset()).text.split()) for cell in table.iter(name("tc"))})


def _plain(box: Box) -> str:
    return "".join("".join(line.text for line in box.lines).split())


def _runs(blocks: Iterable[Any], apart: set[int]) -> Iterator[list[Any]]:
    """What stands before, between and after the tables that are paired, empty where nothing does."""
    run: list[Any] = []
    for block in blocks:
        if id(block) in apart:
            yield run
            run = []
        else:
            run.append(block)
    yield run


def _lines(blocks: Iterable[Block]) -> Iterator[Line]:
    for block in blocks:
        if isinstance(block, Line):
            yield block
        else:
            for box in block.boxes:
                yield from box.lines


def _paths(lines: Iterable[Line]) -> list[str]:
    return list(dict.fromkeys(piece.field for line in lines for piece in line.pieces if piece.field))
