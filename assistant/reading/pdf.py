"""PDF files as text, page by page, under limits."""

from __future__ import annotations

from pathlib import Path

from assistant.errors import UnreadableSource
from assistant.reading.extracted import Extracted

MAX_PAGES = 400
MAX_CHARACTERS = 2_000_000
MAX_BYTES = 50_000_000


def pdf_text(path: Path) -> Extracted:
    """The text of the pages with a form feed between two."""
    import pypdf
    from pypdf.errors import PyPdfError

    try:
        if path.stat().st_size > MAX_BYTES:
            raise _refused(path, "超过 50 MB", "it is larger than 50 MB")
        pypdf.apply_configuration(zlib_maximum_output_length=75_000_000, stream_parsing_work_maximum_count=5_000_000)
        reader = pypdf.PdfReader(path)
        if reader.is_encrypted and not reader.decrypt(""):
            raise _refused(path, "已加密", "it is encrypted")
        if len(reader.pages) > MAX_PAGES:
            raise _refused(path, f"超过 {MAX_PAGES} 页", f"it has more than {MAX_PAGES} pages")
        pages: list[str] = []
        size = 0
        for page in reader.pages:
            pages.append(page.extract_text().replace("\f", "\n"))
            size += len(pages[-1])
            if size > MAX_CHARACTERS:
                raise _refused(path, "文字过多", "it holds too much text")
    except UnreadableSource:
        raise
    except (PyPdfError, OSError, ValueError, KeyError, TypeError, RecursionError, NotImplementedError) as error:
        raise _refused(path, "文件已损坏或不是 PDF", f"it is damaged or no PDF ({type(error).__name__})") from None
    text = "\n\f".join(pages)
    if len("".join(text.split())) < 20:
        raise _refused(path, "没有文字层，请先做文字识别", "it has no text layer; run character recognition first")
    return Extracted(text)


def _refused(path: Path, zh: str, en: str) -> UnreadableSource:
    return UnreadableSource(f"PDF 文件 {path.name} 无法读取：{zh}。", f"The PDF {path.name} cannot be read: {en}.")
