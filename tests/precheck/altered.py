"""What happens to a form on its way through other people's programs: nothing of what it says is changed."""

from __future__ import annotations

import copy
import re
from collections.abc import Callable, Iterator
from io import BytesIO
from typing import Any

import docx
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

Step = Callable[[Any], None]
"""A change of a python-docx Document."""
WIDE = {"(": "（", ")": "）", "（": "(", "）": ")", ":": "：", "：": ":"}


def altered(data: bytes, *steps: Step) -> bytes:
    document = docx.Document(BytesIO(data))
    for step in steps:
        step(document)
    made = BytesIO()
    document.save(made)
    return made.getvalue()


def made(tag: str, *children: Any, **attributes: str) -> Any:
    element = OxmlElement(tag)
    for key, value in attributes.items():
        element.set(qn(f"w:{key}"), value)
    for child in children:
        element.append(child)
    return element


def run(text: str, *looks: Any, tag: str = "w:t") -> Any:
    told = made(tag)
    told.text = text
    return made("w:r", *((made("w:rPr", *looks),) if looks else ()), told)


def said(element: Any) -> str:
    return "".join(told.text or "" for told in element.iter(qn("w:t")))


def wrapped(element: Any, around: Any, inside: Any) -> None:
    element.addprevious(around)
    inside.append(element)


def texts(document: Any) -> list[Any]:
    return list(document.element.body.iter(qn("w:t")))


def labels(document: Any) -> Iterator[Any]:
    """The cells in which no field begins."""
    for cell in document.element.body.iter(qn("w:tc")):
        if not any(mark.get(qn("w:name"), "").startswith("f_") for mark in cell.iter(qn("w:bookmarkStart"))):
            yield cell


def headings(document: Any) -> Iterator[Any]:
    """Paragraphs outside tables that begin with a number."""
    for paragraph in document.paragraphs:
        if re.match(r"(?:[一二三四五六七八九十]+、|[0-9]\.|[（(][一二三四五六七八九十][）)])", paragraph.text):
            if paragraph.style.name.startswith("Heading"):
                yield paragraph


def unmarked(document: Any) -> None:
    for kind in ("w:bookmarkStart", "w:bookmarkEnd"):
        for mark in list(document.element.body.iter(qn(kind))):
            mark.getparent().remove(mark)


def set_otherwise(document: Any) -> None:
    for one in document.element.body.iter(qn("w:r")):
        for old in one.findall(qn("w:rPr")):
            one.remove(old)
        one.insert(0, made("w:rPr", made("w:rFonts", eastAsia="楷体"), made("w:sz", val="28")))
    for paragraph in document.element.body.iter(qn("w:p")):
        paragraph.get_or_add_pPr().insert(0, made("w:spacing", line="560", lineRule="exact"))


def in_many_runs(document: Any) -> None:
    for told in texts(document):
        one = told.getparent()
        for sign in reversed((told.text or "")[1:]):
            other = copy.deepcopy(one)
            for part in list(other):
                if part.tag != qn("w:rPr"):
                    other.remove(part)
            other.append(made("w:t"))
            other[-1].text = sign
            other[-1].set(qn("xml:space"), "preserve")
            if told.getnext() is None:
                one.addnext(other)
            else:
                return
        told.text = (told.text or "")[:1]
        told.set(qn("xml:space"), "preserve")


def other_widths(document: Any) -> None:
    for told in texts(document):
        told.text = "".join(WIDE.get(sign, sign) for sign in told.text or "")


def spaced_labels(document: Any) -> None:
    for cell in labels(document):
        for told in cell.iter(qn("w:t")):
            if len(told.text or "") < 9:
                told.text = "\u3000".join(told.text or "")


def broken_labels(document: Any) -> None:
    for cell in labels(document):
        for told in list(cell.iter(qn("w:t"))):
            text = told.text or ""
            if len(text) > 5:
                told.text = text[:3]
                rest = made("w:t")
                rest.text = text[3:]
                told.addnext(rest)
                told.addnext(made("w:br"))


def with_colons(document: Any) -> None:
    for cell in labels(document):
        for told in list(cell.iter(qn("w:t")))[-1:]:
            if (told.text or "")[-1:].isalpha():
                told.text = f"{told.text}："


def in_controls(document: Any) -> None:
    """Content controls of every sort: around runs, paragraphs, cells, rows and tables."""
    body = document.element.body
    for tag, every in (("w:r", 3), ("w:tc", 4), ("w:tr", 5), ("w:tbl", 1)):
        for element in list(body.iter(qn(tag)))[::every]:
            content = made("w:sdtContent")
            wrapped(element, made("w:sdt", made("w:sdtPr"), content), content)
    for paragraph in list(body.iterchildren(qn("w:p")))[::2]:
        content = made("w:sdtContent")
        wrapped(paragraph, made("w:sdt", made("w:sdtPr"), content), content)


def with_hints(document: Any) -> None:
    """Empty content controls that show what to type."""
    for paragraph in list(document.element.body.iter(qn("w:p"))):
        content = made("w:sdtContent", run("单击或点击此处输入文字。"))
        paragraph.append(made("w:sdt", made("w:sdtPr", made("w:showingPlcHdr")), content))


def tracked(document: Any) -> None:
    """Every other run is an insertion that nobody accepted, and beside each something is struck out or moved away."""
    for number, one in enumerate(list(document.element.body.iter(qn("w:r")))):
        if number % 2:
            mark = {"id": str(9000 + number), "author": "甲", "date": "2026-11-20T00:00:00Z"}
            one.addprevious(made("w:del", run("删去的字", tag="w:delText"), **mark))
            one.addnext(made("w:moveFrom", run("移走的字"), **mark))
            around = made("w:ins", **mark)
            wrapped(one, around, around)


def with_hidden(document: Any) -> None:
    for paragraph in list(document.element.body.iter(qn("w:p"))):
        paragraph.append(run("暗号", made("w:vanish")))


def numbered_by_word(document: Any) -> None:
    """Headings whose numbers the program counts."""
    for paragraph in headings(document):
        text = re.sub(r"^(?:[一二三四五六七八九十]+、|[0-9]\.|[（(][一二三四五六七八九十][）)])", "", paragraph.text)
        if len(text) > 3:
            for one in paragraph.runs[1:]:
                one._r.getparent().remove(one._r)
            paragraph.runs[0].text = text


def tables_in_two(document: Any) -> None:
    """Long tables parted at a row in which nothing goes on from above."""
    for table in list(document.element.body.iterchildren(qn("w:tbl"))):
        rows = table.findall(qn("w:tr"))
        for at in range(len(rows) // 2, len(rows)):
            goes_on = [m for m in rows[at].iter(qn("w:vMerge")) if m.get(qn("w:val")) != "restart"]
            if at > 2 and not goes_on:
                other = copy.deepcopy(table)
                for row in rows[at:]:
                    table.remove(row)
                for row in other.findall(qn("w:tr"))[:at]:
                    other.remove(row)
                table.addnext(other)
                table.addnext(made("w:p"))
                break


def unmerged(document: Any) -> None:
    """Cells merged downwards are parted, the lower ones empty."""
    for mark in list(document.element.body.iter(qn("w:vMerge"))):
        mark.getparent().remove(mark)


def finer_grid(document: Any) -> None:
    """Every column of every table counts twice."""
    for table in document.element.body.iter(qn("w:tbl")):
        for column in list(table.find(qn("w:tblGrid"))):
            column.addnext(copy.deepcopy(column))
    for cell in document.element.body.iter(qn("w:tc")):
        properties = cell.get_or_add_tcPr()
        span = properties.find(qn("w:gridSpan"))
        wide = int(span.get(qn("w:val"))) if span is not None else 1
        if span is not None:
            properties.remove(span)
        properties.append(made("w:gridSpan", val=str(2 * wide)))


def in_a_frame(document: Any) -> None:
    """The whole form inside one cell of a table."""
    body = document.element.body
    cell = made("w:tc")
    for block in [one for one in body if one.tag != qn("w:sectPr")]:
        cell.append(block)
    body.insert(0, made("w:tbl", made("w:tblPr"), made("w:tblGrid"), made("w:tr", cell)))


def title_in_a_box(document: Any) -> None:
    """The lines before the first table or heading stand in text boxes, told twice for programs of all ages."""
    body = document.element.body
    for paragraph in list(body.iterchildren(qn("w:p")))[:3]:
        first, second = made("w:txbxContent", copy.deepcopy(paragraph)), made("w:txbxContent", copy.deepcopy(paragraph))
        space = "http://schemas.openxmlformats.org/markup-compatibility/2006"
        both = paragraph.makeelement(f"{{{space}}}AlternateContent", nsmap={"mc": space})
        for name, content in (("Choice", first), ("Fallback", second)):
            one = both.makeelement(f"{{{space}}}{name}")
            one.append(made("w:drawing", content))
            both.append(one)
        paragraph.addprevious(made("w:p", made("w:r", both)))
        body.remove(paragraph)


def cover_in_lines(document: Any) -> None:
    """Tables without borders (covers, lines of blanks) as lines of text: label, colon, value on strokes."""
    for table in list(document.element.body.iterchildren(qn("w:tbl"))):
        rows = table.findall(qn("w:tr"))
        if table.find(f"{qn('w:tblPr')}/{qn('w:tblBorders')}") is not None or len(rows) > 9:
            continue
        for row in rows:
            paragraph = made("w:p")
            for number, cell in enumerate(row.iter(qn("w:tc"))):
                text = "\n".join(said(p) for p in cell.iter(qn("w:p")))
                label = number % 2 == 0
                text = f"{text.rstrip('：')}：" if label and number == 0 else text if label else f"__{text}__"
                paragraph.append(run(text))
            table.addprevious(paragraph)
        document.element.body.remove(table)


def all_in_tables(document: Any) -> None:
    """As offices like it: each heading a row of its own across a table, its text in a box below."""
    for paragraph in list(headings(document)):
        heading = paragraph._p
        behind = heading.getnext()
        if behind is not None and behind.tag == qn("w:tbl"):
            cell = made("w:tc", made("w:tcPr", made("w:gridSpan", val=str(len(behind.find(qn("w:tblGrid")))))))
            cell.append(heading)
            behind.find(qn("w:tr")).addprevious(made("w:tr", cell))
            continue
        text = []
        while behind is not None and behind.tag == qn("w:p") and not _heads(behind):
            text.append(behind)
            behind = behind.getnext()
        below = made("w:tc", made("w:tcPr"))
        table = made("w:tbl", made("w:tblPr"), made("w:tblGrid", made("w:gridCol")))
        heading.addprevious(table)
        table.append(made("w:tr", made("w:tc", heading)))
        for one in text:
            below.append(one)
        if text:
            table.append(made("w:tr", below))


def _heads(paragraph: Any) -> bool:
    style = paragraph.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
    return style is not None and style.get(qn("w:val"), "").startswith("Heading")


def without_rows(document: Any, label: str) -> None:
    """The rows in which a cell says just that are taken out."""
    for row in list(document.element.body.iter(qn("w:tr"))):
        if any("".join(said(cell).split()) == label for cell in row.iter(qn("w:tc"))):
            row.getparent().remove(row)


def without_section(document: Any, title: str) -> None:
    """A heading is taken out, with all that stands between it and the next."""
    body = document.element.body
    blocks = [one for one in body if one.tag != qn("w:sectPr")]
    known = {paragraph._p for paragraph in headings(document)}
    at = next(n for n, one in enumerate(blocks) if "".join(said(one).split()) == title)
    for block in blocks[at:]:
        if block in known and block is not blocks[at]:
            break
        body.remove(block)


ALTERATIONS: dict[str, tuple[Step, ...]] = {
    "nothing": (),
    "no bookmarks": (unmarked,),
    "other fonts": (set_otherwise, unmarked),
    "many runs": (in_many_runs,),
    "brackets of another width": (other_widths, unmarked),
    "spaces in labels": (spaced_labels, unmarked),
    "labels on two lines": (broken_labels, unmarked),
    "colons behind labels": (with_colons, unmarked),
    "content controls": (in_controls, unmarked),
    "content controls with bookmarks": (in_controls,),
    "hints": (with_hints, unmarked),
    "tracked changes": (tracked, unmarked),
    "hidden words": (with_hidden, unmarked),
    "numbers by the program": (numbered_by_word, unmarked),
    "tables in two": (tables_in_two, unmarked),
    "parted cells": (unmerged, unmarked),
    "a finer grid": (finer_grid, unmarked),
    "a frame": (in_a_frame, unmarked),
    "text boxes": (title_in_a_box, unmarked),
    "a cover in lines": (cover_in_lines, unmarked),
    "headings in tables": (all_in_tables, unmarked),
    "much at once": (spaced_labels, with_hidden, in_controls, tracked, tables_in_two, finer_grid, unmarked),
}


# What a reader may not understand, and must not misunderstand.


def placed(cell: Any) -> bool:
    return any(mark.get(qn("w:name"), "").startswith("f_") for mark in cell.iter(qn("w:bookmarkStart")))


def with_cells_between(document: Any) -> None:
    """An empty cell behind every cell that is filled in, and nothing above it."""
    for cell in list(document.element.body.iter(qn("w:tc"))):
        if placed(cell):
            cell.addnext(made("w:tc", made("w:p")))


def with_a_column_first(document: Any) -> None:
    for row in document.element.body.iter(qn("w:tr")):
        row.insert(0, made("w:tc", made("w:p")))


def without_last_cells(document: Any) -> None:
    """Every third row that has several cells to fill in has one less."""
    for number, row in enumerate(list(document.element.body.iter(qn("w:tr")))):
        cells = row.findall(qn("w:tc"))
        if number % 3 == 0 and len(cells) > 2 and placed(cells[-1]) and placed(cells[-2]):
            row.remove(cells[-1])


def misspelt(document: Any) -> None:
    """Every fifth label ends in another word."""
    for number, cell in enumerate(list(labels(document))):
        for told in list(cell.iter(qn("w:t")))[: number % 5 == 0]:
            told.text = f"{(told.text or '')[:-1]}某"


def labels_beside(document: Any) -> None:
    """Label and value in one cell, a colon between them."""
    for row in document.element.body.iter(qn("w:tr")):
        label = None
        for cell in row.findall(qn("w:tc")):
            text = said(cell).strip()
            if label is not None and placed(cell) and cell.findall(qn("w:p")):
                last, (first, *more) = label.findall(qn("w:p"))[-1], cell.findall(qn("w:p"))
                last.append(run("："))
                for part in [one for one in first if one.tag != qn("w:pPr")]:
                    last.append(part)
                for paragraph in more:
                    label.append(paragraph)
                row.remove(cell)
                label = None
            else:
                label = cell if text and not text.isdigit() and not placed(cell) else None


DISTORTIONS: dict[str, Step] = {
    "cells between": with_cells_between,
    "a column first": with_a_column_first,
    "cells that are gone": without_last_cells,
    "labels misspelt": misspelt,
    "labels beside their values": labels_beside,
}
