"""A report as an Excel workbook: a sheet for each table, one for the sources, one for what the report is."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import datetime, time
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.header_footer import HeaderFooterItem, _HeaderFooterPart
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet
from openpyxl.writer.excel import ExcelWriter

from assistant.export.fitting import bounded, fit
from assistant.export.packing import repacked
from assistant.export.report import Cell, Report, shown

_WIDE = 110
_SOURCE_WIDTHS = (8, 40, 40, 8, 80)
_LINE = Side(style="thin", color="B0B7C3")
_BORDER = Border(left=_LINE, right=_LINE, top=_LINE, bottom=_LINE)
_HEAD = PatternFill("solid", fgColor="E6ECF5")
_FORBIDDEN = re.compile(r"[\[\]:*?/\\]")
_ESCAPED = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")


def excel(report: Report) -> bytes:
    """The bytes of the workbook; the same for the same report. InputError where it is too long."""
    bounded(report)
    book = Workbook()
    book.remove(book.worksheets[0])
    for table in report.tables:
        rows = [tuple(_joined(cell) for cell in row) for row in table.rows]
        share = max(_WIDE // max(1, sum(table.widths)), 9)
        _sheet(book, report, table.title or report.title, table.header, rows, [share * w for w in table.widths])
    if report.sources:
        sources = [(s.n, s.title, s.place, s.page or "", s.quote) for s in report.sources]
        _sheet(book, report, report.source_title, report.source_header, sources, _SOURCE_WIDTHS)
    about = [(line,) for line in (*report.lines, report.closing)]
    _sheet(book, report, report.about, (report.title,), about, (_WIDE,))
    return _saved(book, report)


def _joined(cell: Cell) -> str:
    return "\n".join(map(shown, cell))


def _sheet(
    book: Workbook,
    report: Report,
    name: str,
    header: Sequence[str],
    rows: Iterable[Sequence[str | int]],
    widths: Sequence[int],
) -> None:
    sheet: Worksheet = book.create_sheet(_named(name, book.sheetnames))
    for number, row in enumerate((header, *rows), start=1):
        for column, value in enumerate(row, start=1):
            _write(sheet, number, column, value, report.language)
    for column, width in enumerate(widths, start=1):
        sheet.column_dimensions[get_column_letter(column)].width = width
    for cell in sheet[1]:
        cell.font, cell.fill = Font(name="宋体", bold=True), _HEAD
    sheet.freeze_panes = "B2" if len(header) > 1 else "A2"
    sheet.print_title_rows = "1:1"
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.oddFooter = HeaderFooterItem(
        left=_HeaderFooterPart(fit(report.closing, report.language).replace("&", "&&")),
        right=_HeaderFooterPart("&P / &N"),
    )


def _write(sheet: Worksheet, row: int, column: int, value: str | int, language: str) -> None:
    cell = sheet.cell(row, column)
    cell.font, cell.border = Font(name="宋体"), _BORDER
    cell.alignment = Alignment(wrap_text=True, vertical="top")
    if isinstance(value, int):
        cell.value = value
        return
    text = fit(value, language)
    # Excel reads _x0041_ as A; and what looks like a formula must stay text, also after somebody edits it.
    cell.value = _ESCAPED.sub("_x005F_", text)
    cell.data_type = "s"
    if text.startswith(("=", "+", "-", "@", "\t", "\n")):
        cell.quotePrefix = True


def _named(name: str, taken: Sequence[str]) -> str:
    plain = _FORBIDDEN.sub(" ", fit(name, "zh")).strip("' \n\t")[:28] or "1"
    found, number = plain, 1
    while found.casefold() in {other.casefold() for other in taken}:
        number += 1
        found = f"{plain} {number}"
    return found


def _saved(book: Workbook, report: Report) -> bytes:
    properties, moment = book.properties, datetime.combine(report.as_of, time())
    properties.title, properties.creator, properties.created = fit(report.title, report.language), "", moment
    properties.modified = moment
    made = BytesIO()
    # Workbook.save writes the time of day; the writer behind it does not.
    ExcelWriter(book, ZipFile(made, "w", ZIP_DEFLATED)).save()
    return repacked(made.getvalue(), report.as_of)
