"""A form as PDF on A4: its words can be searched and copied, its fonts are inside, its bytes are those of its content.

Typst lays it out, in memory and from text that is nothing but strings to it. The file is PDF/A-2u, which no character
without a glyph may stand in; where the machine has no Chinese font there is no file.
"""

from __future__ import annotations

import re
from datetime import UTC, datetime, time
from functools import cache
from pathlib import Path

import typst

from assistant.errors import InputError, Unanswered
from assistant.export.sheet import Sheet, lines_of
from assistant.export.sheet_typst import FACES, source

_NOTHING = Path(__file__).resolve().parent / "static"
"""The only folder that Typst may read; it has no reason to."""
LONGEST = 100_000
"""Characters of one file; laying out so many takes four seconds."""
_PRIVATE = re.compile("[\ue000-\uf8ff\U000f0000-\U000ffffd\U00100000-\U0010fffd]")
"""What each font shows as it likes."""
_UNSHOWN = re.compile(r"(?:the text|character) `\"?(.+?)\"?`")


class NoFont(Unanswered):
    """The machine has no Chinese font."""

    code = "no_font"


def sheet_pdf(sheet: Sheet) -> bytes:
    """The bytes of the file, the same for the same sheet on the same machine.

    InputError names words that no font of the machine has; NoFont where it has no Chinese one.
    """
    fonts = _fonts()
    held = frozenset(fonts.families())
    if not held.intersection(FACES["仿宋"]):
        raise NoFont(
            "服务器上没有中文字体，不能生成 PDF，请导出 Word 文件，或请管理员安装中文字体（如 fonts-noto-cjk）。",
            "The server has no Chinese font, so it makes no PDF; export the Word file, or have a font installed, such "
            "as fonts-noto-cjk.",
        )
    if sum(len(line.text) for line in lines_of(sheet)) > LONGEST:
        raise InputError(
            f"内容太多，一份 PDF 最多 {LONGEST} 个字符，请导出 Word 文件。",
            f"Too much for one PDF: at most {LONGEST} characters; export Word.",
        )
    for line in lines_of(sheet):
        if found := _PRIVATE.search(line.text):
            raise _unshown(found.group())
    text = source(sheet, held).encode()
    compiler = typst.Compiler(input=text, root=_NOTHING, font_paths=fonts, ignore_system_fonts=True)
    moment = datetime.combine(sheet.as_of, time(), UTC)
    try:
        made = compiler.compile_with_warnings(format="pdf", pdf_standards="a-2u", timestamp=moment)[0]
    except typst.TypstError as error:
        named = _UNSHOWN.search(error.message)
        raise (_unshown(named[1]) if named else _unwritten()) from error
    if not isinstance(made, bytes):  # a list would be pages as pictures
        raise _unwritten()
    return made


@cache
def _fonts() -> typst.Fonts:
    """The fonts of the machine, looked for once."""
    return typst.Fonts()


def _unshown(words: str) -> InputError:
    shown = words[:20] if words.isprintable() else f"U+{ord(words[0]):04X}"
    return InputError(
        f"“{shown}”中有 PDF 字体里没有的字符，未导出；请改写，或导出 Word 文件。",
        f'No font for PDF has all characters of "{shown}", so nothing was exported; reword it, or export Word.',
    )


def _unwritten() -> InputError:
    return InputError("这份表单不能写成 PDF，请导出 Word 文件。", "This form cannot be written as PDF; export Word.")
