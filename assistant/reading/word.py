"""Word files (.docx) as text: paragraphs and tables in their order, under limits."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from assistant.errors import UnreadableSource
from assistant.reading.extracted import Extracted

if TYPE_CHECKING:
    from docx.table import Table
    from docx.text.paragraph import Paragraph

MAX_UNPACKED = 50_000_000
MAX_ENTRIES = 2_000
MAX_RATIO = 200
_HEADING = re.compile(r"(?:heading|标题)\s*([1-9])", re.I)


def word_text(path: Path) -> Extracted:
    """The text, one paragraph or table row a line; cells apart by tabs."""
    _check(path)
    from docx import Document
    from docx.table import Table

    try:
        document = Document(str(path))
        lines: list[str] = []
        levels: list[tuple[int, int]] = []
        for block in document.iter_inner_content():
            if isinstance(block, Table):
                lines.extend(_rows(block))
                continue
            level = _level(block)
            for k, line in enumerate(block.text.split("\n")):
                if level and k == 0 and line.strip():
                    levels.append((len(lines), level))
                lines.append(line)
    except (OSError, ValueError, KeyError, AttributeError, TypeError, RecursionError, SyntaxError) as error:
        raise _refused(path, "文件已损坏", f"it is damaged ({type(error).__name__})") from None
    return Extracted("\n".join(lines), tuple(levels))


def _rows(table: Table) -> Iterator[str]:
    above: list[object] = []
    for row in table.rows:
        cells: list[str] = []
        seen: list[object] = []
        for cell in row.cells:
            merged = any(cell._tc is other for other in (*above, *seen))
            seen.append(cell._tc)
            cells.append("" if merged else " ".join(cell.text.split()))
        above = seen
        yield "\t".join(cells) if len(cells) > 1 else cells[0] if cells else ""


def _level(paragraph: Paragraph) -> int:
    style = paragraph.style
    match = _HEADING.match(style.name or "") if style is not None else None
    return int(match.group(1)) if match else 0


def _check(path: Path) -> None:
    try:
        with zipfile.ZipFile(path) as archive:
            entries = archive.infolist()
    except (OSError, zipfile.BadZipFile, ValueError):
        raise _refused(path, "不是 docx 文件", "it is no .docx file") from None
    unpacked = sum(entry.file_size for entry in entries)
    packed = max(1, sum(entry.compress_size for entry in entries))
    if (
        len(entries) > MAX_ENTRIES
        or unpacked > MAX_UNPACKED
        or (unpacked > 5_000_000 and unpacked / packed > MAX_RATIO)
    ):
        raise _refused(path, "解压后过大", "it unpacks to too much")
    if "word/document.xml" not in {entry.filename for entry in entries}:
        raise _refused(path, "不是 docx 文件", "it is no .docx file")


def _refused(path: Path, zh: str, en: str) -> UnreadableSource:
    return UnreadableSource(
        f"Word 文件 {path.name} 无法读取：{zh}。", f"The Word file {path.name} cannot be read: {en}."
    )
