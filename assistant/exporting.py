"""Reports as files: which format a name or a wish means, and its bytes."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Literal, get_args

from assistant.errors import InputError
from assistant.export.diary import Diary
from assistant.export.report import Report

Paper = Literal["docx", "xlsx"]
PAPERS: tuple[Paper, ...] = get_args(Paper)
MEDIA: Mapping[str, str] = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "ics": "text/calendar",
    "pdf": "application/pdf",
    "md": "text/markdown",
    "html": "text/html",
}
"""What each format is called on the wire."""


def paper_of(path: Path, also: tuple[str, ...] = ()) -> str:
    """The format that a file's ending means, "docx" or "xlsx" or one of `also`; InputError for any other."""
    ending = path.suffix.lower().removeprefix(".")
    known = (*PAPERS, *also)
    if ending in known:
        return ending
    listed = "、".join(f".{name}" for name in known), ", ".join(f".{name}" for name in known)
    raise InputError(f"导出文件须以 {listed[0]} 结尾。", f"The file must end in one of {listed[1]}.")


def exported(report: Report, paper: str) -> bytes:
    """The bytes of a report as "docx", "xlsx" or "md"; InputError where it is too long for one file."""
    if paper == "docx":
        from assistant.export.word import word

        return word(report)
    if paper == "md":
        from assistant.export.report_markdown import markdown

        return markdown(report).encode("utf-8", "replace")
    from assistant.export.excel import excel

    return excel(report)


def dated(diary: Diary) -> bytes:
    """The bytes of a diary as an iCalendar file; InputError where it holds nothing."""
    from assistant.export.calendar import calendar

    return calendar(diary)
