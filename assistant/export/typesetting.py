"""How Word sets a report: page, fonts for Chinese and Latin, numbering, fields."""

from __future__ import annotations

import re
from typing import Any

from docx.document import Document
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor
from docx.text.paragraph import Paragraph

LATIN, BODY, HEADING, TITLE = "Times New Roman", "仿宋", "黑体", "宋体"
GREY, INK = RGBColor(0x59, 0x59, 0x59), RGBColor(0, 0, 0)
MARGIN, TALL, LONG = 2.2, 21.0, 29.7
NOTE = "Report Note"
SOURCE = "Report Source"
CELL = "Report Cell"
_SIZES = {"Normal": (BODY, 12.0), "Title": (TITLE, 18.0), "Heading 1": (HEADING, 14.0), "Footer": (BODY, 9.0)}
_THEMED = re.compile(r"Theme$|theme$")
_FIELD = re.compile(r"\{(page|pages)\}")
_CODES = {"page": "PAGE", "pages": "NUMPAGES"}


def set_page(document: Document, landscape: bool) -> float:
    """Make the paper A4; the width of the text in centimetres."""
    section = document.sections[0]
    wide, high = (LONG, TALL) if landscape else (TALL, LONG)
    section.orientation = WD_ORIENT.LANDSCAPE if landscape else WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = Cm(wide), Cm(high)
    section.left_margin = section.right_margin = Cm(MARGIN)
    section.top_margin = section.bottom_margin = Cm(2.5)
    return wide - 2 * MARGIN


def set_fonts(document: Document, language: str) -> None:
    """Name the fonts of every style that is used, Chinese ones for Chinese, and the language of the text."""
    # A theme's font goes before one that is named, so the template's may not stay.
    for fonts in document.styles.element.iter(qn("w:rFonts")):
        for name in [n for n in fonts.attrib if _THEMED.search(n)]:
            del fonts.attrib[name]
    for name, (font, size) in _SIZES.items():
        style: Any = document.styles[name]
        _name_fonts(style.element.get_or_add_rPr(), font, language)
        style.font.size, style.font.color.rgb = Pt(size), INK
        style.font.bold = name in ("Title", "Heading 1")
    for tag in document.styles.element.iter(qn("w:lang")):
        tag.set(qn("w:val"), "en-US")
        tag.set(qn("w:eastAsia"), "zh-CN")
    for name, size in ((NOTE, 9.0), (SOURCE, 10.5), (CELL, 10.5)):
        added: Any = document.styles.add_style(name, 1)
        added.base_style = document.styles["Normal"]
        added.font.size = Pt(size)
        added.paragraph_format.space_after = Pt(3)
    document.styles[NOTE].font.color.rgb = GREY
    title: Any = document.styles["Title"]
    title.paragraph_format.alignment = WD_ALIGN_PARAGRAPH.CENTER
    for border in title.element.findall(f"{qn('w:pPr')}/{qn('w:pBdr')}"):
        border.getparent().remove(border)


def number_sources(document: Document) -> None:
    """Let paragraphs in the style of sources count themselves: [1], [2] …"""
    numbering = document.part.numbering_part.element
    abstract, number = _element("w:abstractNum", abstractNumId="90"), _element("w:num", numId="90")
    level = _element("w:lvl", ilvl="0")
    for name, value in (("w:start", "1"), ("w:numFmt", "decimal"), ("w:lvlText", "[%1]"), ("w:lvlJc", "left")):
        level.append(_element(name, val=value))
    shape = OxmlElement("w:pPr")
    shape.append(_element("w:ind", left="567", hanging="567"))
    level.append(shape)
    abstract.append(level)
    number.append(_element("w:abstractNumId", val="90"))
    # The schema wants every abstract numbering before the first that is used.
    numbering.insert(0, abstract)
    numbering.append(number)
    properties = document.styles[SOURCE].element.get_or_add_pPr().get_or_add_numPr()
    properties.get_or_add_numId().val = 90


def add_paging(paragraph: Paragraph, text: str) -> None:
    """Add text in which {page} and {pages} are counted by Word."""
    for at, part in enumerate(_FIELD.split(text)):
        if at % 2:
            _add_field(paragraph, _CODES[part])
        elif part:
            paragraph.add_run(part)


def repeat_on_every_page(row: Any) -> None:
    """Show the row of a table again where the table goes on."""
    properties = row._tr.get_or_add_trPr()
    properties.append(_element("w:cantSplit"))
    properties.append(_element("w:tblHeader"))


def shade(cell: Any, colour: str) -> None:
    """Fill a cell."""
    cell._tc.get_or_add_tcPr().append(_element("w:shd", val="clear", color="auto", fill=colour))


def _add_field(paragraph: Paragraph, code: str) -> None:
    for kind in ("begin", "code", "separate", "shown", "end"):
        run = paragraph.add_run()
        if kind == "shown":
            run.text = "1"
        elif kind == "code":
            text = OxmlElement("w:instrText")
            text.text = f" {code} "
            run._r.append(text)
        else:
            run._r.append(_element("w:fldChar", fldCharType=kind))


def _name_fonts(properties: Any, chinese: str, language: str) -> None:
    fonts = properties.get_or_add_rFonts()
    for name, value in (("ascii", LATIN), ("hAnsi", LATIN), ("cs", LATIN), ("eastAsia", chinese)):
        fonts.set(qn(f"w:{name}"), value)
    if language == "zh":
        # Quotation marks and dashes are of both scripts; in Chinese text they are Chinese.
        fonts.set(qn("w:hint"), "eastAsia")


def _element(name: str, **attributes: str) -> Any:
    made = OxmlElement(name)
    for key, value in attributes.items():
        made.set(qn(f"w:{key}"), value)
    return made
