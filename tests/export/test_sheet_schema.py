"""Word takes the children of a property only in the order of its schema (ECMA-376-1, annex A), and one of each."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from datetime import date
from io import BytesIO

import pytest
from lxml import etree

from assistant.drafting.facts import Filled
from assistant.paper.writing import exported_form
from tests.drafting.completed import HELD, complete

ORDER = {
    "pPr": "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs "
    "suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd "
    "snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment "
    "textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange",
    "rPr": "rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid "
    "vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em "
    "lang eastAsianLayout specVanish oMath",
    "tblPr": "tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc tblCellSpacing "
    "tblInd tblBorders shd tblLayout tblCellMar tblLook tblCaption tblDescription",
    "tcPr": "cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign hideMark",
    "tblBorders": "top left start bottom right end insideH insideV",
    "tblCellMar": "top left start bottom right end",
    "tbl": "bookmarkStart bookmarkEnd tblPr tblGrid tr",
    "sectPr": "headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders lnNumType "
    "pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid printerSettings",
    "settings": "writeProtection view zoom removePersonalInformation removeDateAndTime doNotDisplayPageBoundaries "
    "mirrorMargins alignBordersAndEdges defaultTabStop characterSpacingControl footnotePr endnotePr compat rsids "
    "themeFontLang clrSchemeMapping decimalSymbol listSeparator",
    "style": "name aliases basedOn next link autoRedefine hidden uiPriority semiHidden unhideWhenUsed qFormat locked "
    "personal rsid pPr rPr tblPr trPr tcPr tblStylePr",
    "font": "altName panose1 charset family notTrueType pitch sig",
}
SEVERAL = {("tbl", "tr"), ("style", "tblStylePr"), ("sectPr", "headerReference"), ("sectPr", "footerReference")}


def parts(data: bytes) -> Iterator[tuple[str, etree._Element]]:
    with zipfile.ZipFile(BytesIO(data)) as archive:
        for name in archive.namelist():
            if name.startswith("word/") and name.endswith(".xml"):
                yield name, etree.fromstring(archive.read(name))


@pytest.mark.parametrize("name", list(HELD))
@pytest.mark.parametrize("kind", ["blank", "complete", "open"])
def test_properties_stand_in_the_order_of_the_schema(name: str, kind: str) -> None:
    form = HELD[name]
    filled = complete(form) if kind == "complete" else Filled(form.id)
    data = exported_form(form, filled, date(2026, 11, 20), blank=kind == "blank", points=kind == "open")
    for part, root in parts(data):
        for node in root.iter():
            tag = etree.QName(node).localname
            if tag not in ORDER:
                continue
            order = ORDER[tag].split()
            found = [etree.QName(child).localname for child in node]
            assert set(found) <= set(order), f"{part}: {tag} holds {set(found) - set(order)}"
            places = [order.index(child) for child in found]
            assert places == sorted(places), f"{part}: {tag} holds {found}"
            once = [child for child in found if (tag, child) not in SEVERAL]
            assert len(once) == len(set(once)), f"{part}: {tag} holds {found}"


@pytest.mark.parametrize("name", list(HELD))
def test_every_cell_has_a_paragraph_and_every_row_fills_the_grid(name: str) -> None:
    form = HELD[name]
    for _, root in parts(exported_form(form, complete(form), date(2026, 11, 20))):
        space = root.nsmap.get("w", "")
        for table in root.iter(f"{{{space}}}tbl"):
            columns = len(table.findall(f"{{{space}}}tblGrid/{{{space}}}gridCol"))
            for row in table.iter(f"{{{space}}}tr"):
                spans = 0
                for cell in row.iter(f"{{{space}}}tc"):
                    assert etree.QName(cell[-1]).localname == "p"
                    span = cell.find(f"{{{space}}}tcPr/{{{space}}}gridSpan")
                    spans += 1 if span is None else int(span.get(f"{{{space}}}val", "1"))
                assert spans == columns


@pytest.mark.parametrize("name", list(HELD))
def test_everything_that_is_referred_to_is_there(name: str) -> None:
    data = exported_form(HELD[name], complete(HELD[name]), date(2026, 11, 20))
    with zipfile.ZipFile(BytesIO(data)) as archive:
        names = set(archive.namelist())
        types = archive.read("[Content_Types].xml").decode()
        rels = etree.fromstring(archive.read("word/_rels/document.xml.rels"))
        styles = archive.read("word/styles.xml").decode()
        body = etree.fromstring(archive.read("word/document.xml"))
    for rel in rels:
        assert f"word/{rel.get('Target')}" in names
        assert f"/word/{rel.get('Target')}" in types
    space = body.nsmap["w"]
    for style in body.iter(f"{{{space}}}pStyle"):
        assert f'w:styleId="{style.get(f"{{{space}}}val")}"' in styles
