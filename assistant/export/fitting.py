"""Text that every office program can hold, of a length that it can hold."""

from __future__ import annotations

import re

from assistant.errors import InputError
from assistant.export.report import Report

CELL_LIMIT = 32_000
"""Characters of a cell; Excel takes 32,767."""
REPORT_LIMIT = 2_000_000
"""Characters of a report."""

_UNFIT = re.compile("[^\t\n\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_CUT = {
    "zh": "……（本格超过 {limit} 字，已截断，全文见原文件。）",
    "en": "… (This cell is over {limit} characters and was cut; the document has the whole.)",
}


def fit(text: str, language: str) -> str:
    """The text with characters that XML cannot hold as \N{REPLACEMENT CHARACTER}, cut with a sentence that says so."""
    clean = _UNFIT.sub("\ufffd", text.replace("\r\n", "\n").replace("\r", "\n"))
    if len(clean) <= CELL_LIMIT:
        return clean
    return clean[:CELL_LIMIT] + _CUT[language].format(limit=CELL_LIMIT)


def bounded(report: Report) -> Report:
    """The same report; InputError where it is too long for one file."""
    texts = (text.text for table in report.tables for row in table.rows for cell in row for text in cell)
    size = sum(map(len, texts)) + sum(len(source.quote) for source in report.sources)
    if size > REPORT_LIMIT:
        raise InputError(
            f"内容太多：共 {size} 个字符，一个文件最多 {REPORT_LIMIT} 个，请减少项目或事项。",
            f"Too much for one file: {size} characters, at most {REPORT_LIMIT}; take fewer programmes or subjects.",
        )
    return report
