"""What colleagues do to a form before they send it: each a named step on a Word document that was in order."""

from __future__ import annotations

import copy
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Iterable
from io import BytesIO
from pathlib import Path
from typing import Any

import docx
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import qn
from docx.shared import Cm, Emu

from assistant.drafting.count import words
from assistant.export.wordnames import bookmark

Step = Callable[[Any], None]
"""A change of a python-docx Document."""

_FILLER = (
    "各成员单位按照职责分工协同推进各项工作，定期交流进展情况，及时研究解决实际问题，"
    "不断提升合作水平和服务能力，让学生、教师和企业共同受益，为区域产业发展提供有力支撑。"
)


def spoiled(data: bytes, steps: Iterable[Step]) -> bytes:
    """The document after all steps, saved as python-docx saves it."""
    document = docx.Document(BytesIO(data))
    for step in steps:
        step(document)
    made = BytesIO()
    document.save(made)
    return made.getvalue()


# Where a field stands, and what stands there.


def _start(document: Any, path: str) -> Any:
    wanted = bookmark(path)
    for mark in document.element.body.iter(qn("w:bookmarkStart")):
        if mark.get(qn("w:name")) == wanted:
            return mark
    raise AssertionError(f"no place {path} in the document")


def _paragraphs(document: Any, path: str) -> list[Any]:
    """The paragraphs from the one that the field's bookmark begins in to the one that it ends in."""
    start = _start(document, path)
    (end,) = (e for e in document.element.body.iter(qn("w:bookmarkEnd")) if e.get(qn("w:id")) == start.get(qn("w:id")))
    first, last = (next(node.iterancestors(qn("w:p"))) for node in (start, end))
    held = [first]
    while held[-1] is not last:
        held.append(held[-1].getnext())
    return held


def _runs(document: Any, path: str) -> list[Any]:
    """The runs of text inside the field's bookmark."""
    start = _start(document, path)
    ended = start.get(qn("w:id"))
    found, inside = [], False
    for paragraph in _paragraphs(document, path):
        for node in paragraph:
            if node is start:
                inside = True
            elif node.tag == qn("w:bookmarkEnd") and node.get(qn("w:id")) == ended:
                inside = False
            elif inside and node.tag == qn("w:r"):
                found.append(node)
    return found


def _text(node: Any) -> str:
    return "".join(held.text or "" for held in node.iter(qn("w:t")))


def text_at(document: Any, path: str) -> str:
    """What stands in a field, its paragraphs as lines."""
    return "\n".join(_text(paragraph) for paragraph in _paragraphs(document, path))


def _set(run: Any, text: str) -> None:
    for held in list(run):
        if held.tag != qn("w:rPr"):
            run.remove(held)
    told = OxmlElement("w:t")
    told.text = text
    told.set(qn("xml:space"), "preserve")
    run.append(told)


def says(path: str, text: str) -> Step:
    """Another text in a field of one paragraph."""

    def step(document: Any) -> None:
        runs = _runs(document, path)
        if not runs:
            start = _start(document, path)
            runs = [OxmlElement("w:r")]
            start.addnext(runs[0])
        _set(runs[0], text)
        for run in runs[1:]:
            run.getparent().remove(run)

    return step


def emptied(path: str) -> Step:
    """Nothing in a field, whatever paragraphs it had."""

    def step(document: Any) -> None:
        for run in _runs(document, path):
            run.getparent().remove(run)

    return step


def blanks_only(path: str) -> Step:
    """Nothing but blanks in a field."""
    return says(path, "\u3000 \u00a0\u3000")


def instead(old: str, new: str, path: str = "") -> Step:
    """Other words for some, in one field or wherever they stand."""

    def step(document: Any) -> None:
        scope = _paragraphs(document, path) if path else [document.element.body]
        hits = 0
        for block in scope:
            for held in block.iter(qn("w:t")):
                if held.text and old in held.text:
                    held.text, hits = held.text.replace(old, new), hits + 1
        assert hits, f"{old} does not stand in {path or 'the document'}"

    return step


def without_paragraph(path: str, beginning: str) -> Step:
    """A paragraph of a field is gone."""

    def step(document: Any) -> None:
        (paragraph,) = (p for p in _paragraphs(document, path) if _text(p).startswith(beginning))
        for node in list(paragraph):
            if node.tag == qn("w:r"):
                paragraph.remove(node)

    return step


def with_line(path: str, line: str) -> Step:
    """One more paragraph at the end of a field."""

    def step(document: Any) -> None:
        run = copy.deepcopy(_runs(document, path)[-1])
        last = _paragraphs(document, path)[-1]
        more = OxmlElement("w:r")
        more.append(OxmlElement("w:br"))
        _runs(document, path)[-1].addnext(more)
        _set(run, line)
        more.addnext(run)
        assert last is not None

    return step


def with_line_first(path: str, line: str) -> Step:
    """One more line at the beginning of a field."""

    def step(document: Any) -> None:
        first = _runs(document, path)[0]
        run, gap = copy.deepcopy(first), OxmlElement("w:r")
        _set(run, line)
        gap.append(OxmlElement("w:br"))
        first.addprevious(run)
        first.addprevious(gap)

    return step


def long_to(path: str, count: int) -> Step:
    """So many 字 in a field, the more of them words that say nothing in particular."""

    def step(document: Any) -> None:
        more = count - words(text_at(document, path))
        assert more > 0
        run = _runs(document, path)[-1]
        told = _text(run)
        _set(run, told + (_FILLER * (more // len(_FILLER) + 1))[:more])
        assert words(text_at(document, path)) == count

    return step


# The print of the form.


def _lined(document: Any, words_: str) -> Any:
    wanted = "".join(words_.split())
    for paragraph in document.element.body.iter(qn("w:p")):
        if "".join(_text(paragraph).split()) == wanted:
            return paragraph
    raise AssertionError(f"no line {words_}")


def without_section(title: str, before: str | None = None) -> Step:
    """The title and all that follows up to the next section's title, or to the end."""

    def step(document: Any) -> None:
        node = _lined(document, title)
        last = _lined(document, before) if before else None
        while node is not None and node is not last and node.tag != qn("w:sectPr"):
            following = node.getnext()
            node.getparent().remove(node)
            node = following

    return step


def without_line(text: str) -> Step:
    """A line of print is gone."""

    def step(document: Any) -> None:
        paragraph = _lined(document, text)
        if next(paragraph.iterancestors(qn("w:tc")), None) is None:
            paragraph.getparent().remove(paragraph)
        else:
            for run in list(paragraph.iter(qn("w:r"))):
                run.getparent().remove(run)

    return step


def without_row(path: str) -> Step:
    """The table row that a field stands in is gone; where a cell over several rows begins there, the next goes on."""

    def step(document: Any) -> None:
        row = next(_start(document, path).iterancestors(qn("w:tr")))
        below = row.getnext()
        if below is not None and below.tag == qn("w:tr"):
            for held, cell in zip(row.findall(qn("w:tc")), below.findall(qn("w:tc")), strict=False):
                merge = held.find(f"{qn('w:tcPr')}/{qn('w:vMerge')}")
                other = cell.find(f"{qn('w:tcPr')}/{qn('w:vMerge')}")
                if merge is not None and merge.get(qn("w:val")) == "restart" and other is not None:
                    other.set(qn("w:val"), "restart")
                    for paragraph in cell.findall(qn("w:p")):
                        cell.remove(paragraph)
                    for paragraph in held.findall(qn("w:p")):
                        cell.append(copy.deepcopy(paragraph))
        row.getparent().remove(row)

    return step


# How it is set.


def _properties(run: Any) -> Any:
    held = run.find(qn("w:rPr"))
    if held is None:
        held = OxmlElement("w:rPr")
        run.insert(0, held)
    return held


def _put(parent: Any, tag: str, **attributes: str) -> None:
    for held in parent.findall(qn(tag)):
        parent.remove(held)
    made = OxmlElement(tag)
    for key, value in attributes.items():
        made.set(qn(f"w:{key}"), value)
    parent.append(made)


def in_font(path: str, font: str, only: int | None = None) -> Step:
    """A field, or its n-th paragraph, in another font."""

    def step(document: Any) -> None:
        runs = _runs(document, path)
        for run in runs if only is None else [runs[only]]:
            _put(_properties(run), "w:rFonts", ascii=font, hAnsi=font, eastAsia=font)

    return step


def in_latin_font(path: str, font: str) -> Step:
    """Figures and Latin letters of a field in another font; its Chinese characters stay."""

    def step(document: Any) -> None:
        for run in _runs(document, path):
            _put(_properties(run), "w:rFonts", ascii=font, hAnsi=font)

    return step


def in_size(path: str, points: float) -> Step:
    """A field in another size."""

    def step(document: Any) -> None:
        for run in _runs(document, path):
            _put(_properties(run), "w:sz", val=str(round(points * 2)))

    return step


def spaced(path: str, line: int, rule: str) -> Step:
    """The paragraphs of a field with other distances of lines: 240ths of a line for "auto", else twentieths of points."""

    def step(document: Any) -> None:
        for paragraph in _paragraphs(document, path):
            _put(paragraph.get_or_add_pPr(), "w:spacing", line=str(line), lineRule=rule)

    return step


def everything_in_font(font: str, points: float) -> Step:
    """Every run in another font and size."""

    def step(document: Any) -> None:
        for run in document.element.body.iter(qn("w:r")):
            _put(_properties(run), "w:rFonts", ascii=font, hAnsi=font, eastAsia=font)
            _put(_properties(run), "w:sz", val=str(round(points * 2)))

    return step


def on_paper(width: float, height: float) -> Step:
    """Pages of another size, in centimetres."""

    def step(document: Any) -> None:
        for section in document.sections:
            section.page_width, section.page_height = Emu(Cm(width)), Emu(Cm(height))

    return step


def everything_by_style(font: str) -> Step:
    """Every style, and what holds where none does, with another Chinese font; no run says so itself."""

    def step(document: Any) -> None:
        for fonts in document.styles.element.iter(qn("w:rFonts")):
            fonts.set(qn("w:eastAsia"), font)

    return step


# What harms nothing.


def numbered_by_word(title: str, number: str) -> Step:
    """A title whose number Word writes, as it does unasked when one is typed."""

    def step(document: Any) -> None:
        paragraph = _lined(document, number + title)
        told = [held for held in paragraph.iter(qn("w:t")) if held.text]
        assert told[0].text.startswith(number)
        told[0].text = told[0].text.removeprefix(number)
        numbering, level, of = OxmlElement("w:numPr"), OxmlElement("w:ilvl"), OxmlElement("w:numId")
        level.set(qn("w:val"), "0")
        of.set(qn("w:val"), "1")
        numbering.append(level)
        numbering.append(of)
        paragraph.get_or_add_pPr().append(numbering)

    return step


def table_parted_above(path: str) -> Step:
    """The table is two from the row of a field on, with an empty paragraph between."""

    def step(document: Any) -> None:
        row = next(_start(document, path).iterancestors(qn("w:tr")))
        table = row.getparent()
        second = OxmlElement("w:tbl")
        for tag in ("w:tblPr", "w:tblGrid"):
            second.append(copy.deepcopy(table.find(qn(tag))))
        while row is not None:
            following = row.getnext()
            second.append(row)
            row = following
        gap = OxmlElement("w:p")
        table.addnext(gap)
        gap.addnext(second)

    return step


def in_content_control(path: str) -> Step:
    """What stands in a field is held by a content control."""

    def step(document: Any) -> None:
        runs = _runs(document, path)
        control, content = OxmlElement("w:sdt"), OxmlElement("w:sdtContent")
        control.append(OxmlElement("w:sdtPr"))
        control.append(content)
        runs[0].addprevious(control)
        for run in runs:
            content.append(run)

    return step


def in_link(path: str) -> Step:
    """What stands in a field is a link."""

    def step(document: Any) -> None:
        runs = _runs(document, path)
        link = OxmlElement("w:hyperlink")
        link.set(qn("w:anchor"), "top")
        runs[0].addprevious(link)
        for run in runs:
            link.append(run)

    return step


def with_text_box(text: str) -> Step:
    """A text box beside the form, told twice in the file as Word does for old readers."""

    def step(document: Any) -> None:
        paragraph = document.add_paragraph()
        box = (
            '<w:txbxContent xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
            f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:txbxContent>"
        )
        for _ in range(2):
            held = OxmlElement("w:pict")
            held.append(parse_xml(box))
            run = OxmlElement("w:r")
            run.append(held)
            paragraph._p.append(run)

    return step


def with_hidden(path: str, text: str) -> Step:
    """Hidden text behind what stands in a field, which no print shows."""

    def step(document: Any) -> None:
        last = _runs(document, path)[-1]
        run = copy.deepcopy(last)
        _set(run, text)
        _properties(run).append(OxmlElement("w:vanish"))
        last.addnext(run)

    return step


def without_bookmarks(document: Any) -> None:
    """No bookmark is left, as when the text was pasted into another copy of the form."""
    for tag in ("w:bookmarkStart", "w:bookmarkEnd"):
        for mark in list(document.element.body.iter(qn(tag))):
            mark.getparent().remove(mark)


def runs_in_pieces(document: Any) -> None:
    """Each run of text cut in three, as Word leaves them after editing."""
    for run in list(document.element.body.iter(qn("w:r"))):
        text = _text(run)
        if len(text) < 3 or len(run.findall(qn("w:t"))) != 1 or run.find(qn("w:br")) is not None:
            continue
        third = len(text) // 3
        for part in (text[2 * third :], text[third : 2 * third]):
            more = copy.deepcopy(run)
            _set(more, part)
            run.addnext(more)
        _set(run, text[:third])


def corrected_with_tracking(path: str, wrong: str) -> Step:
    """A word that was wrong is struck out by a tracked change, and the right one is inserted by another."""

    def step(document: Any) -> None:
        run = _runs(document, path)[0]
        struck, deleted, held = OxmlElement("w:del"), copy.deepcopy(run), OxmlElement("w:delText")
        for node in deleted.findall(qn("w:t")):
            deleted.remove(node)
        held.text = wrong
        deleted.append(held)
        struck.append(deleted)
        put = OxmlElement("w:ins")
        for number, change in enumerate((struck, put), start=900):
            change.set(qn("w:id"), str(number))
            change.set(qn("w:author"), "某人")
            change.set(qn("w:date"), "2024-05-09T09:00:00Z")
        run.addprevious(struck)
        run.addprevious(put)
        put.append(run)

    return step


def with_row_again(path: str, **values: str) -> Step:
    """A row of records added by hand below one that stands there, without bookmarks, with other values by field."""
    base, _, _ = path.rpartition(".")

    def step(document: Any) -> None:
        row = next(_start(document, path).iterancestors(qn("w:tr")))
        told = {key: text_at(document, f"{base}.{key}") for key in values}
        more = copy.deepcopy(row)
        for tag in ("w:bookmarkStart", "w:bookmarkEnd"):
            for mark in list(more.iter(qn(tag))):
                mark.getparent().remove(mark)
        for key, value in values.items():
            for held in more.iter(qn("w:t")):
                if held.text == told[key]:
                    held.text = value
        row.addnext(more)

    return step


def with_empty_paragraphs(document: Any) -> None:
    """An empty paragraph after every paragraph between the tables, and at the end of every fourth cell."""
    for paragraph in list(document.element.body.findall(qn("w:p"))):
        if paragraph.find(f"{qn('w:pPr')}/{qn('w:sectPr')}") is None:
            paragraph.addnext(OxmlElement("w:p"))
    for cell in list(document.element.body.iter(qn("w:tc")))[::4]:
        cell.append(OxmlElement("w:p"))


def with_running_head(text: str) -> Step:
    """Words in the header of every page."""

    def step(document: Any) -> None:
        document.sections[0].header.paragraphs[0].text = text

    return step


def with_enclosures(document: Any) -> None:
    """A list of supporting material after the form."""
    document.add_page_break()
    document.add_paragraph("支撑材料目录")
    table = document.add_table(rows=3, cols=2)
    for row, texts in zip(table.rows, (("序号", "材料名称"), ("1", "共建协议"), ("2", "章程及会议纪要")), strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text


def resaved(data: bytes) -> bytes:
    """The document opened and saved again by LibreOffice."""
    office = shutil.which("soffice")
    assert office is not None
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "form.docx"
        path.write_bytes(data)
        again = Path(folder) / "again"
        command = [office, f"-env:UserInstallation={(Path(folder) / 'profile').as_uri()}", "--headless"]
        convert = ["--convert-to", "docx:MS Word 2007 XML", "--outdir", str(again), str(path)]
        subprocess.run([*command, *convert], check=True, capture_output=True, timeout=300)
        return (again / "form.docx").read_bytes()
