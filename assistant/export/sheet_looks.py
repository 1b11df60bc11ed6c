"""How a form looks in Word: page, fonts by name with others to fall back on, styles."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE as KIND
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml.ns import nsdecls, qn

from assistant.export.sheet import Role, Setup, Sheet
from assistant.export.sheet_styles import BLACK, BOTTOM, FOOT, INSIDE, NOTE_SIZE, OUTSIDE, SONG, TOP, Style, styles
from assistant.export.wordxml import element, field_code, of_centimetres, run, twips

LATIN = "Times New Roman"
FALLBACKS = {
    "仿宋_GB2312": "仿宋",
    "仿宋": "FangSong",
    "黑体": "SimHei",
    "宋体": "SimSun",
    "楷体_GB2312": "楷体",
}
"""What each font is called where it goes by another name; Word looks there when the first is not installed."""

NAMES: Mapping[Role, str] = {
    "body": "Normal",
    "title": "Title",
    "heading": "Heading 1",
    "subheading": "Heading 2",
    "annex": "Form Annex",
    "cover": "Form Cover",
    "caption": "Form Caption",
    "cell": "Form Cell",
    "mark": "Form Label",
    "note": "Form Guidance",
}
_KEPT = ("Normal", "DefaultParagraphFont", "TableNormal", "NoList", "TableGrid")
_THEMED = re.compile(r"Theme$|theme$")


def set_page(document: Document, sheet: Sheet) -> None:
    """A4, its margins and the number of the page at its foot; a cover shows none but is page 1, so that it is a right
    one where both sides are printed."""
    section: Any = document.sections[0]
    properties = section._sectPr
    for old in list(properties):
        properties.remove(old)
    setup = sheet.setup
    if sheet.notes:
        properties.append(element("footnotePr", element("numRestart", val="eachPage")))
    wide, high = of_centimetres(21.0), of_centimetres(29.7)
    size = {"w": high, "h": wide, "orient": "landscape"} if setup.landscape else {"w": wide, "h": high}
    properties.append(element("pgSz", **size))
    margins = {"top": TOP, "right": OUTSIDE, "bottom": BOTTOM, "left": INSIDE, "header": FOOT, "footer": FOOT}
    margins["gutter"] = setup.gutter
    properties.append(element("pgMar", **{side: of_centimetres(size) for side, size in margins.items()}))
    if sheet.cover:
        properties.append(element("titlePg"))
    foot = section.footer.paragraphs[0]
    foot.style = document.styles["Footer"]
    for made in (run("— "), *field_code("PAGE"), run(" —")):
        foot._p.append(made)


def set_settings(document: Document, setup: Setup, notes: bool) -> None:
    """What the whole file keeps to: mirrored margins, Chinese punctuation, the layout rules of Word since 2013."""
    held = document.settings.element
    for old in list(held):
        held.remove(old)
    mode = {"name": "compatibilityMode", "uri": "http://schemas.microsoft.com/office/word", "val": "15"}
    separators = [element("footnote", id=number) for number in (-1, 0)]
    for made in (
        element("zoom", percent="100"),
        element("mirrorMargins") if setup.mirrored else None,
        element("defaultTabStop", val="420"),
        element("characterSpacingControl", val="compressPunctuation"),
        element("footnotePr", element("numRestart", val="eachPage"), *separators) if notes else None,
        element("compat", element("useFELayout"), element("compatSetting", **mode)),
        element("themeFontLang", val="en-US", eastAsia="zh-CN"),
        element("decimalSymbol", val="."),
        element("listSeparator", val=","),
    ):
        if made is not None:
            held.append(made)


def set_styles(document: Document, setup: Setup) -> None:
    """Every style that is used, with its Chinese and its Latin font, size, distance of lines and place."""
    whole = document.styles.element
    for old in whole.findall(qn("w:style")):
        if old.get(qn("w:styleId")) not in _KEPT:
            whole.remove(old)
    # A theme's font goes before one that is named, so the template's may not stay.
    for fonts in whole.iter(qn("w:rFonts")):
        for name in [n for n in fonts.attrib if _THEMED.search(n)]:
            del fonts.attrib[name]
    for tag in whole.iter(qn("w:lang")):
        tag.set(qn("w:val"), "en-US")
        tag.set(qn("w:eastAsia"), "zh-CN")
    foot, note = Style(SONG, 10.5, align="center"), Style(SONG, NOTE_SIZE)
    for role, style in styles(setup).items():
        _style(document, NAMES[role], style)
    _style(document, "Footer", foot)
    _style(document, "Form Footnote", note)


def name_fonts(document: Document, setup: Setup) -> None:
    """The table of fonts: by which name to look for one that is not installed."""
    rows = []
    for name in dict.fromkeys((setup.font, BLACK, SONG, LATIN)):
        other = f'<w:altName w:val="{FALLBACKS[name]}"/>' if name in FALLBACKS else ""
        sort = "00" if name == LATIN else "86"
        family = "roman" if name in (LATIN, SONG) else "modern"
        rows.append(
            f'<w:font w:name="{name}">{other}<w:charset w:val="{sort}"/><w:family w:val="{family}"/>'
            f'<w:pitch w:val="{"variable" if name == LATIN else "default"}"/></w:font>'
        )
    table = f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:fonts {nsdecls("w")}>{"".join(rows)}</w:fonts>'
    sort = "application/vnd.openxmlformats-officedocument.wordprocessingml.fontTable+xml"
    made = Part(PackURI("/word/fontTable.xml"), sort, table.encode(), document.part.package)
    for held in [key for key, rel in document.part.rels.items() if rel.reltype == KIND.FONT_TABLE]:
        document.part.rels.pop(held)
    document.part.relate_to(made, KIND.FONT_TABLE)


def _style(document: Document, name: str, style: Style) -> None:
    known = document.styles
    made: Any = (
        known[name]
        if name in [held.name for held in known]
        else known.add_style(name, 1, builtin=not name.startswith("Form"))
    )
    held = made.element
    for tag in ("w:pPr", "w:rPr"):
        for old in held.findall(qn(tag)):
            held.remove(old)
    if name.startswith("Form"):
        made.base_style = None
    spaces: dict[str, object] = {"before": twips(style.before), "after": twips(style.after)}
    spaces |= {"line": twips(style.pitch), "lineRule": "exact"} if style.pitch else {"line": 240, "lineRule": "auto"}
    level = {"Heading 1": 0, "Heading 2": 1}.get(name)
    held.append(
        element(
            "pPr",
            element("keepNext") if style.keep else None,
            element("keepLines") if style.keep else None,
            element("widowControl"),
            element("snapToGrid", val="0"),
            element("spacing", **spaces),
            element("ind", firstLineChars=style.indent, firstLine=twips(style.size * style.indent / 100)),
            element("jc", val=style.align),
            None if level is None else element("outlineLvl", val=level),
        )
    )
    held.append(
        element(
            "rPr",
            # Quotation marks and dashes are of both scripts; in Chinese text they are Chinese.
            element("rFonts", ascii=LATIN, hAnsi=LATIN, cs=LATIN, eastAsia=style.font, hint="eastAsia"),
            element("b") if style.bold else None,
            element("color", val="595959" if style.grey else "000000"),
            element("sz", val=round(style.size * 2)),
            element("szCs", val=round(style.size * 2)),
        )
    )
